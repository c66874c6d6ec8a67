import { describe, expect, test } from '@jest/globals';
import { formatProblem, isUserError, nearestName, UserError } from '../../shared/errors/index.ts';

describe('a problem', () => {
  test('reads as place, what, remedy', () => {
    expect(
      formatProblem({
        what: '"epoch" is not known',
        where: { file: 'mlops.yml', line: 7, column: 3 },
        remedy: 'did you mean "epochs"?',
      }),
    ).toBe('mlops.yml:7:3: "epoch" is not known. Did you mean "epochs"?');
    expect(formatProblem({ what: 'Empty.' })).toBe('Empty.');
  });

  test('is told apart from a fault of ours, also across bundles', () => {
    const error = new UserError({ what: 'a' }, { cause: new Error('b') });
    expect(isUserError(error)).toBe(true);
    expect(error.cause).toBeInstanceOf(Error);
    const foreign = Object.assign(new Error('a'), {
      [Symbol.for('mlops-actions.user-error')]: true,
    });
    expect(isUserError(foreign)).toBe(true);
    for (const other of [new Error('a'), null, 'a', undefined]) {
      expect(isUserError(other)).toBe(false);
    }
  });

  test('needs to be there', () => {
    expect(() => new UserError([])).toThrow(TypeError);
  });
});

describe('the nearest name', () => {
  test.each([
    ['epoch', 'epochs'],
    ['lable', 'label'],
    ['Adam', 'adam'],
    ['zzz', undefined],
    ['x', undefined],
  ])('of %s is %s', (name, expected) => {
    expect(nearestName(name, ['epochs', 'label', 'adam', 'seed'])).toBe(expected);
  });
});
