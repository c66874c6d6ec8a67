import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { noSuchRow } from '../kernels/index.ts';
import { areNumbers, named, output, type Place, type Run, sizeOf } from './fast-call.ts';

/** Rows of a table by their numbers. */
export function gatherRows(place: Place): Run | null {
  const { x, indices } = named<'x' | 'indices'>(place);
  const { axis, batchDims } = place.call.attributes as unknown as {
    axis: number;
    batchDims?: number;
  };
  const isTable = util.parseAxisParam(axis, x.shape)[0] === 0 && (batchDims ?? 0) === 0;
  if (!isTable || !areNumbers(x) || indices.dtype !== 'int32') return null;
  const [rows = 0] = x.shape;
  const [width, count] = [sizeOf(x) / rows, sizeOf(indices)];
  return output(place, (to, at) => {
    if (place.kernel.takeRows(at(x), at(indices), to, rows, width, count) === 0) {
      throw noSuchRow(rows);
    }
  });
}

/** The gradient of that by the table. */
export function sumSegments(place: Place): Run | null {
  const { x, segmentIds } = named<'x' | 'segmentIds'>(place);
  if (!areNumbers(x) || segmentIds.dtype !== 'int32') return null;
  const [{ shape }] = place.call.outputs as [TensorInfo];
  const [rows = 0] = shape;
  const count = sizeOf(segmentIds);
  const width = sizeOf(x) / count;
  return output(place, (to, at) =>
    place.kernel.addRows(at(x), at(segmentIds), to, rows, width, count),
  );
}
