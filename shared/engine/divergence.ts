import { isUserError, UserError } from '../errors/index.ts';

/** Survives bundling, as the tag of a `UserError` does: the engine is a bundle of its own. */
const DIVERGENCE = Symbol.for('mlops-actions.divergence');

/** The loss of a training stopped being a number. The user's mistake; while tuning, a finding about the parameters. */
export function divergence(epoch: number, when: string): UserError {
  const error = new UserError({
    what: `The loss stopped being a number in epoch ${epoch} ${when}`,
    remedy:
      'Lower training.optimizer.learning-rate; if that does not help, look for extreme values in the features and the label',
  });
  return Object.defineProperty(error, DIVERGENCE, { value: true });
}

export function isDivergence(error: unknown): error is UserError {
  return isUserError(error) && DIVERGENCE in error;
}
