import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { isUserError, type Problem, UserError } from '../errors/index.ts';
import {
  decodeImage,
  ImageFault,
  type ImageSize,
  LARGEST_IMAGE_FILE,
  resizeImage,
} from '../images/index.ts';
import type { DigestedFile } from '../lineage/index.ts';
import type { FilesPort } from '../platform/index.ts';
import type { ImagePixels, Table } from './table.ts';

/** A column whose cells are paths of images, and the size in which they are wanted. */
export interface ImageRequest extends ImageSize {
  readonly column: string;
  /** False where the images decide nothing of the model that is recorded; left out: true. */
  readonly digested?: boolean;
}

/** Numbers of all images of a column: 1 GiB. */
const MOST_NUMBERS = 2 ** 28;

/** Places listed for images that can't be read. */
const MOST_PROBLEMS = 10;

/**
 * Reads the images that a column of the table names, relative to the folder of each row's data file. Throws a `UserError`
 * with the first places for a path that leads elsewhere and an image that is not there, too large or damaged.
 * `progress` is called after each image of a column.
 */
export async function readImages(
  files: FilesPort,
  table: Table,
  requests: readonly ImageRequest[],
  progress?: (read: number, total: number) => void,
): Promise<{ readonly images: ImagePixels[]; readonly digests: DigestedFile[] }> {
  const images: ImagePixels[] = [];
  const digests: DigestedFile[] = [];
  for (const request of requests) {
    const read = await readColumn(files, table, request, progress);
    if (read === null) continue;
    images.push(read.pixels);
    if (request.digested !== false) digests.push(read.digest);
  }
  return { images, digests };
}

/** Null for a column that is not there or holds no texts: who encodes it says so. */
async function readColumn(
  files: FilesPort,
  table: Table,
  request: ImageRequest,
  progress?: (read: number, total: number) => void,
) {
  const column = table.columns.find(({ name }) => name === request.column);
  if (column?.kind !== 'categorical') return null;
  const { height, width, channels } = request;
  const { paths, ofRow, firstRow } = listPaths(table, column.name, column.codes, column.vocabulary);
  const size = height * width * channels;
  if (paths.length * size > MOST_NUMBERS) {
    throw new UserError({
      what: `${paths.length} images of ${height} × ${width} × ${channels} numbers in column "${column.name}" are more than fit in memory`,
      remedy: 'Ask for a smaller size, or use fewer rows',
    });
  }
  const data = new Float32Array(paths.length * size);
  const problems: Problem[] = [];
  const lines: string[] = [];
  let bytes = 0;
  for (const [index, path] of paths.entries()) {
    try {
      const content = await readBounded(files, path);
      resizeImage(decodeImage(content), request, data, index * size);
      lines.push(`${createHash('sha256').update(content).digest('hex')}  ${path}\n`);
      bytes += content.byteLength;
    } catch (error) {
      if (!(error instanceof ImageFault) && !isUserError(error)) throw error;
      problems.push(problemOf(table, firstRow[index] as number, path, error));
      if (problems.length === MOST_PROBLEMS) break;
    }
    progress?.(index + 1, paths.length);
  }
  if (problems.length > 0) throw new UserError(problems);
  const sha256 = createHash('sha256').update(lines.sort().join('')).digest('hex');
  return {
    pixels: { column: column.name, height, width, channels, ofRow, data },
    digest: { path: `images of the column ${JSON.stringify(column.name)}`, bytes, sha256 },
  };
}

/** Each image once, with the first row that names it; −1 for rows without one. */
function listPaths(
  table: Table,
  column: string,
  codes: Int32Array,
  vocabulary: readonly string[],
): { readonly paths: string[]; readonly ofRow: Int32Array; readonly firstRow: number[] } {
  const places = new Map<string, number>();
  const firstRow: number[] = [];
  const ofRow = new Int32Array(table.rowCount).fill(-1);
  const problems: Problem[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const cell = vocabulary[codes[row] as number];
    if (cell === undefined) continue;
    const path = resolveImage(table.files[table.fileOfRow[row] as number] ?? '', cell);
    if (path === null) {
      problems.push({
        what: `The path "${cell}" in column "${column}" leads out of the workspace`,
        where: placeOf(table, row),
        remedy: 'Write paths relative to the folder of the data file, within the workspace',
      });
      if (problems.length === MOST_PROBLEMS) break;
      continue;
    }
    let place = places.get(path);
    if (place === undefined) {
      place = places.size;
      places.set(path, place);
      firstRow.push(row);
    }
    ofRow[row] = place;
  }
  if (problems.length > 0) throw new UserError(problems);
  return { paths: [...places.keys()], ofRow, firstRow };
}

/** Null for a path that leaves the workspace, or for data outside of it the folder of the data. */
function resolveImage(dataFile: string, cell: string): string | null {
  const relative = cell.replaceAll('\\', '/');
  if (relative.includes('\0') || relative.startsWith('/') || /^[A-Za-z]:/.test(relative))
    return null;
  const folder = posix.dirname(dataFile.replaceAll('\\', '/'));
  const path = posix.join(folder, relative);
  const isOutside = path === '..' || path.startsWith('../') || posix.isAbsolute(path);
  return isOutside && !path.startsWith(`${posix.normalize(folder)}/`) ? null : path;
}

async function readBounded(files: FilesPort, path: string): Promise<Uint8Array> {
  const size = await files.size(path);
  if (size > LARGEST_IMAGE_FILE) {
    throw new ImageFault(`has ${size} bytes, more than ${LARGEST_IMAGE_FILE}`);
  }
  return await files.read(path);
}

function problemOf(table: Table, row: number, path: string, error: Error): Problem {
  const fault = isUserError(error) ? (error.problems[0]?.what ?? error.message) : error.message;
  return {
    what:
      error instanceof ImageFault
        ? `The image ${path} ${fault}`
        : `The image ${path} can't be read: ${fault}`,
    where: placeOf(table, row),
    remedy: 'Correct the row, or put a PNG or JPEG there',
  };
}

function placeOf(table: Table, row: number) {
  return {
    file: table.files[table.fileOfRow[row] as number] ?? '',
    line: table.lineOfRow[row] ?? 1,
  };
}
