// Operations: 0 add, 1 subtract, 2 multiply, 3 divide.

@inline
function lanes(operation: i32, left: v128, right: v128): v128 {
  if (operation == 0) return f32x4.add(left, right);
  if (operation == 1) return f32x4.sub(left, right);
  if (operation == 2) return f32x4.mul(left, right);
  return f32x4.div(left, right);
}

@inline
function single(operation: i32, left: f32, right: f32): f32 {
  if (operation == 0) return left + right;
  if (operation == 1) return left - right;
  if (operation == 2) return left * right;
  return left / right;
}

@inline
function pairs(operation: i32, left: usize, right: usize, result: usize, count: i32): void {
  const end = result + (<usize>count << 2);
  for (; result + 16 <= end; result += 16) {
    v128.store(result, lanes(operation, v128.load(left), v128.load(right)));
    left += 16;
    right += 16;
  }
  for (; result < end; result += 4) {
    store<f32>(result, single(operation, load<f32>(left), load<f32>(right)));
    left += 4;
    right += 4;
  }
}

/** result = left ∘ right, number by number. */
export function combine(operation: i32, left: usize, right: usize, result: usize, count: i32): void {
  if (operation == 0) pairs(0, left, right, result, count);
  else if (operation == 1) pairs(1, left, right, result, count);
  else if (operation == 2) pairs(2, left, right, result, count);
  else pairs(3, left, right, result, count);
}

@inline
function withNumber(operation: i32, values: usize, number: f32, isLeft: bool, result: usize, count: i32): void {
  const end = result + (<usize>count << 2);
  const numbers = f32x4.splat(number);
  for (; result + 16 <= end; result += 16) {
    const value = v128.load(values);
    v128.store(result, isLeft ? lanes(operation, numbers, value) : lanes(operation, value, numbers));
    values += 16;
  }
  for (; result < end; result += 4) {
    const value = load<f32>(values);
    store<f32>(result, isLeft ? single(operation, number, value) : single(operation, value, number));
    values += 4;
  }
}

/** result = values ∘ number, or number ∘ values where the number `isLeft`; the number is at the address `number`. */
export function combineWithNumber(operation: i32, values: usize, number: usize, isLeft: bool, result: usize, count: i32): void {
  const value = load<f32>(number);
  if (operation == 0) withNumber(0, values, value, isLeft, result, count);
  else if (operation == 1) withNumber(1, values, value, isLeft, result, count);
  else if (operation == 2) withNumber(2, values, value, isLeft, result, count);
  else withNumber(3, values, value, isLeft, result, count);
}

/** result = values ∘ row, the row of `width` numbers with each of so many rows. */
export function combineWithRow(operation: i32, values: usize, row: usize, result: usize, rows: i32, width: i32): void {
  const step = <usize>width << 2;
  for (let index = 0; index < rows; index++) {
    combine(operation, values, row, result, width);
    values += step;
    result += step;
  }
}

/** `rows` rows of `width` numbers, between matrices whose rows are `fromWidth` and `toWidth` numbers long. */
export function copyBlock(from: usize, fromWidth: i32, to: usize, toWidth: i32, rows: i32, width: i32): void {
  for (let row = 0; row < rows; row++) {
    memory.copy(to, from, <usize>width << 2);
    from += <usize>fromWidth << 2;
    to += <usize>toWidth << 2;
  }
}
