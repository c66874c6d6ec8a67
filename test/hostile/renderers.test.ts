import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { planDriftIssue } from '../../actions/report-drift/drift-issue.ts';
import { renderCommandSummary } from '../../actions/train-model/command-summary.ts';
import { renderSummary as renderTrainingSummary } from '../../actions/train-model/summary.ts';
import { renderPartSummary } from '../../actions/train-model/trials-summary.ts';
import { renderShardSummary } from '../../actions/validate-data/shard-summary.ts';
import { renderSummary as renderDataSummary } from '../../actions/validate-data/summary.ts';
import type { Configuration } from '../../shared/config/index.ts';
import type { ShardExamination } from '../../shared/data/index.ts';
import { renderDeploymentSummary } from '../../shared/deploy/index.ts';
import { proposalBody } from '../../shared/deploy/pull-request-text.ts';
import { releaseTarget } from '../../shared/deploy/release-target.ts';
import { renderDriftSummary } from '../../shared/drift/index.ts';
import {
  commentMarker,
  composeComment,
  joinEvaluation,
  renderEvaluation,
} from '../../shared/evaluation/index.ts';
import { renderModelCard } from '../../shared/lineage/index.ts';
import type { TrainingReport } from '../../shared/model/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { renderReportPage } from '../../shared/report/index.ts';
import { renderExport } from '../../shared/tflite/index.ts';
import { MODEL_DIGEST } from '../report/fixtures/penguins.ts';
import { type HostileReports, hostileReports, type PickText } from './hostile-reports.ts';
import { HOSTILE_TEXTS, hostileText } from './hostile-text.ts';
import { findEscaped, findEscapedHtml, shapeOf } from './published-markdown.ts';

/** Every Markdown that people are shown on GitHub, by what it is. */
async function renderAll(
  { input, command, trials, deployments }: HostileReports,
  pick: PickText,
): Promise<Record<string, string>> {
  const { record, statistics, anomalies, training, tuning, evaluation, drift } = input;
  const { model } = record;
  const runUrl = record.source?.runUrl ?? '';
  const commit = record.source?.commit ?? '';
  const configuration = {
    model,
    schema: pick(),
    outputDirectory: pick(),
    validation: { updateSchema: 'propose' },
  } as Configuration;
  const blocks = renderEvaluation(evaluation, {
    model,
    pullRequest: true,
    runUrl,
    commit,
    dataDigest: 'd'.repeat(64),
    seed: 7,
    engine: { name: 'command', run: pick() },
    training: training as TrainingReport,
    anomalies,
    exports: input.export,
  });
  const annotated = { shown: 1, total: 2 };
  const card = renderModelCard(record);
  return {
    'summary of the data': renderDataSummary({
      configuration,
      statistics,
      anomalies,
      verdict: 'fail',
      errors: 1,
      warnings: 1,
      annotated,
      schemaChanged: true,
      committedSchema: { properties: { [pick()]: { enum: [pick()] } }, required: [pick()] },
      proposedSchema: { properties: { a: { type: 'string' } }, required: [pick(), 'a'] },
    }),
    'summary of a shard': renderShardSummary({
      configuration,
      shard: {
        share: { index: 1, of: 2 },
        evidence: { state: { rows: statistics.examples } },
        files: statistics.files,
        origin: { schema: statistics.files[0] },
      } as unknown as ShardExamination['shard'],
      anomalies: anomalies.anomalies,
      verdict: 'fail',
      annotated,
    }),
    'summary of a training': renderTrainingSummary({
      model,
      report: training,
      modelDigest: MODEL_DIGEST,
      cacheHit: true,
      tuning,
    }),
    'summary of trials': renderPartSummary(model, trials),
    'summary of a command': renderCommandSummary({ model, modelDigest: MODEL_DIGEST, ...command }),
    'summary of an evaluation': joinEvaluation(blocks).source,
    'summary of an export': renderExport(input.export, model).source,
    ...Object.fromEntries(
      deployments.map((report) => [
        `summary of a deployment ${report.refused ? 'refused' : ''}`,
        renderDeploymentSummary(report),
      ]),
    ),
    'summary of drift': renderDriftSummary(model, drift),
    comment: `${commentMarker(model, pick())}\n${composeComment(commentMarker(model, pick(), 'from-fork'), blocks)}`,
    issue: await textOfIssue(input),
    'closed issue': await textOfIssue({ ...input, drift: { ...drift, status: 'no-drift' } }),
    'model card': card.replace(/^---\n[\s\S]*?\n---\n/, ''),
    release: await notesOfRelease(card, record),
    'pull request': proposalBody({
      name: 'penguins', // of a configuration, which allows letters, digits and ._-
      digest: MODEL_DIGEST,
      version: '2',
      previousVersion: pick(),
      folder: pick(),
      record: { ...record, deployments: [{ ...deployed, forced: pick() }] },
      runUrl,
      commit,
      needsApproval: true,
    }),
  };
}

const deployed = {
  target: 'directory',
  location: 'models/penguins',
  version: '1',
  modelDigest: MODEL_DIGEST,
  at: '2026-01-01T00:00:00Z',
} as const;

async function textOfIssue({ record, drift }: HostileReports['input']): Promise<string> {
  const { commit = '', runUrl = '' } = record.source ?? {};
  const ports = memoryPorts({}, { withGitHub: true, run: { commit, runUrl } });
  const { publish } = await planDriftIssue('penguins', drift, 'out', ports);
  await publish?.();
  const { body, comment } = ports.journal.published[0]?.item ?? {};
  return String(body ?? comment);
}

async function notesOfRelease(
  card: string,
  record: HostileReports['input']['record'],
): Promise<string> {
  const ports = memoryPorts({}, { withGitHub: true });
  const plan = await releaseTarget(ports.github, { tag: 'v{version}' }, {}).plan({
    name: 'penguins',
    digest: MODEL_DIGEST,
  });
  const files = [{ path: 'model-card.md', content: card }];
  await plan.apply({ model: 'penguins', modelDigest: MODEL_DIGEST, files, record });
  return String(ports.journal.published[0]?.item.notes);
}

/** Gives the texts in turn, again and again. */
function inTurn(texts: readonly string[]): PickText {
  let next = 0;
  return () => texts[next++ % texts.length] ?? '';
}

const texts = fc.array(hostileText, { minLength: 1, maxLength: 12 });

describe('whatever text stands in a report', () => {
  test('there is some in everything that is rendered', async () => {
    const pick = () => 'harmless';
    const all = await renderAll(hostileReports(pick), pick);
    const silent = Object.entries(all).filter(([, source]) => !source.includes('harmless'));
    expect(silent).toEqual([]);
    expect(renderReportPage(hostileReports(pick).input)).toContain('harmless');
  });

  test.each(HOSTILE_TEXTS.map((text) => [text]))(
    '%j is text on GitHub and in the page',
    async (text) => {
      const pick = () => text;
      const all = await renderAll(hostileReports(pick), pick);
      for (const [kind, source] of Object.entries(all)) {
        expect([kind, findEscaped(source)]).toEqual([kind, []]);
      }
      expect(findEscapedHtml(renderReportPage(hostileReports(pick).input))).toEqual([]);
    },
  );

  test('nothing becomes HTML, a link, a mention or a reference on GitHub', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const pick = inTurn(given);
        for (const [kind, source] of Object.entries(await renderAll(hostileReports(pick), pick))) {
          expect([kind, findEscaped(source)]).toEqual([kind, []]);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('the structure stays that of a plain word', async () => {
    const word = () => 'word';
    const plain = await renderAll(hostileReports(word), word);
    await fc.assert(
      fc.asyncProperty(
        // White space at the edges of bold text makes it plain: that is the text's own affair. A whole address becomes
        // a link where the address of the run stands, as it should.
        hostileText
          .map((text) => text.trim())
          .filter((text) => text !== '' && !/^https?:/.test(text)),
        async (text) => {
          const pick = () => text;
          const all = await renderAll(hostileReports(pick), pick);
          for (const [kind, source] of Object.entries(all)) {
            expect([kind, shapeOf(source)]).toEqual([kind, shapeOf(plain[kind] ?? '')]);
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  test('the report page runs, loads and sends nothing', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const page = renderReportPage(hostileReports(inTurn(given)).input);
        expect(findEscapedHtml(page)).toEqual([]);
      }),
      {
        numRuns: 40,
        // An address of a run beside half a surrogate pair.
        examples: [['a', '\ud800', 'a', 'a', 'http://github.com/octo/models/issues/1']].map(
          (given): [string[]] => [given],
        ),
      },
    );
  }, 60_000);

  test('the front matter of the model card keeps its keys', () => {
    const keys = (text: string) => {
      const card = renderModelCard(hostileReports(() => text).input.record);
      const [, source = ''] = /^---\n([\s\S]*?)\n---\n/.exec(card) ?? [];
      return JSON.stringify(parse(source), (_key, value: unknown) =>
        typeof value === 'string' ? '' : value,
      );
    };
    fc.assert(fc.property(hostileText, (text) => expect(keys(text)).toBe(keys('plain'))));
    expect(keys('__proto__')).toBe(keys('plain'));
  });

  test('the marker of a comment is one comment of HTML on one line', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (model, label) => {
        expect(commentMarker(model, label)).toMatch(/^<!-- (?:(?!--)[^\n<>])* -->$/);
      }),
    );
  });
});

describe('the check itself', () => {
  test.each([
    ['<script>x</script>', 'element script'],
    ['<p onclick="x">x</p>', 'attribute p onclick'],
    ['[x](javascript:x)', 'link to javascript:x'],
    ['<!-- x -->', 'comment  x '],
    ['hi @octocat', 'mention'],
    ['octo/models#1', 'issue'],
    ['GH-1', 'issue'],
    ['&#64;octocat', 'mention'],
    ['see 0123456789abcdef0123456789abcdef01234567', 'commit'],
    ['https&#58;//a.example', 'address'],
    ['a\u202eb', 'hidden character'],
  ])('finds %j', (source, found) => {
    expect(findEscaped(source).join('; ')).toContain(found);
    expect(findEscaped('`@octocat` **bold** <sub>small</sub>')).toEqual([]);
  });

  test.each([
    ['<script>x</script>', 'element script'],
    ['<svg onload="x"/>', 'svg onload'],
    ['<a href="javascript:x">x</a>', 'link to javascript:x'],
    ['<!-- x -->', 'comment'],
    ['<img src="x">', 'img src'],
  ])('finds %j in a page', (source, found) => {
    expect(findEscapedHtml(source).join('; ')).toContain(found);
  });
});
