import type { EpochRecord } from './contract.ts';

/**
 * A training after some of its epochs, from which it goes on to the bytes that it would have had. All else that a training
 * remembers (order of the rows, masks of dropout, early stopping, learning rate) follows from the seed and the history.
 */
export interface Checkpoint {
  /** The epochs behind it, in their order; never empty. */
  readonly history: readonly EpochRecord[];
  readonly optimizer: OptimizerState;
  /** Those of the best epoch, one array for each parameter of the network. */
  readonly bestWeights: readonly Float32Array[];
}

/** Gradient descent after some steps. */
export interface OptimizerState {
  /** One array for each parameter of the network. */
  readonly weights: readonly Float32Array[];
  /** What the optimiser remembers of the gradients, each kind like `weights`: two of Adam's, none of plain descent. */
  readonly moments: readonly (readonly Float32Array[])[];
}

/** How a training leaves checkpoints and goes on from one. */
export interface Checkpointing {
  /** Left out: the training begins. */
  readonly from?: Checkpoint;
  /** Called after each epoch but the last; what it gives is waited for. `take` copies the state as it is now. */
  readonly afterEpoch: (epoch: number, take: () => Checkpoint) => Promise<void> | void;
}
