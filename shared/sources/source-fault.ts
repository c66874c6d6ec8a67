import { isUserError, UserError } from '../errors/index.ts';

/** What is wrong with the file that a reader reads; who opened the file knows its name. */
export class SourceFault extends Error {
  readonly remedy: string;
  /** From 1. */
  readonly row: number | null;

  constructor(what: string, remedy: string, row: number | null = null) {
    super(what);
    this.name = 'SourceFault';
    this.remedy = remedy;
    this.row = row;
  }
}

/** The bytes are not what their format says: cut off, overwritten, or made to do harm. */
export function damaged(format: string, detail: string): SourceFault {
  return new SourceFault(
    `The ${format} is damaged: ${detail}`,
    'Write the file anew, or fetch it again',
  );
}

/**
 * What `items` gives, with faults as `UserError`s about `file`. Errors of whoever takes the items pass by.
 * A `RangeError` comes from a place that damaged bytes name and that isn't there.
 */
export async function* nameFaults<T>(
  file: string,
  format: string,
  items: AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        throw nameFault(file, format, error);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

export function nameFault(file: string, format: string, error: unknown): unknown {
  if (isUserError(error)) return error;
  const fault = error instanceof RangeError ? damaged(format, 'it names bytes it lacks') : error;
  if (!(fault instanceof SourceFault)) return error;
  const row = fault.row === null ? '' : ` (row ${fault.row})`;
  return new UserError(
    { what: `${fault.message}${row}`, where: { file }, remedy: fault.remedy },
    { cause: error },
  );
}
