import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** What a signed address allows: `w` to write the blob, `r` to read it. */
type BlobPermission = 'w' | 'r';

export interface BlobRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

interface Blob {
  /** Uploaded and not yet part of the content, by block identifier. */
  readonly blocks: Map<string, Buffer>;
  content: Buffer | null;
  contentType: string;
}

const READ_PARAMETERS = ['sp', 'sig', 'rscd'];
const WRITE_PARAMETERS = ['sp', 'sig', 'comp', 'blockid'];

/**
 * The part of Azure's Blob service that GitHub lends to artifacts and caches: block blobs behind signed addresses. What
 * the real service would not take is answered as it does and told to `onRefusal`.
 */
export class BlobStore {
  readonly #blobs = new Map<string, Blob>();
  readonly #secret = randomBytes(32);
  readonly #onRefusal: (what: string) => void;

  constructor(onRefusal: (what: string) => void) {
    this.#onRefusal = onRefusal;
  }

  /** Path and query under which `name` may be read or written. `fileName` is what a download is to be called. */
  sign(name: string, permission: BlobPermission, fileName?: string): string {
    const query = new URLSearchParams({ sp: permission, sig: this.#signature(name, permission) });
    if (fileName !== undefined) query.set('rscd', `attachment; filename="${fileName}"`);
    return `/blob/${name}?${query}`;
  }

  /** The committed content; null when nothing was committed. */
  read(name: string): Buffer | null {
    return this.#blobs.get(name)?.content ?? null;
  }

  replace(name: string, content: Buffer): void {
    const blob = this.#blobs.get(name);
    if (blob === undefined) throw new Error(`no blob ${name}`);
    blob.content = content;
  }

  answer(request: BlobRequest, response: ServerResponse): void {
    const { status, headers = {}, body } = this.#handle(request);
    const reason = headers['x-ms-error-code'];
    if (reason !== undefined) {
      this.#onRefusal(`${request.method} ${request.url.pathname}: ${reason}`);
    }
    response.writeHead(status, {
      'x-ms-request-id': randomUUID(),
      'x-ms-version': String(request.headers['x-ms-version'] ?? '2025-05-05'),
      'content-length': String(body?.length ?? 0),
      ...headers,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #handle({ method, url, headers, body }: BlobRequest): Answer {
    const name = url.pathname.replace(/^\/blob\//, '');
    const query = url.searchParams;
    const permission: BlobPermission = method === 'PUT' ? 'w' : 'r';
    if (!['PUT', 'GET', 'HEAD'].includes(method)) return refuse(405, 'UnsupportedHttpVerb');
    if (!this.#isSigned(name, permission, query)) return refuse(403, 'AuthenticationFailed');
    const known = permission === 'w' ? WRITE_PARAMETERS : READ_PARAMETERS;
    if ([...query.keys()].some((key) => !known.includes(key))) {
      return refuse(400, 'InvalidQueryParameterValue');
    }
    if (permission === 'r') return this.#read(name, query, headers);
    if (headers['x-ms-version'] === undefined) return refuse(400, 'MissingRequiredHeader');
    if (Number(headers['content-length']) !== body.length) {
      return refuse(411, 'MissingContentLengthHeader');
    }
    const blob = this.#blobs.get(name) ?? {
      blocks: new Map(),
      content: null,
      contentType: 'application/octet-stream',
    };
    this.#blobs.set(name, blob);
    return write(blob, query, headers, body);
  }

  #read(name: string, query: URLSearchParams, headers: IncomingHttpHeaders): Answer {
    const blob = this.#blobs.get(name);
    if (blob?.content == null) return refuse(404, 'BlobNotFound');
    const { content, contentType } = blob;
    const disposition = query.get('rscd');
    const description = {
      'content-type': contentType,
      'accept-ranges': 'bytes',
      'x-ms-blob-type': 'BlockBlob',
      etag: '"0x1"',
      ...(disposition === null ? {} : { 'content-disposition': disposition }),
    };
    const wanted = String(headers['x-ms-range'] ?? headers.range ?? '');
    if (wanted === '') return { status: 200, headers: description, body: content };
    const range = /^bytes=(\d+)-(\d*)$/.exec(wanted);
    const start = Number(range?.[1]);
    if (range === null || start >= content.length) return refuse(416, 'InvalidRange');
    const last = range[2] === '' ? content.length - 1 : Number(range[2]);
    const part = content.subarray(start, last + 1);
    const span = `bytes ${start}-${start + part.length - 1}/${content.length}`;
    return { status: 206, headers: { ...description, 'content-range': span }, body: part };
  }

  #isSigned(name: string, permission: BlobPermission, query: URLSearchParams): boolean {
    const given = Buffer.from(query.get('sig') ?? '');
    const right = Buffer.from(this.#signature(name, permission));
    const same = given.length === right.length && timingSafeEqual(given, right);
    return same && query.get('sp') === permission;
  }

  #signature(name: string, permission: BlobPermission): string {
    return createHmac('sha256', this.#secret).update(`${permission} ${name}`).digest('base64url');
  }
}

/** `Put Blob`, `Put Block` and `Put Block List` of the Blob service. */
function write(
  blob: Blob,
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Answer {
  switch (query.get('comp')) {
    case null:
      if (headers['x-ms-blob-type'] !== 'BlockBlob') return refuse(400, 'InvalidHeaderValue');
      return commit(blob, body, headers);
    case 'block': {
      const identifier = query.get('blockid') ?? '';
      const [other] = blob.blocks.keys();
      const sameLength = other === undefined || other.length === identifier.length;
      if (identifier === '' || !sameLength) return refuse(400, 'InvalidBlobOrBlock');
      if (body.length === 0) return refuse(400, 'InvalidHeaderValue');
      blob.blocks.set(identifier, body);
      return { status: 201 };
    }
    case 'blocklist': {
      const list = /^<\?xml[^>]*>\s*<BlockList>(.*)<\/BlockList>\s*$/s.exec(body.toString())?.[1];
      if (list === undefined) return refuse(400, 'InvalidXmlDocument');
      const parts = [...list.matchAll(/<(?:Latest|Uncommitted)>([^<]+)<\//g)].map(
        ([, identifier]) => blob.blocks.get(identifier ?? ''),
      );
      if (parts.includes(undefined)) return refuse(400, 'InvalidBlockList');
      return commit(blob, Buffer.concat(parts.filter((part) => part !== undefined)), headers);
    }
    default:
      return refuse(400, 'InvalidQueryParameterValue');
  }
}

function commit(blob: Blob, content: Buffer, headers: IncomingHttpHeaders): Answer {
  blob.content = content;
  blob.contentType = String(headers['x-ms-blob-content-type'] ?? blob.contentType);
  blob.blocks.clear();
  return {
    status: 201,
    headers: { etag: '"0x1"', 'last-modified': new Date().toUTCString() },
  };
}

function refuse(status: number, code: string): Answer {
  return { status, headers: { 'x-ms-error-code': code } };
}
