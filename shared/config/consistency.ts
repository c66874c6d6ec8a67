import { MICRO_VARIANTS } from './configuration.ts';
import type { RawConfiguration, RawGate } from './defaults.ts';
import { checkFeatures } from './features.ts';
import { isLessBetter, METRICS, REGRESSION_METRICS } from './metrics.ts';
import type { FieldPath, SchemaProblem } from './schema-problems.ts';

import { checkTargets } from './targets.ts';

import { checkTraining, checkTuning, checkWeights } from './training-consistency.ts';

/** Fractions are typed by hand: 0.1 + 0.2 must count as 0.3. */
const FRACTION_TOLERANCE = 1e-6;

/** Fields that are fine one by one and make no sense together. */
export function findInconsistencies(raw: RawConfiguration): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const report = (path: FieldPath, what: string, remedy: string) => {
    problems.push({ path, atKey: false, what, remedy });
  };
  checkFractions(raw, report);
  checkSplit(raw, report);
  checkColumns(raw, report);
  checkTraining(raw, report);
  checkWeights(raw, report);
  checkTuning(raw, report);
  checkFeatures(raw, report);
  for (const [index, gate] of (raw.evaluation?.gates ?? []).entries()) {
    checkGate(gate, raw.task, (field, what, remedy) =>
      report(['evaluation', 'gates', index, ...field], what, remedy),
    );
  }
  checkBaseline(raw, report);
  checkMicrocontroller(raw, report);
  checkTargets(raw, report);
  return problems;
}

export type Report = (path: FieldPath, what: string, remedy: string) => void;

function checkBaseline({ evaluation }: RawConfiguration, report: Report): void {
  if (evaluation?.baseline === undefined || evaluation['baseline-artifact'] === undefined) return;
  report(
    ['evaluation', 'baseline-artifact'],
    'The baseline is both a folder and an artifact',
    'keep one of baseline and baseline-artifact',
  );
}

function checkMicrocontroller({ export: files }: RawConfiguration, report: Report): void {
  const { variants, microcontroller } = files ?? {};
  if (microcontroller !== true || variants === undefined) return;
  if (variants.some((variant) => MICRO_VARIANTS.includes(variant))) return;
  report(
    ['export', 'microcontroller'],
    'TFLite Micro runs none of the variants',
    `add one of ${MICRO_VARIANTS.join(', ')} to export.variants, or write false`,
  );
}

function checkFractions(raw: RawConfiguration, report: Report): void {
  const fractions = raw.data.split?.fractions;
  if (fractions === undefined) return;
  const sum = fractions.train + (fractions.validation ?? 0) + fractions.evaluation;
  if (Math.abs(sum - 1) <= FRACTION_TOLERANCE) return;
  report(
    ['data', 'split', 'fractions'],
    `The fractions add up to ${Number(sum.toFixed(6))}`,
    'make them add up to 1',
  );
}

function checkSplit(raw: RawConfiguration, report: Report): void {
  const { by = 'hash', key = [], column, fractions, files } = raw.data.split ?? {};
  const path = (field: string) => ['data', 'split', field];
  if (by === 'file') {
    if (files === undefined) {
      report(
        path('by'),
        'The split is by file and names no files',
        'name those of the evaluation in files: { evaluation: … }',
      );
    }
    for (const [field, given] of Object.entries({ key: raw.data.split?.key, column, fractions })) {
      if (given === undefined) continue;
      report(path(field), `A split by file has no ${field}`, 'remove it: the files alone decide');
    }
    return;
  }
  if (files !== undefined) {
    report(path('files'), `A split by ${by} has files`, 'remove them, or set by to file');
  }
  if (by === 'group' && key.length === 0) {
    report(
      path('by'),
      'The split is by group and names no key',
      'name the columns of a group in key',
    );
  }
  if (by === 'time' && column === undefined) {
    report(
      path('by'),
      'The split is by time and names no column',
      'name the column of times in column',
    );
  }
  if (by === 'time' && key.length > 0) {
    report(path('key'), 'A split by time has no key', 'remove it: the times alone decide');
  }
  if ((by === 'hash' || by === 'group') && column !== undefined) {
    report(
      path('column'),
      `A split by ${by} has no column`,
      'name columns in key, or set by to time or stratified',
    );
  }
}

function checkColumns(raw: RawConfiguration, report: Report): void {
  const { label, features, ignore } = raw.data;
  if (features?.includes(label) === true) {
    report(
      ['data', 'features', features.indexOf(label)],
      `The label "${label}" is listed as a feature`,
      'a model that sees its label learns nothing: remove it',
    );
  }
  for (const column of features ?? []) {
    if (ignore?.includes(column) !== true) continue;
    report(
      ['data', 'ignore', ignore.indexOf(column)],
      `The column "${column}" is both a feature and ignored`,
      'remove it from one of the lists',
    );
  }
  if (ignore?.includes(label) === true) {
    report(
      ['data', 'ignore', ignore.indexOf(label)],
      `The label "${label}" is ignored`,
      'remove it',
    );
  }
}

function checkGate(gate: RawGate, task: RawConfiguration['task'], report: Report): void {
  const rules = (['at-least', 'at-most', 'may-drop', 'may-rise'] as const).filter(
    (rule) => gate[rule] !== undefined,
  );
  const [rule, second] = rules;
  if (rule === undefined) {
    report([], 'The gate has no rule', 'add at-least, at-most, or against: baseline with may-drop');
    return;
  }
  if (second !== undefined) {
    report([second], `The gate has both "${rule}" and "${second}"`, 'write one gate for each');
    return;
  }
  const compares = rule === 'may-drop' || rule === 'may-rise';
  if (compares && gate.against === undefined) {
    report([rule], `"${rule}" says nothing without a comparison`, 'add "against: baseline"');
  }
  if (!compares && gate.against !== undefined) {
    report(['against'], `"against" and "${rule}" don't go together`, 'use may-drop or may-rise');
  }
  if (!compares && gate.confidence !== undefined) {
    report(['confidence'], '"confidence" belongs to a comparison with the baseline', 'remove it');
  }
  const lessIsBetter = isLessBetter(gate.metric);
  if (rule === 'may-drop' && lessIsBetter) {
    report([rule], `${gate.metric} is better when it is smaller`, 'use may-rise');
  }
  if (rule === 'may-rise' && !lessIsBetter) {
    report([rule], `${gate.metric} is better when it is larger`, 'use may-drop');
  }
  if (task === undefined) return;
  const regressionMetric = (REGRESSION_METRICS as readonly string[]).includes(gate.metric);
  if (regressionMetric === (task === 'regression')) return;
  const usable = METRICS.filter(
    (metric) =>
      (REGRESSION_METRICS as readonly string[]).includes(metric) === (task === 'regression'),
  );
  report(['metric'], `${gate.metric} is no metric of ${task}`, `use one of: ${usable.join(', ')}`);
}
