/** The files `first` … `end` − 1 of a data set. */
export interface FileRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Deals files out whole and in order, such that the largest of `count` shares has as few bytes as can be and no share is
 * empty while there are files enough. `sizes` are in bytes; nothing else decides.
 */
export function dealFiles(sizes: readonly number[], count: number): FileRange[] {
  const capacity = smallestCapacity(sizes, count);
  const shares: FileRange[] = [];
  let first = 0;
  for (let rest = count; rest > 0; rest--) {
    // One file at least stays for each share that follows.
    const most = Math.max(first + 1, sizes.length - (rest - 1));
    let end = first;
    let load = 0;
    for (const size of sizes.slice(first, most)) {
      load += size;
      if (load > capacity) break;
      end++;
    }
    shares.push({ first, end });
    first = end;
  }
  return shares;
}

/** By halving: the bytes that a share must hold for `count` of them to hold all files. */
function smallestCapacity(sizes: readonly number[], count: number): number {
  let low = sizes.reduce((most, size) => Math.max(most, size), 0);
  let high = sizes.reduce((sum, size) => sum + size, 0);
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (sharesNeeded(sizes, middle) <= count) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sharesNeeded(sizes: readonly number[], capacity: number): number {
  let shares = 1;
  let load = 0;
  for (const size of sizes) {
    if (load + size > capacity) {
      shares++;
      load = 0;
    }
    load += size;
  }
  return shares;
}
