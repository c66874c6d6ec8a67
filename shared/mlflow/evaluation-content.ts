import type { EvaluationReport, MetricValue } from '../evaluation/index.ts';
import type { Metric, RunContent } from './run-content.ts';

/** Metrics over all evaluation examples, those of the baseline, and the verdict. */
export function evaluationContent(report: EvaluationReport): RunContent {
  const { verdict, outcome, reason, baseline } = report;
  return {
    params: [],
    metrics: [
      ...metricsOf('evaluation', report.metrics),
      ...metricsOf('baseline', baseline?.metrics ?? []),
    ],
    tags: [
      { key: 'mlops.verdict', value: verdict },
      { key: 'mlops.outcome', value: outcome },
      { key: 'mlops.reason', value: reason },
      { key: 'mlops.baseline-digest', value: baseline?.modelDigest ?? '' },
    ],
  };
}

/** Those without a meaning are left out. */
function metricsOf(folder: string, metrics: readonly MetricValue[]): Metric[] {
  return metrics.flatMap(({ metric, value }) =>
    value === null ? [] : [{ key: `${folder}/${metric}`, value, step: 0 }],
  );
}
