import { CELL, classifyText, isNumeric } from './cell.ts';
import { compareCodePoints } from './code-points.ts';
import { LARGEST_RANK, REGISTERS } from './hyper-log-log.ts';
import { LONGEST_ODD_TEXT, MOST_ODD_CELLS } from './limits.ts';
import { areSizesOf } from './list-sizes.ts';
import { comparePlaces } from './odd-cells.ts';
import type { ColumnState, NumberState, OddCell, OddCellSort, ValueState } from './scan-state.ts';
import { demand } from './state-consistency.ts';
import type { ValueLimits } from './state-limits.ts';
import { decodeBytes } from './words-text.ts';

type OddCellJson = readonly [text: string, file: number, line: number];

export interface ColumnJson {
  readonly kinds: readonly number[];
  readonly numbers: {
    readonly count: number;
    /** Null without numbers. */
    readonly min: number | null;
    readonly max: number | null;
    readonly zeros: number;
    readonly bigIntegers: number;
    /** Hexadecimal. */
    readonly sum: string;
    readonly sumOfSquares: string;
  };
  readonly values:
    | { readonly texts: readonly string[]; readonly counts: readonly number[] }
    | { readonly registers: string };
  readonly lengths: ColumnState['lengths'];
  readonly lists: ColumnState['lists'];
  readonly decimalCommas: number;
  readonly thousandsCommas: number;
  readonly invalidUtf8: number;
  readonly oddCells: Readonly<Record<OddCellSort, readonly OddCellJson[]>>;
}

export function encodeColumn(column: ColumnState): ColumnJson {
  const { numbers, values, oddCells } = column;
  const { count } = numbers;
  const cells = (list: readonly OddCell[]) =>
    list.map(({ text, file, line }): OddCellJson => [text, file, line]);
  return {
    kinds: column.kinds,
    numbers: {
      count,
      min: count === 0 ? null : numbers.min,
      max: count === 0 ? null : numbers.max,
      zeros: numbers.zeros,
      bigIntegers: numbers.bigIntegers,
      sum: numbers.sum.toString(16),
      sumOfSquares: numbers.sumOfSquares.toString(16),
    },
    values: values.counts ?? {
      registers: Buffer.from(values.registers ?? new Uint8Array(REGISTERS)).toString('base64'),
    },
    lengths: column.lengths,
    lists: column.lists,
    decimalCommas: column.decimalCommas,
    thousandsCommas: column.thousandsCommas,
    invalidUtf8: column.invalidUtf8,
    oddCells: {
      text: cells(oddCells.text),
      decimalComma: cells(oddCells.decimalComma),
      infinity: cells(oddCells.infinity),
      notANumber: cells(oddCells.notANumber),
      invalidUtf8: cells(oddCells.invalidUtf8),
    },
  };
}

export function decodeColumn(json: ColumnJson, rows: number, limits: ValueLimits): ColumnState {
  const { kinds, lengths, lists } = json;
  const ofKind = (kind: number) => kinds[kind] ?? 0;
  const values = kinds.reduce((sum, count) => sum + count, 0);
  demand(
    ofKind(CELL.missing) === 0 && (lists?.examples ?? values) <= rows,
    'cells are not as many as rows',
  );
  const numbers = decodeNumbers(json.numbers);
  demand(numbers.count === ofKind(CELL.integer) + ofKind(CELL.number), 'numbers are missing');
  demand(
    lengths.count === values &&
      values * lengths.min <= lengths.total &&
      lengths.total <= values * lengths.max,
    'lengths contradict each other',
  );
  demand(
    lists === null ||
      (lists.total === values &&
        lists.examples > 0 &&
        lists.examples * lists.min <= values &&
        values <= lists.examples * lists.max &&
        areSizesOf(lists)),
    'lists contradict each other',
  );
  demand(
    json.thousandsCommas <= json.decimalCommas && json.decimalCommas <= ofKind(CELL.text),
    'there are more commas than texts',
  );
  demand(json.invalidUtf8 <= rows, 'cells are not as many as rows');
  return {
    kinds,
    numbers,
    values: decodeValues(json.values, values, limits),
    lengths,
    lists,
    decimalCommas: json.decimalCommas,
    thousandsCommas: json.thousandsCommas,
    invalidUtf8: json.invalidUtf8,
    oddCells: {
      text: decodeCells(json.oddCells.text, ofKind(CELL.text)),
      decimalComma: decodeCells(json.oddCells.decimalComma, json.decimalCommas),
      infinity: decodeCells(json.oddCells.infinity, ofKind(CELL.infinity)),
      notANumber: decodeCells(json.oddCells.notANumber, ofKind(CELL.notANumber)),
      invalidUtf8: decodeCells(json.oddCells.invalidUtf8, json.invalidUtf8),
    },
  };
}

/** The sums must be those of numbers between the extremes, or means would be anywhere. */
function decodeNumbers(json: ColumnJson['numbers']): NumberState {
  const { count, zeros, bigIntegers } = json;
  const min = json.min ?? Number.POSITIVE_INFINITY;
  const max = json.max ?? Number.NEGATIVE_INFINITY;
  const sum = parseHexadecimal(json.sum);
  const sumOfSquares = parseHexadecimal(json.sumOfSquares);
  demand(zeros + bigIntegers <= count, 'numbers are missing');
  const isPossible =
    count === 0
      ? json.min === null && json.max === null && sum === 0n && sumOfSquares === 0n
      : Number.isFinite(min) &&
        Number.isFinite(max) &&
        min <= max &&
        BigInt(count) * scaled(min) <= sum &&
        sum <= BigInt(count) * scaled(max) &&
        // Cauchy–Schwarz, and no square is larger than that of an extreme.
        sum * sum <= BigInt(count) * sumOfSquares &&
        sumOfSquares <= BigInt(count) * scaled(Math.max(-min, max)) ** 2n;
  demand(isPossible, 'sums of numbers contradict their range');
  return { count, min: min + 0, max: max + 0, zeros, bigIntegers, sum, sumOfSquares };
}

function parseHexadecimal(text: string): bigint {
  return text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);
}

/** x · 2¹⁰⁷⁴ */
function scaled(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = bits >> 52n;
  const fraction = bits & ((1n << 52n) - 1n);
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -size : size;
}

function decodeValues(
  json: ColumnJson['values'],
  present: number,
  { countedTexts, countedNumbers, countedBytes, countedTextBytes }: ValueLimits,
): ValueState {
  if ('registers' in json) {
    const registers = Uint8Array.from(decodeBytes(json.registers));
    demand(registers.length === REGISTERS, 'a sketch has another size');
    demand(
      registers.every((rank) => rank <= LARGEST_RANK),
      'a sketch holds what none can',
    );
    return { counts: null, registers };
  }
  const { texts, counts } = json;
  let numbers = 0;
  let bytes = 0;
  for (const [index, text] of texts.entries()) {
    demand(
      text !== '' && (index === 0 || compareCodePoints(texts[index - 1] ?? '', text) < 0),
      'values of a column are not in order',
    );
    const size = Buffer.byteLength(text);
    demand(size <= countedTextBytes, 'a value is too long');
    bytes += size;
    if (isNumeric(classifyText(text))) numbers++;
  }
  demand(
    numbers <= countedNumbers && texts.length - numbers <= countedTexts && bytes <= countedBytes,
    'values are too many',
  );
  const counted = counts.reduce((sum, count) => sum + count, 0);
  demand(counts.length === texts.length && counted === present, 'values are not as many as cells');
  return { counts: { texts, counts }, registers: null };
}

function decodeCells(json: readonly OddCellJson[], count: number): OddCell[] {
  demand(json.length === Math.min(count, MOST_ODD_CELLS), 'odd cells are missing');
  const cells = json.map(([text, file, line]) => ({ text, file, line }));
  for (const [index, cell] of cells.entries()) {
    const before = cells[index - 1] ?? cell;
    demand(comparePlaces(before, cell) <= 0, 'odd cells are not in order');
    demand([...cell.text].length <= LONGEST_ODD_TEXT, 'an odd cell is too long');
  }
  return cells;
}
