import type { Report } from './consistency.ts';
import type { RawConfiguration } from './defaults.ts';

/** What needs all rows in memory. */
export function checkStreaming(
  { training, data, features, tuning }: RawConfiguration,
  report: Report,
): void {
  if (training?.streaming !== true) return;
  for (const field of [
    'cross-validation',
    'feature-importance',
    'feature-elimination',
    'example-weight',
  ] as const) {
    if (training[field] === undefined) continue;
    report(
      ['training', field],
      `"${field}" needs all rows in memory`,
      'remove it, or training.streaming',
    );
  }
  if (tuning !== undefined) {
    report(['tuning'], 'Tuning needs all rows in memory', 'remove it, or training.streaming');
  }
  const by = data.split?.by;
  if (by === 'time' || by === 'stratified') {
    report(
      ['data', 'split', 'by'],
      `Splitting by ${by === 'time' ? 'time' : 'strata'} needs all rows in memory`,
      'choose hash or file, or remove training.streaming',
    );
  }
  for (const [name, feature] of Object.entries(features ?? {})) {
    if (feature !== 'image' && (typeof feature !== 'object' || feature.kind !== 'image')) continue;
    report(['features', name], 'Images need to be in memory', 'remove it, or training.streaming');
  }
}
