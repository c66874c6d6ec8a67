import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClassWeights, Task } from '../../shared/config/index.ts';
import {
  encodeLabels,
  fitTransform,
  requireWeightColumn,
  weighExamples,
} from '../../shared/features/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 5, column: 3 };

interface Given {
  readonly label: readonly (string | number)[];
  readonly w?: readonly (string | number)[];
  readonly classWeight?: ClassWeights['weights'];
  readonly task?: Task;
  /** The first so many rows train, all of them validate. */
  readonly trained?: number;
}

async function weigh({ label, w, classWeight, task, trained = label.length }: Given) {
  const x = label.map((_, row) => row);
  const table = await makeTable(csv(w === undefined ? { x, label } : { x, label, w }));
  const rows = allRows(table);
  const { transform } = fitTransform(table, rows, {
    label: 'label',
    task: task ?? 'multiclass-classification',
    ignore: [],
    features: ['x'],
  });
  const side = (chosen: Int32Array) => ({
    rows: chosen,
    labels: encodeLabels(transform, table, chosen),
  });
  return () =>
    weighExamples(table, {
      training: {
        ...(classWeight === undefined ? {} : { classWeight: { weights: classWeight, where } }),
        ...(w === undefined ? {} : { exampleWeight: 'w' }),
      },
      label: transform.label,
      train: side(rows.slice(0, trained)),
      validation: side(rows),
    });
}

const SIX_THREE_ONE = [...'aaaaaabbbc'];
const W = [1, 2, 1, 1, 0, 1, 3, 1, 1, 4];

describe('weights of examples', () => {
  test('are not made where all count alike', async () => {
    expect((await weigh({ label: [...'abab'] }))()).toBeNull();
  });

  // scikit-learn 1.9.1: compute_class_weight('balanced', classes=arange(3), y=y, sample_weight=w)
  test.each([
    [undefined, [0.55555556, 1.11111111, 3.33333333]],
    [W, [0.83333333, 1, 1.25]],
  ])('are balanced as scikit-learn balances them', async (w, expected) => {
    const given = { label: SIX_THREE_ONE, classWeight: 'balanced' as const };
    const weights = (await weigh(w === undefined ? given : { ...given, w }))();
    const found = Object.values(weights?.classes ?? {});
    for (const [index, weight] of expected.entries()) expect(found[index]).toBeCloseTo(weight, 7);
  });

  test('multiply those of the class and those of the row, and are 1 on average in each split', async () => {
    const label = [...'abab'];
    const weights = (await weigh({ label, w: [1, 2, 3, 0], classWeight: { b: 3 }, trained: 2 }))();
    expect([...(weights?.train ?? [])]).toEqual([2 / 7, 12 / 7]);
    expect([...(weights?.validation ?? [])]).toEqual([0.4, 2.4, 1.2, 0]);
    expect(weights?.classes).toEqual({ a: 1, b: 3 });
  });

  test('are the same when all are multiplied', async () => {
    const weight = fc.integer({ min: 0, max: 1000 });
    const lists = fc.array(weight, { minLength: 4, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom(2, 0.5, 1024), async (given, factor) => {
        const w = [...given, 1];
        const label = w.map((_, row) => (row % 2 === 0 ? 'a' : 'b'));
        const scaled = w.map((value) => value * factor);
        const [plain, other] = [
          (await weigh({ label, w }))(),
          (await weigh({ label, w: scaled }))(),
        ];
        expect(other).toEqual(plain);
        const sum = (plain?.train ?? new Float64Array()).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(w.length, 9);
      }),
      { numRuns: 40 },
    );
  });
});

describe('refuses', () => {
  const label = [...'abab'];
  test.each<[string, Given, string]>([
    [
      'cells that are no weight, with their lines',
      { label, w: [1, '', -2, 'heavy'] },
      'data.csv:3: The weight "w" is missing. Write a number that is 0 or more, or correct training.example-weight.\ndata.csv:4: The weight "w" is negative: -2. ',
    ],
    ['negative ones', { label, w: [1, 1, -2, 1] }, 'data.csv:4: The weight "w" is negative: -2'],
    [
      'infinite ones',
      { label, w: [1, 1, 'inf', 1] },
      'data.csv:4: The weight "w" is "Infinity", not',
    ],
    ['words', { label, w: [1, 1, 1, 'heavy'] }, 'data.csv:5: The weight "w" is "heavy", not a'],
    [
      'a split without any weight',
      { label, w: [0, 0, 1, 1], trained: 2 },
      'data.csv:1: The weights of all 2 examples of the train split are 0',
    ],
    [
      'classes that weigh nothing together',
      { label, classWeight: { a: 0, b: 0 } },
      'mlops.yml:5:3: The weights of all 4 examples of the train split are 0',
    ],
    [
      'a sum beyond all numbers',
      { label, w: [1e308, 1e308, 1e308, 1] },
      'data.csv:1: The weights of all 4 examples of the train split are 0, or too large to add up',
    ],
    [
      'to balance a class of no weight',
      { label, w: [1, 0, 1, 0], classWeight: 'balanced' },
      "mlops.yml:5:3: Classes can't be balanced: the training examples of b weigh nothing",
    ],
    [
      'a class that the label has not',
      { label: ['high', 'low', 'low'], classWeight: { hihg: 2 } },
      'mlops.yml:5:3: training.class-weight names a class "hihg" that the label does not have. Did you mean "high"?',
    ],
    [
      'classes of a number',
      { label: [1, 2.5, 3], classWeight: 'balanced', task: 'regression' },
      'mlops.yml:5:3: training.class-weight needs classes, and the label "label" is a number',
    ],
  ])('%s', async (_, given, expected) => {
    expect(problemsOf(await weigh(given))).toContain(expected);
  });

  test('a column that is not there', async () => {
    const table = await makeTable(csv({ x: [1, 2], weight: [1, 2] }));
    expect(problemsOf(() => requireWeightColumn(table, { exampleWeight: 'wieght' }))).toBe(
      'data.csv:1: There is no example-weight column "wieght". Did you mean "weight"?',
    );
  });
});
