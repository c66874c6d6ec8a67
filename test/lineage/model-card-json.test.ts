import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { type RunRecord, renderModelCardJson } from '../../shared/lineage/index.ts';
import { runRecord, trainedModel } from '../deploy/project.ts';

const SCHEMA = new URL('./fixtures/model_card.schema.json', import.meta.url);
const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
// The schema lets any further name through: here a misspelt one has to fail.
closeObjects(schema);
const validate = ajv.compile(schema);

function closeObjects(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('properties' in node) Object.assign(node, { additionalProperties: false });
  for (const child of Object.values(node)) closeObjects(child);
}

const STATEMENTS = {
  owners: ['Ecology group '],
  license: 'apache-2.0',
  intendedUse: ['Sort penguins'],
  outOfScope: ['Chicks'],
  limitations: ['Three species'],
  ethicalConsiderations: ['Nests may be disturbed'],
  risk: { class: 'minimal', reason: 'Decides nothing about people' },
} as const;

const ENTRY = {
  target: 'directory',
  location: 'models/m/3',
  version: '3',
  modelDigest: trainedModel().digest,
  at: '2026-01-01T00:00:00.000Z',
};

function cardOf(...parameters: Parameters<typeof renderModelCardJson>) {
  const card = JSON.parse(renderModelCardJson(...parameters));
  validate(card);
  expect(validate.errors ?? []).toEqual([]);
  return card;
}

test('says what the record and the owner say', () => {
  const record = runRecord('weights', { deployments: [ENTRY] });
  const card = cardOf(record, STATEMENTS);
  expect(card).toMatchObject({
    schema_version: '0.0.2',
    model_details: {
      name: 'penguin-species',
      owners: [{ name: 'Ecology group' }],
      version: { name: '3', date: '2026-01-01' },
      licenses: [{ identifier: 'Apache-2.0' }],
      path: 'models/m/3',
    },
    model_parameters: { data: [{ name: 'data.csv' }] },
    quantitative_analysis: {
      performance_metrics: [
        { type: 'accuracy', value: '0.985' },
        { type: 'log-loss', value: '0.08' },
      ],
    },
    considerations: {
      use_cases: [{ description: 'Sort penguins' }],
      limitations: [{ description: 'Three species' }, { description: 'Out of scope: Chicks' }],
      ethical_considerations: [
        { name: 'Nests may be disturbed' },
        {
          name: "By its owner's own statement: minimal risk of the EU AI Act, Regulation (EU) 2024/1689. Reason given: Decides nothing about people",
        },
      ],
    },
  });
  expect(card.model_details.overview).toContain('all 3 gates passed');
  expect(card.model_details.documentation).toContain(trainedModel().digest);
  expect(card.model_details.documentation).not.toContain('had not passed');
  expect(renderModelCardJson(record, STATEMENTS)).toBe(renderModelCardJson(record, STATEMENTS));
});

test('is the digest of a model that was not deployed, and has nothing of an empty record', () => {
  expect(cardOf(runRecord()).model_details.version).toEqual({ name: trainedModel().digest });
  expect(cardOf({ version: 1, model: 'm', actions: {} })).toEqual({
    schema_version: '0.0.2',
    model_details: { name: 'm', overview: 'Model. It has not been evaluated.' },
  });
});

test.each([
  ['MIT', { identifier: 'MIT' }],
  ['gpl-3.0', { identifier: 'GPL-3.0' }],
  ['bigscience-openrail-m', { custom_text: 'bigscience-openrail-m' }],
])('a license %s is an identifier of SPDX or a text', (license, expected) => {
  expect(cardOf(runRecord(), { ...STATEMENTS, license }).model_details.licenses).toEqual([
    expected,
  ]);
});

test('speaks of a forced deployment of this model, and of no other', () => {
  const documentation = (modelDigest: string) =>
    cardOf(runRecord('weights', { deployments: [{ ...ENTRY, modelDigest, forced: 'a demo' }] }))
      .model_details.documentation;
  expect(documentation(trainedModel().digest)).toContain(
    'Deployed although it had not passed. Reason given: a demo',
  );
  expect(documentation(trainedModel('other').digest)).not.toContain('a demo');
});

test.each([
  ['https://github.com/o/r/actions/runs/1', true],
  ['https://ghe.example:8443/o/r/actions/runs/1', true],
  ['javascript:alert(1)', false],
  ['https://h.example/a b|c', false],
  ['nonsense', false],
])('links %s: %s', (runUrl, linked) => {
  const record: RunRecord = { ...runRecord(), source: { runUrl } };
  expect(cardOf(record).model_details.references).toEqual(
    linked ? [{ reference: runUrl }] : undefined,
  );
});

test('hostile texts and numbers stay texts', () => {
  const hostile = '"}\u2028\ud800\u0000</script>__proto__';
  const record = runRecord();
  const { evaluation } = record;
  if (evaluation === undefined) throw new Error('incomplete record');
  const card = cardOf(
    {
      ...record,
      model: hostile,
      evaluation: { ...evaluation, reason: hostile, metrics: { [hostile]: 1e-9 } },
    },
    { ...STATEMENTS, license: hostile, limitations: [hostile] },
  );
  expect(card.model_details.name).toBe(hostile);
  expect(card.quantitative_analysis.performance_metrics).toEqual([
    { type: hostile, value: '1e-9' },
  ]);
});
