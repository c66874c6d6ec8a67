// Kernels for replayed steps, on the memory of the backend of TensorFlow.js: its addresses come from there. Each rounds where
// the kernel that it stands for rounds and adds in its order. No data of its own: it would lie on the backend's.

export { tanh } from '../../dense/assembly/activations';
export { columnSums, transpose } from '../../dense/assembly/elementwise';
export { matrixProduct } from '../../dense/assembly/matrix-product';
export { adam, sgd } from '../../dense/assembly/optimizers';
export { both, choose, compareWithNumber } from './choices';
export { combine, combineWithNumber, combineWithRow, copyBlock } from './elementwise';
export { filterGradient } from './filter-gradient';
export { poolGradient } from './pool-gradient';
export { addRows, takeRows } from './rows';
