import { SeededRandom } from '../numeric/index.ts';

const BITS = 32;

/**
 * Primitive polynomials (degree, inner coefficients) and first direction numbers of dimensions 2 and on, from
 * new-joe-kuo-6.21201 (Joe and Kuo 2008, "Constructing Sobol sequences with better two-dimensional projections").
 */
const POLYNOMIALS: readonly (readonly [degree: number, inner: number, first: readonly number[]])[] =
  [
    [1, 0, [1]],
    [2, 1, [1, 3]],
    [3, 1, [1, 3, 1]],
    [3, 2, [1, 1, 1]],
    [4, 1, [1, 1, 3, 3]],
    [4, 4, [1, 3, 5, 13]],
    [5, 2, [1, 1, 5, 5, 17]],
    [5, 4, [1, 1, 5, 5, 5]],
    [5, 7, [1, 1, 7, 11, 19]],
    [5, 11, [1, 1, 5, 1, 1]],
    [5, 13, [1, 1, 1, 3, 11]],
    [5, 14, [1, 3, 5, 5, 31]],
    [6, 1, [1, 3, 3, 9, 7, 49]],
    [6, 13, [1, 1, 1, 15, 21, 21]],
    [6, 16, [1, 3, 1, 13, 27, 49]],
  ];

/** Dimensions that have direction numbers here. */
export const MOST_DIMENSIONS = POLYNOMIALS.length + 1;

/**
 * Coordinate of point `index` (0 … 2³² − 1) of the Sobol sequence in one dimension (0 … 15), as a whole number of 32 bits.
 * The points come in the order of Gray codes (Antonov and Saleev 1979), as in SciPy's `qmc.Sobol`.
 */
export function sobolCoordinate(index: number, dimension: number): number {
  const directions = directionsOf(dimension);
  let gray = (index ^ (index >>> 1)) >>> 0;
  let coordinate = 0;
  for (let bit = 0; gray !== 0; bit++, gray >>>= 1) {
    if ((gray & 1) === 1) coordinate ^= directions[bit] as number;
  }
  return coordinate >>> 0;
}

/**
 * The same coordinate with its digits scrambled by a seed after Owen (1995), in [0, 1): intervals keep the number of
 * points that they have, and each point is uniformly distributed. Scrambled by the hash of Laine and Karras (2011) with
 * the constants of Burley (2020), "Practical Hash-based Owen Scrambling". `stream` keeps dimensions apart.
 */
export function scrambledSobol(
  index: number,
  dimension: number,
  { seed, stream }: { readonly seed: number; readonly stream: string },
): number {
  const key = new SeededRandom(seed, stream).uint32();
  return (
    reverseBits(hashLowToHigh(reverseBits(sobolCoordinate(index, dimension)), key)) / 2 ** BITS
  );
}

/** Of each bit, only lower ones decide whether it changes: of the reversed number, the higher digits. */
function hashLowToHigh(value: number, key: number): number {
  let hash = (value + key) | 0;
  hash ^= Math.imul(hash, 0x6c50b47c);
  hash ^= Math.imul(hash, 0xb82f1e52);
  hash ^= Math.imul(hash, 0xc7afe638);
  hash ^= Math.imul(hash, 0x8d22f6e6);
  return hash >>> 0;
}

function reverseBits(value: number): number {
  let reversed = 0;
  for (let bit = 0; bit < BITS; bit++) reversed |= ((value >>> bit) & 1) << (BITS - 1 - bit);
  return reversed >>> 0;
}

const known: (readonly number[] | undefined)[] = [];

/** By the recurrence of Bratley and Fox (1988), as fractions of 2³². */
function directionsOf(dimension: number): readonly number[] {
  const made = known[dimension];
  if (made !== undefined) return made;
  const directions: number[] = [];
  const polynomial = POLYNOMIALS[dimension - 1];
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) directions.push((1 << (BITS - 1 - bit)) >>> 0);
  } else if (polynomial === undefined) {
    throw new Error(`no direction numbers for dimension ${dimension}`);
  } else {
    const [degree, inner, first] = polynomial;
    for (let bit = 0; bit < BITS; bit++) {
      if (bit < degree) {
        directions.push(((first[bit] as number) << (BITS - 1 - bit)) >>> 0);
        continue;
      }
      const before = directions[bit - degree] as number;
      let value = before ^ (before >>> degree);
      for (let term = 1; term < degree; term++) {
        if (((inner >>> (degree - 1 - term)) & 1) === 1) value ^= directions[bit - term] as number;
      }
      directions.push(value >>> 0);
    }
  }
  known[dimension] = directions;
  return directions;
}
