import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AnomalyTally } from '../../shared/data/anomaly-tally.ts';
import { encodeShard } from '../../shared/data/index.ts';
import { RowFindings } from '../../shared/data/row-findings.ts';
import { sha256 } from '../../shared/lineage/index.ts';
import { emptyState } from '../../shared/scan/index.ts';
import { encodeWords } from '../../shared/scan/words-text.ts';
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

type Part = Record<string, unknown>;
type Json = Part & {
  columns: string[];
  state: { rows: number; columns: Part[]; sample: Part; contents: Part };
};

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

const NO_ODD_CELLS = { text: [], decimalComma: [], infinity: [], notANumber: [], invalidUtf8: [] };

describe('a hostile shard', () => {
  const column =
    (change: object, index = 0) =>
    (shard: Json) => {
      shard.state.columns[index] = { ...shard.state.columns[index], ...change };
    };
  const numbers = (change: object) => (shard: Json) => {
    column({ numbers: { ...(shard.state.columns[0]?.numbers as object), ...change } })(shard);
  };
  const sample = (change: object) => (shard: Json) => {
    shard.state.sample = { ...shard.state.sample, ...change };
  };
  const contents = (change: object) => (shard: Json) => {
    shard.state.contents = { ...shard.state.contents, ...change };
  };
  const rule = (change: object) => (shard: Json) => {
    shard.rules = [{ ...(shard.rules as object[])[0], ...change }];
  };
  const unique = (change: object) => (shard: Json) => {
    shard.unique = [{ ...(shard.unique as object[])[0], ...change }];
  };

  test.each([
    ['more cells than rows', column({ kinds: [0, 9, 0, 0, 0, 0, 0] }), 'not as many as rows'],
    ['cells of other kinds', column({ kinds: [0, 1, 0, 0, 0, 0, 1] }), 'numbers are missing'],
    ['a sum beyond the numbers', numbers({ sum: 'f'.repeat(600) }), 'contradict their range'],
    ['squares below the sum', numbers({ sumOfSquares: '1' }), 'contradict their range'],
    ['sums without numbers', numbers({ min: null, max: null }), 'contradict their range'],
    ['sums that are no numbers', numbers({ sum: '0x' }), 'must match pattern'],
    ['more zeros than numbers', numbers({ zeros: 3 }), 'numbers are missing'],
    ['a value twice', column({ values: values(['2', '2'], [1, 1]) }), 'not in order'],
    ['an empty value', column({ values: values(['', '2'], [1, 1]) }), 'not in order'],
    ['more counts than values', column({ values: values(['2'], [1, 1]) }), 'not as many as cells'],
    ['counts of other cells', column({ values: values(['2'], [1]) }), 'not as many as cells'],
    ['counts beyond measure', column({ values: values(['2'], [1e300]) }), 'must be'],
    ['a value too long', column({ values: values(['é'.repeat(1000)], [2]) }), 'too long'],
    [
      'values too many',
      column({
        values: values(
          Array.from({ length: 4_097 }, (_, index) => String(index + 10_000)),
          Array.from({ length: 4_097 }, () => 1),
        ),
      }),
      'too many',
    ],
    ['a sketch cut short', column({ values: { registers: 'AAAA' } }), 'another size'],
    ['a sketch that is no base64', column({ values: { registers: '****' } }), 'base64'],
    [
      'a sketch of what can not be',
      column({ values: { registers: Buffer.alloc(16_384, 52).toString('base64') } }),
      'what none can',
    ],
    [
      'lengths of other cells',
      column({ lengths: { count: 1, total: 1, min: 1, max: 1 } }),
      'lengths contradict',
    ],
    [
      'lists of other values',
      column({ lists: { examples: 1, min: 1, max: 1, total: 1, sizes: [[1, 1]] } }),
      'lists contradict',
    ],
    ['commas without texts', column({ decimalCommas: 3 }), 'more commas than texts'],
    ['broken characters without end', column({ invalidUtf8: 3 }), 'not as many as rows'],
    [
      'odd cells that are none',
      column({ oddCells: { ...NO_ODD_CELLS, text: [['x', 1, 2]] } }),
      'odd cells are missing',
    ],
    ['a row too few', sample({ hashes: words(1n) }), 'sampled rows are missing'],
    ['rows out of order', sample({ hashes: words(2n, 1n) }), 'not in order'],
    ['rows beyond the threshold', sample({ level: 99 }), 'not in order'],
    ['rows cut short', sample({ hashes: 'AAAAAAAAAAA=AAAA' }), 'base64'],
    ['half a row', sample({ hashes: 'AAAA' }), 'cut short'],
    ['cells of other columns', sample({ slots: [] }), 'other columns'],
    ['a sample of no cells', sample({ slots: ['', '', ''] }), 'sampled cells are missing'],
    [
      'numbers beyond the range',
      sample({ slots: [words(0x4024000000000000n, 0n), words(0n, 0n), words(0n, 0n)] }),
      'out of range',
    ],
    [
      'cells that are nothing',
      sample({ slots: [words(0x7ff8000000000000n, 0n), words(0n, 0n), words(0n, 0n)] }),
      'is nothing',
    ],
    [
      'texts of no cell',
      sample({
        texts: Array.from({ length: 3 }, () => ({
          slots: words(0xfff8000000000001n),
          texts: ['x'],
        })),
      }),
      'belongs to no cell',
    ],
    ['fewer contents', contents({ hashes: '', counts: [], places: [] }), 'not as many as rows'],
    ['contents without counts', contents({ counts: [1] }), 'not as many as their counts'],
    ['contents out of order', contents({ hashes: words(2n, 1n) }), 'not in order'],
    ['contents without a second row', contents({ counts: [2, 1] }), 'not as many as rows'],
    [
      'contents of another file',
      contents({
        places: [
          [0, 2],
          [1, 3],
        ],
      }),
      'a row stands in another file',
    ],
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
        shard.columns[1] = shard.columns[0] ?? '';
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
        shard.state.rows = 1e16;
      },
      'must be <= 9007199254740991',
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
    return { texts, counts };
  }

  function words(...numbers: bigint[]): string {
    return encodeWords(BigUint64Array.from(numbers));
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

test('a shard that has found too much says so before it is written', () => {
  const unique = new RowFindings();
  // A string has no room for so many.
  Object.defineProperty(unique, 'toJson', {
    value: () => ({ rules: [], unique: new Array(40).fill('x'.repeat(2 ** 24)) }),
  });
  const shard = {
    share: { index: 1, of: 2 },
    origin: ORIGIN,
    list: '',
    firstFile: 0,
    files: [],
    header: null,
    columns: [],
    evidence: { state: emptyState(), findings: unique, missingLabels: new AnomalyTally() },
  };
  expect(() => encodeShard(shard)).toThrow('Deal the files out to more shards');
});
