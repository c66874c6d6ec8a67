import { describe, expect, test } from '@jest/globals';
import type { ExportVariant, Task } from '../../shared/config/index.ts';
import { applyTransform } from '../../shared/features/index.ts';
import { parseModel, taskOfModel } from '../../shared/network/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { executeGraph } from '../../shared/tflite/execute-graph.ts';
import {
  describeInputs,
  type ExportedFile,
  executeFile,
  exportModel,
  feedVectors,
  type IntegerEndpoints,
  OUTPUT_NAMES,
  readIntegers,
  readRawFeatures,
} from '../../shared/tflite/index.ts';
import { exampleAt } from '../../shared/tflite/raw-features.ts';
import { drawWeights, WRITTEN } from './layer-graphs.ts';
import { allRows, type ModelPlan, makeModel } from './random-model.ts';
import { predictExactly } from './reference.ts';

const ROWS = 40;

function prepare(plan: ModelPlan, seed: number, variants: readonly ExportVariant[]) {
  const made = makeModel(plan, seed, ROWS);
  const { transform, table } = made;
  const model = parseModel(made, 'model');
  const task = taskOfModel(model.network, transform, 'model');
  const inputs = readRawFeatures(transform, describeInputs(transform, task), table, allRows(table));
  const vectors = applyTransform(transform, table, allRows(table));
  const exact = predictExactly(model, transform, vectors);
  const calibration = { features: inputs, vectors };
  const request = { model, transform, task, variants, calibration, description: 'test' };
  return { task, inputs, vectors, exact, files: exportModel(request) };
}

const run = (file: ExportedFile, inputs: ReturnType<typeof prepare>['inputs'], task: Task) =>
  executeFile({ file: file.bytes, rows: ROWS, inputs, output: OUTPUT_NAMES[task] });

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, index) => {
    const difference = Math.abs(value - (b[index] as number));
    return Math.max(difference, most);
  }, 0);
}

/** Deviation of the label of a regression in `makeModel`; probabilities have no unit. */
const unitOf = (task: Task) => (task === 'regression' ? 801.9 : 1);

/** Sizes, tasks and activations in every mix, the extremes among them. */
function randomPlans(count: number): [string, ModelPlan, number][] {
  const random = new SeededRandom(11, 'plans');
  const pick = <T>(values: readonly T[]) => values[random.integer(values.length)] as T;
  return Array.from({ length: count }, (_, seed) => {
    const task = (['multiclass-classification', 'binary-classification', 'regression'] as const)[
      seed % 3
    ] as Task;
    const numeric = seed % 7 === 1 ? 0 : 1 + random.integer(9);
    const words = seed % 7 === 2 ? 0 : 1 + random.integer(4);
    const plan: ModelPlan = {
      task,
      numeric,
      vocabularies: Array.from({ length: words }, () => pick([1, 2, 3, 8, 40])),
      hidden: Array.from({ length: random.integer(4) }, () => ({
        units: pick([1, 3, 8, 16, 33, 64]),
        activation: pick(['relu', 'tanh', 'sigmoid', 'linear'] as const),
      })),
      classes: task === 'multiclass-classification' ? 2 + random.integer(9) : 2,
    };
    const hidden = plan.hidden.map(({ units, activation }) => `${activation} ${units}`);
    const title = `${task}, ${numeric} numbers, ${words} categories, hidden ${hidden.join(', ')}`;
    return [title, plan, seed];
  });
}

describe('files executed in LiteRT', () => {
  test.each(randomPlans(30))('float32: %s', async (_, plan, seed) => {
    const { files, inputs, exact, task } = prepare(plan, seed, ['float32']);
    const [file] = files as [ExportedFile];
    const answers = await run(file, inputs, task);
    expect(largestDifference(answers.data, exact) / unitOf(task)).toBeLessThan(1e-6);
  });

  test.each(randomPlans(8))('dynamic range: %s', async (_, plan, seed) => {
    const { files, inputs, exact, task } = prepare(plan, seed, ['dynamic-range']);
    const [file] = files as [ExportedFile];
    const answers = await run(file, inputs, task);
    const difference = largestDifference(answers.data, exact) / unitOf(task);
    expect(difference).toBeLessThan(0.05);
    expect(difference).toBeGreaterThan(1e-6);
  });

  test.each(randomPlans(12))(
    'float16, beside the same arithmetic in JavaScript: %s',
    async (_, plan, seed) => {
      const { files, inputs, exact, task } = prepare(plan, seed, ['float16']);
      const [file] = files as [ExportedFile];
      const answers = await run(file, inputs, task);
      const twin = Array.from({ length: ROWS }, (_unused, row) => [
        ...(executeGraph(file.graph, exampleAt(inputs, row)).get(OUTPUT_NAMES[task]) ?? []),
      ]).flat();
      expect(largestDifference(answers.data, twin) / unitOf(task)).toBeLessThan(1e-6);
      expect(largestDifference(answers.data, exact) / unitOf(task)).toBeLessThan(0.01);
    },
  );

  test.each(randomPlans(12))(
    'int8, beside the same arithmetic in JavaScript: %s',
    async (_, plan, seed) => {
      const { files, inputs, task } = prepare(plan, seed, ['int8']);
      const [file] = files as [ExportedFile];
      const answers = await run(file, inputs, task);
      const twin = Array.from({ length: ROWS }, (_unused, row) => [
        ...(executeGraph(file.graph, exampleAt(inputs, row)).get(OUTPUT_NAMES[task]) ?? []),
      ]).flat();
      const last = [...file.graph.tensors.values()].findLast(({ type }) => type === 'int8');
      const step = (last?.quantization?.scale ?? 0) * unitOf(task);
      // One step at most; single precision may round its size.
      expect(largestDifference(answers.data, twin) / step).toBeLessThan(1.001);
    },
  );
});

describe('integer files executed in LiteRT', () => {
  test.each(randomPlans(12))(
    'int16x8, beside the same arithmetic in JavaScript: %s',
    async (_, plan, seed) => {
      const { files, inputs, exact, task } = prepare(plan, seed, ['int16x8']);
      const [file] = files as [ExportedFile];
      const answers = await run(file, inputs, task);
      const twin = Array.from({ length: ROWS }, (_unused, row) => [
        ...(executeGraph(file.graph, exampleAt(inputs, row)).get(OUTPUT_NAMES[task]) ?? []),
      ]).flat();
      // A step is 1/32768, and the kernels' multipliers have 16 bits.
      expect(largestDifference(answers.data, twin) / unitOf(task)).toBeLessThan(3e-4);
      expect(largestDifference(answers.data, exact) / unitOf(task)).toBeLessThan(0.02);
    },
  );

  test.each(randomPlans(12))(
    'int8-only, beside the same arithmetic in JavaScript: %s',
    async (_, plan, seed) => {
      const { files, vectors, exact, task } = prepare(plan, seed, ['int8-only']);
      const [file] = files as [ExportedFile];
      const endpoints = file.endpoints as IntegerEndpoints;
      const inputs = [feedVectors(vectors, endpoints)];
      const answers = await run(file, inputs, task);
      const twin = Array.from({ length: ROWS }, (_unused, row) => [
        ...(executeGraph(file.graph, exampleAt(inputs, row)).get(OUTPUT_NAMES[task]) ?? []),
      ]).flat();
      expect(largestDifference(answers.data, twin)).toBeLessThanOrEqual(1);
      const real = readIntegers(answers, endpoints).data;
      expect(largestDifference(real, exact) / unitOf(task)).toBeLessThan(0.1);
    },
  );
});

test('integers from end to end are for a chain of dense layers alone', () => {
  const plan = {
    task: 'regression',
    numeric: 2,
    vocabularies: [],
    hidden: [],
    classes: 1,
  } as const;
  const { transform, table } = makeModel(plan, 1, ROWS);
  const [[, network] = []] = WRITTEN;
  if (network === undefined) throw new Error('there are networks of other layers');
  const vectors = applyTransform(transform, table, allRows(table));
  const request = {
    model: { network, weights: drawWeights(network) },
    transform,
    task: plan.task,
    variants: ['int8-only'] as const,
    calibration: { features: [], vectors },
    description: 'test',
  };
  expect(() => exportModel(request)).toThrow(
    /Only a chain of dense layers .*\. Leave int8-only out of export\.variants/,
  );
});

describe('arrays and tokens', () => {
  const plan: ModelPlan = {
    task: 'multiclass-classification',
    numeric: 2,
    vocabularies: [3],
    arrays: [[4, 4, 1], [3, 2], [5]],
    hidden: [{ units: 16, activation: 'relu' }],
    classes: 4,
  };

  test.each(['float32', 'float16', 'dynamic-range', 'int8'] as const)(
    'in LiteRT as in the model: %s',
    async (variant) => {
      const { files, inputs, exact, task } = prepare(plan, 5, [variant]);
      const [file] = files as [ExportedFile];
      const answers = await run(file, inputs, task);
      const limits = { float32: 1e-6, float16: 0.01, 'dynamic-range': 0.05, int8: 0.2 };
      expect(largestDifference(answers.data, exact)).toBeLessThan(limits[variant]);
    },
  );

  test('ids of words are whole numbers that the file takes as they are', async () => {
    const { files, inputs, exact, task } = prepare({ ...plan, tokens: 2 }, 6, ['float32']);
    const ids = inputs.filter(({ data }) => data instanceof Int32Array);
    expect(ids).toHaveLength(3);
    const [file] = files as [ExportedFile];
    const answers = await run(file, inputs, task);
    expect(largestDifference(answers.data, exact)).toBeLessThan(1e-5);
  });
});
