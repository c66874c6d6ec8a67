import type { OptimizerState } from './checkpoint.ts';
import type { Matrix } from './contract.ts';

/** Gradient descent on the weights of one model, step by step. */
export interface TrainingStep {
  /**
   * Moves the weights by the examples of these rows of the training split, at this learning rate. Returns their mean loss at the weights before,
   * without the penalty on kernels; not finite when the training has diverged.
   */
  run(rows: Uint32Array, learningRate: number): number;
  /** Copies of the weights as they are now, one array for each parameter of the network. */
  weights(): readonly Float32Array[];
  /** A copy of all that the next step depends on, but for the numbers drawn for dropout. After at least one step. */
  state(): OptimizerState;
  /** Goes on where another step of the same request was after so many calls of `run`. Before the first call of `run`. */
  resume(state: OptimizerState, steps: number): void;
  /** What the model gives for each row with the weights as they are now, without training behaviour. */
  predict(features: Matrix): Matrix;
  dispose(): void;
}
