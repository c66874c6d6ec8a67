/**
 * Order by code point, the same in every locale and in UTF-8 bytes. JavaScript's `<` compares UTF-16 code units, which
 * puts characters beyond the basic plane (encoded with surrogates, 0xD800 … 0xDFFF) before those at 0xE000 … 0xFFFF.
 */
export function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return surrogatesLast(left) - surrogatesLast(right);
  }
  return a.length - b.length;
}

function surrogatesLast(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
