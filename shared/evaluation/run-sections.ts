import { METRIC_TITLES } from '../config/index.ts';
import type { AnomaliesReport, Anomaly } from '../data/index.ts';
import type { TrainingReport } from '../model/index.ts';
import {
  code,
  countOf,
  details,
  formatBytes,
  formatCount,
  formatMetric,
  Markdown,
  md,
  renderCrossValidation,
  renderLearningCurve,
} from '../report/index.ts';
import type { ExportReport } from '../tflite/index.ts';

/** Folded; null when there is no line to draw. */
export function renderTraining(training: TrainingReport): Markdown | null {
  const curve = renderLearningCurve(training);
  if (curve.source === '') return null;
  const { history, epochsConfigured, bestEpoch } = training;
  return details(
    md`Learning curve (${formatCount(history.length)} of ${countOf(epochsConfigured, 'epoch')}, best ${formatCount(bestEpoch)})`,
    curve,
  );
}

/** Folded; null where the training had none. */
export function renderFolds(training: TrainingReport): Markdown | null {
  const table = renderCrossValidation(training);
  if (table === null) return null;
  const [first] = training.crossValidation?.metrics ?? [];
  const found =
    first === undefined
      ? md``
      : md`: ${METRIC_TITLES[first.metric]} ${formatMetric(first.metric, first.mean)} on average, ${formatMetric(first.metric, first.lowest)} to ${formatMetric(first.metric, first.highest)}`;
  return details(md`Cross-validation${found}`, table);
}

/** `Data: 344 examples, no anomalies, 2 warnings (data.csv:14, data.csv:272).` */
export function renderData({ examples, anomalies }: AnomaliesReport): Markdown {
  const errors = anomalies.filter(({ severity }) => severity === 'error');
  const warnings = anomalies.filter(({ severity }) => severity === 'warning');
  const found = [
    errors.length === 0
      ? md`no anomalies`
      : md`${countOf(errors.length, 'anomaly', 'anomalies')}${renderPlaces(errors)}`,
    ...(warnings.length === 0
      ? []
      : [md`${countOf(warnings.length, 'warning')}${renderPlaces(warnings)}`]),
  ];
  return md`Data: ${countOf(examples, 'example')}, ${join(found, ', ')}.`;
}

/** `Files: model.tflite 6.1 kB, agrees with the trained model on 68 of 68; model-int8.tflite 3.2 kB, on 67 of 68.` */
export function renderExports({ variants, examples }: ExportReport): Markdown | null {
  if (variants.length === 0) return null;
  const files = variants.map(({ file, disagreements }, index) => {
    const agrees = index === 0 ? md`, agrees with the trained model on ` : md`, on `;
    const share = `${formatCount(examples - disagreements)} of ${formatCount(examples)}`;
    return md`${code(file.path)} ${formatBytes(file.bytes)}${agrees}${share}`;
  });
  return md`Files: ${join(files, '; ')}.`;
}

/** A reader looks at the first places; anomalies.json and the report have more. */
const MOST_PLACES = 3;

function renderPlaces(anomalies: readonly Anomaly[]): Markdown {
  const places = new Set(
    anomalies.flatMap(({ places }) => places.map(({ file, line }) => `${file}:${line}`)),
  );
  if (places.size === 0) return md``;
  const shown = [...places].slice(0, MOST_PLACES).map((place) => code(place));
  return md` (${join(shown, ', ')}${places.size > MOST_PLACES ? ', …' : ''})`;
}

function join(parts: readonly Markdown[], separator: string): Markdown {
  return new Markdown(parts.map(String).join(separator));
}
