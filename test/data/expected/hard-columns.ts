/**
 * Columns that are hard on statistics, the same doubles here and in `make_tables.py`: only operations that every
 * language rounds alike are used (+ − × ÷).
 */
export interface HardColumn {
  readonly name: string;
  /** The cell of row `row` of `rows`; null where missing. */
  cell(row: number, rows: number): number | string | boolean | null;
}

/** The finalizer of MurmurHash3 (32 bits) of row and stream. */
function hash(row: number, stream: number): number {
  let bits = (Math.imul(row, 0x9e3779b1) + Math.imul(stream, 0x85ebca77) + 0x12345) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** In [0, 1), 32 bits. */
function uniform(row: number, stream: number): number {
  return hash(row, stream) / 0x100000000;
}

/** Irwin–Hall: the sum of 12 uniform numbers less 6 is nearly normal. */
function nearlyNormal(row: number): number {
  let sum = 0;
  for (let stream = 0; stream < 12; stream++) sum += uniform(row, stream);
  return sum - 6;
}

export const HARD_COLUMNS: readonly HardColumn[] = [
  { name: 'near_a_million', cell: (row) => 1e6 + nearlyNormal(row) },
  { name: 'zipf', cell: (row) => Math.floor(0x100000000 / (hash(row, 20) + 1)) },
  {
    name: 'heavy_tails',
    cell: (row) => (uniform(row, 21) - 0.5) / (uniform(row, 22) * uniform(row, 22) + 1e-6),
  },
  { name: 'constant', cell: () => 42.5 },
  { name: 'few_distinct', cell: (row) => 10 * Math.floor(3 * uniform(row, 23)) - 10 },
  { name: 'sorted', cell: (row) => row / 8 },
  { name: 'reversed', cell: (row, rows) => (rows - row) / 8 },
  { name: 'huge', cell: (row) => (uniform(row, 24) - 0.5) * 1e300 },
  { name: 'tiny', cell: (row) => (uniform(row, 25) + 0.25) * 1e-300 },
  {
    name: 'cancelling',
    cell: (row) => (row % 2 === 0 ? 1e15 : -1e15) + Math.floor(1024 * uniform(row, 26)) / 64,
  },
  {
    name: 'with_missing',
    cell: (row) => (uniform(row, 27) < 0.3 ? null : 100 * uniform(row, 28)),
  },
  { name: 'related', cell: (row) => row / 8 + 5000 * uniform(row, 29) },
  {
    name: 'category',
    cell: (row) => {
      const skewed = uniform(row, 30);
      return `c${Math.floor(40 * (skewed * skewed * skewed))}`;
    },
  },
  { name: 'text', cell: (row) => `a${'é😀'.repeat(Math.floor(9 * uniform(row, 31)))}` },
  { name: 'flag', cell: (row) => uniform(row, 32) < 0.25 },
];

/** The columns as CSV; numbers as their shortest decimal text, which gives the same double. */
export function hardCsv(rows: number): string {
  const lines = [HARD_COLUMNS.map(({ name }) => name).join(',')];
  for (let row = 0; row < rows; row++) {
    lines.push(HARD_COLUMNS.map(({ cell }) => String(cell(row, rows) ?? '')).join(','));
  }
  return `${lines.join('\n')}\n`;
}
