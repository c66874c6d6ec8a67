import { type ColumnJson, decodeColumn, encodeColumn } from './column-json.ts';
import { SAMPLE_THRESHOLDS } from './hash.ts';
import { MOST_CONTENTS } from './limits.ts';
import { comparePlaces } from './odd-cells.ts';
import { decodeSample, encodeSample, type SampleJson } from './sample-json.ts';
import type { ContentSample, Place, ScanState } from './scan-state.ts';
import { demand } from './state-consistency.ts';
import { STATE_LIMITS, valueLimits } from './state-limits.ts';
import { decodeWords, encodeWords } from './words-text.ts';

/** A `ScanState` in JSON; `schemas/shard.schema.json` describes it. */
export interface StateJson {
  readonly rows: number;
  readonly columns: readonly ColumnJson[];
  readonly sample: SampleJson;
  readonly contents: ContentsJson;
}

interface ContentsJson {
  readonly level: number;
  readonly hashes: string;
  readonly counts: readonly number[];
  /** File and line of one row or of two. */
  readonly places: readonly (readonly number[])[];
}

export function encodeState({ rows, columns, sample, contents }: ScanState): StateJson {
  return {
    rows,
    columns: columns.map(encodeColumn),
    sample: encodeSample(sample),
    contents: {
      level: contents.level,
      hashes: encodeWords(contents.hashes),
      counts: contents.counts,
      places: contents.places.map((places) => places.flatMap(({ file, line }) => [file, line])),
    },
  };
}

/**
 * Takes JSON that follows the schema and may be hostile: throws `InconsistentState` for what no scan gives, so that
 * nothing computed from the state later is out of its range. `hasFile`: whether rows may stand in a file, by its index.
 */
export function decodeState(json: StateJson, hasFile: (file: number) => boolean): ScanState {
  const { rows } = json;
  const limits = valueLimits(STATE_LIMITS, json.columns.length);
  const columns = json.columns.map((column) => decodeColumn(column, rows, limits));
  const sample = decodeSample(json.sample, rows, columns);
  const contents = decodeContents(json.contents, rows);
  const cells = columns.flatMap(({ oddCells }) => Object.values(oddCells).flat());
  const places: Place[] = [...cells, ...contents.places.flat()];
  demand(
    places.every(({ file }) => hasFile(file)),
    'a row stands in another file',
  );
  return { rows, columns, sample, contents };
}

function decodeContents(json: ContentsJson, rows: number): ContentSample {
  const { level, counts } = json;
  const hashes = decodeWords(json.hashes);
  demand(hashes.length <= MOST_CONTENTS, 'there are too many contents');
  demand(
    counts.length === hashes.length && json.places.length === hashes.length,
    'contents are not as many as their counts',
  );
  const threshold = SAMPLE_THRESHOLDS[level] ?? 0n;
  demand(
    hashes.every((hash, index) => index === 0 || hash > (hashes[index - 1] ?? 0n)) &&
      (hashes.at(-1) ?? 0n) <= threshold,
    'contents are not in order',
  );
  const counted = counts.reduce((sum, count) => sum + count, 0);
  demand(level === 0 ? counted === rows : counted <= rows, 'contents are not as many as rows');
  return {
    level,
    hashes,
    counts,
    places: json.places.map((place, index) => decodePlaces(place, counts[index] ?? 0)),
  };
}

function decodePlaces(
  [file = 0, line = 0, secondFile, secondLine]: readonly number[],
  count: number,
): readonly [Place] | readonly [Place, Place] {
  const first = { file, line };
  demand((secondLine === undefined) === (count === 1), 'places of a content are missing');
  if (secondFile === undefined || secondLine === undefined) return [first];
  const second = { file: secondFile, line: secondLine };
  demand(comparePlaces(first, second) <= 0, 'places of a content are not in order');
  return [first, second];
}
