import type { ParityCase } from './case.ts';
import { LAYER_CASES } from './layer-cases.ts';
import { OPERATION_CASES } from './operation-cases.ts';
import { WINDOW_CASES } from './window-cases.ts';

/** Every operation, gradient and layer that a training may need. */
export const PARITY_CASES: readonly ParityCase[] = [
  ...OPERATION_CASES,
  ...WINDOW_CASES,
  ...LAYER_CASES,
];
