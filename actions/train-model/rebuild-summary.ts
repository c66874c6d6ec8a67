import { neutralizeLine } from '../../shared/platform/index.ts';
import { code, displayText, joinBlocks, markdownTable, md } from '../../shared/report/index.ts';

/** What a rebuild found. Digests are SHA-256, lower-case hexadecimal. */
export interface RebuildFacts {
  readonly model: string;
  /** Path of the run record. */
  readonly record: string;
  readonly recordedDigest: string;
  readonly rebuiltDigest: string;
  readonly files: readonly {
    readonly name: string;
    /** Empty where the record does not name the file. */
    readonly recorded: string;
    readonly rebuilt: string;
  }[];
  /** What is not as it was in the training. */
  readonly changes: readonly string[];
}

const SHORT = 12;

/** Whether the record and the rebuilt model agree in every digest. A record that contradicts itself agrees with nothing. */
export function isSameModel({ recordedDigest, rebuiltDigest, files }: RebuildFacts): boolean {
  return (
    recordedDigest === rebuiltDigest && files.every(({ recorded, rebuilt }) => recorded === rebuilt)
  );
}

/** `rebuilt, the same bytes: 4e1f7e2c9a0b` or `rebuilt with other bytes: weights.bin`. */
export function renderRebuildHeadline(facts: RebuildFacts): string {
  if (isSameModel(facts)) {
    return `rebuilt, the same bytes: ${facts.rebuiltDigest.slice(0, SHORT)}`;
  }
  const names = differing(facts).map(({ name }) => name);
  return `rebuilt with other bytes${names.length === 0 ? '' : `: ${names.join(', ')}`}`;
}

/** Markdown for the step's page. */
export function renderRebuild(facts: RebuildFacts): string {
  const { model, record, files, changes } = facts;
  const same = isSameModel(facts);
  return joinBlocks([
    md`## ${model}: ${same ? 'rebuilt, the same bytes' : 'rebuilt with other bytes'}`,
    same
      ? md`Trained again from ${code(record)}, without a cache: every byte of the model is the same.`
      : md`Trained again from ${code(record)}, without a cache: the model is another one. ${explain(facts)}`,
    same || changes.length === 0 ? null : md`Not as it was in the training: ${changes.join('; ')}.`,
    markdownTable(
      [{ title: md`File` }, { title: md`Recorded SHA-256` }, { title: md`Rebuilt SHA-256` }],
      files.map(({ name, recorded, rebuilt }) => [
        md`${recorded === rebuilt ? '✅' : '❌'} ${code(name)}`,
        code(recorded === '' ? 'none' : recorded),
        code(rebuilt),
      ]),
    ),
  ]).source;
}

/** Why the bytes differ, for a terminal; empty where they do not. */
export function renderRebuildReasons(facts: RebuildFacts): string {
  if (isSameModel(facts)) return '';
  return [
    explain(facts),
    ...facts.changes.map((change) => `Not as it was: ${neutralizeLine(displayText(change))}.`),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

/** Which part of the training the first file that differs stands for. */
function explain(facts: RebuildFacts): string {
  const names = new Set(differing(facts).map(({ name }) => name));
  if (names.has('transform.json'))
    return 'The features differ: how columns become numbers, or which rows train.';
  if (names.has('model.json')) return 'The network has another architecture.';
  if (names.size === 0)
    return 'The record contradicts itself: its files have not the digest of its model.';
  return 'The weights alone differ: a setting of the training, the code of the action, or a record that was changed.';
}

function differing({ files }: RebuildFacts): RebuildFacts['files'] {
  return files.filter(({ recorded, rebuilt }) => recorded !== rebuilt);
}
