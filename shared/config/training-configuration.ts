import type { SourceLocation } from '../errors/index.ts';

export interface TrainingConfiguration {
  /** 0 … 2³² − 1. */
  readonly seed: number;
  readonly architecture: ArchitectureConfiguration;
  readonly optimizer: OptimizerConfiguration;
  readonly epochs: number;
  readonly batchSize: number;
  /** L1 penalty on kernels (not biases); left out: none. */
  readonly l1?: number;
  /** L2 penalty on kernels (not biases); 0 for none. */
  readonly l2: number;
  /** `patience` epochs without an improvement of at least `minDelta` end the training; null: train all epochs. */
  readonly earlyStopping: { readonly patience: number; readonly minDelta: number } | null;
  /** How the learning rate changes; left out: never. */
  readonly schedule?: RateSchedule;
  /** Left out: gradients are taken as they are. */
  readonly clip?: GradientClipping;
  /** Left out: classes count alike. */
  readonly classWeight?: ClassWeights;
  /** Column that says how much each example counts; no feature (it is in `data.ignore`). Left out: all alike. */
  readonly exampleWeight?: string;
  /** Rounds of cross-validation beside the training; left out: none. */
  readonly crossValidation?: { readonly folds: number };
  /** Whether the importance of each feature is measured, by so many permutations; left out: no. */
  readonly featureImportance?: { readonly repeats: number };
  /** Whether features are eliminated one after the other; left out: no. The model keeps all of them. */
  readonly featureElimination?: FeatureElimination;
  /** What computes; left out (`auto`): what the repository's package.json asks for. */
  readonly engine?: 'wasm' | 'tensorflow' | 'cpu';
  /** Whose weights the training begins with: those of `evaluation.baseline`, or of the model in a folder. Left out: drawn ones. */
  readonly warmStart?: 'blessed' | { readonly folder: string };
  /** Minutes after which no further epoch begins, above 0; left out: no limit. */
  readonly timeBudget?: number;
  /** Whether examples are read from the disk in each epoch, so that the data may be larger than memory. Left out: no. */
  readonly streaming?: true;
  /** Minutes between checkpoints in the cache, from which a training that was cut off goes on; 0: none. */
  readonly checkpointMinutes: number;
  /** Take a model from the cache when data, configuration, code and engine are the same. */
  readonly cache: boolean;
}

export interface FeatureElimination {
  /** With so many it ends, ≥ 1. */
  readonly minFeatures: number;
  /** Permutations of each feature, ≥ 1. */
  readonly repeats: number;
  /** Models that are trained at most, those of folds included. */
  readonly maxTrainings: number;
}

export interface OptimizerConfiguration {
  readonly kind: 'adam' | 'adamw' | 'sgd' | 'rmsprop';
  readonly learningRate: number;
  /** Of sgd: share of the velocity that is left in the next step, above 0 and below 1; left out: none. */
  readonly momentum?: number;
  /** Of sgd with momentum: moves by the velocity that the next step would have (Nesterov). Left out: no. */
  readonly nesterov?: true;
  /** Of adamw: share of a kernel that a step takes away at a rate of 1, ≥ 0; left out: `DEFAULT_WEIGHT_DECAY`. */
  readonly weightDecay?: number;
}

/** PyTorch's. */
export const DEFAULT_WEIGHT_DECAY = 0.01;

/** See `LearningRate` for the formulas. */
export type RateSchedule =
  /** `factor`: of each epoch, above 0 and at most 1. */
  | { readonly kind: 'exponential'; readonly factor: number }
  /** `factor`: after each `every` epochs, above 0 and below 1; `every`: whole, ≥ 1. */
  | { readonly kind: 'step'; readonly factor: number; readonly every: number }
  /** `warmUp`: epochs ≥ 0, fewer than the training has; `end`: share of the rate, 0 … 1. */
  | { readonly kind: 'cosine'; readonly warmUp: number; readonly end: number }
  | {
      readonly kind: 'plateau';
      /** Above 0 and below 1. */
      readonly factor: number;
      /** Epochs. */
      readonly patience: number;
      readonly minDelta: number;
      /** Smallest rate. */
      readonly minimum: number;
    };

export interface GradientClipping {
  /** `norm`: of all gradients of a step together; `value`: of each number. */
  readonly by: 'norm' | 'value';
  /** Above 0. */
  readonly limit: number;
}

export interface ClassWeights {
  /** `balanced`: inversely as their examples. Otherwise by class, each ≥ 0; a class left out weighs 1. */
  readonly weights: 'balanced' | Readonly<Record<string, number>>;
  /** For messages; decides nothing. */
  readonly where: SourceLocation;
  /** Where each class of `weights` is named, for messages. */
  readonly places?: ReadonlyMap<string, SourceLocation>;
}

export type ArchitectureConfiguration = NetworkArchitecture | CommandArchitecture;

/** What the suite trains itself. */
export type NetworkArchitecture =
  | { readonly kind: 'linear' }
  | {
      readonly kind: 'mlp';
      readonly hidden: readonly number[];
      readonly activation: 'relu' | 'tanh';
      /** 0 … < 1, share of activations dropped while training. */
      readonly dropout: number;
    }
  | {
      readonly kind: 'wide-and-deep';
      readonly hidden: readonly number[];
      readonly activation: 'relu' | 'tanh';
      readonly dropout: number;
      /** Numbers that stand for a category in the hidden layers, 1 … 1024. */
      readonly embedding: number;
    }
  | EncoderArchitecture
  | ModuleArchitecture;

/** Layers of its own make vectors of some features, which hidden layers read beside the others. */
export type EncoderArchitecture =
  | ({
      readonly kind: 'cnn';
      /** Of each convolution. */
      readonly filters: readonly number[];
      /** Height and width of each convolution's window. */
      readonly kernel: number;
    } & HiddenLayers)
  | ({
      readonly kind: 'text';
      readonly encoder: 'average' | 'cnn' | 'lstm';
      /** Numbers that stand for a word. */
      readonly embedding: number;
      /** Of the convolution or the LSTM. */
      readonly units: number;
    } & HiddenLayers)
  | ({
      readonly kind: 'time-series';
      readonly encoder: 'lstm' | 'gru' | 'cnn';
      readonly units: number;
    } & HiddenLayers);

interface HiddenLayers {
  readonly hidden: readonly number[];
  readonly activation: 'relu' | 'tanh';
  /** 0 … < 1, share of activations dropped while training. */
  readonly dropout: number;
}

/** A module of the user's makes the model, which the suite trains. */
export interface ModuleArchitecture {
  readonly kind: 'module';
  /** Of the file, seen from the workspace. */
  readonly path: string;
}

/** A program of the user's trains. */
export interface CommandArchitecture {
  readonly kind: 'command';
  /** For the runner's shell. */
  readonly run: string;
  readonly timeoutMinutes: number;
}

/** A training whose architecture is known to be one of the suite's own. */
export interface NetworkTraining extends TrainingConfiguration {
  readonly architecture: NetworkArchitecture;
}

/** `training` where the architecture is one of the suite's own; null where a command trains. */
export function networkTraining(training: TrainingConfiguration): NetworkTraining | null {
  const { architecture } = training;
  return architecture.kind === 'command' ? null : { ...training, architecture };
}

/** Fields that tuning may set, as they are written in `tuning.search`. Only the end may grow: the place decides Sobol points. */
export const TUNABLE_FIELDS = [
  'training.optimizer.learning-rate',
  'training.optimizer.kind',
  'training.batch-size',
  'training.l2',
  'training.architecture.hidden',
  'training.architecture.activation',
  'training.architecture.dropout',
  'training.architecture.embedding',
  'training.optimizer.momentum',
  'training.optimizer.weight-decay',
  'training.l1',
  'training.clip.norm',
  'training.schedule.kind',
] as const;
export type TunableField = (typeof TUNABLE_FIELDS)[number];

export type TuningMethod = 'random' | 'sobol' | 'successive-halving';

export interface TuningConfiguration {
  readonly method: TuningMethod;
  readonly trials: number;
  /** 0 … 2³² − 1. */
  readonly seed: number;
  readonly search: SearchSpace;
  /** Where the method is successive halving. */
  readonly halving?: HalvingConfiguration;
}

export interface HalvingConfiguration {
  /** One trial of so many goes on to the next rung, which has so many times the epochs; ≥ 2. */
  readonly reduction: number;
  /** Trials that are compared with each other, ≥ `reduction`. */
  readonly bracket: number;
}

export type SearchSpace = Readonly<Partial<Record<TunableField, SearchDimension>>>;

export type SearchDimension =
  /** `integers`: whole numbers only; both ends may be drawn. */
  | {
      readonly kind: 'range';
      readonly from: number;
      readonly to: number;
      readonly scale: 'linear' | 'log';
      readonly integers: boolean;
    }
  | { readonly kind: 'values'; readonly values: readonly ParameterValue[] };

/** A learning rate, an activation, the units of hidden layers. */
export type ParameterValue = number | string | readonly number[];
