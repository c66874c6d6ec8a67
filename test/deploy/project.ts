import type { RunRecord } from '../../shared/lineage/index.ts';
import { digestContent, prettyJson } from '../../shared/lineage/index.ts';
import { digestModel, digestModelFiles } from '../../shared/model-directory/index.ts';
import type { MemoryPorts } from '../../shared/platform/index.ts';

export const MODEL = 'penguin-species';
const TFLITE = 'a flatbuffer';

/** What train-model, evaluate-gate and export-tflite leave; `weights` tells one model from another. */
export function trainedModel(weights = 'weights') {
  const model = {
    modelJson: '{"format":"layers-model"}',
    weights: new TextEncoder().encode(weights),
    transformJson: prettyJson({
      version: 1,
      features: [{ kind: 'standardize', column: 'x', offset: 0, width: 2, mean: 1, deviation: 2 }],
      width: 2,
      label: { kind: 'classes', column: 'y', classes: ['a', 'b'] },
    }),
  };
  return { ...model, digest: digestModel(model) };
}

export function runRecord(weights = 'weights', changes: Partial<RunRecord> = {}): RunRecord {
  const model = trainedModel(weights);
  const entry = { finishedAt: '2026-01-01T00:00:00.000Z', seconds: 1, version: '0.1.0' };
  return {
    version: 1,
    model: MODEL,
    source: { repository: 'owner/name', commit: 'a'.repeat(40) },
    actions: {
      'evaluate-gate': { verdict: 'pass', headline: 'pass', ...entry },
      'export-tflite': { verdict: 'pass', headline: 'float32 6.1 kB', ...entry },
    },
    data: { files: [digestContent('data.csv', 'x,y\n')], examples: 344, columns: 8 },
    training: {
      task: 'binary-classification',
      seed: 7,
      engine: { name: 'wasm', version: '4.22.0', simd: true },
      data: [digestContent('data.csv', 'x,y\n')],
      examples: { train: 240, validation: 35, evaluation: 69 },
      features: 1,
      parameters: 3,
      epochs: 41,
      bestEpoch: 33,
      modelDigest: model.digest,
      files: digestModelFiles(model),
      fromCache: false,
    },
    evaluation: {
      verdict: 'pass',
      outcome: 'pass',
      reason: 'all 3 gates passed',
      modelDigest: model.digest,
      examples: 69,
      metrics: { accuracy: 0.985, 'log-loss': 0.08 },
    },
    exports: [
      {
        ...digestContent('export/model.tflite', TFLITE),
        variant: 'float32',
        modelDigest: model.digest,
        agreement: 1,
      },
    ],
    ...changes,
  };
}

/** The files of a workspace after the gate. */
export function workspace(
  record: RunRecord = runRecord(),
  { weights = 'weights', targets = '[{ kind: directory, path: models }]' } = {},
): Record<string, string | Uint8Array> {
  const model = trainedModel(weights);
  return {
    'mlops.yml': `model: ${MODEL}\ndata: { path: data.csv, label: y }\ndeployment: { targets: ${targets} }\n`,
    '.mlops/model/model.json': model.modelJson,
    '.mlops/model/weights.bin': model.weights,
    '.mlops/model/transform.json': model.transformJson,
    '.mlops/export/model.tflite': TFLITE,
    '.mlops/run.json': prettyJson(record),
  };
}

/** Puts another trained and passed model in the place of the one of {@link workspace}. */
export function retrain({ files }: MemoryPorts, weights: string): void {
  for (const [path, content] of Object.entries(workspace(runRecord(weights), { weights }))) {
    if (path === 'mlops.yml') continue;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    files.content.set(path, bytes);
  }
}
