import { isUtf8 } from 'node:buffer';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { type Problem, type SourceLocation, UserError } from '../errors/index.ts';

/** A configuration is written by hand: a larger file is not one. */
const LARGEST_CONFIGURATION = 1_000_000;

/** A parsed YAML file that knows where each value stands. */
export interface YamlDocument {
  /** Plain data; `undefined` for an empty file. */
  readonly value: unknown;
  /** Where the value at `path` stands, or the nearest place around it that exists. */
  locate(path: readonly (string | number)[]): SourceLocation;
  /** Where the key of the last step of `path` stands. */
  locateKey(path: readonly (string | number)[]): SourceLocation;
}

/** Text of a configuration file. Throws a `UserError` at the first line that is not UTF-8. */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (!isUtf8(bytes)) {
    let start = 0;
    let line = 1;
    // A line break is no part of a longer character, so that each line can be looked at by itself.
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      if (!isUtf8(bytes.subarray(start, end))) break;
      start = end + 1;
      line++;
    }
    throw new UserError({
      what: 'This is not UTF-8',
      where: { file, line },
      remedy: 'Save the file as UTF-8',
    });
  }
  return new TextDecoder().decode(bytes);
}

/** Throws a `UserError` with every syntax error at its line and column. */
export function parseYaml(text: string, file: string): YamlDocument {
  if (text.length > LARGEST_CONFIGURATION) {
    throw new UserError({
      what: `The file has ${text.length} characters; at most ${LARGEST_CONFIGURATION} are read`,
      where: { file },
      remedy: 'Name a configuration file, not a data file',
    });
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  const place = (offset: number): SourceLocation => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map(
        (error): Problem => ({
          what: error.message.split('\n')[0] ?? error.message,
          where: place(error.pos[0]),
          remedy: 'Mend the YAML here',
        }),
      ),
    );
  }
  const problems = findKeysThatAreNoText(document).map(
    (offset): Problem => ({
      what: 'A key is a list or a section',
      where: place(offset),
      remedy: 'Write the name of a field before the colon',
    }),
  );
  if (problems.length > 0) throw new UserError(problems);
  return {
    value: toPlainData(document, file),
    locate: (path) => place(offsetOf(document, path)),
    locateKey: (path) => place(keyOffsetOf(document, path)),
  };
}

/** Plain data has no such keys: they would be written out as text. */
function findKeysThatAreNoText(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      const meant = isAlias(key) ? key.resolve(document) : key;
      if (isCollection(meant)) offsets.push(hasRange(key) ? key.range[0] : 0);
    },
  });
  return offsets;
}

function toPlainData(document: Document, file: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (cause) {
    // Too many aliases: a few lines of YAML can stand for gigabytes.
    const what = `The YAML can't be expanded (${(cause as Error).message})`;
    throw new UserError({ what, where: { file }, remedy: 'Use fewer aliases' }, { cause });
  }
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function keyOffsetOf(document: Document, path: readonly (string | number)[]): number {
  const parentPath = path.slice(0, -1);
  const parent = parentPath.length === 0 ? document.contents : document.getIn(parentPath, true);
  if (isMap(parent)) {
    for (const pair of parent.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      if (String(pair.key.value) === String(path.at(-1)) && hasRange(pair.key)) {
        return pair.key.range[0];
      }
    }
  }
  return offsetOf(document, path);
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return (
    typeof node === 'object' && node !== null && Array.isArray((node as { range?: unknown }).range)
  );
}
