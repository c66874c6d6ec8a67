import { expect, test } from '@jest/globals';
import { expandMatrix } from './matrix.ts';

test('no matrix is one leg', () => {
  expect(expandMatrix(undefined)).toEqual([{}]);
});

test('axes are multiplied, the last one fastest; exclude takes away by part of a combination', () => {
  const matrix = { os: ['a', 'b'], version: [1, 2], exclude: [{ os: 'a', version: 2 }] };
  expect(expandMatrix(matrix)).toEqual([
    { os: 'a', version: 1 },
    { os: 'b', version: 1 },
    { os: 'b', version: 2 },
  ]);
});

// The example of GitHub's documentation, "Expanding or adding matrix configurations".
test('include joins what it does not contradict and adds what it does', () => {
  const matrix = {
    fruit: ['apple', 'pear'],
    animal: ['cat', 'dog'],
    include: [
      { color: 'green' },
      { color: 'pink', animal: 'cat' },
      { fruit: 'apple', shape: 'circle' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ],
  };
  expect(expandMatrix(matrix)).toEqual([
    { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
    { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
    { fruit: 'pear', animal: 'cat', color: 'pink' },
    { fruit: 'pear', animal: 'dog', color: 'green' },
    { fruit: 'banana' },
    { fruit: 'banana', animal: 'cat' },
  ]);
});

test('include alone is a list of legs', () => {
  expect(expandMatrix({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
});

test('an axis without values is refused', () => {
  expect(() => expandMatrix({ shard: [] })).toThrow(
    "Matrix vector 'shard' does not contain any values",
  );
});
