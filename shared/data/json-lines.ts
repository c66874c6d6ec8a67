import { isUtf8 } from 'node:buffer';
import type { Problem } from '../errors/index.ts';
import { firstInvalidByte, LONGEST_ROW, MOST_LIST_VALUES } from '../scan/index.ts';
import { DEEPEST_NESTING } from '../sources/index.ts';
import { notUtf8 } from './faults.ts';

const LINE_FEED = 10;
/** What decoders put for bytes that begin no character. */
export const REPLACEMENT = '\ufffd';

/** A value of a JSON Lines row; numbers keep their text. Members of nested objects are values called `outer.inner`. */
export type JsonValue = JsonScalar | JsonList;

export interface JsonScalar {
  readonly kind: 'number' | 'string' | 'boolean' | 'null';
  readonly text: string;
}

export interface JsonList {
  readonly kind: 'list';
  readonly items: readonly JsonScalar[];
}

export type JsonObject = ReadonlyMap<string, JsonValue>;

/** `offset`: bytes of the file before the line; `isUtf8`: whether its bytes are. */
type OnObject = (line: number, object: JsonObject, offset: number, isUtf8: boolean) => void;

/** Cuts bytes into lines and reads each as one JSON object. Lines of white space are skipped. */
export class JsonLinesScanner {
  readonly #onRow: OnObject;
  readonly #onFault: (problem: Problem) => void;
  readonly #file: string;
  /** Whether lines that are no UTF-8 are given all the same, unless a key is none. */
  readonly #keepsInvalidUtf8: boolean;
  #rest: Uint8Array[] = [];
  #restLength = 0;
  #line = 0;
  /** Bytes of the file before the line that is being read. */
  #offset: number;
  /** Set when a line is longer than the limit: nothing more may be pushed. */
  refusal: Problem | null = null;

  constructor(
    file: string,
    onRow: OnObject,
    onFault: (problem: Problem) => void,
    offset = 0,
    keepsInvalidUtf8 = false,
  ) {
    this.#file = file;
    this.#onRow = onRow;
    this.#onFault = onFault;
    this.#offset = offset;
    this.#keepsInvalidUtf8 = keepsInvalidUtf8;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      if (end < 0) break;
      const last = chunk.subarray(start, end);
      const bytes = this.#rest.length === 0 ? last : Buffer.concat([...this.#rest, last]);
      this.#rest = [];
      this.#restLength = 0;
      this.#read(bytes);
      this.#offset += bytes.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) {
      // A copy: the reader of a file may use its buffer again.
      this.#rest.push(chunk.slice(start));
      this.#restLength += chunk.length - start;
    }
    if (this.#restLength > LONGEST_ROW) {
      this.refusal = {
        what: `The line is longer than ${LONGEST_ROW / 1024 / 1024} MiB`,
        where: { file: this.#file, line: this.#line + 1 },
        remedy: 'Write one object per line',
      };
    }
  }

  finish(): void {
    if (this.#restLength > 0) this.#read(Buffer.concat(this.#rest));
  }

  #read(bytes: Uint8Array): void {
    this.#line++;
    const isSound = isUtf8(bytes);
    if (!isSound && !this.#keepsInvalidUtf8) {
      this.#refuseInvalidUtf8(bytes);
      return;
    }
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').trim();
    if (text === '') return;
    const result = parseObject(text);
    if (result instanceof JsonLineFault) this.#report(result.what, result.remedy);
    else if (isSound) this.#onRow(this.#line, result, this.#offset, true);
    else if ([...result.keys()].some((key) => key.includes(REPLACEMENT))) {
      this.#refuseInvalidUtf8(bytes);
    } else this.#onRow(this.#line, result, this.#offset, false);
  }

  #refuseInvalidUtf8(bytes: Uint8Array): void {
    const where = { file: this.#file, line: this.#line };
    this.#onFault(notUtf8(where, this.#offset + firstInvalidByte(bytes)));
  }

  #report(what: string, remedy: string): void {
    this.#onFault({
      what: `The line ${what}`,
      where: { file: this.#file, line: this.#line },
      remedy,
    });
  }
}

class JsonLineFault {
  readonly what: string;
  readonly remedy: string;
  constructor(what: string, remedy: string) {
    this.what = what;
    this.remedy = remedy;
  }
}

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;
const SPACE = /[ \t\r\n]*/y;

/** One object. `JSON.parse` would take the last of two equal keys and lose the digits of large numbers. */
function parseObject(text: string): JsonObject | JsonLineFault {
  const object = new Map<string, JsonValue>();
  const cursor = new Cursor(text);
  try {
    parseMembers(cursor, '', object, 0);
  } catch (error) {
    if (error instanceof JsonLineFault) return error;
    throw error;
  }
  return cursor.position === text.length ? object : broken(cursor);
}

function broken(cursor: Cursor): JsonLineFault {
  return new JsonLineFault(
    `is not a JSON object (near character ${cursor.position + 1})`,
    'Write one object per line, like {"a": 1, "b": "x"}',
  );
}

function parseMembers(
  cursor: Cursor,
  prefix: string,
  object: Map<string, JsonValue>,
  depth: number,
): void {
  if (depth > DEEPEST_NESTING) {
    throw new JsonLineFault(
      `has objects nested more than ${DEEPEST_NESTING} deep`,
      'Write each part as a column of its own',
    );
  }
  if (!cursor.skip('{')) throw broken(cursor);
  if (cursor.skip('}')) return;
  do {
    const key = cursor.string();
    if (key === undefined || !cursor.skip(':')) throw broken(cursor);
    const name = prefix + key;
    // Each key within an object repeats that object's, which may be millions of characters long.
    cursor.nameCharacters += name.length;
    if (cursor.nameCharacters > LONGEST_ROW) {
      throw new JsonLineFault(
        `holds keys that have more than ${LONGEST_ROW.toLocaleString('en')} characters with those around them`,
        'Give objects within objects shorter names',
      );
    }
    if (cursor.at('{')) {
      if (key === '') throw new JsonLineFault('holds an empty key', 'Give every column a name');
      parseMembers(cursor, `${name}.`, object, depth + 1);
      continue;
    }
    const value = cursor.at('[') ? parseList(cursor, name) : cursor.scalar();
    if (value === undefined) throw broken(cursor);
    if (object.has(name)) throw new JsonLineFault(`holds "${name}" twice`, 'Remove one of them');
    object.set(name, value);
  } while (cursor.skip(','));
  if (!cursor.skip('}')) throw broken(cursor);
}

function parseList(cursor: Cursor, name: string): JsonList {
  const items: JsonScalar[] = [];
  cursor.skip('[');
  if (cursor.skip(']')) return { kind: 'list', items };
  do {
    if (cursor.at('{') || cursor.at('[')) {
      throw new JsonLineFault(
        `holds a list of lists or objects in "${name}"`,
        'Write each part as a column of its own',
      );
    }
    const item = cursor.scalar();
    if (item === undefined) throw broken(cursor);
    if (items.push(item) > MOST_LIST_VALUES) {
      throw new JsonLineFault(
        `holds a list of more than ${MOST_LIST_VALUES.toLocaleString('en')} values in "${name}"`,
        'Cut the list, or leave it out of the file',
      );
    }
  } while (cursor.skip(','));
  if (!cursor.skip(']')) throw broken(cursor);
  return { kind: 'list', items };
}

class Cursor {
  readonly #text: string;
  position = 0;
  /** Of all names so far. */
  nameCharacters = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(character: string): boolean {
    return this.#text[this.position] === character;
  }

  /** Steps over a character and the white space around it. */
  skip(character: string): boolean {
    this.#match(SPACE);
    if (!this.at(character)) return false;
    this.position++;
    this.#match(SPACE);
    return true;
  }

  string(): string | undefined {
    if (!this.at('"')) return undefined;
    let end = this.position + 1;
    while (end < this.#text.length && this.#text[end] !== '"') {
      end += this.#text[end] === '\\' ? 2 : 1;
    }
    try {
      const value = JSON.parse(this.#text.slice(this.position, end + 1)) as string;
      this.position = end + 1;
      return value;
    } catch {
      return undefined;
    }
  }

  scalar(): JsonScalar | undefined {
    if (this.at('"')) {
      const value = this.string();
      return value === undefined ? undefined : { kind: 'string', text: value };
    }
    const text = this.#match(SCALAR);
    if (text === undefined) return undefined;
    if (text === 'null') return { kind: 'null', text: '' };
    if (text === 'true' || text === 'false') return { kind: 'boolean', text };
    return { kind: 'number', text };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.position = pattern.lastIndex;
    return found;
  }
}
