export const CLASSIFICATION_METRICS = [
  'accuracy',
  'macro-f1',
  'weighted-f1',
  'log-loss',
  'roc-auc',
  'pr-auc',
] as const;
export const REGRESSION_METRICS = ['rmse', 'mae', 'r2'] as const;
export const METRICS = [...CLASSIFICATION_METRICS, ...REGRESSION_METRICS] as const;
export type MetricName = (typeof METRICS)[number];

/** Names of metrics as people write them in a sentence. */
export const METRIC_TITLES: Readonly<Record<MetricName, string>> = {
  accuracy: 'accuracy',
  'macro-f1': 'macro F1',
  'weighted-f1': 'weighted F1',
  'log-loss': 'log loss',
  'roc-auc': 'ROC AUC',
  'pr-auc': 'PR AUC',
  rmse: 'RMSE',
  mae: 'MAE',
  r2: 'R²',
};

const LESS_IS_BETTER: ReadonlySet<string> = new Set<MetricName>(['log-loss', 'rmse', 'mae']);
const IN_LABEL_UNITS: ReadonlySet<string> = new Set<MetricName>(['rmse', 'mae']);

/** Whether a smaller value is the better one. */
export function isLessBetter(metric: MetricName): boolean {
  return LESS_IS_BETTER.has(metric);
}

/** Errors in the label's own units are of any size; the other metrics live near 0 … 1. */
export function isInLabelUnits(metric: MetricName): boolean {
  return IN_LABEL_UNITS.has(metric);
}
