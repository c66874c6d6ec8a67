import { describe, expect, test } from '@jest/globals';
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

describe('the native engine that trained evaluates, too', () => {
  const packages = {
    '@tensorflow/tfjs-node': {
      version: { 'tfjs-core': '4.22.0', 'tfjs-node': '4.22.0' },
      getBackend: () => 'tensorflow',
      backend: () => ({ binding: { TF_Version: '2.9.1' } }),
    },
  };
  const recordOf = (library: string) => {
    const record = trainedBy('tensorflow');
    const backend = '@tensorflow/tfjs-node 4.22.0';
    return {
      training: { engine: { ...record.training?.engine, backend, library, threads: 1 } },
    } as RunRecord;
  };

  test('without a word where it is the same one', async () => {
    const ports = memoryPorts({ 'package.json': LISTED }, { packages });
    expect(await engineOfEvaluation(recordOf('2.9.1'), PLACE, ports)).toBe('tensorflow');
    expect(ports.journal.annotations).toEqual([]);
  });

  test('with a warning where its library is another one', async () => {
    const ports = memoryPorts({ 'package.json': LISTED }, { packages });
    expect(await engineOfEvaluation(recordOf('2.12.0'), PLACE, ports)).toBe('tensorflow');
    expect(ports.journal.annotations.map(({ message }) => message)).toEqual([
      'The engine tensorflow is another one than that which trained (library 2.12.0 trained, 2.9.1 evaluates): predictions may differ in their last bits.',
    ]);
  });
});

test('where it is not installed, one warning says why WebAssembly takes its place', async () => {
  const ports = memoryPorts({ 'package.json': LISTED });
  expect(await engineOfEvaluation(trainedBy('tensorflow'), PLACE, ports)).toBe('wasm');
  expect(ports.journal.annotations).toHaveLength(1);
  expect(ports.journal.annotations[0]?.message).toMatch(
    /The engine tensorflow trained, and wasm evaluates.*it is not installed\. Run npm ci/,
  );
});
