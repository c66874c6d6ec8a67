import { type SourceLocation, UserError } from '../errors/index.ts';

/** A schema is written by hand or from it: deeper or larger is no schema. */
const DEEPEST_NESTING = 100;
const LARGEST_DOCUMENT = 16_000_000;

/** A JSON file that knows where each value stands. */
export interface JsonDocument {
  readonly value: unknown;
  /** Where the value at `path` stands, or the nearest place around it that exists. */
  locate(path: readonly (string | number)[]): SourceLocation;
  /** Where the key of the last step of `path` stands. */
  locateKey(path: readonly (string | number)[]): SourceLocation;
  /** Where a character of the text at `path` stands, `offset` UTF-16 units from its beginning. */
  locateIn(path: readonly (string | number)[], offset: number): SourceLocation;
}

interface JsonNode {
  readonly value: unknown;
  readonly start: number;
  readonly members?: ReadonlyMap<string, { readonly keyStart: number; readonly node: JsonNode }>;
  readonly items?: readonly JsonNode[];
}

/** Reads RFC 8259 JSON. Throws a `UserError` at line and column for the first thing that is none. */
export function parseJsonDocument(text: string, file: string): JsonDocument {
  if (text.length > LARGEST_DOCUMENT) {
    throw new UserError({
      what: `The file has ${text.length} characters; at most ${LARGEST_DOCUMENT} are read`,
      where: { file },
      remedy: 'Name a schema, not a data file',
    });
  }
  const root = new JsonReader(text, file).read();
  const find = (path: readonly (string | number)[]): { node: JsonNode; keyStart: number } => {
    let node = root;
    let keyStart = root.start;
    for (const step of path) {
      const member = node.members?.get(String(step));
      const next = member?.node ?? node.items?.[Number(step)];
      if (next === undefined) break;
      keyStart = member?.keyStart ?? next.start;
      node = next;
    }
    return { node, keyStart };
  };
  return {
    value: root.value,
    locate: (path) => locationOf(text, file, find(path).node.start),
    locateKey: (path) => locationOf(text, file, find(path).keyStart),
    locateIn: (path, offset) => locationOf(text, file, inText(text, find(path).node.start, offset)),
  };
}

/** Place of a character in a quoted text that begins at `start`; an escape stands for one. */
function inText(text: string, start: number, offset: number): number {
  let place = start + 1;
  for (let index = 0; index < offset; index++) {
    if (text[place] !== '\\') place++;
    else place += text[place + 1] === 'u' ? 6 : 2;
  }
  return place;
}

function locationOf(text: string, file: string, offset: number): SourceLocation {
  const before = text.slice(0, offset);
  const line = before.split(/\r\n|\n|\r/);
  return { file, line: line.length, column: (line.at(-1) ?? '').length + 1 };
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class JsonReader {
  readonly #text: string;
  readonly #file: string;
  #position = 0;

  constructor(text: string, file: string) {
    // Editors on Windows begin files with a byte order mark.
    this.#text = text;
    this.#position = text.startsWith('\ufeff') ? 1 : 0;
    this.#file = file;
  }

  read(): JsonNode {
    this.#match(SPACE);
    const node = this.#value(0);
    this.#match(SPACE);
    if (this.#position < this.#text.length) this.#refuse('There is text after the JSON value');
    return node;
  }

  #value(depth: number): JsonNode {
    if (depth > DEEPEST_NESTING) this.#refuse(`More than ${DEEPEST_NESTING} levels are nested`);
    const start = this.#position;
    const first = this.#text[start];
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#array(depth);
    if (first === '"') return { value: this.#string(), start };
    const scalar = this.#match(NUMBER) || this.#match(WORD);
    if (scalar === '') this.#refuse('This is not JSON: a value is expected here');
    return { value: JSON.parse(scalar) as unknown, start };
  }

  #object(depth: number): JsonNode {
    const start = this.#position++;
    const members = new Map<string, { keyStart: number; node: JsonNode }>();
    this.#match(SPACE);
    if (!this.#take('}')) {
      do {
        this.#match(SPACE);
        const keyStart = this.#position;
        if (this.#text[keyStart] !== '"')
          this.#refuse('This is not JSON: a quoted name is expected');
        const key = this.#string();
        if (members.has(key)) this.#refuse(`"${key}" stands twice in this object`, keyStart);
        this.#match(SPACE);
        if (!this.#take(':')) this.#refuse('This is not JSON: ":" is expected here');
        this.#match(SPACE);
        members.set(key, { keyStart, node: this.#value(depth + 1) });
        this.#match(SPACE);
      } while (this.#take(','));
      if (!this.#take('}')) this.#refuse('This is not JSON: "," or "}" is expected here');
    }
    // fromEntries makes `__proto__` a property like any other.
    const value = Object.fromEntries([...members].map(([key, { node }]) => [key, node.value]));
    return { value, start, members };
  }

  #array(depth: number): JsonNode {
    const start = this.#position++;
    const items: JsonNode[] = [];
    this.#match(SPACE);
    if (!this.#take(']')) {
      do {
        this.#match(SPACE);
        items.push(this.#value(depth + 1));
        this.#match(SPACE);
      } while (this.#take(','));
      if (!this.#take(']')) this.#refuse('This is not JSON: "," or "]" is expected here');
    }
    return { value: items.map((item) => item.value), start, items };
  }

  #string(): string {
    const start = this.#position;
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') {
      end += this.#text[end] === '\\' ? 2 : 1;
    }
    if (end >= this.#text.length) this.#refuse('A quote opened here is never closed');
    try {
      const value = JSON.parse(this.#text.slice(start, end + 1)) as string;
      this.#position = end + 1;
      return value;
    } catch {
      return this.#refuse('This text holds a line break or an unknown escape');
    }
  }

  #take(character: string): boolean {
    if (this.#text[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#position += found.length;
    return found;
  }

  #refuse(what: string, at = this.#position): never {
    const ended = at >= this.#text.length;
    throw new UserError({
      what: ended ? 'This is not JSON: the file ends too early' : what,
      where: locationOf(this.#text, this.#file, at),
      remedy: 'Mend the JSON here, or remove the file to have a new one proposed',
    });
  }
}
