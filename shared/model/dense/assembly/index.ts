// What the steps of training need on dense layers, on matrices of single precision that lie row after row in memory. Every
// function rounds where the kernels of TensorFlow.js round and adds in their order, so that the results are theirs to the
// bit. Addresses and strides that a caller gives are not checked: it plans the memory.

export { addPenalty, columnSums, multiply, transpose } from './elementwise';
export { drawMask } from './mask';
export { matrixProduct } from './matrix-product';
export { reluGradient, tanh, tanhGradient } from './activations';
export { adam, momentum, rmsprop, sgd } from './optimizers';

/** The first address that is free. */
export function heapStart(): usize {
  return (__heap_base + 15) & ~15;
}
