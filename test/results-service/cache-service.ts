import { randomUUID } from 'node:crypto';
// The messages of the protocol as the toolkit's own generator wrote them; the package does not export them.
import * as messages from '../../node_modules/@actions/cache/lib/generated/results/api/v1/cache.js';
import type { BlobStore } from './blob-store.ts';
import { type Caller, READ, WRITE } from './job-token.ts';
import { decode, encode, type Methods, Refusal, requireSize } from './twirp.ts';

/** The toolkit allows ten keys to a search, the first of which is the one wanted. */
const MAX_RESTORE_KEYS = 9;
const MAX_KEY_LENGTH = 512;

interface StoredCache {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  /** The ref that wrote it: key and version are unique within it. */
  readonly ref: string;
  readonly blob: string;
  finished: boolean;
}

/** A complete cache entry as tests look at it. */
export interface CacheView {
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  readonly size: number;
}

/** The caches of one repository, each of which belongs to the ref that wrote it. */
export class CacheStore {
  readonly #entries: StoredCache[] = [];
  readonly #blobs: BlobStore;
  #lastId = 5000;

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  view(): CacheView[] {
    return this.#entries
      .filter(({ finished }) => finished)
      .map(({ key, version, ref, blob }) => ({
        key,
        version,
        ref,
        size: this.#blobs.read(blob)?.length ?? 0,
      }));
  }

  /** Null when the ref has an entry of that key and version, even one whose upload failed. */
  create(key: string, version: string, ref: string): StoredCache | null {
    if (this.find(key, version, ref) !== undefined) return null;
    this.#lastId += 1;
    const blob = `caches/${randomUUID()}`;
    const entry = { id: this.#lastId, key, version, ref, blob, finished: false };
    this.#entries.push(entry);
    return entry;
  }

  find(key: string, version: string, ref: string): StoredCache | undefined {
    return this.#entries.find(
      (entry) => entry.key === key && entry.version === version && entry.ref === ref,
    );
  }

  /** The blob of the newest complete entry of this key; throws when there is none. */
  blobOf(key: string): string {
    const found = this.#entries.findLast((entry) => entry.key === key && entry.finished);
    if (found === undefined) throw new Error(`no cache entry ${key}`);
    return found.blob;
  }

  /** In each ref in turn: the entry of `keys[0]`, else the newest one that begins with the first key that has any. */
  search(
    keys: readonly string[],
    version: string,
    refs: readonly string[],
  ): StoredCache | undefined {
    const newestFirst = this.#entries
      .filter((entry) => entry.finished && entry.version === version)
      .toReversed();
    for (const ref of refs) {
      const entries = newestFirst.filter((entry) => entry.ref === ref);
      const found =
        entries.find(({ key }) => key === keys[0]) ??
        keys
          .map((prefix) => entries.find(({ key }) => key.startsWith(prefix)))
          .find((entry) => entry !== undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** `CacheService` (v2): what a job may read and write stands in its token. */
export function cacheMethods(caches: CacheStore, blobs: BlobStore): Methods {
  return {
    'CacheService/CreateCacheEntry': (body, caller) => {
      const { key, version } = decode(messages.CreateCacheEntryRequest, body);
      requireKey(key);
      requireVersion(version);
      const ref = writableRef(caller);
      if (ref === undefined) {
        const message = 'cache write denied: the token of this event may only read caches';
        return encode(messages.CreateCacheEntryResponse, { ok: false, message });
      }
      const entry = caches.create(key, version, ref);
      if (entry === null) {
        throw new Refusal(
          409,
          'already_exists',
          'cache entry with the same key, version and scope already exists',
        );
      }
      return encode(messages.CreateCacheEntryResponse, {
        ok: true,
        signedUploadUrl: blobs.sign(entry.blob, 'w'),
      });
    },

    'CacheService/FinalizeCacheEntryUpload': (body, caller) => {
      const { key, version, sizeBytes } = decode(messages.FinalizeCacheEntryUploadRequest, body);
      const entry = caches.find(key, version, writableRef(caller) ?? '');
      if (entry === undefined || entry.finished) {
        throw new Refusal(404, 'not_found', `no cache entry ${key} to finish`);
      }
      requireSize(blobs.read(entry.blob), sizeBytes);
      entry.finished = true;
      return encode(messages.FinalizeCacheEntryUploadResponse, {
        ok: true,
        entryId: String(entry.id),
      });
    },

    'CacheService/GetCacheEntryDownloadURL': (body, caller) => {
      const { key, version, restoreKeys } = decode(messages.GetCacheEntryDownloadURLRequest, body);
      for (const wanted of [key, ...restoreKeys]) requireKey(wanted);
      requireVersion(version);
      if (restoreKeys.length > MAX_RESTORE_KEYS) {
        throw new Refusal(400, 'invalid_argument', `${restoreKeys.length} restore keys`);
      }
      const refs = caller.caches
        .filter(({ permission }) => (permission & READ) !== 0)
        .map(({ ref }) => ref);
      if (refs.length === 0) {
        const why = 'cache read denied: the token may not read caches';
        throw new Refusal(403, 'permission_denied', why);
      }
      const hit = caches.search([key, ...restoreKeys], version, refs);
      if (hit === undefined)
        return encode(messages.GetCacheEntryDownloadURLResponse, { ok: false });
      return encode(messages.GetCacheEntryDownloadURLResponse, {
        ok: true,
        signedDownloadUrl: blobs.sign(hit.blob, 'r'),
        matchedKey: hit.key,
      });
    },
  };
}

function writableRef({ caches }: Caller): string | undefined {
  return caches.find(({ permission }) => (permission & WRITE) !== 0)?.ref;
}

function requireKey(key: string): void {
  if (key === '' || key.length > MAX_KEY_LENGTH || key.includes(',')) {
    throw new Refusal(400, 'invalid_argument', `key ${key}`);
  }
}

function requireVersion(version: string): void {
  if (!/^[0-9a-f]{64}$/.test(version)) {
    throw new Refusal(400, 'invalid_argument', `version ${version}`);
  }
}
