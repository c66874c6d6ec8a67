import {
  type EvaluationConfiguration,
  isLessBetter,
  type Outcome,
  type Verdict,
} from '../config/index.ts';
import { countOf } from '../report/index.ts';
import type { GateResult, MetricValue } from './evaluation-report.ts';

export interface Decision {
  readonly verdict: Verdict;
  readonly outcome: Outcome;
  /** One sentence without markup and without a final full stop. */
  readonly reason: string;
}

/** The results of one gate of the configuration. */
export interface GateGroup {
  readonly text: string;
  readonly results: readonly GateResult[];
}

/** Results by the gate that they come from, in order. */
export function groupGates(results: readonly GateResult[]): GateGroup[] {
  const groups = new Map<number | string, { text: string; results: GateResult[] }>();
  for (const result of results) {
    const key = result.configured?.index ?? result.gate;
    const group = groups.get(key);
    if (group !== undefined) group.results.push(result);
    else groups.set(key, { text: result.configured?.text ?? result.gate, results: [result] });
  }
  return [...groups.values()];
}

/**
 * What a gate's results come to: the worst of them, in the order fail, no-baseline, warn, pass. A gate whose every slice
 * was skipped has judged nothing, which is `skipped` and never a pass.
 */
export function statusOf({ results }: GateGroup): GateResult['status'] {
  const order = ['fail', 'no-baseline', 'warn', 'pass'] as const;
  return order.find((status) => results.some((result) => result.status === status)) ?? 'skipped';
}

/**
 * The verdict of an evaluation, by precedence: `fail` when a gate fails or the predictions are useless (no examples, or
 * no number); `no-thresholds` when there are no gates; `no-baseline` when a gate has nothing to compare with; `warn`
 * when a change could be chance or a gate has judged nothing; else `pass`.
 *
 * The configuration decides the outcome of `no-baseline` and `no-thresholds`; a warning of another gate is not lost by it.
 */
export function decideVerdict(
  gates: readonly GateResult[],
  metrics: readonly MetricValue[],
  { onNoBaseline, onNoThresholds }: EvaluationConfiguration,
  noBaseline?: string,
): Decision {
  const groups = groupGates(gates);
  const byStatus = (status: GateResult['status']) =>
    groups.filter((group) => statusOf(group) === status);
  const failed = byStatus('fail');
  if (failed.length > 0) {
    const others = failed.length === 1 ? '' : `, and ${failed.length - 1} more`;
    const reason = `${failed.length} of ${countOf(groups.length, 'gate')} failed: ${reasonOf(failed, 'fail')}${others}`;
    return { verdict: 'fail', outcome: 'fail', reason };
  }
  if (metrics.every(({ value }) => value === null)) {
    const reason = `The model can't be judged: ${metrics[0]?.reason ?? 'no metric has a value'}`;
    return { verdict: 'fail', outcome: 'fail', reason };
  }
  if (groups.length === 0) {
    const reason = 'No gates are configured: nothing says how good the model has to be';
    return { verdict: 'no-thresholds', outcome: onNoThresholds, reason };
  }
  const doubtful = byStatus('warn');
  const skipped = byStatus('skipped');
  const hasWarning = doubtful.length + skipped.length > 0;
  const without = byStatus('no-baseline');
  if (without.length > 0) {
    const others = hasWarning ? 'some of the others warn' : 'the others passed';
    const rest = without.length === groups.length ? '' : `; ${others}`;
    const subject = `${without.length} of ${countOf(groups.length, 'gate')}`;
    const reason = `No baseline: ${subject} ${without.length === 1 ? 'has' : 'have'} nothing to compare with${rest}${noBaseline === undefined ? '' : `; ${noBaseline}`}`;
    const outcome = hasWarning && onNoBaseline === 'pass' ? 'warn' : onNoBaseline;
    return { verdict: 'no-baseline', outcome, reason };
  }
  if (doubtful.length > 0) {
    const reason = `${doubtful.length} of ${countOf(groups.length, 'gate')} can't tell: ${reasonOf(doubtful, 'warn')}`;
    return { verdict: 'warn', outcome: 'warn', reason };
  }
  if (skipped.length > 0) {
    const subject = `${skipped.length} of ${countOf(groups.length, 'gate')}`;
    const reason = `${subject} judged nothing: ${reasonOf(skipped, 'skipped')}`;
    return { verdict: 'warn', outcome: 'warn', reason };
  }
  const count = gates.filter(({ status }) => status === 'skipped').length;
  const slices = count === 0 ? '' : `; ${countOf(count, 'slice')} had too few examples to judge`;
  const all = groups.length === 1 ? 'The gate passed' : `All ${groups.length} gates passed`;
  return { verdict: 'pass', outcome: 'pass', reason: `${all}${slices}` };
}

/** Why the first of these gates has its status; of its slices, the one that is worst off. */
function reasonOf(groups: readonly GateGroup[], status: GateResult['status']): string {
  const results = groups[0]?.results.filter((result) => result.status === status) ?? [];
  return worstFirst(results)[0]?.reason ?? '';
}

/** By how far a result is on the wrong side: undefined values first, then the change or the value. Ties (∞ − ∞ among them) stay in order. */
export function worstFirst(results: readonly GateResult[]): GateResult[] {
  return [...results].sort((a, b) => badness(b) - badness(a) || 0);
}

function badness({ value, change, metric }: GateResult): number {
  const amount = change === undefined ? value : change;
  if (amount === null) return Number.POSITIVE_INFINITY;
  return isLessBetter(metric) ? amount : -amount;
}
