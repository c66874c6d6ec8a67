import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { moduleThreads } from '../../shared/platform/module-threads.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'threads-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let programs = 0;

async function run(
  body: string,
  {
    timeoutSeconds = 20,
    signal,
    environment = {},
    secrets = [],
  }: {
    readonly timeoutSeconds?: number;
    readonly signal?: AbortSignal;
    readonly environment?: Readonly<Record<string, string>>;
    readonly secrets?: readonly string[];
  } = {},
) {
  const path = join(folder, `${++programs}.mjs`);
  writeFileSync(
    path,
    `import { parentPort, workerData } from 'node:worker_threads';\nconst answer = (value) => parentPort.postMessage(value);\n${body}\n`,
  );
  const lines: string[] = [];
  const end = await moduleThreads((one) => one, environment, secrets).run({
    program: pathToFileURL(path),
    input: { n: 2 },
    timeoutSeconds,
    onLine: (text) => lines.push(text),
    ...(signal === undefined ? {} : { signal }),
  });
  return { end, lines };
}

describe('a thread', () => {
  test('answers, and what it has printed is complete', async () => {
    const body =
      'for (let n = 0; n < 300; n++) console.log("line", n);\nconsole.error("last");\nanswer(workerData.n + 1);';
    const { end, lines } = await run(body);
    expect(end).toEqual({ kind: 'answered', answer: 3 });
    expect(lines.filter((line) => line.startsWith('line'))).toHaveLength(300);
    expect(lines).toContain('last');
  });

  test('has no token in its environment, and this process keeps its own', async () => {
    process.env.MLOPS_TEST_SECRET = 'abc';
    const { end } = await run(
      'process.env.MLOPS_TEST_SECRET = "other"; answer({ ...process.env });',
      {
        environment: {
          GITHUB_TOKEN: 'ghs_1',
          GITHUB_OUTPUT: '/o',
          INPUT_TOKEN: 'ghs_1',
          ACTIONS_RUNTIME_TOKEN: 'r',
          COPY: 'Bearer ghs_1',
          KEPT: 'yes',
        },
        secrets: ['ghs_1'],
      },
    );
    expect(end).toEqual({
      kind: 'answered',
      answer: { KEPT: 'yes', MLOPS_TEST_SECRET: 'other' },
    });
    expect(process.env.MLOPS_TEST_SECRET).toBe('abc');
    delete process.env.MLOPS_TEST_SECRET;
  });

  test('that goes on after its answer is ended', async () => {
    const { end } = await run('setInterval(() => {}, 1000); answer(1);');
    expect(end).toEqual({ kind: 'answered', answer: 1 });
  });

  test('that never ends is stopped', async () => {
    expect((await run('for (;;);', { timeoutSeconds: 0.5 })).end).toEqual({ kind: 'timeout' });
  });

  test('that is cancelled rejects', async () => {
    const cancelled = new AbortController();
    const running = run('for (;;);', { signal: cancelled.signal });
    setTimeout(() => cancelled.abort(new Error('cancelled')), 200);
    await expect(running).rejects.toThrow('cancelled');
  });

  test('may end or fail without an answer', async () => {
    expect((await run('process.exit(0);')).end).toEqual({ kind: 'ended' });
    const { end } = await run('throw new TypeError("no such thing");');
    expect(end).toMatchObject({ kind: 'failed', error: { message: 'no such thing' } });
  });
});

test('the address of a module is that of its file', () => {
  const { address } = moduleThreads((path) => join(folder, path), {}, []);
  expect(address('a b.mjs')).toBe(pathToFileURL(join(folder, 'a b.mjs')).href);
});
