import { METRIC_TITLES } from '../config/index.ts';
import type { AnomaliesReport } from '../data/index.ts';
import type { CommandEntry, EngineEntry } from '../lineage/index.ts';
import type { TrainingReport } from '../model/index.ts';
import {
  code,
  details,
  formatMetric,
  formatMetricInterval,
  joinBlocks,
  Markdown,
  markdownTable,
  md,
  webLink,
} from '../report/index.ts';
import type { ExportReport } from '../tflite/index.ts';
import type { EvaluationReport, MetricValue } from './evaluation-report.ts';
import { renderGates } from './gate-table.ts';
import { shortenName } from './gate-text.ts';
import { sentence } from './markdown-text.ts';
import { renderData, renderExports, renderFolds, renderTraining } from './run-sections.ts';
import { renderSlices } from './slice-table.ts';

/** What a reader wants to know about the run beside the evaluation. Unknown facts are left out. */
export interface EvaluationContext {
  readonly model: string;
  /** Whether the reader looks at a pull request. */
  readonly pullRequest: boolean;
  readonly commit?: string;
  readonly runUrl?: string;
  /** Hexadecimal SHA-256. */
  readonly dataDigest?: string;
  /** Of the training. */
  readonly seed?: number;
  readonly engine?: EngineEntry | CommandEntry;
  /** How this model was trained. */
  readonly training?: TrainingReport;
  /** What was found in this data. */
  readonly anomalies?: AnomaliesReport;
  /** Files made from this model. */
  readonly exports?: ExportReport;
}

const OUTCOME_SYMBOLS = { pass: '✅', warn: '⚠️', fail: '❌' } as const;

/** A report as blocks for a summary page or a comment, most important first. */
export interface EvaluationBlocks {
  /** Verdict, why, and gates. */
  readonly head: readonly Markdown[];
  /** A line on data and files, then folded sections; a comment that is too long loses them from the end. */
  readonly sections: readonly Markdown[];
  /** Where the numbers come from. */
  readonly foot: Markdown;
  /** Link to the run, whose page and files hold all of it. */
  readonly run?: Markdown;
}

export function renderEvaluation(
  report: EvaluationReport,
  context: EvaluationContext,
): EvaluationBlocks {
  const metrics = renderMetrics(report);
  const judged = report.gates.length > 0;
  return {
    head: [
      md`## ${OUTCOME_SYMBOLS[report.outcome]} ${context.model}: ${headingOf(report, context)}`,
      renderReason(report.reason),
      ...(judged ? renderGates(report, subjectOf(context)) : [metrics]),
    ],
    sections: [
      renderMaterial(context),
      renderSlices(report, subjectOf(context)),
      judged ? details(md`Metrics of ${count(report.examples)}`, metrics) : null,
      renderConfusion(report),
      context.training === undefined ? null : renderTraining(context.training),
      context.training === undefined ? null : renderFolds(context.training),
    ].filter((section) => section !== null),
    foot: md`<sub>${renderOrigin(context)}${sentence(report.intervals)}</sub>`,
    ...(context.runUrl === undefined ? {} : { run: linkRun(context.runUrl) }),
  };
}

export function joinEvaluation({ head, sections, foot }: EvaluationBlocks): Markdown {
  return joinBlocks([...head, ...sections, foot]);
}

function headingOf(
  { verdict, outcome }: EvaluationReport,
  { pullRequest }: EvaluationContext,
): string {
  if (outcome === 'fail') return pullRequest ? 'do not merge yet' : 'does not pass';
  if (verdict === 'no-baseline') return 'nothing to compare with';
  if (verdict === 'no-thresholds') return 'measured, not judged';
  return verdict === 'pass' ? 'passes its gates' : 'look before you go on';
}

function subjectOf({ pullRequest }: EvaluationContext): string {
  return pullRequest ? 'this branch' : 'this model';
}

/** The part before the first colon says what, the rest why. */
function renderReason(reason: string): Markdown {
  const colon = reason.indexOf(': ');
  if (colon < 0) return md`**${sentence(reason)}.**`;
  return md`**${sentence(reason.slice(0, colon))}:** ${sentence(reason.slice(colon + 2))}.`;
}

function renderMaterial({ anomalies, exports }: EvaluationContext): Markdown | null {
  const parts = [
    ...(anomalies === undefined ? [] : [renderData(anomalies)]),
    ...(exports === undefined ? [] : [renderExports(exports)]),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : new Markdown(parts.map(String).join(' '));
}

function renderMetrics({ metrics, baseline }: EvaluationReport): Markdown {
  const before = new Map(baseline?.metrics.map((metric) => [metric.metric, metric]));
  return markdownTable(
    [
      { title: md`metric` },
      ...(baseline === undefined ? [] : [{ title: md`baseline`, align: 'right' as const }]),
      { title: md`value`, align: 'right' },
      { title: md`95 % interval`, align: 'right' },
    ],
    metrics.map((metric) => [
      md`${METRIC_TITLES[metric.metric]}`,
      ...(baseline === undefined ? [] : [renderValue(before.get(metric.metric))]),
      renderValue(metric),
      metric.interval === undefined
        ? sentence(metric.reason ?? '')
        : md`${formatMetricInterval(metric.metric, metric.interval)}`,
    ]),
  );
}

function renderValue(metric: MetricValue | undefined): Markdown {
  return metric === undefined || metric.value === null
    ? md`–`
    : md`${formatMetric(metric.metric, metric.value)}`;
}

/** More classes than this do not fit beside each other on a page. */
const MOST_CLASSES_SHOWN = 15;

function renderConfusion({ confusion }: EvaluationReport): Markdown | null {
  if (confusion === undefined) return null;
  const { classes, counts } = confusion;
  if (classes.length > MOST_CLASSES_SHOWN) return null;
  const table = markdownTable(
    [
      { title: md`actual ↓ predicted →` },
      ...classes.map((name) => ({ title: code(shortenName(name)), align: 'right' as const })),
    ],
    counts.map((row, actual) => [
      code(shortenName(classes[actual] ?? '')),
      ...row.map((cell, predicted) =>
        cell > 0 && actual === predicted ? md`**${cell}**` : md`${cell}`,
      ),
    ]),
  );
  return details(md`Confusion matrix`, table);
}

function renderOrigin({ runUrl, commit, dataDigest, seed, engine }: EvaluationContext): Markdown {
  const facts = [
    ...(runUrl === undefined ? [] : [linkRun(runUrl)]),
    ...(commit === undefined ? [] : [md`commit ${code(commit.slice(0, 7))}`]),
    ...(dataDigest === undefined ? [] : [md`data ${code(`sha256:${dataDigest.slice(0, 12)}…`)}`]),
    ...(seed === undefined ? [] : [md`seed ${seed}`]),
    ...(engine === undefined
      ? []
      : 'run' in engine
        ? [code(shortenName(engine.run))]
        : [md`${engine.name} engine ${engine.version}`]),
  ];
  return facts.length === 0 ? md`` : md`${new Markdown(facts.map(String).join(' · '))}<br>`;
}

function linkRun(runUrl: string): Markdown {
  return md`run ${webLink(runUrl, runUrl.split('/').at(-1))}`;
}

function count(examples: number): string {
  return `${examples} evaluation ${examples === 1 ? 'example' : 'examples'}`;
}
