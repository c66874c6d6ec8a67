import type { RawConfiguration } from './defaults.ts';
import { checkElimination } from './feature-elimination.ts';
import { hasOwnName } from './features.ts';
import type { FieldPath } from './schema-problems.ts';
import { checkStreaming } from './streaming-consistency.ts';
import { halvingOf, type RawDimension } from './tuning-search.ts';

type Report = (path: FieldPath, what: string, remedy: string) => void;

/** Fields of `training.architecture` that each kind knows. */
const FIELDS_OF_KIND = {
  linear: [],
  mlp: ['hidden', 'activation', 'dropout'],
  'wide-and-deep': ['hidden', 'activation', 'dropout', 'embedding'],
  cnn: ['filters', 'kernel', 'hidden', 'activation', 'dropout'],
  text: ['encoder', 'embedding', 'units', 'hidden', 'activation', 'dropout'],
  'time-series': ['encoder', 'units', 'hidden', 'activation', 'dropout'],
  module: ['path'],
  command: ['run', 'timeout-minutes'],
} as const;

/** Encoders that each kind has. */
const ENCODERS: Readonly<Record<string, readonly string[]>> = {
  text: ['average', 'cnn', 'lstm'],
  'time-series': ['lstm', 'gru', 'cnn'],
};

/** Fields of `training` that steer the suite's own training. */
const OWN_TRAINING = [
  'optimizer',
  'epochs',
  'batch-size',
  'l1',
  'l2',
  'schedule',
  'clip',
  'class-weight',
  'example-weight',
  'early-stopping',
  'cross-validation',
  'feature-importance',
  'feature-elimination',
  'warm-start',
  'time-budget',
  'checkpoint-minutes',
  'streaming',
  'engine',
] as const;

export function checkTraining(raw: RawConfiguration, report: Report): void {
  const { training, data } = raw;
  if (training?.['cross-validation'] !== undefined && data?.split?.by === 'file') {
    report(
      ['training', 'cross-validation'],
      'Rows that are split by their file are not dealt into folds',
      'remove it, or choose another data.split.by',
    );
  }
  const architecture = training?.architecture;
  checkOptimizer(raw, report);
  checkWarmStart(raw, report);
  checkElimination(training, report);
  checkStreaming(raw, report);
  checkSchedule(training, report);
  const limits = Object.keys(training?.clip ?? { norm: 0 }).length;
  if (limits !== 1) {
    report(
      ['training', 'clip'],
      limits === 0 ? 'Nothing says where to clip' : 'Gradients are clipped by norm or by value',
      limits === 0 ? 'write norm: 1 or value: 0.5' : 'keep one of both',
    );
  }
  if (architecture === undefined) return;
  const { kind } = architecture;
  const known: readonly string[] = FIELDS_OF_KIND[kind];
  const told = new Set<string>();
  for (const [owner, fields] of Object.entries(FIELDS_OF_KIND)) {
    for (const field of fields) {
      if (architecture[field] === undefined || known.includes(field) || told.has(field)) continue;
      told.add(field);
      report(
        ['training', 'architecture', field],
        `"${field}" has no meaning for ${kind === 'linear' ? 'a linear model' : `kind: ${kind}`}`,
        `remove it or choose kind: ${owner}`,
      );
    }
  }
  const encoders = ENCODERS[kind];
  if (architecture.encoder !== undefined && encoders?.includes(architecture.encoder) === false) {
    report(
      ['training', 'architecture', 'encoder'],
      `kind: ${kind} has no encoder: ${architecture.encoder}`,
      `choose one of: ${encoders.join(', ')}`,
    );
  }
  if (kind === 'module') checkModule(architecture.path, report);
  if (kind !== 'command') return;
  if (architecture.run === undefined) {
    report(
      ['training', 'architecture'],
      'kind: command needs the command',
      'add it, e.g. run: python train.py',
    );
  } else if (architecture.run.trim() === '' || architecture.run.includes('\0')) {
    report(
      ['training', 'architecture', 'run'],
      'This is no command',
      'write one, e.g. run: python train.py',
    );
  }
  for (const field of OWN_TRAINING) {
    if (training?.[field] === undefined) continue;
    report(
      ['training', field],
      `"${field}" has no meaning where a command trains`,
      'remove it: the command decides how it trains',
    );
  }
}

/** What Node can import by itself. */
const MODULE = /\.(mjs|js|mts|ts)$/;

function checkModule(path: string | undefined, report: Report): void {
  const where = ['training', 'architecture'];
  if (path === undefined) {
    report(where, 'kind: module needs the module', 'add it, e.g. path: model/create-model.mjs');
  } else if (!MODULE.test(path) || path.includes('\0')) {
    report(
      [...where, 'path'],
      'This is no module',
      'name a file that ends in .mjs, .js, .mts or .ts',
    );
  }
}

function checkWarmStart({ training, tuning, evaluation }: RawConfiguration, report: Report): void {
  const start = training?.['warm-start'];
  if (start === undefined) return;
  const path = ['training', 'warm-start'];
  if (start === 'blessed' && evaluation?.baseline === undefined) {
    report(
      path,
      'Nothing says where the blessed model is',
      'name the folder that deploy-model keeps its versions in as evaluation.baseline, or a folder here',
    );
  }
  if (tuning !== undefined) {
    report(path, 'Trials of a tuning begin anew', 'remove it, or the section tuning');
  }
}

/** Which kinds of optimiser know a field. */
const KINDS_OF_FIELD = {
  momentum: ['sgd'],
  nesterov: ['sgd'],
  'weight-decay': ['adamw'],
} as const;

/** A field has a meaning if one of the kinds that may train knows it: tuning may choose another one. */
function checkOptimizer(raw: RawConfiguration, report: Report): void {
  const { training, tuning } = raw;
  const optimizer = training?.optimizer;
  if (optimizer === undefined) return;
  const { kind = 'adam', momentum = 0, nesterov } = optimizer;
  const path = (field: string) => ['training', 'optimizer', field];
  const kinds = possible(raw, 'optimizer');
  for (const [field, owners] of Object.entries(KINDS_OF_FIELD)) {
    if (optimizer[field as keyof typeof KINDS_OF_FIELD] === undefined) continue;
    if (owners.some((owner) => kinds.includes(owner))) continue;
    report(
      path(field),
      `"${field}" has no meaning for kind: ${kind}`,
      `remove it or choose kind: ${owners[0]}`,
    );
  }
  const isSearched = tuning?.search['training.optimizer.momentum'] !== undefined;
  if (nesterov === true && momentum === 0 && !isSearched && kinds.includes('sgd')) {
    report(path('nesterov'), 'Nothing says how much momentum', 'add momentum: 0.9');
  }
}

const FIELDS_OF_SCHEDULE = {
  step: ['factor', 'every'],
  exponential: ['factor'],
  cosine: ['warm-up', 'end'],
  plateau: ['factor', 'patience', 'min-delta', 'minimum'],
} as const;

function checkSchedule(training: RawConfiguration['training'], report: Report): void {
  const schedule = training?.schedule;
  if (schedule === undefined) return;
  const { kind, ...settings } = schedule;
  const known: readonly string[] = FIELDS_OF_SCHEDULE[kind];
  const path = (field: string) => ['training', 'schedule', field];
  for (const field of Object.keys(settings)) {
    if (known.includes(field)) continue;
    report(
      path(field),
      `"${field}" has no meaning for kind: ${kind}`,
      `remove it; the kind has: ${known.join(', ')}`,
    );
  }
  const { factor, 'warm-up': warmUp } = settings;
  if ((kind === 'plateau' || kind === 'step') && factor === 1) {
    report(path('factor'), 'A factor of 1 changes nothing', 'write a smaller one');
  }
  const epochs = training?.epochs ?? 100;
  const { every = 10 } = settings;
  if (kind === 'step' && every >= epochs) {
    report(
      path(settings.every === undefined ? 'kind' : 'every'),
      `The rate falls after ${every} epochs, and there are ${epochs}`,
      'write fewer epochs in every, or more in training.epochs',
    );
  }
  if (kind === 'cosine' && warmUp !== undefined && warmUp >= epochs) {
    report(
      path('warm-up'),
      `The rate rises for ${warmUp} of ${epochs} epochs and never falls`,
      'write fewer epochs here, or more in training.epochs',
    );
  }
}

/** A column of weights is nothing else; classes are those of a classification. */
export function checkWeights(raw: RawConfiguration, report: Report): void {
  const { data, task, training } = raw;
  const path = (field: string) => ['training', field];
  if (training?.['class-weight'] !== undefined && task === 'regression') {
    report(path('class-weight'), 'A regression has no classes', 'remove it, or use example-weight');
  }
  const weights = training?.['class-weight'];
  if (typeof weights === 'object' && Object.keys(weights).length === 0) {
    report(
      path('class-weight'),
      'No class has a weight',
      'write balanced, or a weight for a class',
    );
  }
  const column = training?.['example-weight'];
  if (column === undefined) return;
  const uses = [
    [column === data.label, 'the label', 'name another column'],
    [data.features?.includes(column) === true, 'in data.features', 'remove it from one of both'],
    [
      Object.entries(raw.features ?? {}).some(
        ([name, feature]) =>
          (name === column && !hasOwnName(feature)) ||
          (typeof feature === 'object' && feature.columns?.includes(column) === true),
      ),
      'named in features',
      'remove it from one of both',
    ],
  ] as const;
  for (const [used, how, remedy] of uses) {
    if (used) report(path('example-weight'), `The column of weights "${column}" is ${how}`, remedy);
  }
}

/** Fields that one kind alone knows. */
const OWNERS_OF_SEARCHED: Readonly<
  Record<
    string,
    { readonly field: 'optimizer' | 'architecture'; readonly kinds: readonly string[] }
  >
> = {
  'training.optimizer.momentum': { field: 'optimizer', kinds: ['sgd'] },
  'training.optimizer.weight-decay': { field: 'optimizer', kinds: ['adamw'] },
  'training.architecture.embedding': { field: 'architecture', kinds: ['wide-and-deep', 'text'] },
};

/** Kinds that a trial may have. */
function possible(
  { training, tuning }: RawConfiguration,
  field: 'optimizer' | 'architecture',
): readonly unknown[] {
  if (field === 'architecture') return [training?.architecture?.kind ?? 'mlp'];
  const searched = tuning?.search['training.optimizer.kind']?.values ?? [];
  return [training?.optimizer?.kind ?? 'adam', ...searched];
}

export function checkTuning(raw: RawConfiguration, report: Report): void {
  const { training, tuning } = raw;
  if (tuning === undefined) return;
  const kind = training?.architecture?.kind ?? 'mlp';
  if (kind === 'command') {
    report(['tuning'], 'A command is not tuned', 'remove the section, or tune inside the command');
    return;
  }
  checkHalving(raw, report);
  for (const [field, dimension] of Object.entries(tuning.search)) {
    const path = ['tuning', 'search', field];
    if ((kind === 'linear' || kind === 'module') && field.startsWith('training.architecture.')) {
      report(
        path,
        `"${field}" has no meaning for ${kind === 'linear' ? 'a linear model' : 'kind: module'}`,
        'remove it or choose kind: mlp',
      );
    }
    const owner = OWNERS_OF_SEARCHED[field];
    const kinds: readonly unknown[] = owner === undefined ? [] : possible(raw, owner.field);
    if (owner !== undefined && !owner.kinds.some((one) => kinds.includes(one))) {
      report(path, `"${field}" has no meaning here`, `remove it or choose kind: ${owner.kinds[0]}`);
    }
    checkDimension(dimension, (inner, what, remedy) => report([...path, ...inner], what, remedy));
  }
}

function checkHalving({ training, tuning }: RawConfiguration, report: Report): void {
  if (tuning === undefined) return;
  const { method = 'random' } = tuning;
  const { halving } = halvingOf(tuning);
  if (halving === undefined) {
    for (const field of ['reduction', 'bracket'] as const) {
      if (tuning[field] === undefined) continue;
      report(
        ['tuning', field],
        `"${field}" has no meaning for method: ${method}`,
        'remove it or choose method: successive-halving',
      );
    }
    return;
  }
  const { reduction, bracket } = halving;
  const path = ['tuning', tuning.bracket === undefined ? 'method' : 'bracket'];
  if (bracket < reduction) {
    report(
      path,
      `None of ${bracket} trials goes on where one of ${reduction} does`,
      'write a larger bracket, or a smaller reduction',
    );
  }
  const epochs = training?.epochs ?? 100;
  let share = 1;
  while (share * reduction <= bracket) share *= reduction;
  if (epochs < share) {
    report(
      path,
      `The first rung has one of ${share} parts of the epochs, and there are ${epochs}`,
      'write more in training.epochs, or a smaller bracket',
    );
  }
  if (training?.['time-budget'] !== undefined) {
    report(
      ['training', 'time-budget'],
      'Successive halving compares trials after as many epochs, not minutes',
      'remove it, or choose another tuning.method',
    );
  }
}

function checkDimension({ from, to, scale, values }: RawDimension, report: Report): void {
  if (values !== undefined) {
    for (const [name, value] of Object.entries({ from, to, scale })) {
      if (value === undefined) continue;
      report([name], `"values" and "${name}" don't go together`, 'keep a list or a range');
    }
    return;
  }
  if (from === undefined || to === undefined) {
    report([], 'Nothing says which values to try', 'write from: and to:, or values: [ … ]');
    return;
  }
  if (from >= to) report(['to'], `The range ends at ${to} and begins at ${from}`, 'let it rise');
  if (scale === 'log' && from <= 0) {
    report(['from'], 'A log scale has no zero', 'begin above 0, or use scale: linear');
  }
}
