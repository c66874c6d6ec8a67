export { isWorthParallel, type ParallelFile, scanInParallel } from './scan-in-parallel.ts';
