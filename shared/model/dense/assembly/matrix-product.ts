// A product of matrices, in tiles of 4 rows and 8 columns: as many sums as the registers hold.

/** Rows and columns of a right matrix that is copied into panels: below, it stays in the first cache as it is. */
const PACKED_FROM: i32 = 4096;
/** Rows of the result from which the copy is worth its time. */
const PACKED_ROWS: i32 = 16;

@inline
function add(sum: v128, left: v128, right: v128): v128 {
  // Rounded twice, as there is no fused operation.
  return f32x4.add(sum, f32x4.mul(left, right));
}

/** `bias` 0: none. Of values that are no number relu makes none. */
@inline
function finish(sum: v128, bias: usize, relu: bool): v128 {
  if (bias != 0) sum = f32x4.add(sum, v128.load(bias));
  return relu ? v128.andnot(sum, f32x4.le(sum, f32x4.splat(0))) : sum;
}

@inline
function finishOne(sum: f32, bias: usize, relu: bool): f32 {
  if (bias != 0) sum += load<f32>(bias);
  return relu && sum <= 0 ? 0 : sum;
}

/**
 * result = left · right, `rows × columns`, summed over `inner` in its order, beginning with the row `start` (0: zeros); then
 * the row `bias` is added (0: none), and `relu` taken. An element of the left matrix is at `row · rowStride + inner ·
 * innerStride` numbers, so that it may stand transposed; one of the strides is 1. `panel`: room for `8 · inner` numbers.
 */
export function matrixProduct(
  left: usize,
  rowStride: u32,
  innerStride: u32,
  right: usize,
  result: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  start: usize,
  bias: usize,
  relu: bool,
  panel: usize,
): void {
  const rowBytes = <usize>rowStride << 2;
  const innerBytes = <usize>innerStride << 2;
  const width = <usize>columns << 2;
  const isPacked = rows >= PACKED_ROWS && columns > 8 && <i64>inner * columns > PACKED_FROM;
  let column: usize = 0;
  for (; column + 32 <= width; column += 32) {
    let from = right + column;
    let step = width;
    if (isPacked) {
      packPanel(from, step, panel, inner);
      from = panel;
      step = 32;
    }
    const startAt = start == 0 ? 0 : start + column;
    const biasAt = bias == 0 ? 0 : bias + column;
    let row = 0;
    for (; row + 4 <= rows; row += 4) {
      tileOf4By8(left + rowBytes * row, rowBytes, innerBytes, from, step, result + width * row + column, width, inner, startAt, biasAt, relu);
    }
    for (; row < rows; row++) {
      tileOf1By8(left + rowBytes * row, innerBytes, from, step, result + width * row + column, inner, startAt, biasAt, relu);
    }
  }
  for (; column + 16 <= width; column += 16) {
    const startAt = start == 0 ? 0 : start + column;
    const biasAt = bias == 0 ? 0 : bias + column;
    let row = 0;
    for (; row + 4 <= rows; row += 4) {
      tileOf4By4(left + rowBytes * row, rowBytes, innerBytes, right + column, width, result + width * row + column, width, inner, startAt, biasAt, relu);
    }
    for (; row < rows; row++) {
      tileOf1By4(left + rowBytes * row, innerBytes, right + column, width, result + width * row + column, inner, startAt, biasAt, relu);
    }
  }
  for (; column < width; column += 4) {
    const startAt = start == 0 ? 0 : start + column;
    const biasAt = bias == 0 ? 0 : bias + column;
    oneColumn(left, rowBytes, innerBytes, right + column, width, result + column, rows, inner, startAt, biasAt, relu);
  }
}

function packPanel(from: usize, step: usize, panel: usize, inner: i32): void {
  for (let index = 0; index < inner; index++) {
    v128.store(panel, v128.load(from));
    v128.store(panel, v128.load(from, 16), 16);
    panel += 32;
    from += step;
  }
}

function tileOf4By8(left: usize, rowBytes: usize, innerBytes: usize, right: usize, rightStep: usize, result: usize, width: usize, inner: i32, start: usize, bias: usize, relu: bool): void {
  let left1 = left + rowBytes;
  let left2 = left1 + rowBytes;
  let left3 = left2 + rowBytes;
  const first = start == 0 ? f32x4.splat(0) : v128.load(start);
  const second = start == 0 ? f32x4.splat(0) : v128.load(start, 16);
  let a0 = first, a1 = first, a2 = first, a3 = first;
  let b0 = second, b1 = second, b2 = second, b3 = second;
  for (let index = 0; index < inner; index++) {
    const low = v128.load(right);
    const high = v128.load(right, 16);
    const x0 = v128.load32_splat(left);
    a0 = add(a0, x0, low);
    b0 = add(b0, x0, high);
    const x1 = v128.load32_splat(left1);
    a1 = add(a1, x1, low);
    b1 = add(b1, x1, high);
    const x2 = v128.load32_splat(left2);
    a2 = add(a2, x2, low);
    b2 = add(b2, x2, high);
    const x3 = v128.load32_splat(left3);
    a3 = add(a3, x3, low);
    b3 = add(b3, x3, high);
    left += innerBytes;
    left1 += innerBytes;
    left2 += innerBytes;
    left3 += innerBytes;
    right += rightStep;
  }
  const highBias = bias == 0 ? 0 : bias + 16;
  v128.store(result, finish(a0, bias, relu));
  v128.store(result, finish(b0, highBias, relu), 16);
  result += width;
  v128.store(result, finish(a1, bias, relu));
  v128.store(result, finish(b1, highBias, relu), 16);
  result += width;
  v128.store(result, finish(a2, bias, relu));
  v128.store(result, finish(b2, highBias, relu), 16);
  result += width;
  v128.store(result, finish(a3, bias, relu));
  v128.store(result, finish(b3, highBias, relu), 16);
}

function tileOf1By8(left: usize, innerBytes: usize, right: usize, rightStep: usize, result: usize, inner: i32, start: usize, bias: usize, relu: bool): void {
  let low = start == 0 ? f32x4.splat(0) : v128.load(start);
  let high = start == 0 ? f32x4.splat(0) : v128.load(start, 16);
  for (let index = 0; index < inner; index++) {
    const x = v128.load32_splat(left);
    low = add(low, x, v128.load(right));
    high = add(high, x, v128.load(right, 16));
    left += innerBytes;
    right += rightStep;
  }
  v128.store(result, finish(low, bias, relu));
  v128.store(result, finish(high, bias == 0 ? 0 : bias + 16, relu), 16);
}

function tileOf4By4(left: usize, rowBytes: usize, innerBytes: usize, right: usize, rightStep: usize, result: usize, width: usize, inner: i32, start: usize, bias: usize, relu: bool): void {
  let left1 = left + rowBytes;
  let left2 = left1 + rowBytes;
  let left3 = left2 + rowBytes;
  const first = start == 0 ? f32x4.splat(0) : v128.load(start);
  let a0 = first, a1 = first, a2 = first, a3 = first;
  for (let index = 0; index < inner; index++) {
    const values = v128.load(right);
    a0 = add(a0, v128.load32_splat(left), values);
    a1 = add(a1, v128.load32_splat(left1), values);
    a2 = add(a2, v128.load32_splat(left2), values);
    a3 = add(a3, v128.load32_splat(left3), values);
    left += innerBytes;
    left1 += innerBytes;
    left2 += innerBytes;
    left3 += innerBytes;
    right += rightStep;
  }
  v128.store(result, finish(a0, bias, relu));
  v128.store(result + width, finish(a1, bias, relu));
  v128.store(result + 2 * width, finish(a2, bias, relu));
  v128.store(result + 3 * width, finish(a3, bias, relu));
}

function tileOf1By4(left: usize, innerBytes: usize, right: usize, rightStep: usize, result: usize, inner: i32, start: usize, bias: usize, relu: bool): void {
  let sum = start == 0 ? f32x4.splat(0) : v128.load(start);
  for (let index = 0; index < inner; index++) {
    sum = add(sum, v128.load32_splat(left), v128.load(right));
    left += innerBytes;
    right += rightStep;
  }
  v128.store(result, finish(sum, bias, relu));
}

/** A column of the result, four rows at a time: one sum after the other would wait for each addition. */
function oneColumn(left: usize, rowBytes: usize, innerBytes: usize, right: usize, width: usize, result: usize, rows: i32, inner: i32, start: usize, bias: usize, relu: bool): void {
  const first: f32 = start == 0 ? 0 : load<f32>(start);
  let row = 0;
  if (rowBytes == 4) {
    for (; row + 4 <= rows; row += 4) {
      let sums = f32x4.splat(first);
      let from = left + (<usize>row << 2);
      let value = right;
      for (let index = 0; index < inner; index++) {
        sums = add(sums, v128.load(from), v128.load32_splat(value));
        from += innerBytes;
        value += width;
      }
      storeColumn(result + width * row, width, sums, bias, relu);
    }
  } else {
    for (; row + 4 <= rows; row += 4) {
      let from0 = left + rowBytes * row;
      let from1 = from0 + rowBytes;
      let from2 = from1 + rowBytes;
      let from3 = from2 + rowBytes;
      let value = right;
      let a0 = first, a1 = first, a2 = first, a3 = first;
      for (let index = 0; index < inner; index++) {
        const factor = load<f32>(value);
        a0 += load<f32>(from0) * factor;
        a1 += load<f32>(from1) * factor;
        a2 += load<f32>(from2) * factor;
        a3 += load<f32>(from3) * factor;
        from0 += innerBytes;
        from1 += innerBytes;
        from2 += innerBytes;
        from3 += innerBytes;
        value += width;
      }
      storeColumn(result + width * row, width, f32x4(a0, a1, a2, a3), bias, relu);
    }
  }
  for (; row < rows; row++) {
    let sum = first;
    let from = left + rowBytes * row;
    let value = right;
    for (let index = 0; index < inner; index++) {
      sum += load<f32>(from) * load<f32>(value);
      from += innerBytes;
      value += width;
    }
    store<f32>(result + width * row, finishOne(sum, bias, relu));
  }
}

@inline
function storeColumn(result: usize, width: usize, sums: v128, bias: usize, relu: bool): void {
  store<f32>(result, finishOne(f32x4.extract_lane(sums, 0), bias, relu));
  store<f32>(result + width, finishOne(f32x4.extract_lane(sums, 1), bias, relu));
  store<f32>(result + 2 * width, finishOne(f32x4.extract_lane(sums, 2), bias, relu));
  store<f32>(result + 3 * width, finishOne(f32x4.extract_lane(sums, 3), bias, relu));
}
