import {
  CELL,
  type CellPredicate,
  type CellValue,
  type ColumnVector,
  failsPredicate,
  lengthOfValues,
  MISSING,
  type PlacedBatch,
  type PlainValues,
  presentCell,
} from '../scan/index.ts';

/** The rows of a batch with a cell that fails its column's predicate, 1 each; null where there is none. The batch has no lists. */
export function flagRows(
  { batch, places, missingValues }: PlacedBatch,
  predicates: readonly (CellPredicate | null)[],
): Uint8Array | null {
  const flags = new Uint8Array(batch.rowCount);
  if (lacksRequired(places, predicates)) flags.fill(1);
  for (const [at, vector] of batch.columns.entries()) {
    const predicate = predicates[places[at] ?? -1] ?? null;
    if (predicate !== null) flagCells(vector, predicate, missingValues, flags);
  }
  return flags.includes(1) ? flags : null;
}

/** Whether a column of the data set that the batch does not have must have a value in every row. */
function lacksRequired(
  places: readonly number[],
  predicates: readonly (CellPredicate | null)[],
): boolean {
  const present = new Set(places);
  return predicates.some(
    (predicate, column) => predicate !== null && !present.has(column) && fails(predicate, MISSING),
  );
}

function flagCells(
  { valid, values }: ColumnVector,
  predicate: CellPredicate,
  missingValues: ReadonlySet<string>,
  flags: Uint8Array,
): void {
  const missingFails = fails(predicate, MISSING);
  if (missingFails && valid !== null) {
    for (let row = 0; row < flags.length; row++) if (valid[row] === 0) flags[row] = 1;
  }
  const plain = values.kind === 'coded' ? values.dictionary : values;
  const check = plainCheck(plain, predicate, missingValues);
  if (values.kind === 'coded') {
    // 0: not asked yet, 1: passes, 2: fails.
    const known = new Uint8Array(Math.max(1, lengthOfValues(plain)));
    const { codes } = values;
    for (let row = 0; row < flags.length; row++) {
      if (valid !== null && valid[row] === 0) continue;
      const code = codes[row] as number;
      if (known[code] === 0) known[code] = check(code) ? 2 : 1;
      if (known[code] === 2) flags[row] = 1;
    }
    return;
  }
  for (let row = 0; row < flags.length; row++) {
    if ((valid === null || valid[row] !== 0) && check(row)) flags[row] = 1;
  }
}

/** Whether the value at a place fails. */
function plainCheck(
  values: PlainValues,
  predicate: CellPredicate,
  missingValues: ReadonlySet<string>,
): (at: number) => boolean {
  const general = (at: number) => fails(predicate, presentCell(values, at, missingValues));
  const { bounds, lengths, automaton, allowed, test, refusedKinds } = predicate;
  const asksText = lengths !== null || automaton !== null || allowed !== null || test !== null;
  if (values.kind !== 'numbers' || asksText || missingValues.size > 0) return general;
  // No text is made of a number that only its bounds are asked of.
  const kind = values.whole ? CELL.integer : CELL.number;
  if (((refusedKinds >> kind) & 1) === 1) return general;
  const min = bounds?.min ?? Number.NEGATIVE_INFINITY;
  const max = bounds?.max ?? Number.POSITIVE_INFINITY;
  const { numbers } = values;
  return (at) => {
    const value = numbers[at] as number;
    return Number.isFinite(value) ? !(value >= min && value <= max) : general(at);
  };
}

function fails(predicate: CellPredicate, { kind, text, number }: CellValue): boolean {
  return failsPredicate(predicate, kind, text, number);
}
