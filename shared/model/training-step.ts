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
  /** What the model gives for each row with the weights as they are now, without training behaviour. */
  predict(features: Matrix): Matrix;
  dispose(): void;
}
