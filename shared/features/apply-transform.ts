import type { Column, Table } from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import type { Matrix } from '../model/index.ts';
import { encodeArrays } from './arrays.ts';
import { indexCategories, MISSING } from './categories.ts';
import { requireColumn } from './columns.ts';
import { indexCrosses } from './crosses.ts';
import { encodeDates } from './dates.ts';
import { bucketOf } from './fit-buckets.ts';
import { addNoLogarithm } from './fit-number.ts';
import { indexHashes } from './hashing.ts';
import { encodeImages } from './images.ts';
import { clipValue, hasNoLogarithm, scalingOf } from './number-features.ts';
import { addTooLarge, visitNumbers } from './read-numbers.ts';
import { RowProblems } from './row-problems.ts';
import { encodeTexts } from './texts.ts';
import { encodeTokens } from './tokens.ts';
import {
  type BucketsTransform,
  type CategoryTransform,
  isCategoryTransform,
  isNumberTransform,
  type NumberTransform,
  type Transform,
} from './transform.ts';

/** Numbers in one matrix: 4 GiB of memory. Rows can be transformed in pieces. */
const MOST_NUMBERS = 2 ** 30;

/**
 * The input vectors of `rows`, in their order. Columns that the transform does not name may be there and are not read.
 * Throws a `UserError` for a column that is not there (nearest name), and with the first places for a cell that is
 * infinite, a word where the model reads a number or a date, −1 or less where it reads ln(1 + value), or
 * a list of another length where it reads an array.
 */
export function applyTransform(transform: Transform, table: Table, rows: Int32Array): Matrix {
  const columns = transform.width;
  if (rows.length * columns > MOST_NUMBERS) {
    throw new UserError({
      what: `${rows.length} rows of ${columns} numbers are more than fit in memory`,
      remedy: 'Use fewer rows, or leave columns with many categories out with data.ignore',
    });
  }
  const data = new Float32Array(rows.length * columns);
  const problems = new RowProblems(table);
  for (const feature of transform.features) {
    if (isCategoryTransform(feature)) {
      encodeIds(indexIds(feature, table), feature.offset, rows, data, columns);
      continue;
    }
    const places = { data, stride: columns, offset: feature.offset };
    if (feature.kind === 'array') {
      encodeArrays(feature, table, rows, places, problems);
      continue;
    }
    const column = requireColumn(table, feature.column, 'feature');
    if (isNumberTransform(feature)) scaleNumbers(feature, column, rows, data, columns, problems);
    else if (feature.kind === 'quantile-buckets') {
      encodeBuckets(feature, column, rows, data, columns, problems);
    } else if (feature.kind === 'text') {
      encodeTexts(feature, column, rows, places);
    } else if (feature.kind === 'image') encodeImages(feature, table, rows, places);
    else if (feature.kind === 'tokens') {
      encodeTokens(feature, column, rows, places);
    } else encodeDates(feature, column, rows, data, columns, problems);
  }
  problems.throwIfAny();
  return { data, rows: rows.length, columns };
}

function scaleNumbers(
  feature: NumberTransform,
  column: Column,
  rows: Int32Array,
  data: Float32Array,
  stride: number,
  problems: RowProblems,
): void {
  const { logarithm, centre, spread } = scalingOf(feature);
  visitNumbers(column, rows, problems, (row, value, place) => {
    const target = place * stride + feature.offset;
    if (Number.isNaN(value)) {
      data[target + 1] = 1;
      return;
    }
    const clipped = clipValue(feature.clip, value);
    const scaled = Math.fround(((logarithm ? Math.log1p(clipped) : clipped) - centre) / spread);
    if (logarithm && hasNoLogarithm(clipped)) {
      addNoLogarithm(problems, row, column.name, value);
    } else if (!Number.isFinite(value) || !Number.isFinite(scaled)) {
      addTooLarge(problems, row, column.name, value);
    }
    data[target] = scaled;
  });
}

function encodeBuckets(
  feature: BucketsTransform,
  column: Column,
  rows: Int32Array,
  data: Float32Array,
  stride: number,
  problems: RowProblems,
): void {
  const boundaries = Float32Array.from(feature.boundaries);
  visitNumbers(column, rows, problems, (row, value, place) => {
    const missing = Number.isNaN(value);
    if (!missing && !Number.isFinite(Math.fround(value))) {
      addTooLarge(problems, row, column.name, value);
    }
    const bucket = missing ? boundaries.length + 1 : bucketOf(boundaries, value);
    data[place * stride + feature.offset + bucket] = 1;
  });
}

function encodeIds(
  idOf: (row: number) => number,
  offset: number,
  rows: Int32Array,
  data: Float32Array,
  stride: number,
): void {
  let start = offset;
  for (const row of rows) {
    data[start + idOf(row)] = 1;
    start += stride;
  }
}

/** Gives the id of a row's value: its place in the feature's part of the vector. Throws as `applyTransform` for columns. */
export function indexIds(feature: CategoryTransform, table: Table): (row: number) => number {
  if (feature.kind === 'cross') return indexCrosses(feature, table);
  const column = requireColumn(table, feature.column, 'feature');
  if (feature.kind === 'hashing') return indexHashes(feature.buckets, column);
  const { vocabulary } = feature;
  const placeOf = indexCategories(vocabulary, column);
  return (row) => {
    const place = placeOf(row);
    return place === MISSING ? vocabulary.length + 1 : place;
  };
}
