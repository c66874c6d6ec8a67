import { UserError } from '../errors/index.ts';

/** `what` is wrong with the `file` of a model. */
export function refuse(file: string, what: string, cause?: unknown): UserError {
  return new UserError(
    {
      what,
      where: { file },
      remedy: 'Restore all files of the model from the run that trained it, or train again',
    },
    { cause },
  );
}
