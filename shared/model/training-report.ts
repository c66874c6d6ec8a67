import type {
  CommandArchitecture,
  MetricName,
  NetworkArchitecture,
  Task,
} from '../config/index.ts';
import type { CommandEntry, EngineEntry, ModuleDigests } from '../lineage/index.ts';
import type { EpochRecord } from './contract.ts';

/** `training.json`: how the model was trained. */
export interface TrainingReport {
  readonly version: 1;
  readonly task: Task;
  readonly architecture: NetworkArchitecture;
  readonly seed: number;
  readonly engine: EngineEntry;
  readonly examples: {
    readonly train: number;
    readonly validation: number;
    readonly evaluation: number;
  };
  /** Columns that the model reads, in order. */
  readonly features: readonly string[];
  /** Columns left out, with the reason. */
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
  /** Rows of the sample on which features were fitted, where it is not all of the training split. */
  readonly fittedOn?: number;
  readonly inputs: number;
  readonly parameters: number;
  /** What the loss is: `cross-entropy` in nats, or `mean squared error` of the standardised label. */
  readonly loss: 'cross-entropy' | 'mean squared error';
  /** How much examples count in the losses; left out where all count alike. */
  readonly weights?: {
    readonly column?: string;
    readonly classes?: Readonly<Record<string, number>>;
  };
  readonly epochsConfigured: number;
  /** Where a module made the model. */
  readonly module?: ModuleDigests;
  /** Digest of the model whose weights it began with. */
  readonly parent?: string;
  readonly history: readonly EpochRecord[];
  readonly bestEpoch: number;
  readonly stoppedEarly: boolean;
  /** What ended the training before its epochs, where it was not the loss. */
  readonly stoppedBy?: 'time-budget';
  readonly crossValidation?: CrossValidationReport;
  readonly importance?: ImportanceReport;
  readonly elimination?: EliminationReport;
}

/** How good models are that have fewer and fewer features, and the order in which features went. */
export interface EliminationReport {
  /** Rows that the losses are of: those of the validation split, or those that a fold's models have not seen. */
  readonly judgedBy: 'validation' | 'cross-validation';
  /** Folds of the cross-validation that came to their end. */
  readonly folds?: number;
  /** Permutations of each feature. */
  readonly repeats: number;
  /** One model each (of a cross-validation: one for each fold), with all features first. */
  readonly steps: readonly {
    readonly features: number;
    /** Mean loss. */
    readonly loss: number;
    /** Its standard error: over the examples, or over the folds. */
    readonly error: number;
    /** Features dropped after it, the more important first. Empty for the last one. */
    readonly removed: readonly string[];
  }[];
  /** All features, those that stayed longest first, of one rank the more important first. */
  readonly ranking: readonly { readonly feature: string; readonly rank: number }[];
  /** Number of features with the lowest loss; left out where no model came to its end. */
  readonly best?: number;
  /** The fewest features whose loss is within one standard error of the lowest: so many of `ranking`, from the first. */
  readonly suggested?: number;
  /** Why it ended before its last step. */
  readonly failure?: string;
}

/** How much the model needs each feature; where a column is part of several features, each stands by itself. */
export interface ImportanceReport {
  /** Of the validation split. */
  readonly examples: number;
  /** Permutations of each feature. */
  readonly repeats: number;
  /** The most important one first. */
  readonly features: readonly {
    readonly feature: string;
    /** By how much the mean loss rises when the feature's values are dealt anew to the examples. */
    readonly increase: number;
    /** Of `increase`, 95 %, over the examples. */
    readonly interval: readonly [low: number, high: number];
    /** What the feature tells of the label by itself, in nats, on the training split; null for dates and texts. */
    readonly mutualInformation: number | null;
  }[];
}

/** How good models of the same configuration are that learned from other rows. */
export interface CrossValidationReport {
  readonly folds: number;
  readonly rounds: readonly CrossValidationRound[];
  /** Over the rounds in which a metric has a meaning: at least two. */
  readonly metrics: readonly {
    readonly metric: MetricName;
    readonly rounds: number;
    readonly mean: number;
    /** Standard deviation, divided by the number of rounds less one. */
    readonly deviation: number;
    readonly lowest: number;
    readonly highest: number;
  }[];
}

export interface CrossValidationRound {
  /** Rows that trained, stopped and judged the model. */
  readonly train: number;
  readonly validation: number;
  readonly judged: number;
  readonly epochs: number;
  readonly bestEpoch: number;
  /** Why the round gave no model, e.g. that it diverged: then there are no metrics, and epochs are 0. */
  readonly failure?: string;
  /** Null where a metric has no meaning for the rows. */
  readonly metrics: Readonly<Partial<Record<MetricName, number | null>>>;
}

/** `training.json` where a command trained: what it was given, and what it says of its own model. */
export interface CommandTrainingReport {
  readonly version: 1;
  readonly task: Task;
  readonly architecture: CommandArchitecture;
  readonly seed: number;
  readonly engine: CommandEntry;
  readonly examples: TrainingReport['examples'];
  /** Columns that it was given besides the label. */
  readonly features: readonly string[];
  /** Empty when it left no metrics.json. */
  readonly metrics: Readonly<Record<string, number>>;
}
