/** Where the members of a `Column` of assembly/column.ts stand, in bytes. */
export const COLUMN = {
  /** Seven numbers of 8 bytes, by `CELL` kind. */
  kinds: 8,
  zeros: 64,
  bigIntegers: 72,
  min: 80,
  max: 88,
  lengthTotal: 96,
  decimalCommas: 104,
  thousandsCommas: 112,
  invalidUtf8: 120,
  lengthMin: 128,
  lengthMax: 132,
  table: 136,
  tableBits: 140,
  registers: 160,
} as const;

/** Of an `Entry` of assembly/values.ts, to which a table has pointers of so many bytes. */
export const ENTRY = { pointer: 4, count: 4, text: 8, length: 12 } as const;

/** Of a `Content` of assembly/contents.ts; two places of file and line. */
export const CONTENT = { bytes: 32, hash: 0, count: 8, places: 16 } as const;

/** Of a `Predicate` of assembly/predicates.ts. */
export const PREDICATE = {
  min: 0,
  max: 8,
  refusedKinds: 16,
  parts: 20,
  minLength: 24,
  maxLength: 28,
  classes: 32,
  classCount: 36,
  transitions: 40,
  accepting: 44,
} as const;
