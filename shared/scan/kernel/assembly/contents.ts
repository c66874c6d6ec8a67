import { allocateZeroed, release } from "./memory";
import { placeOf } from "./values";

/** Distinct rows by the hash of their cells: those below a threshold that falls as they get more. */

const FIRST_BITS: u32 = 8;
const CONTENT_SHIFT: u32 = 5;

@unmanaged
class Content {
  hash: u64;
  /** 0: no content. */
  count: u64;
  firstFile: u32;
  firstLine: u32;
  secondFile: u32;
  secondLine: u32;
}

let mostContents: u32 = 0;
let table: usize = 0;
let bits: u32 = 0;
export let contents: u32 = 0;
export let contentLevel: u32 = 0;
export let contentThreshold: u64 = u64.MAX_VALUE;

export function startContents(most: u32): void {
  mostContents = most;
  bits = FIRST_BITS;
  table = allocateZeroed(1 << (bits + CONTENT_SHIFT));
}

export function contentTable(): usize {
  return table;
}

export function contentTableEnd(): usize {
  return table + (<u32>1 << (bits + CONTENT_SHIFT));
}

@inline
function find(hash: u64): Content {
  const mask = ((<u32>1 << bits) - 1) << CONTENT_SHIFT;
  let at = (placeOf(hash) >> (32 - bits)) << CONTENT_SHIFT;
  let content = changetype<Content>(table + at);
  while (content.count != 0 && content.hash != hash) {
    at = (at + (1 << CONTENT_SHIFT)) & mask;
    content = changetype<Content>(table + at);
  }
  return content;
}

/** Where the content of a hash is that has one. */
export function contentAt(hash: u64): usize {
  return changetype<usize>(find(hash));
}

/** `hash` is not above the threshold. Rows come by file and line. */
export function addContent(hash: u64, file: u32, line: u32): void {
  const content = find(hash);
  const count = content.count++;
  if (count == 1) {
    content.secondFile = file;
    content.secondLine = line;
  }
  if (count != 0) return;
  content.hash = hash;
  content.firstFile = file;
  content.firstLine = line;
  contents++;
  while (contents > mostContents) {
    contentThreshold -= contentThreshold >> 2;
    contentLevel++;
    move(bits);
  }
  if (contents * 2 > <u32>1 << bits) move(bits + 1);
}

/** Puts what is below the threshold in a table of 2^newBits. */
function move(newBits: u32): void {
  const old = table;
  const oldBytes = <u32>1 << (bits + CONTENT_SHIFT);
  bits = newBits;
  table = allocateZeroed(1 << (bits + CONTENT_SHIFT));
  contents = 0;
  for (let at = old; at < old + oldBytes; at += 1 << CONTENT_SHIFT) {
    const content = changetype<Content>(at);
    if (content.count == 0 || content.hash > contentThreshold) continue;
    const to = changetype<usize>(find(content.hash));
    v128.store(to, v128.load(at));
    v128.store(to, v128.load(at, 16), 16);
    contents++;
  }
  release(old, oldBytes);
}
