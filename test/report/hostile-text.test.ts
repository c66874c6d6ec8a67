import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { proposalBody } from '../../shared/deploy/pull-request-text.ts';
import { renderDeploymentSummary } from '../../shared/deploy/summary.ts';
import { renderDriftSummary } from '../../shared/drift/index.ts';
import {
  commentMarker,
  composeComment,
  type EvaluationReport,
  renderEvaluation,
} from '../../shared/evaluation/index.ts';
import { renderModelCard } from '../../shared/lineage/index.ts';
import { type ReportInput, renderReportPage } from '../../shared/report/index.ts';
import { renderExport } from '../../shared/tflite/export-markdown.ts';
import { MODEL_DIGEST, penguins } from './fixtures/penguins.ts';
import { elementsOf, parsePage } from './well-formed.ts';

/** What data, a schema or a person chose in the example: columns, categories, labels, files, reasons. */
const CHOSEN = [
  'penguin-species',
  'species',
  'island',
  'Torgersen',
  'sex',
  'MALE',
  'Adelie',
  'body_mass_g',
  'bill_length_mm',
  'data/penguins.csv',
  'data/schema.json',
  'refs/heads/main',
  'named in `ignore`',
];

const PIECES = [
  '::set-output name=x::y',
  '##[error]',
  '##[set-output name=x]',
  '\n::add-mask::a\n',
  '\r',
  '|',
  '`',
  '``` ',
  '@team',
  '#123',
  'gh-5',
  '<script>',
  '<!--',
  '-->',
  '</details>',
  '[x](http://a.example)',
  'www.a.example',
  '\u202e',
  '\u200b',
  '\u2066',
  '\u001b[31m',
  '$`x`$',
  '**',
  '\n---\n',
  '\n# ',
  '\\',
  '&lt;',
  ' a ',
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').slice(0, 150));

/** The example with another text wherever someone chose one. */
function withText(text: string): ReportInput {
  return JSON.parse(JSON.stringify(penguins), (_key, value: unknown) =>
    typeof value === 'string' && CHOSEN.includes(value) ? text : value,
  ) as ReportInput;
}

/** Every Markdown that people are shown outside of the run, drawn from one example. */
function renderAll({ record, ...input }: ReportInput): Record<string, string> {
  const { drift, evaluation, deployment, export: exported } = input;
  if (!drift || !evaluation || !deployment || !exported)
    throw new Error('the example lacks a part');
  const model = record.model;
  const blocks = renderEvaluation(evaluation as EvaluationReport, {
    model,
    pullRequest: true,
    dataDigest: 'd'.repeat(64),
    seed: 7,
    commit: 'c'.repeat(40),
  });
  return {
    card: renderModelCard(record).replace(/^---\n[\s\S]*?\n---\n/, ''),
    drift: renderDriftSummary(model, drift),
    comment: composeComment('', blocks),
    deployment: renderDeploymentSummary(deployment),
    // The exporter itself makes these names, of letters, digits and underscores.
    exported: renderExport(
      { ...exported, inputs: exported.inputs.map((input) => ({ ...input, name: 'input' })) },
      model,
    ).source,
    proposal: proposalBody({
      name: 'name',
      digest: MODEL_DIGEST,
      version: '2',
      folder: `models/${model}`,
      record,
      runUrl: model,
      commit: model,
      needsApproval: true,
    }),
  };
}

/** How often each character occurs that can begin something in Markdown, HTML or a table. */
function markup(source: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [character] of source.replace(/&#\d+;/g, '').matchAll(/[<>&|`*_~[\]@\\{}$\n]/g)) {
    counts[character] = (counts[character] ?? 0) + 1;
  }
  return counts;
}

/** What GitHub looks at for mentions and references. */
function resolve(source: string): string {
  return source.replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));
}

const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

describe('whatever text someone chose', () => {
  const harmless = renderAll(withText('plain'));
  const expected = Object.fromEntries(
    Object.entries(harmless).map(([kind, source]) => [kind, markup(source)]),
  );

  test('stands in every text that is shown', () => {
    const shown = Object.entries(harmless).map(([kind, source]) => [
      kind,
      source.includes('plain'),
    ]);
    expect(shown).toEqual(shown.map(([kind]) => [kind, true]));
  });

  test('no text has more or less markup than with a plain word in its place', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const [kind, source] of Object.entries(renderAll(withText(text)))) {
          expect([kind, markup(source)]).toEqual([kind, expected[kind]]);
          expect([kind, INVISIBLE.exec(source)?.[0]]).toEqual([kind, undefined]);
          // The zero-width space that parts a sign from a name is ours, as a reference; in code GitHub links nothing.
          const seen = resolve(source.replace(/<code>.*?<\/code>/g, ''));
          expect([kind, /@[a-z0-9]|#\d|\bgh-\d/i.exec(seen)?.[0]]).toEqual([kind, undefined]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the page has no other elements, and the front matter of the card the same keys', () => {
    const elements = (input: ReportInput) =>
      new Set(elementsOf(parsePage(renderReportPage(input))).map(({ name }) => name));
    const known = elements(withText('plain'));
    const keys = (input: ReportInput) => {
      const [, source = ''] = /^---\n([\s\S]*?)\n---\n/.exec(renderModelCard(input.record)) ?? [];
      return JSON.stringify(parse(source), (_key, value: unknown) =>
        typeof value === 'string' ? '' : value,
      );
    };
    fc.assert(
      fc.property(hostileText, (text) => {
        const names = [...elements(withText(text))];
        expect(names.filter((name) => !known.has(name))).toEqual([]);
        expect(keys(withText(text))).toBe(keys(withText('plain')));
      }),
      { numRuns: 40 },
    );
  });

  test('the marker of a comment is one comment of HTML on one line', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (model, label) => {
        expect(commentMarker(model, label)).toMatch(/^<!-- (?:(?!--)[^\n<>])* -->$/);
      }),
    );
  });
});
