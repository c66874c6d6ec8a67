import { JsonLinesScanner, type JsonValue } from '../../../shared/data/json-lines.ts';
import type { FuzzTarget } from '../target.ts';

/**
 * Each line against `JSON.parse`: a flat object is read as it reads it, and what it refuses is refused. Cut anywhere, the
 * same.
 */
export const target: FuzzTarget = {
  seeds: ['{"a":1}\n', '{"a":"x\\n","b":null}\r\n\n{ "c" : -0.5e+3 , "d":true}'],
  words: ['{"', '":', ',"', '"}', '\\u0000', '\\ud800', 'null', 'true', '-0', '1e5', '\\"', '\n'],
  longest: 150,
  run(input) {
    const whole = read(input, input.length);
    const cut = read(input, 1 + ((input[0] ?? 0) % 7));
    if (JSON.stringify(whole) !== JSON.stringify(cut)) {
      throw new Error(`whole ${JSON.stringify(whole)}, cut ${JSON.stringify(cut)}`);
    }
    const lines = splitLines(input);
    for (const [index, line] of lines.entries()) {
      const expected = parseFlat(line);
      const actual = whole.rows.find(([at]) => at === index + 1)?.[1];
      // JSON.parse doesn't tell that a key stands twice.
      if (line.trim() === '' || whole.twice.includes(index + 1)) continue;
      if (expected !== 'nested' && sorted(actual) !== sorted(expected)) {
        throw new Error(
          `line ${index + 1} ${JSON.stringify(line)}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`,
        );
      }
    }
  },
};

/** JSON.parse visits keys that read like array indices first. */
function sorted(object: Flat | undefined): string {
  return JSON.stringify(object?.map((entry) => JSON.stringify(entry)).toSorted() ?? null);
}

type Flat = readonly (readonly [name: string, value: string])[];

interface Read {
  readonly rows: readonly (readonly [line: number, object: Flat])[];
  readonly faults: readonly number[];
  /** Lines in which a key stands twice. */
  readonly twice: readonly number[];
}

function read(bytes: Uint8Array, length: number): Read {
  const rows: [number, Flat][] = [];
  const faults: number[] = [];
  const twice: number[] = [];
  const scanner = new JsonLinesScanner(
    'f',
    (line, object) => rows.push([line, [...object].map(([name, value]) => [name, textOf(value)])]),
    ({ what, where }) => {
      faults.push(where?.line ?? 0);
      if (what.endsWith(' twice')) twice.push(where?.line ?? 0);
    },
  );
  for (let at = 0; at < bytes.length; at += Math.max(1, length)) {
    scanner.push(bytes.subarray(at, at + Math.max(1, length)));
  }
  scanner.finish();
  return { rows, faults, twice };
}

/** Bytes that are no UTF-8 make the line one that nobody reads. */
function splitLines(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 10) continue;
    try {
      lines.push(
        new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
          bytes.subarray(start, at),
        ),
      );
    } catch {
      lines.push('not UTF-8');
    }
    start = at + 1;
  }
  return lines;
}

function textOf(value: JsonValue): string {
  return value.kind === 'list' ? value.items.map(textOf).join() : `${value.kind} ${value.text}`;
}

/** Undefined for what is no object. */
function parseFlat(line: string): Flat | 'nested' | undefined {
  const values: [string, string][] = [];
  let parsed: unknown;
  const visit = (name: string, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value !== 'object' || value === null) {
      values.push([name, describe(value, context?.source)]);
    }
    return value;
  };
  try {
    parsed = JSON.parse(line.trim(), visit as (name: string, value: unknown) => unknown);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const nested = Object.values(parsed).some((value) => typeof value === 'object' && value !== null);
  return nested ? 'nested' : values;
}

function describe(value: unknown, source: string | undefined): string {
  if (typeof value === 'number') return `number ${source}`;
  if (value === null) return 'null ';
  return `${typeof value} ${String(value)}`;
}
