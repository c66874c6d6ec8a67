export {
  answerInParallel,
  hasSecondThread,
  type ParallelFile,
  type ParallelProgress,
  scanInParallel,
} from './scan-in-parallel.ts';
