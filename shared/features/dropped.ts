/** A column that was to be learned from and can't be. */
export interface DroppedColumn {
  readonly column: string;
  readonly reason: string;
}

export function noValue(column: string): DroppedColumn {
  return { column, reason: 'no value in the training split' };
}

export function constant(column: string, value: string): DroppedColumn {
  return { column, reason: `always ${value} in the training split` };
}
