import { UserError } from '../../errors/index.ts';

/** What an embedding says of a number that is no row of its table: a module has made it too small, or reads other numbers by it. */
export function noSuchRow(rows: number, row?: number): UserError {
  return new UserError({
    what: `An embedding layer has rows for the numbers 0 to ${rows - 1}, and got ${row ?? 'another one'}`,
    remedy: 'Let it read tokens alone, and give it a row for each of their ids (inputDim)',
  });
}
