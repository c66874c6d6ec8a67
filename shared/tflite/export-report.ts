import type { ExportVariant, MetricName } from '../config/index.ts';
import type { FeatureTransform } from '../features/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { DateInputPart } from './input-names.ts';

/** `export.json`: the TFLite files and the proof that they answer like the trained model. */
export interface ExportReport {
  readonly version: 1;
  readonly modelDigest: string;
  /** Evaluation examples on which every file was executed. */
  readonly examples: number;
  readonly runtime: { readonly name: string; readonly version: string };
  /** The file's inputs, by name: what an app must feed. */
  readonly inputs: readonly TfliteInput[];
  readonly output: { readonly name: string; readonly classes?: readonly string[] };
  readonly variants: readonly VariantReport[];
  /** How the intervals were made, with the number of resamples and the seed; older reports have none. */
  readonly intervals?: string;
}

export interface TfliteInput {
  readonly name: string;
  /** For a cross or an array its name. */
  readonly column: string;
  /** For a cross: whose values, joined by `_X_`, are hashed. */
  readonly columns?: readonly string[];
  readonly type: 'float32' | 'int32';
  readonly shape: readonly number[];
  /** What to feed for a missing value. */
  readonly missing: string;
  /** For dates: which part of the column's date is fed. */
  readonly part?: DateInputPart;
  /** For dates, texts, tokens and arrays: what to feed, in words. */
  readonly meaning?: string;
  /** For categories and tokens: what to feed for a value or word that is not in the vocabulary. */
  readonly unknown?: string;
  /** For categories: the value at place i has id i. */
  readonly vocabulary?: readonly string[];
  /** For tokens: the word at place i has the id i + 2. */
  readonly words?: readonly string[];
  /** For texts: of words. For hashed categories: the id is MurmurHash3_x86_32 (seed 0) of the value's UTF-8 bytes modulo this. */
  readonly buckets?: number;
}

/**
 * What a file takes and gives that has integers at its ends: a real number is `scale × (stored − zeroPoint)`, for a
 * regression plus `offset`, in the label's units.
 */
export interface IntegerEndpoints {
  readonly input: IntegerTensor & {
    /** Which places of the vector are whose; `transform.json` says how the numbers there are made. */
    readonly features: readonly {
      readonly feature: string;
      readonly kind: FeatureTransform['kind'];
      readonly offset: number;
      readonly width: number;
    }[];
  };
  readonly output: IntegerTensor & { readonly offset?: number };
}

export interface IntegerTensor {
  readonly name: string;
  readonly type: 'int8';
  readonly shape: readonly number[];
  readonly scale: number;
  readonly zeroPoint: number;
}

/** A metric of the trained model and of the file on the same examples. */
export interface MetricPair {
  readonly metric: MetricName;
  readonly model: number;
  readonly file: number;
  /** 95 % interval of file − model; lacks where there are too few examples. */
  readonly changeInterval?: readonly [low: number, high: number];
}

/** How a file agrees with the trained model on some of the examples. */
export interface SliceParity {
  /** Column to value, in the order of the configuration. */
  readonly slice: Readonly<Record<string, string>>;
  readonly examples: number;
  /** `warn`: worse than allowed, by no more than chance explains in so few examples. */
  readonly status: 'pass' | 'warn' | 'fail';
  /** What is worse than allowed, in one sentence; left out of `pass`. */
  readonly reason?: string;
  readonly maxDifference: number;
  readonly agreement: number;
  readonly disagreements: number;
  readonly metrics: readonly MetricPair[];
}

export interface VariantReport {
  readonly variant: ExportVariant;
  readonly file: DigestedFile;
  readonly status: 'pass' | 'fail';
  /** Why, in one sentence. */
  readonly reason: string;
  /** Largest absolute difference of an output from TensorFlow.js: probabilities, or the label's units. */
  readonly maxDifference: number;
  readonly meanDifference: number;
  /** Share of examples with the same top class, 0 … 1; for regression within 1 % of the label's range. */
  readonly agreement: number;
  readonly disagreements: number;
  readonly metrics: readonly MetricPair[];
  /** By `evaluation.slices`; left out without any. */
  readonly slices?: readonly SliceParity[];
  /** Of a file with integers at its ends; the report's own inputs and output are those of all other files. */
  readonly endpoints?: IntegerEndpoints;
  /** Names of the operators in the file, with their versions, e.g. `FULLY_CONNECTED v4`. */
  readonly operators: readonly string[];
  /** Lists of classes and values within the file, as TFLite metadata has them; left out without any. */
  readonly associatedFiles?: readonly string[];
  /** The oldest TFLite that executes the file, e.g. `1.14.0`; older reports do not say. */
  readonly minRuntimeVersion?: string;
  /** The same file as C++ source for TFLite Micro. */
  readonly micro?: {
    readonly header: DigestedFile;
    readonly source: DigestedFile;
    /** Bytes of the arena, at most. */
    readonly arena: number;
    /** Methods of `tflite::MicroMutableOpResolver` to call. */
    readonly registrations: readonly string[];
  };
}
