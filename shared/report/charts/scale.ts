import { formatCount, formatQuantity } from '../numbers.ts';

/** A straight scale with its ticks. `place` maps a value to 0 … 1 and keeps what lies outside at the ends. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  place(value: number): number;
  format(tick: number): string;
}

export interface ScaleOptions {
  /** About how many ticks; the nice step decides. */
  readonly ticks?: number;
  /** Widen to the next tick on both sides; otherwise the scale ends where the values do. */
  readonly nice?: boolean;
  readonly include?: readonly number[];
}

/** Numbers read from a file may be anything, `null` for NaN among it. */
export function isKnown(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A scale over the finite ones of the values; 0 … 1 when there are none. */
export function scaleOf(
  values: Iterable<number | null | undefined>,
  options: ScaleOptions = {},
): Scale {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of [...values, ...(options.include ?? [])]) {
    if (!isKnown(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return linearScale(0, 1, options);
  if (low === high) {
    const margin = Math.abs(low) / 10 || 1;
    return linearScale(clamp(low - margin), clamp(high + margin), options);
  }
  return linearScale(low, high, options);
}

export function linearScale(low: number, high: number, options: ScaleOptions = {}): Scale {
  const step = niceStep(low, high, options.ticks ?? 5);
  const nice = options.nice === true && step > 0;
  const from = nice
    ? Math.min(low, clamp(roundTo(Math.floor(low / step + 1e-9) * step, step)))
    : low;
  const to = nice
    ? Math.max(high, clamp(roundTo(Math.ceil(high / step - 1e-9) * step, step)))
    : high;
  // Halves keep the span finite between the largest numbers there are.
  const half = to / 2 - from / 2;
  return {
    low: from,
    high: to,
    ticks: niceTicks(from, to, step),
    place: (value) => (half > 0 ? Math.min(1, Math.max(0, (value / 2 - from / 2) / half)) : 0.5),
    format: (tick) => formatTick(tick, step),
  };
}

/** 1, 2 or 5 times a power of ten, so that the range has about `count` steps; 0 when there is no such number. */
export function niceStep(low: number, high: number, count: number): number {
  const raw = high / count - low / count;
  if (!(raw > 0) || !Number.isFinite(raw)) return 0;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  return Number.isFinite(step) && low + step > low && high - step < high ? step : 0;
}

function niceTicks(low: number, high: number, step: number): number[] {
  if (step === 0) return low < high ? [low, high] : [low];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const count = Math.min(50, last - first + 1);
  return Array.from({ length: count }, (_, index) => roundTo((first + index) * step, step));
}

/** A multiple of the step without the dust of binary fractions. */
function roundTo(value: number, step: number): number {
  return step > 1e-20 ? Number(value.toFixed(stepDigits(step))) + 0 : value;
}

function formatTick(tick: number, step: number): string {
  if (tick === 0 && (step >= 1e6 || step < 1e-4)) return '0';
  const size = Math.max(Math.abs(tick), step);
  if (step === 0) return formatQuantity(tick, 3);
  if (size >= 1e9 || size < 1e-4) {
    const [digits = '', exponent = ''] = tick.toExponential().split('e');
    return `${formatQuantity(Number(digits), 3)}e${exponent.replace('-', '−')}`;
  }
  if (size >= 1e6) return `${formatQuantity(tick / 1e6)} M`;
  const [whole = '', fraction] = Math.abs(tick).toFixed(stepDigits(step)).split('.');
  const text = formatCount(Number(whole));
  return `${tick < 0 ? '−' : ''}${text}${fraction === undefined ? '' : `.${fraction}`}`;
}

function clamp(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
}

function stepDigits(step: number): number {
  return Math.min(20, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}
