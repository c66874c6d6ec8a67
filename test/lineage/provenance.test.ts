import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import provenanceSchema from '../../schemas/provenance.schema.json' with { type: 'json' };
import {
  digestContent,
  PREDICATE_TYPE,
  PROVENANCE_LIMITS,
  type RunRecord,
  renderProvenance,
  renderSubjects,
  sha256,
} from '../../shared/lineage/index.ts';
import { runRecord, trainedModel } from '../deploy/project.ts';

const validate = new Ajv2020().compile(provenanceSchema);

function provenance(record: RunRecord, limit?: number) {
  const predicate = JSON.parse(renderProvenance(record, limit));
  expect(validate(predicate) ? [] : validate.errors).toEqual([]);
  return predicate;
}

describe('the predicate', () => {
  test('says model, data, seed, engine, verdict and deployment in the form of its schema', () => {
    const digest = trainedModel().digest;
    const at = '2026-01-01T00:00:00.000Z';
    const deployment = { target: 'directory', location: 'models/x/1', version: '1', at };
    const predicate = provenance({
      ...runRecord(),
      configuration: digestContent('mlops.yml', 'x'),
      deployments: [
        { ...deployment, modelDigest: 'f'.repeat(64) },
        { ...deployment, modelDigest: digest, forced: 'why' },
      ],
    });
    expect(predicate).toMatchObject({
      model: { name: 'penguin-species', digest: { sha256: digest } },
      source: { repository: 'owner/name', commit: 'a'.repeat(40) },
      configuration: { name: 'mlops.yml', digest: { sha256: sha256('x') } },
      data: { count: 1, files: [{ name: 'data.csv', digest: { sha256: sha256('x,y\n') } }] },
      training: { seed: 7, engine: { name: 'wasm', version: '4.22.0', simd: true } },
      evaluation: { verdict: 'pass', metrics: { accuracy: 0.985 } },
      exports: [{ name: 'export/model.tflite', variant: 'float32' }],
      deployments: [{ forced: 'why' }],
    });
    expect(predicate.deployments).toHaveLength(1);
    expect(predicate.steps.map(({ action }: { action: string }) => action)).toEqual([
      'evaluate-gate',
      'export-tflite',
    ]);
  });

  test('does not pass on the evaluation of another model', () => {
    const record = runRecord();
    const evaluation = { ...record.evaluation, modelDigest: 'f'.repeat(64) };
    expect(provenance({ ...record, evaluation } as RunRecord).evaluation).toBeUndefined();
  });

  test('keeps the digest of the data where its files are too many to list', () => {
    const record = runRecord();
    const full = provenance(record);
    const limit = renderProvenance(record).length - 1;
    const short = provenance(record, limit);
    expect(short.data.files).toBeUndefined();
    expect(short.data).toMatchObject({ count: 1, digest: full.data.digest });
    expect(() => renderProvenance(record, 100)).toThrow(/more of the model than an attestation/);
  });

  test('has the type and the limits that its document names', () => {
    const document = readFileSync('docs/model-provenance.md', 'utf8');
    expect(document).toContain(PREDICATE_TYPE);
    expect(document).toContain(PROVENANCE_LIMITS.subjects.toLocaleString('en'));
  });
});

test('subjects are lines of sha256sum, sorted, none twice', () => {
  const [a, b] = [digestContent('b.bin', '1'), digestContent('a.bin', '2')];
  expect(renderSubjects([a, b, a])).toBe(`${sha256('2')}  a.bin\n${sha256('1')}  b.bin\n`);
});
