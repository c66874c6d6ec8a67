import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schemaOfStatistics from '../../schemas/statistics.schema.json' with { type: 'json' };
import type { DataConfiguration, ValidationConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { FilesPort } from '../platform/index.ts';
import type { ControlStatistics, Controls } from './compare-statistics.ts';
import { DatasetView } from './dataset-view.ts';
import { collectEvidence } from './examine-data.ts';
import type { StatisticsReport } from './reports.ts';
import type { ScanOptions } from './scan-rows.ts';
import { summarizeData } from './summarize-data.ts';

/** 10,000 columns with 1,000 values each would be more; a schema of so many compares with nothing by hand. */
const LARGEST_STATISTICS = 256 * 1024 * 1024;

/**
 * Statistics of the data that the configuration compares with: read from data files by the same rules as `data`, or from
 * a `statistics.json` of an earlier run. Throws a `UserError` for what can't be read.
 */
export async function readControls(
  files: FilesPort,
  data: DataConfiguration,
  { reference, serving, previousVersion }: ValidationConfiguration,
  follow: (name: string) => Followed = () => ({}),
): Promise<Controls> {
  const read = async (name: string, path: readonly string[] | undefined) =>
    path === undefined ? null : await readControl(files, data, name, path, follow(name));
  const found = {
    reference: await read('reference', reference),
    serving: await read('serving', serving),
    'previous-version': await read('previous-version', previousVersion),
  };
  return Object.fromEntries(Object.entries(found).filter(([, control]) => control !== null));
}

/** How far the reading of one of them is; `done` when it has ended. */
type Followed = Pick<ScanOptions, 'progress'> & { readonly done?: () => void };

async function readControl(
  files: FilesPort,
  data: DataConfiguration,
  name: string,
  path: readonly string[],
  { progress, done }: Followed,
): Promise<ControlStatistics> {
  const [only = ''] = path;
  if (path.length === 1 && only.endsWith('.json')) {
    return { files: [only], statistics: await readStatistics(files, name, only) };
  }
  const options = progress === undefined ? {} : { progress };
  const { scanned, evidence } = await collectEvidence(files, { ...data, path }, null, options);
  done?.();
  return {
    files: scanned.files,
    statistics: summarizeData(new DatasetView(evidence.state), scanned),
  };
}

let statisticsValidator: ValidateFunction | undefined;

async function readStatistics(
  files: FilesPort,
  name: string,
  file: string,
): Promise<StatisticsReport> {
  const problem = (what: string, remedy: string) =>
    new UserError({ what, where: { file }, remedy });
  if (!(await files.exists(file))) {
    throw problem(
      `There is no such file, which validation.${name} compares the data with`,
      'Commit the statistics.json of an earlier run there, or remove the setting until there is one',
    );
  }
  if ((await files.size(file)) > LARGEST_STATISTICS) {
    throw problem(
      `The statistics are larger than ${LARGEST_STATISTICS / 1024 / 1024} MiB`,
      'Name a statistics.json that validate-data has written',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await files.read(file)));
  } catch (cause) {
    if (!(cause instanceof SyntaxError) && !(cause instanceof TypeError)) throw cause;
    throw problem('This is not JSON', 'Name a statistics.json that validate-data has written');
  }
  statisticsValidator ??= new Ajv2020({ strict: false }).compile(schemaOfStatistics);
  if (statisticsValidator(value) !== true) {
    const [error] = statisticsValidator.errors ?? [];
    throw problem(
      `These are no statistics: ${error?.instancePath || 'the file'} ${error?.message ?? 'is wrong'}`,
      'Name a statistics.json that validate-data has written',
    );
  }
  return value as StatisticsReport;
}
