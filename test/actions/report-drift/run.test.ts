import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInputs } from '../../../actions/report-drift/inputs.ts';
import { action } from '../../../actions/report-drift/main.ts';
import { run } from '../../../actions/report-drift/run.ts';
import driftSchema from '../../../schemas/drift.schema.json' with { type: 'json' };
import { executeAction, InputReader } from '../../../shared/action/index.ts';
import type { ConfigurationOverride } from '../../../shared/config/index.ts';
import { isUserError, UserError } from '../../../shared/errors/index.ts';
import { parseRunRecord, prettyJson } from '../../../shared/lineage/index.ts';
import { SeededRandom } from '../../../shared/numeric/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

const validate = new Ajv2020().compile(driftSchema);

/** A CSV with a number, a word and a row number; `label` as last column where it is known. */
function csv(rows: number, stream: string, { shift = 0, label = true, extra = '' } = {}): string {
  const random = new SeededRandom(5, stream);
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = [row, shift + random.uniform(), random.integer(3) < 2 ? 'red' : 'blue'];
    return [...cells, ...(label ? [random.integer(2)] : []), ...(extra === '' ? [] : ['x'])].join(
      ',',
    );
  });
  const header = [
    'id',
    'size',
    'colour',
    ...(label ? ['y'] : []),
    ...(extra === '' ? [] : [extra]),
  ];
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

function mlops(monitoring = 'current: now.csv', extra = ''): string {
  return `model: m\ndata: { path: train.csv, label: y, ignore: [id] }\nmonitoring: { ${monitoring} }\n${extra}`;
}

function workspace(files: Readonly<Record<string, string>> = {}) {
  return {
    'mlops.yml': mlops(),
    'train.csv': csv(200, 'train'),
    'now.csv': csv(60, 'now', { label: false }),
    ...files,
  };
}

const DRIFTED = { 'now.csv': csv(60, 'now', { shift: 2, label: false }) };

async function report(ports: MemoryPorts, overrides: readonly ConfigurationOverride[] = []) {
  const result = await run(
    { configuration: { file: 'mlops.yml', given: false, overrides } },
    ports,
  );
  const [drift] = result.files;
  const written = JSON.parse(String(drift?.content)) as unknown;
  expect(validate(written) ? [] : validate.errors).toEqual([]);
  expect(Object.keys(result.outputs).sort()).toEqual([
    'drift',
    'drifted-columns',
    'issue',
    'retraining',
    'share',
  ]);
  const record = result.record({ version: 1, model: '', actions: {} });
  expect(parseRunRecord(prettyJson(record), 'run.json')).toEqual(record);
  // Nothing is told to the outside before the files are written.
  expect(ports.journal.published).toEqual([]);
  const outputs = { ...result.outputs, ...(await result.publish?.()) };
  return { result, record, outputs };
}

describe('verdicts', () => {
  test('no drift: the label may be absent today and is not compared, nor are ignored columns', async () => {
    const ports = memoryPorts(workspace());
    const { result, record } = await report(ports);
    expect(result).toMatchObject({ verdict: 'pass', outcome: 'pass' });
    expect(result.headline).toBe('no drift, 0 of 2 columns (Benjamini–Hochberg, 5 %)');
    expect(result.outputs).toEqual({
      drift: false,
      'drifted-columns': '[]',
      share: 0,
      issue: '',
      retraining: false,
    });
    expect(result.files.map(({ path }) => path)).toEqual(['drift.json']);
    expect(record.drift).toMatchObject({
      drifted: false,
      columns: [],
      reference: [{ path: 'train.csv' }],
      current: [{ path: 'now.csv' }],
    });
  });

  test('the same inputs give the same bytes', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => report(memoryPorts(workspace(DRIFTED)))),
    );
    expect(first?.result.files).toEqual(second?.result.files);
    expect(first?.result.summary).toBe(second?.result.summary);
  });

  test.each(['warn', 'fail', 'pass'] as const)(
    'drift is %s when so configured',
    async (outcome) => {
      const config = mlops(`current: now.csv, drift-outcome: ${outcome}`);
      const ports = memoryPorts(workspace({ ...DRIFTED, 'mlops.yml': config }));
      const { result, record } = await report(ports);
      expect(result).toMatchObject({ verdict: outcome, outcome });
      expect(result.outputs).toEqual({
        drift: true,
        'drifted-columns': '["size"]',
        share: 0.5,
        issue: '',
        retraining: false,
      });
      expect(record.drift).toMatchObject({ drifted: true, columns: ['size'] });
    },
  );

  test('too few examples warn', async () => {
    const ports = memoryPorts(workspace({ 'now.csv': csv(29, 'now', { shift: 2 }) }));
    const { result } = await report(ports);
    expect(result).toMatchObject({ verdict: 'warn', outcome: 'warn' });
    expect(result.headline).toContain('too few examples');
    expect(result.outputs.drift).toBe(false);
  });

  test('a column that is gone warns', async () => {
    const ports = memoryPorts(workspace({ 'train.csv': csv(200, 'train', { extra: 'gone' }) }));
    const { result } = await report(ports);
    expect(result).toMatchObject({ verdict: 'warn', outcome: 'warn' });
    expect(result.headline).toContain('1 column gone');
    expect(result.summary).toContain('Only in the reference: <code>gone</code>');
  });

  test('a reference of its own takes the place of the training data', async () => {
    const config = mlops('current: now.csv, reference: [before-*.csv]');
    const ports = memoryPorts(
      workspace({
        'mlops.yml': config,
        'before-1.csv': csv(60, 'b1', { shift: 2 }),
        'before-2.csv': csv(60, 'b2', { shift: 2 }),
      }),
    );
    const { result, record } = await report(ports);
    expect(result.outputs.drift).toBe(true);
    expect(record.drift?.reference).toHaveLength(2);
  });

  test('inputs override the configuration', async () => {
    const override = (input: string, field: string, value: string) => ({
      input,
      field: field.split('.'),
      value,
    });
    const ports = memoryPorts(workspace({ 'other.csv': csv(20, 'other', { shift: 3 }) }));
    const { result } = await report(ports, [
      override('current', 'monitoring.current', 'other.csv'),
      override('min-examples', 'monitoring.min-examples', '10'),
    ]);
    expect(result.outputs.drift).toBe(true);
  });
});

describe('the issue', () => {
  const config = { 'mlops.yml': mlops('current: now.csv, on-drift: [issue]') };

  test('is opened with its marker and label', async () => {
    const ports = memoryPorts(workspace({ ...config, ...DRIFTED }), {
      withGitHub: true,
      run: { commit: 'abcdef0123456789', runUrl: 'https://github.example/run/1' },
    });
    const { result, outputs } = await report(ports);
    expect(outputs.issue).toBe('https://github.example/issue/1');
    expect(result.files.map(({ path }) => path)).toEqual(['drift.json', 'drift-issue.md']);
    const [published] = ports.journal.published;
    expect(published?.kind).toBe('issue');
    expect(published?.item).toMatchObject({
      marker: '<!-- mlops-actions drift: m -->',
      label: 'model-drift',
      title: 'Data drift: m',
    });
    const body = String(published?.item.body);
    expect(body).toBe(result.files[1]?.content);
    expect(body).toContain('<code>size</code>');
    expect(body).toContain('<code>abcdef012345</code>');
    expect(body.length).toBeLessThan(65_536);
  });

  test('is closed when the drift is gone', async () => {
    const ports = memoryPorts(workspace(config), { withGitHub: true });
    const { result, outputs } = await report(ports);
    expect(result.files.map(({ path }) => path)).toEqual(['drift.json']);
    expect(outputs.issue).toBe('https://github.example/closed-issue/1');
    expect(ports.journal.published).toMatchObject([
      { kind: 'closed-issue', item: { marker: '<!-- mlops-actions drift: m -->' } },
    ]);
    expect(ports.journal.published[0]?.item.comment).toContain('No drift any more');
  });

  test('is left alone when there are too few examples, or nobody asked for it', async () => {
    const few = { 'now.csv': csv(10, 'now', { shift: 2 }) };
    const ports = memoryPorts(workspace({ ...config, ...few }), { withGitHub: true });
    await report(ports);
    const unasked = memoryPorts(workspace(DRIFTED), { withGitHub: true });
    await report(unasked);
    expect([...ports.journal.published, ...unasked.journal.published]).toEqual([]);
  });

  test('becomes a file where there is no GitHub, and is no longer wrong later', async () => {
    const ports = memoryPorts(workspace({ ...config, ...DRIFTED }));
    const { result } = await report(ports);
    expect(result.files.map(({ path }) => path)).toEqual(['drift.json', 'drift-issue.md']);
    expect(ports.journal.log.map(({ text }) => text).join()).toContain('.mlops/drift-issue.md');
    const later = memoryPorts(workspace({ ...config, '.mlops/drift-issue.md': 'drift!' }));
    const { result: calm } = await report(later);
    expect(String(calm.files[1]?.content)).toContain('No drift any more');
  });

  test.each([
    ['GitHub refuses', new UserError({ what: 'GitHub refused', remedy: 'Add "issues: write"' })],
    ['nobody foresaw', new TypeError('Add "issues: write"')],
  ])('that %s costs a warning, and its text is left', async (_, refusal) => {
    const ports = memoryPorts(workspace({ ...config, ...DRIFTED }), { withGitHub: true });
    const github = { ...ports.github, publishIssue: () => Promise.reject(refusal) };
    const { result, outputs } = await report({ ...ports, github: github as never });
    expect(outputs).toMatchObject({ drift: true, issue: '' });
    expect(result.files.map(({ path }) => path)).toEqual(['drift.json', 'drift-issue.md']);
    expect(ports.journal.annotations).toEqual([
      {
        level: 'warning',
        title: 'The issue could not be kept up to date',
        message: expect.stringMatching(/Add "issues: write".* is in \.mlops\/drift-issue\.md\.$/),
      },
    ]);
  });

  test('that could not be closed is a warning without a text', async () => {
    const ports = memoryPorts(workspace(config), { withGitHub: true });
    const github = { ...ports.github, closeIssue: () => Promise.reject(new Error('502')) };
    const { result, outputs } = await report({ ...ports, github: github as never });
    expect(result).toMatchObject({ verdict: 'pass' });
    expect(outputs.issue).toBe('');
    expect(ports.journal.annotations).toMatchObject([{ level: 'warning', message: '502' }]);
  });

  test.each([
    ['the run ends in an error', { 'now.csv': '' }, null],
    ['the files can not be written', {}, '.mlops'],
  ])('is not touched when %s', async (_, files, readOnly) => {
    const ports = memoryPorts(workspace({ ...config, ...DRIFTED, ...files }), { withGitHub: true });
    if (readOnly !== null) ports.files.readOnly.add(readOnly);
    const source = { read: () => undefined, describe: (name: string) => name };
    expect((await executeAction(action, source, ports)).exitCode).toBe(2);
    expect(ports.journal).toMatchObject({ published: [], outputs: {}, summary: [] });
  });

  test('is opened after the files are written, and its address is an output', async () => {
    const ports = memoryPorts(workspace({ ...config, ...DRIFTED }), { withGitHub: true });
    const source = { read: () => undefined, describe: (name: string) => name };
    const { exitCode } = await executeAction(action, source, ports);
    expect(exitCode).toBe(0);
    expect(ports.files.content.has('.mlops/drift-issue.md')).toBe(true);
    expect(ports.journal.outputs.issue).toBe('https://github.example/issue/1');
  });
});

describe('a retraining', () => {
  const config = { 'mlops.yml': mlops('current: now.csv, on-drift: [issue, retrain]') };
  const run = { runUrl: 'https://github.example/run/1', attempt: 1 };
  const dispatches = (ports: ReturnType<typeof memoryPorts>) =>
    ports.journal.published.filter(({ kind }) => kind === 'dispatch').map(({ item }) => item);

  test('is asked for beside the issue when the data has drifted', async () => {
    const ports = memoryPorts(workspace({ ...config, ...DRIFTED }), { withGitHub: true, run });
    const { outputs } = await report(ports);
    expect(outputs).toMatchObject({
      retraining: 'true',
      issue: expect.stringContaining('/issue/'),
    });
    expect(dispatches(ports)).toEqual([
      {
        type: 'mlops-retrain',
        payload: {
          model: 'm',
          columns: JSON.parse(String(outputs['drifted-columns'])),
          run_url: run.runUrl,
        },
      },
    ]);
  });

  test.each([
    ['nothing has drifted', {}, {}],
    ['there are too few examples', { 'now.csv': csv(10, 'now', { shift: 2 }) }, {}],
    ['nobody asked for it', { 'mlops.yml': mlops('current: now.csv'), ...DRIFTED }, {}],
    ['a run is tried again', DRIFTED, { attempt: 2 }],
  ])('is not asked for when %s', async (_, files, how) => {
    const ports = memoryPorts(workspace({ ...config, ...files }), {
      withGitHub: true,
      run: { ...run, ...how },
    });
    const { result, outputs } = await report(ports);
    expect(String({ ...result.outputs, ...outputs }.retraining)).toBe('false');
    expect(dispatches(ports)).toEqual([]);
  });

  test('has a payload that GitHub takes, however many columns and however long their names', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${'😀'.repeat(3000)}${index}`);
    const rows = (shift: number) =>
      Array.from({ length: 60 }, (_, row) => names.map(() => row / 7 + shift).join()).join('\n');
    const table = (shift: number) => `id,${names.join()}\n${rows(shift).replace(/^/gm, 'x,')}\n`;
    const ports = memoryPorts(
      workspace({ ...config, 'train.csv': table(0), 'now.csv': table(50) }),
      { withGitHub: true, run },
    );
    const { outputs } = await report(ports);
    expect(outputs.retraining).toBe('true');
    const [event] = dispatches(ports);
    const payload = event?.payload as { columns: string[] };
    expect(payload.columns).toHaveLength(50);
    expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThan(64_000);
  });

  test('that is refused costs a warning', async () => {
    const ports = memoryPorts(workspace({ ...config, ...DRIFTED }), { withGitHub: true, run });
    const refusal = new UserError({ what: 'GitHub refused', remedy: 'Add "contents: write"' });
    const github = { ...ports.github, dispatch: () => Promise.reject(refusal) };
    const { outputs } = await report({ ...ports, github: github as never });
    expect(outputs).toMatchObject({ drift: true, retraining: 'false' });
    expect(ports.journal.annotations).toEqual([
      {
        level: 'warning',
        title: 'No retraining was asked for',
        message: expect.stringContaining('contents: write'),
      },
    ]);
  });
});

describe('bad input', () => {
  test.each([
    [
      'no current data',
      { 'mlops.yml': mlops('drift-share: 0.5') },
      /monitoring\.current is not set.*input "current"/,
    ],
    ['a current file that is not there', { 'mlops.yml': mlops('current: gone.csv') }, /gone\.csv/],
    ['an empty current file', { 'now.csv': '' }, /now\.csv/],
    ['a header without rows', { 'now.csv': 'id,size,colour\n' }, /now\.csv/],
    ['ragged rows', { 'now.csv': 'id,size,colour\n1,2,red\n1,2\n' }, /now\.csv:3/],
    ['a duplicate column', { 'now.csv': 'size,size\n1,2\n' }, /now\.csv/],
    ['other columns altogether', { 'now.csv': 'a,b\n1,2\n' }, /no column in common/],
    [
      'a column that is not there',
      { 'mlops.yml': mlops('current: now.csv, columns: [siez]') },
      /did you mean "size"/,
    ],
  ])('%s', async (_what, files, message) => {
    const ports = memoryPorts(workspace(files as Record<string, string>));
    const error = await report(ports).catch((caught: unknown) => caught);
    expect(isUserError(error)).toBe(true);
    expect(String(error)).toMatch(message);
  });

  test('names and values from the data stay text in the summary', async () => {
    const hostile = '"a|`b`<script>\n@team ::error::"';
    const ports = memoryPorts(
      workspace({
        'train.csv': csv(100, 'train').replace('size', hostile),
        'now.csv': csv(60, 'now', { shift: 2 }).replace('size', hostile).replaceAll('red', '<img>'),
      }),
    );
    const { result } = await report(ports);
    expect(result.summary).not.toMatch(/<script|<img|`b`|@team|\n@|^::/m);
    expect(JSON.parse(String(result.outputs['drifted-columns']))).toContain(
      'a|`b`<script>\n@team ::error::',
    );
  });

  test('inputs', () => {
    const reader = (values: Readonly<Record<string, string>>) =>
      new InputReader({
        read: (name) => values[name],
        given: Object.keys(values),
        describe: (name) => `--${name}`,
      });
    const values = { current: 'a.csv', reference: 'b.csv', 'min-examples': '5', token: 't' };
    const good = reader({ ...values, 'artifact-name': 'x' });
    expect(parseInputs(good).configuration.overrides).toHaveLength(3);
    good.finish();
    const bad = reader({ curent: 'a.csv' });
    parseInputs(bad);
    expect(() => bad.finish()).toThrow(/did you mean --current/i);
  });
});
