import { digestFiles, type TrainingEntry } from '../lineage/index.ts';
import type { CommandTrainingReport, TrainingReport } from '../model/index.ts';
import type { Metric, NamedValue, RunContent } from './run-content.ts';

/** What train-model knows of a training, all of it decided by data, configuration and seed. */
export interface TrainingFacts {
  readonly model: string;
  /** The section `training` of mlops.yml as it was used, as the configuration holds it. */
  readonly settings: object;
  readonly entry: TrainingEntry;
  readonly report: TrainingReport | CommandTrainingReport;
}

/** Features whose importance is logged, the most important first: a page of MLflow draws a chart for each. */
const MOST_FEATURES = 50;

/** Parameters and metrics of a training, under the names of mlops.yml and training.json. */
export function trainingContent({ model, settings, entry, report }: TrainingFacts): RunContent {
  const { engine } = entry;
  const params: NamedValue[] = [
    ...named('', { model, task: entry.task }),
    // The engine that was used stands below.
    ...named('training', { ...settings, engine: undefined }),
    ...named('engine', engine.name === 'command' ? { name: engine.name } : engine),
    ...named('examples', entry.examples),
    ...named('', {
      features: entry.features,
      parameters: entry.parameters,
      'data.sha256': digestFiles(entry.data),
      'data.split.sha256': entry.splitDigest,
      'tuning.trial': entry.tuning?.best,
      'tuning.trials': entry.tuning?.trials,
      parent: entry.parent?.modelDigest,
      'stopped-by': entry.stoppedBy,
    }),
  ];
  return {
    params,
    metrics: 'history' in report ? networkMetrics(report) : commandMetrics(report),
    tags: [],
  };
}

function networkMetrics(report: TrainingReport): Metric[] {
  const epochs = report.history.flatMap(({ epoch, ...values }) =>
    Object.entries(values).map(([name, value]) => ({ key: kebab(name), value, step: epoch })),
  );
  const best = report.history[report.bestEpoch - 1];
  const once = (key: string, value: number | undefined): Metric[] =>
    value === undefined ? [] : [{ key, value, step: 0 }];
  return [
    ...epochs,
    ...once('best-epoch', report.bestEpoch),
    ...once('best-validation-loss', best?.validationLoss),
    ...once('best-validation-accuracy', best?.validationAccuracy),
    ...(report.crossValidation?.metrics ?? []).flatMap(({ metric, mean, deviation }) => [
      ...once(`cross-validation/${metric}`, mean),
      ...once(`cross-validation/${metric}-deviation`, deviation),
    ]),
    ...(report.importance?.features ?? [])
      .slice(0, MOST_FEATURES)
      .flatMap(({ feature, increase }) => once(`importance/${feature}`, increase)),
  ];
}

/** What the command says of its own model. */
function commandMetrics({ metrics }: CommandTrainingReport): Metric[] {
  return Object.entries(metrics).map(([key, value]) => ({ key, value, step: 0 }));
}

/** Fields within fields are joined by points; lists, and what is named by values of the data, stand as JSON. */
function named(path: string, fields: object): NamedValue[] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]): NamedValue[] => {
    const key = path === '' ? name : `${path}.${kebab(name)}`;
    if (value === undefined || value === null) return [];
    if (typeof value !== 'object') return [{ key, value: String(value) }];
    if (Array.isArray(value) || name === 'classWeight') {
      return [{ key, value: JSON.stringify(value) }];
    }
    return named(key, value);
  });
}

/** `validationLoss` → `validation-loss`. */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
