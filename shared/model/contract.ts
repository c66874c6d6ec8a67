import type { NetworkArchitecture, Task, TrainingConfiguration } from '../config/index.ts';
import type { FeatureBlock } from '../features/index.ts';
import type { ModelFiles, Network } from '../network/index.ts';
import type { Checkpointing } from './checkpoint.ts';
import type { ExampleSource } from './examples.ts';

/** A row-major matrix of single-precision numbers. */
export interface Matrix {
  readonly data: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

/** What can compute; see docs/training.md. */
export type EngineName = NonNullable<TrainingConfiguration['engine']>;

/** All that decides the last bits of what an engine computes. */
export interface EngineDescription {
  readonly name: EngineName;
  /** Version of TensorFlow.js. */
  readonly version: string;
  /** Whether SIMD instructions of WebAssembly are used. */
  readonly simd: boolean;
  /** Of the native engine: package with its version, version of libtensorflow, threads of one operation. */
  readonly backend?: string;
  readonly library?: string;
  readonly threads?: number;
}

export interface TrainingRequest {
  readonly task: Task;
  readonly architecture: NetworkArchitecture;
  readonly training: TrainingConfiguration;
  /** Left out: WebAssembly, as this machine has it. */
  readonly engine?: EngineDescription;
  /** Outputs of the model: classes of a multiclass task, otherwise 1. */
  readonly outputs: number;
  /** The model itself, which stands for `architecture` then. Left out: as that describes it. */
  readonly network?: Network;
  /** What the numbers of an example tell. Only a wide-and-deep model asks. */
  readonly blocks?: readonly FeatureBlock[];
  readonly train: LabelledMatrix;
  readonly validation: LabelledMatrix;
  /** Where examples come from that are not all in memory; `train` and `validation` are then their windows. */
  readonly sources?: { readonly train: ExampleSource; readonly validation: ExampleSource };
  /** One array for each parameter of the network, from which the training begins. Left out: drawn by the seed. */
  readonly initialWeights?: readonly Float32Array[];
  /** Left out: no checkpoints. They change no byte of the model. */
  readonly checkpoints?: Checkpointing;
  /** Asked after each epoch but the last: whether no further one may begin, for want of time. Left out: never. */
  readonly isTimeUp?: () => boolean;
  /** Trains so many epochs at most, as if the time were up then: what a training cut off by time is rebuilt by. */
  readonly stopAfter?: number;
  /** Called after each epoch. */
  readonly onEpoch?: (epoch: EpochRecord) => void;
}

/** `labels`: class index (0 or 1 for a binary task), or the standardised target of a regression. */
export interface LabelledMatrix {
  readonly features: Matrix;
  readonly labels: Float32Array;
  /** How much each example counts, 1 on average; left out: all alike. */
  readonly weights?: Float64Array;
}

export interface EpochRecord {
  /** From 1. */
  readonly epoch: number;
  /** Losses are weighted means where examples have weights; the accuracy is not weighted. */
  readonly trainLoss: number;
  readonly validationLoss: number;
  /** Share of validation examples classified rightly; left out for regression. */
  readonly validationAccuracy?: number;
  /** Of the last step, to 9 digits; left out where no schedule changes it. */
  readonly learningRate?: number;
}

export interface TrainedModel {
  readonly files: ModelFiles;
  readonly engine: EngineDescription;
  readonly history: readonly EpochRecord[];
  /** The epoch whose weights were kept. */
  readonly bestEpoch: number;
  readonly stoppedEarly: boolean;
  /** Whether it was time that ended the training before its epochs. */
  readonly isCutOff: boolean;
  readonly parameters: number;
}

/**
 * Scores for each row: probabilities of the classes (multiclass: `rows × classes`; binary: `rows × 1`, of the positive
 * class), or the standardised prediction of a regression (`rows × 1`).
 */
export interface Predictor {
  readonly inputs: number;
  readonly outputs: number;
  predict(features: Matrix): Matrix;
  dispose(): void;
}
