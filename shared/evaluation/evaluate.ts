import {
  type EvaluationConfiguration,
  type GateConfiguration,
  METRIC_TITLES,
} from '../config/index.ts';
import type { Table } from '../data/index.ts';
import { type Problem, UserError } from '../errors/index.ts';
import type { BaselineEntry } from '../lineage/index.ts';
import { formatCount } from '../report/index.ts';
import { FEWEST_EXAMPLES } from './bootstrap.ts';
import { countConfusion } from './confusion.ts';
import type { EvaluationReport, GateResult, SliceResult } from './evaluation-report.ts';
import { judgeGate, type SliceMeasurement } from './gates.ts';
import { measureModels, planResamples } from './measurement.ts';
import { metricsOf } from './metrics.ts';
import type { Predictions } from './predictions.ts';
import { prepareSample, unitWeights } from './sample.ts';
import { distinctLists, findMissingColumns, findSlices, keyOfList } from './slices.ts';
import { decideVerdict } from './verdict.ts';

export interface EvaluationRequest {
  readonly predictions: Predictions;
  readonly modelDigest: string;
  /** Of the same examples in the same order. */
  readonly baseline?: BaselineEntry & { readonly predictions: Predictions };
  /** Why a baseline that is there can't be compared with, without a final full stop. */
  readonly noBaseline?: string;
  /** Where slices get their values: `rows[i]` is the row of the `i`-th prediction. */
  readonly table: Table;
  readonly rows: Int32Array;
  readonly configuration: EvaluationConfiguration;
  /** The configuration's file, for messages. */
  readonly configurationFile: string;
  /** Of the bootstrap. */
  readonly seed: number;
  /** Called with the share of the work that is done, 0 … 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Measures a model, and a baseline beside it, over all examples and by slice, and judges the gates. Slices that only a
 * gate names are measured and listed like those of `evaluation.slices`.
 *
 * Throws a `UserError` with every slice column that the data lacks and every gate whose metric does not fit the task.
 */
export function evaluate(request: EvaluationRequest): EvaluationReport {
  const { predictions, configuration, table, rows, seed, baseline, noBaseline } = request;
  if (rows.length !== predictions.actual.length) {
    throw new Error(`${rows.length} rows do not fit ${predictions.actual.length} predictions`);
  }
  refuseUnusable(request);
  const lists = listSliceColumns(configuration);
  const other = baseline?.predictions ?? null;
  const resamples = planResamples(predictions, other, lists.length);
  const overall = measureModels(predictions, other, undefined, { seed, resamples, stream: '' });
  const slicesByColumns = new Map<string, SliceMeasurement[]>();
  for (const [index, columns] of lists.entries()) {
    request.onProgress?.((index + 1) / (lists.length + 1));
    const slices = findSlices(table, rows, columns).map(({ slice, places }) => {
      const stream = JSON.stringify(slice);
      return {
        slice,
        measurement: measureModels(predictions, other, places, { seed, resamples, stream }),
      };
    });
    slicesByColumns.set(keyOfList(columns), slices);
  }
  request.onProgress?.(1);
  const gates = configuration.gates.flatMap((gate, index) => {
    const slices = slicesByColumns.get(keyOfList(Object.keys(gate.slice ?? {}))) ?? [];
    return judgeGate(gate, index, overall, slices).map((result) => explain(result, noBaseline));
  });
  return {
    version: 1,
    task: predictions.task,
    ...decideVerdict(gates, overall.metrics, configuration, noBaseline),
    modelDigest: request.modelDigest,
    examples: overall.examples,
    metrics: overall.metrics,
    gates,
    slices: [...slicesByColumns.values()].flat().map(toSliceResult),
    ...describeErrors(predictions),
    ...(baseline === undefined
      ? {}
      : {
          baseline: {
            path: baseline.path,
            modelDigest: baseline.modelDigest,
            ...(baseline.artifact === undefined ? {} : { artifact: baseline.artifact }),
            metrics: overall.baseline ?? [],
          },
        }),
    intervals: describeIntervals(resamples, seed, baseline !== undefined),
  };
}

/** Says why there is nothing to compare with, where a baseline is there. */
function explain(result: GateResult, noBaseline: string | undefined): GateResult {
  if (result.status !== 'no-baseline' || noBaseline === undefined) return result;
  return { ...result, reason: `${result.reason}: ${noBaseline}` };
}

/** Those of `evaluation.slices`, then those that gates name. */
function listSliceColumns({ slices, gates }: EvaluationConfiguration): (readonly string[])[] {
  return distinctLists([...slices, ...gates.map(({ slice }) => Object.keys(slice ?? {}))]);
}

function refuseUnusable(request: EvaluationRequest): void {
  const { configuration, configurationFile: file, table, predictions } = request;
  const problems: Problem[] = [];
  const sliced = [...new Set(configuration.slices.flat())];
  problems.push(...findMissingColumns(table, sliced, { file }));
  const usable = metricsOf(predictions.task);
  for (const gate of configuration.gates) {
    const where = { file, line: gate.line };
    problems.push(...findMissingColumns(table, Object.keys(gate.slice ?? {}), where));
    if (!usable.includes(gate.metric)) problems.push(wrongMetric(gate, request, where));
  }
  if (problems.length > 0) throw new UserError(problems);
}

function wrongMetric(
  { metric }: GateConfiguration,
  { predictions: { task } }: EvaluationRequest,
  where: { readonly file: string; readonly line: number },
): Problem {
  return {
    what: `${METRIC_TITLES[metric]} is no metric of ${task}, which this model was trained for`,
    where,
    remedy: `Use one of: ${metricsOf(task).join(', ')}`,
  };
}

function toSliceResult({ slice, measurement }: SliceMeasurement): SliceResult {
  const { examples, metrics, baseline } = measurement;
  return { slice, examples, metrics, ...(baseline === undefined ? {} : { baseline }) };
}

/** Points of the picture of a regression. */
const MOST_POINTS = 500;

function describeErrors(predictions: Predictions): Pick<EvaluationReport, 'confusion' | 'scatter'> {
  const sample = prepareSample(predictions);
  if (sample.kind === 'classes') {
    const width = sample.classes.length;
    const counts = Array.from(countConfusion(sample, unitWeights(sample)));
    return {
      confusion: {
        classes: sample.classes,
        counts: sample.classes.map((_, row) => counts.slice(row * width, (row + 1) * width)),
      },
    };
  }
  const points = Math.min(MOST_POINTS, sample.size);
  return {
    scatter: Array.from({ length: points }, (_, point) => {
      const example = Math.floor((point * sample.size) / points);
      const actual = sample.actual[example] as number;
      return { actual, predicted: actual + (sample.errors[example] as number) };
    }).filter(({ predicted }) => Number.isFinite(predicted)),
  };
}

function describeIntervals(resamples: number, seed: number, paired: boolean): string {
  const changes = paired
    ? ' Intervals of a change: the same resamples for both models (paired bootstrap), percentiles.'
    : '';
  return `95 % intervals. Accuracy: Wilson. Other metrics: percentile bootstrap, ${formatCount(resamples)} resamples, seed ${seed}, from ${FEWEST_EXAMPLES} examples on; none for a metric that every resample left as it is.${changes}`;
}
