import type { FuzzTarget } from '../target.ts';

/** A fault that chance alone would find once in 2³² inputs, and guidance by branches step by step. */
export const target: FuzzTarget = {
  seeds: ['hello'],
  run(input) {
    if (input[0] !== 0x66) return;
    if (input[1] !== 0x75) return;
    if (input[2] !== 0x7a) return;
    if (input[3] === 0x7b) throw new Error('the planted fault');
  },
};
