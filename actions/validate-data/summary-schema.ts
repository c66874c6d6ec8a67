import {
  countOf,
  details,
  diffJson,
  type JsonChange,
  Markdown,
  md,
  shorten,
  visible,
} from '../../shared/report/index.ts';

const PLACES_SHOWN = 40;
const LINES_OF_A_PLACE = 12;
const LONGEST_LINE = 120;

/** What the proposed schema changes in the committed one, as a diff: nothing where none is committed. */
export function renderSchemaDiff(committed: unknown, proposed: unknown): Markdown | null {
  if (committed === null) return null;
  const changes = diffJson(committed, proposed);
  if (changes.length === 0) return null;
  const shown = changes.slice(0, PLACES_SHOWN).flatMap(renderChange);
  const hidden = changes.length - PLACES_SHOWN;
  const text = [...shown, ...(hidden > 0 ? [`@@ ${countOf(hidden, 'more place')} @@`] : [])];
  return details(
    md`Proposed changes of the schema: ${countOf(changes.length, 'place')}`,
    fence(text, 'diff'),
  );
}

function renderChange({ path, removed, added }: JsonChange): string[] {
  const lines = [...removed.map((text) => `- ${text}`), ...added.map((text) => `+ ${text}`)];
  const hidden = lines.length - LINES_OF_A_PLACE;
  return [
    `@@ ${path.join(' › ')} @@`,
    ...lines.slice(0, LINES_OF_A_PLACE),
    ...(hidden > 0 ? [`  … ${countOf(hidden, 'more line')}`] : []),
  ];
}

/** Lines as they are: the fence is longer than any run of backticks in them, and nothing in them is Markdown. */
function fence(lines: readonly string[], language: string): Markdown {
  const shown = lines.map((line) =>
    shorten(visible(line.slice(0, 2 * LONGEST_LINE)), LONGEST_LINE),
  );
  const longest = Math.max(2, ...shown.map((line) => longestRun(line)));
  const marks = '`'.repeat(longest + 1);
  return new Markdown([`${marks}${language}`, ...shown, marks].join('\n'));
}

function longestRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}
