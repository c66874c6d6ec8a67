import { type ExportConfiguration, isLessBetter, type MetricName } from '../config/index.ts';
import { binomialSurvival } from '../numeric/index.ts';
import { formatMetricChangeInterval, formatPercent, formatQuantity } from '../report/index.ts';
import type { MetricPair, SliceParity } from './export-report.ts';

/** What a report's 95 % intervals leave on either side. */
const TAIL = 0.025;

/** Metrics are quotients: 0.98 − 0.97 is a little more than 0.01. */
const ROUNDING = 1e-9;

type Limits = Pick<ExportConfiguration, 'minAgreement' | 'mayDrop'>;

/**
 * Judges a file on one slice, by the limits for all examples. A slice has few examples, so what is worse than allowed
 * fails only beyond chance, and is `warn` otherwise:
 *
 * - agreement: so many disagreements have a probability below 2.5 % where the file agrees as often as asked for;
 * - a metric of `may-drop`: even the better end of the 95 % interval of its change is worse than allowed.
 *
 * A metric that these examples do not define (ROC AUC of one class) is not judged here: over all examples it fails.
 */
export function judgeSlice(
  slice: Omit<SliceParity, 'status' | 'reason'>,
  { minAgreement, mayDrop }: Limits,
): SliceParity {
  const faults: { readonly text: string; readonly isEvident: boolean }[] = [];
  const { agreement, disagreements, examples } = slice;
  if (agreement < minAgreement) {
    faults.push({
      text: `it agrees on ${formatPercent(agreement)} of ${examples}, ${formatPercent(minAgreement)} is asked for`,
      isEvident: binomialSurvival(disagreements, examples, 1 - minAgreement) < TAIL,
    });
  }
  for (const [metric, allowed] of Object.entries(mayDrop) as [MetricName, number][]) {
    const pair = slice.metrics.find((entry) => entry.metric === metric);
    if (pair === undefined || !exceeds(pair, allowed)) continue;
    faults.push({ text: describeLoss(pair, allowed), isEvident: isEvident(pair, allowed) });
  }
  if (faults.length === 0) return { ...slice, status: 'pass' };
  const status = faults.some((fault) => fault.isEvident) ? 'fail' : 'warn';
  const reason = faults
    .map(({ text, isEvident }) => (isEvident ? text : `${text}, which could be chance`))
    .join('; ');
  return { ...slice, status, reason };
}

/** Whether a metric is worse in the file by more than allowed, whichever direction is worse. */
export function exceeds({ metric, model, file }: MetricPair, allowed: number): boolean {
  const loss = isLessBetter(metric) ? file - model : model - file;
  return loss > allowed + ROUNDING;
}

/** `accuracy goes from 0.983 to 0.95 (−0.05 … −0.017), by more than 0.01`. */
export function describeLoss(pair: MetricPair, allowed: number): string {
  const { metric, model, file, changeInterval } = pair;
  const known =
    changeInterval === undefined
      ? ''
      : ` (95 % interval of the change ${formatMetricChangeInterval(metric, changeInterval)})`;
  return `${metric} goes from ${formatQuantity(model)} to ${formatQuantity(file)}${known}, by more than ${formatQuantity(allowed)}`;
}

function isEvident({ metric, changeInterval }: MetricPair, allowed: number): boolean {
  if (changeInterval === undefined) return false;
  const [low, high] = changeInterval;
  return (isLessBetter(metric) ? low : -high) > allowed + ROUNDING;
}
