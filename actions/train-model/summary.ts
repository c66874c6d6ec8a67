import type { TrainingReport } from '../../shared/model/index.ts';
import {
  code,
  countOf,
  details,
  formatCount,
  formatPercent,
  formatQuantity,
  joinBlocks,
  type Markdown,
  markdownTable,
  md,
  renderCrossValidation,
  renderElimination,
  renderImportance,
  renderLearningCurve,
  shorten,
} from '../../shared/report/index.ts';
import type { TuningReport } from '../../shared/tuning/index.ts';
import { renderTuning } from './trials-summary.ts';

export interface SummaryFacts {
  readonly model: string;
  readonly report: TrainingReport;
  readonly modelDigest: string;
  readonly cacheHit: boolean;
  /** Present when the best of several trials decided how it was trained. */
  readonly tuning?: TuningReport;
}

/** Columns in the headline, which has one line. */
const DROPPED_NAMED = 3;
const LONGEST_NAME = 40;

/** One line, e.g. `mlp 32·16, 41 of 60 epochs, validation loss 0.083`. */
export function renderHeadline({ report, cacheHit, tuning }: SummaryFacts): string {
  const { history, epochsConfigured } = report;
  return [
    ...(tuning === undefined ? [] : [`trial ${tuning.best} of ${tuning.trials.length}`]),
    describeArchitecture(report),
    `${history.length} of ${countOf(epochsConfigured, 'epoch')}${report.stoppedBy === undefined ? '' : ' (time budget)'}`,
    `validation loss ${formatQuantity(bestRecord(report).validationLoss, 3)}`,
    ...(report.dropped.length === 0 ? [] : [`left out: ${nameDropped(report)}`]),
    ...(cacheHit ? ['from cache'] : []),
  ].join(', ');
}

/** A column that was not learned from is a surprise to most: it is told where everyone looks. */
function nameDropped({ dropped }: TrainingReport): string {
  const names = dropped.slice(0, DROPPED_NAMED).map(({ column }) => shorten(column, LONGEST_NAME));
  const more = dropped.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Markdown for the step's page: one sentence, the curves, the facts, what was left out. */
export function renderSummary(facts: SummaryFacts): string {
  const { model, report } = facts;
  return joinBlocks([
    md`## ${model}: trained`,
    describeResult(facts),
    renderLearningCurve(report),
    renderFacts(facts),
    report.importance === undefined ? null : md`### Importance of features`,
    renderImportance(report),
    report.elimination === undefined ? null : md`### Elimination of features`,
    renderElimination(report),
    report.crossValidation === undefined ? null : md`### Cross-validation`,
    renderCrossValidation(report),
    facts.tuning === undefined ? null : renderTuning(facts.tuning),
    renderDropped(report),
  ]).source;
}

/** The epoch whose weights were kept. */
export function bestRecord({
  history,
  bestEpoch,
}: TrainingReport): TrainingReport['history'][number] {
  const record = history[bestEpoch - 1];
  if (record === undefined) throw new Error(`epoch ${bestEpoch} is not in the history`);
  return record;
}

function describeArchitecture({ architecture }: TrainingReport): string {
  if (architecture.kind === 'linear') return 'linear';
  if (architecture.kind === 'module') return `module ${architecture.path}`;
  return `${architecture.kind} ${architecture.hidden.join('·')}`;
}

function describeResult({ report, cacheHit }: SummaryFacts): Markdown {
  const best = bestRecord(report);
  const accuracy =
    best.validationAccuracy === undefined
      ? md``
      : md`, accuracy ${formatPercent(best.validationAccuracy)}`;
  const end = describeEnd(report);
  const origin = cacheHit
    ? md`Taken from the cache: same data, configuration, code and engine, proved by digest. `
    : md``;
  return md`${origin}**Validation loss ${formatQuantity(best.validationLoss, 3)}**${accuracy} on ${countOf(report.examples.validation, 'example')}, from epoch ${report.bestEpoch} of ${report.history.length} (${end}).`;
}

function describeEnd({ stoppedBy, stoppedEarly, epochsConfigured }: TrainingReport): string {
  const most = `at most ${epochsConfigured}`;
  if (stoppedBy === 'time-budget') return `the time budget was used up; ${most}`;
  return `${stoppedEarly ? 'stopped early' : 'all epochs run'}; ${most}`;
}

function renderFacts({ report, modelDigest }: SummaryFacts): Markdown {
  const { engine, examples } = report;
  return markdownTable(
    [{ title: md`fact` }, { title: md`value` }],
    [
      [md`task`, md`${report.task}`],
      [
        md`architecture`,
        md`${describeArchitecture(report)}, ${formatCount(report.parameters)} parameters`,
      ],
      [
        md`examples`,
        md`${formatCount(examples.train)} training, ${formatCount(examples.validation)} validation, ${formatCount(examples.evaluation)} evaluation`,
      ],
      [
        md`features`,
        md`${countOf(report.features.length, 'column')}, ${countOf(report.inputs, 'input')}`,
      ],
      [md`seed`, md`${report.seed}`],
      [
        md`engine`,
        md`TensorFlow.js ${engine.version}, ${engine.name}${engine.simd ? ' with SIMD' : ''}${engine.library === undefined ? '' : `, libtensorflow ${engine.library}`}`,
      ],
      ...(report.parent === undefined ? [] : [[md`begins with`, code(`sha256:${report.parent}`)]]),
      [md`model`, code(`sha256:${modelDigest}`)],
    ],
  );
}

function renderDropped({ dropped }: TrainingReport): Markdown | null {
  if (dropped.length === 0) return null;
  const shown = dropped.slice(0, MOST_DROPPED);
  const rest = dropped.length - shown.length;
  return details(
    md`${countOf(dropped.length, 'column')} left out`,
    joinBlocks([
      markdownTable(
        [{ title: md`column` }, { title: md`reason` }],
        shown.map(({ column, reason }) => [code(column), md`${reason}`]),
      ),
      rest === 0 ? null : md`… and ${formatCount(rest)} more.`,
    ]),
  );
}

/** A summary holds 1 MiB; a table of thousands of columns would hide the rest. */
const MOST_DROPPED = 50;
