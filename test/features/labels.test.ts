import { describe, expect, test } from '@jest/globals';
import type { Task } from '../../shared/config/index.ts';
import { encodeLabels, fitTransform, inferTask } from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

async function fit(
  labels: readonly (string | number)[],
  task: Task,
  trainRows?: readonly number[],
) {
  const table = await makeTable(csv({ x: labels.map((_, row) => row), label: labels }));
  const rows = trainRows === undefined ? allRows(table) : Int32Array.from(trainRows);
  return {
    table,
    transform: fitTransform(table, rows, { label: 'label', task, ignore: [] }).transform,
  };
}

async function refusal(
  labels: readonly (string | number)[],
  task: Task,
  trainRows?: readonly number[],
) {
  const table = await makeTable(csv({ x: labels.map((_, row) => row), label: labels }));
  const rows = trainRows === undefined ? allRows(table) : Int32Array.from(trainRows);
  return problemsOf(() => fitTransform(table, rows, { label: 'label', task, ignore: [] }));
}

describe('classes', () => {
  test('are sorted by code point and encoded by their place', async () => {
    const { table, transform } = await fit(
      ['no', 'Yes', 'no', 'maybe'],
      'multiclass-classification',
    );
    expect(transform.label).toEqual({
      kind: 'classes',
      column: 'label',
      classes: ['Yes', 'maybe', 'no'],
    });
    expect([...encodeLabels(transform, table, Int32Array.of(3, 0, 1))]).toEqual([1, 2, 0]);
  });

  test('that are numbers stand as their shortest text', async () => {
    const { table, transform } = await fit(['1.0', '10', '2', '1'], 'multiclass-classification');
    expect(transform.label).toMatchObject({ classes: ['1', '10', '2'] });
    expect([...encodeLabels(transform, table, allRows(table))]).toEqual([0, 1, 2, 0]);
  });

  test('of two kinds may be learned as many', async () => {
    const { transform } = await fit(['a', 'b'], 'multiclass-classification');
    expect(transform.label).toMatchObject({ classes: ['a', 'b'] });
  });
});

describe('numbers', () => {
  test('are standardised', async () => {
    const { table, transform } = await fit([1, 2, 3, 6], 'regression');
    expect(transform.label).toEqual({
      kind: 'number',
      column: 'label',
      mean: 3,
      deviation: Math.sqrt(3.5),
    });
    expect([...encodeLabels(transform, table, Int32Array.of(2, 3))]).toEqual([
      0,
      Math.fround(3 / Math.sqrt(3.5)),
    ]);
  });
});

describe('labels that can not be learned are refused', () => {
  test('no such column', async () => {
    const table = await makeTable('x,labell\n1,a\n2,b\n');
    const request = { label: 'label', task: 'regression', ignore: [] } as const;
    expect(problemsOf(() => fitTransform(table, allRows(table), request))).toBe(
      'data.csv:1: There is no label column "label". Did you mean "labell"?',
    );
    expect(problemsOf(() => inferTask(table, 'price'))).toMatch(/The columns are: x, labell/);
  });

  test.each<Task>(['regression', 'binary-classification'])(
    'missing, in any split: %s',
    async (task) => {
      const labels = Array.from({ length: 40 }, (_, row) => (row % 3 === 0 ? '' : row % 2));
      const lines = (await refusal(labels, task, [1, 2, 4, 5])).split('\n');
      expect(lines).toHaveLength(11);
      expect(lines[0]).toBe(
        'data.csv:2: The label "label" is missing. Fill it in, or remove the row.',
      );
      expect(lines[9]).toMatch(/^data\.csv:29: /);
      expect(lines[10]).toBe('4 more rows have the same problem.');
    },
  );

  test('one class only', async () => {
    expect(await refusal(['a', 'a', 'a'], 'multiclass-classification')).toMatch(
      /one class only: a\./,
    );
    expect(await refusal([1, 1], 'binary-classification')).toMatch(/one class only: 1\./);
  });

  test('a binary task with three classes', async () => {
    expect(await refusal(['a', 'b', 'c'], 'binary-classification')).toMatch(
      /has 3 classes \(a, b, c\), a binary classification has two/,
    );
  });

  test('a class without a training example', async () => {
    expect(await refusal(['a', 'b', 'a', 'c', 'c'], 'multiclass-classification', [0, 1, 2])).toBe(
      'data.csv:1: The training split has no example of the class c (2 in all rows). Add examples of it, or enlarge data.split.fractions.train.',
    );
  });

  test('more classes than sense', async () => {
    const labels = Array.from({ length: 1001 }, (_, row) => `id${row}`);
    expect(await refusal(labels, 'multiclass-classification')).toMatch(
      /1001 different values; at most 1000/,
    );
  });

  test('words in a regression, at their lines', async () => {
    expect(await refusal([1, 'cheap', 3, 4], 'regression')).toMatch(
      /^data\.csv:3: The label "label" of a regression is "cheap", not a number\./,
    );
    const text = '{"x":1,"label":"1"}\n{"x":2,"label":"2"}\n';
    const table = await makeTable(text, 'data.jsonl');
    const request = { label: 'label', task: 'regression', ignore: [] } as const;
    expect(problemsOf(() => fitTransform(table, allRows(table), request))).toMatch(
      /written as text/,
    );
  });

  // By an expression that shares the digits out in all ways it takes half a minute.
  test('a hundred thousand digits that are no number, in no time', async () => {
    const begun = process.cpuUsage();
    const said = await refusal([1, `${'1'.repeat(100_000)}x`, 3], 'regression');
    const { user } = process.cpuUsage(begun);
    expect(said).toMatch(/^data\.csv:3: The label "label" of a regression is "1{9}/);
    expect(user).toBeLessThan(3e6);
  });

  test('infinite or constant numbers in a regression', async () => {
    expect(await refusal([1, 'inf', 3], 'regression')).toMatch(/^data\.csv:3: .* is infinite/);
    expect(await refusal([2, 2, 2, 5], 'regression', [0, 1, 2])).toMatch(
      /is 2 in every training row/,
    );
    expect(await refusal(['1e200', '-1e200'], 'regression')).toMatch(/too large to standardise/);
  });

  test('a class or a number that the model does not know', async () => {
    const { transform } = await fit(['a', 'b', 'a'], 'binary-classification');
    const table = await makeTable('x,label\n1,a\n2,z\n3,\n');
    expect(problemsOf(() => encodeLabels(transform, table, allRows(table))).split('\n')).toEqual([
      'data.csv:3: The label "label" is "z", a class that the model does not know. Correct the row, or train a model with this class; it knows: a, b.',
      'data.csv:4: The label "label" is missing. Fill it in, or remove the row.',
    ]);
    const { transform: numeric } = await fit([1, 2, 3], 'regression');
    const huge = await makeTable('x,label\n1,1e300\n');
    expect(problemsOf(() => encodeLabels(numeric, huge, allRows(huge)))).toMatch(/too large/);
    expect(problemsOf(() => encodeLabels(numeric, table, allRows(table)))).toMatch(/not a number/);
  });
});

describe('the task is judged by the label', () => {
  const count = (length: number, cell: (row: number) => string | number) =>
    Array.from({ length }, (_, row) => cell(row));
  const cases: [string, (string | number)[], Task][] = [
    ['two words', ['yes', 'no', 'yes'], 'binary-classification'],
    ['three words', ['a', 'b', 'c'], 'multiclass-classification'],
    ['many words', count(50, (row) => `w${row}`), 'multiclass-classification'],
    ['0 and 1', [0, 1, 0], 'binary-classification'],
    ['two other numbers', [0.5, 1.5, 0.5], 'binary-classification'],
    ['twenty whole numbers', count(60, (row) => row % 20), 'multiclass-classification'],
    ['twenty-one whole numbers', count(60, (row) => row % 21), 'regression'],
    ['three fractions', [0.5, 1.5, 2.25], 'regression'],
    ['two words and gaps', ['yes', '', 'no'], 'binary-classification'],
  ];
  test.each(cases)('%s', async (_name, labels, task) => {
    const table = await makeTable(csv({ x: labels.map((_, row) => row), label: labels }));
    expect(inferTask(table, 'label')).toBe(task);
  });
});
