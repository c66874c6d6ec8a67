/** A byte for each number: 1 where it is at least (`isAtLeast`) or at most the one at the address `number`. */
export function compareWithNumber(
  isAtLeast: bool,
  values: usize,
  number: usize,
  result: usize,
  count: i32,
): void {
  const bound = load<f32>(number);
  const end = result + <usize>count;
  for (; result < end; result++) {
    const value = load<f32>(values);
    store<u8>(result, u8(isAtLeast ? value >= bound : value <= bound));
    values += 4;
  }
}

/** result = condition ? left : right, number by number; the condition has a byte for each. */
export function choose(
  condition: usize,
  left: usize,
  right: usize,
  result: usize,
  count: i32,
): void {
  const end = result + ((<usize>count) << 2);
  for (; result < end; result += 4) {
    store<u32>(result, select(load<u32>(left), load<u32>(right), load<u8>(condition) != 0));
    condition++;
    left += 4;
    right += 4;
  }
}

/** A byte for each pair of bytes that are 0 or 1: 1 where both are. */
export function both(left: usize, right: usize, result: usize, count: i32): void {
  const end = result + <usize>count;
  for (; result + 16 <= end; result += 16) {
    v128.store(result, v128.and(v128.load(left), v128.load(right)));
    left += 16;
    right += 16;
  }
  for (; result < end; result++) {
    store<u8>(result, load<u8>(left) & load<u8>(right));
    left++;
    right++;
  }
}
