/**
 * How many patterns the braces of a glob stand for (`{a,b}/{1..9}` for 18), at least: nobody has to expand them to know
 * that they are too many. May be more where a brace has no partner.
 */
export function countBraceAlternatives(glob: string): number {
  /** Of each open brace: the alternatives before the last comma, and those since. */
  const open: { sum: number; product: number; start: number; commas: boolean }[] = [];
  let product = 1;
  for (let index = 0; index < glob.length; index++) {
    const character = glob[index];
    const inner = open.at(-1);
    if (character === '\\') index++;
    else if (character === '{') {
      open.push({ sum: 0, product, start: index + 1, commas: false });
      product = 1;
    } else if (character === ',' && inner !== undefined) {
      inner.sum += product;
      inner.commas = true;
      product = 1;
    } else if (character === '}' && inner !== undefined) {
      open.pop();
      const range = inner.commas ? 1 : lengthOfRange(glob.slice(inner.start, index));
      product = inner.product * Math.max(inner.sum + product, range);
    }
  }
  // A brace without partner: what stands before it counts, too.
  for (const { sum, product: before } of open) product *= before * Math.max(1, sum);
  return product;
}

/** `1..9`, `9..1`, `a..f`, and with a step `0..100..5`. */
function lengthOfRange(text: string): number {
  const [, first, last, step = '1'] = /^(-?\d+|\w)\.\.(-?\d+|\w)(?:\.\.(-?\d+))?$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return 1;
  const number = (end: string) => (/^-?\d+$/.test(end) ? Number(end) : end.charCodeAt(0));
  const steps = Math.abs(number(last) - number(first)) / Math.max(1, Math.abs(Number(step)));
  return Math.floor(steps) + 1;
}
