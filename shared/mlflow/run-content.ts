/** What is logged to a run of MLflow. Names and values are made to fit by `batchesOf`. */
export interface RunContent {
  readonly params: readonly NamedValue[];
  readonly metrics: readonly Metric[];
  readonly tags: readonly NamedValue[];
}

export interface NamedValue {
  readonly key: string;
  readonly value: string;
}

export interface Metric {
  readonly key: string;
  /** Those that are not finite are left out. */
  readonly value: number;
  /** Whole, e.g. an epoch from 1; 0 where there is one value alone. */
  readonly step: number;
}

/** The body of one call of `runs/log-batch`, without the run. `timestamp` is in milliseconds since 1970. */
export interface Batch {
  readonly metrics: readonly (Metric & { readonly timestamp: number })[];
  readonly params: readonly NamedValue[];
  readonly tags: readonly NamedValue[];
}

/** https://mlflow.org/docs/latest/api_reference/rest-api.html#request-limits, and 8,000 for a tag's value */
export const BATCH_LIMITS = {
  items: 1_000,
  metrics: 1_000,
  params: 100,
  tags: 100,
  bytes: 1_000_000,
  key: 250,
  paramValue: 6_000,
  tagValue: 8_000,
} as const;

/** Of a batch without items and of the run's name. */
const ENVELOPE_BYTES = 1_000;

/** The content in as few calls as the limits of a call allow: parameters and tags first, then metrics in their order. */
export function batchesOf(content: RunContent, timestamp: number): Batch[] {
  const metricKey = uniqueKeys();
  const batches: OpenBatch[] = [new OpenBatch()];
  const put = (kind: keyof Batch, item: object) => {
    const last = batches.at(-1) as OpenBatch;
    if (last.take(kind, item)) return;
    const next = new OpenBatch();
    next.take(kind, item);
    batches.push(next);
  };
  for (const tag of fitValues(content.tags, BATCH_LIMITS.tagValue)) put('tags', tag);
  for (const param of fitValues(content.params, BATCH_LIMITS.paramValue)) put('params', param);
  for (const { key, value, step } of content.metrics) {
    if (Number.isFinite(value)) put('metrics', { key: metricKey(key), value, step, timestamp });
  }
  return batches.filter(({ count }) => count > 0).map((batch) => batch.toBatch());
}

/** Tags that MLflow takes; those that are undefined are left out. */
export function fitTags(tags: Readonly<Record<string, string | undefined>>): NamedValue[] {
  const named = Object.entries(tags).map(([key, value = '']) => ({ key, value }));
  return fitValues(named, BATCH_LIMITS.tagValue);
}

class OpenBatch {
  readonly #items: Record<keyof Batch, object[]> = { metrics: [], params: [], tags: [] };
  #bytes = ENVELOPE_BYTES;
  count = 0;

  /** False when there is no room for it. */
  take(kind: keyof Batch, item: object): boolean {
    const items = this.#items[kind];
    // One more for the comma.
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    const fits =
      this.count < BATCH_LIMITS.items &&
      items.length < BATCH_LIMITS[kind] &&
      this.#bytes + bytes <= BATCH_LIMITS.bytes;
    if (!fits) return false;
    items.push(item);
    this.#bytes += bytes;
    this.count++;
    return true;
  }

  toBatch(): Batch {
    return this.#items as unknown as Batch;
  }
}

/** Under keys that MLflow takes, of each name the first value; one that is empty is not logged. */
function fitValues(values: readonly NamedValue[], longest: number): NamedValue[] {
  const keyOf = uniqueKeys();
  const fitted = new Map<string, string>();
  for (const { key: name, value } of values) {
    const key = keyOf(name);
    if (value !== '' && !fitted.has(key)) fitted.set(key, fitValue(value, longest));
  }
  return [...fitted].map(([key, value]) => ({ key, value }));
}

/**
 * Gives each name a key that MLflow takes: letters, digits, `_ - . /` and spaces, at most 250 characters, and the same
 * when read as a path. The same name has the same key, and other names have others.
 */
export function uniqueKeys(): (name: string) => string {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  return (name) => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    const plain = fitKey(name);
    let key = plain;
    for (let number = 2; taken.has(key); number++) {
      const suffix = ` ${number}`;
      key = cut(plain, BATCH_LIMITS.key - suffix.length) + suffix;
    }
    keys.set(name, key);
    taken.add(key);
    return key;
  };
}

function fitKey(name: string): string {
  const plain = cut(name, BATCH_LIMITS.key).replace(/[^\p{L}\p{N}_\-. /]/gu, '_');
  const parts = plain.split('/').map((part) => (/^\.{0,2}$/.test(part) ? '_' : part));
  // Cutting may have left an end that a path would lose.
  return cut(parts.join('/'), BATCH_LIMITS.key)
    .replace(/\/$/, '_')
    .replace(/(^|\/)\.{1,2}$/, (end) => end.replaceAll('.', '_'))
    .replace(/^\.\./, '__');
}

/** Databases refuse half a surrogate pair, and some the character NUL. */
function fitValue(text: string, longest: number): string {
  const start = cut(text, longest);
  const fitted = start.length === text.length ? text : `${cut(text, longest - 1)}…`;
  return fitted.toWellFormed().replaceAll('\0', '\ufffd');
}

/** At most so many characters, none of them cut in two. */
function cut(text: string, longest: number): string {
  return [...text.slice(0, 2 * longest)].slice(0, longest).join('');
}
