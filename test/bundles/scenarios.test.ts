import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { makeWorkspace, runStep } from '../support/run-bundle.ts';

/** A folder in `scenarios/`: `scenario.json` beside the `workspace/` in which the step runs. */
interface Scenario {
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Actions that run first, in the same workspace. */
  readonly before?: readonly string[];
  readonly beforeMayFail?: boolean;
  /** A file that is cut to `bytes` after the actions before. */
  readonly truncate?: { readonly path: string; readonly bytes: number };
  readonly exitCode: number;
  /** Annotations: a part of the message or title, and the place. */
  readonly errors?: readonly { message: string; file?: string; line?: string }[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
  /** Texts that must not stand unescaped in the summary, and never begin a command. */
  readonly safe?: readonly string[];
}

const folder = 'test/bundles/scenarios';

describe.each(readdirSync(folder))('%s', (name) => {
  const scenario = JSON.parse(
    readFileSync(join(folder, name, 'scenario.json'), 'utf8'),
  ) as Scenario;

  test(`${scenario.action} ends with ${scenario.exitCode}`, async () => {
    await using workspace = await makeWorkspace(join(folder, name, 'workspace'));
    for (const action of scenario.before ?? []) {
      const { exitCode, stdout } = await runStep(action, workspace.path);
      if (exitCode !== 0 && scenario.beforeMayFail !== true) throw new Error(stdout);
    }
    if (scenario.truncate !== undefined) {
      truncateSync(join(workspace.path, scenario.truncate.path), scenario.truncate.bytes);
    }
    const before = digestTree(workspace.path);
    const run = await runStep(
      scenario.action,
      workspace.path,
      scenario.inputs === undefined ? {} : { inputs: scenario.inputs },
    );

    expect({ exitCode: run.exitCode, stderr: run.stderr, log: run.stdout }).toEqual({
      exitCode: scenario.exitCode,
      stderr: '',
      log: expect.any(String),
    });
    const annotations = run.commands.filter(({ name }) => name === 'error');
    for (const { message, file, line } of scenario.errors ?? []) {
      const found = annotations.find(
        ({ message: text, properties }) =>
          `${properties.title} ${text}`.toLowerCase().includes(message.toLowerCase()) &&
          (file === undefined || properties.file === file) &&
          (line === undefined || properties.line === line),
      );
      expect({ wanted: { message, file, line }, found, annotations }).toMatchObject({
        found: expect.anything(),
      });
    }
    if (scenario.exitCode === 2) {
      // One clear message, and what was there before is untouched.
      expect(annotations).toHaveLength(scenario.errors?.length ?? 1);
      expect(run.stdout).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
      expect(digestTree(workspace.path)).toEqual(before);
    } else {
      const declared = parse(readFileSync(`actions/${scenario.action}/action.yml`, 'utf8')) as {
        outputs: object;
      };
      expect(Object.keys(run.outputs).sort()).toEqual(Object.keys(declared.outputs).sort());
      expect(run.summary.length).toBeGreaterThan(100);
    }
    expect(run.outputs).toMatchObject(scenario.outputs ?? {});
    for (const path of scenario.present ?? []) {
      expect([path, existsSync(join(workspace.path, path))]).toEqual([path, true]);
    }
    for (const path of scenario.absent ?? []) {
      expect([path, existsSync(join(workspace.path, path))]).toEqual([path, false]);
    }
    for (const text of scenario.safe ?? []) {
      expect(run.summary).not.toContain(text);
      expect(run.commands.filter(({ message }) => message.startsWith(text))).toEqual([]);
    }
  }, 60_000);
});

function digestTree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((path) => [
      path.slice(root.length),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}
