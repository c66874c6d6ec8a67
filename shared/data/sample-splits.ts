import type { DataConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import { SeededRandom } from '../numeric/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { MOST_CELLS } from './limits.ts';
import { RowPicker } from './row-picker.ts';
import type { RowSplits } from './row-splits.ts';
import type { ReadProgress } from './scan-rows.ts';
import { openSplitter } from './split-table.ts';
import { type DataSurvey, readPieces, surveyData } from './stream-table.ts';
import type { Table } from './table.ts';

const SPLIT_NAMES = ['train', 'validation', 'evaluation'] as const;

/** Of the draws that take a row into a sample: a row's luck does not change with `training.seed`. */
const SAMPLE_SEED = 1;

/** Of a sample, 64 MiB of numbers: fewer rows are drawn where they have many columns. */
const SAMPLE_CELLS = 2 ** 23;

/** Rows of a data set that need not fit in memory. */
export interface SplitSample {
  /** The rows that were taken, in the order of the data. */
  readonly table: Table;
  /** Rows of `table`. */
  readonly splits: RowSplits;
  /** Rows of the whole data set. */
  readonly examples: Readonly<Record<keyof RowSplits, number>>;
  readonly survey: DataSurvey;
}

export interface SampleOptions {
  /**
   * Rows of each split, about, fewer where they have many columns; as many as there are where the data set has no more rows
   * than that in all. Infinite: all of them.
   */
  readonly most: Readonly<Record<keyof RowSplits, number>>;
  /** Columns of the table; left out: all. */
  readonly columns?: ReadonlySet<string>;
  /** Called with every piece and its splits. */
  readonly onPiece?: (piece: Table, splits: RowSplits) => void;
  /** Called when the data has been read for the first and the second time. */
  readonly reading?: Progress;
  readonly splitting?: Progress;
}

interface Progress {
  readonly progress: (read: ReadProgress) => void;
  readonly done: () => void;
}

/**
 * Reads a data set of any size in two passes: which columns there are, then the split of each row, and takes a random sample
 * of each split into memory. Splits depend on each row alone (`openSplitter`). Throws a `UserError` as
 * `readPieces` does, and when the rows asked for don't fit in memory.
 */
export async function sampleSplits(
  files: FilesPort,
  data: DataConfiguration,
  { most, columns, onPiece, reading, splitting }: SampleOptions,
): Promise<SplitSample> {
  const survey = await surveyData(files, data, reading);
  reading?.done();
  const splitPiece = await openSplitter(files, data.split);
  const random = new SeededRandom(SAMPLE_SEED, 'sample');
  const sample = new RowPicker();
  const examples = { train: 0, validation: 0, evaluation: 0 };
  const taken: Record<keyof RowSplits, number[]> = { train: [], validation: [], evaluation: [] };
  const isKept = ({ name }: { readonly name: string }) => columns?.has(name) ?? true;
  const mostSampled = Math.floor(SAMPLE_CELLS / Math.max(1, survey.columns.filter(isKept).length));
  const draw = (rows: Int32Array, asked: number): Int32Array => {
    const count = Number.isFinite(asked) ? Math.min(asked, mostSampled) : asked;
    if (count >= survey.rowCount) return rows;
    return count === 0
      ? new Int32Array()
      : rows.filter(() => random.uniform() * survey.rowCount < count);
  };
  await readPieces(
    files,
    data,
    survey,
    (piece) => {
      const splits = splitPiece(piece);
      onPiece?.(piece, splits);
      const splitOf = new Map<number, keyof RowSplits>();
      for (const name of SPLIT_NAMES) {
        examples[name] += splits[name].length;
        for (const row of draw(splits[name], most[name])) splitOf.set(row, name);
      }
      const rows = Int32Array.from(splitOf.keys()).sort();
      for (const [index, row] of rows.entries())
        taken[splitOf.get(row) as keyof RowSplits].push(sample.rowCount + index);
      const kept = piece.columns.filter(isKept);
      sample.add({ ...piece, columns: kept }, rows);
      if (sample.rowCount * kept.length > MOST_CELLS) throw tooManyRows(survey);
    },
    splitting,
  );
  splitting?.done();
  const { train, validation, evaluation } = taken;
  return {
    table: sample.toTable(),
    splits: {
      train: Int32Array.from(train),
      validation: Int32Array.from(validation),
      evaluation: Int32Array.from(evaluation),
    },
    examples,
    survey,
  };
}

function tooManyRows({ files }: DataSurvey): UserError {
  return new UserError({
    what: `The rows that have to be in memory have more than ${MOST_CELLS} cells`,
    ...(files[0] === undefined ? {} : { where: { file: files[0] } }),
    remedy: 'Make data.split.fractions.evaluation smaller, or leave columns out of the file',
  });
}
