/**
 * Distributions as text: block characters, which every font draws equally wide. They stand in inline code, so that two
 * rows line up wherever the text is shown, in a light and in a dark theme.
 */

const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Nothing was counted here: not the same as little. */
const NONE = '·';

/**
 * One character a bucket, its height by its share of the highest one of all rows, so that rows can be compared. Each
 * row is scaled to its own total first: a reference of another size has the same shape. Rows of fewer than two buckets,
 * or in which nothing was counted, are empty.
 */
export function histogramText(rows: readonly (readonly number[])[]): string[] {
  const shares = rows.map(toShares);
  const most = Math.max(0, ...shares.flat());
  return shares.map((row) =>
    row.length < 2 || !row.some((share) => share > 0)
      ? ''
      : row.map((share) => height(share / most)).join(''),
  );
}

/** Shares of the total, 0 … 1; what is no count is none. */
export function toShares(counts: readonly number[]): number[] {
  const known = counts.map((count) => (Number.isFinite(count) && count > 0 ? count : 0));
  const total = known.reduce((sum, count) => sum + count, 0);
  return known.map((count) => (total > 0 ? count / total : 0));
}

function height(share: number): string {
  if (!(share > 0)) return NONE;
  return HEIGHTS[Math.min(HEIGHTS.length - 1, Math.floor(share * HEIGHTS.length))] ?? NONE;
}

/** `█████░░░░░` for a half; what is more than nothing has at least a sliver. */
export function shareBar(share: number, width = 10): string {
  const known = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
  const full = Math.floor(known * width + 1e-9);
  const rest = known * width - full;
  const part = rest >= 0.5 ? '▌' : full === 0 && known > 0 ? '▏' : '';
  return `${'█'.repeat(full)}${part}`.padEnd(width, '░');
}
