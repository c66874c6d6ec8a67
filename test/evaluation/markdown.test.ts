import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  commentMarker,
  composeComment,
  type EvaluationContext,
  joinEvaluation,
  LONGEST_COMMENT,
  renderEvaluation,
} from '../../shared/evaluation/index.ts';
import type { TrainingReport } from '../../shared/model/index.ts';
import { penguins } from '../report/fixtures/penguins.ts';
import {
  BASELINE,
  configure,
  DIGEST,
  makeClassPredictions,
  makeGate,
  makeNumberPredictions,
  makeReport,
  makeTable,
} from './example.ts';

const PULL_REQUEST: EvaluationContext = {
  model: 'penguin-species',
  pullRequest: true,
  commit: 'a1b2c3d4e5f6',
  runUrl: 'https://github.com/octo/penguins/actions/runs/1234',
  dataDigest: '9f2c'.padEnd(64, '0'),
  seed: 7,
  engine: { name: 'wasm', version: '4.22.0', simd: true },
};
const LOCAL: EvaluationContext = { model: 'penguin-species', pullRequest: false };

const HOSTILE = [
  '<script>alert(1)</script>',
  '@everyone | `code` --> ![x](y)',
  'x\n## Merged\n::error::',
  'y'.repeat(9000),
];

const CASES = {
  'fail-against-baseline': () => renderEvaluation(makeReport({ baseline: BASELINE }), PULL_REQUEST),
  'no-baseline': () =>
    renderEvaluation(
      makeReport({
        configuration: configure({ gates: [makeGate({ kind: 'may-drop', value: 0.01 })] }),
      }),
      PULL_REQUEST,
    ),
  'no-thresholds': () =>
    renderEvaluation(makeReport({ configuration: configure({ gates: [], slices: [] }) }), LOCAL),
  'same-model': () =>
    renderEvaluation(
      makeReport({
        baseline: {
          ...BASELINE,
          modelDigest: DIGEST,
          predictions: makeClassPredictions(0.6, 'candidate'),
        },
      }),
      PULL_REQUEST,
    ),
  regression: () =>
    renderEvaluation(
      makeReport({
        predictions: makeNumberPredictions(300),
        baseline: { ...BASELINE, predictions: makeNumberPredictions(280) },
        configuration: configure({
          gates: [
            makeGate({ kind: 'at-most', value: 100 }, { metric: 'rmse' }),
            makeGate({ kind: 'may-rise', value: 5, confidence: 0.9 }, { metric: 'mae' }),
          ],
        }),
      }),
      PULL_REQUEST,
    ),
  hostile: () =>
    renderEvaluation(
      makeReport({
        table: makeTable(HOSTILE),
        predictions: makeClassPredictions(0.6, 'candidate', HOSTILE),
        configuration: configure({
          gates: [makeGate({ kind: 'at-least', value: 1 }, { slice: { island: '*' } })],
        }),
      }),
      { ...PULL_REQUEST, model: 'a | b <!-- ' },
    ),
};

describe('renderEvaluation', () => {
  test.each(Object.entries(CASES))('%s is as in its golden file', (name, render) => {
    const golden = readFileSync(new URL(`golden/${name}.md`, import.meta.url), 'utf8');
    expect(`${joinEvaluation(render()).source}\n`).toBe(golden);
  });

  test('nothing from the data becomes markup', () => {
    const { source } = joinEvaluation(CASES.hostile());
    expect(source).not.toMatch(/<script|<!--|-->|@everyone|\n## Merged|!\[/);
    const widths = source
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').length);
    expect(new Set(widths)).toEqual(new Set([5, 6, 7]));
    expect(source.length).toBeLessThan(30_000);
  });

  test('a table of many gates and slices is cut, failures first, and says so', () => {
    const pass = makeGate({ kind: 'at-least', value: 0 });
    const gates = [...Array(60).fill(pass), makeGate({ kind: 'at-least', value: 1 })];
    const table = makeTable(Array.from({ length: 40 }, (_, index) => `island ${index}`));
    const { source } = joinEvaluation(
      renderEvaluation(
        makeReport({ table, configuration: configure({ slices: [['island']], gates }) }),
        LOCAL,
      ),
    );
    expect(source).toContain('21 more gates are in <code>evaluation.json</code>.');
    expect(source).toContain('7 more are in <code>evaluation.json</code>.');
    expect(source.match(/❌/g)).toHaveLength(2);
  });
});

describe('comments', () => {
  const marker = commentMarker('penguin-species', 'nightly run');

  test('the marker is one plain hidden line', () => {
    expect(marker).toBe('<!-- mlops-actions: penguin-species nightly-run -->');
    expect(commentMarker('a --> <b>\n', '--')).toBe('<!-- mlops-actions: a-b- - -->');
    expect(commentMarker('modèle', 'x')).toBe('<!-- mlops-actions: modèle x -->');
  });

  test('a report that fits is whole', () => {
    const blocks = CASES['fail-against-baseline']();
    expect(composeComment(marker, blocks)).toBe(joinEvaluation(blocks).source);
  });

  test('one that does not fit loses folded sections from the end, then tables, and says so', () => {
    const blocks = CASES['fail-against-baseline']();
    const { length } = composeComment(marker, blocks);
    for (let limit = length + marker.length; limit > 600; limit -= 97) {
      const body = composeComment(marker, blocks, limit);
      expect(`${marker}\n${body}\n`.length).toBeLessThanOrEqual(limit);
      expect(body).toContain('do not merge yet');
      expect(body).toContain('Shortened: ');
      expect(body).toContain('in the summary of run [1234](https://github.com/');
      expect(body.match(/<details>/g)?.length ?? 0).toBe(body.match(/<\/details>/g)?.length ?? 0);
    }
  });

  test('the longest names and the most of everything stay below what GitHub takes', () => {
    const long = (letter: string) =>
      Array.from({ length: 60 }, (_, index) => `${index}${letter.repeat(500)}`);
    const columns = ['island', 'sex'];
    const gates = Array.from({ length: 60 }, () =>
      makeGate(
        { kind: 'at-least', value: 1 },
        { slice: Object.fromEntries(columns.map((name) => [name, '*'])) },
      ),
    );
    const report = makeReport({
      table: makeTable(long('|')),
      predictions: makeClassPredictions(0.2, 'x', long('@').slice(0, 15)),
      baseline: {
        ...BASELINE,
        predictions: makeClassPredictions(0.3, 'y', long('@').slice(0, 15)),
      },
      configuration: configure({ gates }),
    });
    const body = composeComment(marker, renderEvaluation(report, PULL_REQUEST));
    expect(body.length).toBeLessThan(LONGEST_COMMENT);
    expect(body).toContain('❌');
  });

  test('a reason that is longer than a comment leaves the heading and the link', () => {
    const blocks = renderEvaluation(
      { ...makeReport(), reason: `${'|@'.repeat(5000)}: so` },
      PULL_REQUEST,
    );
    const body = composeComment(marker, blocks);
    expect(body.length).toBeLessThan(LONGEST_COMMENT);
    expect(body).toMatch(/^## /);
    expect(body).toContain('in the summary of run [1234](https://github.com/');
  });
});

test('the comment says in one line how far the models of a cross-validation lie apart', () => {
  const { crossValidation, ...training } = penguins.training as TrainingReport;
  const render = (context: Partial<EvaluationContext>) =>
    joinEvaluation(renderEvaluation(makeReport(), { ...PULL_REQUEST, ...context })).source;
  expect(render({ training: { ...training, crossValidation } as TrainingReport })).toMatch(
    /<summary>Cross-validation: accuracy 0\.98\d? on average, 0\.96\d to 1(\.0+)?<\/summary>[\s\S]*\| accuracy \(4 of 5 folds\) \|/,
  );
  expect(render({ training })).not.toContain('Cross-validation');
});
