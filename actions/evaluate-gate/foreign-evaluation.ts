import { Ajv2020 } from 'ajv/dist/2020.js';
import evaluationSchema from '../../schemas/evaluation.schema.json' with { type: 'json' };
import { isUserError, UserError } from '../../shared/errors/index.ts';
import type { EvaluationReport } from '../../shared/evaluation/index.ts';
import { parseRunRecord, type RunRecord } from '../../shared/lineage/index.ts';
import { MemoryFiles, type WantedFile } from '../../shared/platform/index.ts';
import { type RunReports, readRunReports } from './run-reports.ts';

/** An evaluation with ten thousand slices has 15 MB. */
const LARGEST_REPORT = 16_000_000;

/** Sentences of ours name some gates; a longer one would push everything else out of the comment. Characters. */
const LONGEST_SENTENCE = 10_000;

/** What is read of another run's artifact: no model, no page, and not the comment that it has written itself. */
export const REPORT_FILES: readonly WantedFile[] = [
  { path: 'evaluation.json', mostBytes: LARGEST_REPORT },
  { path: 'run.json', mostBytes: LARGEST_REPORT },
  { path: 'training.json', mostBytes: LARGEST_REPORT, optional: true },
  { path: 'anomalies.json', mostBytes: LARGEST_REPORT, optional: true },
  { path: 'export.json', mostBytes: LARGEST_REPORT, optional: true },
];

export interface ForeignEvaluation {
  readonly report: EvaluationReport;
  readonly record: RunRecord;
  readonly reports: RunReports;
}

/**
 * The evaluation in files that a stranger may have written: each is what its schema says, and they speak of one model.
 * Null when there is none. Throws a `UserError` that begins with `place` for anything else.
 */
export async function readForeignEvaluation(
  content: ReadonlyMap<string, Uint8Array>,
  place: string,
): Promise<ForeignEvaluation | null> {
  const files = new MemoryFiles(Object.fromEntries(content));
  if (!(await files.exists('evaluation.json')) || !(await files.exists('run.json'))) return null;
  const record = readRecord(await files.readText('run.json'), place);
  const report = readReport(await files.readText('evaluation.json'), place);
  const { evaluation, training } = record;
  if (
    evaluation?.modelDigest !== report.modelDigest ||
    evaluation.verdict !== report.verdict ||
    evaluation.outcome !== report.outcome
  ) {
    throw refuse(place, 'run.json and evaluation.json speak of different evaluations');
  }
  const reports = await readRunReports(files, '', record, {
    modelDigest: report.modelDigest,
    data: training?.data ?? [],
  });
  return { report, record, reports };
}

function readRecord(text: string, place: string): RunRecord {
  try {
    return parseRunRecord(text, 'run.json');
  } catch (cause) {
    if (isUserError(cause)) throw refuse(place, cause.problems[0].what, cause);
    throw cause;
  }
}

function readReport(text: string, place: string): EvaluationReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse(place, 'evaluation.json is not JSON', cause);
  }
  const validate = new Ajv2020({ strictTypes: false }).compile(evaluationSchema);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw refuse(
      place,
      `evaluation.json is no evaluation: ${error?.message ?? 'it has another form'} at ${error?.instancePath ?? ''}/`,
    );
  }
  const report = value as unknown as EvaluationReport;
  const { confusion, reason, intervals } = report;
  if (Math.max(reason.length, intervals.length) > LONGEST_SENTENCE) {
    throw refuse(place, 'evaluation.json holds a sentence that is longer than any of ours');
  }
  const isSquare =
    confusion === undefined ||
    (confusion.counts.length === confusion.classes.length &&
      confusion.counts.every((row) => row.length === confusion.classes.length));
  if (!isSquare) throw refuse(place, 'the confusion matrix in evaluation.json is not square');
  return report;
}

function refuse(place: string, what: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `The ${place} is not commented on: ${what}`,
      remedy:
        'Look at the log of that run; one that evaluate-gate has written with the same version of these actions is commented on',
    },
    { cause },
  );
}
