import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { areNumbers, type Find, named, output, type Place, type Run, sizeOf } from './fast-call.ts';
import { gatherRows, sumSegments } from './fast-rows.ts';
import { filterGradient, poolGradient } from './fast-windows.ts';
import type { RecordedCall } from './recording.ts';
import { addressOf, allocator, type ReplayKernel } from './replay-kernel.ts';

const OPERATIONS = ['Add', 'Sub', 'Multiply', 'RealDiv'];

/** A faster way of a recorded call, null where there is none for its kernel or its shapes. */
export function findFastCall(
  call: RecordedCall,
  backend: BackendWasm,
  kernel: ReplayKernel,
): Run | null {
  return FAST[call.name]?.({ call, backend, kernel }) ?? null;
}

const FAST: Readonly<Record<string, Find>> = {
  ...Object.fromEntries(OPERATIONS.map((name, index) => [name, (place) => combine(place, index)])),
  BatchMatMul: multiply,
  _FusedMatMul: multiply,
  GreaterEqual: (place) => compare(place, true),
  LessEqual: (place) => compare(place, false),
  Select: choose,
  SplitV: split,
  Concat: concatenate,
  Sum: sumColumns,
  Tanh: tanh,
  LogicalAnd: both,
  GatherV2: gatherRows,
  UnsortedSegmentSum: sumSegments,
  MaxPoolGrad: poolGradient,
  Conv2DBackpropFilter: filterGradient,
};

function combine(place: Place, operation: number): Run | null {
  const { kernel } = place;
  const { a, b } = named<'a' | 'b'>(place);
  if (!areNumbers(a, b)) return null;
  const [countA, countB] = [sizeOf(a), sizeOf(b)];
  if (util.arraysEqual(a.shape, b.shape)) {
    return output(place, (to, at) => kernel.combine(operation, at(a), at(b), to, countA));
  }
  if (countB === 1) {
    return output(place, (to, at) =>
      kernel.combineWithNumber(operation, at(a), at(b), false, to, countA),
    );
  }
  if (countA === 1) {
    return output(place, (to, at) =>
      kernel.combineWithNumber(operation, at(b), at(a), true, to, countB),
    );
  }
  if (countB !== b.shape.at(-1) || countB !== a.shape.at(-1)) return null;
  return output(place, (to, at) =>
    kernel.combineWithRow(operation, at(a), at(b), to, countA / countB, countB),
  );
}

function compare(place: Place, isAtLeast: boolean): Run | null {
  const { a, b } = named<'a' | 'b'>(place);
  if (!areNumbers(a, b) || sizeOf(b) !== 1) return null;
  const count = sizeOf(a);
  return output(place, (to, at) =>
    place.kernel.compareWithNumber(isAtLeast, at(a), at(b), to, count),
  );
}

function tanh(place: Place): Run | null {
  const { x } = named<'x'>(place);
  if (!areNumbers(x)) return null;
  const count = sizeOf(x);
  return output(place, (to, at) => {
    place.kernel.copyBlock(at(x), count, to, count, 1, count);
    place.kernel.tanh(to, count);
  });
}

function both(place: Place): Run | null {
  const { a, b } = named<'a' | 'b'>(place);
  const areBytes = a.dtype === 'bool' && b.dtype === 'bool';
  if (!areBytes || !util.arraysEqual(a.shape, b.shape)) return null;
  const count = sizeOf(a);
  return output(place, (to, at) => place.kernel.both(at(a), at(b), to, count));
}

function choose(place: Place): Run | null {
  const { condition, t, e } = named<'condition' | 't' | 'e'>(place);
  if (!areNumbers(t, e) || condition.dtype !== 'bool') return null;
  if (!util.arraysEqual(condition.shape, t.shape) || !util.arraysEqual(t.shape, e.shape)) {
    return null;
  }
  const count = sizeOf(t);
  return output(place, (to, at) => place.kernel.choose(at(condition), at(t), at(e), to, count));
}

/** Of columns of matrices alone. */
function split(place: Place): Run | null {
  const { backend, call, kernel } = place;
  const { x } = named<'x'>(place);
  const [rows = 0, columns = 0] = x.shape;
  const widths = call.outputs.map(({ shape }) => shape[1] ?? 0);
  const isByColumn =
    x.shape.length === 2 &&
    call.outputs.every(({ shape }) => shape.length === 2 && shape[0] === rows) &&
    widths.reduce((sum, width) => sum + width, 0) === columns;
  if (!areNumbers(x) || !isByColumn) return null;
  return () => {
    const parts = widths.map((width) => backend.makeOutput([rows, width], 'float32'));
    let from = addressOf(backend, x);
    for (const [index, part] of parts.entries()) {
      const width = widths[index] as number;
      kernel.copyBlock(from, columns, addressOf(backend, part), width, rows, width);
      from += 4 * width;
    }
    return parts;
  };
}

function concatenate(place: Place): Run | null {
  const { call, kernel } = place;
  const parts = call.inputList;
  const [{ shape }] = call.outputs as [TensorInfo];
  const [rows = 0, columns = 0] = shape;
  const widths = parts.map((part) => part.shape[1] ?? 0);
  const isByColumn =
    shape.length === 2 &&
    parts.every((part) => part.shape.length === 2 && part.shape[0] === rows) &&
    widths.reduce((sum, width) => sum + width, 0) === columns;
  if (!areNumbers(...parts) || !isByColumn) return null;
  return output(place, (to, at) => {
    let place = to;
    for (const [index, part] of parts.entries()) {
      const width = widths[index] as number;
      kernel.copyBlock(at(part), width, place, columns, rows, width);
      place += 4 * width;
    }
  });
}

/** Over all but the last dimension. */
function sumColumns(place: Place): Run | null {
  const { x } = named<'x'>(place);
  const [{ shape }] = place.call.outputs as [TensorInfo];
  const { axis } = place.call.attributes as unknown as { axis: number | number[] };
  const axes = util.parseAxisParam(axis, x.shape);
  const rank = x.shape.length;
  if (!areNumbers(x) || rank < 2 || axes.length !== rank - 1 || axes.includes(rank - 1))
    return null;
  const columns = x.shape[rank - 1] as number;
  if (util.sizeFromShape(shape) !== columns) return null;
  const rows = sizeOf(x) / columns;
  return output(place, (to, at) => place.kernel.columnSums(at(x), to, rows, columns));
}

/** Of single matrices, with no activation; a bias is what the sums begin with, as XNNPACK has it. */
function multiply(place: Place): Run | null {
  const { backend, kernel } = place;
  const { a, b, bias } = named<'a' | 'b' | 'bias'>(place);
  const { transposeA, transposeB, activation } = place.call.attributes as unknown as {
    transposeA: boolean;
    transposeB: boolean;
    activation?: string;
  };
  if (!areNumbers(a, b) || !isMatrix(a) || !isMatrix(b)) return null;
  if (activation !== undefined && activation !== null && activation !== 'linear') return null;
  const [rowsOfB, columnsOfB] = b.shape.slice(-2) as [number, number];
  const [rowsOfA, columnsOfA] = a.shape.slice(-2) as [number, number];
  const [rows, inner] = transposeA ? [columnsOfA, rowsOfA] : [rowsOfA, columnsOfA];
  const columns = transposeB ? rowsOfB : columnsOfB;
  if (bias !== undefined && (!areNumbers(bias) || sizeOf(bias) !== columns)) return null;
  if (bias !== undefined && (transposeA || transposeB)) return null;
  const [rowStride, innerStride] = transposeA ? [1, rows] : [inner, 1];
  const { _malloc: allocate, _free: free } = allocator(backend);
  return output(place, (to, at) => {
    const panel = allocate(4 * (8 * inner + (transposeB ? inner * columns : 0))) >>> 0;
    let right = at(b);
    if (transposeB) {
      right = panel + 32 * inner;
      kernel.transpose(at(b), right, columns, inner);
    }
    kernel.matrixProduct(
      at(a),
      rowStride,
      innerStride,
      right,
      to,
      rows,
      inner,
      columns,
      bias === undefined ? 0 : at(bias),
      0,
      false,
      panel,
    );
    free(panel);
  });
}

function isMatrix({ shape }: TensorInfo): boolean {
  return shape.length >= 2 && util.sizeFromShape(shape.slice(0, -2)) === 1;
}
