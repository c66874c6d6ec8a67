/** Numbers as people read them in every report: a true minus sign, no more digits than are known. */

export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
  return withMinus(value.toFixed(digits));
}

/** Up to `significant` digits, without trailing zeros: for quantities of unknown size. */
export function formatQuantity(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(significant));
  const size = Math.abs(rounded);
  if (size >= 1e15 || size < 1e-6) {
    const [digits = '', exponent = ''] = rounded.toExponential().split('e');
    return `${withMinus(digits)}e${withMinus(exponent)}`;
  }
  if (size >= 10 ** significant) return formatCount(Math.round(value));
  return formatCount(rounded);
}

/** Only 1 reads `100 %` and only 0 reads `0 %`: what rounding would make of the rest is `> 99.9 %` and `< 0.1 %`. */
export function formatPercent(fraction: number, digits = 1): string {
  if (!Number.isFinite(fraction)) return formatNumber(fraction);
  const step = 10 ** -digits;
  const percent = Number((fraction * 100).toFixed(digits));
  if (percent === 0 && fraction > 0) return `< ${step.toFixed(digits)} %`;
  if (percent === 100 && fraction < 1) return `> ${(100 - step).toFixed(digits)} %`;
  return `${formatNumber(percent, digits).replace(/\.0+$/, '')} %`;
}

/** Thousands apart: `2,290,000`. */
export function formatCount(value: number): string {
  const [whole = '', ...rest] = withMinus(String(value)).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 99.95 ? value.toFixed(1) : formatCount(Math.round(value))} ${units[unit]}`;
}

export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Digits after the point that a value needs to be seen on its own side of a limit: 0.9499 is not 0.950 beside 0.95. */
export function digitsBeside(value: number, limit: number, least = 3): number {
  const side = Math.sign(value - limit);
  let digits = least;
  while (digits < 9 && Math.sign(Number(value.toFixed(digits)) - limit) !== side) digits++;
  return digits;
}

/** `n thing` or `n things`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** A true minus sign; none on what reads as zero. */
function withMinus(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace(/^-/, '−');
}
