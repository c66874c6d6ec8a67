import { expect, test } from '@jest/globals';
import { engineOfEvaluation } from '../../../actions/evaluate-gate/evaluation-engine.ts';
import type { Configuration } from '../../../shared/config/index.ts';
import type { RunRecord } from '../../../shared/lineage/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

const PLACE = { file: 'mlops.yml', directory: '' } as Configuration;
const LISTED = JSON.stringify({ devDependencies: { '@tensorflow/tfjs-node': '4.22.0' } });

function trainedBy(name: string): RunRecord {
  return { training: { engine: { name, version: '4.22.0', simd: false } } } as RunRecord;
}

test.each([
  ['no record', null, 'wasm'],
  ['a record without a training', {} as RunRecord, 'wasm'],
  ['wasm', trainedBy('wasm'), 'wasm'],
  ['cpu', trainedBy('cpu'), 'cpu'],
  ['a name that is no engine', trainedBy('abacus'), 'wasm'],
])('%s: silently', async (_, record, engine) => {
  const ports = memoryPorts({});
  expect(await engineOfEvaluation(record, PLACE, ports)).toBe(engine);
  expect(ports.journal.annotations).toEqual([]);
});

test('the native engine that trained evaluates, too', async () => {
  const packages = { '@tensorflow/tfjs-node': { getBackend: () => 'tensorflow' } };
  const ports = memoryPorts({ 'package.json': LISTED }, { packages });
  expect(await engineOfEvaluation(trainedBy('tensorflow'), PLACE, ports)).toBe('tensorflow');
  expect(ports.journal.annotations).toEqual([]);
});

test('where it is not installed, one warning says why WebAssembly takes its place', async () => {
  const ports = memoryPorts({ 'package.json': LISTED });
  expect(await engineOfEvaluation(trainedBy('tensorflow'), PLACE, ports)).toBe('wasm');
  expect(ports.journal.annotations).toHaveLength(1);
  expect(ports.journal.annotations[0]?.message).toMatch(
    /The engine tensorflow trained, and wasm evaluates.*it is not installed\. Run npm ci/,
  );
});
