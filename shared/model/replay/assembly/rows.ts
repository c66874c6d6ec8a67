/** The rows of a table that `indices` (int32) name. Returns whether all of them are in the table. */
export function takeRows(
  table: usize,
  indices: usize,
  result: usize,
  rows: i32,
  width: i32,
  count: i32,
): bool {
  const bytes = (<usize>width) << 2;
  for (let index = 0; index < count; index++) {
    const row = load<i32>(indices + ((<usize>index) << 2));
    if (row < 0 || row >= rows) return false;
    memory.copy(result, table + bytes * row, bytes);
    result += bytes;
  }
  return true;
}

/** The reverse, as a sum: adds each row to that of `result` which `indices` (int32) name; rows out of range are left out. */
export function addRows(
  values: usize,
  indices: usize,
  result: usize,
  rows: i32,
  width: i32,
  count: i32,
): void {
  const bytes = (<usize>width) << 2;
  memory.fill(result, 0, bytes * rows);
  for (let index = 0; index < count; index++) {
    const row = load<i32>(indices + ((<usize>index) << 2));
    if (row < 0 || row >= rows) {
      values += bytes;
      continue;
    }
    let to = result + bytes * row;
    const end = to + bytes;
    for (; to + 16 <= end; to += 16) {
      v128.store(to, f32x4.add(v128.load(to), v128.load(values)));
      values += 16;
    }
    for (; to < end; to += 4) {
      store<f32>(to, load<f32>(to) + load<f32>(values));
      values += 4;
    }
  }
}
