/**
 * Mutual information of two discrete variables in nats, from how often their values occur together: the maximum likelihood
 * estimate, `sklearn.metrics.mutual_info_score`. It is too large on average; `bias` is by how much to first order,
 * (a − 1)(b − 1) / 2n for a and b values that occur in n rows (Miller 1955).
 *
 * `values`, `others`: of equal length, whole numbers of 0 or more.
 */
export function mutualInformation(
  values: Int32Array,
  others: Int32Array,
): { readonly nats: number; readonly bias: number } {
  const rows = values.length;
  const [ofValue, ofOther] = [new Map<number, number>(), new Map<number, number>()];
  const together = new Map<number, Map<number, number>>();
  for (let row = 0; row < rows; row++) {
    const [value, other] = [values[row] as number, others[row] as number];
    count(ofValue, value);
    count(ofOther, other);
    let inner = together.get(value);
    if (inner === undefined) {
      inner = new Map();
      together.set(value, inner);
    }
    count(inner, other);
  }
  let nats = 0;
  for (const [value, inner] of together) {
    for (const [other, both] of inner) {
      const expected = ((ofValue.get(value) ?? 0) * (ofOther.get(other) ?? 0)) / rows;
      nats += (both / rows) * Math.log(both / expected);
    }
  }
  const bias = rows === 0 ? 0 : ((ofValue.size - 1) * (ofOther.size - 1)) / (2 * rows);
  return { nats: Math.max(0, nats), bias };
}

/**
 * For each number the bin that it falls into, 0 … bins − 1, so that bins hold about as many numbers each; equal numbers share a bin. NaN has a bin
 * of its own, `bins`.
 */
export function equalFrequencyBins(numbers: ArrayLike<number>, bins: number): Int32Array {
  const sorted = Float64Array.from(numbers)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const binOf = new Map<number, number>();
  for (const [rank, value] of sorted.entries()) {
    // The rank of the first of equal ones decides.
    if (!binOf.has(value)) binOf.set(value, Math.floor((rank * bins) / sorted.length));
  }
  return Int32Array.from(numbers, (value) => binOf.get(value) ?? bins);
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
