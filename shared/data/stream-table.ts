import type { DataConfiguration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import { CELL, isNumeric, type Row } from '../scan/index.ts';
import { type ReadProgress, scanRows } from './scan-rows.ts';
import type { Column, Table } from './table.ts';
import { TableBuilder } from './table-builder.ts';

/** Cells of a piece: a few MB, so that what is done with each piece costs more than its beginning. */
const PIECE_CELLS = 2 ** 20;
const PIECE_ROWS = 65_536;

/** What one pass over a data set tells, which a table in memory would tell of itself. */
export interface DataSurvey {
  readonly rowCount: number;
  readonly columns: readonly SurveyedColumn[];
  readonly files: readonly string[];
  readonly digests: readonly DigestedFile[];
}

export interface SurveyedColumn {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Whether every present number is whole. */
  readonly integers: boolean;
}

export interface StreamOptions {
  readonly progress?: (read: ReadProgress) => void;
  /** Cells that are in memory at once; left out: about a million. */
  readonly pieceCells?: number;
}

/**
 * The columns of a data set of any size, of the kinds that `readTable` gives them. Throws a `UserError` as `scanRows`
 * does.
 */
export async function surveyData(
  files: FilesPort,
  data: DataConfiguration,
  { progress }: StreamOptions = {},
): Promise<DataSurvey> {
  const kinds: KindOfColumn[] = [];
  const onRow = (row: Row) => {
    while (kinds.length < row.texts.length) kinds.push(new KindOfColumn());
    for (const [index, kind] of kinds.entries()) kind.add(row, index);
  };
  const { columns, ...scanned } = await scanRows(files, data, onRow, {
    mostCells: Number.POSITIVE_INFINITY,
    ...(progress === undefined ? {} : { progress }),
  });
  return {
    rowCount: scanned.rowCount,
    files: scanned.files,
    digests: scanned.digests,
    columns: columns.map((name, index) => ({
      name,
      kind: kinds[index]?.isCategorical === true ? 'categorical' : 'numeric',
      integers: kinds[index]?.integers ?? true,
    })),
  };
}

class KindOfColumn {
  integers = true;
  #hasText = false;
  #hasNumber = false;
  #hasFinite = false;

  /** Like `TableBuilder`: `nan` and infinities are numbers only beside a finite one. */
  get isCategorical(): boolean {
    return this.#hasText || (this.#hasNumber && !this.#hasFinite);
  }

  add(row: Row, index: number): void {
    const kind = row.kinds[index] ?? CELL.missing;
    if (kind === CELL.missing) return;
    if (!isNumeric(kind)) {
      this.#hasText = true;
      return;
    }
    const value = row.numbers[index] ?? Number.NaN;
    this.#hasNumber = true;
    if (Number.isFinite(value)) this.#hasFinite = true;
    if (!Number.isNaN(value) && !Number.isInteger(value)) this.integers = false;
  }
}

/**
 * Reads a data set again, in pieces: tables of some rows in order, with the columns of the survey, of which `onPiece`
 * may keep nothing but what it copies. `first` is the row of the data set that a piece begins with.
 *
 * Throws a `UserError` when the files are no longer those of the survey; what pieces told is then worth nothing.
 */
export async function readPieces(
  files: FilesPort,
  data: DataConfiguration,
  survey: DataSurvey,
  onPiece: (piece: Table, first: number) => void,
  { progress, pieceCells = PIECE_CELLS }: StreamOptions = {},
): Promise<void> {
  const { columns } = survey;
  const categorical = new Set(
    columns.flatMap(({ kind }, index) => (kind === 'categorical' ? [index] : [])),
  );
  const pieceRows = Math.min(PIECE_ROWS, Math.max(1, Math.floor(pieceCells / columns.length)));
  let builder = new TableBuilder(categorical);
  let first = 0;
  let rowCount = 0;
  const give = () => {
    if (rowCount === 0) return;
    const names = columns.map(({ name }) => name);
    const built = builder.build({ columns: names, files: survey.files, digests: [], rowCount });
    onPiece(completePiece(built, columns), first);
    first += rowCount;
    rowCount = 0;
    builder = new TableBuilder(categorical);
  };
  const again = await scanRows(
    files,
    data,
    (row) => {
      // What the survey has not seen is told below, by the digests.
      if (row.texts.length > columns.length) return;
      builder.add(row);
      if (++rowCount === pieceRows) give();
    },
    {
      mostCells: Number.POSITIVE_INFINITY,
      ...(progress === undefined ? {} : { progress }),
    },
  );
  refuseOtherFiles(survey, again.digests);
  give();
}

/** Columns that no row of the piece has come to yet are missing in all of them. */
function completePiece(piece: Table, columns: readonly SurveyedColumn[]): Table {
  return {
    ...piece,
    columns: columns.map(({ name, kind, integers }, index): Column => {
      const column = piece.columns[index];
      if (kind === 'numeric') {
        if (column?.kind === 'numeric') return { ...column, integers };
        const values = new Float64Array(piece.rowCount).fill(Number.NaN);
        return { kind, name, values, integers };
      }
      if (column?.kind === 'categorical') return column;
      return { kind, name, codes: new Int32Array(piece.rowCount).fill(-1), vocabulary: [] };
    }),
  };
}

function refuseOtherFiles({ digests }: DataSurvey, now: readonly DigestedFile[]): void {
  const changed = digests.find(
    ({ path, sha256 }, index) => now[index]?.path !== path || now[index]?.sha256 !== sha256,
  );
  const file = changed ?? now[digests.length];
  if (file === undefined) return;
  throw new UserError({
    what: 'The data changed while it was read: a file is another one, or there are more or fewer',
    where: { file: file.path },
    remedy: 'Run this again when nothing writes to the data',
  });
}
