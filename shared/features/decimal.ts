// `\d+\.?\d*` would share a text of digits out in all ways before it gives up: quadratic time.
const DECIMAL = /^[ \t]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t]*$/;

/** The number that a decimal text stands for; NaN for any other text (JavaScript would read `0x1F` and `` as numbers). */
export function parseDecimal(text: string): number {
  return DECIMAL.test(text) ? Number(text) : Number.NaN;
}

/** The shortest text of the number that a decimal text stands for (`1` for `1.0`); any other text as it is. */
export function shortestDecimal(text: string): string {
  const number = parseDecimal(text);
  return Number.isNaN(number) ? text : String(number);
}
