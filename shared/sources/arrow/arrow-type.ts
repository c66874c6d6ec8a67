import { decimalText, halfFloat } from '../decimal-text.ts';
import {
  converted,
  decimals,
  type FixedType,
  fixedText,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
} from '../fixed-width.ts';
import { damaged, SourceFault } from '../source-fault.ts';
import { dateText, timeText } from '../temporal-text.ts';
import { dates, timestamps } from '../temporal-values.ts';
import type { FlatTable } from './flat-table.ts';

/** How an array of a type is laid out, and how its values are read. */
export type ArrowType =
  | { readonly kind: 'nothing' | 'booleans' | 'views' | 'struct' }
  | { readonly kind: 'fixed'; readonly fixed: FixedType }
  /** `offsetBytes`: 4, or 8 for the large variants. */
  | { readonly kind: 'texts' | 'list' | 'map' | 'listViews'; readonly offsetBytes: 4 | 8 }
  | { readonly kind: 'fixedList'; readonly size: number };

/** Members of the union `Type` (apache/arrow, format/Schema.fbs). */
const TYPE = {
  nothing: 1,
  int: 2,
  float: 3,
  binary: 4,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  list: 12,
  struct: 13,
  fixedBinary: 15,
  fixedList: 16,
  map: 17,
  duration: 18,
  largeBinary: 19,
  largeUtf8: 20,
  largeList: 21,
  binaryView: 23,
  utf8View: 24,
  listView: 25,
  largeListView: 26,
} as const;

const UNREADABLE: Readonly<Record<number, string>> = {
  11: 'intervals',
  14: 'a union',
  22: 'runs (run-end encoded)',
};

const LONGEST_FIXED = 1024 * 1024;

/** `type`: the table of the union's member. */
export function typeOfField(name: string, member: number, type: FlatTable): ArrowType {
  switch (member) {
    case TYPE.nothing:
      return { kind: 'nothing' };
    case TYPE.bool:
      return { kind: 'booleans' };
    case TYPE.utf8:
    case TYPE.binary:
      return { kind: 'texts', offsetBytes: 4 };
    case TYPE.largeUtf8:
    case TYPE.largeBinary:
      return { kind: 'texts', offsetBytes: 8 };
    case TYPE.utf8View:
    case TYPE.binaryView:
      return { kind: 'views' };
    case TYPE.struct:
      return { kind: 'struct' };
    case TYPE.list:
      return { kind: 'list', offsetBytes: 4 };
    case TYPE.largeList:
      return { kind: 'list', offsetBytes: 8 };
    case TYPE.map:
      return { kind: 'map', offsetBytes: 4 };
    case TYPE.listView:
      return { kind: 'listViews', offsetBytes: 4 };
    case TYPE.largeListView:
      return { kind: 'listViews', offsetBytes: 8 };
    case TYPE.fixedList:
      return { kind: 'fixedList', size: type.int(0, 32, 0) };
    default:
      return { kind: 'fixed', fixed: fixedType(name, member, type) };
  }
}

export function intType(type: FlatTable | null): FixedType {
  const bits = type?.int(0, 32, 0) ?? 32;
  const isSigned = type?.boolean(1) ?? true;
  const types: Readonly<Record<number, readonly [FixedType, FixedType]>> = {
    8: [uint8, int8],
    16: [uint16, int16],
    32: [uint32, int32],
    64: [uint64, int64],
  };
  const known = types[bits];
  if (known === undefined) throw damaged('Arrow file', `whole numbers have ${bits} bits`);
  return known[isSigned ? 1 : 0];
}

function fixedType(name: string, member: number, type: FlatTable): FixedType {
  switch (member) {
    case TYPE.int:
      return intType(type);
    case TYPE.float: {
      const precision = type.int(0, 16, 0);
      return precision === 0 ? float16 : precision === 1 ? float32 : float64;
    }
    case TYPE.decimal:
      return decimalType(type);
    case TYPE.date:
      return type.int(0, 16, 1) === 0
        ? dates()
        : converted(8, (view, at) =>
            dateText(Math.floor(Number(view.getBigInt64(at, true)) / 86_400_000)),
          );
    case TYPE.time: {
      const digits = digitsOfUnit(name, type.int(0, 16, 1));
      return type.int(1, 32, 32) === 32
        ? converted(4, (view, at) => timeText(BigInt(view.getInt32(at, true)), digits))
        : converted(8, (view, at) => timeText(view.getBigInt64(at, true), digits));
    }
    case TYPE.timestamp: {
      const digits = digitsOfUnit(name, type.int(0, 16, 0));
      const zone = type.hasText(1) ? 'Z' : '';
      return timestamps(digits, zone);
    }
    case TYPE.duration:
      return int64;
    case TYPE.fixedBinary: {
      const width = type.int(0, 32, 0);
      if (width < 1 || width > LONGEST_FIXED) {
        throw damaged('Arrow file', `"${name}" has values of ${width} bytes`);
      }
      return fixedText(width);
    }
    default:
      throw new SourceFault(
        `The column "${name}" holds ${UNREADABLE[member] ?? `values of an unknown type (${member})`}`,
        'Write it as numbers or text, or leave it out of the file',
      );
  }
}

/** Digits of a second's fraction, of `TimeUnit`: seconds, then thousandths each of the one before. */
function digitsOfUnit(name: string, unit: number): number {
  if (unit < 0 || unit > 3)
    throw damaged('Arrow file', `"${name}" has the unknown unit of time ${unit}`);
  return unit * 3;
}

const float16: FixedType = {
  width: 2,
  kind: 'numbers',
  whole: false,
  read: (bytes, start, target, offset, count) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < count; index++) {
      target.numbers[offset + index] = halfFloat(view.getUint16(start + index * 2, true));
    }
  },
};

function decimalType(type: FlatTable): FixedType {
  const scale = type.int(1, 32, 0);
  const bits = type.int(2, 32, 128);
  if (Math.abs(scale) > 100 || ![32, 64, 128, 256].includes(bits)) {
    throw damaged('Arrow file', `a decimal has ${bits} bits and the scale ${scale}`);
  }
  return decimals(bits / 8, scale <= 0, (view, at) => {
    if (bits === 32) return decimalText(BigInt(view.getInt32(at, true)), scale);
    let value = 0n;
    for (let word = bits / 64 - 1; word >= 0; word--) {
      value = (value << 64n) | view.getBigUint64(at + word * 8, true);
    }
    return decimalText(BigInt.asIntN(bits, value), scale);
  });
}
