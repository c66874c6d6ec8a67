// The second thread of scan.ts.
import { answerInParallel, ScanKernel, type ScanState } from '../shared/scan/index.ts';

interface Task {
  readonly names: readonly string[];
  readonly missingValues: readonly string[];
}

await answerInParallel<Task, ScanState>(({ names, missingValues }) => {
  const kernel = new ScanKernel(names, missingValues);
  return { kernel, answer: () => kernel.state() };
});
