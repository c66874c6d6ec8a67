/** result[column · rows + row] = matrix[row · columns + column]. */
export function transpose(matrix: usize, result: usize, rows: i32, columns: i32): void {
  const step = <usize>rows << 2;
  for (let row = 0; row < rows; row++) {
    let to = result + (<usize>row << 2);
    for (let column = 0; column < columns; column++) {
      store<f32>(to, load<f32>(matrix));
      matrix += 4;
      to += step;
    }
  }
}

/** The sum of each column, from the first row to the last. */
export function columnSums(matrix: usize, result: usize, rows: i32, columns: i32): void {
  const width = <usize>columns << 2;
  let column: usize = 0;
  for (; column + 16 <= width; column += 16) {
    let sums = f32x4.splat(0);
    let from = matrix + column;
    for (let row = 0; row < rows; row++) {
      sums = f32x4.add(sums, v128.load(from));
      from += width;
    }
    v128.store(result + column, sums);
  }
  for (; column < width; column += 4) {
    let sum: f32 = 0;
    let from = matrix + column;
    for (let row = 0; row < rows; row++) {
      sum += load<f32>(from);
      from += width;
    }
    store<f32>(result + column, sum);
  }
}

/** result = left · right, number by number; it may be one of them. */
export function multiply(left: usize, right: usize, result: usize, count: u32): void {
  const end = result + (<usize>count << 2);
  for (; result + 16 <= end; result += 16) {
    v128.store(result, f32x4.mul(v128.load(left), v128.load(right)));
    left += 16;
    right += 16;
  }
  for (; result < end; result += 4) {
    store<f32>(result, load<f32>(left) * load<f32>(right));
    left += 4;
    right += 4;
  }
}

/** gradient += l2 · 2 · weight. */
export function addPenalty(gradient: usize, weights: usize, count: u32, l2: f32): void {
  const end = gradient + (<usize>count << 2);
  const factor = f32x4.splat(l2);
  for (; gradient + 16 <= end; gradient += 16) {
    const doubled = f32x4.mul(v128.load(weights), f32x4.splat(2));
    v128.store(gradient, f32x4.add(v128.load(gradient), f32x4.mul(factor, doubled)));
    weights += 16;
  }
  for (; gradient < end; gradient += 4) {
    store<f32>(gradient, load<f32>(gradient) + l2 * (load<f32>(weights) * 2));
    weights += 4;
  }
}
