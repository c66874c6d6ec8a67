import fc from 'fast-check';
import {
  CELL,
  type CellKind,
  classifyText,
  type ListCell,
  parseNumber,
  Row,
} from '../../shared/scan/cell.ts';
import { RowStatistics } from '../../shared/scan/row-statistics.ts';
import type { ScanState } from '../../shared/scan/scan-state.ts';
import { STATE_LIMITS, type StateLimits } from '../../shared/scan/state-limits.ts';

/** A cell as a JSON value: a string in an object is text whatever it reads like, a list has values. */
export type Cell = string | { readonly string: string } | { readonly list: readonly string[] };

export interface ExampleRow {
  readonly file: number;
  readonly line: number;
  readonly position: number;
  readonly cells: readonly Cell[];
  readonly invalid?: boolean;
}

/** So small that a few rows pass every one of them. */
export const SMALL_LIMITS: StateLimits = {
  ...STATE_LIMITS,
  countedTexts: 4,
  countedNumbers: 3,
  countedBytes: 40,
  countedTextBytes: 12,
  fullyCountedColumns: 2,
  contents: 8,
  sampleRows: (columns) => (columns > 2 ? 5 : 9),
};

const NONE: ReadonlySet<string> = new Set();

export function fillRow(row: Row, example: ExampleRow): void {
  row.file = example.file;
  row.line = example.line;
  row.position = example.position;
  row.lists.clear();
  row.invalidUtf8.clear();
  row.resize(example.cells.length);
  for (const [column, cell] of example.cells.entries()) {
    if (typeof cell === 'string') row.setText(column, cell, NONE);
    else if ('string' in cell) row.setString(column, cell.string, NONE);
    else if (cell.list.length === 0) row.setText(column, '', NONE);
    else {
      row.setString(column, JSON.stringify(cell.list), NONE);
      row.lists.set(column, listCell(cell.list));
    }
  }
  if (example.invalid === true && example.cells.length > 0) row.invalidUtf8.add(0);
}

function listCell(texts: readonly string[]): ListCell {
  const kinds = texts.map((text): CellKind => classifyText(text));
  return {
    texts,
    kinds,
    numbers: texts.map((text, index) => (kinds[index] === CELL.text ? 0 : parseNumber(text))),
  };
}

/** `names` may hold more columns than the rows. */
export function stateOf(
  rows: readonly ExampleRow[],
  names: readonly string[],
  limits: StateLimits = STATE_LIMITS,
): ScanState {
  const statistics = new RowStatistics(limits);
  const row = new Row(names);
  for (const example of rows) {
    fillRow(row, example);
    statistics.add(row);
  }
  return statistics.state(names);
}

export const cellText = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '1',
    '+1',
    '1.0',
    '-0',
    '0',
    'x',
    'y',
    'é😀',
    'true',
    'FALSE',
    'nan',
    'NaN',
  ),
  fc.constantFrom(
    'inf',
    '-Infinity',
    '1e999',
    '1,5',
    '1,234',
    '9007199254740993',
    '9007199254740992.0',
  ),
  fc.constantFrom(
    '5e-324',
    '1.7976931348623157e308',
    '-1e300',
    '1e22',
    ' 7 ',
    '\ud800',
    'a'.repeat(13),
  ),
  fc.integer({ min: -9, max: 9 }).map(String),
  fc.double({ noNaN: true }).map(String),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

export const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 8, arbitrary: cellText },
  { weight: 1, arbitrary: cellText.map((string) => ({ string })) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        cellText.filter((text) => text !== ''),
        { maxLength: 3 },
      )
      .map((list) => ({ list })),
  },
);

/** Rows of up to four columns, later ones wider, each at a place of its own. */
export const exampleRows: fc.Arbitrary<readonly ExampleRow[]> = fc
  .array(
    fc.record({
      file: fc.nat({ max: 2 }),
      cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
      invalid: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((rows) => {
    let width = 1;
    return rows
      .sort((a, b) => a.file - b.file)
      .map((row, index) => {
        width = Math.max(width, row.cells.length);
        const missing = new Array<Cell>(width - row.cells.length).fill('');
        return { ...row, line: index + 2, position: index * 37, cells: [...row.cells, ...missing] };
      });
  });
