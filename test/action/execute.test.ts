import { describe, expect, test } from '@jest/globals';
import {
  type ActionDefinition,
  type ActionResult,
  type CommonInputs,
  executeAction,
  type InputReader,
} from '../../shared/action/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { type RunRecord, sha256 } from '../../shared/lineage/index.ts';
import { Cancellation, type MemoryPorts, memoryPorts } from '../../shared/platform/index.ts';

const files = { 'mlops.yml': 'data: { path: a.csv, label: y }' };

function action(
  run: (ports: MemoryPorts) => Promise<Partial<ActionResult>>,
  name: ActionDefinition<CommonInputs>['name'] = 'validate-data',
): ActionDefinition<CommonInputs> {
  return {
    name,
    parseInputs: (reader) => {
      reader.text('artifact-name');
      return { configuration: reader.configuration({}) };
    },
    run: async (_inputs, ports) => ({
      verdict: 'pass',
      outcome: 'pass',
      headline: 'done',
      outputs: { rows: 3 },
      summary: '## Done',
      outputDirectory: '.mlops',
      files: [{ path: 'statistics.json', content: '{}' }],
      record: (previous) => ({ ...previous, model: 'm' }),
      ...(await run(ports as MemoryPorts)),
    }),
  };
}

function inputs(values: Readonly<Record<string, string>> = {}) {
  return { read: (name: string) => values[name], describe: (name: string) => `input "${name}"` };
}

function recordOf(ports: MemoryPorts): RunRecord {
  const bytes = ports.files.content.get('.mlops/run.json');
  return JSON.parse(new TextDecoder().decode(bytes)) as RunRecord;
}

describe('a verdict', () => {
  test.each([
    ['pass', 0, []],
    ['warn', 0, ['warning']],
    ['fail', 1, ['error']],
  ] as const)('%s ends with %i', async (outcome, exitCode, levels) => {
    const ports = memoryPorts(files);
    const execution = await executeAction(
      action(async () => ({ verdict: outcome, outcome })),
      inputs(),
      ports,
    );
    expect(execution.exitCode).toBe(exitCode);
    expect(ports.journal.annotations.map(({ level }) => level)).toEqual(levels);
    expect(ports.journal.outputs).toEqual({
      rows: '3',
      verdict: outcome,
      report: '.mlops/report.html',
    });
    expect(ports.journal.summary).toEqual(['## Done']);
    expect([...ports.files.content.keys()]).toEqual([
      'mlops.yml',
      '.mlops/statistics.json',
      '.mlops/run.json',
      '.mlops/report.html',
    ]);
  });
});

describe('a failure', () => {
  test('of the user is told at its place and writes nothing', async () => {
    const ports = memoryPorts(files);
    const { exitCode } = await executeAction(
      action(async () => {
        throw new UserError([
          { what: 'Bad cell', where: { file: 'a.csv', line: 3 }, remedy: 'mend it' },
          { what: 'Bad day' },
        ]);
      }),
      inputs(),
      ports,
    );
    expect(exitCode).toBe(2);
    expect(ports.journal.annotations).toEqual([
      {
        level: 'error',
        title: 'validate-data',
        message: 'Bad cell. Mend it.',
        file: 'a.csv',
        line: 3,
      },
      { level: 'error', title: 'validate-data', message: 'Bad day.' },
    ]);
    expect([...ports.files.content.keys()]).toEqual(['mlops.yml']);
  });

  test('of many kinds is told in part', async () => {
    const ports = memoryPorts(files);
    await executeAction(
      action(async () => {
        throw new UserError(Array.from({ length: 500 }, (_, row) => ({ what: `Bad cell ${row}` })));
      }),
      inputs(),
      ports,
    );
    expect(ports.journal.annotations).toHaveLength(20);
    expect(ports.journal.log.at(-1)?.text).toBe('… and 480 more of the kind. Mend these first.');
  });

  test('of ours says so, and keeps the stack for the debug log', async () => {
    const ports = memoryPorts(files);
    const { exitCode } = await executeAction(
      action(async () => {
        throw new Error('index out of range', { cause: new Error('deeper') });
      }),
      inputs(),
      ports,
    );
    expect(exitCode).toBe(70);
    expect(ports.journal.annotations[0]?.message).toContain('This is not your mistake');
    expect(ports.journal.annotations[0]?.message).not.toContain('execute.test.ts');
    expect(ports.journal.log.at(-1)).toEqual({
      level: 'debug',
      text: expect.stringMatching(/execute\.test\.ts[\s\S]*caused by Error: deeper/),
    });
  });

  test('to write leaves every earlier file as it was', async () => {
    const ports = memoryPorts({ ...files, '.mlops/statistics.json': 'old' });
    ports.files.readOnly.add('.mlops');
    const { exitCode } = await executeAction(
      action(async () => ({})),
      inputs(),
      ports,
    );
    expect(exitCode).toBe(2);
    expect(await ports.files.readText('.mlops/statistics.json')).toBe('old');
    expect(ports.journal.outputs).toEqual({});
  });
});

describe('the run record', () => {
  const training = (modelDigest: string): NonNullable<RunRecord['training']> => ({
    task: 'regression',
    seed: 1,
    engine: { name: 'wasm', version: '4.22.0', simd: true },
    data: [],
    examples: { train: 8, validation: 1, evaluation: 2 },
    features: 2,
    parameters: 3,
    epochs: 4,
    bestEpoch: 4,
    modelDigest: modelDigest.repeat(64),
    files: [],
    fromCache: false,
  });
  const record = (changes: Partial<RunRecord>) => ({
    record: (previous: RunRecord): RunRecord => ({ ...previous, model: 'm', ...changes }),
  });

  test('lists the actions in the order of the chain, with when and how long', async () => {
    const ports = memoryPorts(files, { run: { repository: 'octo/models', commit: 'abc' } });
    for (const name of ['report-drift', 'validate-data', 'train-model'] as const) {
      await executeAction(
        action(async () => ({}), name),
        inputs(),
        ports,
      );
    }
    expect(Object.keys(recordOf(ports).actions)).toEqual([
      'validate-data',
      'train-model',
      'report-drift',
    ]);
    expect(recordOf(ports)).toMatchObject({
      model: 'm',
      source: { repository: 'octo/models', commit: 'abc' },
      actions: {
        'train-model': {
          verdict: 'pass',
          headline: 'done',
          finishedAt: '2026-01-01T00:00:00.000Z',
        },
      },
    });
  });

  test('forgets what was said about another model', async () => {
    const ports = memoryPorts(files);
    const train = (digest: string) =>
      executeAction(
        action(async () => record({ training: training(digest) }), 'train-model'),
        inputs(),
        ports,
      );
    await train('a');
    await executeAction(
      action(async () => ({}), 'evaluate-gate'),
      inputs(),
      ports,
    );
    await train('a');
    expect(Object.keys(recordOf(ports).actions)).toEqual(['train-model', 'evaluate-gate']);
    await train('b');
    expect(Object.keys(recordOf(ports).actions)).toEqual(['train-model']);
  });

  test('that cannot be read is begun anew with a warning', async () => {
    const ports = memoryPorts({ ...files, '.mlops/run.json': '{"version": 7' });
    const { exitCode } = await executeAction(
      action(async () => ({})),
      inputs(),
      ports,
    );
    expect(exitCode).toBe(0);
    expect(recordOf(ports).version).toBe(1);
    expect(ports.journal.log).toContainEqual({
      level: 'warning',
      text: expect.stringContaining('.mlops/run.json is not a run record'),
    });
  });
});

test('a page that cannot be made does not take the result with it', async () => {
  const ports = memoryPorts({
    ...files,
    '.mlops/anomalies.json': '{"version":1,"examples":1,"anomalies":[null]}',
  });
  const { exitCode } = await executeAction(
    action(async () => ({ verdict: 'fail', outcome: 'fail' })),
    inputs(),
    ports,
  );
  expect(exitCode).toBe(1);
  expect(await ports.files.exists('.mlops/statistics.json')).toBe(true);
  expect(await ports.files.exists('.mlops/report.html')).toBe(false);
  expect(ports.journal.log).toContainEqual({
    level: 'warning',
    text: expect.stringContaining('report.html was not made'),
  });
});

test('the record names the configuration by its digest, and the fields that inputs replaced', async () => {
  const ports = memoryPorts(files);
  const definition = {
    ...action(async () => ({})),
    parseInputs: (reader: InputReader) => ({
      configuration: reader.configuration({ label: 'data.label' }),
    }),
  };
  await executeAction(definition, inputs({ label: 'z' }), ports);
  expect(recordOf(ports)).toMatchObject({
    configuration: { path: 'mlops.yml', sha256: sha256(files['mlops.yml']) },
    actions: { 'validate-data': { overrides: { 'data.label': 'z' } } },
  });
});

describe('artifact-name', () => {
  test('hands the files of one job to the next', async () => {
    const first = memoryPorts(files);
    const named = inputs({ 'artifact-name': 'chain' });
    await executeAction(
      action(async () => ({})),
      named,
      first,
    );
    const artifact = first.journal.artifacts.get('chain');
    expect([...(artifact?.keys() ?? [])]).toEqual(['statistics.json', 'run.json', 'report.html']);

    const second = memoryPorts(files);
    second.journal.artifacts.set('chain', artifact ?? new Map());
    await executeAction(
      action(async (ports) => {
        expect(await ports.files.exists('.mlops/statistics.json')).toBe(true);
        return { files: [{ path: 'training.json', content: '{}' }] };
      }, 'train-model'),
      named,
      second,
    );
    expect(Object.keys(recordOf(second).actions)).toEqual(['validate-data', 'train-model']);
    expect(second.journal.artifacts.get('chain')?.has('training.json')).toBe(true);
  });

  test('of shared work: each part goes by itself, and the last job fetches them all', async () => {
    const named = inputs({ 'artifact-name': 'chain' });
    const part: ActionDefinition<CommonInputs> = {
      ...action(async () => ({
        isPart: true,
        files: [{ path: 'parts/1.json', content: '{}' }],
      })),
      artifacts: (_inputs, name) => ({
        download: [],
        upload: { name: `${name}-part-1`, includes: (path) => path === 'parts/1.json' },
      }),
    };
    const first = memoryPorts({ ...files, '.mlops/run.json': 'of another job' });
    await executeAction(part, named, first);
    expect([...first.journal.artifacts].map(([name, kept]) => [name, [...kept.keys()]])).toEqual([
      ['chain-part-1', ['parts/1.json']],
    ]);
    expect(first.journal.outputs.report).toBe('');
    expect(await first.files.readText('.mlops/run.json')).toBe('of another job');
    expect(await first.files.exists('.mlops/report.html')).toBe(false);

    const last = memoryPorts(files);
    last.journal.artifacts.set(
      'chain-part-1',
      first.journal.artifacts.get('chain-part-1') ?? new Map(),
    );
    const whole: ActionDefinition<CommonInputs> = {
      ...action(async (ports) => {
        expect(await ports.files.readText('.mlops/parts/1.json')).toBe('{}');
        return {};
      }),
      artifacts: (_inputs, name) => ({
        download: [`${name}-part-1`, `${name}-part-2`],
        upload: { name, includes: (path) => !path.startsWith('parts/') },
      }),
    };
    expect((await executeAction(whole, named, last)).exitCode).toBe(0);
    expect([...(last.journal.artifacts.get('chain')?.keys() ?? [])]).toEqual([
      'statistics.json',
      'run.json',
      'report.html',
    ]);
    expect(last.journal.log.map(({ text }) => text)).toEqual([
      'Took the files of earlier jobs from the artifact "chain-part-1"',
      'No artifact "chain-part-2" in this run yet',
    ]);
  });
});

test('files of an earlier run that contradict the new ones go; hidden ones stay on the runner', async () => {
  const ports = memoryPorts({
    ...files,
    '.mlops/model/old.bin': 'old',
    '.mlops/.trainer/train.csv': 'left by a run that was cut off',
  });
  await executeAction(
    action(async () => ({ obsoleteFiles: ['model/old.bin'] })),
    inputs({ 'artifact-name': 'mlops' }),
    ports,
  );
  expect(await ports.files.exists('.mlops/model/old.bin')).toBe(false);
  expect([...(ports.journal.artifacts.get('mlops')?.keys() ?? [])].sort()).toEqual([
    'report.html',
    'run.json',
    'statistics.json',
  ]);
});

test('tracking comes last: when it begins, files are written and uploaded, and people are told', async () => {
  const ports = memoryPorts(files);
  const before: unknown[] = [];
  await executeAction(
    action(async ({ journal, files }) => ({
      outputs: { page: '' },
      track: async () => {
        before.push({ ...journal.outputs }, [...journal.summary], [...journal.artifacts.keys()]);
        before.push(await files.exists('.mlops/run.json'));
        return { page: 'https://mlflow.example.com' };
      },
    })),
    inputs({ 'artifact-name': 'mlops' }),
    ports,
  );
  const outputs = { verdict: 'pass', report: '.mlops/report.html', page: '' };
  expect(before).toEqual([outputs, ['## Done'], ['mlops'], true]);
  expect(ports.journal.outputs.page).toBe('https://mlflow.example.com');
});

describe('a cancelled run', () => {
  const never = new Promise<never>(() => undefined);

  test.each<[string, (ports: MemoryPorts) => Promise<unknown>]>([
    ['while it works', async () => await never],
    [
      'and goes on to write all the same',
      async ({ files, github, summary }) => {
        await files.writeAll([{ path: '.mlops/late', content: '' }]).catch(() => undefined);
        await summary.add('late');
        await github?.publishComment({ pullRequest: 1, marker: '', body: '' });
      },
    ],
  ])('%s writes and tells nothing, cleans up and ends with 130', async (_, goOn) => {
    const ports = memoryPorts(files, { withGitHub: true });
    const cancellation = new Cancellation();
    const before = new Map(ports.files.content);
    const cleaned: string[] = [];
    const { exitCode } = await executeAction(
      action(async (guarded) => {
        for (const name of ['first', 'second']) {
          guarded.cancellation.onCancel(async (world) => {
            cleaned.push(name);
            world.outputs.set('cleaned', name);
          });
        }
        guarded.cancellation.onCancel(async () => {
          throw new Error('the service is down');
        });
        cancellation.cancel('was told to stop');
        await goOn(guarded);
        return {};
      }),
      inputs(),
      ports,
      cancellation,
    );
    expect(exitCode).toBe(130);
    expect(ports.files.content).toEqual(before);
    expect(ports.journal).toMatchObject({ published: [], summary: [], annotations: [] });
    // The last first, and a failure keeps none from its turn.
    expect(cleaned).toEqual(['second', 'first']);
    expect(ports.journal.outputs).toEqual({ cleaned: 'first' });
    expect(ports.journal.log.map(({ text }) => text)).toEqual([
      'Not cleaned up: the service is down',
      'cancelled: validate-data was told to stop',
    ]);
  });

  test('finishes steps that must not be cut in the middle before it ends', async () => {
    const ports = memoryPorts(files);
    const cancellation = new Cancellation();
    const { exitCode } = await executeAction(
      action(async ({ cancellation: port, files: disk }) => {
        await port.uninterrupted(async () => {
          await disk.writeAll([{ path: 'models/1/READY', content: '' }]);
          cancellation.cancel('was told to stop');
          await new Promise((resolve) => setTimeout(resolve, 20));
          await disk.writeAll([{ path: 'models/current.json', content: '' }]);
        });
        await disk.writeAll([{ path: 'models/late', content: '' }]);
        return {};
      }),
      inputs(),
      ports,
      cancellation,
    );
    expect(exitCode).toBe(130);
    const written = [...ports.files.content.keys()].filter((path) => path.startsWith('models/'));
    expect(written).toEqual(['models/1/READY', 'models/current.json']);
  });

  test('that comes when all is done changes nothing', async () => {
    const ports = memoryPorts(files);
    const cancellation = new Cancellation();
    const { exitCode } = await executeAction(
      action(async () => ({})),
      inputs(),
      ports,
      cancellation,
    );
    cancellation.cancel('was told to stop');
    expect(exitCode).toBe(0);
    expect(ports.files.content.has('.mlops/run.json')).toBe(true);
  });
});
