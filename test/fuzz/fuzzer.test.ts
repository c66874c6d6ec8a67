import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { bundleInstrumented } from './instrument.ts';
import { fuzzInThread } from './watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'mlops-fuzz-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a planted fault is found:', () => {
  test.each([
    ['deep', 'the planted fault', 'fuz{'],
    ['endless', 'took more than', '!'],
    ['greedy', 'memory', '!'],
  ])('%s', async (name, text, start) => {
    const file = join(folder, `${name}.mjs`);
    const instrumented = await bundleInstrumented(
      join(import.meta.dirname, 'planted', `${name}.ts`),
      file,
    );
    const { finding, executions } = await fuzzInThread(
      {
        name,
        module: pathToFileURL(file).href,
        instrumented,
        seed: 1,
        seconds: 60,
        executions: 500_000,
      },
      { hangMs: 2_000, heapMegabytes: 64 },
    );
    expect(finding?.text).toContain(text);
    expect(Buffer.from(finding?.input ?? []).toString('latin1')).toMatch(
      new RegExp(`^${start.replace('{', '\\{')}`),
    );
    expect(executions).toBeLessThan(500_000);
  });
});
