/** Dates and times as ISO 8601 writes them; years beyond 9999 with a sign and six digits or more. */

const DAY_SECONDS = 86_400n;

/** `days` since 1970-01-01. */
export function dateText(days: number): string {
  return dateOfDays(days);
}

/**
 * `count` units of 10^−`digits` seconds since 1970-01-01T00:00:00. A fraction has the digits that it needs.
 * `zone`: `Z` for times that are known to be UTC, else nothing.
 */
export function timestampText(count: bigint, digits: number, zone: '' | 'Z'): string {
  const small = Number(count);
  if (Number.isSafeInteger(small)) return smallTimestampText(small, digits, zone);
  const unit = 10n ** BigInt(digits);
  const seconds = floorDivide(count, unit);
  const days = floorDivide(seconds, DAY_SECONDS);
  const second = Number(seconds - days * DAY_SECONDS);
  const clock = clockText(second, count - seconds * unit, digits);
  return `${dateOfDays(Number(days))}T${clock}${zone}`;
}

/** Without BigInt, which takes several times as long. */
function smallTimestampText(count: number, digits: number, zone: '' | 'Z'): string {
  const unit = 10 ** digits;
  // Remainders are exact where a quotient may be rounded up.
  const fraction = ((count % unit) + unit) % unit;
  const seconds = (count - fraction) / unit;
  const days = Math.floor(seconds / 86_400);
  const clock = clockText(seconds - days * 86_400, fraction, digits);
  return `${dateOfDays(days)}T${clock}${zone}`;
}

/** `count` units of 10^−`digits` seconds since midnight. */
export function timeText(count: bigint, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const seconds = floorDivide(count, unit);
  return clockText(Number(seconds), count - seconds * unit, digits);
}

function clockText(second: number, fraction: bigint | number, digits: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = String(fraction).padStart(digits, '0').replace(/0+$/, '');
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return digits === 0 || rest === '' ? clock : `${clock}.${rest}`;
}

/** Days to a date of the proleptic Gregorian calendar, for any year (H. Hinnant, chrono-compatible date algorithms). */
function dateOfDays(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
