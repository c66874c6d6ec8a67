// The second thread of a test: its kernel has no memory left.
import { answerInParallel, ScanKernel, type ScanState } from '../../../shared/scan/index.ts';
import { fillMemory } from './fill-memory.ts';

await answerInParallel<null, ScanState>(() => {
  const kernel = new ScanKernel(['a']);
  fillMemory(kernel.exports);
  return { kernel, answer: () => kernel.state() };
});
