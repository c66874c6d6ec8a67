import { mergeShards, shardPath } from '../../../shared/data/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import { dataConfiguration } from '../../data/data-support.ts';
import { makeShards, ORIGIN, type ShardedData } from '../../data/shard-support.ts';
import { requireFinite } from '../examine.ts';
import type { FuzzTarget } from '../target.ts';

const given: ShardedData = {
  files: { 'a.csv': 'y,t\n1,x\n2,\n,z\n', 'b.csv': 'y,t\n5,x\nnan,yy\n1,x\n' },
  schema: {
    type: 'object',
    properties: { y: { type: 'integer', maximum: 4 }, t: { type: 'string' } },
    'x-columns': { t: { unique: true } },
  },
};
const { files: sound } = await makeShards(given, 2);
const path = `.mlops/${shardPath({ index: 1, of: 2 })}`;
const first: unknown = JSON.parse(new TextDecoder().decode(sound.content.get(path)));
const places = placesOf(first);
const REPLACEMENTS: readonly unknown[] = [
  null,
  0,
  1,
  -1,
  2,
  1.5,
  1e308,
  2 ** 53,
  '',
  'a',
  '1/0',
  '-1/3',
  '9'.repeat(400),
  [],
  {},
  true,
  ['a'],
];

/**
 * The first of two shards, changed: by three bytes each time, which choose a place in its JSON and what is put there. Where
 * the first byte is odd, the rest is the file itself.
 */
export const target: FuzzTarget = {
  seeds: [
    Buffer.of(0),
    Buffer.concat([Buffer.of(1), Buffer.from(JSON.stringify(first))]),
    Buffer.of(0, 10, 0, 3, 50, 0, 12),
  ],
  longest: 20_000,
  async run(input) {
    const rest = Buffer.from(input.subarray(1));
    const isText = ((input[0] ?? 0) & 1) === 1;
    sound.content.set(path, isText ? rest : Buffer.from(JSON.stringify(changed(rest))));
    try {
      const { statistics, anomalies, proposedSchema } = await mergeShards(
        sound,
        dataConfiguration({ path: Object.keys(given.files) }),
        null,
        { count: 2, directory: '.mlops', origin: ORIGIN },
      );
      for (const report of [statistics, anomalies, proposedSchema]) requireFinite(report);
    } catch (error) {
      if (!isUserError(error)) throw error;
    }
  },
};

type Place = readonly (string | number)[];

/** Of each value within `value`. */
function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...at, key]))];
}

function changed(edits: Buffer): unknown {
  let whole = structuredClone(first);
  for (let at = 0; at + 3 <= edits.length && at < 60; at += 3) {
    const place = places[edits.readUInt16LE(at) % places.length] ?? [];
    const choice = edits[at + 2] ?? 0;
    const put = (value: unknown) =>
      choice < 128 ? REPLACEMENTS[choice % REPLACEMENTS.length] : nudge(value, choice);
    whole = replace(whole, place, put);
  }
  return whole;
}

function replace(value: unknown, place: Place, put: (value: unknown) => unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return put(value);
  if (typeof value !== 'object' || value === null || !(key in value)) return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...value };
  Reflect.set(copy, key, replace(Reflect.get(value, key), rest, put));
  return copy;
}

/** Something like it. */
function nudge(value: unknown, choice: number): unknown {
  if (typeof value === 'number') return value + choice - 192;
  if (typeof value === 'string') return value.slice(choice % 8) + value.slice(0, choice % 3);
  if (Array.isArray(value)) return choice % 2 === 0 ? [...value, ...value] : value.slice(1);
  return value;
}
