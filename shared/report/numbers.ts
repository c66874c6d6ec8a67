/** Numbers as people read them in every report: a true minus sign, no more digits than are known. */

export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞';
  return withMinus(value.toFixed(digits));
}

/** Up to `significant` digits, without trailing zeros: for quantities of unknown size. */
export function formatQuantity(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-6) return withMinus(value.toExponential(significant - 1));
  if (size >= 10 ** significant) return formatCount(Math.round(value));
  return withMinus(String(Number(value.toPrecision(significant))));
}

/** With its sign: `+0.016`, `−0.041`. */
export function formatChange(value: number, digits = 3): string {
  const text = formatNumber(value, digits);
  return value > 0 ? `+${text}` : text;
}

export function formatPercent(fraction: number, digits = 1): string {
  return `${formatNumber(fraction * 100, digits).replace(/\.0+$/, '')} %`;
}

/** Thousands apart: `2,290,000`. */
export function formatCount(value: number): string {
  return withMinus(String(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `n thing` or `n things`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

function withMinus(text: string): string {
  return text.replace(/^-/, '−');
}
