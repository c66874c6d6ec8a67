import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { makeWorkspace, readTree, runStep, type StepRun } from '../support/run-bundle.ts';
import { startGitHub } from '../support/start-github.ts';

const project = 'test/bundles/scenarios/whole-chain/workspace';

/** What each text would do where it came through as it is. */
const HOSTILE = [
  '::set-output name=verdict::hostile',
  'x ##[set-output name=verdict;]hostile',
  'x ##[error]hostile',
  '\n::add-mask::rose\n',
  '\r::stop-commands::hostile',
  'a|b`c`',
  '@octo-team/everyone',
  'fixes #123 and GH-123',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- mlops-actions drift: flowers -->',
  '--> </details> </code>',
  '[click](https://hostile.example)',
  '![](https://hostile.example/x.png)',
  '\u202erose\u2066\u200b\u061c\ufeff',
  '\u001b[2J\u001b]0;hostile\u0007\u009b31m',
  '{{7*7}}${{ github.token }}',
] as const;
/** Names of columns: one of them as long as a row may be wide. */
const COLUMN = HOSTILE.join(' ');
const LONG_COLUMN = `${COLUMN} ${'L'.repeat(1_000_000)}`;
const LONG_VALUE = `@octo-team/everyone ${'V'.repeat(1_000_000)}`;

/** Parts that must never stand unescaped in Markdown or HTML that people are shown. */
const RAW = [
  '<script',
  '<img',
  '@octo-team',
  '#123',
  'GH-123',
  '-->\u0020</details>',
  '](https://hostile',
  'a|b',
  '`c`',
  '${{',
];
/** What hides or turns text, and what a terminal obeys. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The flowers with hostile names and values; `from` takes the categories from another place of the list. */
function flowers(from: number, { shift = 0, long = false } = {}): string {
  const [, ...rows] = readFileSync(join(project, 'data/flowers.csv'), 'utf8').trim().split('\n');
  const header = ['id', 'petals', cell(LONG_COLUMN), cell(COLUMN), 'kind'];
  return `${[header, ...rows.map((row, index) => hostileRow(row.split(','), index))]
    .map((cells) => cells.join(','))
    .join('\n')}\n`;

  function hostileRow([id, petals, height, , kind]: string[], index: number): string[] {
    const value = HOSTILE[(from + (index % 4)) % HOSTILE.length] ?? '';
    const label = kind === 'rose' ? '<script>@octo-team ::error::rose' : String(kind);
    return [
      String(id),
      String(Number(petals) + shift),
      String(Number(height) + shift),
      cell(long && index === 5 ? LONG_VALUE : value),
      cell(label),
    ];
  }
}

async function hostileProject() {
  const workspace = await makeWorkspace(project);
  const put = (path: string, text: string) => writeFile(join(workspace.path, path), text);
  await put('data/flowers.csv', flowers(0));
  await put('data/today.csv', flowers(9, { shift: 100, long: true }));
  const configuration = await readFile(join(workspace.path, 'mlops.yml'), 'utf8');
  await put(
    'mlops.yml',
    `${configuration
      .replace('current: data/flowers.csv', 'current: data/today.csv, on-drift: [issue, retrain]')
      .replace(
        '[{ kind: directory }]',
        '[{ kind: directory }, { kind: release }, { kind: pull-request, path: proposed }]',
      )
      .replace(
        'evaluation: {',
        `evaluation: { slices: [[${JSON.stringify(COLUMN)}]],`,
      )}schema: data/schema.json\n`,
  );
  return { workspace, put };
}

function declaredOutputs(action: string): string[] {
  const text = readFileSync(`actions/${action}/action.yml`, 'utf8');
  return Object.keys((parse(text) as { outputs: object }).outputs).sort();
}

function expectHarmlessLog(action: string, { stdout, stderr, commands }: StepRun, token: string) {
  expect([action, stderr]).toEqual([action, '']);
  const known = ['error', 'warning', 'notice', 'debug'];
  for (const { name, message } of commands) {
    if (name === 'add-mask') expect(message).toBe(token);
    else expect([action, known.includes(name), name]).toEqual([action, true, name]);
  }
  expect(stdout.includes('##[')).toBe(false);
  expect(INVISIBLE.exec(stdout)?.[0]).toBeUndefined();
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(100_000);
}

function expectHarmlessPage(place: string, text: string) {
  // Mentions and tables mean nothing in HTML.
  const raws = place.endsWith('.html') ? RAW.filter((raw) => raw.startsWith('<')) : RAW;
  const found = raws.filter((raw) => text.includes(raw));
  expect([place, found, INVISIBLE.exec(text)?.[0]]).toEqual([place, [], undefined]);
}

describe('names and values that are attacks', () => {
  test('pass through all six actions as text and nothing else', async () => {
    await using github = await startGitHub({
      contents: 'write',
      issues: 'write',
      'pull-requests': 'write',
    });
    const { workspace, put } = await hostileProject();
    await using _workspace = workspace;
    const environment = {
      GITHUB_API_URL: github.url,
      GITHUB_SHA: await github.head(),
      RUNNER_DEBUG: '1',
    };
    const step = async (action: string, event: object = {}) => {
      const run = await runStep(action, workspace.path, {
        inputs: { token: github.token },
        environment: {
          ...environment,
          ...('pull_request' in event ? { GITHUB_EVENT_NAME: 'pull_request' } : {}),
        },
        event,
      });
      if (run.exitCode > 1) throw new Error(run.stdout.slice(0, 5000));
      expect(Object.keys(run.outputs).sort()).toEqual(declaredOutputs(action));
      expect(Buffer.byteLength(JSON.stringify(run.outputs))).toBeLessThan(200_000);
      expectHarmlessLog(action, run, github.token);
      expectHarmlessPage(`${action}: summary`, run.summary);
      return run;
    };

    // The schema knows the data of yesterday; that of today has other values: anomalies quote them.
    await put(
      'mlops.yml',
      (await readFile(join(workspace.path, 'mlops.yml'), 'utf8')).replace(
        'schema: data/schema.json\n',
        '',
      ),
    );
    await step('validate-data');
    await mkdir(join(workspace.path, 'data'), { recursive: true });
    await put(
      'data/schema.json',
      await readFile(join(workspace.path, '.mlops/schema.json'), 'utf8'),
    );
    const configuration = await readFile(join(workspace.path, 'mlops.yml'), 'utf8');
    await put(
      'mlops.yml',
      `${configuration.replace('path: data/flowers.csv', 'path: data/today.csv')}schema: data/schema.json\n`,
    );
    const validated = await step('validate-data');
    expect(validated.commands.some(({ name }) => name === 'error' || name === 'warning')).toBe(
      true,
    );
    await put('mlops.yml', configuration);
    await step('validate-data');
    await step('train-model');
    await step('evaluate-gate', {
      pull_request: {
        number: 5,
        head: { sha: 'a'.repeat(40), repo: { full_name: 'octo/models' } },
      },
    });
    await step('export-tflite');
    await step('deploy-model');
    const drift = await step('report-drift');
    expect(drift.outputs).toMatchObject({ drift: 'true', retraining: 'true' });
    expect(JSON.parse(drift.outputs['drifted-columns'] ?? '')).toContain('petals');

    const { comments, issues, pulls, releases } = github.state;
    const published = {
      comments,
      issues,
      pulls: pulls.map(({ title, body }) => ({ title, body })),
      releases: releases.map(({ body }) => ({ body })),
    };
    for (const [kind, items] of Object.entries(published)) {
      expect([kind, items.length > 0]).toEqual([kind, true]);
      for (const { body } of items) {
        expectHarmlessPage(
          kind,
          String(body).replace(/^(<!-- mlops-actions [ a-z]+: [a-z0-9]+ -->\s*)+/, ''),
        );
      }
    }
    for (const [path, bytes] of await readTree(workspace.path)) {
      if (!/\.(md|html)$/.test(path) || path === 'README.md') continue;
      expectHarmlessPage(
        path,
        bytes.toString().replace(/^(<!-- mlops-actions [ a-z]+: [a-z0-9]+ -->\s*)+/, ''),
      );
      expect(bytes.length).toBeLessThan(2_000_000);
    }
  }, 120_000);
});
