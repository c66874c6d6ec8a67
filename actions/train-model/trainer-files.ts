import type { Configuration, Task } from '../../shared/config/index.ts';
import { type Column, cellText } from '../../shared/data/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { ROW_COLUMN, rowNumber } from '../../shared/evaluation/index.ts';
import { chooseColumns } from '../../shared/features/index.ts';
import type { FilesPort } from '../../shared/platform/index.ts';
import type { TrainingData } from './training-data.ts';

/** What a command finds and where it leaves its results; paths as `FilesPort` takes them. */
export interface TrainerFolder {
  readonly root: string;
  readonly train: string;
  readonly validation: string;
  readonly evaluation: string;
  readonly output: string;
  readonly model: string;
  /** Columns to learn from. */
  readonly features: readonly string[];
}

/** Rows are put together to pieces of about this many characters before they become bytes. */
const PIECE = 1 << 20;

/**
 * Lays out the data for a command in `root`: train.csv and validation.csv with the features and the label,
 * evaluation.csv with the features and the number of each row, and an empty output folder.
 */
export async function layOutTrainer(
  root: string,
  { data }: Configuration,
  { table, splits }: TrainingData,
  files: FilesPort,
): Promise<TrainerFolder> {
  const { label, features, ignore } = data;
  const chosen = new Set(
    chooseColumns(table, { label, ignore, ...(features === undefined ? {} : { features }) }).map(
      ({ name }) => name,
    ),
  );
  const own = table.columns.filter(({ name }) => chosen.has(name));
  const labelled = table.columns.filter(({ name }) => chosen.has(name) || name === label);
  if (chosen.has(ROW_COLUMN) || label === ROW_COLUMN) {
    throw new UserError({
      what: `The data has a column "${ROW_COLUMN}", and the rows to predict are numbered by that name`,
      ...(table.files[0] === undefined ? {} : { where: { file: table.files[0], line: 1 } }),
      remedy: 'Rename the column, or leave it out with data.ignore',
    });
  }
  const folder: TrainerFolder = {
    root,
    train: `${root}/train.csv`,
    validation: `${root}/validation.csv`,
    evaluation: `${root}/evaluation.csv`,
    output: `${root}/output`,
    model: `${root}/output/model`,
    features: own.map(({ name }) => name),
  };
  await files.remove(root);
  await files.writeAll([
    { path: folder.train, content: renderCsv(labelled, splits.train) },
    { path: folder.validation, content: renderCsv(labelled, splits.validation) },
    { path: folder.evaluation, content: renderCsv(own, splits.evaluation, rowNumber) },
  ]);
  await files.makeDirectory(folder.model);
  return folder;
}

/** The environment variables that tell a command of its files and its task. */
export function trainerEnvironment(
  folder: TrainerFolder,
  { data, training }: Configuration,
  task: Task,
  files: FilesPort,
): Record<string, string> {
  return {
    MLOPS_TRAIN: files.absolute(folder.train),
    MLOPS_VALIDATION: files.absolute(folder.validation),
    MLOPS_EVALUATION: files.absolute(folder.evaluation),
    MLOPS_OUTPUT: files.absolute(folder.output),
    MLOPS_LABEL: data.label,
    MLOPS_TASK: task,
    MLOPS_SEED: String(training.seed),
    // Python keeps what it prints until it ends, unless it is told not to.
    PYTHONUNBUFFERED: '1',
  };
}

/** CSV as RFC 4180 has it, with LF; a missing cell is empty. `numberOf` adds the number of each row as the first column. */
export function renderCsv(
  columns: readonly Column[],
  rows: Int32Array,
  numberOf?: (row: number) => number,
): Uint8Array {
  const names = columns.map(({ name }) => quote(name));
  let text = `${(numberOf === undefined ? names : [ROW_COLUMN, ...names]).join(',')}\n`;
  const pieces: Buffer[] = [];
  for (const row of rows) {
    if (numberOf !== undefined) text += `${numberOf(row)},`;
    // A line of one empty cell would be an empty line, which readers skip.
    const cells = columns.map((column) => quote(cellText(column, row) ?? ''));
    text += `${columns.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\n`;
    if (text.length < PIECE) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(text)]));
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
