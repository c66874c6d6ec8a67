import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { PreparedWorkspaces, type Step } from '../support/prepared-workspaces.ts';
import { readTree, runStep } from '../support/run-bundle.ts';

/** A folder in `scenarios/`: `scenario.json` beside the `workspace/` in which the step runs. */
interface Scenario {
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Actions that run first, in the same workspace: names, or steps with inputs. */
  readonly before?: readonly (string | Step)[];
  /** What happens to files after the actions before. */
  readonly meanwhile?: readonly FileChange[];
  readonly exitCode: number;
  /** Annotations: a part of the message or title, and the place. */
  readonly errors?: readonly { message: string; file?: string; line?: string }[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
  /** A text that stands in a file. */
  readonly contents?: Readonly<Record<string, string>>;
  /** Texts that must not stand unescaped in the summary, and never begin a command. */
  readonly safe?: readonly string[];
}

/** The file at `path` is cut to a length in bytes, gets one bit of the byte at an offset turned, or is written anew. */
type FileChange = { readonly path: string } & (
  | { readonly truncate: number }
  | { readonly flip: number }
  | { readonly write: string }
);

const folder = 'test/bundles/scenarios';
const prepared = new PreparedWorkspaces();

afterAll(async () => await prepared[Symbol.asyncDispose]());

describe.each(readdirSync(folder))('%s', (name) => {
  const scenario = JSON.parse(
    readFileSync(join(folder, name, 'scenario.json'), 'utf8'),
  ) as Scenario;

  test(`${scenario.action} ends with ${scenario.exitCode}`, async () => {
    const before = (scenario.before ?? []).map((step) =>
      typeof step === 'string' ? { action: step } : step,
    );
    await using workspace = await prepared.make(join(folder, name, 'workspace'), before);
    for (const change of scenario.meanwhile ?? []) changeFile(workspace.path, change);
    const untouched = await readTree(workspace.path);
    const { inputs = {} } = scenario;
    const run = await runStep(scenario.action, workspace.path, { inputs });

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
      expect(await readTree(workspace.path)).toEqual(untouched);
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
    for (const [path, text] of Object.entries(scenario.contents ?? {})) {
      expect([path, readFileSync(join(workspace.path, path), 'utf8')]).toEqual([
        path,
        expect.stringContaining(text),
      ]);
    }
    for (const text of scenario.safe ?? []) {
      expect(run.summary).not.toContain(text);
      expect(run.commands.filter(({ message }) => message.startsWith(text))).toEqual([]);
    }
  }, 60_000);
});

function changeFile(workspace: string, change: FileChange): void {
  const path = join(workspace, change.path);
  if ('truncate' in change) truncateSync(path, change.truncate);
  else if ('flip' in change) {
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(change.flip) ^ 1, change.flip);
    writeFileSync(path, bytes);
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, change.write);
  }
}
