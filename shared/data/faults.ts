import { type Problem, type SourceLocation, UserError } from '../errors/index.ts';
import type { CsvFault } from '../scan/index.ts';
import { LONGEST_ROW } from '../scan/index.ts';
import { MOST_FAULTS_LISTED } from './limits.ts';

/** Faults of data files, collected so that a user sees many at once. */
export class FaultList {
  readonly #problems: Problem[] = [];
  #count = 0;

  add(problem: Problem): void {
    this.#count++;
    if (this.#problems.length < MOST_FAULTS_LISTED) this.#problems.push(problem);
  }

  /** Throws one `UserError` with the first faults and the number of all, if there are any. */
  throwIfAny(): void {
    if (this.#count === 0) return;
    const more = this.#count - this.#problems.length;
    if (more > 0) {
      this.#problems.push({
        what: `${more} more ${more === 1 ? 'fault follows' : 'faults follow'} in the data`,
        remedy: 'Mend the ones above first: one cause often makes them all',
      });
    }
    throw new UserError(this.#problems);
  }
}

export function describeCsvFault(file: string, fault: CsvFault): Problem {
  const where: SourceLocation = { file, line: fault.line };
  switch (fault.kind) {
    case 'unclosed-quote':
      return {
        what: 'A quote opened here is never closed',
        where,
        remedy: 'Close the quote, or double it ("") if it is part of the text',
      };
    case 'text-after-quote':
      return {
        what: 'There is text after the closing quote of a cell',
        where,
        remedy: 'Double the quotes ("") that are part of the text',
      };
    case 'invalid-utf8':
      return notUtf8(where, fault.byteOffset);
    case 'row-too-long':
      return {
        what: `The row that begins here is longer than ${LONGEST_ROW / 1024 / 1024} MiB`,
        where,
        remedy:
          fault.quoteLine === null
            ? 'Check the line breaks of the file'
            : `Close the quote that opens on line ${fault.quoteLine}`,
      };
  }
}

export function notUtf8(where: SourceLocation, byteOffset: number): Problem {
  return {
    what: `This is not UTF-8: byte ${byteOffset} of the file begins no character`,
    where,
    remedy: 'Save the file as UTF-8',
  };
}
