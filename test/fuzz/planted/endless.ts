import type { FuzzTarget } from '../target.ts';

/** An input for which it never ends. */
export const target: FuzzTarget = {
  seeds: ['hello'],
  run(input) {
    while (input[0] === 0x21);
  },
};
