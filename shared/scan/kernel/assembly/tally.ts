import { cellIsBig, cellValue, characters } from "./classify";
import { Column, INTEGER, NUMBER, ODD_DECIMAL_COMMA, TEXT, THOUSANDS_COMMA } from "./column";
import { addToSums, addToSumsTimes, reserveSums } from "./sums";

/** Adds cells to a column's statistics; their text was just classified (`cellValue` and `cellIsBig` are its). */

export function addTimes(
  column: Column,
  kind: u32,
  text: usize,
  length: u32,
  times: u32,
  odd: u32,
): void {
  const counter = changetype<usize>(column) + offsetof<Column>("kind0") + (kind << 3);
  store<u64>(counter, load<u64>(counter) + times);
  addLength(column, characters(text, length), times);
  if (kind == INTEGER || kind == NUMBER) {
    const value = cellValue;
    addToSumsTimes(column, reinterpret<u64>(value), times);
    if (value == 0) column.zeros += times;
    if (cellIsBig) column.bigIntegers += times;
    if (value < column.min) column.min = value;
    if (value > column.max) column.max = value;
  } else if (kind == TEXT) {
    if (odd & ODD_DECIMAL_COMMA) column.decimalCommas += times;
    if (odd & THOUSANDS_COMMA) column.thousandsCommas += times;
  }
}

@inline
export function addNumber(column: Column, kind: u32, value: f64, length: u32): void {
  if (kind == INTEGER) column.kind1++;
  else column.kind2++;
  addLength(column, length, 1);
  reserveSums(column, 1);
  addToSums(column, reinterpret<u64>(value));
  if (value == 0) column.zeros++;
  if (value < column.min) column.min = value;
  if (value > column.max) column.max = value;
}

@inline
export function addLength(column: Column, length: u32, times: u64): void {
  column.lengthTotal += <u64>length * times;
  if (length < column.lengthMin) column.lengthMin = length;
  if (length > column.lengthMax) column.lengthMax = length;
}
