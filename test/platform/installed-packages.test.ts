import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { installedPackages } from '../../shared/platform/installed-packages.ts';

let scratch = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'packages-'));
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A package that says which variables it saw while it was loaded. */
function install(folder: string): void {
  const place = join(folder, 'node_modules/@tensorflow/tfjs-node');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'index.js'), 'module.exports = { seen: { ...process.env } };\n');
}

const load = (workspace: string, folder: string, secrets: readonly string[] = []) =>
  installedPackages((path) => join(workspace, path), secrets).load(
    '@tensorflow/tfjs-node',
    folder,
  ) as { readonly seen: Readonly<Record<string, string>> };

test('a package is loaded without the variables that a command does not get', () => {
  install(scratch);
  mkdirSync(join(scratch, 'models/one'), { recursive: true });
  const given = {
    ACTIONS_RUNTIME_TOKEN: 'runtime',
    'INPUT_GITHUB-TOKEN': 'ghs_input',
    MY_HEADER: 'bearer ghs_input',
    TF_NUM_INTRAOP_THREADS: '2',
  };
  Object.assign(process.env, given);
  try {
    const { seen } = load(scratch, 'models/one', ['ghs_input']);
    expect(seen).toMatchObject({ TF_NUM_INTRAOP_THREADS: '2' });
    expect(Object.keys(seen)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(ACTIONS_|INPUT_|MY_HEADER)/)]),
    );
    expect(JSON.stringify(seen)).not.toContain('ghs_input');
    expect(process.env).toMatchObject(given);
  } finally {
    for (const name of Object.keys(given)) delete process.env[name];
  }
});

test('a package above the workspace is none', () => {
  install(scratch);
  const workspace = join(scratch, 'work');
  mkdirSync(workspace);
  expect(() => load(workspace, '.')).toThrow(
    expect.objectContaining({
      code: 'MODULE_NOT_FOUND',
      message: "Cannot find module '@tensorflow/tfjs-node' in the workspace",
    }),
  );
});
