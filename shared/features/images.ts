import type { FeatureConfiguration, ImageFeatureConfiguration } from '../config/index.ts';
import type { Column, ImageRequest, Table } from '../data/index.ts';
import { UserError } from '../errors/index.ts';
import type { VectorPlaces } from './arrays.ts';
import { isMissing } from './categories.ts';
import { requireColumn } from './columns.ts';
import { type DroppedColumn, noValue } from './dropped.ts';
import { locationOfHeader } from './row-problems.ts';
import { refuseNumbers } from './texts.ts';
import type { ImageTransform, Transform } from './transform.ts';

/** The images that a table needs before the transform of these features is fitted. */
export function imagesAsked(features: readonly FeatureConfiguration[]): ImageRequest[] {
  return features
    .filter((feature) => feature.kind === 'image')
    .map(({ column, height, width, channels }) => ({ column, height, width, channels }));
}

/** The images that a table needs before the transform is applied. */
export function imagesOf({ features }: Transform): ImageRequest[] {
  return features
    .filter((feature) => feature.kind === 'image')
    .map(({ column, shape: [height, width, channels] }) => ({ column, height, width, channels }));
}

/** Learns nothing but whether there are images. Throws a `UserError` for a column of numbers. */
export function fitImage(
  rows: Int32Array,
  column: Column,
  offset: number,
  { height, width, channels, where }: Omit<ImageFeatureConfiguration, 'kind' | 'column'>,
): ImageTransform | DroppedColumn {
  if (rows.every((row) => isMissing(column, row))) return noValue(column.name);
  refuseNumbers('image', column, where);
  const shape = [height, width, channels] as const;
  return { kind: 'image', column: column.name, offset, width: height * width * channels, shape };
}

/** Copies the pixels of `rows`, which were read with the table. Throws a `UserError` for a column of numbers. */
export function encodeImages(
  { column, shape: [height, width, channels], width: size }: ImageTransform,
  table: Table,
  rows: Int32Array,
  { data, stride, offset }: VectorPlaces,
): void {
  const { images = [] } = table;
  const read = images.find(
    (one) =>
      one.column === column &&
      one.height === height &&
      one.width === width &&
      one.channels === channels,
  );
  if (read === undefined) {
    // A later file may have no image at all: its column reads as numbers without a value.
    const own = requireColumn(table, column, 'feature');
    if (rows.every((row) => isMissing(own, row))) return;
    if (own.kind === 'numeric') {
      throw new UserError({
        what: `Column "${column}" holds numbers where the model reads paths of images`,
        ...locationOfHeader(table),
        remedy: 'Write paths of PNG or JPEG files, relative to the folder of the data file',
      });
    }
    throw new Error(`the images of the column ${column} were not read`);
  }
  for (const [place, row] of rows.entries()) {
    const image = read.ofRow[row] as number;
    if (image < 0) continue;
    data.set(read.data.subarray(image * size, (image + 1) * size), place * stride + offset);
  }
}

/** The images of `rows` one after the other. */
export function readImageVectors(
  feature: ImageTransform,
  table: Table,
  rows: Int32Array,
): Float32Array {
  const data = new Float32Array(rows.length * feature.width);
  encodeImages(feature, table, rows, { data, stride: feature.width, offset: 0 });
  return data;
}
