import { describe, expect, test } from '@jest/globals';
import type { ValidationConfiguration } from '../../shared/config/index.ts';
import { examineData, parseSchema, readControls } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from './data-support.ts';

const VALIDATION: ValidationConfiguration = {
  updateSchema: 'propose',
  failOn: 'error',
  checks: {},
  slices: [],
};

/** Column `x` beside a label of two values. */
const csv = (cells: readonly (string | number)[]) =>
  `x,y\n${cells.map((cell, index) => `${cell},${index % 2}\n`).join('')}`;

async function compare(
  files: Readonly<Record<string, string>>,
  validation: Partial<ValidationConfiguration>,
  rules: object = {},
  more: object = {},
) {
  const ports = memoryPorts(files);
  const data = dataConfiguration();
  const controls = await readControls(ports.files, data, { ...VALIDATION, ...validation });
  const schema = parseSchema(
    JSON.stringify({
      type: 'object',
      properties: { x: {}, y: {} },
      'x-columns': { x: rules },
      ...more,
    }),
    'schema.json',
  );
  const { anomalies, statistics } = await examineData(ports.files, data, schema, { controls });
  return {
    statistics,
    comparisons: anomalies.comparisons ?? [],
    columns: anomalies.comparisons?.[0]?.columns ?? [],
    anomalies: anomalies.anomalies.filter(({ type }) => /COMPARATOR|INVALID/.test(type)),
  };
}

const repeat = (value: string | number, count: number) => Array<string | number>(count).fill(value);

describe('figures', () => {
  test('are there without any threshold, and nothing is judged then', async () => {
    const { columns, anomalies, comparisons } = await compare(
      { 'data.csv': csv(['a', 'a', 'b', 'c']), 'old.csv': csv(['a', 'b', 'b', 'b']) },
      { reference: ['old.csv'] },
    );
    expect(comparisons).toMatchObject([
      {
        with: 'reference',
        files: ['old.csv'],
        examples: { current: 4, control: 4, ratio: 1 },
      },
    ]);
    expect(columns[0]).toEqual({
      column: 'x',
      kind: 'categorical',
      control: {
        present: 4,
        missing: 0,
        top: [
          { value: 'b', count: 3 },
          { value: 'a', count: 1 },
        ],
      },
      measures: [
        // a: 2/4 − 1/4; b: 1/4 − 3/4; c: 1/4 − 0
        { measure: 'infinity-norm', value: 0.5, at: 'b' },
        { measure: 'jensen-shannon-divergence', value: expect.closeTo(0.25, 1) },
        { measure: 'normalized-absolute-difference', value: 0.25, at: 'b' },
      ],
    });
    expect(anomalies).toEqual([]);
  });

  test('a threshold that is reached is kept, one that is passed is not', async () => {
    const files = { 'data.csv': csv(['a', 'a', 'b', 'c']), 'old.csv': csv(['a', 'b', 'b', 'b']) };
    const judged = (threshold: number) =>
      compare(
        files,
        { reference: ['old.csv'] },
        { 'drift-comparator': { 'infinity-norm': threshold } },
      );
    expect((await judged(0.5)).anomalies).toEqual([]);
    const { anomalies, columns } = await judged(0.49);
    expect(anomalies).toMatchObject([
      {
        type: 'COMPARATOR_L_INFTY_HIGH',
        column: 'x',
        description:
          'The L∞ distance from the reference data is 0.5, above 0.49; what differs most is "b".',
      },
    ]);
    expect(columns[0]?.measures[0]).toMatchObject({ threshold: 0.49, exceeded: true });
  });

  test('skew is measured against what is served, drift is not', async () => {
    const files = { 'data.csv': csv(['a', 'b']), 'served.csv': 'x\nb\nb\n' };
    const { anomalies, comparisons } = await compare(
      files,
      { serving: ['served.csv'] },
      { 'skew-comparator': { 'infinity-norm': 0.1 } },
    );
    expect(comparisons.map((one) => one.with)).toEqual(['serving']);
    expect(anomalies.map(({ type }) => type)).toEqual(['COMPARATOR_L_INFTY_HIGH']);
    expect(comparisons[0]?.columns[1]).toMatchObject({
      column: 'y',
      kind: null,
      reason: 'the column is not in the other data',
      measures: [],
    });
  });

  test('whole numbers of few values are compared one by one, whatever the extremes', async () => {
    const cells = [...repeat(1, 50), ...repeat(2, 30), ...repeat(3, 20)];
    const { columns } = await compare(
      { 'data.csv': csv([...cells, 9]), 'old.csv': csv(cells) },
      { reference: ['old.csv'] },
    );
    const divergence = columns[0]?.measures[0];
    expect(columns[0]?.kind).toBe('numeric');
    expect(divergence?.measure).toBe('jensen-shannon-divergence');
    // One in 101 rows is new: by hand ½·(1/101·log₂ 2 + …) < 0.005.
    expect(divergence?.value).toBeGreaterThan(0);
    expect(divergence?.value).toBeLessThan(0.006);
  });

  test('nan is a bucket of its own', async () => {
    const numbers = [1.5, 2.5, 3.5, 4.5];
    const { columns } = await compare(
      { 'data.csv': csv([...numbers, ...repeat('nan', 4)]), 'old.csv': csv(numbers) },
      { reference: ['old.csv'] },
    );
    expect(columns[0]?.measures[1]).toEqual({
      measure: 'normalized-absolute-difference',
      value: 4 / 12,
      at: 'nan',
    });
  });

  test('what is numeric in one and text in the other is not comparable, and said when asked for', async () => {
    const { columns, anomalies } = await compare(
      { 'data.csv': csv(['a', 'b']), 'old.csv': csv([1, 2]) },
      { reference: ['old.csv'] },
      { 'drift-comparator': { 'jensen-shannon-divergence': 0.5 } },
    );
    expect(columns[0]).toMatchObject({
      kind: null,
      reason: 'the column is string here and integer in the other data',
    });
    expect(anomalies).toMatchObject([
      { type: 'COMPARATOR_CONTROL_DATA_MISSING', severity: 'error', column: 'x' },
    ]);
  });

  test('L∞ on numbers is a mistake in the schema and never 0', async () => {
    const { columns, anomalies } = await compare(
      { 'data.csv': csv([1.5, 2.5]), 'old.csv': csv([1.5, 9.5]) },
      { reference: ['old.csv'] },
      { 'drift-comparator': { 'infinity-norm': 0.5 } },
    );
    expect(columns[0]?.measures.map(({ measure }) => measure)).not.toContain('infinity-norm');
    expect(anomalies).toMatchObject([{ type: 'INVALID_SCHEMA_SPECIFICATION', column: 'x' }]);
  });
});

describe('the data to compare with', () => {
  test('a threshold without data to hold it to is a warning, said once', async () => {
    const { anomalies } = await compare(
      { 'data.csv': csv(['a', 'b']) },
      {},
      {
        'drift-comparator': { 'infinity-norm': 0.5 },
        'skew-comparator': { 'jensen-shannon-divergence': 0.5 },
      },
    );
    expect(anomalies).toMatchObject([
      {
        severity: 'warning',
        description: expect.stringContaining('validation.reference names none'),
      },
      {
        severity: 'warning',
        description: expect.stringContaining('validation.serving names none'),
      },
    ]);
  });

  test('a comparator without thresholds asks for nothing', async () => {
    const { anomalies } = await compare(
      { 'data.csv': csv(['a', 'b']) },
      {},
      { 'drift-comparator': {} },
    );
    expect(anomalies).toEqual([]);
  });

  test('committed statistics do as well as the data, beyond the twenty values shown', async () => {
    const values = (extra: readonly string[]) => [
      ...Array.from({ length: 60 }, (_, index) => `v${index % 30}`),
      ...extra,
    ];
    const files = { 'data.csv': csv(values(['v29'])), 'old.csv': csv(values(['v28', 'v28'])) };
    const fromData = await compare(files, { reference: ['old.csv'] });
    const { statistics } = await examineData(
      memoryPorts(files).files,
      dataConfiguration({ path: ['old.csv'] }),
      null,
    );
    expect(statistics.columns[0]?.top).toHaveLength(20);
    expect(statistics.columns[0]?.frequencies).toHaveLength(30);
    const fromStatistics = await compare(
      { ...files, 'data/statistics.json': JSON.stringify(statistics) },
      { reference: ['data/statistics.json'] },
    );
    expect(fromStatistics.columns).toEqual(fromData.columns);
    expect(fromStatistics.comparisons[0]?.files).toEqual(['data/statistics.json']);
  });

  test.each<[content: string | null, says: string]>([
    [null, 'no such file'],
    ['{', 'not JSON'],
    ['\ufffe{}', 'not JSON'],
    ['[]', 'no statistics'],
    ['{"version":1,"files":[],"examples":-1,"columns":[]}', 'no statistics'],
  ])('%j is refused', async (content, says) => {
    const files = {
      'data.csv': csv(['a', 'b']),
      ...(content === null ? {} : { 'statistics.json': content }),
    };
    const error: unknown = await compare(files, { reference: ['statistics.json'] }).catch(
      (cause: unknown) => cause,
    );
    if (!isUserError(error)) throw error;
    expect(error.problems[0]).toMatchObject({
      what: expect.stringContaining(says),
      where: { file: 'statistics.json' },
    });
  });
});

describe('numbers of examples', () => {
  const ratio = (current: number, rules: object, kind: 'reference' | 'previousVersion') =>
    compare(
      { 'data.csv': csv(repeat('a', current)), 'old.csv': csv(repeat('a', 10)) },
      { [kind]: ['old.csv'] },
      {},
      { 'x-dataset': rules },
    );

  test.each<[kind: 'reference' | 'previousVersion', rule: string, name: string]>([
    ['reference', 'num-examples-drift-comparator', 'the reference data'],
    ['previousVersion', 'num-examples-version-comparator', 'the previous version'],
  ])('%s', async (kind, rule, name) => {
    const rules = { [rule]: { 'min-fraction': 0.9, 'max-fraction': 1.2 } };
    expect((await ratio(9, rules, kind)).anomalies).toEqual([]);
    expect((await ratio(12, rules, kind)).anomalies).toEqual([]);
    expect((await ratio(8, rules, kind)).anomalies).toMatchObject([
      {
        type: 'COMPARATOR_LOW_NUM_EXAMPLES',
        description: `There are 8 examples, and 10 in ${name}: 0.8 times as many; the schema asks for at least 0.9 times.`,
      },
    ]);
    expect((await ratio(13, rules, kind)).anomalies).toMatchObject([
      { type: 'COMPARATOR_HIGH_NUM_EXAMPLES' },
    ]);
  });

  test('no examples at all before: any are too many', async () => {
    const { anomalies, comparisons } = await compare(
      {
        'data.csv': csv(['a', 'b']),
        'none.json': JSON.stringify({
          version: 1,
          files: [{ path: 'a.csv', bytes: 0, sha256: 'a'.repeat(64) }],
          examples: 0,
          repeatedRows: { count: 0 },
          columns: [],
        }),
      },
      { reference: ['none.json'] },
      {},
      { 'x-dataset': { 'num-examples-drift-comparator': { 'max-fraction': 1000 } } },
    );
    expect(comparisons[0]?.examples.ratio).toBeNull();
    expect(anomalies.map(({ type }) => type)).toEqual(['COMPARATOR_HIGH_NUM_EXAMPLES']);
  });
});
