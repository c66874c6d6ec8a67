import type { SourceLocation } from '../errors/index.ts';
import { architectureOf } from './architecture-defaults.ts';
import { classWeightsOf } from './class-weights.ts';
import {
  type CellSplitConfiguration,
  type Configuration,
  type GateConfiguration,
  type SliceRequest,
  type SplitConfiguration,
  VALIDATION_SHARE_OF_TRAIN,
} from './configuration.ts';
import { eliminationOf, type RawElimination } from './feature-elimination.ts';
import { featuresOf, listColumnsOf, type RawFeature } from './features.ts';
import {
  clipOf,
  optimizerOf,
  type RawClipping,
  type RawOptimizer,
  type RawSchedule,
  scheduleOf,
  warmStartOf,
} from './gradient-steps.ts';
import { type RawModelCard, statementsOf } from './model-card.ts';
import type { FieldPath } from './schema-problems.ts';
import { type RawTarget, targetOf } from './targets.ts';
import { halvingOf, type RawHalving, type RawSearch, searchSpaceOf } from './tuning-search.ts';

/** `mlops.yml` as the schema has checked it: kebab-case names, everything but `data` optional. */
export interface RawConfiguration {
  model?: string;
  task?: Configuration['task'];
  'output-directory'?: string;
  data: {
    path: string | string[];
    label: string;
    format?: Configuration['data']['format'];
    delimiter?: string;
    'missing-values'?: string[];
    features?: string[];
    ignore?: string[];
    split?: {
      by?: 'hash' | 'group' | 'time' | 'stratified' | 'file';
      key?: string[];
      column?: string;
      fractions?: { train: number; validation?: number; evaluation: number };
      files?: Partial<Record<'train' | 'validation' | 'evaluation', string | string[]>>;
    };
  };
  features?: Record<string, RawFeature>;
  schema?: string;
  validation?: {
    'update-schema'?: Configuration['validation']['updateSchema'];
    'fail-on'?: Configuration['validation']['failOn'];
    environment?: string;
    checks?: Record<string, 'error' | 'warning' | 'off'>;
    reference?: string | string[];
    serving?: string | string[];
    'previous-version'?: string | string[];
    weight?: string;
    slices?: (string[] | Record<string, string | number | boolean>)[];
  };
  training?: {
    seed?: number;
    architecture?: {
      kind:
        | 'linear'
        | 'mlp'
        | 'wide-and-deep'
        | 'cnn'
        | 'text'
        | 'time-series'
        | 'module'
        | 'command';
      hidden?: number[];
      activation?: 'relu' | 'tanh';
      dropout?: number;
      embedding?: number;
      filters?: number[];
      kernel?: number;
      encoder?: 'average' | 'cnn' | 'lstm' | 'gru';
      units?: number;
      path?: string;
      run?: string;
      'timeout-minutes'?: number;
    };
    optimizer?: RawOptimizer;
    epochs?: number;
    'batch-size'?: number;
    l1?: number;
    l2?: number;
    schedule?: RawSchedule;
    clip?: RawClipping;
    'class-weight'?: 'balanced' | Record<string, number>;
    'example-weight'?: string;
    'cross-validation'?: { folds?: number };
    'feature-importance'?: { repeats?: number };
    'feature-elimination'?: RawElimination;
    'early-stopping'?: false | { patience?: number; 'min-delta'?: number };
    engine?: 'auto' | 'wasm' | 'tensorflow' | 'cpu';
    'warm-start'?: string;
    'time-budget'?: number;
    'checkpoint-minutes'?: number;
    streaming?: boolean;
    cache?: boolean;
  };
  tuning?: RawHalving & {
    trials: number;
    seed?: number;
    search: RawSearch;
  };
  evaluation?: {
    slices?: string[][];
    gates?: RawGate[];
    baseline?: string;
    'baseline-artifact'?: string;
    'on-no-baseline'?: Configuration['evaluation']['onNoBaseline'];
    'on-no-thresholds'?: Configuration['evaluation']['onNoThresholds'];
  };
  export?: {
    variants?: Configuration['export']['variants'];
    microcontroller?: boolean;
    'min-agreement'?: number;
    'may-drop'?: Configuration['export']['mayDrop'];
  };
  deployment?: {
    targets?: RawTarget[];
    environment?: string;
    'environment-url'?: string;
  };
  monitoring?: {
    reference?: string | string[];
    current?: string | string[];
    columns?: string[];
    'drift-share'?: number;
    'false-discovery-rate'?: number;
    'distance-threshold'?: number;
    'min-examples'?: number;
    'on-drift'?: Configuration['monitoring']['onDrift'];
    'drift-outcome'?: Configuration['monitoring']['driftOutcome'];
  };
  'model-card'?: RawModelCard;
}

export interface RawGate {
  metric: GateConfiguration['metric'];
  'at-least'?: number;
  'at-most'?: number;
  against?: 'baseline';
  'may-drop'?: number;
  'may-rise'?: number;
  confidence?: number;
  slice?: Record<string, string | number | boolean>;
  'min-examples'?: number;
}

/** Fills in every default. `raw` has passed the schema and the consistency checks. */
export function applyDefaults(
  raw: RawConfiguration,
  file: string,
  lineOf: (path: FieldPath) => number,
  placeOfKey: (path: FieldPath) => SourceLocation,
): Configuration {
  const directory = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const resolve = (path: string) => resolvePath(directory, path);
  const resolveAll = (paths: string | readonly string[]) => [paths].flat().map(resolve);
  const { data, training = {}, evaluation = {}, deployment = {}, monitoring = {} } = raw;
  const stopping = training['early-stopping'];
  return {
    file,
    directory,
    model: raw.model ?? 'model',
    ...(raw.task === undefined ? {} : { task: raw.task }),
    outputDirectory: resolve(raw['output-directory'] ?? '.mlops'),
    data: {
      path: resolveAll(data.path),
      label: data.label,
      format: data.format ?? 'auto',
      ...(data.delimiter === undefined ? {} : { delimiter: data.delimiter }),
      missingValues: data['missing-values'] ?? [],
      ...(data.features === undefined ? {} : { features: data.features }),
      ignore: ignoredColumns(raw),
      ...(training['example-weight'] === undefined
        ? {}
        : { exampleWeight: training['example-weight'] }),
      ...listColumns(raw),
      split: splitOf(raw, resolveAll),
    },
    features: featuresOf(raw.features, placeOfKey),
    schema: resolve(raw.schema ?? 'data/schema.json'),
    validation: validationOf(raw.validation, resolveAll),
    training: {
      seed: training.seed ?? 1,
      architecture: architectureOf(training.architecture, resolve),
      optimizer: optimizerOf(training.optimizer),
      epochs: training.epochs ?? 100,
      batchSize: training['batch-size'] ?? 32,
      ...((training.l1 ?? 0) === 0 ? {} : { l1: training.l1 as number }),
      l2: training.l2 ?? 0,
      ...(training['cross-validation'] === undefined
        ? {}
        : { crossValidation: { folds: training['cross-validation'].folds ?? 5 } }),
      ...(training['feature-importance'] === undefined
        ? {}
        : { featureImportance: { repeats: training['feature-importance'].repeats ?? 5 } }),
      ...(training['feature-elimination'] === undefined
        ? {}
        : { featureElimination: eliminationOf(training['feature-elimination']) }),
      earlyStopping:
        stopping === false
          ? null
          : { patience: stopping?.patience ?? 10, minDelta: stopping?.['min-delta'] ?? 0 },
      ...(training.schedule === undefined ? {} : { schedule: scheduleOf(training.schedule) }),
      ...clipOf(training.clip),
      ...(training['class-weight'] === undefined
        ? {}
        : {
            classWeight: classWeightsOf(training['class-weight'], placeOfKey),
          }),
      ...(training['example-weight'] === undefined
        ? {}
        : { exampleWeight: training['example-weight'] }),
      ...(training.engine === undefined || training.engine === 'auto'
        ? {}
        : { engine: training.engine }),
      ...warmStartOf(training['warm-start'], resolve),
      ...(training['time-budget'] === undefined ? {} : { timeBudget: training['time-budget'] }),
      checkpointMinutes: training['checkpoint-minutes'] ?? 10,
      ...(training.streaming === true ? { streaming: true } : {}),
      cache: training.cache ?? true,
    },
    ...(raw.tuning === undefined
      ? {}
      : {
          tuning: {
            method: raw.tuning.method ?? 'random',
            trials: raw.tuning.trials,
            seed: raw.tuning.seed ?? training.seed ?? 1,
            search: searchSpaceOf(raw.tuning.search),
            ...halvingOf(raw.tuning),
          },
        }),
    evaluation: {
      slices: evaluation.slices ?? [],
      gates: (evaluation.gates ?? []).map((gate, index) =>
        gateOf(gate, lineOf(['evaluation', 'gates', index])),
      ),
      ...(evaluation.baseline === undefined ? {} : { baseline: resolve(evaluation.baseline) }),
      ...(evaluation['baseline-artifact'] === undefined
        ? {}
        : { baselineArtifact: evaluation['baseline-artifact'] }),
      onNoBaseline: evaluation['on-no-baseline'] ?? 'warn',
      onNoThresholds: evaluation['on-no-thresholds'] ?? 'warn',
    },
    export: {
      variants: raw.export?.variants ?? ['float32', 'dynamic-range', 'int8'],
      microcontroller: raw.export?.microcontroller ?? false,
      minAgreement: raw.export?.['min-agreement'] ?? 0.95,
      mayDrop: raw.export?.['may-drop'] ?? {},
    },
    deployment: {
      targets: (deployment.targets ?? []).map((target) => targetOf(target, resolve)),
      ...(deployment.environment === undefined ? {} : { environment: deployment.environment }),
      ...(deployment['environment-url'] === undefined
        ? {}
        : { environmentUrl: deployment['environment-url'] }),
    },
    monitoring: {
      ...(monitoring.reference === undefined
        ? {}
        : { reference: resolveAll(monitoring.reference) }),
      ...(monitoring.current === undefined ? {} : { current: resolveAll(monitoring.current) }),
      ...(monitoring.columns === undefined ? {} : { columns: monitoring.columns }),
      driftShare: monitoring['drift-share'] ?? 0.5,
      falseDiscoveryRate: monitoring['false-discovery-rate'] ?? 0.05,
      distanceThreshold: monitoring['distance-threshold'] ?? 0.1,
      minExamples: monitoring['min-examples'] ?? 30,
      onDrift: monitoring['on-drift'] ?? [],
      driftOutcome: monitoring['drift-outcome'] ?? 'warn',
    },
    ...(raw['model-card'] === undefined ? {} : { modelCard: statementsOf(raw['model-card']) }),
  };
}

function listColumns({ features }: RawConfiguration): { listColumns?: string[] } {
  const names = listColumnsOf(features);
  return names.length === 0 ? {} : { listColumns: names };
}

function validationOf(
  raw: RawConfiguration['validation'] = {},
  resolveAll: (paths: string | readonly string[]) => string[],
): Configuration['validation'] {
  const { environment, reference, serving, 'previous-version': previous } = raw;
  return {
    updateSchema: raw['update-schema'] ?? 'propose',
    failOn: raw['fail-on'] ?? 'error',
    ...(environment === undefined ? {} : { environment }),
    checks: raw.checks ?? {},
    slices: (raw.slices ?? []).map(sliceOf),
    ...(raw.weight === undefined ? {} : { weight: raw.weight }),
    ...(reference === undefined ? {} : { reference: resolveAll(reference) }),
    ...(serving === undefined ? {} : { serving: resolveAll(serving) }),
    ...(previous === undefined ? {} : { previousVersion: resolveAll(previous) }),
  };
}

function sliceOf(raw: string[] | Record<string, string | number | boolean>): SliceRequest {
  const pairs = Array.isArray(raw)
    ? raw.map((column) => [column, '*'] as const)
    : Object.entries(raw).map(([column, value]) => [column, String(value)] as const);
  return Object.fromEntries(pairs);
}

function splitOf(
  raw: RawConfiguration,
  resolveAll: (paths: string | readonly string[]) => string[],
): SplitConfiguration {
  const { by = 'hash', key = [], column, files } = raw.data.split ?? {};
  const weight = raw.training?.['example-weight'];
  const notInKey = weight === undefined || key.length > 0 ? {} : { notInKey: [weight] };
  if (by === 'file') {
    return {
      by,
      ...(files?.train === undefined ? {} : { train: resolveAll(files.train) }),
      ...(files?.validation === undefined ? {} : { validation: resolveAll(files.validation) }),
      evaluation: resolveAll(files?.evaluation ?? []),
      ...notInKey,
    };
  }
  const fractions = fractionsOf(raw);
  if (by === 'time') return { by, key: column === undefined ? [] : [column], fractions };
  if (by === 'stratified')
    return { by, key, column: column ?? raw.data.label, fractions, ...notInKey };
  return { by: 'hash', key, fractions, ...notInKey };
}

function fractionsOf(raw: RawConfiguration): CellSplitConfiguration['fractions'] {
  const { train, validation, evaluation } = raw.data.split?.fractions ?? {
    train: 0.8,
    evaluation: 0.2,
  };
  if (validation !== undefined) return { train, validation, evaluation };
  const heldOut = train * VALIDATION_SHARE_OF_TRAIN;
  return { train: train - heldOut, validation: heldOut, evaluation };
}

/** The weight of an example is no feature of it, here and wherever data is looked at. */
function ignoredColumns({ data, training }: RawConfiguration): readonly string[] {
  const ignore = data.ignore ?? [];
  const weight = training?.['example-weight'];
  return weight === undefined || ignore.includes(weight) ? ignore : [...ignore, weight];
}

function gateOf(raw: RawGate, line: number): GateConfiguration {
  return {
    metric: raw.metric,
    ...(raw.slice === undefined
      ? {}
      : {
          slice: Object.fromEntries(
            Object.entries(raw.slice).map(([column, value]) => [column, String(value)]),
          ),
        }),
    minExamples: raw['min-examples'] ?? 1,
    rule: ruleOf(raw),
    line,
  };
}

function ruleOf(raw: RawGate): GateConfiguration['rule'] {
  if (raw['at-least'] !== undefined) return { kind: 'at-least', value: raw['at-least'] };
  if (raw['at-most'] !== undefined) return { kind: 'at-most', value: raw['at-most'] };
  const confidence = raw.confidence === undefined ? {} : { confidence: raw.confidence };
  return raw['may-rise'] !== undefined
    ? { kind: 'may-rise', value: raw['may-rise'], ...confidence }
    : { kind: 'may-drop', value: raw['may-drop'] ?? 0, ...confidence };
}

/** `path` seen from the workspace, when it is written in a file in `directory`. */
function resolvePath(directory: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[A-Za-z]:\//.test(slashed)) return slashed;
  const steps: string[] = [];
  for (const step of `${directory}/${slashed}`.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.length === 0 ? '.' : steps.join('/');
}
