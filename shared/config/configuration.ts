import type { SourceLocation } from '../errors/index.ts';
import type { MetricName } from './metrics.ts';
import type { TrainingConfiguration, TuningConfiguration } from './training-configuration.ts';

/** The six actions in the order of the chain. */
export const ACTION_NAMES = [
  'validate-data',
  'train-model',
  'evaluate-gate',
  'export-tflite',
  'deploy-model',
  'report-drift',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

export const TASKS = ['binary-classification', 'multiclass-classification', 'regression'] as const;
export type Task = (typeof TASKS)[number];

/** What the work found. `no-baseline` and `no-thresholds` are never silently a pass. */
export type Verdict = 'pass' | 'fail' | 'warn' | 'no-baseline' | 'no-thresholds';
/** What the configuration makes of a verdict. */
export type Outcome = 'pass' | 'fail' | 'warn';

/** `mlops.yml` with every default filled in. All paths are relative to the workspace (or absolute). */
export interface Configuration {
  /** Path of the configuration file itself. */
  readonly file: string;
  /** Folder of the configuration file: paths written in it start here. Empty for the workspace's root. */
  readonly directory: string;
  readonly model: string;
  /** Left out: decided by the label's values. */
  readonly task?: Task;
  readonly outputDirectory: string;
  readonly data: DataConfiguration;
  /** How single columns become numbers; columns that are not in it: by their kind. */
  readonly features: readonly FeatureConfiguration[];
  /** Path of the committed schema; the file need not exist. */
  readonly schema: string;
  readonly validation: ValidationConfiguration;
  readonly training: TrainingConfiguration;
  /** Left out: nothing is tuned. */
  readonly tuning?: TuningConfiguration;
  readonly evaluation: EvaluationConfiguration;
  readonly export: ExportConfiguration;
  readonly deployment: DeploymentConfiguration;
  readonly monitoring: MonitoringConfiguration;
  /** Left out: the model card says what was measured alone. */
  readonly modelCard?: ModelCardStatements;
}

/** What the owner of a model states about it. Nothing of it is measured or checked. */
export interface ModelCardStatements {
  readonly owners: readonly string[];
  /** Identifier of the Hugging Face hub. */
  readonly license?: string;
  readonly intendedUse: readonly string[];
  readonly outOfScope: readonly string[];
  readonly limitations: readonly string[];
  readonly ethicalConsiderations: readonly string[];
  readonly risk?: { readonly class: RiskClass; readonly reason?: string };
}

/** Classes of the EU AI Act, Regulation (EU) 2024/1689. */
export type RiskClass = 'minimal' | 'limited' | 'high' | 'unacceptable';

export interface DataConfiguration {
  /** Files or globs; several files are shards of one data set. */
  readonly path: readonly string[];
  readonly label: string;
  readonly format: DataFormat;
  /** One character; left out: detected from the first lines. */
  readonly delimiter?: string;
  /** Cell texts that mean "missing", besides the empty cell. */
  readonly missingValues: readonly string[];
  /** Columns to learn from; left out: all but the label and `ignore`. */
  readonly features?: readonly string[];
  readonly ignore: readonly string[];
  readonly split: SplitConfiguration;
  /** `training.example-weight`, which is in `ignore`, too. */
  readonly exampleWeight?: string;
  /** Names and patterns of the columns of arrays, whose cells may be lists; left out: there are none. */
  readonly listColumns?: readonly string[];
}

export type DataFormat = 'auto' | 'csv' | 'tsv' | 'jsonl' | 'parquet' | 'arrow' | 'tfrecord';

/** Share of the training rows that stops the training when no validation share is given. */
export const VALIDATION_SHARE_OF_TRAIN = 1 / 8;

/** How each example gets its split. */
export type SplitConfiguration = CellSplitConfiguration | FileSplitConfiguration;

/**
 * By the cells of the example. Fractions are in (0, 1) and sum to 1.
 *
 * - `hash`: by a hash of its key columns, so that new rows never move old ones and equal keys stay together
 *   (`by: group` in mlops.yml is this with a key that must be named).
 * - `time`: `key` is the one column of times; the oldest rows train, the newest judge.
 * - `stratified`: the same fractions of each value of `column`, by the hash of the key.
 */
export interface CellSplitConfiguration {
  readonly by: 'hash' | 'time' | 'stratified';
  /** Columns whose values decide; empty: the whole row. */
  readonly key: readonly string[];
  /** No part of the whole row: the weight of an example may change, and the example stays where it is. */
  readonly notInKey?: readonly string[];
  /** Of `stratified` alone. */
  readonly column?: string;
  readonly fractions: {
    readonly train: number;
    readonly validation: number;
    readonly evaluation: number;
  };
}

/** By the file that an example stands in: paths and globs from the workspace. */
export interface FileSplitConfiguration {
  readonly by: 'file';
  /** Left out: every file of `data.path` that the others do not name. */
  readonly train?: readonly string[];
  /** Left out: an eighth of the training rows, by their hash. */
  readonly validation?: readonly string[];
  readonly evaluation: readonly string[];
  /** No part of the hash of a row. */
  readonly notInKey?: readonly string[];
}

/** Columns by which rows are split, as far as the configuration names them: none where the whole row decides, or files do. */
export function splitKey(split: SplitConfiguration): readonly string[] {
  return split.by === 'file' ? [] : split.key;
}

/** How one column, or a cross or an array of some, becomes numbers. */
export type FeatureConfiguration =
  | NumberFeatureConfiguration
  | BucketsFeatureConfiguration
  | OneHotFeatureConfiguration
  | HashingFeatureConfiguration
  | DateFeatureConfiguration
  | TextFeatureConfiguration
  | TokensFeatureConfiguration
  | ImageFeatureConfiguration
  | CrossFeatureConfiguration
  | ArrayFeatureConfiguration;

interface OfColumn {
  readonly column: string;
  /** Where the configuration names it. */
  readonly where: SourceLocation;
}

export interface NumberFeatureConfiguration extends OfColumn {
  readonly kind: 'standardize' | 'min-max' | 'log';
  /** Values beyond it become its ends before anything else. Limits lie within it, at least one is there; quantiles are of the training split. */
  readonly clip?:
    | { readonly by: 'limits'; readonly low?: number; readonly high?: number }
    | { readonly by: 'quantiles'; readonly low: number; readonly high: number };
}

export interface BucketsFeatureConfiguration extends OfColumn {
  readonly kind: 'quantile-buckets';
  /** 2 … 1000; repeated values make them fewer. */
  readonly buckets: number;
}

export interface OneHotFeatureConfiguration extends OfColumn {
  readonly kind: 'one-hot';
  /** Which values of the training split get a place of their own: at most the `top` most frequent ones in at least `minCount` rows. Left out: all, where they are few. */
  readonly vocabulary?: { readonly top?: number; readonly minCount?: number };
}

export interface HashingFeatureConfiguration extends OfColumn {
  readonly kind: 'hashing';
  /** 2 … 10,000. */
  readonly buckets: number;
}

export interface DateFeatureConfiguration extends OfColumn {
  readonly kind: 'date';
  /** Left out: those that tell something. */
  readonly parts?: readonly DatePart[];
  /** Whether the days since the first training date are learned from, too; without parts always. */
  readonly trend: boolean;
}

export interface TextFeatureConfiguration extends OfColumn {
  readonly kind: 'text';
  /** 2 … 10,000. */
  readonly buckets: number;
  /** What is kept of a word: how often it stands in the text, or that it does. */
  readonly values: 'counts' | 'presence';
}

export interface TokensFeatureConfiguration extends OfColumn {
  readonly kind: 'tokens';
  /** Words of a text that are read, 1 … 10,000: the first ones. */
  readonly length: number;
  /** At most the `top` most frequent words of the training split, 1 … 100,000, that stand in it `minCount` times. */
  readonly vocabulary: { readonly top: number; readonly minCount: number };
}

/** A column of paths of PNG and JPEG files, relative to the folder of the data file. */
export interface ImageFeatureConfiguration extends OfColumn {
  readonly kind: 'image';
  readonly height: number;
  readonly width: number;
  /** 1: grey, 3: red, green and blue. */
  readonly channels: 1 | 3;
}

/** Several columns of numbers, or one of lists, in the place of the features of these columns. */
export interface ArrayFeatureConfiguration {
  readonly kind: 'array';
  /** No column's. */
  readonly name: string;
  /** Names, or patterns with `*`, which match in the order of the data. */
  readonly columns: readonly string[];
  /** 1 … 4 axes; the last one has the channels. */
  readonly shape: readonly number[];
  /** By channel. */
  readonly scaling: ArrayScaling;
  /** Makes a series of the rows before each row: `columns` are its channels, and `shape` follows. Left out: none. */
  readonly window?: WindowConfiguration;
  readonly where: SourceLocation;
}

/** Rows before a row, as its series. */
export interface WindowConfiguration {
  /** Rows, ≥ 1; those that are not there count as missing. */
  readonly length: number;
  /** Column of the time that orders rows. */
  readonly by: string;
  /** Columns whose combinations have series of their own. */
  readonly group: readonly string[];
}

export type ArrayScaling = 'standardize' | 'min-max' | 'none';

/** A feature of its own beside those of its columns. */
export interface CrossFeatureConfiguration {
  readonly kind: 'cross';
  /** No column's. */
  readonly name: string;
  /** Two or three. */
  readonly columns: readonly string[];
  /** 2 … 10,000. */
  readonly buckets: number;
  readonly where: SourceLocation;
}

/** Parts of a date in UTC that come round again. */
export type DatePart =
  | 'hour-of-day'
  | 'day-of-week'
  | 'day-of-month'
  | 'month-of-year'
  | 'day-of-year';

export interface ValidationConfiguration {
  /** `propose` leaves the proposed schema in the output directory; `write` puts it at `schema`; `never`: none is proposed. */
  readonly updateSchema: 'propose' | 'write' | 'never';
  /** The mildest severity of an anomaly that fails the step. */
  readonly failOn: 'error' | 'warning' | 'never';
  /** One that the schema declares; left out: all columns must be there. */
  readonly environment?: string;
  /** Severities of checks that no schema asks for, by name (`CHECK_NAMES`). */
  readonly checks: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
  /** Data, or one statistics.json, to compare with: earlier data, what the model is served, and the same data before. */
  readonly reference?: readonly string[];
  readonly serving?: readonly string[];
  readonly previousVersion?: readonly string[];
  /** Whose statistics are made, too. */
  readonly slices: readonly SliceRequest[];
  /** Column of weights; left out: all rows count alike. */
  readonly weight?: string;
}

/** Column to value, `*` for every value: each combination that occurs is a slice. */
export type SliceRequest = Readonly<Record<string, string>>;

export interface EvaluationConfiguration {
  /** Each entry is a list of columns: every combination of their values is a slice. */
  readonly slices: readonly (readonly string[])[];
  readonly gates: readonly GateConfiguration[];
  /** Folder of a model, or a folder with `current.json` that deploy-model keeps. */
  readonly baseline?: string;
  /** Name of the artifact that holds the newest blessed model of the base branch; never given with `baseline`. */
  readonly baselineArtifact?: string;
  readonly onNoBaseline: Outcome;
  readonly onNoThresholds: Outcome;
}

export interface GateConfiguration {
  readonly metric: MetricName;
  /** Column to value, `*` for every value: the gate holds for each such slice. Left out: all examples. */
  readonly slice?: Readonly<Record<string, string>>;
  /** Slices with fewer examples are listed and not judged. */
  readonly minExamples: number;
  readonly rule:
    | { readonly kind: 'at-least'; readonly value: number }
    | { readonly kind: 'at-most'; readonly value: number }
    /** For metrics where more is better; the change is candidate − baseline. */
    | { readonly kind: 'may-drop'; readonly value: number; readonly confidence?: number }
    /** For metrics where less is better (log-loss, rmse, mae). */
    | { readonly kind: 'may-rise'; readonly value: number; readonly confidence?: number };
  /** Where the gate stands in the configuration file. */
  readonly line: number;
}

export const EXPORT_VARIANTS = [
  'float32',
  'float16',
  'dynamic-range',
  'int8',
  'int8-only',
  'int16x8',
] as const;
export type ExportVariant = (typeof EXPORT_VARIANTS)[number];

/** TFLite Micro has no kernels for weights of another type than their values, but for 16-bit values. */
export const MICRO_VARIANTS: readonly ExportVariant[] = ['float32', 'int8', 'int8-only', 'int16x8'];

export interface ExportConfiguration {
  readonly variants: readonly ExportVariant[];
  /** Whether files are made of operators that TFLite Micro has, with C++ source beside them. */
  readonly microcontroller: boolean;
  /** Smallest share of evaluation examples on which a file and the trained model choose the same class, 0 … 1. */
  readonly minAgreement: number;
  /** How much a metric may get worse by the export, in the metric's own units. */
  readonly mayDrop: Readonly<Partial<Record<MetricName, number>>>;
}

export interface DeploymentConfiguration {
  readonly targets: readonly DeploymentTarget[];
  /** Environment of GitHub that a Deployment is made for. */
  readonly environment?: string;
  /** Where the model answers; http or https. */
  readonly environmentUrl?: string;
}
export type DeploymentTarget =
  | {
      readonly kind: 'directory';
      readonly path: string;
      /** How many versions stay; the current one and the newest are always kept. 0: all. */
      readonly keep: number;
    }
  /** A GitHub release; `{model}` and `{version}` are replaced. */
  | { readonly kind: 'release'; readonly tag: string }
  /** What `directory` would keep at `path`, committed to `branch` and proposed for `base` in a pull request. */
  | {
      readonly kind: 'pull-request';
      readonly path: string;
      readonly keep: number;
      /** `{model}` is replaced. */
      readonly branch: string;
      /** Left out: the default branch. */
      readonly base?: string;
    };

export interface MonitoringConfiguration {
  /** Left out: the training data. */
  readonly reference?: readonly string[];
  /** Left out: report-drift needs the input `current`. */
  readonly current?: readonly string[];
  /** Left out: all columns but the label and `ignore`. */
  readonly columns?: readonly string[];
  /** Share of columns that must have drifted for the data set to have drifted, 0 … 1. */
  readonly driftShare: number;
  /** Expected share of false alarms among the columns called drifted by a p-value (Benjamini–Hochberg). */
  readonly falseDiscoveryRate: number;
  /** Distance above which a column has drifted, where samples are too large for a p-value to mean anything. */
  readonly distanceThreshold: number;
  /** Fewer current rows than this give no verdict on drift but `warn`. */
  readonly minExamples: number;
  readonly onDrift: readonly ('issue' | 'retrain')[];
  /** What a drift does to the step. */
  readonly driftOutcome: Outcome;
}
