import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseRunRecord, prettyJson, renderModelCard } from '../../shared/lineage/index.ts';
import { runRecord, trainedModel } from '../deploy/project.ts';

function frontMatter(card: string): Record<string, unknown> {
  const [, source = ''] = /^---\n([\s\S]*?)\n---\n/.exec(card) ?? [];
  return parse(source) as Record<string, unknown>;
}

describe('the model card', () => {
  test('has the front matter of the hub', () => {
    expect(frontMatter(renderModelCard(runRecord()))).toEqual({
      tags: ['mlops-actions', 'tensorflowjs', 'tflite'],
      pipeline_tag: 'tabular-classification',
      'model-index': [
        {
          name: 'penguin-species',
          results: [
            {
              task: { type: 'tabular-classification' },
              dataset: { type: 'tabular', name: 'data.csv', split: 'evaluation' },
              metrics: [
                { type: 'accuracy', name: 'accuracy', value: 0.985 },
                { type: 'log_loss', name: 'log-loss', value: 0.08 },
              ],
            },
          ],
        },
      ],
    });
  });

  test('says how good it is, what made it and which bytes it is', () => {
    const card = renderModelCard(runRecord());
    expect(card).toContain('# penguin&#45;species');
    expect(card).toContain('all 3 gates passed');
    expect(card).toMatch(/\| accuracy \| 0(\.|&#46;)985 \|/);
    expect(card).toContain('240 train, 35 validation, 69 evaluation');
    expect(card).toContain(trainedModel().digest);
    expect(card).not.toContain('had not passed');
    expect(renderModelCard(runRecord())).toBe(card);
  });

  test('has what the owner states, and says that it is a statement', () => {
    const statements = {
      owners: ['Ecology group'],
      license: 'apache-2.0',
      intendedUse: ['Sort penguins'],
      outOfScope: [],
      limitations: ['No chicks', 'Three species'],
      ethicalConsiderations: [],
      risk: { class: 'minimal', reason: 'Decides nothing about people' },
    } as const;
    const card = renderModelCard(runRecord(), statements);
    expect(frontMatter(card)).toMatchObject({ license: 'apache-2.0' });
    expect(card).toContain('Nothing of them was measured or checked.');
    expect(card).toContain('## Limitations\n\n- No chicks\n- Three species\n');
    expect(card).toContain('**minimal risk** of the EU AI Act');
    expect(card).toContain('Reason given: Decides nothing about people');
    expect(card).not.toContain('## Out of scope');
    expect(card.indexOf('## Risk class')).toBeLessThan(card.indexOf('## Evaluation'));
  });

  test('lets no statement end its item, mention, link or hide', () => {
    const hostile = 'a\n\n# b\n---\n<!-- <img src=x> [l](http://h.example) @all `c` | d\u202e';
    const card = renderModelCard(runRecord(), {
      owners: [hostile],
      intendedUse: [hostile],
      outOfScope: [hostile],
      limitations: [hostile, 'x'.repeat(5000)],
      ethicalConsiderations: [hostile],
      risk: { class: 'high', reason: hostile },
    });
    expect(card).not.toMatch(/^# b|<!--|<img|\]\(http:|@all|`c`|\u202e/m);
    expect(card).not.toContain('x'.repeat(501));
    expect(card.match(/^## .*$/gm)?.slice(0, 6)).toEqual([
      '## Owners',
      '## Intended use',
      '## Out of scope',
      '## Limitations',
      '## Ethical considerations',
      '## Risk class',
    ]);
  });

  test('is rendered from an empty record', () => {
    const card = renderModelCard({ version: 1, model: 'm', actions: {} });
    expect(card).toContain('It has not been evaluated');
    expect(frontMatter(card)).toEqual({
      tags: ['mlops-actions', 'tensorflowjs'],
    });
  });

  test('speaks of a forced deployment of this model, and of no other', () => {
    const entry = {
      target: 'directory',
      location: 'models/m/1',
      version: '1',
      at: '2026-01-01T00:00:00.000Z',
      forced: 'a <b>reason</b>',
    };
    const forced = (modelDigest: string) =>
      renderModelCard(runRecord('weights', { deployments: [{ ...entry, modelDigest }] }));
    expect(forced(trainedModel().digest)).toContain('Deployed although it had not passed');
    expect(forced(trainedModel().digest)).not.toContain('<b>');
    expect(forced(trainedModel('other').digest)).not.toContain('had not passed');
  });

  test('hostile texts neither end the front matter nor become markup', () => {
    const hostile = 'x"\n---\n# |`a`<script>@team\u2028\u0085 {{ x }}: [y](z)';
    const record = runRecord();
    const { evaluation, training } = record;
    if (evaluation === undefined || training === undefined) throw new Error('incomplete record');
    const card = renderModelCard({
      ...record,
      model: hostile,
      source: { repository: hostile, commit: hostile, runUrl: hostile },
      evaluation: { ...evaluation, reason: hostile, metrics: { [hostile]: 1 } },
      training: { ...training, data: [{ path: hostile, bytes: 1, sha256: '0'.repeat(64) }] },
    });
    const [index] = frontMatter(card)['model-index'] as { name: string }[];
    expect(index?.name).toBe(hostile);
    const body = card.replace(/^---\n[\s\S]*?\n---\n/, '');
    expect(body).not.toMatch(/<script|@team|`a`|^---$|\]\(z\)/m);
    expect(body.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  });
});

describe('reading a run record', () => {
  test('gives back what was written', () => {
    expect(parseRunRecord(prettyJson(runRecord()), 'run.json')).toEqual(runRecord());
  });

  test.each([
    ['nothing', ''],
    ['no object', 'null'],
    ['a digest that is none', prettyJson(runRecord()).replaceAll(trainedModel().digest, 'abc')],
    ['text for a number', prettyJson(runRecord()).replace('"seed": 7', '"seed": "7"')],
    ['an action that is none', prettyJson({ ...runRecord(), actions: { deploy: {} } })],
  ])('refuses %s with the place', (_what, text) => {
    expect(() => parseRunRecord(text, 'out/run.json')).toThrow(/^out\/run\.json: .*Remove it/);
  });
});
