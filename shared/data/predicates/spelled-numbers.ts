import { MOST_SPELLED_NUMBERS } from './limits.ts';

/**
 * A pattern of the decimal texts of numbers, with signs, zeros and spaces around (`+07.50`), but without exponents and
 * without more digits than a double tells apart: no text that it matches stands for another number. Null when a number
 * is commonly written with an exponent, or there are too many.
 */
export function spellNumbers(numbers: readonly number[]): string | null {
  if (numbers.length > MOST_SPELLED_NUMBERS) return null;
  const spelled = numbers.map(spellNumber);
  return spelled.includes(null) ? null : `^[ \\t]*(?:${spelled.join('|')})[ \\t]*$`;
}

function spellNumber(value: number): string | null {
  const [, whole, fraction] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
  if (whole === undefined) return null;
  if (value === 0) return '[+-]?(?:0+(?:\\.0*)?|\\.0+)';
  const sign = value < 0 ? '-' : '\\+?';
  const digits = whole === '0' ? '' : whole;
  return fraction === undefined
    ? `${sign}0*${digits}(?:\\.0*)?`
    : `${sign}0*${digits}\\.${fraction}0*`;
}
