import { describe, expect, test } from '@jest/globals';
import { compareWithCsvParse } from './compare.ts';
import { CELL_READERS } from './scanners.ts';

// `npm run differential` compares 10,000 files, and DuckDB besides.
const FILES = 1_500;

describe('generated files', () => {
  test('are read as csv-parse reads them: cells and lines', () => {
    const found = Array.from({ length: FILES }, (_, seed) => compareWithCsvParse(seed));
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
    // Lest nothing was compared.
    const sum = (of: 'rows' | 'faults' | 'refused') =>
      found.reduce((total, one) => total + one[of], 0);
    expect(sum('rows')).toBeGreaterThan(3 * FILES * CELL_READERS.length);
    expect(sum('faults')).toBeLessThan((FILES * CELL_READERS.length) / 2);
    expect(sum('refused')).toBeLessThan(0.7 * FILES);
  });
});
