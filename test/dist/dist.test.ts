import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorkspace, runStep, spawnNode } from '../support/run-bundle.ts';

/** What a job downloads before its first step, for every action of this repository that it uses. */
const LARGEST_ARCHIVE_BYTES = 8_000_000;

const actions = readdirSync('actions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('dist', () => {
  let rebuilt: Awaited<ReturnType<typeof makeWorkspace>>;

  beforeAll(async () => {
    rebuilt = await makeWorkspace();
    const out = join(rebuilt.path, 'dist');
    const { exitCode, stderr } = await spawnNode(
      process.execPath,
      ['scripts/build.mjs', '--out', out],
      process.cwd(),
      { PATH: process.env['PATH'] ?? '' },
    );
    if (exitCode !== 0) throw new Error(stderr);
  }, 60_000);

  afterAll(async () => {
    await rebuilt[Symbol.asyncDispose]();
  });

  test('is what a clean rebuild gives', () => {
    const folder = join(rebuilt.path, 'dist');
    const names = readdirSync(folder).sort();
    expect(readdirSync('dist').sort()).toEqual(names);
    const different = names.filter(
      (name) => !readFileSync(join('dist', name)).equals(readFileSync(join(folder, name))),
    );
    // "npm run bundle" mends it.
    expect(different).toEqual([]);
  });

  test('names the licence of every bundled package', () => {
    const licenses = readFileSync('dist/licenses.txt', 'utf8');
    const bundled = readdirSync('dist')
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [
        ...readFileSync(join('dist', name), 'utf8').matchAll(
          /^ *\/\/ (?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/gm,
        ),
      ])
      .map((match) => match[1] as string);
    const missing = [...new Set(bundled)].filter((name) => !licenses.includes(`\n${name} `));
    expect(bundled.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
    expect(licenses).toContain('@litertjs/core');
  });

  test('is small enough to be downloaded by every job', () => {
    const archive = execFileSync('git', ['archive', '--format=tar', 'HEAD'], {
      maxBuffer: 1 << 30,
    });
    expect(gzipSync(archive).byteLength).toBeLessThan(LARGEST_ARCHIVE_BYTES);
  });

  test('holds no source maps and no path of the machine that built it', () => {
    for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) {
      const text = readFileSync(join('dist', name), 'utf8');
      expect(text).not.toContain('sourceMappingURL=data');
      expect(text.includes(process.cwd())).toBe(false);
    }
  });
});

test('the lock file names every package of every system, and no address', () => {
  const text = readFileSync('package-lock.json', 'utf8');
  const { packages } = JSON.parse(text) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const optional = Object.values(packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}),
  );
  expect(optional.length).toBeGreaterThan(20);
  // A registry that lacks one leaves it out silently; `npm ci` then fails for everyone.
  expect(optional.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
  expect(text).not.toContain('"resolved"');
});

describe('every bundle loads under this Node', () => {
  test.each(actions)('%s', async (action) => {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
    await using workspace = await makeWorkspace();
    const run = await runStep(action, workspace.path);
    // There is no configuration in an empty workspace: that is the user's mistake, told as such.
    expect(run.exitCode).toBe(2);
    expect(run.commands).toEqual([
      expect.objectContaining({
        name: 'error',
        message: expect.stringContaining('There is no configuration file mlops.yml'),
      }),
    ]);
    expect(run.stderr).toBe('');
  });

  test.each(actions)('%s is what its action.yml starts', (action) => {
    const declaration = readFileSync(`actions/${action}/action.yml`, 'utf8');
    expect(declaration).toContain('using: node24');
    expect(declaration).toMatch(new RegExp(`main: ['"]?\\.\\./\\.\\./dist/${action}\\.js`));
    expect(existsSync(`dist/${action}.js`)).toBe(true);
  });

  test('the engine', async () => {
    const { exitCode, stderr } = await spawnNode(
      process.execPath,
      ['-e', "import('./dist/engine.js').then((m) => process.exit(typeof m.trainModel === 'function' ? 0 : 1))"],
      process.cwd(),
      {},
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});
