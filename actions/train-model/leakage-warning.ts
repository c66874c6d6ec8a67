import { type Configuration, splitKey } from '../../shared/config/index.ts';
import { findLeakingColumns } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { type DigestedFile, parseRunRecord } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import type { TrainingData } from './training-data.ts';

/**
 * Warns of features that tell the label alone, at the header of the data. validate-data says the same: where it has
 * examined this very data, or `validation.checks` has switched the check off, nothing is said.
 */
export async function warnOfLeakage(
  configuration: Configuration,
  { table, splits, task, digests }: TrainingData,
  { files, annotations }: Pick<Ports, 'files' | 'annotations'>,
): Promise<void> {
  const { data, validation, outputDirectory } = configuration;
  if (validation.checks['label-leakage'] === 'off') return;
  const examined = await readExamined(files, `${outputDirectory}/run.json`);
  if (examined !== null && digestsOf(examined) === digestsOf(digests.slice(0, table.files.length)))
    return;
  const names = table.columns.map(({ name }) => name);
  const passed = new Set([data.label, ...data.ignore, ...splitKey(data.split)]);
  const features = (data.features ?? names).filter((name) => !passed.has(name));
  const classes = task !== 'regression';
  for (const { name, description } of findLeakingColumns(table, splits.train, {
    features: [...new Set(features)],
    label: data.label,
    classes,
  })) {
    const file = table.files[0];
    annotations.add({
      level: 'warning',
      title: 'Tells the label alone',
      message: `${JSON.stringify(name)}: ${description}`,
      ...(file === undefined ? {} : { file, line: 1 }),
    });
  }
}

/** What validate-data has examined, by the run record; null where it tells of nothing that can be read. */
async function readExamined(
  files: Ports['files'],
  path: string,
): Promise<readonly DigestedFile[] | null> {
  if (!(await files.exists(path))) return null;
  try {
    return parseRunRecord(await files.readText(path), path).data?.files ?? null;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return null;
  }
}

function digestsOf(files: readonly DigestedFile[]): string {
  return files.map(({ sha256 }) => sha256).join();
}
