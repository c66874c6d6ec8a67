import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });

// shared/scan/parallel/worker.ts
import { parentPort, workerData } from "node:worker_threads";

// shared/scan/kernel/csv-kernel-scanner.ts
import { isUtf8 as isUtf82 } from "node:buffer";

// shared/scan/cell.ts
var CELL = {
  missing: 0,
  integer: 1,
  number: 2,
  notANumber: 3,
  infinity: 4,
  boolean: 5,
  text: 6
};
var Row = class {
  static {
    __name(this, "Row");
  }
  /** Index into the data set's files, and physical line from 1. */
  file = 0;
  line = 0;
  /** Bytes before the row in its unpacked text (JSON Lines: before its line), or rows before it in a columnar file. */
  position = 0;
  /** Whether the file gives types to its values, so that a number has no text of its own. */
  hasTypes = false;
  /** Columns of the cells. */
  names;
  /** Cells as they stand in the file, unquoted; '' where missing. */
  texts = [];
  kinds = new Uint8Array(64);
  /** The values of cells that are numbers; NaN and infinities included. */
  numbers = new Float64Array(64);
  /** Values of cells that are lists, by column. Such a cell is a text, of JSON. Readers of lists clear it for each row. */
  lists = /* @__PURE__ */ new Map();
  /** Columns whose bytes are no UTF-8: for readers that go on after them. */
  invalidUtf8 = /* @__PURE__ */ new Set();
  /** `names` may grow while rows are read. */
  constructor(names) {
    this.names = names;
  }
  /** Makes room for `width` cells; new ones are missing. */
  resize(width) {
    while (this.texts.length < width) this.texts.push("");
    this.texts.length = width;
    if (this.kinds.length < width) {
      const kinds = new Uint8Array(width * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
      const numbers = new Float64Array(width * 2);
      numbers.set(this.numbers);
      this.numbers = numbers;
    }
  }
  clear() {
    this.texts.fill("");
    this.kinds.fill(CELL.missing);
  }
  /** Puts a text whose meaning the text itself decides. */
  setText(column, text, missingValues) {
    const kind = text === "" || missingValues.has(text) ? CELL.missing : classifyText(text);
    this.texts[column] = kind === CELL.missing ? "" : text;
    this.kinds[column] = kind;
    if (isNumeric(kind)) this.numbers[column] = parseNumber(text);
  }
  /** Puts a text that its file calls text: a JSON string stays one, even when it reads like a number. */
  setString(column, text, missingValues) {
    const missing = text === "" || missingValues.has(text);
    this.texts[column] = missing ? "" : text;
    this.kinds[column] = missing ? CELL.missing : CELL.text;
  }
};
function isNumeric(kind) {
  return kind >= CELL.integer && kind <= CELL.infinity;
}
__name(isNumeric, "isNumeric");
var NUMBER = /^[ \t]*[+-]?(?:\d+(\.\d*)?|(\.\d+))([eE][+-]?\d+)?[ \t]*$/;
var NOT_A_NUMBER = /^[+-]?nan$/i;
var INFINITY = /^[+-]?inf(?:inity)?$/i;
var BOOLEAN = /^(?:true|false)$/i;
function classifyText(text) {
  const first = text.charCodeAt(0);
  if (first > 57 && !/^[inft]/i.test(text)) return CELL.text;
  const match = NUMBER.exec(text);
  if (match !== null) {
    if (!Number.isFinite(Number(text))) return CELL.infinity;
    const whole = match[1] === void 0 && match[2] === void 0 && match[3] === void 0;
    return whole ? CELL.integer : CELL.number;
  }
  if (NOT_A_NUMBER.test(text)) return CELL.notANumber;
  if (INFINITY.test(text)) return CELL.infinity;
  return BOOLEAN.test(text) ? CELL.boolean : CELL.text;
}
__name(classifyText, "classifyText");
function parseNumber(text) {
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  if (!INFINITY.test(text)) return Number.NaN;
  return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
__name(parseNumber, "parseNumber");

// shared/scan/limits.ts
var LONGEST_ROW = 16 * 1024 * 1024;
var SAMPLE_ROWS = 1e5;
var SAMPLE_CELLS = 8e6;
var LEAST_SAMPLE_ROWS = 1e3;
var MOST_COUNTED_TEXTS = 32768;
var MOST_COUNTED_NUMBERS = 4096;
var MOST_COUNTED_BYTES = 2 * 1024 * 1024;
var LONGEST_COUNTED_TEXT = 1024;
var MOST_CONTENTS = 16384;
var MOST_ODD_CELLS = 10;
var LONGEST_ODD_TEXT = 200;

// shared/scan/kernel/decode-row.ts
import { isUtf8 } from "node:buffer";
var QUOTE = 34;
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
function decodeRow(bytes, delimiter, places, missingValues, row) {
  const sound = isUtf8(bytes);
  row.invalidUtf8.clear();
  row.lists.clear();
  row.resize(places.length);
  let at = 0;
  for (const place of places) {
    const quoted = bytes[at] === QUOTE;
    const start = quoted ? at + 1 : at;
    let doubled = false;
    let end = start;
    if (quoted) {
      end = bytes.indexOf(QUOTE, start);
      while (bytes[end + 1] === QUOTE) {
        doubled = true;
        end = bytes.indexOf(QUOTE, end + 2);
      }
      at = end + 2;
    } else {
      while (!endsCell(bytes[end], delimiter)) end++;
      at = end + 1;
    }
    const text = bytes.toString("utf8", start, end);
    row.setText(place, doubled ? text.replaceAll('""', '"') : text, missingValues);
    if (!sound && !isUtf8(bytes.subarray(start, end))) row.invalidUtf8.add(place);
  }
}
__name(decodeRow, "decodeRow");
function endsCell(byte, delimiter) {
  return byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === void 0;
}
__name(endsCell, "endsCell");

// shared/scan/kernel/csv-kernel-scanner.ts
var FIRST_WINDOW = 1 << 18;
var SLACK = 128;
var LINE_FEED2 = 10;
var NO_LIMIT = 2147483647;
var REFUSALS = ["ragged", "text-after-quote", "row-too-long"];
var CsvKernelScanner = class {
  static {
    __name(this, "CsvKernelScanner");
  }
  #kernel;
  /** Pointers to the columns of a row's cells. */
  #cells;
  #cellsBytes;
  #window = 0;
  #capacity = 0;
  /** Bytes in the window, which begins with a row, and of the file before it. */
  #end = 0;
  #position;
  #endPosition;
  refusal = null;
  constructor(kernel2, file) {
    this.#kernel = kernel2;
    this.#position = file.position ?? 0;
    this.#endPosition = file.endPosition ?? Number.POSITIVE_INFINITY;
    const { exports } = kernel2;
    this.#allocate(file.windowBytes ?? FIRST_WINDOW);
    this.#cellsBytes = 4 * Math.max(1, file.places.length);
    const cells = exports.allocate(this.#cellsBytes) >>> 0;
    this.#cells = cells;
    for (const [cell, place] of file.places.entries()) {
      kernel2.memory.writeUInt32LE((kernel2.columns[place] ?? 0) >>> 0, cells + 4 * cell);
    }
    kernel2.beginFile(file.file);
    this.#takeFlaggedRows(file);
    exports.beginCsv(
      file.delimiter.charCodeAt(0),
      cells,
      file.places.length,
      file.headerRows ?? 1,
      file.line ?? 1
    );
  }
  #takeFlaggedRows({ file, delimiter, places }) {
    const kernel2 = this.#kernel;
    const { rules, missingValues } = kernel2;
    if (rules === null) return;
    const row = new Row(kernel2.names);
    row.file = file;
    kernel2.onFlaggedRow = (at, length, line) => {
      row.line = line;
      row.position = this.#position + at - this.#window;
      const bytes = kernel2.memory.subarray(at, at + length);
      decodeRow(bytes, delimiter.charCodeAt(0), places, missingValues, row);
      rules.onRow(row);
    };
  }
  /** Memory for the next bytes, valid until the next call of anything; `filled` tells how many came. */
  room() {
    return this.#kernel.memory.subarray(this.#window + this.#end, this.#window + this.#capacity);
  }
  filled(bytes) {
    this.#end += bytes;
    if (this.#end === this.#capacity) this.#read();
  }
  /** Whether all rows before `endPosition` are read. */
  get isDone() {
    return this.#position >= this.#endPosition;
  }
  push(chunk) {
    let taken = 0;
    while (taken < chunk.length && this.refusal === null) {
      const room = this.room();
      const part = chunk.subarray(taken, taken + room.length);
      room.set(part);
      taken += part.length;
      this.filled(part.length);
    }
  }
  /** After the last byte; the last row need not end with a line break. */
  finish() {
    if (this.#end > 0 && this.refusal === null && !this.isDone) {
      const { memory } = this.#kernel;
      if (memory[this.#window + this.#end - 1] !== LINE_FEED2) {
        memory[this.#window + this.#end++] = LINE_FEED2;
      }
      this.#read();
      if (this.#end > 0 && !this.isDone) this.refusal ??= "unclosed-quote";
    }
    this.#kernel.exports.release(this.#cells, this.#cellsBytes);
    this.#kernel.exports.release(this.#window, this.#capacity + SLACK);
  }
  #read() {
    const { exports } = this.#kernel;
    const limit = Math.min(NO_LIMIT, this.#endPosition - this.#position);
    const bytes = exports.findRows(this.#window, this.#end, limit);
    if (bytes > 0) {
      const { memory } = this.#kernel;
      const complete2 = memory.subarray(this.#window, this.#window + bytes);
      exports.setCheckUtf8(isUtf82(complete2) ? 0 : 1);
      exports.readCsv(this.#window, BigInt(this.#position));
    }
    const status = Number(exports.status.value);
    if (status !== 0) this.refusal = REFUSALS[status - 1] ?? "ragged";
    if (this.refusal !== null) return;
    this.#kernel.memory.copyWithin(this.#window, this.#window + bytes, this.#window + this.#end);
    this.#end -= bytes;
    this.#position += bytes;
    if (this.#end === this.#capacity && !this.isDone) this.#grow();
  }
  #grow() {
    if (this.#end > LONGEST_ROW) {
      this.refusal = "row-too-long";
      return;
    }
    const { exports } = this.#kernel;
    const window = this.#window;
    const capacity = this.#capacity;
    this.#allocate(2 * (capacity + SLACK));
    this.#kernel.memory.copyWithin(this.#window, window, window + this.#end);
    exports.release(window, capacity + SLACK);
  }
  #allocate(bytes) {
    this.#window = this.#kernel.exports.allocate(bytes) >>> 0;
    this.#capacity = bytes - SLACK;
  }
};

// shared/scan/code-points.ts
function compareCodePoints(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return surrogatesLast(left) - surrogatesLast(right);
  }
  return a.length - b.length;
}
__name(compareCodePoints, "compareCodePoints");
function surrogatesLast(unit) {
  return unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
}
__name(surrogatesLast, "surrogatesLast");

// shared/scan/hash.ts
var MASK = (1n << 64n) - 1n;
var GOLDEN = 0x9e3779b97f4a7c15n;
var ROUND = 0x9fb21c651e98df25n;
var FINISH = 0xd6e8feb86659fd93n;
function hashBytes(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength;
  let hash = BigInt(length) * GOLDEN & MASK;
  let position = 0;
  for (; length - position >= 8; position += 8) {
    hash = round(hash, view.getBigUint64(position, true));
  }
  const rest = length - position;
  if (rest >= 4) {
    const low = BigInt(view.getUint32(position, true));
    const high = BigInt(view.getUint32(length - 4, true));
    hash = round(hash, low | high << 32n);
  } else if (rest > 0) {
    const first = view.getUint8(position);
    const middle = view.getUint8(position + (rest >> 1));
    hash = round(hash, BigInt(first | middle << 8 | view.getUint8(length - 1) << 16));
  }
  hash = hash * FINISH & MASK;
  return hash ^ hash >> 32n;
}
__name(hashBytes, "hashBytes");
function round(hash, word) {
  const mixed = (hash ^ word) * ROUND & MASK;
  return mixed ^ mixed >> 32n;
}
__name(round, "round");
function saltOfColumn(name) {
  return hashBytes(new TextEncoder().encode(name));
}
__name(saltOfColumn, "saltOfColumn");
var SAMPLE_THRESHOLDS = Array.from({ length: 100 }).reduce(
  (levels) => {
    const last = levels.at(-1) ?? MASK;
    return levels.length === 0 ? [MASK] : [...levels, last - (last >> 2n)];
  },
  []
);
function sampleCapacity(columns) {
  const fitting = Math.floor(SAMPLE_CELLS / Math.max(1, columns));
  return Math.max(LEAST_SAMPLE_ROWS, Math.min(SAMPLE_ROWS, fitting));
}
__name(sampleCapacity, "sampleCapacity");
var SLOT = {
  missing: 0x7ff9000000000000n,
  notANumber: 0x7ffa000000000000n,
  false: 0x7ffb000000000000n,
  true: 0x7ffc000000000000n
};

// shared/scan/words.ts
var LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
function wordsOf(values) {
  return new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
}
__name(wordsOf, "wordsOf");
function highWord(value) {
  return Number(value >> 32n) | 0;
}
__name(highWord, "highWord");
function lowWord(value) {
  return Number(value & 0xffffffffn) | 0;
}
__name(lowWord, "lowWord");

// shared/scan/hasher.ts
var GOLDEN_HIGH = 2654435769 | 0;
var ROUND_HIGH = 2679250021 | 0;
var FINISH_HIGH = 3605593784 | 0;
var NUMBER2 = new Float64Array(1);
var NUMBER_WORDS = wordsOf(NUMBER2);

// shared/scan/hyper-log-log.ts
var INDEX_BITS = 14;
var REGISTERS = 1 << INDEX_BITS;
var RANKED_BITS = 64 - INDEX_BITS;
var LARGEST_RANK = RANKED_BITS + 1;
var DISTINCT_ERROR = 1.04 / Math.sqrt(REGISTERS);

// shared/scan/odd-cells.ts
var ODD_CELL_SORTS = [
  "text",
  "decimalComma",
  "infinity",
  "notANumber",
  "invalidUtf8"
];
function comparePlaces(a, b) {
  return a.file - b.file || a.line - b.line;
}
__name(comparePlaces, "comparePlaces");
function addOddCell(cells, text, place) {
  const last = cells[cells.length - 1];
  const follows = last === void 0 || comparePlaces(place, last) >= 0;
  if (follows && cells.length >= MOST_ODD_CELLS) return;
  const { file, line } = place;
  cells.push({ text: firstCharacters(text, LONGEST_ODD_TEXT), file, line });
  if (!follows) cells.sort(comparePlaces);
  if (cells.length > MOST_ODD_CELLS) cells.pop();
}
__name(addOddCell, "addOddCell");
function firstCharacters(text, most) {
  const start = text.slice(0, 2 * most).toWellFormed();
  return start.length <= most ? start : [...start].slice(0, most).join("");
}
__name(firstCharacters, "firstCharacters");

// shared/scan/row-sample.ts
var MISSING_HIGH = highWord(SLOT.missing);
var MISSING_LOW = lowWord(SLOT.missing);
function textMap(pairs) {
  const texts = /* @__PURE__ */ new Map();
  for (const [slot, text] of pairs) {
    const before = texts.get(slot);
    if (before === void 0 || compareCodePoints(text, before) < 0) texts.set(slot, text);
  }
  return new Map([...texts].sort(([a], [b]) => a < b ? -1 : 1));
}
__name(textMap, "textMap");

// shared/scan/merge-samples.ts
var MISSING_HIGH2 = highWord(SLOT.missing);
var MISSING_LOW2 = lowWord(SLOT.missing);

// shared/scan/state-limits.ts
var STATE_LIMITS = {
  countedTexts: MOST_COUNTED_TEXTS,
  countedNumbers: MOST_COUNTED_NUMBERS,
  countedBytes: MOST_COUNTED_BYTES,
  countedTextBytes: LONGEST_COUNTED_TEXT,
  contents: MOST_CONTENTS,
  sampleRows: sampleCapacity
};

// shared/scan/kernel/scan-kernel.ts
import { isUtf8 as isUtf83 } from "node:buffer";
import { randomBytes } from "node:crypto";

// shared/scan/kernel/kernel-bytes.ts
var KERNEL_BASE64 = "AGFzbQEAAAABjAEWYAJ/fwF/YAF/AGADf39/AGACf38AYAABf2ABfwF/YAR/f39/AX9gA39/fwF/YAR/f39/AGAAAGACf34Bf2ACf38BfmAFf398f38AYAJ+fwF+YAV+fn9/fwBgBn9/f39/fwBgBX9/fH9/AX9gA39/fgBgAn5+AGADf39+AX9gAn9/AXxgBX9/f39/AAJqBgRzY2FuC3dhdGNoZWRDZWxsAAIEc2NhbgpmbGFnZ2VkUm93AAIEc2NhbgpzbG93TnVtYmVyABQEc2NhbgpyZXBhaXJUZXh0AAAEc2NhbgdvZGRDZWxsAAgEc2NhbglmYWlsc1Rlc3QABgNLSgsIDA0GDgYABQMCAAMCAQYFBwIPBQkJEAAAAwEAEQkSCAYDBAIEAQEBAQQBAgACBAABAwMFBQATAwcFBQEECgoEBxUGAAEEBAMHBQYBAUCAgAQGjwNLfwFBAAt/AUEAC34BQgALfwFBAAt+AUIAC3wBRAAAAAAAAAAAC34BQpX4qfqXt96bnn8LfwFBAAt/AUEAC34BQgALfwFBAAt+AUIAC38BQQALfwFBAAt/AUEAC38BQQULfwFBAAt/AUEAC38BQQALfwFBAAt+AUIAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt+AUIAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAAt+AUIAC3wBRAAAAAAAAAAAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAAt/AUEAC34BQgALfwFBAAt/AUEAC38BQQALfwFBAQt/AUEBC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAsH9QQwCWFkZENvbHVtbgBEC3RhbGx5Q29sdW1uAEIKY29sdW1uU3VtcwBDCGFsbG9jYXRlADoHcmVsZWFzZQA5DHBvd2Vyc09mRml2ZQA1C2xpbWl0VmFsdWVzACYKc2VlZFRhYmxlcwAlDHN0YXJ0TWlzc2luZwA3CmFkZE1pc3NpbmcAOApmaXJzdFRleHRzACsMZ2F0aGVyU2FtcGxlACoLc2FtcGxlTGV2ZWwDRgpzYW1wbGVSb3dzAxEPc2FtcGxlVGhyZXNob2xkAwsKc29ydFNhbXBsZQApC3N0YXJ0U2FtcGxlACgMY29udGVudExldmVsA0EMY29udGVudFRhYmxlAE0PY29udGVudFRhYmxlRW5kAEwQY29udGVudFRocmVzaG9sZAMbDXN0YXJ0Q29udGVudHMASwdrZXlOYW1lAEENa2V5TmFtZUxlbmd0aABABGtleXMDEgduYW1lS2V5AD8JYmVnaW5Kc29uAD4IanNvbkxpbmUDOApqc29uU3RhdHVzAyIIcmVhZEpzb24APQphZGRBbGxvd2VkADQMbmV3UHJlZGljYXRlADMJYmVnaW5GaWxlADEHcm93TGluZQAwBHJvd3MDQgxzZXRDaGVja1V0ZjgALw9zZXRSZXBhaXJlZFRleHQALghzZXRSdWxlcwAtC3dhdGNoQ29sdW1uACwIYmVnaW5Dc3YASAhmaW5kUm93cwBHDmhlYWRlclJvd3NMZWZ0AEYHcmVhZENzdgBFBnN0YXR1cwMdDGNvdW50ZWRGZWVkcwNKC2NvdW50UXVvdGVzAEoLc2F3T2RkQnl0ZXMDSQZtZW1vcnkCAAgBJAwBAwrBgQJKuQICBX4EfyMGQvXKzYPXrNu38wCFIQMjMkLt3pHzlszct+QAhSEEIwZC4eSV89bs2bzsAIUhAiMyQvPK0cunjNmy9ACFIQUgAUEDdkEEaiEJA0AgCCAJSQRAQgAhBiABIAhBA3QiB2siCkEITgRAIAAgB2opAwAhBgUgCkEATgRAQQAhBwNAIAcgCkgEQCAGIAAgCEEDdGogB2oxAAAgB0EDdKyGhCEGIAdBAWohBwwBCwsgBiABrUI4hoQhBgUgAkL/AYUgAiAIIAlBA2tGGyECCwsgAyAEfCIDIARCDYmFIQQgBSAGhSIFIAJ8IgIgBUIQiYUiBSADQiCJfCIDIAVCFYmFIQUgAiAEfCICIARCEYmFIQQgAkIgiSECIAMgBoUhAyAIQQFqIQgMAQsLIAMgBIUgAoUgBYULfAICfwF+A0AgBEEFSQRAQQEgBHQiBSABIAAoAqgBcUEfcXEEQCAAKAKkASAFIAIgAxAEIAAgACkDsAFCASAErUIDhiIGhnw3A7ABIAApA7ABIAaIQv8Bg0IKUQRAIAAgACgCqAEgBUF/c3E2AqgBCwsgBEEBaiEEDAELCws5ACAAKAK4AQR/IAAgASACIAMgBBAdBUEACwRAIwFBATYCHAsgACgCvAEEQCAAKAKkASADIAQQAAsL9gMCB34BfyAAUCABQap9SHIEQEIADwsgAUG0AkoEQEKAgICAgICA+P8ADwsgACAAeSIDhiIEQv////8PgyEFIARCIIgiBiABQQR0QaA1aiIJKQMAIgBC/////w+DIgJ+IAIgBX5CIIh8IQIgAEIgiCIHIAZ+IAJCIIh8IAUgB34gAkL/////D4N8QiCIfCQgIAAgBH4kMSMxIQIjICIAQv8Dg0L/A1EEQCAJKQMIIgdC/////w+DIgggBn4gBSAIfkIgiHwhCCAGIAdCIIgiBn4gCEIgiHwgBSAGfiAIQv////8Pg3xCIIh8JCAgBCAHfiQxIABCAXwgACACIyB8IgIjIFQbIQALIAJCf1EEfyABQWVIIAFBN0pyBUEACwRAQn8PCyAAIABCP4giBEIJfIghBSAEpyABQeqkDWxBEHVqIAOna0G+CGoiCUEATARAQQEgCWtBwABOBEBCAA8LIAVBASAJa6yIIgAgAEIBg3xCAYgPCyAFQn6DIAUgAUF8TiACQgFYcSABQRdMcSAFQgODQgFRcSAFIARCCXyGIABRcRsiACAAQgGDfEIBiCIAQoCAgICAgIAQWgRAIAlBAWohCUKAgICAgICACCEACyAJQf8PTgRAQoCAgICAgID4/wAPCyAAQv////////8HgyAJrEI0hoQLzAcCCH8DfiACIz9LBEAgABAUQQAPCyAAIAEgAiADEBUiBSgCBCIEBEAgBSAEQQFqNgIEIAUPCyABIAIQESEGIAAgASACIAMQJwRAIAZBBUkEQCAAIAAoApABQQFqNgKQAQUgACAAKAKUAUEBajYClAELIAAgAiAAKAKYAWo2ApgBCyM9IAAoApABSQR/QQEFIzwgACgClAFJCwR/QQEFIz4gACgCmAFJCwRAIAAQFEEADwsgACgCkAEgACgClAFqIQcgAwRAIABBATYCwAEgASACEA9BBiEGCyMJIQ4jFCENQQJBACAAKAK4AQR/IAAgBiMhIAEgAhAdBUEACxshC0EFIAAoAowBIgR0QQJBASAAKALAARtuIAdBA3RJBEAgACAEQQFqQQAQEyAAIAEgAiADEBUhBQsgBSMGIAAoAsQBBH4gASACEAYFIAKtQpX4qfqXt96bnn9+IQwgASEEIAIhBwNAIAdBCE8EQCAEKQMAIAyFQqW+4/TRjIfZn39+IgxCIIggDIUhDCAHQQhrIQcgBEEIaiEEDAELCyAHQQRPBH4gBDUCACAEIAdqQQRrNQIAQiCGhCAMhUKlvuP00YyH2Z9/fiIMQiCIIAyFBSAHBH4gBDEAACAEIAdBAXZqMQAAQgiGhCAEIAdqQQFrMQAAQhCGhCAMhUKlvuP00YyH2Z9/fiIMQiCIIAyFBSAMCwtCk/vnsobXv/RWfiIMQiCIIAyFCyADrXx+QiCIPgIAIAVBATYCBCAAIgQoApwBIgAEfyAAKAIEIAAoAgggAmpBCGpJBUEBCwRAAkBBAUGAgAQgAAR/IAAoAgQFQYABC0EBdCIHIAdBgIAETxsiCCACQRhqIgcgByAISRsiB0EQTQR/QQQFQSAgB0EBa2drC3QiCUEQTQR/QQQFQSAgCUEBa2drCyIKQQJ0QYAIaiIIKAIAIgcEQCAIIAcoAgA2AgAMAQsjACIHrUIBIAqthnwiDEK/gAR8QhCIpz8AayIIQQBKBH9BECAIIAhBEEwbQABBAEgFQQALBH8gCEAAQQBIBUEACwRAAAsgDKckAAsgByAANgIAIAcgCTYCBCAHQRA2AgggBCAHNgKcASAHIQALIAAoAgggAGoiBCABIAL8CgAAIAAgACgCCCACajYCCCAFIAQ2AgggBSACOwEMIAUgBjoADiAFIAMgC3ICfyAGQQZGBEAgAS0AAEE5SwR/QQEFIAEgAhAiQQFyCwwBCyAGQQRGBH9BBAVBCEEAIAZBA0YbCwtBAnRyOgAPIAUgDjcDECAFIA03AxggBQtsAQF/IARBgAhLBEBBgAghBANAIAQEfyADIARqLQAAQcABcUGAAUYFQQALBEAgBEEBayEEDAELCwsgBEEfakF4cRAaIgUgADcDACAFIAE3AwggBSACNgIQIAUgBDYCFCAFQRhqIAMgBPwKAAALxgYDA38BfgF7IAEtAAAiBEEgciIFQekARyAEQTlLcSAFQe4AR3EgBUHmAEdxIAVB9ABHcQRAIAKtQpX4qfqXt96bnn9+IQcgASEDIAIhBANAIARBCE8EQCADKQMAIAeFQqW+4/TRjIfZn39+IgcgB0IgiIUhByAEQQhrIQQgA0EIaiEDDAELCyAEQQRPBH4gAzUCACADIARqQQRrNQIAQiCGhCAHhUKlvuP00YyH2Z9/fiIHIAdCIIiFBSAEBH4gAzEAACADIARBAXZqMQAAQgiGhCADIARqQQFrMQAAQhCGhCAHhUKlvuP00YyH2Z9/fiIHIAdCIIiFBSAHCwtCk/vnsobXv/RWfiIHIAdCIIiFIgckBCAHQg2IQoCAgICAgIB8hCQCIAAgACkDOEIBfDcDOCABIQUgAiIEIQMDQCADQQBKBEAgBf0ABAAiCP1kBEAgBCAI/QzAwMDAwMDAwMDAwMDAwMDA/SX9ZEH//wNBASADdEEBayADQRBOG3FpayEECyADQRBrIQMgBUEQaiEFDAELCyAAIAApA2AgBK18NwNgIAQgACgCgAFJBEAgACAENgKAAQsgBCAAKAKEAUsEQCAAIAQ2AoQBCyAAKAKgASAHIAdCIYiFQs2Z1ur++uuof34iByAHQiGIhULT2JfU4b+u50R+IgcgB0IhiIUiB0IyiKdqIgMtAAAgB0IOhkKAwACEeadBAWoiBEkEQCADIAQ6AAALIAAoAqgBQQFxBEAgAEEBIAEgAhAHCyMDBEAgAEEGRAAAAAAAAAAAIAEgAhAIC0EGDwsgASACEBEhBCAAKAKgASMJIgcgB0IhiIVCzZnW6v7666h/fiIHIAdCIYiFQtPYl9Thv67nRH4iByAHQiGIhSIHQjKIp2oiBS0AACAHQg6GQoDAAIR5p0EBaiIGSQRAIAUgBjoAAAsgAwRAIAEgAhAPQQYhBAsjCSQEIxQkAgJ/IARBBkYEQCABLQAAQTlLBH9BAQUgASACECJBAXILDAELIARBBEYEf0EEBUEIQQAgBEEDRhsLCyIDIAAoAqgBcQRAIAAgAyABIAIQBwsgACAEIAEgAkEBIAMQGSMDBEAgACAEIyEgASACEAgLIAQLHgAgAC0AAEHQ3gBqLQAARQRAQQAPCyMzIAAgARAXC+4BAQJ/IABBAWogACAALQAAQS1GGyIBIQIDQCACLQAAQTBrQQlNBEAgAkEBaiECDAELCyABIAJGBH9BAQUgAiABQQFqSwR/IAEtAABBMEYFQQALCwRAQQAPCyACLQAAQS5GBEAgAkEBaiIBIQIDQCACLQAAQTBrQQlNBEAgAkEBaiECDAELCyABIAJGBEBBAA8LCyACLQAAQSByQeUARgRAIAJBAWoiAS0AACICQS1GIAJBK0ZyBEAgAUEBaiEBCyABIQIDQCACLQAAQTBrQQlNBEAgAkEBaiECDAELCyABIAJGBEBBAA8LCyACIABrC+4BAQF+IAGtQpX4qfqXt96bnn9+IQIDQCABQQhPBEAgACkDACAChUKlvuP00YyH2Z9/fiICQiCIIAKFIQIgAUEIayEBIABBCGohAAwBCwsgAUEETwR+IAA1AgAgACABakEEazUCAEIghoQgAoVCpb7j9NGMh9mff34iAkIgiCAChQUgAQR+IAAxAAAgACABQQF2ajEAAEIIhoQgACABakEBazEAAEIQhoQgAoVCpb7j9NGMh9mff34iAkIgiCAChQUgAgsLQpP757KG17/0Vn4iAkIgiCAChSQJIwlCDYhCgICAgICAgHyEJBRBACQVC8kPBAl/A34CewF8IAEgAhADIgNBAE4EQCAAIAApA3hCAXw3A3ggACgCuAEEQCMBQQE2AhwLI0QhASADIQIgACgCqAFBEHEEQCAAQRAgASACEAcLCwJAIAAoAogBIggEQCABIQMgAiEEQQEgACgCjAEiBnRBAWtBBXQhCiAAKALEAQR+IAMgAhAGBSAErUKV+Kn6l7fem55/fiEMA0AgBEEITwRAIAMpAwAgDIVCpb7j9NGMh9mff34iDEIgiCAMhSEMIARBCGshBCADQQhqIQMMAQsLIARBBE8EfiADNQIAIAMgBGpBBGs1AgBCIIaEIAyFQqW+4/TRjIfZn39+IgxCIIggDIUFIAQEfiADMQAAIAMgBEEBdmoxAABCCIaEIAMgBGpBAWsxAABCEIaEIAyFQqW+4/TRjIfZn39+IgxCIIggDIUFIAwLC0KT++eyhte/9FZ+IgxCIIggDIULIwZ+QiCIpyILQSAgBmt2QQV0IQcCQAJ/A0AgBUGAAUkEQCAHIAhqIgkoAgQEfyALIAkoAgBGBH8gAiAJLwEMRgVBAAsEfyAJLQAPQQFxBUEBCwR/QQAFIAkoAgghBiABIQQgAiEDAn8DQCADQQhPBEBBACAGKQMAIAQpAwBSDQIaIANBCGshAyAGQQhqIQYgBEEIaiEEDAELCyADBH4gBikDACAEKQMAhUIIIAOtfUIDhoYFQgALUAsLBUEBCyEDIAkgAw0CGiAHQSBqIApxIQcgBUEBaiEFDAELC0EACyIDBEAgAygCBCIEBEAgAyAEQQFqNgIEDAILCyAAIAEgAkEAEAohAwsgAwRAIAMtAA9BAnYiBCAAKAKoAXEEQCAAIAQgASACEAcLIAMpAxAkBCADKQMYJAIjAwRAIAMtAA9BAnEEQCMBQQE2AhwLIAAoArwBBEAgACgCpAEgASACEAALCyADLQAOIQMMAgsLIAEtAAAiBEE5TQRAQQAhAwJAIAIgBEEtRiIGIARBK0ZyIgRrIgdBAWtBD0sNAEEBIQX9DAABAgMEBQYHCAkKCwwNDg8gB0EQa/0P/W4hD0EBIAd0QQFrIAEgBGr9AAQA/QwwMDAwMDAwMDAwMDAwMDAw/XEiEP0MCQkJCQkJCQkJCQkJCQkJCf0q/WRBf3NxIggEfyAIaCEJIAggCEEBa3EEf0EBBSABIARqIAlqLQAAQS5HCyAHQQFGcg0BQQIhBSAPIA8gCf0P/Sn9biEPIAdBAWsgCWsFQQALIQQgECAP/Q4iD/0M/wD/AP8A/wD/AP8A/wD/AP1O/QwKAAoACgAKAAoACgAKAAoA/ZUBIA9BCP2NAf2OAf0MZAABAGQAAQBkAAEAZAABAP26ASIPIA/9hgH9DBAnAQAQJwEAECcBABAnAQD9ugH9HQAiDEL/////D4NCgMLXL34gDEIgiHwiDEKAgICAgICAEFgEfCAMuiERIAQEfCARIARBA3RBgAlqKwMAowUgEQsFIAxBACAEaxAJIgxCf1ENASAMvwsiEZogESAGGyQFIAUhAwsjBZlEAAAAAAAAQENjQQAgAxsEQEQAAAAAAAAAACMFIwVEAAAAAAAAAABhGyIRvSIMQqjBz9K/ufPdcYVCpb7j9NGMh9mff34iDUIgiCANhUKT++eyhte/9FZ+Ig1CIIggDYUkBCAMJAIgA0EBRgRAIAAgACkDEEIBfDcDEAUgACAAKQMYQgF8NwMYCyAAIAApA2AgAq18NwNgIAIgACgCgAFJBEAgACACNgKAAQsgAiAAKAKEAUsEQCAAIAI2AoQBCyAAQcgBaiARvSINQjSIp0H/D3EiBUEFdkECdGoiBigCACIERQRAAkBBrAgoAgAiBARAQawIIAQoAgA2AgAMAQsjACIErUKAEHwiDEK/gAR8QhCIpz8AayIHQQBKBH9BECAHIAdBEEwbQABBAEgFQQALBH8gB0AAQQBIBUEACwRAAAsgDKckAAsgBEEAQYAQ/AsAIAYgBDYCAAsgBCAFQR9xQQZ0aiIEIAT9AAQAIA1C/////////weDIgxCgICAgICAgAiEIAwgBRsiDkIaiCIM/RIgDkL///8fgyIO/R4BIA1CP4f9EiIP/VEgD/3RAf3OAf0LBAAgBCAE/QAEECAMIA5CIIaE/RIiDyAP/d4BIg/9DP////8AAAAA/////wAAAAD9Tv3OAf0LBBAgBCAE/QAEICAPQSD9zQH9zgH9CwQgIAQgBCkDMCAMIA5+IgxC/////w+DfDcDMCAEIAQpAzggDEIgiHw3AzggEUQAAAAAAAAAAGEEQCAAIAApA0BCAXw3A0ALIBEgACsDUGMEQCAAIBE5A1ALIBEgACsDWGQEQCAAIBE5A1gLIAAoAqABIwQiDEIhiCAMhULNmdbq/vrrqH9+IgxCIYggDIVC09iX1OG/rudEfiIMQiGIIAyFIgxCMoinaiEEIAxCDoZCgMAAhHmnQQFqIgUgBC0AAEsEQCAEIAU6AAALIwMEQCAAIAMgESABIAIQCAsMAgsLIAAgASACQQAQDCEDCyMBIgQgBCkDCCMEIAApAwCFQqW+4/TRjIfZn39+fDcDCCAEKAIUIgUEQCAFIAAoAqQBQQN0aiMCNwMAIANBBkZBACAEKAIYGwRAIAQpAwAjAiAAKAKkASABIAIQCwsLC9oBAwF+An8BfCAALQAAIgRBIHIiA0HpAEcgBEE5S3EgA0HuAEdxIANB5gBHcSADQfQAR3EEQCAAIAEQD0EGDwsgBEE5TQRAIAAgARA2IgQEQEQAAAAAAAAAACMFIgUgBUQAAAAAAAAAAGEbIgW9IQIgBSQhIAIkFEEAJBUgAkKowc/Sv7nz3XGFQqW+4/TRjIfZn39+IgIgAkIgiIVCk/vnsobXv/RWfiICIAJCIIiFJAkgBEEERyAFmUQAAAAAAABAQ2ZxBEAgACABEE4LIAQPCwsgACABIAMQTwvNAQIFfwF+IAAoAogBIgJBASAAKAKMAUEFanRqIQMDQCACIANJBEAgAigCBARAIAIoAgggAi8BDBARIQYgAQRAIAEjCSIHIAdCIYiFQs2Z1ur++uuof34iByAHQiGIhULT2JfU4b+u50R+IgcgB0IhiIUiB0IyiKdqIgUtAAAgB0IOhkKAwACEeadBAWoiBEkEQCAFIAQ6AAALCyAAQQYgBiACLQAPIgRBAXEbIAIoAgggAi8BDCACKAIEIARBAnYQGQsgAkEgaiECDAELCwvdBAIHfwF+IAAoAogBIQRBASAAKAKMAUEFanQhCAJAQQEgAUEFanQiBkEQTQR/QQQFQSAgBkEBa2drCyIFQQJ0QYAIaiIHKAIAIgMEQCAHIAMoAgA2AgAMAQsjACIDrUIBIAWthnwiCkK/gAR8QhCIpz8AayIFQQBKBH9BECAFIAVBEEwbQABBAEgFQQALBH8gBUAAQQBIBUEACwRAAAsgCqckAAsgAyIFQQAgBvwLAEEBIAF0QQFrQQV0IQkgBCEDA0AgAyAEIAhqSQRAIAMoAgQEQCACBEAgAygCCCEGIAMvAQwhByADIwYgACgCxAEEfiAGIAcQBgUgB61Clfip+pe33puef34hCgNAIAdBCE8EQCAGKQMAIAqFQqW+4/TRjIfZn39+IgpCIIggCoUhCiAHQQhrIQcgBkEIaiEGDAELCyAHQQRPBH4gBjUCACAGIAdqQQRrNQIAQiCGhCAKhUKlvuP00YyH2Z9/fiIKQiCIIAqFBSAHBH4gBjEAACAGIAdBAXZqMQAAQgiGhCAGIAdqQQFrMQAAQhCGhCAKhUKlvuP00YyH2Z9/fiIKQiCIIAqFBSAKCwtCk/vnsobXv/RWfiIKQiCIIAqFCyADLQAPQQFxrXx+QiCIPgIACyADKAIAQSAgAWt2QQV0IQYDQCAFIAZqKAIEBEAgBkEgaiAJcSEGDAELCyAFIAZqIANBIPwKAAALIANBIGohAwwBCwsgBCAIQRBNBH9BBAVBICAIQQFrZ2sLQQJ0QYAIaiICKAIANgIAIAIgBDYCACAAIAU2AogBIAAgATYCjAELmgICA38BfgJAQbgIKAIAIgEEQEG4CCABKAIANgIADAELIwAiAa1CgIABfCIEQr+ABHxCEIinPwBrIgJBAEoEf0EQIAIgAkEQTBtAAEEASAVBAAsEfyACQABBAEgFQQALBEAACyAEpyQACyABQQBBgIAB/AsAIAAgARASIAAgATYCoAEgACgCiAEiAUEBIAAoAowBQQVqdCICQRBNBH9BBAVBICACQQFrZ2sLQQJ0QYAIaiICKAIANgIAIAIgATYCACAAQQA2AogBIAAoApwBIQEDQCABBEAgASgCACABIAEoAgQiA0EQTQR/QQQFQSAgA0EBa2drC0ECdEGACGoiAygCADYCACADIAE2AgAhAQwBCwsgAEEANgKcAQuOCAIJfwF+IAAoAogBIQlBASAAKAKMASIGdEEBa0EFdCEKIwYgACgCxAEEfiABIAIQBgUgAq1Clfip+pe33puef34hDSABIQQgAiEFA0AgBUEITwRAIAQpAwAgDYVCpb7j9NGMh9mff34iDSANQiCIhSENIAVBCGshBSAEQQhqIQQMAQsLIAVBBE8EfiAENQIAIAQgBWpBBGs1AgBCIIaEIA2FQqW+4/TRjIfZn39+Ig0gDUIgiIUFIAUEfiAEMQAAIAQgBUEBdmoxAABCCIaEIAQgBWpBAWsxAABCEIaEIA2FQqW+4/TRjIfZn39+Ig0gDUIgiIUFIA0LC0KT++eyhte/9FZ+Ig0gDUIgiIULIAOtfH5CIIinIgtBICAGa3ZBBXQhBwJ/A0AgCEGAAUkEQCAHIAlqIgwoAgQEfyALIAwoAgBGBH8gAiAMLwEMRgVBAAsEfyAMLQAPQQFxIANGBUEACwR/IAwoAgghBiABIQUgAiEEAn8DQCAEQQhPBEBBACAGKQMAIAUpAwBSDQIaIARBCGshBCAGQQhqIQYgBUEIaiEFDAELCyAEBH4gBikDACAFKQMAhUIIIAStfUIDhoYFQgALUAsFQQALBUEBCyEEIAwgBA0CGiAHQSBqIApxIQcgCEEBaiEIDAELC0EACyEEA0AgBEUEQCAAKAKMASAAKALEAWohBCAAQQE2AsQBIAAgBEEBEBMgACgCiAEhCUEBIAAoAowBIgZ0QQFrQQV0IQojBiAAKALEAQR+IAEgAhAGBSACrUKV+Kn6l7fem55/fiENIAEhBCACIQUDQCAFQQhPBEAgBCkDACANhUKlvuP00YyH2Z9/fiINIA1CIIiFIQ0gBUEIayEFIARBCGohBAwBCwsgBUEETwR+IAQ1AgAgBCAFakEEazUCAEIghoQgDYVCpb7j9NGMh9mff34iDSANQiCIhQUgBQR+IAQxAAAgBCAFQQF2ajEAAEIIhoQgBCAFakEBazEAAEIQhoQgDYVCpb7j9NGMh9mff34iDSANQiCIhQUgDQsLQpP757KG17/0Vn4iDSANQiCIhQsgA618fkIgiKciC0EgIAZrdkEFdCEHQQAhCAJ/A0AgCEGAAUkEQCAHIAlqIgwoAgQEfyALIAwoAgBGBH8gAiAMLwEMRgVBAAsEfyAMLQAPQQFxIANGBUEACwR/IAwoAgghBiABIQUgAiEEAn8DQCAEQQhPBEBBACAGKQMAIAUpAwBSDQIaIARBCGshBCAGQQhqIQYgBUEIaiEFDAELCyAEBH4gBikDACAFKQMAhUIIIAStfUIDhoYFQgALUAsFQQALBUEBCyEEIAwgBA0CGiAHQSBqIApxIQcgCEEBaiEIDAELC0EACyEEDAELCyAEC6oCAgV/AX5BBCECA0AgAiAAQQF0SQRAIAJBAXQhAgwBCwsCQEGQCCgCACIABEBBkAggACgCADYCAAwBCyMAIgCtQhB8IgZCv4AEfEIQiKc/AGsiAUEASgR/QRAgASABQRBMG0AAQQBIBUEACwR/IAFAAEEASAVBAAsEQAALIAanJAALIAAhAQJAIAJBBHQiA0EQTQR/QQQFQSAgA0EBa2drCyIEQQJ0QYAIaiIFKAIAIgAEQCAFIAAoAgA2AgAMAQsjACIArUIBIASthnwiBkK/gAR8QhCIpz8AayIEQQBKBH9BECAEIARBEEwbQABBAEgFQQALBH8gBEAAQQBIBUEACwRAAAsgBqckAAsgAEEAIAP8CwAgASAANgIAIAEgAkEBa0EEdDYCBCABC5QEAgd/AX4gAq1Clfip+pe33puef34hCiABIQMgAiEEA0AgBEEITwRAIAMpAwAgCoVCpb7j9NGMh9mff34iCiAKQiCIhSEKIARBCGshBCADQQhqIQMMAQsLIAAoAgQgBEEETwR+IAM1AgAgAyAEakEEazUCAEIghoQgCoVCpb7j9NGMh9mff34iCiAKQiCIhQUgBAR+IAMxAAAgAyAEQQF2ajEAAEIIhoQgAyAEakEBazEAAEIQhoQgCoVCpb7j9NGMh9mff34iCiAKQiCIhQUgCgsLQpP757KG17/0Vn4iCiAKQiCIhSIKp0EEdHEiByAAKAIAaiEEA0AgBCgCCARAIAogBCkDAFEEfyACIAQoAgxGBUEACwRAIAIhA0EAIQUCQCAEKAIIIgYgASIERg0AIAZBB3EgBEEHcUYEQANAIAZBB3EEQEEAIQUgA0UNAyAGLQAAIgggBC0AACIJayEFIAggCUcNAyADQQFrIQMgBkEBaiEGIARBAWohBAwBCwsDQCADQQhPBEAgBikDACAEKQMAUQRAIAZBCGohBiAEQQhqIQQgA0EIayEDDAILCwsLA0AgAyIFQQFrIQMgBQRAIAYtAAAiCCAELQAAIglrIQUgCCAJRw0CIAZBAWohBiAEQQFqIQQMAQsLQQAhBQsgBUUEQEEBDwsLIAAoAgQgB0EQanEiByAAKAIAaiEEDAELC0EAC7IDAgN/AX4CQCACQRBNBH9BBAVBICACQQFrZ2sLIgNBAnRBgAhqIgUoAgAiBARAIAUgBCgCADYCAAwBCyMAIgStQgEgA62GfCIGQr+ABHxCEIinPwBrIgNBAEoEf0EQIAMgA0EQTBtAAEEASAVBAAsEfyADQABBAEgFQQALBEAACyAGpyQACyAEIAEgAvwKAAAgAq1Clfip+pe33puef34hBiACIQMDQCADQQhPBEAgASkDACAGhUKlvuP00YyH2Z9/fiIGQiCIIAaFIQYgA0EIayEDIAFBCGohAQwBCwsgACgCBCADQQRPBH4gATUCACABIANqQQRrNQIAQiCGhCAGhUKlvuP00YyH2Z9/fiIGQiCIIAaFBSADBH4gATEAACABIANBAXZqMQAAQgiGhCABIANqQQFrMQAAQhCGhCAGhUKlvuP00YyH2Z9/fiIGQiCIIAaFBSAGCwtCk/vnsobXv/RWfiIGQiCIIAaFIganQQR0cSEBA0AgASAAKAIAaigCCARAIAAoAgQgAUEQanEhAQwBCwsgASAAKAIAaiIAIAY3AwAgACAENgIIIAAgAjYCDAviBQQBfwV+AXwBeyAAQQhqIAFBA3RqIgYgBikDACAErXw3AwAgAyEGA0AgBkEASgRAIAL9AAQAIg39ZARAIAMgDf0MwMDAwMDAwMDAwMDAwMDAwP0l/WRB//8DQQEgBnRBAWsgBkEQThtxaWshAwsgBkEQayEGIAJBEGohAgwBCwsgACAAKQNgIAStIAOtfnw3A2AgAyAAKAKAAUkEQCAAIAM2AoABCyADIAAoAoQBSwRAIAAgAzYChAELIAFBAkYgAUEBRnIEQCAAQcgBaiMhIgy9IgdCNIinQf8PcSICQQV2QQJ0aiIDKAIAIgFFBEACQEGsCCgCACIBBEBBrAggASgCADYCAAwBCyMAIgGtQoAQfCIIQr+ABHxCEIinPwBrIgVBAEoEf0EQIAUgBUEQTBtAAEEASAVBAAsEfyAFQABBAEgFQQALBEAACyAIpyQACyABQQBBgBD8CwAgAyABNgIACyABIAJBH3FBBnRqIgEgASkDACAHQj+HIgggB0L/////////B4MiB0KAgICAgICACIQgByACGyIJQhqIIgogBK0iB36FIAh9fDcDACABIAEpAwggCUL///8fgyIJIAd+IAiFIAh9fDcDCCABIAEpAxAgCiAKfiIIQv////8PgyAHfnw3AxAgASABKQMYIAkgCX4iC0L/////D4MgB358NwMYIAEgASkDICAIQiCIIAd+fDcDICABIAEpAyggC0IgiCAHfnw3AyggASABKQMwIAkgCn4iCEL/////D4MgB358NwMwIAEgASkDOCAIQiCIIAd+fDcDOCAMRAAAAAAAAAAAYQRAIAAgACkDQCAHfDcDQAsjFQRAIAAgACkDSCAErXw3A0gLIAwgACsDUGMEQCAAIAw5A1ALIAwgACsDWGQEQCAAIAw5A1gLBSABQQZGBEAgBUECcQRAIAAgACkDaCAErXw3A2gLIAVBIHEEQCAAIAApA3AgBK18NwNwCwsLC7gBAgJ/AX4jDQR/Iw0oAgQgAGpBgIABSwVBAQsEQAJAQbgIKAIAIgEEQEG4CCABKAIANgIADAELIwAiAa1CgIABfCIDQr+ABHxCEIinPwBrIgJBAEoEf0EQIAIgAkEQTBtAAEEASAVBAAsEfyACQABBAEgFQQALBEAACyADpyQACyABQQA2AgAgAUEINgIEIw0EQCMNIAE2AgAFIAEkKAsgASQNCyMNIw0oAgQiASAAajYCBCMNIAFqC6QCAgV/An4jASIBKQMAIQUjECMRIwd2QQJ0aiIDKAIARQRAAkAjCiMHdCIAQRBNBH9BBAVBICAAQQFrZ2sLIgJBAnRBgAhqIgQoAgAiAARAIAQgACgCADYCAAwBCyMAIgCtQgEgAq2GfCIGQr+ABHxCEIinPwBrIgJBAEoEf0EQIAIgAkEQTBtAAEEASAVBAAsEfyACQABBAEgFQQALBEAACyAGpyQACyADIAA2AgALIxEiAEEBaiQRIxAgACMHdkECdGooAgAjCiAAQQEjB3RBAWtxbGoiAiAFNwMAIAJBCGohAANAIAAgAiMKakkEQCAAQoCAgICAgMD8/wA3AwAgAEEIaiEADAELCyABIAJBCGo2AhQgASABKQMAIwtCBYhYNgIYC9wEAgZ/An4DQCADIxdJBEAgA0EFdEHQ4ABqIgApAwgiBiAGQiGIhULNmdbq/vrrqH9+IgYgBkIhiIVC09iX1OG/rudEfiIGIAZCIYiFIgYjG1gEQAJAI0MhAiAAKAIQIQRBASMIdEEBa0EFdCEFIAYjBn5CIIinQSAjCGt2QQV0IgEjDGohAANAIAApAwhCAFIEfyAGIAApAwBSBUEACwRAIAFBIGogBXEiASMMaiEADAELCyAAIAApAwgiB0IBfDcDCCAHQgFRBEAgACACNgIYIAAgBDYCHAsgB0IAUg0AIAAgBjcDACAAIAI2AhAgACAENgIUIxZBAWokFgNAIxYjQEsEQCMbIxtCAoh9JBsjQUEBaiRBIwgQIQwBCwsjFkEBdEEBIwh0SwRAIwhBAWoQIQsLCyADQQFqIQMMAQsLI0IjF2okQkEAJBcDQCMRI0VLBEAjCyMLQgKIfSQLI0ZBAWokRkEAIQBBACEDA0AgAyMRSQRAIwsjECADIwd2QQJ0aigCACMKQQEjB3RBAWsiASADcWxqIgIpAwBaBEAgACADRwRAIxAgACMHdkECdGooAgAjCiAAIAFxbGogAiMK/AoAAAsgAEEBaiEACyADQQFqIQMMAQsLIAAkESMoIQBBACQoQQAkDQNAIAAEQCAAIAAoAgRqIQEgAEEIaiEDA0AgASADSwRAIAMoAhRBH2pBeHEhAiADKQMAIwtCBYhYBEAgAhAaIAMgAvwKAAALIAIgA2ohAwwBCwsgACgCACAAQbgIKAIANgIAQbgIIAA2AgAhAAwBCwsMAQsLC44DAgd/AXsgACgCuAEiCCgCECABdkEBcQRAQQEPCyAIKAIUIglFBEBBAA8LIAlBAXEEfyABQQJGIAFBAUZyBUEACwRAIAIgCCsDAGYEfyACIAgrAwhlBUEAC0UEQEEBDwsLIAlBAnEEQCADIQcgBCIFIQYDQCAGQQBKBEAgB/0ABAAiDP1kBEAgBSAM/QzAwMDAwMDAwMDAwMDAwMDA/SX9ZEH//wNBASAGdEEBayAGQRBOG3FpayEFCyAGQRBrIQYgB0EQaiEHDAELCyAFIAgoAhhJBH9BAQUgBSAIKAIcSwsEQEEBDwsLIAlBBHEEfyAIKAIgIQogCCgCKCELIAgoAiQhB0EAIQUgAyEGA0AgBiADIARqSQRAIAsgCiAGLQAAai0AACAFIAdsakEBdGovAQAhBSAGQQFqIQYMAQsLIAUgCCgCLGotAABBAUYFQQELRQRAQQEPCyAJQQhxBEAgCCgCMCADIAQQF0UEQEEBDwsLIAlBEHEEfyAAKAKkASADIAQgARAFQQBHBUEACwuIBwIGfwF7IzciAiQcA0ACQCACIAAgASAAayIA/AoAACAAIAJqIQMgAS0AACIAQSJGDQAgAEHcAEcEQEEADwsgAUECaiEAIAEtAAEiAUH1AEYEf0EAIQJBACEBAn8DQCABQQRJBEAgACABai0AACIEQSByIQUgBEEwayIEQQlLBH8gBUHhAGtBBU0EfyAFQdcAawVBfwwECwUgBAsgAkEEdHIhAiABQQFqIQEMAQsLIAILIgFBAEgEQEEADwsgAEEEaiEAIAFBgMADSSABQYCwA09xBEAgAUGAuANPBH9BAQUgAC8BAEHc6gFHCwRAQQAPCyAAQQJqIQZBACECQQAhBANAIARBBEkEQAJAIAQgBmotAAAiB0EgciEFIAdBMGsiB0EJSwR/IAVB4QBrQQVNBH8gBUHXAGsFQX8hAgwCCwUgBwsgAkEEdHIhAiAEQQFqIQQMAgsLCyACQYC4A0ggAkGAwANOcgRAQQAPCyACIAFBCnRqQYC4/xprIQEgAEEGaiEACwJ/IAFBgAFJBEAgAyABOgAAIANBAWoMAQsgAUGAEEkEQCADIAFBBnZBwAFyOgAAIAMgAUE/cUGAAXI6AAEgA0ECagwBCyABQYCABEkEQCADIAFBDHZB4AFyOgAAIAMgAUEGdkE/cUGAAXI6AAEgAyABQT9xQYABcjoAAiADQQNqDAELIAMgAUESdkHwAXI6AAAgAyABQQx2QT9xQYABcjoAASADIAFBBnZBP3FBgAFyOgACIAMgAUE/cUGAAXI6AAMgA0EEagsFAn8gASABQdwARiABQSJGciABQS9Gcg0AGkEIIAFB4gBGDQAaQQwgAUHmAEYNABpBCiABQe4ARg0AGkENIAFB8gBGDQAaQQlBACABQfQARhsLIgFFBEBBAA8LIAMgAToAACADQQFqCyECIAAiAf0ABAAiCP0MIiIiIiIiIiIiIiIiIiIiIv0jIAj9DFxcXFxcXFxcXFxcXFxcXFz9I/1QIAj9DB8fHx8fHx8fHx8fHx8fHx/9dyAI/SP9UP1kIQQDQCAERQRAIAFBEGoiAf0ABAAiCP0MIiIiIiIiIiIiIiIiIiIiIv0jIAj9DFxcXFxcXFxcXFxcXFxcXFz9I/1QIAj9DB8fHx8fHx8fHx8fHx8fHx/9dyAI/SP9UP1kIQQMAQsLIAEgBGhqIQEMAQsLIAMjHGskGCADJDcgAQvhCgIKfwJ+Iw5FBEACQEEEIw90IgNBEE0Ef0EEBUEgIANBAWtnawsiBEECdEGACGoiBSgCACICBEAgBSACKAIANgIADAELIwAiAq1CASAErYZ8IgxCv4AEfEIQiKc/AGsiBEEASgR/QRAgBCAEQRBMG0AAQQBIBUEACwR/IARAAEEASAVBAAsEQAALIAynJAALIAJBACAD/AsAIAIkDgsgAa1Clfip+pe33puef34hDCAAIQMgASECA0AgAkEITwRAIAMpAwAgDIVCpb7j9NGMh9mff34iDEIgiCAMhSEMIAJBCGshAiADQQhqIQMMAQsLQQEjD3RBAWshCCMOIAJBBE8EfiADNQIAIAIgA2pBBGs1AgBCIIaEIAyFQqW+4/TRjIfZn39+IgxCIIggDIUFIAIEfiADMQAAIAMgAkEBdmoxAABCCIaEIAIgA2pBAWsxAABCEIaEIAyFQqW+4/TRjIfZn39+IgxCIIggDIUFIAwLC0KT++eyhte/9FZ+IgxCIIggDIUiDCMGfkIgiKdBICMPa3YiB0ECdGooAgAhBgNAIAYEQCAMIAYpAwBRBH8gASAGKAIMRgVBAAsEQCABIQJBACEEAkAgACIDIAYoAggiBUYNACAFQQdxIANBB3FGBEADQCAFQQdxBEBBACEEIAJFDQMgBS0AACIKIAMtAAAiC2shBCAKIAtHDQMgAkEBayECIAVBAWohBSADQQFqIQMMAQsLA0AgAkEITwRAIAUpAwAgAykDAFEEQCAFQQhqIQUgA0EIaiEDIAJBCGshAgwCCwsLCwNAIAIiBEEBayECIAQEQCAFLQAAIgogAy0AACILayEEIAogC0cNAiAFQQFqIQUgA0EBaiEDDAELC0EAIQQLIARFBEAgBg8LCyAJQQFqIglBgAFLBEBBAA8LIw4gB0EBaiAIcSIHQQJ0aigCACEGDAELCyMSQZDOAEYEQEEADwsCQEGYCCgCACICBEBBmAggAigCADYCAAwBCyMAIgKtQkB9Ig1Cv4AEfEIQiKc/AGsiA0EASgR/QRAgAyADQRBMG0AAQQBIBUEACwR/IANAAEEASAVBAAsEQAALIA2nJAALIAJBAEEs/AsAIAIgDDcDACACIQMCQEEBIAEgAUEBTRsiAkEQTQR/QQQFQSAgAkEBa2drCyIEQQJ0QYAIaiIFKAIAIgIEQCAFIAIoAgA2AgAMAQsjACICrUIBIASthnwiDEK/gAR8QhCIpz8AayIEQQBKBH9BECAEIARBEEwbQABBAEgFQQALBH8gBEAAQQBIBUEACwRAAAsgDKckAAsgAyACNgIIIAMoAgggACAB/AoAACADIAE2AgwjEkECdEGQ4QFqIAM2AgAjDiAHQQJ0aiADNgIAIxJBAWokEiMSQQF0IAhLBEAjDiIAQQQjD3QiAUEQTQR/QQQFQSAgAUEBa2drC0ECdEGACGoiASgCADYCACABIAA2AgAjD0EBaiQPAkBBBCMPdCIBQRBNBH9BBAVBICABQQFrZ2sLIgJBAnRBgAhqIgQoAgAiAARAIAQgACgCADYCAAwBCyMAIgCtQgEgAq2GfCIMQr+ABHxCEIinPwBrIgJBAEoEf0EQIAIgAkEQTBtAAEEASAVBAAsEfyACQABBAEgFQQALBEAACyAMpyQACyAAQQAgAfwLACAAJA5BASMPdEEBayEAQQAhAgNAIAIjEkkEQCMGIAJBAnRBkOEBaigCACkDAH5CIIinQSAjD2t2IQEDQCMOIAFBAnRqKAIABEAgAUEBaiAAcSEBDAELCyMOIAFBAnRqIAJBAnRBkOEBaigCADYCACACQQFqIQIMAQsLCyADC/4kBBB/A34CewF8Iy9BAWpBAnQhDANAIAsjL0kEQCALQQJ0IgIjSGooAgAhESMeIAJqIQ5BACENA0AgASANSwRAIAAgDigCAGpBAWohBiAAIA4oAgRqIQIgDUEFdEHQ4ABqJAEgAiAGSwR/IAYtAABBIkYFQQALBEACQCACQQFrIgcgBkEBaiIFayIGJDsgBSECA0AgAiAHSQRAAkAgAv0ABAD9DCIiIiIiIiIiIiIiIiIiIiL9I/1kIQQgByACayIDQRBJBH8gBEEBIAN0QQFrcQUgBAsNACACQRBqIQIMAgsLCyACIAdJBEAjJiAGQRBqSQRAIyYEQCMlIgMjJiICQRBNBH9BBAVBICACQQFrZ2sLQQJ0QYAIaiICKAIANgIAIAIgAzYCAAsgBkEQaiQmAkAjJiICQRBNBH9BBAVBICACQQFrZ2sLIgNBAnRBgAhqIgIoAgAiBARAIAIgBCgCADYCAAwBCyMAIgStQgEgA62GfCISQr+ABHxCEIinPwBrIgJBAEoEf0EQIAIgAkEQTBtAAEEASAVBAAsEfyACQABBAEgFQQALBEAACyASpyQACyAEJCULIyUhBCAFIQIDQCACIAdJBEAgBCIDQQFqIQQgAyACLQAAIgM6AAAgAkEBaiACIANBIkYbQQFqIQIMAQsLIAQjJWskOyMlIQULIzsiBkUEQCMDBH8gESgCuAEiAgR/IAIoAhBBAXEFQQALBUEACwRAIwFBATYCHAsMAQsjGkE/IAYgBkE/TxutiEIBg6cEQCAFIAYQDQRAIwMEfyARKAK4ASICBH8gAigCEEEBcQVBAAsFQQALBEAjAUEBNgIcCwwCCwsjJwRAIBEgBSAGEBAFAkAgESgCiAEiCgRAIAUhAiAGIQNBASARKAKMASIEdEEBa0EFdCEJIBEoAsQBBH4gAiADEAYFIAOtQpX4qfqXt96bnn9+IRIDQCADQQhPBEAgAikDACAShUKlvuP00YyH2Z9/fiISQiCIIBKFIRIgA0EIayEDIAJBCGohAgwBCwsgA0EETwR+IAI1AgAgAiADakEEazUCAEIghoQgEoVCpb7j9NGMh9mff34iEkIgiCAShQUgAwR+IAIxAAAgAiADQQF2ajEAAEIIhoQgAiADakEBazEAAEIQhoQgEoVCpb7j9NGMh9mff34iEkIgiCAShQUgEgsLQpP757KG17/0Vn4iEkIgiCAShQsjBn5CIIinIghBICAEa3ZBBXQhB0EAIQ8CQANAIA9BgAFJBEAgByAKaiIDKAIEBH8gCCADKAIARgR/IAYgAy8BDEYFQQALBH8gAy0AD0EBcQVBAQsEf0EABSADKAIIIRAgBSEEIAYhAgJ/A0AgAkEITwRAQQAgECkDACAEKQMAUg0CGiACQQhrIQIgEEEIaiEQIARBCGohBAwBCwsgAgR+IBApAwAgBCkDAIVCCCACrX1CA4aGBUIAC1ALCwVBAQsNAiAHQSBqIAlxIQcgD0EBaiEPDAELC0EAIQMLAkAgAwRAIAMoAgQiAgRAIAMgAkEBajYCBAwCCwsgESAFIAZBABAKIQMLIAMEQCADLQAPQQJ2IgIgESgCqAFxBEAgESACIAUgBhAHCyADKQMQJAQgAykDGCQCIwMEQCADLQAPQQJxBEAjAUEBNgIcCyARKAK8AQRAIBEoAqQBIAUgBhAACwsgAy0ADiEDDAILCyAFLQAAIgJBOU0EQEEAIQMCQCAGIAJBLUYiCiACQStGciIJayIIQQFrQQ9LDQBBASEH/QwAAQIDBAUGBwgJCgsMDQ4PIAhBEGv9D/1uIRZBASAIdEEBayAFIAlq/QAEAP0MMDAwMDAwMDAwMDAwMDAwMP1xIhX9DAkJCQkJCQkJCQkJCQkJCQn9Kv1kQX9zcSIEBH8gBGghAiAEIARBAWtxBH9BAQUgBSAJaiACai0AAEEuRwsgCEEBRnINAUECIQcgFiAWIAL9D/0p/W4hFiAIQQFrIAJrBUEACyECIBUgFv0OIhX9DP8A/wD/AP8A/wD/AP8A/wD9Tv0MCgAKAAoACgAKAAoACgAKAP2VASAVQQj9jQH9jgH9DGQAAQBkAAEAZAABAGQAAQD9ugEiFSAV/YYB/QwQJwEAECcBABAnAQAQJwEA/boB/R0AIhJC/////w+DQoDC1y9+IBJCIIh8IhJCgICAgICAgBBYBHwgErohFyACBHwgFyACQQN0QYAJaisDAKMFIBcLBSASQQAgAmsQCSISQn9RDQEgEr8LIheaIBcgChskBSAHIQMLIwWZRAAAAAAAAEBDY0EAIAMbBEBEAAAAAAAAAAAjBSMFRAAAAAAAAAAAYRsiF70iE0Kowc/Sv7nz3XGFQqW+4/TRjIfZn39+IhJCIIggEoVCk/vnsobXv/RWfiISQiCIIBKFJAQgEyQCIANBAUYEQCARIBEpAxBCAXw3AxAFIBEgESkDGEIBfDcDGAsgESARKQNgIAatfDcDYCAGIBEoAoABSQRAIBEgBjYCgAELIAYgESgChAFLBEAgESAGNgKEAQsgEUHIAWogF70iFEI0iKdB/w9xIghBBXZBAnRqIgcoAgAiBEUEQAJAQawIKAIAIgQEQEGsCCAEKAIANgIADAELIwAiBK1CgBB8IhJCv4AEfEIQiKc/AGsiAkEASgR/QRAgAiACQRBMG0AAQQBIBUEACwR/IAJAAEEASAVBAAsEQAALIBKnJAALIARBAEGAEPwLACAHIAQ2AgALIAQgCEEfcUEGdGoiAiAC/QAEACAUQv////////8HgyISQoCAgICAgIAIhCASIAgbIhJCGogiE/0SIBJC////H4MiEv0eASAUQj+H/RIiFf1RIBX90QH9zgH9CwQAIAIgAv0ABBAgEyASQiCGhP0SIhUgFf3eASIV/Qz/////AAAAAP////8AAAAA/U79zgH9CwQQIAIgAv0ABCAgFUEg/c0B/c4B/QsEICACIAIpAzAgEiATfiISQv////8Pg3w3AzAgAiACKQM4IBJCIIh8NwM4IBdEAAAAAAAAAABhBEAgESARKQNAQgF8NwNACyAXIBErA1BjBEAgESAXOQNQCyAXIBErA1hkBEAgESAXOQNYCyARKAKgASMEIhJCIYggEoVCzZnW6v7666h/fiISQiGIIBKFQtPYl9Thv67nRH4iEkIhiCAShSISQjKIp2ohBCASQg6GQoDAAIR5p0EBaiICIAQtAABLBEAgBCACOgAACyMDBEAgESADIBcgBSAGEAgLDAILCyARIAUgBkEAEAwhAwsjASIEIAQpAwgjBCARKQMAhUKlvuP00YyH2Z9/fnw3AwggBCgCFCICBEAgAiARKAKkAUEDdGojAjcDACADQQZGQQAgBCgCGBsEQCAEKQMAIwIgESgCpAEgBSAGEAsLCwsLBQJAIAIgBmsiBUUEQCMDBH8gESgCuAEiAgR/IAIoAhBBAXEFQQALBUEACwRAIwFBATYCHAsMAQsjGkE/IAUgBUE/TxutiEIBg6cEQCAGIAUQDQRAIwMEfyARKAK4ASICBH8gAigCEEEBcQVBAAsFQQALBEAjAUEBNgIcCwwCCwsjJwRAIBEgBiAFEBAFAkAgESgCiAEiCgRAIAYhAyAFIQJBASARKAKMASIEdEEBa0EFdCEJIBEoAsQBBH4gAyACEAYFIAKtQpX4qfqXt96bnn9+IRIDQCACQQhPBEAgAykDACAShUKlvuP00YyH2Z9/fiISQiCIIBKFIRIgAkEIayECIANBCGohAwwBCwsgAkEETwR+IAM1AgAgAiADakEEazUCAEIghoQgEoVCpb7j9NGMh9mff34iEkIgiCAShQUgAgR+IAMxAAAgAyACQQF2ajEAAEIIhoQgAiADakEBazEAAEIQhoQgEoVCpb7j9NGMh9mff34iEkIgiCAShQUgEgsLQpP757KG17/0Vn4iEkIgiCAShQsjBn5CIIinIghBICAEa3ZBBXQhD0EAIRACQANAIBBBgAFJBEAgCiAPaiIDKAIEBH8gCCADKAIARgR/IAUgAy8BDEYFQQALBH8gAy0AD0EBcQVBAQsEf0EABSADKAIIIQcgBiEEIAUhAgJ/A0AgAkEITwRAQQAgBykDACAEKQMAUg0CGiACQQhrIQIgB0EIaiEHIARBCGohBAwBCwsgAgR+IAcpAwAgBCkDAIVCCCACrX1CA4aGBUIAC1ALCwVBAQsNAiAPQSBqIAlxIQ8gEEEBaiEQDAELC0EAIQMLAkAgAwRAIAMoAgQiAgRAIAMgAkEBajYCBAwCCwsgESAGIAVBABAKIQMLIAMEQCADLQAPQQJ2IgIgESgCqAFxBEAgESACIAYgBRAHCyADKQMQJAQgAykDGCQCIwMEQCADLQAPQQJxBEAjAUEBNgIcCyARKAK8AQRAIBEoAqQBIAYgBRAACwsgAy0ADiEDDAILCyAGLQAAIgJBOU0EQEEAIQMCQCAFIAJBLUYiCiACQStGciIJayIIQQFrQQ9LDQBBASEH/QwAAQIDBAUGBwgJCgsMDQ4PIAhBEGv9D/1uIRZBASAIdEEBayAGIAlq/QAEAP0MMDAwMDAwMDAwMDAwMDAwMP1xIhX9DAkJCQkJCQkJCQkJCQkJCQn9Kv1kQX9zcSIEBH8gBGghAiAEIARBAWtxBH9BAQUgBiAJaiACai0AAEEuRwsgCEEBRnINAUECIQcgFiAWIAL9D/0p/W4hFiAIQQFrIAJrBUEACyECIBUgFv0OIhX9DP8A/wD/AP8A/wD/AP8A/wD9Tv0MCgAKAAoACgAKAAoACgAKAP2VASAVQQj9jQH9jgH9DGQAAQBkAAEAZAABAGQAAQD9ugEiFSAV/YYB/QwQJwEAECcBABAnAQAQJwEA/boB/R0AIhJC/////w+DQoDC1y9+IBJCIIh8IhJCgICAgICAgBBYBHwgErohFyACBHwgFyACQQN0QYAJaisDAKMFIBcLBSASQQAgAmsQCSISQn9RDQEgEr8LIheaIBcgChskBSAHIQMLIwWZRAAAAAAAAEBDY0EAIAMbBEBEAAAAAAAAAAAjBSMFRAAAAAAAAAAAYRsiF70iE0Kowc/Sv7nz3XGFQqW+4/TRjIfZn39+IhJCIIggEoVCk/vnsobXv/RWfiISQiCIIBKFJAQgEyQCIANBAUYEQCARIBEpAxBCAXw3AxAFIBEgESkDGEIBfDcDGAsgESARKQNgIAWtfDcDYCAFIBEoAoABSQRAIBEgBTYCgAELIAUgESgChAFLBEAgESAFNgKEAQsgEUHIAWogF70iFEI0iKdB/w9xIghBBXZBAnRqIgcoAgAiBEUEQAJAQawIKAIAIgQEQEGsCCAEKAIANgIADAELIwAiBK1CgBB8IhJCv4AEfEIQiKc/AGsiAkEASgR/QRAgAiACQRBMG0AAQQBIBUEACwR/IAJAAEEASAVBAAsEQAALIBKnJAALIARBAEGAEPwLACAHIAQ2AgALIAQgCEEfcUEGdGoiAiAC/QAEACAUQv////////8HgyISQoCAgICAgIAIhCASIAgbIhJCGogiE/0SIBJC////H4MiEv0eASAUQj+H/RIiFf1RIBX90QH9zgH9CwQAIAIgAv0ABBAgEyASQiCGhP0SIhUgFf3eASIV/Qz/////AAAAAP////8AAAAA/U79zgH9CwQQIAIgAv0ABCAgFUEg/c0B/c4B/QsEICACIAIpAzAgEiATfiISQv////8Pg3w3AzAgAiACKQM4IBJCIIh8NwM4IBdEAAAAAAAAAABhBEAgESARKQNAQgF8NwNACyAXIBErA1BjBEAgESAXOQNQCyAXIBErA1hkBEAgESAXOQNYCyARKAKgASMEIhJCIYggEoVCzZnW6v7666h/fiISQiGIIBKFQtPYl9Thv67nRH4iEkIhiCAShSISQjKIp2ohBCASQg6GQoDAAIR5p0EBaiICIAQtAABLBEAgBCACOgAACyMDBEAgESADIBcgBiAFEAgLDAILCyARIAYgBUEAEAwhAwsjASIEIAQpAwgjBCARKQMAhUKlvuP00YyH2Z9/fnw3AwggBCgCFCICBEAgAiARKAKkAUEDdGojAjcDACADQQZGQQAgBCgCGBsEQCAEKQMAIwIgESgCpAEgBiAFEAsLCwsLCyANQQFqIQ0gDCAOaiEODAELCyALQQFqIQsMAQsLIwMEQEEAIQIDQCABIAJLBEAgAkEFdEHQ4ABqIgMoAhwEQCADJAEjHiACIAxsaiIEKAIAQQFqIgMgAGogBCAMakEEaygCACADayMBKAIQEAELIAJBAWohAgwBCwsLEBwL+QICBX8BfiMMIQFBASMIQQVqdCEEIAAkCAJAQQEjCEEFanQiAkEQTQR/QQQFQSAgAkEBa2drCyIDQQJ0QYAIaiIFKAIAIgAEQCAFIAAoAgA2AgAMAQsjACIArUIBIAOthnwiBkK/gAR8QhCIpz8AayIDQQBKBH9BECADIANBEEwbQABBAEgFQQALBH8gA0AAQQBIBUEACwRAAAsgBqckAAsgAEEAIAL8CwAgACQMQQAkFiABIQADQCAAIAEgBGpJBEAgACkDCFAEf0EBBSMbIAApAwBUC0UEQEEBIwh0QQFrQQV0IQUgACkDACIGIwZ+QiCIp0EgIwhrdkEFdCICIwxqIQMDQCADKQMIQgBSBH8gBiADKQMAUgVBAAsEQCACQSBqIAVxIgIjDGohAwwBCwsgAyAAQSD8CgAAIxZBAWokFgsgAEEgaiEADAELCyABIARBEE0Ef0EEBUEgIARBAWtnawtBAnRBgAhqIgAoAgA2AgAgACABNgIAC9UFAQd/AkAgAUG0AUsNACAAIAFqIQIDQCAAIAJJBH8gAC0AACIDQQlGIANBIEZyBUEACwRAIABBAWohAAwBCwsDQCAAIAJJBH8gAkEBay0AACIDQQlGIANBIEZyBUEACwRAIAJBAWshAgwBCwsgAEEBaiAAIAAgAkkEfyAALQAAQS1GBH9BAQUgAC0AAEErRgsFQQALGyIAIQgDQCAAIAJJBH8gAC0AAEEwa0EJTQVBAAsEQCAAQQFqIQAMAQsLIAAgCGsiBkUNAANAQQAhAwJAIAAgAk8NAEEBIQMgAC0AACIEQSBGIARBLkZyIARBJ0ZyDQAgBEHCAUYEQEECQQAgAiAAa0ECTwR/IAAtAAFBoAFGBUEACxshAwwBC0EAIQMgBEHiAUcgAiAAa0EDSXIEf0EBBSAALQABQYABRwsNAEEDQQAgAC0AAiIDQa8BRiADQZkBRnIbIQMLIAMEQCAAIANqIQQDQCACIARLBH8gBC0AAEEwa0EJTQVBAAsEQCAEQQFqIQQMAQsLIAQgACADamtBA0cNAiAHIANBAWtqIQcgACADQQNqaiEAIAVBAWohBQwBCwsgBkEDS0EAIAUbDQAgASAHa0E8Sw0AIAAgAk8Ef0EBBSAALQAAQSxHCw0AIABBAWoiASEAA0AgACACSQR/IAAtAABBMGtBCU0FQQALBEAgAEEBaiEADAELCyAAIAFrIgFFDQAgACACSSIDBEAgAC0AAEEgckHlAEcNASACIABBAWoiAEsEfyAALQAAQS1GBH9BAQUgAC0AAEErRgsFQQALBEAgAEEBaiEACyAAIQQDQCAAIAJJBH8gAC0AAEEwa0EJTQVBAAsEQCAAQQFqIQAMAQsLIAAgBEYgACACR3INAQsgA0UiAARAIAVFIQALIAAEQCAGQQNNIQALIAAEQCABQQNGIQALQSJBAiAABH8gCC0AAEEwRwUgAAsbDwtBAAvqAQEBfiABrUKV+Kn6l7fem55/fiEDIABB8NsAaiEAA0AgAUEITwRAIAApAwAgA4VCpb7j9NGMh9mff34iA0IgiCADhSEDIAFBCGshASAAQQhqIQAMAQsLIAFBBE8EfiAANQIAIAAgAWpBBGs1AgBCIIaEIAOFQqW+4/TRjIfZn39+IgNCIIggA4UFIAEEfiAAMQAAIAAgAUEBdmoxAABCCIaEIAAgAWpBAWsxAABCEIaEIAOFQqW+4/TRjIfZn39+IgNCIIggA4UFIAMLC0KT++eyhte/9FZ+IgNCIIggA4UkCSACJBRBACQVCyIAQdCZBCQAQn8kG0HQ4AAkAUJ/JAtBACQiQQAkLkEAJB0LEAAgAEIBhCQGIAFCAYQkMgsSACAAJDwgASQ9IAIkPiADJD8LlwQCAn4IfyADBH9BAQUgACgCwAELRQRAQQEPCyAAKAKIASEKQQEgACgCjAEiBnRBAWtBBXQhCyADQQFzIgytIQUjBiAAKALEAQR+IAEgAhAGBSACrUKV+Kn6l7fem55/fiEEIAEhACACIQMDQCADQQhPBEAgACkDACAEhUKlvuP00YyH2Z9/fiIEIARCIIiFIQQgA0EIayEDIABBCGohAAwBCwsgA0EETwR+IAA1AgAgACADakEEazUCAEIghoQgBIVCpb7j9NGMh9mff34iBCAEQiCIhQUgAwR+IAAxAAAgACADQQF2ajEAAEIIhoQgACADakEBazEAAEIQhoQgBIVCpb7j9NGMh9mff34iBCAEQiCIhQUgBAsLQpP757KG17/0Vn4iBCAEQiCIhQsgBXx+QiCIpyINQSAgBmt2QQV0IQgCQANAIAlBgAFJBEAgCCAKaiIGKAIEBH8gDSAGKAIARgR/IAIgBi8BDEYFQQALBH8gBi0AD0EBcSAMRgVBAAsEfyAGKAIIIQcgASEDIAIhAAJ/A0AgAEEITwRAQQAgBykDACADKQMAUg0CGiAAQQhrIQAgB0EIaiEHIANBCGohAwwBCwsgAAR+IAcpAwAgAykDAIVCCCAArX1CA4aGBUIAC1ALBUEACwVBAQsNAiAIQSBqIAtxIQggCUEBaiEJDAELC0EAIQYLIAYEfyAGKAIEBUEAC0ULywECAX4CfyABJEUgAEEBakEDdCQKA0AjCiMHQQFqIgB0QYCAEE0EQCAAJAcMAQsLAkAgAUGABGojB3ZBAWpBAnQiA0EQTQR/QQQFQSAgA0EBa2drCyIBQQJ0QYAIaiIEKAIAIgAEQCAEIAAoAgA2AgAMAQsjACIArUIBIAGthnwiAkK/gAR8QhCIpz8AayIBQQBKBH9BECABIAFBEEwbQABBAEgFQQALBH8gAUAAQQBIBUEACwRAAAsgAqckAAsgAEEAIAP8CwAgACQQC9kFAgh/An4CQEEBIxEiBCAEQQFNG0EEdCIBQRBNBH9BBAVBICABQQFrZ2sLIgFBAnRBgAhqIgMoAgAiAgRAIAMgAigCADYCAAwBCyMAIgKtQgEgAa2GfCIIQr+ABHxCEIinPwBrIgFBAEoEf0EQIAEgAUEQTBtAAEEASAVBAAsEfyABQABBAEgFQQALBEAACyAIpyQACyACIQMCQCAEQQFqQQJ0IgZBEE0Ef0EEBUEgIAZBAWtnawsiB0ECdEGACGoiASgCACICBEAgASACKAIANgIADAELIwAiAq1CASAHrYZ8IghCv4AEfEIQiKc/AGsiAUEASgR/QRAgASABQRBMG0AAQQBIBUEACwR/IAFAAEEASAVBAAsEQAALIAinJAALIAJBACAG/AsAIwtBAiAEIARBAk0brYBCAXwhCANAIAAgBEkEQCACIxAgACMHdkECdGooAgAjCiAAQQEjB3RBAWtxbGopAwAgCICnQQJ0aiIBIAEoAgBBAWo2AgAgAEEBaiEADAELC0EAIQADQCAAIARNBEAgAiAAQQJ0aiIBKAIAIQYgASAFNgIAIAUgBmohBSAAQQFqIQAMAQsLQQAhAANAIAAgBEkEQCACIxAgACMHdkECdGooAgAjCiAAQQEjB3RBAWtxbGopAwAiCSAIgKdBAnRqIgEoAgAhBSABIAVBAWo2AgAgAyAFQQR0aiIBIAk3AwAgASAArTcDCCAAQQFqIQAMAQsLQQEhBQNAIAQgBUsEQCADIAVBBHRqIgApAwAhCCAAKQMIIQkDQCAAIANLBH8gAEEQaykDACAIVgVBAAsEQCAAIABBEGsiASkDADcDACAAIABBCGspAwA3AwggASEADAELCyAAIAg3AwAgACAJNwMIIAVBAWohBQwBCwsgAiAEQQFqQQJ0IgBBEE0Ef0EEBUEgIABBAWtnawtBAnRBgAhqIgAoAgA2AgAgACACNgIAIAMLVwECfwNAIAMjEUkEQCACIANBA3RqIxAgACADQQR0aigCCCIEIwd2QQJ0aigCACMKIARBASMHdEEBa3FsaiABQQFqQQN0aikDADcDACADQQFqIQMMAQsLCwQAIygLCgAgAEEBNgK8AQsNAEEBJAMgAEEARyQ1CwYAIAAkRAsJACAAQQBHJCcLBwAjASgCEAsaACAAJEMgAEEBaq1Clfip+pe33puef34kNAvJBgIJfwF+IxpBPyACIAJBP08brYhCAYOnIQMgAgR/IAMEfyABIAIQDQVBAAsFQQELBEAjAwR/IAAoArgBIgAEfyAAKAIQQQFxBUEACwVBAAsEQCMBQQE2AhwLDwsCfyAAIgQoAogBIggEQCABIQMgAiEAQQEgBCgCjAEiBXRBAWtBBXQhCSMGIAQoAsQBBH4gAyAAEAYFIACtQpX4qfqXt96bnn9+IQwDQCAAQQhPBEAgAykDACAMhUKlvuP00YyH2Z9/fiIMIAxCIIiFIQwgAEEIayEAIANBCGohAwwBCwsgAEEETwR+IAM1AgAgACADakEEazUCAEIghoQgDIVCpb7j9NGMh9mff34iDCAMQiCIhQUgAAR+IAMxAAAgAyAAQQF2ajEAAEIIhoQgACADakEBazEAAEIQhoQgDIVCpb7j9NGMh9mff34iDCAMQiCIhQUgDAsLQpP757KG17/0Vn4iDCAMQiCIhQtCAXx+QiCIpyIKQSAgBWt2QQV0IQYCQAJ/A0AgB0GAAUkEQCAGIAhqIgsoAgQEfyAKIAsoAgBGBH8gAiALLwEMRgVBAAsEfyALLQAPQQFxBUEACwR/IAsoAgghBSABIQAgAiEDAn8DQCADQQhPBEBBACAFKQMAIAApAwBSDQIaIANBCGshAyAFQQhqIQUgAEEIaiEADAELCyADBH4gBSkDACAAKQMAhUIIIAOtfUIDhoYFQgALUAsFQQALBUEBCyEAIAsgAA0CGiAGQSBqIAlxIQYgB0EBaiEHDAELC0EACyIABEAgACgCBCIDBEAgACADQQFqNgIEDAILCyAEIAEgAkEBEAohAAsgAARAIAAtAA9BAnYiAyAEKAKoAXEEQCAEIAMgASACEAcLIAApAxAkBCAAKQMYJAIjAwRAIAAtAA9BAnEEQCMBQQE2AhwLIAQoArwBBEAgBCgCpAEgASACEAALCyAALQAODAILCyABLQAAGiAEIAEgAkEBEAwLIQAjASIDIAMpAwgjBCAEKQMAhUKlvuP00YyH2Z9/fnw3AwggAygCFCIFBEAgBSAEKAKkAUEDdGojAjcDACAAQQZGQQAgAygCGBsEQCADKQMAIwIgBCgCpAEgASACEAsLCwuDAQICfwF+AkBBmAgoAgAiAgRAQZgIIAIoAgA2AgAMAQsjACICrUJAfSIEQr+ABHxCEIinPwBrIgNBAEoEf0EQIAMgA0EQTBtAAEEASAVBAAsEfyADQABBAEgFQQALBEAACyAEpyQACyACQQBBNPwLACACIAEQFjYCMCAAIAI2ArgBIAILDQAgACgCMCABIAIQGAsFAEHACgvLBAMKfwF8An4gACICIAFqIQQDQCACIARJBH8gAi0AACIJQQlGIAlBIEZyBUEACwRAIAJBAWohAgwBCwsDQCACIARJBH8gBEEBay0AACIJQQlGIAlBIEZyBUEACwRAIARBAWshBAwBCwsCQCACIARGDQAgAkEBaiACIAItAAAiAkEtRiIKIAJBK0ZyGyECA0AgAiAESQRAAkAgAi0AACILQTBrIglBCU0EQEEBIQggBkETSQR/IAZBAWogBiAJrSANQgp+fCINQgBSGyEGIANBAWsgAyAFGwVBASAJQQBHIAcbIQcgAyADQQFqIAUbCyEDBSAFRSALQS5GcUUNAUEBIQULIAJBAWohAgwCCwsLIAhFDQAgBUUhBiACIARJBEAgAi0AAEEgckHlAEcNAUEAIQYgAkEBaiICIARGDQEgBCACQQFqIAIgAi0AACIIQStGIAhBLUZyGyICRg0BQQAhBQNAIAIgBEkEQCACLQAAQTBrIglBCUsNAyAFQQpsIAlqIAUgBUGAwtcvSBshBSACQQFqIQIMAQsLIANBACAFayAFIAhBLUYbaiEDCwJAIAdFIA1CgICAgICAgBBYcQRAIA26IQwgA0UNASADQQBIIANBak5xBEAgDEEAIANrQQN0QYAJaisDAKMhDAwCCwsgDSADEAkiDr8hDCAOQn9SBH8gBwR/IA1CAXwgAxAJIA5RBUEBCwVBAAsNACAAIAEQApkhDAsgDJogDCAKGyQFIAxEAAAAAAAA8H9hBEBBBA8LQQFBAiAGGw8LQQALCAAgABAWJDMLLAAjMyAAIAEQGCMaQgFBPyABIAFBP08brYaEJBogAC0AAEHQ3gBqQQE6AAALLgAgACABQRBNBH9BBAVBICABQQFrZ2sLQQJ0QYAIaiIBKAIANgIAIAEgADYCAAuGAQIBfgJ/IABBEE0Ef0EEBUEgIABBAWtnawsiAkECdEGACGoiAygCACIABEAgAyAAKAIANgIAIAAPCyMAIgCtQgEgAq2GfCIBQr+ABHxCEIinPwBrIgJBAEoEf0EQIAIgAkEQTBtAAEEASAVBAAsEfyACQABBAEgFQQALBEAACyABpyQAIAALvwoCB38Be0EAJC0DQCAALQAAIgFBCUYgAUEgRnIgAUENRnIEQCAAQQFqIQAMAQsLIAAtAABBCkYEQCAAQQFqDwsCQCAALQAAQfsARw0AIypBAWokKiM2JDcjLCEGQdDgASEDIABBAWohAQNAIAEtAAAiAkEJRiACQSBGciACQQ1GcgRAIAFBAWohAQwBCwsgAS0AAEH9AEYEQCABIQAFA0AgAEEBaiEAIAMoAiQiAgR/IAAhASACKAIQIQQCf0EAIAIoAhQiBUUNABoDQCAFQRBKBEBBACAB/QAEACAE/QAEAP0j/WNFDQIaIAVBEGshBSABQRBqIQEgBEEQaiEEDAELC0EBIAV0QQFrIAH9AAQAIAT9AAQA/SP9ZEF/c3FFCwVBAAsEQCAAIAIoAhRqIQAFIAMoAigiAgR/IAAhASACKAIQIQQCf0EAIAIoAhQiBUUNABoDQCAFQRBKBEBBACAB/QAEACAE/QAEAP0j/WNFDQIaIAVBEGshBSABQRBqIQEgBEEQaiEEDAELC0EBIAV0QQFrIAH9AAQAIAT9AAQA/SP9ZEF/c3FFCwVBAAsEQCADIAMoAiQ2AiggAyACNgIkIAAgAigCFGohAAUgACADEDwiAEUNBCADKAIkIQILCyMqIAIoAiBGDQIgAiMqNgIgIAIhAyAALQAAIgFBCUYgAUEgRnIgAUENRnIEQANAIAAtAAAiAUEJRiABQSBGciABQQ1GcgRAIABBAWohAAwBCwsgAC0AACEBCyAGIAMoAhw2AgAgAUEiRgR/IABBAWoiAiIB/QAEACII/QwiIiIiIiIiIiIiIiIiIiIi/SMgCP0MXFxcXFxcXFxcXFxcXFxcXP0j/VAgCP0MHx8fHx8fHx8fHx8fHx8fH/13IAj9I/1Q/WQhAANAIABFBEAgAUEQaiIB/QAEACII/QwiIiIiIiIiIiIiIiIiIiIi/SMgCP0MXFxcXFxcXFxcXFxcXFxcXP0j/VAgCP0MHx8fHx8fHx8fHx8fHx8fH/13IAj9I/1Q/WQhAAwBCwsCQCABIABoaiIALQAAQSJGBEAgAiQcIAAgAmskGAwBCyACIAAQHiEACyAARQ0DIAYjHDYCBCAGIxg2AgggBkEBNgIMIAZBEGohBiAAQQFqBSABQTlNBEACQCAALQAAQS1GIgUgAGoiB/0ABAD9DDAwMDAwMDAwMDAwMDAwMDD9cf0MCQkJCQkJCQkJCQkJCQkJCf0q/WQiBEF/c2giAkEQTwRAIAAQDiEBDAELQQAhASACBH8gAkEBSwR/IActAABBMEYFQQALBUEBCw0AIAIgB2otAAAiAUEuRgR/IAQgAkEBanZBf3NoIgFFBEAgABAOIQEMAgsgAiABQQFqaiICQRBPBEAgABAOIQEMAgsgAiAHai0AAAUgAQtBIHJB5QBGBH8gABAOBSACIAVqCyEBCwUgAUHmAEYEf0EFQQAgACgCAUHh2M2rBkYbBUEEQQAgACgCAEH05NWrBkYbCyEBCyABBH8gBiAANgIEIAYgATYCCCAGQQA2AgwgBkEQaiEGIAAgAWoFIAAoAgBB7uqx4wZHDQQgAEEEagsLIgAtAAAiAUEJRiABQSBGciABQQ1GcgRAA0AgAC0AACIBQQlGIAFBIEZyIAFBDUZyBEAgAEEBaiEADAELCyAALQAAIQELIAFBLEYNAAsgAUH9AEcNAQsgAEEBaiEBA0AgAS0AACIAQQlGIABBIEZyIABBDUZyBEAgAUEBaiEBDAELCyABLQAAQQpHDQAgBiQtIAFBAWoPC0EAC8oFAwV/AXsBfiAAIQIDQCACLQAAIgNBCUYgA0EgRnIgA0ENRnIEQCACQQFqIQIMAQsLIAItAABBIkcEQEEADwsgAkEBaiIEIQMgBP0ABAAiB/0MIiIiIiIiIiIiIiIiIiIiIv0jIAf9DFxcXFxcXFxcXFxcXFxcXFz9I/1QIAf9DB8fHx8fHx8fHx8fHx8fHx/9dyAH/SP9UP1kIQIDQCACRQRAIANBEGoiA/0ABAAiB/0MIiIiIiIiIiIiIiIiIiIiIv0jIAf9DFxcXFxcXFxcXFxcXFxcXFz9I/1QIAf9DB8fHx8fHx8fHx8fHx8fHx/9dyAH/SP9UP1kIQIMAQsLAkAgAyACaGoiAi0AAEEiRgRAIAQkHCACIARrJBgMAQsgBCACEB4hAgsjGEUgAkVyIxhBgCBLcgRAQQAPCyMSIQMjHCMYEB8iBUUEQEEADwsjEiADRwRAQQEkKwsgAkEBaiECA0AgAi0AACIDQQlGIANBIEZyIANBDUZyBEAgAkEBaiECDAELCyACLQAAQTpHBEBBAA8LIAJBAWohAgNAIAItAAAiA0EJRiADQSBGciADQQ1GcgRAIAJBAWohAgwBCwsgASABKAIkNgIoIAEgBTYCJCACIABrIgFBACABQYAITRsiAyAFKAIYIgFLBEAgAQRAIAUoAhAiBCABQRBNBH9BBAVBICABQQFrZ2sLQQJ0QYAIaiIBKAIANgIAIAEgBDYCAAsCQCADQRBNBH9BBAVBICADQQFrZ2sLIgRBAnRBgAhqIgYoAgAiAQRAIAYgASgCADYCAAwBCyMAIgGtQgEgBK2GfCIIQr+ABHxCEIinPwBrIgRBAEoEf0EQIAQgBEEQTBtAAEEASAVBAAsEfyAEQABBAEgFQQALBEAACyAIpyQACyAFIAE2AhAgBSADNgIYCyAFKAIQIAAgA/wKAAAgBSADNgIUIAIL0hUEEn8DfgJ7AXxBACQiQQAkKyABQSBqIgQjKUsEQCMpBEAjNiIDIykiBUEQTQR/QQQFQSAgBUEBa2drC0ECdEGACGoiBSgCADYCACAFIAM2AgALAkAgBEEQTQR/QQQFQSAgBEEBa2drCyIFQQJ0QYAIaiIGKAIAIgMEQCAGIAMoAgA2AgAMAQsjACIDrUIBIAWthnwiFUK/gAR8QhCIpz8AayIFQQBKBH9BECAFIAVBEEwbQABBAEgFQQALBH8gBUAAQQBIBUEACwRAAAsgFackAAsgAyQ2IAQkKQsjLEUEQAJAQcgIKAIAIgMEQEHICCADKAIANgIADAELIwAiA61CgIAQfCIVQr+ABHxCEIinPwBrIgRBAEoEf0EQIAQgBEEQTBtAAEEASAVBAAsEfyAEQABBAEgFQQALBEAACyAVpyQACyADJCwLIAAgAWohECAAIQQjOCENA0AgBCAQSQRAAkAgBCIIEDsiBEUgBCAIa0GAgIAIS3IEQEECJCIgCyAIIAsbIQsMAQsjKwRAIAsgCCALGyELDAMLIy0EQCMXIgFBAWokFyABQQV0QdDgAGokASMBIgEgDTYCECABQgA3AwggAUEANgIUIAEjNTYCHCABIzQgAiAIIABrrXyFIhVCIYggFYVCzZnW6v7666h/fiIVQiGIIBWFQtPYl9Thv67nRH4iFUIhiCAVhTcDACMLIAEpAwBaBEAQGwsjRyEOIywhCgNAIAojLUkEQCAKKAIAIQkgCigCBCEFIAooAgwEQCAJIAUgCigCCBAyBQJAIAooAggiBkUEQCMDBH8gCSgCuAEiAQR/IAEoAhBBAXEFQQALBUEACwRAIwFBATYCHAsMAQsjGkE/IAYgBkE/TxutiEIBg6cEQCAFIAYQDQRAIwMEfyAJKAK4ASIBBH8gASgCEEEBcQVBAAsFQQALBEAjAUEBNgIcCwwCCwsjJwRAIAkgBSAGEBAFAkAgCSgCiAEiEQRAIAUhAyAGIQFBASAJKAKMASIHdEEBa0EFdCETIAkoAsQBBH4gAyABEAYFIAGtQpX4qfqXt96bnn9+IRUDQCABQQhPBEAgAykDACAVhUKlvuP00YyH2Z9/fiIVQiCIIBWFIRUgAUEIayEBIANBCGohAwwBCwsgAUEETwR+IAM1AgAgASADakEEazUCAEIghoQgFYVCpb7j9NGMh9mff34iFUIgiCAVhQUgAQR+IAMxAAAgAyABQQF2ajEAAEIIhoQgASADakEBazEAAEIQhoQgFYVCpb7j9NGMh9mff34iFUIgiCAVhQUgFQsLQpP757KG17/0Vn4iFUIgiCAVhQsjBn5CIIinIhRBICAHa3ZBBXQhDEEAIQ8CQAJ/A0AgD0GAAUkEQCAMIBFqIhIoAgQEfyAUIBIoAgBGBH8gBiASLwEMRgVBAAsEfyASLQAPQQFxBUEBCwR/QQAFIBIoAgghAyAFIQcgBiEBAn8DQCABQQhPBEBBACADKQMAIAcpAwBSDQIaIAFBCGshASADQQhqIQMgB0EIaiEHDAELCyABBH4gAykDACAHKQMAhUIIIAGtfUIDhoYFQgALUAsLBUEBCyEBIBIgAQ0CGiAMQSBqIBNxIQwgD0EBaiEPDAELC0EACyIBBEAgASgCBCIDBEAgASADQQFqNgIEDAILCyAJIAUgBkEAEAohAQsgAQRAIAEtAA9BAnYiAyAJKAKoAXEEQCAJIAMgBSAGEAcLIAEpAxAkBCABKQMYJAIjAwRAIAEtAA9BAnEEQCMBQQE2AhwLIAkoArwBBEAgCSgCpAEgBSAGEAALCyABLQAOIQEMAgsLIAUtAAAiA0E5TQRAQQAhAQJAIAYgA0EtRiIHIANBK0ZyIgxrIg9BAWtBD0sNAEEBIQP9DAABAgMEBQYHCAkKCwwNDg8gD0EQa/0P/W4hGEEBIA90QQFrIAUgDGr9AAQA/QwwMDAwMDAwMDAwMDAwMDAw/XEiGf0MCQkJCQkJCQkJCQkJCQkJCf0q/WRBf3NxIhEEfyARaCESIBEgEUEBa3EEf0EBBSAFIAxqIBJqLQAAQS5HCyAPQQFGcg0BQQIhAyAYIBggEv0P/Sn9biEYIA9BAWsgEmsFQQALIQwgGSAY/Q4iGP0M/wD/AP8A/wD/AP8A/wD/AP1O/QwKAAoACgAKAAoACgAKAAoA/ZUBIBhBCP2NAf2OAf0MZAABAGQAAQBkAAEAZAABAP26ASIYIBj9hgH9DBAnAQAQJwEAECcBABAnAQD9ugH9HQAiFUL/////D4NCgMLXL34gFUIgiHwiFUKAgICAgICAEFgEfCAVuiEaIAwEfCAaIAxBA3RBgAlqKwMAowUgGgsFIBVBACAMaxAJIhVCf1ENASAVvwsiGpogGiAHGyQFIAMhAQsjBZlEAAAAAAAAQENjQQAgARsEQEQAAAAAAAAAACMFIwVEAAAAAAAAAABhGyIavSIVQqjBz9K/ufPdcYVCpb7j9NGMh9mff34iFkIgiCAWhUKT++eyhte/9FZ+IhZCIIggFoUkBCAVJAIgAUEBRgRAIAkgCSkDEEIBfDcDEAUgCSAJKQMYQgF8NwMYCyAJIAkpA2AgBq18NwNgIAYgCSgCgAFJBEAgCSAGNgKAAQsgBiAJKAKEAUsEQCAJIAY2AoQBCyAJQcgBaiAavSIWQjSIp0H/D3EiB0EFdkECdGoiDCgCACIDRQRAAkBBrAgoAgAiAwRAQawIIAMoAgA2AgAMAQsjACIDrUKAEHwiFUK/gAR8QhCIpz8AayIPQQBKBH9BECAPIA9BEEwbQABBAEgFQQALBH8gD0AAQQBIBUEACwRAAAsgFackAAsgA0EAQYAQ/AsAIAwgAzYCAAsgAyAHQR9xQQZ0aiIDIAP9AAQAIBZC/////////weDIhVCgICAgICAgAiEIBUgBxsiF0IaiCIV/RIgF0L///8fgyIX/R4BIBZCP4f9EiIY/VEgGP3RAf3OAf0LBAAgAyAD/QAEECAVIBdCIIaE/RIiGCAY/d4BIhj9DP////8AAAAA/////wAAAAD9Tv3OAf0LBBAgAyAD/QAEICAYQSD9zQH9zgH9CwQgIAMgAykDMCAVIBd+IhVC/////w+DfDcDMCADIAMpAzggFUIgiHw3AzggGkQAAAAAAAAAAGEEQCAJIAkpA0BCAXw3A0ALIBogCSsDUGMEQCAJIBo5A1ALIBogCSsDWGQEQCAJIBo5A1gLIAkoAqABIwQiFUIhiCAVhULNmdbq/vrrqH9+IhVCIYggFYVC09iX1OG/rudEfiIVQiGIIBWFIhVCMoinaiEDIBVCDoZCgMAAhHmnQQFqIgcgAy0AAEsEQCADIAc6AAALIwMEQCAJIAEgGiAFIAYQCAsMAgsLIAkgBSAGQQAQDCEBCyMBIgMgAykDCCMEIAkpAwCFQqW+4/TRjIfZn39+fDcDCCADKAIUIgcEQCAHIAkoAqQBQQN0aiMCNwMAIAFBBkZBACADKAIYGwRAIAMpAwAjAiAJKAKkASAFIAYQCwsLCwsLIA5BAWsgDiAOBH8gCSgCuAEiAQR/IAEoAhBBAXEFQQALBUEACxshDiAKQRBqIQoMAQsLQezgACgCAEEARxAcIA5yBEAgCCAEIAhrIA0QAQsLIA1BAWohDQwCCwsLIA0kOCMiQQEjKxtFBEBBASQiCyALIBAgCxsgAGsLCgAgACQ4IAEkRwsqACABRSABQYAgS3IEQEEADwsgACABEB8iAEUEQEEADwsgACACNgIcQQELEgAgAEECdEGQ4QFqKAIAKAIMCxIAIABBAnRBkOEBaigCACgCCAsRACAAKAKIAQRAIABBABASCwsFAEHIAQurAgICfwF+AkBBpAgoAgAiAgRAQaQIIAIoAgA2AgAMAQsjACICrUKABHwiBEK/gAR8QhCIpz8AayIDQQBKBH9BECADIANBEEwbQABBAEgFQQALBH8gA0AAQQBIBUEACwRAAAsgBKckAAsgAkEAQcgD/AsAIAIgADYCpAEgAiABNwMAIAJEAAAAAAAA8H85A1AgAkQAAAAAAADw/zkDWCACQX82AoABIAJBHzYCqAECQEGkCCgCACIABEBBpAggACgCADYCAAwBCyMAIgCtQoAEfCIBQr+ABHxCEIinPwBrIgNBAEoEf0EQIAMgA0EQTBtAAEEASAVBAAsEfyADQABBAEgFQQALBEAACyABpyQACyAAQQBBgAT8CwAgAiAANgKIASACQQQ2AowBIAILnwUCEX8BfiMvIgtBAWpBAnQhDCMfRQRAQYAEQYCACCAMbiICIAJBgARLGyICQQEgAhskOiM6IAxsJB8CQCMfIgJBEE0Ef0EEBUEgIAJBAWtnawsiBUECdEGACGoiBigCACICBEAgBiACKAIANgIADAELIwAiAq1CASAFrYZ8IhNCv4AEfEIQiKc/AGsiBUEASgR/QRAgBSAFQRBMG0AAQQBIBUEACwR/IAVAAEEASAVBAAsEQAALIBOnJAALIAIkHgsjIyEQIxkjE0ECdGohESM5IQIjHiEFIxkhCgNAIAogEUkEQAJAIAooAgAiCEGAgICAeHEEQCANQQFqIQ0MAQsgA0EBaiEDIBAgACAIai0AACIGRgRAIAMgC0kEQCAFIANBAnRqIAg2AgALIAhBAWohDgwBCyAIQQFrIAggBkEKRiAIIA5LcQR/IAAgCGpBAWstAABBDUYFQQALGyIPIA5GIAMiBkEBRiIDIAMbIAQhByAIQQFqIg4hBEEAIQMEQCACQQFqIQIMAQsgDyAHa0GAgIAISwRAQQMkHUEADwsgAiIIIA1BAWpqIQJBACENIyQEQCMkQQFrJCQMAQsgBiALRwRAQQEkHUEADwsgBSAHQQFrNgIAIAUgC0ECdGogDzYCACMXIgZBAWokFyAGQQV0QdDgAGokASMBIgYgCDYCECAGQgA3AwggBkEANgIUIAYjNTYCHCAGIzQgASAHrXyFIhNCIYggE4VCzZnW6v7666h/fiITQiGIIBOFQtPYl9Thv67nRH4iE0IhiCAThTcDACMLIAYpAwBaBEAQGwsgBSAMaiEFIAlBAWoiCSM6RgRAIAAgCRAgQQAhCSMeIQULCyAKQQRqIQoMAQsLIAkEQCAAIAkQIAsgAiQ5Ix1FCwQAIyQLhQMCBH8BfiABQcgAakECdCIEIzBLBEAjMARAIxkiAyMwIgVBEE0Ef0EEBUEgIAVBAWtnawtBAnRBgAhqIgUoAgA2AgAgBSADNgIACwJAIARBEE0Ef0EEBUEgIARBAWtnawsiBUECdEGACGoiBigCACIDBEAgBiADKAIANgIADAELIwAiA61CASAFrYZ8IgdCv4AEfEIQiKc/AGsiBUEASgR/QRAgBSAFQRBMG0AAQQBIBUEACwR/IAVAAEEASAVBAAsEQAALIAenJAALIAMkGSAEJDALIAAgASMjIxkQSSQTIy4EQEECJB0LIAEgAksEQEEAIQEDQCABIxNJBEACQEEBIxkgAUECdGooAgAiA0EBaiACSSADQYCAgIB4cRsNACMjIAAgA2otAABGDQAgAUEBaiQTCyABQQFqIQEMAQsLCwNAIxMEQCMZIxNBAWtBAnRqKAIAIgFBgICAgHhxBH9BAAUjIyAAIAFqLQAARwsEQCABQQFqDwsjE0EBayQTDAELC0EAC1MAIAAkIyABJEgjHwRAIx4iACMfIgFBEE0Ef0EEBUEgIAFBAWtnawtBAnRBgAhqIgEoAgA2AgAgASAANgIAC0EAJB8gAiQvIAMkJCAEJDlBACQdC9gKAwR/DH4Je0EAJC4gAv0PIRQgAyEEQgEhDgNAIAEgBksEQCAAIAZqIgX9AAQAIhUgFP0j/WQgBf0ABBAiFiAU/SP9ZEEQdHKtIAX9AAQgIhcgFP0j/WQgBf0ABDAiGCAU/SP9ZEEQdHKtQiCGhCABIAZrIgVBwABJBH5CASAFrYZCAX0FQn8LIhCDIQsgCiAV/QwNDQ0NDQ0NDQ0NDQ0NDQ0N/SMiGSAW/QwNDQ0NDQ0NDQ0NDQ0NDQ0N/SMiGv1QIBf9DA0NDQ0NDQ0NDQ0NDQ0NDQ39IyIbIBj9DA0NDQ0NDQ0NDQ0NDQ0NDQ39IyIc/VD9UP1TBH4gECAZ/WQgGv1kQRB0cq0gG/1kIBz9ZEEQdHKtQiCGhIMFQgALIhJCAYYgD4QgECAV/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZCAW/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZEEQdHKtIBf9DAoKCgoKCgoKCgoKCgoKCgr9I/1kIBj9DAoKCgoKCgoKCgoKCgoKCgr9I/1kQRB0cq1CIIaEgyIMQn+FgyAQg4QhCiASQj+IIQ8gECAV/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZCAW/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZEEQdHKtIBf9DCIiIiIiIiIiIiIiIiIiIiL9I/1kIBj9DCIiIiIiIiIiIiIiIiIiIiL9I/1kQRB0cq1CIIaEgyIRIAsgDISEIRMgCSEIIBFCAFIEQCAQIBEgCCARQgGGIBGFIghCAoYgCIUiCEIEhiAIhSIIQgiGIAiFIghCEIYgCIUiCEIghiAIhYUiCEJ/hYMiCUIBhiANhCASIBOEQn+Fg4MgCiAIIBGDIBNCAYYgDoRCf4WDhIQhCiAJQj+IIQ0gCEI/hyEJBSANpwRAQgAhDSAKIBIgE4RCf4VCAYMgEIOEIQoLCyATQj+IIQ4gCyAIQn+FgyAMhCELIAggDIMiCFAEQCAEIAt7p0ECdGoDQCAEIAYgC3qnajYCACAEIAYgCyALQgF9gyIIeqdqNgIEIAQgBiAIIAhCAX2DIgh6p2o2AgggBCAGIAggCEIBfYMiCHqnajYCDCAEIAYgCCAIQgF9gyIIeqdqNgIQIAQgBiAIIAhCAX2DIgh6p2o2AhQgBCAGIAggCEIBfYMiCHqnajYCGCAEIAYgCCAIQgF9gyIIeqdqNgIcIARBIGohBCAIIAhCAX2DIgtCAFINAAshBAUDQCALQgBSBEAgBCAGIAt6IgynaiAIIAyIp0EBcUEfdHI2AgAgBEEEaiEEIAsgC0IBfYMhCwwBCwsLIAZBQGshBgwBCwsgCkIAUgRAQQEkSSAAIQQgASEFQQAhACADIQEDQCAAIAVJBEACQCAAIARqLQAAQSJGBEAgAEEBaiEAA0ACQCAAIAVPDQMgACAEaiIGLQAAIgdBIkYEfyAAQQFqIAVPDQQgBi0AAUEiRw0BIABBAmoFIAdBCkYiBgR/IAAgBGpBAWstAABBDUYFIAYLRSAHQQpGcSAHQQ1GcgRAIAEgAEGAgICAeHI2AgAgAUEEaiEBCyAAQQFqCyEADAELCyAEIABBAWoiAGotAAAiBkEKRyACIAZHcSAGQQ1HcQRAQQEkLgwCCwUDQCAAIAVJBEAgACAEai0AACIGQQpGIAIgBkZyIAZBDUZyRQRAIABBAWohAAwCCwsLIAAgBU8NAQsgACAEaiIGLQAAQQ1GBEAgAEEBaiIHIAVPDQEgByAAIAYtAAFBCkYbIQALIAEgADYCACABQQRqIQEgAEEBaiEADAILCwsgASADa0ECdg8LIAQgA2tBAnYLyQIDA38EewF+A0AgASACSwRAIAMgACACaiID/QAEACIF/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZCAD/QAEECIG/QwiIiIiIiIiIiIiIiIiIiIi/SP9ZEEQdHKtIAP9AAQgIgf9DCIiIiIiIiIiIiIiIiIiIiL9I/1kIAP9AAQwIgj9DCIiIiIiIiIiIiIiIiIiIiL9I/1kQRB0cq1CIIaEIAEgAmsiA0HAAEkEfkIBIAOthkIBfQVCfwsiCYN7p2ohAyAEIAkgBf0MCgoKCgoKCgoKCgoKCgoKCv0j/WQgBv0MCgoKCgoKCgoKCgoKCgoKCv0j/WRBEHRyrSAH/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZCAI/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZEEQdHKtQiCGhIN7p2ohBCACQUBrIQIMAQsLIAQkSiADC38CAX8BfiAAJEBBCCQIAkBBtAgoAgAiAARAQbQIIAAoAgA2AgAMAQsjACIArUKAQH0iAkK/gAR8QhCIpz8AayIBQQBKBH9BECABIAFBEEwbQABBAEgFQQALBH8gAUAAQQBIBUEACwRAAAsgAqckAAsgAEEAQYDAAPwLACAAJAwLDQAjDEEBIwhBBWp0agsEACMMC/8FAgd/AX4gACABaiEBA0AgAC0AACIEQQlGIARBIEZyBEAgAEEBaiEADAELCwNAIAFBAWsiBC0AACIHQQlGIAdBIEZyBEAgBCEBDAELCyAAQQFqIAAgAC0AAEEtRiIHBH9BAQUgAC0AAEErRgsbIgAhBANAIAEgBEsEfyAELQAAQSByQeUARwVBAAsEQCAELQAAQS5GBEBBASECBSAFQQFqIAUgAhshBQsgBEEBaiEEDAELCyABIARLBH8gBEEBaiICLQAAIghBK0YgCEEtRnIEQCACQQFqIQILA0AgASACSwRAIANBgMLXL0gEQCACLQAAIANBCmxqQTBrIQMLIAJBAWohAgwBCwtBACADayADIAhBLUYbBUEACyAFayEDQQAhAiAAIQFBACEFA0AgASAESQRAIAEtAAAiCEEuRwRAIAJBAWogAkEBIAhBMEcgBRsiBRshAgsgAUEBaiEBDAELC0EAIQUgBwR/QYDcAEEtOgAAQQEFQQALIQEgAiADQQAgA0EATBtqIQIDQCAAIARJBEACQCAALQAAIgdBLkYNAEEBIAdBMEcgBhsiBkUNACACIAVKBEAgAUHAAkkEQCABQYDcAGogBzoAACABQQFqIQELIAVBAWohBQUgB0EwRwRADwsLCyAAQQFqIQAMAQsLA0AgAUHAAkkgA0EASnEEQCABIgBBAWohASAAQYDcAGpBMDoAACADQQFrIQMMAQsLQQEkFSABrUKV+Kn6l7fem55/fiEJQYDcACEAA0AgAUEITwRAIAApAwAgCYVCpb7j9NGMh9mff34iCSAJQiCIhSEJIAFBCGshASAAQQhqIQAMAQsLIAFBBE8EfiAANQIAIAAgAWpBBGs1AgBCIIaEIAmFQqW+4/TRjIfZn39+IgkgCUIgiIUFIAEEfiAAMQAAIAAgAUEBdmoxAABCCIaEIAAgAWpBAWsxAABCEIaEIAmFQqW+4/TRjIfZn39+IgkgCUIgiIUFIAkLC0KT++eyhte/9FZ+IgkgCUIgiIUkCQvyBQMBfgJ/AXwgAkH0AEYgAUEERnEEfwJ/A0AgBEEESQRAQQAgBEHz2wBqLQAAIAAgBGotAABBIHJHDQIaIARBAWohBAwBCwtBAQsFQQALBEBBA0EEQoCAgICAgID+/wAQI0EFDwsgAkHmAEYgAUEFRnEEf0EAIQICfwNAIAJBBUkEQEEAIAJB99sAai0AACAAIAJqLQAAQSByRw0CGiACQQFqIQIMAQsLQQELBUEACwRAQQdBBUKAgICAgIDA/f8AECNBBQ8LIAAtAABBLUYiAgR/IAIFIAAtAABBK0YLQQBHIgIgAGohBSABIAJrIgRBA0YEf0EAIQICfwNAIAJBA0kEQEEAIAJB8NsAai0AACACIAVqLQAAQSByRw0CGiACQQFqIQIMAQsLQQELBUEACwRAQQMhAEK/6P3ux6Wb01ohA0Hw2wAhAQNAIABBCE8EQCABKQMAIAOFQqW+4/TRjIfZn39+IgMgA0IgiIUhAyAAQQhrIQAgAUEIaiEBDAELCyAAQQRPBH4gATUCACAAIAFqQQRrNQIAQiCGhCADhUKlvuP00YyH2Z9/fiIDIANCIIiFBSAABH4gATEAACABIABBAXZqMQAAQgiGhCAAIAFqQQFrMQAAQhCGhCADhUKlvuP00YyH2Z9/fiIDIANCIIiFBSADCwtCk/vnsobXv/RWfiIDIANCIIiFJAlCgICAgICAgP3/ACQUQQAkFUEDDwsgBEEIRiAEQQNGcgR/QQAhAgJ/A0AgAiAESQRAQQAgAkHA3gBqLQAAIAIgBWotAABBIHJHDQIaIAJBAWohAgwBCwtBAQsFQQALBEBEAAAAAAAAAABEAAAAAAAA8P9EAAAAAAAA8H8gAC0AAEEtRhsiBiAGRAAAAAAAAAAAYRsiBr0hAyAGJCEgAyQUQQAkFSADQqjBz9K/ufPdcYVCpb7j9NGMh9mff34iAyADQiCIhUKT++eyhte/9FZ+IgMgA0IgiIUkCUEEDwsgACABEA9BBgsL3AEDAEGGCQuyAfA/AAAAAAAAJEAAAAAAAABZQAAAAAAAQI9AAAAAAACIw0AAAAAAAGr4QAAAAACAhC5BAAAAANASY0EAAAAAhNeXQQAAAABlzc1BAAAAIF+gAkIAAADodkg3QgAAAKKUGm1CAABA5ZwwokIAAJAexLzWQgAANCb1awxDAIDgN3nDQUMAoNiFVzR2QwDITmdtwatDAD2RYORY4UNAjLV4Ha8VRFDv4tbkGktEktVNBs/wgEQAQfDbAAsMbmFudHJ1ZWZhbHNlAEHA3gALCGluZmluaXR5";

// shared/scan/kernel/powers-of-five.ts
var LEAST = -342;
var LARGEST = 308;
var BITS = 128n;
function powersOfFive() {
  const table = new BigUint64Array(2 * (LARGEST - LEAST + 1));
  for (let q = LEAST; q <= LARGEST; q++) {
    const scaled = q < 0 ? reciprocal(-q) : scaledPower(q);
    table[2 * (q - LEAST)] = scaled >> 64n;
    table[2 * (q - LEAST) + 1] = scaled & (1n << 64n) - 1n;
  }
  return table;
}
__name(powersOfFive, "powersOfFive");
function scaledPower(q) {
  const power = 5n ** BigInt(q);
  const shift = BITS - BigInt(bitLength(power));
  return shift >= 0n ? power << shift : power >> -shift;
}
__name(scaledPower, "scaledPower");
function reciprocal(q) {
  const power = 5n ** BigInt(q);
  const length = BigInt(bitLength(power));
  if (q <= 27) return (1n << length + BITS - 1n) / power + 1n;
  const long = (1n << 2n * length + BITS) / power + 1n;
  return long >> BigInt(bitLength(long) - Number(BITS));
}
__name(reciprocal, "reciprocal");
function bitLength(value) {
  return value.toString(2).length;
}
__name(bitLength, "bitLength");

// shared/scan/kernel/column-layout.ts
var COLUMN = {
  /** Seven numbers of 8 bytes, by `CELL` kind. */
  kinds: 8,
  zeros: 64,
  bigIntegers: 72,
  min: 80,
  max: 88,
  lengthTotal: 96,
  decimalCommas: 104,
  thousandsCommas: 112,
  invalidUtf8: 120,
  lengthMin: 128,
  lengthMax: 132,
  table: 136,
  tableBits: 140,
  registers: 160
};
var ENTRY = { bytes: 32, count: 4, text: 8, length: 12 };
var CONTENT = { bytes: 32, hash: 0, count: 8, places: 16 };
var PREDICATE = {
  min: 0,
  max: 8,
  refusedKinds: 16,
  parts: 20,
  minLength: 24,
  maxLength: 28,
  classes: 32,
  classCount: 36,
  transitions: 40,
  accepting: 44
};

// shared/scan/kernel/read-sums.ts
var PAGES = 64;
var PAGE_EXPONENTS = 32;
var EXPONENT_BYTES = 64;
function readSums(view, heads) {
  let sum = 0n;
  let sumOfSquares = 0n;
  for (let page = 0; page < PAGES; page++) {
    const pointer = view.getUint32(heads + 4 * page, true);
    if (pointer === 0) continue;
    for (let index = 0; index < PAGE_EXPONENTS; index++) {
      const at = pointer + EXPONENT_BYTES * index;
      const squares = squaresAt(view, at + 16);
      if (squares === 0n) continue;
      const shift = BigInt(Math.max(1, PAGE_EXPONENTS * page + index) - 1);
      const upper = view.getBigInt64(at, true);
      sum += (upper << 26n) + view.getBigInt64(at + 8, true) << shift;
      sumOfSquares += squares << 2n * shift;
    }
  }
  return { sum, sumOfSquares };
}
__name(readSums, "readSums");
function squaresAt(view, at) {
  const part = /* @__PURE__ */ __name((offset) => view.getBigUint64(at + offset, true), "part");
  const upper = part(0) + (part(16) << 32n);
  const lower = part(8) + (part(24) << 32n);
  const product = part(32) + (part(40) << 32n);
  return (upper << 52n) + (product << 27n) + lower;
}
__name(squaresAt, "squaresAt");

// shared/scan/kernel/read-state.ts
var KINDS = 7;
var REGISTERS2 = 1 << 14;
function readColumn(kernel2, column, oddCells) {
  const view = viewOf(kernel2);
  const number = /* @__PURE__ */ __name((offset) => Number(view.getBigUint64(column + offset, true)), "number");
  const kinds = Array.from({ length: KINDS }, (_, kind) => number(COLUMN.kinds + 8 * kind));
  const count = kinds.reduce((sum, cells) => sum + cells, 0);
  const lengths = count === 0 ? { count, min: 0, max: 0, total: 0 } : {
    count,
    min: view.getUint32(column + COLUMN.lengthMin, true),
    max: view.getUint32(column + COLUMN.lengthMax, true),
    total: number(COLUMN.lengthTotal)
  };
  return {
    kinds,
    numbers: readNumbers(kernel2, column, (kinds[1] ?? 0) + (kinds[2] ?? 0)),
    values: readValues(kernel2, column),
    lengths,
    lists: null,
    decimalCommas: number(COLUMN.decimalCommas),
    thousandsCommas: number(COLUMN.thousandsCommas),
    invalidUtf8: number(COLUMN.invalidUtf8),
    oddCells
  };
}
__name(readColumn, "readColumn");
function readNumbers(kernel2, column, count) {
  const view = viewOf(kernel2);
  return {
    count,
    min: view.getFloat64(column + COLUMN.min, true),
    max: view.getFloat64(column + COLUMN.max, true),
    zeros: Number(view.getBigUint64(column + COLUMN.zeros, true)),
    bigIntegers: Number(view.getBigUint64(column + COLUMN.bigIntegers, true)),
    ...readSums(view, column + kernel2.exports.columnSums())
  };
}
__name(readNumbers, "readNumbers");
function readValues(kernel2, column) {
  const { memory } = kernel2;
  const view = viewOf(kernel2);
  const registers = view.getUint32(column + COLUMN.registers, true);
  if (registers !== 0) {
    return {
      counts: null,
      registers: Uint8Array.from(memory.subarray(registers, registers + REGISTERS2))
    };
  }
  const table = view.getUint32(column + COLUMN.table, true);
  const end = table + ENTRY.bytes * 2 ** view.getUint32(column + COLUMN.tableBits, true);
  const counts = /* @__PURE__ */ new Map();
  for (let entry = table; entry < end; entry += ENTRY.bytes) {
    const count = view.getUint32(entry + ENTRY.count, true);
    if (count === 0) continue;
    const start = view.getUint32(entry + ENTRY.text, true);
    const text = memory.toString("utf8", start, start + view.getUint16(entry + ENTRY.length, true));
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  const texts = [...counts.keys()].sort(compareCodePoints);
  return { counts: { texts, counts: texts.map((text) => counts.get(text) ?? 0) }, registers: null };
}
__name(readValues, "readValues");
function readSample(kernel2) {
  const { exports } = kernel2;
  const rows = Number(exports.sampleRows.value) >>> 0;
  const pairs = exports.sortSample();
  const out = exports.allocate(8 * Math.max(1, rows)) >>> 0;
  const gather = /* @__PURE__ */ __name((column) => {
    exports.gatherSample(pairs, column, out);
    return new BigUint64Array(exports.memory.buffer, out, rows).slice();
  }, "gather");
  return {
    level: Number(exports.sampleLevel.value),
    hashes: gather(-1),
    slots: kernel2.columns.map((_, column) => gather(column)),
    texts: readTexts(kernel2)
  };
}
__name(readSample, "readSample");
function readTexts(kernel2) {
  const { exports, memory } = kernel2;
  const view = viewOf(kernel2);
  const found = kernel2.columns.map(() => []);
  for (let chunk = exports.firstTexts() >>> 0; chunk !== 0; chunk = view.getUint32(chunk, true)) {
    const end = chunk + view.getUint32(chunk + 4, true);
    for (let record = chunk + 8; record < end; ) {
      const length = view.getUint32(record + 20, true);
      const text = memory.toString("utf8", record + 24, record + 24 + length);
      found[view.getUint32(record + 16, true)]?.push([view.getBigUint64(record + 8, true), text]);
      record += 24 + length + 7 & ~7;
    }
  }
  return found.map(textMap);
}
__name(readTexts, "readTexts");
function readContents(kernel2) {
  const { exports } = kernel2;
  const view = viewOf(kernel2);
  const found = /* @__PURE__ */ new Map();
  const end = exports.contentTableEnd() >>> 0;
  for (let content = exports.contentTable() >>> 0; content < end; content += CONTENT.bytes) {
    if (view.getBigUint64(content + CONTENT.count, true) === 0n) continue;
    found.set(view.getBigUint64(content + CONTENT.hash, true), content);
  }
  const hashes = BigUint64Array.from(found.keys()).sort();
  const contents = Array.from(hashes, (hash) => found.get(hash) ?? 0);
  const placeAt = /* @__PURE__ */ __name((at) => ({
    file: view.getUint32(at, true),
    line: view.getUint32(at + 4, true)
  }), "placeAt");
  const counts = contents.map((at) => Number(view.getBigUint64(at + CONTENT.count, true)));
  return {
    level: Number(exports.contentLevel.value),
    hashes,
    counts,
    places: contents.map((at, index) => {
      const first = placeAt(at + CONTENT.places);
      return counts[index] === 1 ? [first] : [first, placeAt(at + CONTENT.places + 8)];
    })
  };
}
__name(readContents, "readContents");
function viewOf(kernel2) {
  return new DataView(kernel2.exports.memory.buffer);
}
__name(viewOf, "viewOf");

// shared/scan/kernel/row-rules.ts
var PART = { bounds: 1, lengths: 2, automaton: 4, allowed: 8, test: 16 };
var LARGEST2 = 4294967295;
function addPredicates(kernel2, predicates) {
  for (const [index, column] of kernel2.columns.entries()) {
    const predicate = predicates[index] ?? null;
    if (predicate !== null) addPredicate(kernel2, column, predicate);
  }
}
__name(addPredicates, "addPredicates");
function addPredicate(kernel2, column, predicate) {
  const { bounds, lengths, automaton, allowed, test } = predicate;
  const at = kernel2.exports.newPredicate(column, allowed?.length ?? 0) >>> 0;
  const parts = (bounds === null ? 0 : PART.bounds) | (lengths === null ? 0 : PART.lengths) | (automaton === null ? 0 : PART.automaton) | (allowed === null ? 0 : PART.allowed) | (test === null ? 0 : PART.test);
  if (automaton !== null) addAutomaton(kernel2, at, automaton);
  for (const text of new Set(allowed ?? [])) {
    kernel2.withText(text, (start, length) => kernel2.exports.addAllowed(at, start, length));
  }
  const { memory } = kernel2;
  memory.writeDoubleLE(bounds?.min ?? 0, at + PREDICATE.min);
  memory.writeDoubleLE(bounds?.max ?? 0, at + PREDICATE.max);
  memory.writeUInt32LE(predicate.refusedKinds, at + PREDICATE.refusedKinds);
  memory.writeUInt32LE(parts, at + PREDICATE.parts);
  memory.writeUInt32LE(wholeWithin(Math.ceil(lengths?.min ?? 0)), at + PREDICATE.minLength);
  memory.writeUInt32LE(wholeWithin(Math.floor(lengths?.max ?? 0)), at + PREDICATE.maxLength);
}
__name(addPredicate, "addPredicate");
function wholeWithin(length) {
  return Math.max(0, Math.min(LARGEST2, length));
}
__name(wholeWithin, "wholeWithin");
function addAutomaton(kernel2, at, automaton) {
  const { classes, classCount, transitions, accepting } = automaton;
  const put = /* @__PURE__ */ __name((bytes, member) => {
    const block = kernel2.exports.allocate(Math.max(1, bytes.length)) >>> 0;
    kernel2.memory.set(bytes, block);
    kernel2.memory.writeUInt32LE(block, at + member);
  }, "put");
  put(classes, PREDICATE.classes);
  put(
    new Uint8Array(transitions.buffer, transitions.byteOffset, transitions.byteLength),
    PREDICATE.transitions
  );
  put(accepting, PREDICATE.accepting);
  kernel2.memory.writeUInt32LE(classCount, at + PREDICATE.classCount);
}
__name(addAutomaton, "addAutomaton");
function failsTest(predicates, column, text, kind) {
  return predicates[column]?.test?.(text, kind) === false;
}
__name(failsTest, "failsTest");

// shared/scan/kernel/web-assembly.ts
var { Module: WasmModule, Instance: WasmInstance } = globalThis.WebAssembly;

// shared/scan/kernel/scan-kernel.ts
var LONGEST_ODD_BYTES = 4 * LONGEST_ODD_TEXT;
var compiled = null;
var fives = null;
var ScanKernel = class {
  static {
    __name(this, "ScanKernel");
  }
  exports;
  names;
  missingValues;
  rules = null;
  /** What reads the file at hand takes its flagged rows. */
  onFlaggedRow = /* @__PURE__ */ __name(() => {
  }, "onFlaggedRow");
  /** Pointers to the columns. */
  columns;
  #oddCells = [];
  #file = 0;
  #memory = Buffer.alloc(0);
  #repaired = { at: 0, bytes: 0 };
  constructor(names, missingValues = [], limits = STATE_LIMITS) {
    this.names = names;
    this.exports = this.#instantiate();
    const { exports } = this;
    const seeds = randomBytes(16);
    exports.seedTables(seeds.readBigUInt64LE(0), seeds.readBigUInt64LE(8));
    exports.limitValues(
      limits.countedTexts,
      limits.countedNumbers,
      limits.countedBytes,
      limits.countedTextBytes
    );
    fives ??= powersOfFive();
    new BigUint64Array(exports.memory.buffer, exports.powersOfFive(), fives.length).set(fives);
    exports.startSample(names.length, limits.sampleRows(names.length));
    exports.startContents(limits.contents);
    this.columns = names.map((name, index) => exports.addColumn(index, saltOfColumn(name)));
    this.missingValues = new Set(missingValues);
    this.#addMissingValues([...this.missingValues]);
  }
  /** What is looked for in rows, before the first one comes. */
  setRules(rules) {
    this.rules = rules;
    addPredicates(this, rules.predicates);
    for (const index of rules.watched ?? []) {
      const column = this.columns[index];
      if (column !== void 0) this.exports.watchColumn(column);
    }
    this.exports.setRules(rules.everyRow === true ? 1 : 0);
  }
  /** The kernel's memory; what was got before it grew is no longer of use. */
  get memory() {
    const { buffer } = this.exports.memory;
    if (this.#memory.buffer !== buffer) this.#memory = Buffer.from(buffer);
    return this.#memory;
  }
  get rows() {
    return Number(this.exports.rows.value) >>> 0;
  }
  /** Rows that follow belong to this file of the data set. */
  beginFile(index) {
    this.#file = index;
    this.exports.beginFile(index);
  }
  /** Once, after the last row. */
  state() {
    const { exports, columns } = this;
    for (const column of columns) exports.tallyColumn(column);
    return {
      rows: this.rows,
      columns: columns.map(
        (column, index) => readColumn(this, column, this.#oddCells[index] ?? noOddCells())
      ),
      sample: readSample(this),
      contents: readContents(this)
    };
  }
  #instantiate() {
    compiled ??= new WasmModule(Buffer.from(KERNEL_BASE64, "base64"));
    const scan = {
      slowNumber: /* @__PURE__ */ __name((text, length) => Number(this.memory.toString("latin1", text, text + length)), "slowNumber"),
      oddCell: /* @__PURE__ */ __name((column, sort, text, length) => this.#keepOddCell(column, sort, text, length), "oddCell"),
      repairText: /* @__PURE__ */ __name((text, length) => this.#repairText(text >>> 0, length), "repairText"),
      failsTest: /* @__PURE__ */ __name((column, text, length, kind) => {
        const predicates = this.rules?.predicates ?? [];
        return failsTest(predicates, column, this.textAt(text, length), kind) ? 1 : 0;
      }, "failsTest"),
      flaggedRow: /* @__PURE__ */ __name((row, length, line) => this.onFlaggedRow(row >>> 0, length, line >>> 0), "flaggedRow"),
      watchedCell: /* @__PURE__ */ __name((column, text, length) => {
        this.rules?.onWatched?.(column, this.textAt(text, length), this.#place());
      }, "watchedCell")
    };
    const instance = new WasmInstance(compiled, { scan: { ...scan } });
    return instance.exports;
  }
  #addMissingValues(texts) {
    const kept = texts.filter((text) => text !== "");
    if (kept.length === 0) return;
    this.exports.startMissing(kept.length);
    for (const text of kept) {
      this.withText(text, (at, length) => this.exports.addMissing(at, length));
    }
  }
  /** Puts a text into memory while `use` runs. */
  withText(text, use) {
    const bytes = Buffer.from(text, "utf8");
    const room = Math.max(1, bytes.length);
    const at = this.exports.allocate(room) >>> 0;
    this.memory.set(bytes, at);
    use(at, bytes.length);
    this.exports.release(at, room);
  }
  #keepOddCell(column, sort, text, length) {
    const start = text >>> 0;
    const end = start + Math.min(length, LONGEST_ODD_BYTES);
    const name = ODD_CELL_SORTS[31 - Math.clz32(sort)] ?? "text";
    const cells = this.#oddCells[column] ?? noOddCells();
    this.#oddCells[column] = cells;
    addOddCell(cells[name], this.memory.toString("utf8", start, end), this.#place());
  }
  #place() {
    return { file: this.#file, line: this.exports.rowLine() >>> 0 };
  }
  /** A text in the kernel's memory. */
  textAt(text, length) {
    return this.memory.toString("utf8", text >>> 0, (text >>> 0) + length);
  }
  #repairText(text, length) {
    const bytes = this.memory.subarray(text, text + length);
    if (isUtf83(bytes)) return -1;
    const sound = Buffer.from(bytes.toString("utf8"), "utf8");
    if (this.#repaired.bytes < sound.length + 16) {
      if (this.#repaired.bytes > 0) this.exports.release(this.#repaired.at, this.#repaired.bytes);
      const room = sound.length + 16;
      this.#repaired = { at: this.exports.allocate(room) >>> 0, bytes: room };
      this.exports.setRepairedText(this.#repaired.at);
    }
    this.memory.set(sound, this.#repaired.at);
    return sound.length;
  }
};
function noOddCells() {
  return { text: [], decimalComma: [], infinity: [], notANumber: [], invalidUtf8: [] };
}
__name(noOddCells, "noOddCells");

// shared/scan/kernel/json-kernel-scanner.ts
var FIRST_WINDOW2 = 1 << 18;

// shared/scan/parallel/scan-blocks.ts
import { closeSync, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
var QUOTE2 = 34;
var LINE_FEED3 = 10;
var WINDOW = 1 << 18;
var SLACK2 = 128;
var WAIT_MILLISECONDS = 5;
async function scanBlocks(kernel2, file, blocks2, onBlock = () => {
}) {
  const descriptor = openSync(file.path, "r");
  const reader = new BlockReader(kernel2, file, descriptor);
  try {
    for (let block = blocks2.take(); block !== null; block = blocks2.take()) {
      const counted = reader.count(block);
      let start = blocks2.startOf(block, WAIT_MILLISECONDS);
      while (start === null && !blocks2.isStopped) {
        await setImmediate();
        start = blocks2.startOf(block, WAIT_MILLISECONDS);
      }
      if (start === null) break;
      blocks2.publish(block + 1, after(start, counted));
      if (!reader.read(block, start)) blocks2.stop();
      onBlock();
      await setImmediate();
    }
    return !blocks2.isStopped;
  } catch (error) {
    blocks2.stop();
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
__name(scanBlocks, "scanBlocks");
function after(start, counted) {
  return {
    inQuotes: start.inQuotes !== (counted.quotes % 2 === 1),
    lineFeeds: start.lineFeeds + counted.lineFeeds
  };
}
__name(after, "after");
var BlockReader = class {
  static {
    __name(this, "BlockReader");
  }
  #kernel;
  #file;
  #descriptor;
  #window;
  constructor(kernel2, file, descriptor) {
    this.#kernel = kernel2;
    this.#file = file;
    this.#descriptor = descriptor;
    this.#window = kernel2.exports.allocate(WINDOW) >>> 0;
  }
  #startOf(block) {
    return Math.min(this.#file.size, block * this.#file.blockBytes);
  }
  count(block) {
    const { exports } = this.#kernel;
    const end = this.#startOf(block + 1);
    let quotes = 0;
    let lineFeeds = 0;
    for (let position = this.#startOf(block); position < end; ) {
      const wanted = Math.min(WINDOW - SLACK2, end - position);
      const { memory } = this.#kernel;
      const bytes = readSync(this.#descriptor, memory, this.#window, wanted, position);
      if (bytes === 0) break;
      quotes += exports.countQuotes(this.#window, bytes);
      lineFeeds += Number(exports.countedFeeds.value);
      position += bytes;
    }
    return { quotes, lineFeeds };
  }
  /** Reads the rows that begin in a block. */
  read(block, { inQuotes, lineFeeds }) {
    const first = block === 0;
    const end = this.#startOf(block + 1);
    const start = first ? { position: this.#file.csv.position ?? 0, lineFeeds: 0 } : this.#firstRow(this.#startOf(block), end, inQuotes, lineFeeds);
    if (start === null) return true;
    const scanner = new CsvKernelScanner(this.#kernel, {
      ...this.#file.csv,
      position: start.position,
      line: 1 + start.lineFeeds,
      headerRows: first ? 1 : 0,
      endPosition: end === this.#file.size ? Number.POSITIVE_INFINITY : end
    });
    let position = start.position;
    while (scanner.refusal === null && !scanner.isDone) {
      const room = scanner.room();
      const bytes = readSync(this.#descriptor, room, 0, room.length, position);
      if (bytes === 0) break;
      position += bytes;
      scanner.filled(bytes);
    }
    scanner.finish();
    const { exports } = this.#kernel;
    const headerInside = !first || exports.headerRowsLeft() === 0;
    return scanner.refusal === null && headerInside && Number(exports.sawOddBytes.value) === 0;
  }
  /** Where the first row begins that begins in the block, and the line feeds before it; null when none does. */
  #firstRow(blockStart, end, inQuotes, lineFeeds) {
    const { memory } = this.#kernel;
    let quoted = inQuotes;
    let feeds = lineFeeds;
    let position = blockStart - 1;
    while (position < end) {
      const wanted = Math.min(WINDOW - SLACK2, end - position);
      const bytes = readSync(this.#descriptor, memory, this.#window, wanted, position);
      if (bytes === 0) break;
      for (let index = 0; index < bytes; index++) {
        const byte = memory[this.#window + index];
        const isBefore = position + index < blockStart;
        if (byte === QUOTE2 && !isBefore) quoted = !quoted;
        if (byte !== LINE_FEED3) continue;
        if (!isBefore) feeds++;
        if (quoted) continue;
        const row = position + index + 1;
        return row < end ? { position: row, lineFeeds: feeds } : null;
      }
      position += bytes;
    }
    return null;
  }
};

// shared/scan/parallel/shared-blocks.ts
var SharedBlocks = class _SharedBlocks {
  static {
    __name(this, "SharedBlocks");
  }
  static HEAD = 2;
  static NEXT = 0;
  static STOPPED = 1;
  memory;
  count;
  #words;
  constructor(count, memory) {
    this.count = count;
    this.memory = memory ?? new SharedArrayBuffer(4 * (_SharedBlocks.HEAD + 3 * (count + 1)));
    this.#words = new Int32Array(this.memory);
    if (memory === void 0) this.publish(0, { inQuotes: false, lineFeeds: 0 });
  }
  /** The next block that nobody has taken; null when there is none, or work is stopped. */
  take() {
    if (this.isStopped) return null;
    const block = Atomics.add(this.#words, _SharedBlocks.NEXT, 1);
    return block < this.count ? block : null;
  }
  /** Blocks that were taken, for a person who waits. */
  get taken() {
    return Math.min(this.count, Atomics.load(this.#words, _SharedBlocks.NEXT));
  }
  get isStopped() {
    return Atomics.load(this.#words, _SharedBlocks.STOPPED) !== 0;
  }
  stop() {
    Atomics.store(this.#words, _SharedBlocks.STOPPED, 1);
  }
  publish(block, start) {
    const at = this.#at(block);
    this.#words[at + 1] = start.inQuotes ? 1 : 0;
    this.#words[at + 2] = start.lineFeeds;
    Atomics.store(this.#words, at, 1);
    Atomics.notify(this.#words, at);
  }
  /** Waits at most so long; null when it is not known yet. */
  startOf(block, milliseconds) {
    const at = this.#at(block);
    if (Atomics.load(this.#words, at) === 0) Atomics.wait(this.#words, at, 0, milliseconds);
    if (Atomics.load(this.#words, at) === 0) return null;
    return {
      inQuotes: this.#words[at + 1] === 1,
      lineFeeds: (this.#words[at + 2] ?? 0) >>> 0
    };
  }
  #at(block) {
    return _SharedBlocks.HEAD + 3 * block;
  }
};

// shared/scan/parallel/worker.ts
var task = workerData;
var kernel = new ScanKernel(task.names, task.missingValues);
var blocks = new SharedBlocks(task.blocks, task.memory);
var complete = await scanBlocks(kernel, task.file, blocks);
var state = complete ? kernel.state() : null;
var moved = state === null ? [] : [state.sample.hashes, ...state.sample.slots].map(({ buffer }) => buffer);
parentPort?.postMessage(state, moved);
