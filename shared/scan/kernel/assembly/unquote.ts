import { QUOTE } from "./csv-index";
import { allocate, release } from "./memory";

let scratch: usize = 0;
let scratchBytes: u32 = 0;

/** Of the text that was unquoted last. */
export let unquotedLength: u32 = 0;

/** Where the text of a quoted cell stands, of `unquotedLength`: doubled quotes are one. Valid until the next call. */
export function unquote(cell: usize, cellLength: u32): usize {
  const start = cell + 1;
  const end = cell + cellLength - 1;
  const length = cellLength - 2;
  unquotedLength = length;
  let at = start;
  const quotes = i8x16.splat(<i8>QUOTE);
  for (; at < end; at += 16) {
    let found = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), quotes));
    if (end - at < 16) found &= ((<u32>1) << <u32>(end - at)) - 1;
    if (found != 0) break;
  }
  if (at >= end) return start;
  if (scratchBytes < length + 16) {
    if (scratchBytes != 0) release(scratch, scratchBytes);
    scratchBytes = length + 16;
    scratch = allocate(scratchBytes);
  }
  let out = scratch;
  for (at = start; at < end; at++) {
    const byte = <u32>load<u8>(at);
    store<u8>(out++, byte);
    if (byte == QUOTE) at++;
  }
  unquotedLength = <u32>(out - scratch);
  return scratch;
}
