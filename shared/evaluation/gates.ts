import { type GateConfiguration, isLessBetter, METRIC_TITLES } from '../config/index.ts';
import {
  computeMoments,
  normalQuantile,
  percentileInterval,
  twoSidedQuantile,
} from '../numeric/index.ts';
import {
  digitsBeside,
  formatMetric,
  formatMetricChange,
  formatMetricChangeInterval,
} from '../report/index.ts';
import type { GateResult, MetricValue } from './evaluation-report.ts';
import {
  describeGate,
  describeRule,
  describeSlice,
  formatConfidence,
  formatThreshold,
} from './gate-text.ts';
import { type Measurement, REPORT_CONFIDENCE } from './measurement.ts';

/** Rounding of sums must not decide: a drop of exactly what is allowed passes. */
const ROUNDING = 1e-9;
/** The power that the smallest detectable change is stated for. */
export const POWER = 0.8;

export interface SliceMeasurement {
  readonly slice: Readonly<Record<string, string>>;
  readonly measurement: Measurement;
}

/**
 * Judges one gate over all examples, or over each slice that it names.
 *
 * Absolute rules compare the value itself. A rule against the baseline looks at the change candidate − baseline. Without
 * a confidence it fails when the change is worse than allowed. With a confidence c it fails when even the better end of
 * the two-sided c-interval of the change is worse than allowed; a change that is worse than allowed while its interval
 * is not is `warn`: it could be chance.
 *
 * Fails closed: no examples, a metric that is undefined for the model or the baseline, and a slice value that the gate
 * names and the data lacks are `fail`. `slices`: those by the columns of `gate.slice`.
 */
export function judgeGate(
  gate: GateConfiguration,
  index: number,
  overall: Measurement,
  slices: readonly SliceMeasurement[],
): GateResult[] {
  requireDirection(gate);
  const configured = { index, text: describeGate(gate) };
  if (gate.slice === undefined) {
    return [{ gate: configured.text, ...judge(gate, overall, ''), configured }];
  }
  const asked = Object.entries(gate.slice);
  const matching = slices.filter(({ slice }) =>
    asked.every(([column, value]) => value === '*' || slice[column] === value),
  );
  if (matching.length === 0) {
    return [
      {
        gate: configured.text,
        metric: gate.metric,
        slice: gate.slice,
        examples: 0,
        status: 'fail',
        value: null,
        reason: `no evaluation example has ${describeSlice(gate.slice)}`,
        configured,
      },
    ];
  }
  return matching.map(({ slice, measurement }) => {
    const name = describeSlice(slice);
    const judged = judge(gate, measurement, ` for ${name}`);
    return { gate: `${describeRule(gate)}, ${name}`, slice, ...judged, configured };
  });
}

type Judgement = Omit<GateResult, 'gate' | 'slice' | 'configured'>;

/** `scope` is put behind the metric's name in sentences: empty, or ` for sex = female`. */
function judge(gate: GateConfiguration, measurement: Measurement, scope: string): Judgement {
  const { metric } = gate;
  const { examples } = measurement;
  const candidate = find(measurement.metrics, gate);
  const subject = `${METRIC_TITLES[metric]}${scope}`;
  const facts: Omit<Judgement, 'status' | 'reason'> = {
    metric,
    examples,
    value: candidate.value,
    ...(candidate.interval === undefined ? {} : { interval: candidate.interval }),
    ...(measurement.baseline === undefined
      ? {}
      : { baselineValue: find(measurement.baseline, gate).value }),
  };
  if (examples === 0) {
    return { ...facts, status: 'fail', reason: `${subject} is undefined: there are no examples` };
  }
  if (examples < gate.minExamples) {
    const reason = `${subject} is not judged: ${examples} of the ${gate.minExamples} examples that the gate needs`;
    return { ...facts, status: 'skipped', reason };
  }
  if (candidate.value === null) {
    return { ...facts, status: 'fail', reason: `${subject} is undefined: ${candidate.reason}` };
  }
  return gate.rule.kind === 'at-least' || gate.rule.kind === 'at-most'
    ? { ...facts, ...judgeValue(gate, candidate.value, subject) }
    : { ...facts, ...judgeChange(gate, candidate.value, measurement, subject) };
}

function judgeValue({ metric, rule }: GateConfiguration, value: number, subject: string) {
  const limit = formatThreshold(rule.value);
  const text = formatMetric(metric, value, digitsBeside(value, rule.value));
  const passes =
    rule.kind === 'at-least' ? value >= rule.value - ROUNDING : value <= rule.value + ROUNDING;
  const comparison = rule.kind === 'at-least' ? 'at least' : 'at most';
  return {
    threshold: rule.value,
    status: passes ? ('pass' as const) : ('fail' as const),
    reason: passes
      ? `${subject} is ${text}, ${comparison} ${limit} as asked`
      : `${subject} is ${text}, not ${comparison} ${limit}`,
  };
}

function judgeChange(
  gate: GateConfiguration,
  value: number,
  measurement: Measurement,
  subject: string,
): Omit<Judgement, 'metric' | 'examples' | 'value' | 'interval' | 'baselineValue'> {
  const { metric, rule } = gate;
  if (measurement.baseline === undefined) {
    const reason = `${subject} is ${formatMetric(metric, value)}; there is no baseline to compare it with`;
    return { status: 'no-baseline', reason };
  }
  const before = find(measurement.baseline, gate);
  if (before.value === null) {
    const reason = `${subject} of the baseline is undefined: ${before.reason}`;
    return { status: 'fail', change: null, reason };
  }
  const confidence = confidenceOf(gate);
  const distribution = measurement.changes.get(metric);
  const changeInterval =
    distribution === undefined
      ? undefined
      : percentileInterval(distribution, confidence ?? REPORT_CONFIDENCE);
  const change = value - before.value;
  const isWorse = (amount: number) =>
    (rule.kind === 'may-drop' ? -amount : amount) > rule.value + ROUNDING;
  // Of a drop the upper end is the better one, of a rise the lower.
  const betterEnd = changeInterval?.[rule.kind === 'may-drop' ? 1 : 0];
  const status = !isWorse(change)
    ? 'pass'
    : confidence === undefined || (betterEnd !== undefined && isWorse(betterEnd))
      ? 'fail'
      : 'warn';
  const detectableChange = smallestDetectable(rule.value, confidence, distribution);
  return {
    status,
    threshold: limitOf(rule, before.value),
    change,
    ...(changeInterval === undefined ? {} : { changeInterval }),
    ...(detectableChange === undefined ? {} : { detectableChange }),
    reason: describeChange(gate, {
      subject,
      before: before.value,
      value,
      examples: measurement.examples,
      interval: changeInterval,
      mayBeChance: status === 'warn',
    }),
  };
}

/** `accuracy fell from 0.968 to 0.927 (n = 82, 95 % interval of the change −0.072 … −0.010; allowed −0.01)`. */
function describeChange(
  gate: GateConfiguration,
  facts: {
    readonly subject: string;
    readonly before: number;
    readonly value: number;
    readonly examples: number;
    readonly interval: readonly [number, number] | undefined;
    readonly mayBeChance: boolean;
  },
): string {
  const { metric, rule } = gate;
  const { before, value, interval } = facts;
  const limit = limitOf(rule, before);
  const digits = digitsBeside(value, limit);
  const [from, to] = [formatMetric(metric, before, digits), formatMetric(metric, value, digits)];
  const movement =
    value === before
      ? `stayed at ${to}`
      : `${value > before ? 'rose' : 'fell'} from ${from} to ${to}`;
  const change = formatMetricChange(metric, value - before, digits);
  const confidence = formatConfidence(confidenceOf(gate) ?? REPORT_CONFIDENCE);
  const known =
    interval === undefined
      ? `change ${change}`
      : `${confidence} interval of the change ${formatMetricChangeInterval(metric, interval)}`;
  const sign = rule.value === 0 ? '' : rule.kind === 'may-drop' ? '−' : '+';
  const chance = facts.mayBeChance ? ', which could be chance' : '';
  return `${facts.subject} ${movement}${chance} (n = ${facts.examples}, ${known}; allowed ${sign}${formatThreshold(rule.value)})`;
}

/** The worst value that a comparison with the baseline allows. */
function limitOf(rule: GateConfiguration['rule'], before: number): number {
  return rule.kind === 'may-drop' ? before - rule.value : before + rule.value;
}

/**
 * The change d with which the gate fails with probability 0.8: allowed + (z₁ + z₀.₈) · s, where s is the standard error
 * of the change (the deviation of its bootstrap distribution), z₁ the quantile that the gate's confidence adds (0 without
 * one) and z₀.₈ = 0.8416 (Bloom 1995, "Minimum detectable effects", Evaluation Review 19, 547–556).
 */
function smallestDetectable(
  allowed: number,
  confidence: number | undefined,
  distribution: Float64Array | undefined,
): number | undefined {
  if (distribution === undefined) return undefined;
  const error = computeMoments(distribution).deviation;
  // Two models that agree on every example say nothing about how far others would differ.
  if (error === 0) return undefined;
  const certainty = confidence === undefined ? 0 : twoSidedQuantile(confidence);
  return allowed + (certainty + normalQuantile(POWER)) * error;
}

function confidenceOf({ rule }: GateConfiguration): number | undefined {
  return rule.kind === 'may-drop' || rule.kind === 'may-rise' ? rule.confidence : undefined;
}

function find(metrics: readonly MetricValue[], { metric }: GateConfiguration): MetricValue {
  const found = metrics.find((candidate) => candidate.metric === metric);
  if (found === undefined) throw new Error(`${metric} is no metric of this task`);
  return found;
}

/** The configuration refuses the wrong direction; a gate that can never fail must not get past here either. */
function requireDirection({ metric, rule }: GateConfiguration): void {
  const wrong = isLessBetter(metric) ? 'may-drop' : 'may-rise';
  if (rule.kind === wrong) throw new Error(`${wrong} has the wrong direction for ${metric}`);
}
