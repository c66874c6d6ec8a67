import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AnomalyTally } from '../../shared/data/anomaly-tally.ts';
import { DataStatistics } from '../../shared/data/data-statistics.ts';
import { encodeShard } from '../../shared/data/index.ts';
import { RowFindings } from '../../shared/data/row-findings.ts';
import { sha256 } from '../../shared/lineage/index.ts';
import { examineMerged, makeShards, ORIGIN, type ShardedData } from './shard-support.ts';

const DATA: ShardedData = {
  files: {
    '1.csv': 'id,x,y\n1,"1,5",p\n1.0,nan,q\n',
    '2.csv': 'id,x,y\n2,3,\n3,4,q\n',
    '3.csv': 'id,x,y\n4,inf,p\n',
  },
  schema: {
    type: 'object',
    properties: { id: { type: 'number' }, x: { type: 'number' }, y: { enum: ['p'] } },
    'x-columns': { id: { unique: true } },
  },
};
const SECOND = '.mlops/shards/2-of-3.json';

type Json = Record<string, unknown> & { columns: Record<string, unknown>[] };

/** What the merge says when the second of three shards has been changed. */
async function afterChange(change: (shard: Json) => void): Promise<unknown> {
  const shards = await makeShards(DATA, 3);
  const shard = JSON.parse(await shards.files.readText(SECOND)) as Json;
  change(shard);
  await shards.files.writeAll([{ path: SECOND, content: JSON.stringify(shard) }]);
  return await examineMerged(DATA, 3, shards);
}

describe('shards that do not belong together are refused, with the one at fault and what to do', () => {
  test('missing ones, all at once', async () => {
    const shards = await makeShards(DATA, 3);
    await shards.files.remove('.mlops/shards/1-of-3.json');
    await shards.files.remove(SECOND);
    expect(String(await examineMerged(DATA, 3, shards)).split('\n')).toEqual([
      'Shard 1 of 3 is missing: there is no .mlops/shards/1-of-3.json. Run validate-data with shard 1/3 and the same artifact-name; if it ran, its log says why it left nothing.',
      'Shard 2 of 3 is missing: there is no .mlops/shards/2-of-3.json. Run validate-data with shard 2/3 and the same artifact-name; if it ran, its log says why it left nothing.',
    ]);
  });

  test('one in the place of another', async () => {
    const shards = await makeShards(DATA, 3);
    await shards.files.rename('.mlops/shards/3-of-3.json', SECOND);
    await shards.files.writeAll([{ path: '.mlops/shards/3-of-3.json', content: '' }]);
    expect(await examineMerged(DATA, 3, shards)).toBe(
      `${SECOND}: Shard 2 of 3 is missing: its file holds shard 3 of 3. Run validate-data with shard 2/3 again.`,
    );
  });

  test.each([
    ['version', { program: '0.9.0' }, 'made by version 0.9.0 of mlops-actions, and this is 1.0.0'],
    ['configuration', { configuration: sha256('other') }, 'another section "data"'],
    [
      'schema',
      { schema: { path: 'data/schema.json', bytes: 2, sha256: sha256('{}') } },
      'checked against data/schema.json (SHA-256 44136fa355b3…), and this job has no schema',
    ],
    ['list of files', { list: sha256('other') }, 'saw other data files, or other sizes of them'],
    ['place among the files', { firstFile: 2 }, 'damaged: a row stands in another file'],
  ])('another %s', async (_, change, says) => {
    const message = await afterChange((shard) => Object.assign(shard, change));
    expect(message).toMatch(/^\.mlops\/shards\/2-of-3\.json: Shard 2 of 3 /);
    expect(message).toContain(says);
    expect(message).toMatch(/\. (Run|Use|Give|Check) /);
  });

  test('another commit, where both are known', async () => {
    const shards = await makeShards(DATA, 3);
    const shard = JSON.parse(await shards.files.readText(SECOND)) as Json;
    const content = JSON.stringify({ ...shard, commit: 'abc' });
    await shards.files.writeAll([{ path: SECOND, content }]);
    expect(await examineMerged(DATA, 3, shards, ORIGIN)).toHaveProperty('statistics');
    expect(await examineMerged(DATA, 3, shards, { ...ORIGIN, commit: 'def' })).toContain(
      'Shard 2 of 3 was made for commit abc, and this is def',
    );
  });

  test('data that has changed since, where it is there', async () => {
    const shards = await makeShards(DATA, 3);
    await shards.files.writeAll(
      Object.entries(DATA.files).map(([path, content]) => ({ path, content })),
    );
    expect(await examineMerged(DATA, 3, shards)).toHaveProperty('statistics');
    await shards.files.writeAll([{ path: '2.csv', content: 'id,x,y\n' }]);
    expect(await examineMerged(DATA, 3, shards)).toMatch(/^2\.csv: The data is not the one/);
  });
});

describe('a hostile shard', () => {
  const column = (change: (column: Record<string, unknown>) => object) => (shard: Json) => {
    shard.columns[0] = { ...shard.columns[0], ...change(shard.columns[0] ?? {}) };
  };
  const rule = (change: object) => (shard: Json) => {
    shard.rules = [{ ...(shard.rules as object[])[0], ...change }];
  };
  const unique = (change: object) => (shard: Json) => {
    shard.unique = [{ ...(shard.unique as object[])[0], ...change }];
  };

  test.each([
    [
      'more cells than rows',
      column(() => ({ kinds: [0, 9, 0, 0, 0, 0, 0] })),
      'numbers are missing',
    ],
    ['numbers that are no base64', column(() => ({ numbers: `${'*'.repeat(22)}==` })), 'base64'],
    ['numbers cut short', column(() => ({ numbers: 'AAAAAAAAAAA' })), 'base64'],
    ['infinite numbers', column(() => ({ numbers: 'AAAAAAAA8H8AAAAAAADwfw==' })), 'not finite'],
    ['a value twice', column(() => ({ values: values(['2', '2'], [1, 1]) })), 'doubled'],
    ['more counts than values', column(() => ({ values: values(['2'], [1, 1]) })), 'doubled'],
    [
      'counts of other cells',
      column(() => ({ values: values(['2'], [1]) })),
      'not as many as cells',
    ],
    ['counts beyond measure', column(() => ({ values: values(['2'], [1e300]) })), 'must be'],
    [
      'lengths of other cells',
      column(() => ({ lengths: { count: 1, sum: 1, min: 1, max: 1 } })),
      'lengths are not as many',
    ],
    ['commas without texts', column(() => ({ decimalCommas: 3 })), 'more commas than texts'],
    ['rows of another file', rule({ places: [[0, 1]] }), 'a row stands in another file'],
    ['a file below zero', rule({ places: [[-1, 1]] }), 'must be >= 0'],
    ['a rule without places', rule({ places: [] }), 'places of a rule are missing'],
    [
      'a rule broken more often than rows',
      rule({ count: 99, places: Array(10).fill([1, 2]) }),
      'more rows',
    ],
    ['a name for commands', rule({ type: '::error::x' }), 'must match pattern'],
    ['unique values in no order', unique({ lines: [3, 2] }), 'not in order'],
    ['a unique value twice', unique({ values: ['2', '2'] }), 'stands twice'],
    ['places for fewer values', unique({ lines: [2] }), 'not in order'],
    [
      'no unique values',
      (shard: Json) => {
        shard.unique = [];
      },
      'lacks the values of the unique column "id"',
    ],
    [
      'a column twice',
      (shard: Json) => {
        shard.columns[1] = shard.columns[0] ?? {};
      },
      'a column stands twice',
    ],
    [
      'a key too many',
      (shard: Json) => {
        shard.extra = 1;
      },
      'must NOT have additional properties',
    ],
    [
      'rows beyond measure',
      (shard: Json) => {
        shard.examples = 2e9;
      },
      'must be <= 200000000',
    ],
    [
      'fewer files',
      (shard: Json) => {
        shard.files = [];
        shard.header = null;
      },
      'another file',
    ],
  ])('with %s is refused', async (_, change, says) => {
    const message = await afterChange(change);
    expect(message).toMatch(/^\.mlops\/shards\/2-of-3\.json: Shard 2 of 3 /);
    expect(message).toContain(says);
  });

  function values(texts: string[], counts: number[]) {
    return { texts, counts, uncounted: 0, hasAbbreviated: false, inexact: [] };
  }

  test.each([
    ['nothing', ''],
    ['no JSON', '{"version": 1'],
    ['endless nesting', '['.repeat(200_000)],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe)],
  ])('of %s is refused', async (_, content) => {
    const shards = await makeShards(DATA, 3);
    await shards.files.writeAll([{ path: SECOND, content }]);
    expect(await examineMerged(DATA, 3, shards)).toMatch(/Shard 2 of 3 is damaged: it is not/);
  });

  test('of any other content is refused or merged, and never ends in a fault of ours', async () => {
    const shards = await makeShards(DATA, 3);
    const sound = JSON.parse(await shards.files.readText(SECOND)) as object;
    const leaves = pathsOf(sound);
    const junk = fc.oneof(
      fc.constantFrom(null, -1, 0, 1, 1.5, 1e308, '', '__proto__', 'AAAAAAAAAAA=', [], {}, [
        [1, 2],
      ]),
      fc.jsonValue({ maxDepth: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), junk, async (path, value) => {
        const shard = structuredClone(sound);
        replace(shard, path, value);
        await shards.files.writeAll([{ path: SECOND, content: JSON.stringify(shard) }]);
        const result = await examineMerged(DATA, 3, shards);
        expect(typeof result === 'string' || result.statistics.examples >= 3).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    return [
      path,
      ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key])),
    ];
  }

  function replace(root: object, path: readonly string[], value: unknown): void {
    let inner = root as Record<string, unknown>;
    for (const key of path.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
    inner[path.at(-1) ?? 'version'] = value;
  }
});

test('a shard that has found too much says so before it is written', async () => {
  // One number takes eight bytes, whatever else is said of it.
  const statistics = new DataStatistics();
  Object.defineProperty(statistics, 'columns', { value: [{ finiteNumbers: 40_000_000 }] });
  const shard = {
    share: { index: 1, of: 2 },
    origin: ORIGIN,
    list: '',
    firstFile: 0,
    files: [],
    header: null,
    columns: ['x'],
    evidence: { statistics, findings: new RowFindings(), missingLabels: new AnomalyTally() },
  };
  expect(() => encodeShard(shard)).toThrow('Deal the files out to more shards');
});
