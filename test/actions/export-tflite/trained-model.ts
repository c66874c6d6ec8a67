import type { Configuration } from '../../../shared/config/index.ts';
import { loadConfiguration } from '../../../shared/config/index.ts';
import { readTable, splitTable } from '../../../shared/data/index.ts';
import { applyTransform, encodeLabels, fitTransform } from '../../../shared/features/index.ts';
import { prettyJson } from '../../../shared/lineage/index.ts';
import { trainModel } from '../../../shared/model/index.ts';
import { SeededRandom } from '../../../shared/numeric/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

export const REQUEST = { file: 'mlops.yml', given: true, overrides: [] } as const;

/** 300 rows with two numbers, a category, gaps, and a label that depends on them. Names and words are unfriendly. */
export function makeCsv(label: (size: number, group: string) => string): string {
  const random = new SeededRandom(3, 'export test data');
  const groups = ['north', 'so`uth|', '<b>@west</b>'];
  const lines = ['Size (cm),year,group*,label'];
  for (let row = 0; row < 300; row++) {
    const size = 10 + 5 * random.uniform();
    const group = groups[random.integer(groups.length)] as string;
    const cell = random.uniform() < 0.1 ? '' : size.toFixed(2);
    const shown = random.uniform() < 0.1 ? '' : group;
    lines.push([cell, 2007 + random.integer(3), shown, label(size, group)].join(','));
  }
  return `${lines.join('\n')}\n`;
}

export const LABELS = {
  multiclass: (size: number, group: string) =>
    group === 'north' ? 'small' : size > 13 ? 'large' : 'medium',
  binary: (size: number, group: string) => (size > 12 && group !== 'north' ? 'yes' : 'no'),
  regression: (size: number, group: string) =>
    (1000 * size + (group === 'north' ? 2000 : 0)).toFixed(0),
};

/** Ports with data, configuration and a model trained on them, as train-model leaves it. */
export async function trainedPorts(
  csv: string,
  { task, settings = '' }: { readonly task: Configuration['task']; readonly settings?: string },
): Promise<MemoryPorts> {
  const yaml = `model: sizes\ntask: ${task}\ndata: { path: data.csv, label: label }\n${settings}`;
  const ports = memoryPorts({ 'data.csv': csv, 'mlops.yml': yaml });
  const configuration = await loadConfiguration(ports.files, REQUEST);
  const { table } = await readTable(ports.files, configuration.data);
  const rows = await splitTable(ports.files, table, configuration.data.split);
  const chosen = configuration.task ?? 'regression';
  const { transform } = fitTransform(table, rows.train, {
    label: 'label',
    task: chosen,
    ignore: [],
    kinds: configuration.features,
  });
  const labelled = (part: Int32Array) => ({
    features: applyTransform(transform, table, part),
    labels: encodeLabels(transform, table, part),
  });
  const { files } = await trainModel({
    task: chosen,
    architecture: { kind: 'mlp', hidden: [12, 6], activation: 'relu', dropout: 0.1 },
    training: { ...configuration.training, epochs: 30 },
    outputs:
      chosen === 'multiclass-classification' && transform.label.kind === 'classes'
        ? transform.label.classes.length
        : 1,
    train: labelled(rows.train),
    validation: labelled(rows.validation),
  });
  await ports.files.writeAll([
    { path: '.mlops/model/model.json', content: files.modelJson },
    { path: '.mlops/model/weights.bin', content: files.weights },
    { path: '.mlops/model/transform.json', content: prettyJson(transform) },
  ]);
  return ports;
}
