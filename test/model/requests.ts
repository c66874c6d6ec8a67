import type { NetworkArchitecture, NetworkTraining, Task } from '../../shared/config/index.ts';
import type { LabelledMatrix, TrainingRequest } from '../../shared/model/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';

export const MLP = {
  kind: 'mlp',
  hidden: [16, 8],
  activation: 'relu',
  dropout: 0,
} satisfies NetworkArchitecture;

export function makeRequest(
  task: Task,
  data: { readonly train: LabelledMatrix; readonly validation?: LabelledMatrix },
  options: Partial<NetworkTraining> & { readonly outputs?: number } = {},
): TrainingRequest {
  const { outputs = 1, ...settings } = options;
  const training: NetworkTraining = {
    seed: 1,
    architecture: MLP,
    optimizer: { kind: 'adam', learningRate: 0.02 },
    epochs: 20,
    batchSize: 16,
    l2: 0,
    earlyStopping: null,
    checkpointMinutes: 0,
    cache: false,
    ...settings,
  };
  return {
    task,
    architecture: training.architecture,
    training,
    outputs,
    train: data.train,
    validation: data.validation ?? data.train,
  };
}

/** Examples with `columns` numbers in [−1, 1) and the label that `labelOf` gives them. */
export function makeExamples(
  rows: number,
  columns: number,
  labelOf: (row: Float32Array) => number,
  seed = 1,
): LabelledMatrix {
  const random = new SeededRandom(seed, 'test');
  const data = Float32Array.from({ length: rows * columns }, () => 2 * random.uniform() - 1);
  const labels = Float32Array.from({ length: rows }, (_, row) =>
    labelOf(data.subarray(row * columns, (row + 1) * columns)),
  );
  return { features: { data, rows, columns }, labels };
}

export const XOR: LabelledMatrix = {
  features: { data: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1), rows: 4, columns: 2 },
  labels: Float32Array.of(0, 1, 1, 0),
};
