// The second thread of scan.ts, and of the test of two threads: it answers with its kernel's state.
import { answerInParallel, ScanKernel, type ScanState } from '../shared/scan/index.ts';

interface Task {
  readonly names: readonly string[];
  readonly missingValues: readonly string[];
}

await answerInParallel<Task, ScanState>(({ names, missingValues }) => {
  const kernel = new ScanKernel(names, missingValues);
  return { kernel, answer: () => kernel.state() };
});
