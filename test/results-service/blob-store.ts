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

const READ_PARAMETERS = ['sp', 'se', 'sig', 'rscd'];
const WRITE_PARAMETERS = ['sp', 'se', 'sig', 'comp', 'blockid'];

/** How long a signed address is good. */
const LIFETIME_MS = { r: 10 * 60_000, w: 60 * 60_000 };
/** Longest block identifier, in bytes before its Base64. */
const MAX_BLOCK_ID_BYTES = 64;

/**
 * The part of Azure's Blob service that GitHub lends to artifacts and caches: block blobs behind signed addresses. What
 * the real service would not take is answered as it does and told to `onRefusal`.
 */
export class BlobStore {
  readonly #blobs = new Map<string, Blob>();
  readonly #secret = randomBytes(32);
  readonly #onRefusal: (what: string) => void;
  /** Address of the server that answers for this store. */
  origin = '';

  constructor(onRefusal: (what: string) => void) {
    this.#onRefusal = onRefusal;
  }

  /** Address under which `name` may be read or written. `fileName` is what a download is to be called. */
  sign(
    name: string,
    permission: BlobPermission,
    fileName?: string,
    lifetimeMs = LIFETIME_MS[permission],
  ): string {
    const expiry = new Date(Date.now() + lifetimeMs).toISOString();
    const query = new URLSearchParams({
      sp: permission,
      se: expiry,
      sig: this.#signature(name, permission, expiry),
    });
    if (fileName !== undefined) query.set('rscd', `attachment; filename="${fileName}"`);
    return `${this.origin}/blob/${name}?${query}`;
  }

  /** The committed content; null when nothing was committed. */
  read(name: string): Buffer | null {
    return this.#blobs.get(name)?.content ?? null;
  }

  /** Puts the content there without a client. */
  write(name: string, content: Buffer, contentType = 'application/octet-stream'): void {
    this.#blobs.set(name, { blocks: new Map(), content, contentType });
  }

  remove(name: string): void {
    this.#blobs.delete(name);
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
    // Azure refuses a second way of authentication beside the signature, as when a client follows a redirect with it.
    if (headers.authorization !== undefined) return refuse(400, 'InvalidAuthenticationInfo');
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
    const expiry = query.get('se') ?? '';
    const right = Buffer.from(this.#signature(name, permission, expiry));
    const same = given.length === right.length && timingSafeEqual(given, right);
    return same && query.get('sp') === permission && Date.parse(expiry) > Date.now();
  }

  #signature(name: string, permission: BlobPermission, expiry: string): string {
    return createHmac('sha256', this.#secret)
      .update(`${permission} ${expiry} ${name}`)
      .digest('base64url');
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
      if (!isBlockId(identifier)) return refuse(400, 'InvalidQueryParameterValue');
      if (!sameLength) return refuse(400, 'InvalidBlobOrBlock');
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

function isBlockId(identifier: string): boolean {
  const bytes = Buffer.from(identifier, 'base64');
  const isBase64 = bytes.toString('base64') === identifier;
  return isBase64 && bytes.length > 0 && bytes.length <= MAX_BLOCK_ID_BYTES;
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
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return {
    status,
    headers: { 'x-ms-error-code': code, 'content-type': 'application/xml' },
    body: Buffer.from(body),
  };
}
