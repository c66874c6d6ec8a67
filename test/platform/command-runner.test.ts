import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { commandRunner } from '../../shared/platform/command-runner.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'command-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const onPosix = process.platform === 'win32' ? test.skip : test;

async function run(
  command: string,
  {
    environment = {},
    secrets = [],
    timeoutSeconds = 20,
    signal,
  }: {
    environment?: Record<string, string>;
    secrets?: string[];
    timeoutSeconds?: number;
    signal?: AbortSignal;
  } = {},
) {
  const lines: string[] = [];
  const end = await commandRunner({ PATH: process.env.PATH, ...environment }, secrets).run({
    command,
    directory: folder,
    environment: { MLOPS_SEED: '7' },
    timeoutSeconds,
    onLine: (line) => lines.push(line),
    ...(signal === undefined ? {} : { signal }),
  });
  return { end, lines };
}

describe('a command', () => {
  onPosix('runs in its folder, in a shell, and gives its lines', async () => {
    const { end, lines } = await run('pwd && echo "$MLOPS_SEED" | tr 7 8; echo err >&2');
    expect(end).toEqual({ kind: 'exited', code: 0 });
    expect(lines.sort()).toEqual([folder, '8', 'err'].sort());
  });

  onPosix('fails by any part of it, as a step does', async () => {
    expect((await run('false; true')).end).toEqual({ kind: 'exited', code: 1 });
    expect((await run('false | cat')).end).toEqual({ kind: 'exited', code: 1 });
    expect((await run('exit 3')).end).toEqual({ kind: 'exited', code: 3 });
    expect((await run('no-such-program')).end).toEqual({ kind: 'exited', code: 127 });
  });

  onPosix('gets neither tokens nor inputs nor the channels of the runner', async () => {
    const environment = {
      'INPUT_ARTIFACT-NAME': 'x',
      INPUT_TOKEN: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      GITHUB_TOKEN: 'x',
      GH_TOKEN: 'x',
      GITHUB_ENV: 'x',
      GITHUB_OUTPUT: 'x',
      GITHUB_PATH: 'x',
      GITHUB_STATE: 'x',
      GITHUB_STEP_SUMMARY: 'x',
      STATE_a: 'x',
      CALLED_OTHERWISE: 'Bearer ghs_secret',
      GITHUB_SHA: 'kept',
      HF_TOKEN: 'kept',
    };
    const { lines } = await run('env', { environment, secrets: ['ghs_secret'] });
    const names = lines.map((line) => line.split('=')[0]);
    expect(Object.keys(environment).filter((name) => names.includes(name))).toEqual([
      'GITHUB_SHA',
      'HF_TOKEN',
    ]);
    expect(names).toEqual(expect.arrayContaining(['PATH', 'MLOPS_SEED']));
  });

  onPosix('is stopped after its time, with all that it has started', async () => {
    const { end, lines } = await run('(sleep 60; echo late) & sleep 60', { timeoutSeconds: 0.3 });
    expect([end, lines]).toEqual([{ kind: 'timeout' }, []]);
  });

  onPosix('leaves nothing running behind', async () => {
    const { end, lines } = await run('(sleep 60; echo late) & echo done');
    expect([end, lines]).toEqual([{ kind: 'exited', code: 0 }, ['done']]);
  });

  onPosix('that a signal ends is told by the signal', async () => {
    expect((await run('kill -9 $$')).end).toEqual({ kind: 'killed', signal: 'SIGKILL' });
  });

  onPosix('is stopped with the run that is cancelled', async () => {
    const controller = new AbortController();
    const work = run('echo started; sleep 60', { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('cancelled')), 200);
    await expect(work).rejects.toThrow('cancelled');
  });
});

onPosix('lines without end come in pieces; a carriage return ends one', async () => {
  const { lines } = await run("printf 'a\\rb\\r\\nc\\n'; head -c 20000 /dev/zero | tr '\\0' x");
  expect(lines.slice(0, 3)).toEqual(['a', 'b', 'c']);
  expect(lines.slice(3).join('')).toBe('x'.repeat(20000));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(8192);
});
