import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bigWholeNumber,
  CELL,
  classifyText,
  isNumeric,
  parseNumber,
} from '../../shared/scan/cell.ts';
import { hashCell } from '../../shared/scan/cell-hashes.ts';
import { compareCodePoints } from '../../shared/scan/code-points.ts';
import { ExactSums } from '../../shared/scan/exact-sums.ts';
import {
  hashBytes,
  hashContent,
  hashList,
  hashPlace,
  mix,
  SAMPLE_THRESHOLDS,
  SLOT,
  saltOfColumn,
  slotOfNumber,
  slotOfText,
} from '../../shared/scan/hash.ts';
import { Hasher } from '../../shared/scan/hasher.ts';
import {
  addToRegisters,
  DISTINCT_ERROR,
  estimateDistinct,
  LARGEST_RANK,
  REGISTERS,
} from '../../shared/scan/hyper-log-log.ts';
import type { Place, ScanState } from '../../shared/scan/scan-state.ts';
import {
  STATE_LIMITS,
  type StateLimits,
  type ValueLimits,
  valueLimits,
} from '../../shared/scan/state-limits.ts';
import {
  type Cell,
  cellText,
  type ExampleRow,
  exampleRows,
  SMALL_LIMITS,
  stateOf,
} from './row-support.ts';

const NAMES = ['a', 'b', 'ü', 'd'];

function value({ high, low }: Hasher): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

describe('hashes in words equal those of hash.ts', () => {
  const hasher = new Hasher();

  test('of texts, with their characters and bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (text) => {
        hasher.hashText(text);
        expect(value(hasher)).toBe(hashBytes(Buffer.from(text)));
        expect([hasher.characters, hasher.bytes]).toEqual([
          [...text].length,
          Buffer.byteLength(text),
        ]);
      }),
      { numRuns: 2000 },
    );
    hasher.hashText('é'.repeat(5000));
    expect(value(hasher)).toBe(hashBytes(Buffer.from('é'.repeat(5000))));
  });

  test('of numbers and places', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true }),
        fc.nat({ max: 65_535 }),
        fc.maxSafeNat(),
        (number, file, position) => {
          hasher.hashNumber(number);
          expect(value(hasher)).toBe(hashBytes(doubleBytes(number)));
          hasher.hashPlace(file, position);
          expect(value(hasher)).toBe(hashPlace(file, position));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function doubleBytes(number: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number === 0 ? 0 : number);
  return bytes;
}

test('sums of numbers and of squares are exact', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (numbers) => {
      const sums = new ExactSums();
      for (const number of numbers) sums.add(number);
      expect(sums.sum).toBe(numbers.reduce((sum, number) => sum + scaled(number), 0n));
      expect(sums.sumOfSquares).toBe(numbers.reduce((sum, x) => sum + scaled(x) ** 2n, 0n));
    }),
    { numRuns: 500 },
  );
  // More than are added between two times of emptying, with mantissas of ones alone.
  const sums = new ExactSums();
  const largest = 2 - 2 ** -52;
  for (let index = 0; index < 100_000; index++) sums.add(-largest);
  expect(sums.sum).toBe(-100_000n * scaled(largest));
  expect(sums.sumOfSquares).toBe(100_000n * scaled(largest) ** 2n);
});

/** x · 2¹⁰⁷⁴, by the digits of the double. */
function scaled(number: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(number));
  const bits = view.getBigUint64(0);
  const exponent = bits >> 52n;
  const fraction = bits & ((1n << 52n) - 1n);
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return number < 0 ? -size : size;
}

describe('the state is what its description says', () => {
  test.each([
    ['as it is', STATE_LIMITS],
    ['beyond every limit', SMALL_LIMITS],
  ])('%s', (_, limits) => {
    let overfull = 0;
    fc.assert(
      fc.property(exampleRows, (rows) => {
        const state = stateOf(rows, NAMES, limits);
        const plain = describeRows(rows, limits);
        expect(state).toEqual(plain);
        if (state.sample.level > 0 && state.contents.level > 0) overfull++;
      }),
      { numRuns: 120 },
    );
    if (limits === SMALL_LIMITS) expect(overfull).toBeGreaterThan(5);
  });

  test('whatever order the rows come in', () => {
    fc.assert(
      fc.property(exampleRows, (rows) => {
        const wide = rows.map((row) => ({
          ...row,
          cells: [...row.cells, '', '', '', ''].slice(0, 4),
        }));
        const reversed = [...wide].reverse();
        expect(stateOf(reversed, NAMES, SMALL_LIMITS)).toEqual(stateOf(wide, NAMES, SMALL_LIMITS));
      }),
    );
  });
});

/** Slow and by the letter. */
function describeRows(rows: readonly ExampleRow[], limits: StateLimits): ScanState {
  const columns = NAMES.map((_, column) => {
    const cells = rows.flatMap((row) => {
      const cell = row.cells[column] ?? '';
      return isMissing(cell) ? [] : [{ row, cell }];
    });
    const values = cells.flatMap(({ row, cell }) => valuesOf(cell).map((one) => ({ row, ...one })));
    const numbers = values.flatMap(({ kind, text }) =>
      kind === CELL.integer || kind === CELL.number ? [{ text, number: parseNumber(text) }] : [],
    );
    const lengths = values.map(({ text }) => [...text].length);
    const sizes = cells.map(({ cell }) => valuesOf(cell).length);
    const hasLists = cells.some(({ cell }) => typeof cell !== 'string' && 'list' in cell);
    const odd = (wanted: (one: { text: string; kind: number }) => boolean) =>
      values
        .filter(wanted)
        .slice(0, 10)
        .map(({ row, text }) => oddCell(row, text));
    const invalid = column > 0 ? [] : rows.filter((row) => row.invalid === true);
    const ofKind = (kind: number) => values.filter((one) => one.kind === kind);
    const hasComma = ({ text, kind }: { text: string; kind: number }) =>
      kind === CELL.text && /^(1,5|1,234)$/.test(text);
    return {
      kinds: [0, 1, 2, 3, 4, 5, 6].map((kind) => ofKind(kind).length),
      numbers: {
        count: numbers.length,
        min: Math.min(...numbers.map(({ number }) => number + 0)),
        max: Math.max(...numbers.map(({ number }) => number + 0)),
        zeros: numbers.filter(({ number }) => number === 0).length,
        bigIntegers: numbers.filter(({ text, number }) => bigWholeNumber(text, number) !== null)
          .length,
        sum: numbers.reduce((sum, { number }) => sum + scaled(number), 0n),
        sumOfSquares: numbers.reduce((sum, { number }) => sum + scaled(number) ** 2n, 0n),
      },
      values: valueState(
        values.map(({ text }) => text),
        valueLimits(limits, NAMES.length),
      ),
      lengths: {
        count: values.length,
        min: values.length === 0 ? 0 : Math.min(...lengths),
        max: Math.max(0, ...lengths),
        total: lengths.reduce((sum, length) => sum + length, 0),
      },
      lists: hasLists
        ? {
            examples: cells.length,
            min: Math.min(...sizes),
            max: Math.max(...sizes),
            total: values.length,
            sizes: [...new Set(sizes)]
              .toSorted((a, b) => a - b)
              .map((size): [number, number] => [size, sizes.filter((one) => one === size).length]),
          }
        : null,
      decimalCommas: values.filter(hasComma).length,
      thousandsCommas: values.filter((one) => hasComma(one) && one.text === '1,234').length,
      invalidUtf8: invalid.length,
      oddCells: {
        text: odd(({ kind }) => kind === CELL.text),
        decimalComma: odd(hasComma),
        infinity: odd(({ kind }) => kind === CELL.infinity),
        notANumber: odd(({ kind }) => kind === CELL.notANumber),
        invalidUtf8: invalid.slice(0, 10).map((row) => oddCell(row, textOf(row.cells[0] ?? ''))),
      },
    };
  });
  return {
    rows: rows.length,
    columns,
    sample: sampleOf(rows, limits),
    contents: contentsOf(rows, limits),
  };
}

function isMissing(cell: Cell): boolean {
  return typeof cell === 'string'
    ? cell === ''
    : 'list' in cell
      ? cell.list.length === 0
      : cell.string === '';
}

function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if ('string' in cell) return cell.string;
  return cell.list.length === 0 ? '' : JSON.stringify(cell.list);
}

function valuesOf(cell: Cell): { text: string; kind: number }[] {
  if (typeof cell === 'string') return [{ text: cell, kind: classifyText(cell) }];
  if ('string' in cell) return [{ text: cell.string, kind: CELL.text }];
  return cell.list.map((text) => ({ text, kind: classifyText(text) }));
}

function oddCell({ file, line }: ExampleRow, text: string) {
  return { text: [...text.toWellFormed()].slice(0, 200).join(''), file, line };
}

function cellHash({ text, kind }: { text: string; kind: number }): bigint {
  const bytes = (ascii: string) => hashBytes(Buffer.from(ascii));
  if (kind === CELL.text) return bytes(text);
  if (kind === CELL.boolean) return bytes(text.toLowerCase());
  if (kind === CELL.notANumber) return bytes('nan');
  const number = parseNumber(text);
  const digits = Number.isFinite(number) ? bigWholeNumber(text, number) : null;
  return digits === null ? hashBytes(doubleBytes(number)) : bytes(digits);
}

function hashOf(cell: Cell): bigint | null {
  if (isMissing(cell)) return null;
  const hashes = valuesOf(cell).map(cellHash);
  return typeof cell !== 'string' && 'list' in cell ? hashList(hashes) : (hashes[0] ?? null);
}

function valueState(texts: readonly string[], limits: ValueLimits) {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const distinct = [...counts.keys()].sort(compareCodePoints);
  const numbers = distinct.filter((text) => isNumeric(classifyText(text))).length;
  const bytes = distinct.map((text) => Buffer.byteLength(text));
  if (
    numbers <= limits.countedNumbers &&
    distinct.length - numbers <= limits.countedTexts &&
    bytes.reduce((sum, one) => sum + one, 0) <= limits.countedBytes &&
    bytes.every((one) => one <= limits.countedTextBytes)
  ) {
    return {
      counts: { texts: distinct, counts: distinct.map((text) => counts.get(text) ?? 0) },
      registers: null,
    };
  }
  const registers = new Uint8Array(16_384);
  for (const text of distinct) {
    const hash = mix(cellHash({ text, kind: classifyText(text) }));
    const rest = (hash & ((1n << 50n) - 1n)).toString(2).padStart(50, '0');
    const zeros = /^0*/.exec(rest)?.[0].length ?? 0;
    const index = Number(hash >> 50n);
    registers[index] = Math.max(registers[index] ?? 0, zeros + 1);
  }
  return { counts: null, registers };
}

function levelOf(hashes: readonly bigint[], most: number): number {
  return SAMPLE_THRESHOLDS.findIndex(
    (threshold) => hashes.filter((hash) => hash <= threshold).length <= most,
  );
}

function sampleOf(rows: readonly ExampleRow[], limits: StateLimits) {
  const placed = rows
    .map((row) => ({ row, hash: hashPlace(row.file, row.position) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const level = levelOf(
    placed.map(({ hash }) => hash),
    limits.sampleRows(NAMES.length),
  );
  const threshold = SAMPLE_THRESHOLDS[level] ?? 0n;
  const kept = placed.filter(({ hash }) => hash <= threshold);
  return {
    level,
    hashes: BigUint64Array.from(kept.map(({ hash }) => hash)),
    slots: NAMES.map((_, column) =>
      BigUint64Array.from(kept.map(({ row }) => slotOf(row.cells[column] ?? ''))),
    ),
    texts: NAMES.map(
      (_, column) =>
        new Map(
          kept.flatMap(({ row, hash }) => {
            const cell = row.cells[column] ?? '';
            const [one] = isMissing(cell) ? [] : valuesOf(cell);
            if (hash > threshold >> 5n || one?.kind !== CELL.text) return [];
            if (typeof cell !== 'string' && 'list' in cell) return [];
            return [[slotOf(cell), one.text.toWellFormed()] as const];
          }),
        ),
    ),
  };
}

function slotOf(cell: Cell): bigint {
  if (isMissing(cell)) return SLOT.missing;
  const [{ text, kind } = { text: '', kind: 0 }] = valuesOf(cell);
  if (kind === CELL.text || (typeof cell !== 'string' && 'list' in cell)) {
    return slotOfText(hashOf(cell) ?? 0n);
  }
  if (kind === CELL.notANumber) return SLOT.notANumber;
  if (kind === CELL.boolean) return text.toLowerCase() === 'true' ? SLOT.true : SLOT.false;
  return slotOfNumber(parseNumber(text));
}

function contentsOf(rows: readonly ExampleRow[], limits: StateLimits) {
  const salts = NAMES.map(saltOfColumn);
  const found = new Map<bigint, ExampleRow[]>();
  for (const row of rows) {
    const hash = hashContent(row.cells.map(hashOf), salts);
    found.set(hash, [...(found.get(hash) ?? []), row]);
  }
  const level = levelOf([...found.keys()], limits.contents);
  const kept = [...found]
    .filter(([hash]) => hash <= (SAMPLE_THRESHOLDS[level] ?? 0n))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    level,
    hashes: BigUint64Array.from(kept.map(([hash]) => hash)),
    counts: kept.map(([, { length }]) => length),
    places: kept.map(([, [first = NOWHERE, second]]) =>
      second === undefined
        ? ([placeOf(first)] as const)
        : ([placeOf(first), placeOf(second)] as const),
    ),
  };
}

const NOWHERE = { file: 0, line: 0 };

function placeOf({ file, line }: Place): Place {
  return { file, line };
}

describe('distinct values are estimated', () => {
  test('of whole numbers that follow each other, as well as the error says', () => {
    const hasher = new Hasher();
    let squares = 0;
    for (let trial = 0; trial < 40; trial++) {
      const registers = new Uint8Array(REGISTERS);
      for (let number = 0; number < 30_000; number++) {
        hasher.hashNumber(trial * 30_000 + number);
        hasher.mix();
        addToRegisters(registers, hasher.high, hasher.low);
      }
      squares += (estimateDistinct(registers) / 30_000 - 1) ** 2;
    }
    expect(Math.sqrt(squares / 40)).toBeLessThan(1.25 * DISTINCT_ERROR);
  });

  test.each([1, 100, 5_000, 1_000_000])('%i', (count) => {
    const hasher = new Hasher();
    const registers = new Uint8Array(REGISTERS);
    for (let number = 0; number < count; number++) {
      hasher.hashText(`user ${number}`);
      hasher.mix();
      addToRegisters(registers, hasher.high, hasher.low);
    }
    const error = Math.abs(estimateDistinct(registers) / count - 1);
    expect(error).toBeLessThan(3 * DISTINCT_ERROR);
  });

  test('none, and registers that hold all they can, give what they say', () => {
    expect(estimateDistinct(new Uint8Array(REGISTERS))).toBe(0);
    expect(estimateDistinct(new Uint8Array(REGISTERS).fill(LARGEST_RANK))).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

test('cells of every kind are hashed by what they are', () => {
  const hasher = new Hasher();
  fc.assert(
    fc.property(
      cellText.filter((text) => text !== ''),
      (text) => {
        const kind = classifyText(text);
        hashCell(hasher, text, kind, kind === CELL.text ? 0 : parseNumber(text));
        expect(value(hasher)).toBe(cellHash({ text, kind }));
      },
    ),
    { numRuns: 1000 },
  );
});
