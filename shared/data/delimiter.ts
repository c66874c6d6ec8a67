import { CsvScanner } from '../scan/index.ts';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const ROWS_LOOKED_AT = 50;

/**
 * The delimiter that gives the first rows the same number of cells, at least two; of those, the one that gives most
 * cells, then the commonest. A comma when none does: a file of one column.
 */
export function detectDelimiter(head: Uint8Array, headIsWholeFile: boolean): string {
  let best = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = cellCounts(head, candidate, headIsWholeFile);
    const width = counts[0] ?? 0;
    if (width < 2) continue;
    const alike = counts.filter((count) => count === width).length / counts.length;
    // Agreement comes first; the number of cells only decides between equals.
    const score = alike + width / 1e6;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function cellCounts(head: Uint8Array, delimiter: string, headIsWholeFile: boolean): number[] {
  const counts: number[] = [];
  const scanner = new CsvScanner(delimiter, (row) => {
    if (counts.length < ROWS_LOOKED_AT) counts.push(row.cellCount);
  });
  scanner.push(head);
  // Without this the cut-off last row of a longer file would count.
  if (headIsWholeFile || counts.length === 0) scanner.finish();
  return counts;
}

/** The delimiter that a header read as one cell was probably written with. */
export function likelyDelimiter(header: string, used: string): string | undefined {
  return CANDIDATES.find((candidate) => candidate !== used && header.includes(candidate));
}

export function describeDelimiter(delimiter: string): string {
  return delimiter === '\t' ? 'a tab' : `"${delimiter}"`;
}
