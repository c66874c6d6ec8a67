import type { Configuration } from '../../shared/config/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  type DigestedFile,
  digestValue,
  identifyFiles,
  parseRunRecord,
  type RunRecord,
} from '../../shared/lineage/index.ts';
import type { AnyModel } from '../../shared/model-directory/index.ts';
import type { FilesPort, Ports } from '../../shared/platform/index.ts';

/** The run record of the output directory; null when there is none. */
export async function readRecord(
  files: FilesPort,
  outputDirectory: string,
): Promise<RunRecord | null> {
  const path = `${outputDirectory}/run.json`;
  if (!(await files.exists(path))) return null;
  return parseRunRecord(await files.readText(path), path);
}

/**
 * Makes sure that what is evaluated is what was trained: the model is the one of the run record, and it predicts the
 * label of the configuration. Throws a `UserError` otherwise.
 */
export function checkModel(
  model: AnyModel,
  record: RunRecord | null,
  configuration: Configuration,
): void {
  const { label } = model.transform;
  const training = record?.training;
  if (training !== undefined && training.modelDigest !== model.digest) {
    throw new UserError({
      what: `The model in ${model.path} is not the one that ${configuration.outputDirectory}/run.json tells of`,
      where: { file: `${configuration.outputDirectory}/run.json` },
      remedy: 'Run train-model again, so that the record and the model belong together',
    });
  }
  if (label.column !== configuration.data.label) {
    throw new UserError({
      what: `The model predicts "${label.column}", the configuration names "${configuration.data.label}" as the label`,
      where: { file: configuration.file },
      remedy: 'Run train-model again, or put data.label back',
    });
  }
}

/** What data that has changed since the training means for a split. A stratified one refuses it. */
const CHANGED_DATA = {
  hash: 'Added rows are safe: each row keeps its split. A row that was edited may have been trained on in its earlier form. Run train-model again to be sure.',
  file: 'Added rows and files are safe: each file keeps its split. A row that was moved from one file to another may have been trained on. Run train-model again to be sure.',
  time: 'Newer rows are safe: they move the split by time towards them. With older or edited rows the model may be judged on what it was trained on. Run train-model again to be sure.',
} as const;

/**
 * Makes sure that evaluation rows were not trained on. A row's split depends on the data and on data.split alone, so
 * with the data of the training an evaluation split of another size shows that data.split has changed since: a
 * `UserError`. With other data there is nothing to count by: a warning, and a `UserError` where added rows move others.
 */
export function checkSplit(
  evaluation: { readonly rows: number; readonly files: readonly string[] },
  digests: readonly DigestedFile[],
  record: RunRecord | null,
  configuration: Configuration,
  ports: Ports,
): void {
  const training = record?.training;
  if (training === undefined) return;
  const { splitDigest } = training;
  if (splitDigest !== undefined && splitDigest !== digestValue(configuration.data.split)) {
    throw new UserError({
      what: 'data.split has changed since the training: the model would be judged on rows that it was trained on',
      where: { file: configuration.file },
      remedy: 'Run train-model again, or put data.split back',
    });
  }
  const { split } = configuration.data;
  const key = (files: readonly DigestedFile[]) => identifyFiles(files, split).join('\n');
  if (key(training.data) !== key(digests)) {
    if (split.by === 'file') refuseMovedFiles(evaluation.files, digests, training.data);
    if (split.by === 'stratified') {
      throw new UserError({
        what: 'The data has changed since the training, and a stratified split moves rows when others are added: the model would be judged on rows that it was trained on',
        ...(digests[0] === undefined ? {} : { where: { file: digests[0].path } }),
        remedy: 'Run train-model again, or split by hash (data.split.by), which never moves a row',
      });
    }
    ports.annotations.add({
      level: 'warning',
      title: 'The data has changed since the training',
      message: CHANGED_DATA[split.by],
      ...(digests[0] === undefined ? {} : { file: digests[0].path }),
    });
    return;
  }
  if (training.examples.evaluation === evaluation.rows) return;
  throw new UserError({
    what: `data.split has changed since the training: the evaluation split had ${training.examples.evaluation} rows and has ${evaluation.rows} now, some of which the model was trained on`,
    where: { file: configuration.file },
    remedy: 'Run train-model again, or put data.split back',
  });
}

/** A file of the evaluation that had another name in the training may have trained then. */
function refuseMovedFiles(
  files: readonly string[],
  digests: readonly DigestedFile[],
  trained: readonly DigestedFile[],
): void {
  const problems = digests
    .filter(({ path }) => files.includes(path))
    .flatMap(({ path, sha256 }) => {
      const before = trained.filter((one) => one.sha256 === sha256);
      if (before.length === 0 || before.some((one) => one.path === path)) return [];
      return {
        what: `The file, by which the model would be judged, was ${before[0]?.path} in the training and may have been trained on`,
        where: { file: path },
        remedy: 'Run train-model again, or give the file back its name',
      };
    });
  if (problems.length > 0) throw new UserError(problems);
}
