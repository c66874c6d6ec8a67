import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ACTIONS } from '../../actions/index.ts';
import { InputReader } from '../../shared/action/index.ts';
import { ACTION_NAMES } from '../../shared/config/index.ts';

interface Declaration {
  readonly name: string;
  readonly description: string;
  readonly inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: { using: string; main: string };
}

test('the actions are the folders of actions/, in the order of the chain', () => {
  const folders = readdirSync('actions', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual([...ACTION_NAMES].sort());
  expect(Object.keys(ACTIONS)).toEqual([...ACTION_NAMES]);
});

test.each(ACTION_NAMES)(
  '%s keeps every part of its definition on the way to the edge',
  async (name) => {
    const { action } = (await import(`../../actions/${name}/main.ts`)) as { action: object };
    expect(Object.keys(ACTIONS[name]).sort()).toEqual(Object.keys(action).sort());
  },
);

describe.each(ACTION_NAMES)('%s', (name) => {
  const declaration = parse(readFileSync(`actions/${name}/action.yml`, 'utf8')) as Declaration;

  test('reads the inputs that action.yml declares, no more and no fewer', () => {
    const read = new Set<string>();
    ACTIONS[name].parseInputs(
      new InputReader({
        read: (input) => {
          read.add(input);
          return undefined;
        },
        describe: (input) => input,
      }),
    );
    expect([...read].sort()).toEqual(Object.keys(declaration.inputs).sort());
  });

  test('says what every input and output is', () => {
    for (const { description } of [
      ...Object.values(declaration.inputs),
      ...Object.values(declaration.outputs),
    ]) {
      expect(description).toMatch(/^\S.{8,}/);
    }
    expect(Object.keys(declaration.outputs)).toEqual(expect.arrayContaining(['verdict', 'report']));
  });

  test('runs on Node 24 from the committed bundle', () => {
    expect(declaration.runs).toEqual({ using: 'node24', main: `../../dist/${name}.js` });
  });

  test('its README shows how to use it, with permissions', () => {
    const readme = readFileSync(`actions/${name}/README.md`, 'utf8');
    expect(readme).toContain(`OWNER/mlops-actions/actions/${name}@v1`);
    expect(readme).toContain('permissions:');
  });
});

test('the tables of every README are those of action.yml', () => {
  execFileSync(process.execPath, ['scripts/reference-tables.mjs', '--check'], { stdio: 'pipe' });
});
