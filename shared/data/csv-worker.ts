// The second thread that reads a large CSV file: entered by `new Worker`, and bundled by itself.
import { answerInParallel, ScanKernel, type ScanState } from '../scan/index.ts';
import type { TallyJson } from './anomaly-tally.ts';
import type { RowFindings } from './row-findings.ts';
import { type JudgeTask, RowJudge } from './row-judge.ts';

export interface CsvWorkerTask {
  readonly names: readonly string[];
  readonly missingValues: readonly string[];
  readonly judge: JudgeTask;
}

export interface CsvWorkerAnswer {
  readonly state: ScanState;
  readonly findings: ReturnType<RowFindings['toJson']>;
  readonly missingLabels: TallyJson;
}

await answerInParallel<CsvWorkerTask, CsvWorkerAnswer>(({ names, missingValues, judge: task }) => {
  const kernel = new ScanKernel(names, missingValues);
  const judge = RowJudge.of(task);
  kernel.setRules(judge.rulesFor(names, 'csv'));
  return {
    kernel,
    answer: () => ({
      state: kernel.state(),
      findings: judge.findings.toJson(),
      missingLabels: judge.missingLabels.toJson(),
    }),
  };
});
