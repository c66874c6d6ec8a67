export { DealtParts } from './dealt-parts.ts';
export { FileBytes } from './file-bytes.ts';
export {
  answerInParallel,
  type ParallelFile,
  type ParallelProgress,
  scanInParallel,
} from './scan-in-parallel.ts';
export { answerFrom, hasSecondThread, SecondThreadFailed, workTogether } from './work-together.ts';
