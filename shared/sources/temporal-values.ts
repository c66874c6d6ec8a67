import { type FixedType, viewOf } from './fixed-width.ts';
import { dateText, timestampText } from './temporal-text.ts';

/** Dates and times of a file as the bytes of their texts: no string is made of each. */

const POINT = 46;
const COLON = 58;
const ZERO = 48;
const LETTER_T = 84;
const LETTER_Z = 90;
/** Of any text here: a date with a year of 13 digits, a clock, a fraction of 9 digits, a zone. */
const LONGEST = 48;
const TYPICAL = 28;
/** Dates that are kept: eleven years. */
const MOST_DATES = 4_096;
/** Of seconds and thousandths, numbers from here on, in the upper word, lose digits as doubles. */
const FIRST_LARGE = 2 ** 20;

/** `dateText` of days of 4 bytes. */
export function dates(): FixedType {
  const writer = new DateWriter();
  return temporal(4, (view, at, bytes, to) => writer.write(view.getInt32(at, true), bytes, to));
}

/** `timestampText` of counts of 8 bytes. */
export function timestamps(digits: number, zone: '' | 'Z'): FixedType {
  const writer = new DateWriter();
  const unit = 10 ** digits;
  return temporal(8, (view, at, bytes, to) => {
    const low = view.getUint32(at, true);
    const high = view.getInt32(at + 4, true);
    if (digits <= 3 && Math.abs(high) >= FIRST_LARGE) {
      const text = timestampText(view.getBigInt64(at, true), digits, zone);
      return to + bytes.write(text, to, 'latin1');
    }
    // Long division by the unit, 16 bits at a time.
    const top = Math.floor(high / unit);
    const middle = (high - top * unit) * 65_536 + (low >>> 16);
    const upper = Math.floor(middle / unit);
    const rest = (middle - upper * unit) * 65_536 + (low & 0xffff);
    const lower = Math.floor(rest / unit);
    const seconds = (top * 65_536 + upper) * 65_536 + lower;
    const fraction = rest - lower * unit;
    const days = Math.floor(seconds / 86_400);
    let end = writer.write(days, bytes, to);
    const second = seconds - days * 86_400;
    const minute = Math.floor(second / 60);
    const hour = Math.floor(minute / 60);
    bytes[end] = LETTER_T;
    putTwo(bytes, end + 1, hour);
    bytes[end + 3] = COLON;
    putTwo(bytes, end + 4, minute - hour * 60);
    bytes[end + 6] = COLON;
    putTwo(bytes, end + 7, second - minute * 60);
    end += 9;
    if (fraction > 0) end = putFraction(bytes, end, fraction, digits);
    if (zone === 'Z') bytes[end++] = LETTER_Z;
    return end;
  });
}

/** `write` writes one text and gives its end. */
function temporal(
  width: number,
  write: (view: DataView, at: number, bytes: Buffer, to: number) => number,
): FixedType {
  return {
    width,
    kind: 'texts',
    whole: false,
    read: (source, start, target, offset, count) => {
      const view = viewOf(source);
      const starts = new Uint32Array(count);
      const ends = new Uint32Array(count);
      let bytes = Buffer.allocUnsafe(count * TYPICAL + LONGEST);
      let to = 0;
      for (let index = 0; index < count; index++) {
        if (to + LONGEST > bytes.length) {
          const larger = Buffer.allocUnsafe(2 * bytes.length);
          larger.set(bytes.subarray(0, to));
          bytes = larger;
        }
        starts[index] = to;
        to = write(view, start + index * width, bytes, to);
        ends[index] = to;
      }
      target.putUtf8(offset, { kind: 'utf8', bytes: bytes.subarray(0, to), starts, ends });
    },
  };
}

/** Writes dates, most of which have come before. */
class DateWriter {
  readonly #dates = new Map<number, Uint8Array<ArrayBuffer>>();
  #lastDay = Number.NaN;
  #last: Uint8Array<ArrayBuffer> = new Uint8Array();

  write(days: number, bytes: Buffer, to: number): number {
    if (days !== this.#lastDay) {
      this.#lastDay = days;
      this.#last = this.#find(days);
    }
    const date = this.#last;
    for (let index = 0; index < date.length; index++) bytes[to + index] = date[index] as number;
    return to + date.length;
  }

  #find(days: number): Uint8Array<ArrayBuffer> {
    const known = this.#dates.get(days);
    if (known !== undefined) return known;
    if (this.#dates.size === MOST_DATES) this.#dates.clear();
    const date = Uint8Array.from(Buffer.from(dateText(days), 'latin1'));
    this.#dates.set(days, date);
    return date;
  }
}

/** Without the zeros at its end. */
function putFraction(bytes: Buffer, at: number, fraction: number, digits: number): number {
  bytes[at] = POINT;
  let rest = fraction;
  for (let index = digits; index > 0; index--) {
    const tenth = Math.floor(rest / 10);
    bytes[at + index] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  let end = at + digits;
  while (bytes[end] === ZERO) end--;
  return end + 1;
}

function putTwo(bytes: Buffer, at: number, value: number): void {
  const tens = Math.floor(value / 10);
  bytes[at] = ZERO + tens;
  bytes[at + 1] = ZERO + value - tens * 10;
}
