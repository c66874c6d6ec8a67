import type { FuzzTarget } from '../target.ts';

/** An input for which memory has no end. */
export const target: FuzzTarget = {
  seeds: ['hello'],
  run(input) {
    const kept: object[] = [];
    while (input[0] === 0x21) kept.push(Array.from({ length: 10_000 }, () => ({})));
  },
};
