import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Checkpoint,
  type ExampleFile,
  ExamplesInMemory,
  type LabelledMatrix,
  StreamedExamples,
  type TrainingRequest,
  trainModel,
} from '../../shared/model/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';

/** Row `r` has the label `r` and the numbers `r + column / 10`. */
function numbered(rows: number, columns = 2, isWeighted = false): LabelledMatrix {
  return {
    features: {
      rows,
      columns,
      data: Float32Array.from(
        { length: rows * columns },
        (_, at) => Math.floor(at / columns) + (at % columns) / 10,
      ),
    },
    labels: Float32Array.from({ length: rows }, (_, row) => row),
    ...(isWeighted ? { weights: Float64Array.from({ length: rows }, (_, row) => row / 2) } : {}),
  };
}

function asFile({ features, labels, weights }: LabelledMatrix): ExampleFile & { reads: number } {
  const { rows, columns } = features;
  return {
    rows,
    columns,
    isWeighted: weights !== undefined,
    reads: 0,
    read(first, into, intoLabels, intoWeights) {
      this.reads++;
      const end = first + intoLabels.length;
      into.set(features.data.subarray(first * columns, end * columns));
      intoLabels.set(labels.subarray(first, end));
      if (weights !== undefined) intoWeights?.set(weights.subarray(first, end));
    },
  };
}

const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 3000 }),
  batchSize: fc.integer({ min: 1, max: 700 }),
  windowRows: fc.integer({ min: 1, max: 2000 }),
});

describe('examples of a file, a window at a time', () => {
  test('every epoch has each example once, and no batch but one is smaller than the others', () => {
    fc.assert(
      fc.property(sizes, ({ rows, batchSize, windowRows }) => {
        const examples = new StreamedExamples(asFile(numbered(rows)), batchSize, windowRows);
        const random = new SeededRandom(1, 'shuffle');
        for (let epoch = 0; epoch < 2; epoch++) {
          const seen: number[] = [];
          const batches: number[] = [];
          for (const order of examples.shuffled(random)) {
            for (const row of order) {
              const label = examples.window.labels[row] as number;
              expect(examples.window.features.data[row * 2 + 1]).toBe(Math.fround(label + 0.1));
              seen.push(label);
            }
            for (let start = 0; start < order.length; start += batchSize)
              batches.push(Math.min(batchSize, order.length - start));
          }
          expect(seen.sort((a, b) => a - b)).toEqual([...numbered(rows).labels]);
          expect(batches.filter((size) => size !== batchSize).length).toBeLessThanOrEqual(1);
          expect(batches.length).toBe(Math.ceil(rows / batchSize));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a pass that is skipped draws what one that is read draws', () => {
    fc.assert(
      fc.property(sizes, ({ rows, batchSize, windowRows }) => {
        const pass = (skipped: boolean) => {
          const examples = new StreamedExamples(asFile(numbered(rows)), batchSize, windowRows);
          const random = new SeededRandom(1, 'shuffle');
          if (skipped) examples.skip(random);
          else for (const _ of examples.shuffled(random));
          return [...examples.shuffled(random)].map((order) => [...order]);
        };
        expect(pass(true)).toEqual(pass(false));
      }),
      { numRuns: 40 },
    );
  });

  test('what fits in the window is read once and in the order of examples in memory', () => {
    const file = asFile(numbered(500));
    const streamed = new StreamedExamples(file, 32);
    const inMemory = new ExamplesInMemory(numbered(500));
    const orders = (examples: StreamedExamples | ExamplesInMemory) => {
      const random = new SeededRandom(3, 'shuffle');
      return [1, 2, 3].map(() => [...examples.shuffled(random)].map((order) => [...order]));
    };
    expect(orders(streamed)).toEqual(orders(inMemory));
    expect(file.reads).toBe(1);
  });

  test('far rows meet in a batch, and epochs differ', () => {
    const examples = new StreamedExamples(asFile(numbered(100_000, 1)), 256, 8192);
    const random = new SeededRandom(5, 'shuffle');
    const epochs = [1, 2].map(() => {
      const labels: number[] = [];
      for (const order of examples.shuffled(random))
        for (const row of order) labels.push(examples.window.labels[row] as number);
      return labels;
    });
    expect(epochs[0]).not.toEqual(epochs[1]);
    // A batch drawn from all rows has a standard deviation of 100,000 / √12 = 28,868, ± 5 % for 256 draws; that of
    // neighbours would be 74.
    for (let start = 0; start + 256 <= 90_000; start += 9_000) {
      const batch = (epochs[0] as number[]).slice(start, start + 256);
      const mean = batch.reduce((sum, label) => sum + label, 0) / 256;
      const variance = batch.reduce((sum, label) => sum + (label - mean) ** 2, 0) / 256;
      expect(Math.sqrt(variance)).toBeGreaterThan(18_000);
    }
  });

  test.each([false, true])(
    'the order of the data, window by window (weights: %p)',
    (isWeighted) => {
      const all = numbered(1500, 3, isWeighted);
      const examples = new StreamedExamples(asFile(all), 10, 512);
      const labels: number[] = [];
      const weights: number[] = [];
      for (const piece of examples.inOrder()) {
        expect(piece.features.data.length).toBe(piece.labels.length * 3);
        labels.push(...piece.labels);
        weights.push(...(piece.weights ?? []));
      }
      expect(labels).toEqual([...all.labels]);
      expect(weights).toEqual(isWeighted ? [...(all.weights as Float64Array)] : []);
    },
  );
});

describe('a training on them', () => {
  const random = new SeededRandom(11, 'data');
  const rows = 900;
  const data = Float32Array.from({ length: rows * 4 }, () => random.uniform() * 2 - 1);
  const labels = Float32Array.from({ length: rows }, (_, row) =>
    (data[row * 4] as number) + (data[row * 4 + 1] as number) * 0.5 > 0 ? 1 : 0,
  );
  const part = (from: number, to: number): LabelledMatrix => ({
    features: { data: data.slice(from * 4, to * 4), rows: to - from, columns: 4 },
    labels: labels.slice(from, to),
  });
  const [train, validation] = [part(0, 700), part(700, 900)];
  const base: Omit<TrainingRequest, 'train' | 'validation'> = {
    task: 'binary-classification',
    architecture: { kind: 'mlp', hidden: [8], activation: 'relu', dropout: 0.1 },
    outputs: 1,
    training: {
      seed: 5,
      architecture: { kind: 'mlp', hidden: [8], activation: 'relu', dropout: 0.1 },
      optimizer: { kind: 'adam', learningRate: 0.01 },
      epochs: 12,
      batchSize: 32,
      l2: 0.001,
      earlyStopping: null,
      checkpointMinutes: 0,
      cache: false,
    },
  };
  const streamedRequest = (windowRows?: number): TrainingRequest => {
    const sources = {
      train: new StreamedExamples(asFile(train), 32, windowRows),
      validation: new StreamedExamples(asFile(validation), 32, windowRows),
    };
    const { train: from, validation: judged } = sources;
    return { ...base, train: from.window, validation: judged.window, sources };
  };

  test('has the bytes of one in memory where all examples fit in the window', async () => {
    const inMemory = await trainModel({ ...base, train, validation });
    const streamed = await trainModel(streamedRequest());
    expect(Buffer.from(streamed.files.weights)).toEqual(Buffer.from(inMemory.files.weights));
    expect(streamed.history).toEqual(inMemory.history);
  });

  test('learns by small windows, to the same bytes each time, and goes on from a checkpoint to them', async () => {
    const whole = await trainModel(streamedRequest(256));
    expect(whole.history.at(-1)?.validationAccuracy).toBeGreaterThan(0.93);
    let fifth: Checkpoint | undefined;
    await trainModel({
      ...streamedRequest(256),
      checkpoints: {
        afterEpoch: (epoch, take) => {
          if (epoch === 5) fifth = take();
        },
      },
    });
    const resumed = await trainModel({
      ...streamedRequest(256),
      checkpoints: { ...(fifth === undefined ? {} : { from: fifth }), afterEpoch: () => undefined },
    });
    expect(fifth?.history).toHaveLength(5);
    expect(Buffer.from(resumed.files.weights)).toEqual(Buffer.from(whole.files.weights));
    expect(resumed.history).toEqual(whole.history);
  });
});
