import { bigEndianInteger, decimalText, halfFloat } from '../decimal-text.ts';
import {
  converted,
  decimals,
  type FixedType,
  fixedText,
  float32,
  float64,
  int32,
  int64,
  uint32,
  uint64,
} from '../fixed-width.ts';
import { damaged } from '../source-fault.ts';
import { timestampText, timeText } from '../temporal-text.ts';
import { dates, timestamps } from '../temporal-values.ts';
import type { SchemaElement } from './metadata.ts';

export const PHYSICAL = {
  boolean: 0,
  int32: 1,
  int64: 2,
  int96: 3,
  float: 4,
  double: 5,
  byteArray: 6,
  fixed: 7,
} as const;

/** `ConvertedType` and the fields of the union `LogicalType`. */
const CONVERTED = {
  decimal: 5,
  date: 6,
  timeMillis: 7,
  timeMicros: 8,
  timestampMillis: 9,
  timestampMicros: 10,
  uint8: 11,
  uint64: 14,
  interval: 21,
} as const;
const LOGICAL = {
  decimal: 5,
  date: 6,
  time: 7,
  timestamp: 8,
  integer: 10,
  uuid: 14,
  half: 15,
} as const;

/** More than 256 bits have digits. */
const MOST_SCALE = 100;
const LONGEST_FIXED = 1024 * 1024;

/** How the values of a leaf are read. */
export type LeafType =
  | { readonly kind: 'booleans' }
  | { readonly kind: 'fixed'; readonly fixed: FixedType }
  | { readonly kind: 'texts' }
  /** Decimals of any length. */
  | { readonly kind: 'decimals'; readonly scale: number };

export function typeOfLeaf(element: SchemaElement): LeafType {
  const { type, logical, convertedType } = element;
  const isDecimal = logical?.kind === LOGICAL.decimal || convertedType === CONVERTED.decimal;
  const scale = logical?.kind === LOGICAL.decimal ? logical.scale : element.scale;
  if (isDecimal && Math.abs(scale) > MOST_SCALE) {
    throw damaged('Parquet file', `a decimal has ${scale} digits after the point`);
  }
  switch (type) {
    case PHYSICAL.boolean:
      return { kind: 'booleans' };
    case PHYSICAL.int32:
      if (!isDecimal) return fixed(typeOfInt32(element));
      return fixed(
        decimals(4, scale <= 0, (view, at) => decimalText(BigInt(view.getInt32(at, true)), scale)),
      );
    case PHYSICAL.int64:
      if (!isDecimal) return fixed(typeOfInt64(element));
      return fixed(
        decimals(8, scale <= 0, (view, at) => decimalText(view.getBigInt64(at, true), scale)),
      );
    case PHYSICAL.int96:
      return fixed(converted(12, int96Text));
    case PHYSICAL.float:
      return fixed(float32);
    case PHYSICAL.double:
      return fixed(float64);
    case PHYSICAL.byteArray:
      return isDecimal ? { kind: 'decimals', scale } : { kind: 'texts' };
    case PHYSICAL.fixed:
      return fixed(typeOfFixed(element, isDecimal ? scale : null));
    default:
      throw damaged('Parquet file', `a column has the unknown type ${type}`);
  }
}

function fixed(type: FixedType): LeafType {
  return { kind: 'fixed', fixed: type };
}

function typeOfInt32({ logical, convertedType }: SchemaElement): FixedType {
  if (logical?.kind === LOGICAL.date || convertedType === CONVERTED.date) {
    return dates();
  }
  if (logical?.kind === LOGICAL.time || convertedType === CONVERTED.timeMillis) {
    return converted(4, (view, at) => timeText(BigInt(view.getInt32(at, true)), 3));
  }
  return isUnsigned(logical, convertedType) ? uint32 : int32;
}

function typeOfInt64({ logical, convertedType }: SchemaElement): FixedType {
  const digits = logical?.digits || (convertedType % 2 === 0 ? 6 : 3);
  if (
    logical?.kind === LOGICAL.timestamp ||
    convertedType === CONVERTED.timestampMillis ||
    convertedType === CONVERTED.timestampMicros
  ) {
    // What was written before logical types is UTC.
    const zone = logical?.kind === LOGICAL.timestamp && !logical.isUtc ? '' : 'Z';
    return timestamps(digits, zone);
  }
  if (logical?.kind === LOGICAL.time || convertedType === CONVERTED.timeMicros) {
    const timeDigits = logical?.digits || 6;
    return converted(8, (view, at) => timeText(view.getBigInt64(at, true), timeDigits));
  }
  return isUnsigned(logical, convertedType) ? uint64 : int64;
}

function isUnsigned(logical: SchemaElement['logical'], convertedType: number): boolean {
  if (logical?.kind === LOGICAL.integer) return !logical.isSigned;
  return convertedType >= CONVERTED.uint8 && convertedType <= CONVERTED.uint64;
}

function typeOfFixed(element: SchemaElement, scale: number | null): FixedType {
  const { typeLength: width, logical, convertedType } = element;
  if (width < 1 || width > LONGEST_FIXED) {
    throw damaged('Parquet file', `a column has values of ${width} bytes`);
  }
  const bytesAt = (view: DataView, at: number) =>
    new Uint8Array(view.buffer, view.byteOffset + at, width);
  if (scale !== null) {
    return decimals(width, scale <= 0, (view, at) =>
      decimalText(bigEndianInteger(bytesAt(view, at)), scale),
    );
  }
  if (logical?.kind === LOGICAL.half && width === 2) {
    return {
      width,
      kind: 'numbers',
      whole: false,
      read: (bytes, start, target, offset, count) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        for (let index = 0; index < count; index++) {
          target.numbers[offset + index] = halfFloat(view.getUint16(start + index * 2, true));
        }
      },
    };
  }
  if (logical?.kind === LOGICAL.uuid && width === 16) {
    return converted(16, (view, at) => uuidText(bytesAt(view, at)));
  }
  if (convertedType === CONVERTED.interval && width === 12) {
    return converted(12, (view, at) => {
      const [months, days, milliseconds] = [0, 4, 8].map((part) => view.getUint32(at + part, true));
      return `P${months}M${days}DT${(milliseconds ?? 0) / 1000}S`;
    });
  }
  return fixedText(width);
}

function uuidText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const JULIAN_DAY_OF_1970 = 2_440_588n;

/** Nanoseconds of the day, then the Julian day. */
function int96Text(view: DataView, at: number): string {
  const days = BigInt(view.getInt32(at + 8, true)) - JULIAN_DAY_OF_1970;
  return timestampText(days * 86_400_000_000_000n + view.getBigInt64(at, true), 9, '');
}
