import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { action as deployModel } from '../../../actions/deploy-model/main.ts';
import { action as evaluateGate } from '../../../actions/evaluate-gate/main.ts';
import { action as exportTflite } from '../../../actions/export-tflite/main.ts';
import { action as trainModel } from '../../../actions/train-model/main.ts';
import commandModelSchema from '../../../schemas/command-model.schema.json' with { type: 'json' };
import evaluationSchema from '../../../schemas/evaluation.schema.json' with { type: 'json' };
import runSchema from '../../../schemas/run.schema.json' with { type: 'json' };
import trainingSchema from '../../../schemas/training.schema.json' with { type: 'json' };
import {
  type ActionDefinition,
  type CommonInputs,
  executeAction,
} from '../../../shared/action/index.ts';
import type { EvaluationReport } from '../../../shared/evaluation/index.ts';
import type { RunRecord } from '../../../shared/lineage/index.ts';
import {
  type CommandEnd,
  type CommandToRun,
  type MemoryPorts,
  memoryPorts,
} from '../../../shared/platform/index.ts';

const DATA = [
  'id,x,"free, text",label',
  ...Array.from({ length: 60 }, (_, row) => {
    const x = (row * 7) % 60;
    return `${row},${row === 9 ? '' : x},"say ""${row % 5}""",${x > 29 ? 'high' : 'low'}`;
  }),
  '',
].join('\n');

const CONFIGURATION = [
  'model: thresholds',
  'data: { path: data.csv, label: label, ignore: [id] }',
  'training: { seed: 4, architecture: { kind: command, run: ./train } }',
  'evaluation: { baseline: models, on-no-baseline: pass, gates: [ { metric: accuracy, at-least: 0.9 }, { metric: accuracy, against: baseline, may-drop: 0.01 } ] }',
  'deployment: { targets: [ { kind: directory, path: models } ] }',
  '',
].join('\n');

type Trainer = (folder: TrainerView) => Promise<CommandEnd | undefined>;

/** What a trainer sees and leaves. */
interface TrainerView {
  readonly command: CommandToRun;
  read(variable: string): Promise<string[][]>;
  write(files: Readonly<Record<string, string>>): Promise<void>;
}

/** Predicts by `x > 29` with the probability `sure`; an example without x is a coin toss. */
const thresholds =
  (sure = 0.9, model = 'x > 29'): Trainer =>
  async ({ read, write }) => {
    const rows = (await read('MLOPS_EVALUATION')).slice(1).map(([id, x]) => {
      const high = x === '' ? 0.5 : Number(x) > 29 ? sure : 1 - sure;
      return `${id},${high},${1 - high}`;
    });
    await write({
      'predictions.csv': ['mlops_row,high,low', ...rows, ''].join('\n'),
      'model/rule.txt': model,
    });
    return undefined;
  };

function project(
  trainer: Trainer,
  configuration = CONFIGURATION,
  options: Parameters<typeof memoryPorts>[1] = {},
): MemoryPorts {
  const ports: MemoryPorts = memoryPorts(
    { 'mlops.yml': configuration, 'data.csv': DATA },
    {
      ...options,
      command: async (command) => {
        const inside = (path = '') => path.replace(/^\/memory\//, '');
        const end = await trainer({
          command,
          read: async (variable) => {
            const text = await ports.files.readText(inside(command.environment[variable]));
            return text
              .trimEnd()
              .split('\n')
              .map((line) => line.split(/,(?! )/));
          },
          write: async (files) => {
            const output = inside(command.environment.MLOPS_OUTPUT);
            await ports.files.writeAll(
              Object.entries(files).map(([path, content]) => ({
                path: `${output}/${path}`,
                content,
              })),
            );
          },
        });
        return end ?? { kind: 'exited', code: 0 };
      },
    },
  );
  return ports;
}

async function step<Inputs extends CommonInputs>(
  action: ActionDefinition<Inputs>,
  ports: MemoryPorts,
  given: Readonly<Record<string, string>> = {},
) {
  const source = { read: (name: string) => given[name], describe: (name: string) => name };
  return (await executeAction(action, source, ports)).exitCode;
}

async function read<T>(ports: MemoryPorts, path: string): Promise<T> {
  return JSON.parse(await ports.files.readText(`.mlops/${path}`)) as T;
}

const messages = (ports: MemoryPorts) =>
  ports.journal.annotations.map(({ message }) => message).join('\n');

function expectValid(schema: object, value: unknown) {
  const validate = new Ajv2020({ strictTypes: false }).compile(schema);
  expect([validate(value), validate.errors]).toEqual([true, null]);
}

test('the command gets three files, an empty folder and what it must know', async () => {
  let seen: CommandToRun | undefined;
  const headers: Record<string, string[][]> = {};
  const ports = project(async (view) => {
    seen = view.command;
    for (const name of ['MLOPS_TRAIN', 'MLOPS_VALIDATION', 'MLOPS_EVALUATION']) {
      headers[name] = await view.read(name);
    }
    return thresholds()(view);
  });
  expect(await step(trainModel, ports)).toBe(0);
  expect(seen).toMatchObject({
    command: './train',
    timeoutSeconds: 3600,
    environment: {
      MLOPS_TRAIN: '/memory/.mlops/.trainer/train.csv',
      MLOPS_OUTPUT: '/memory/.mlops/.trainer/output',
      MLOPS_LABEL: 'label',
      MLOPS_TASK: 'binary-classification',
      MLOPS_SEED: '4',
    },
  });
  const { MLOPS_TRAIN = [], MLOPS_VALIDATION = [], MLOPS_EVALUATION = [] } = headers;
  expect(MLOPS_TRAIN[0]).toEqual(['x', '"free, text"', 'label']);
  expect(MLOPS_VALIDATION[0]).toEqual(MLOPS_TRAIN[0]);
  // Row numbers, and no label to copy.
  expect(MLOPS_EVALUATION[0]).toEqual(['mlops_row', 'x', '"free, text"']);
  expect(MLOPS_TRAIN.length + MLOPS_VALIDATION.length + MLOPS_EVALUATION.length).toBe(60 + 3);
  for (const [id = '', x] of MLOPS_EVALUATION.slice(1)) {
    const row = DATA.split('\n')[Number(id)]?.split(',');
    expect(row?.[1]).toBe(x);
  }
  expect(await ports.files.exists('.mlops/.trainer')).toBe(false);
});

test('what it leaves becomes a model with a record like any other', async () => {
  const ports = project(async (view) => {
    await view.write({ 'metrics.json': '{"own accuracy": 0.5}' });
    return thresholds()(view);
  });
  expect(await step(trainModel, ports)).toBe(0);
  expect(await ports.files.list('.mlops/model')).toEqual([
    'command-model.json',
    'predictions.csv',
    'rule.txt',
  ]);
  expectValid(commandModelSchema, await read(ports, 'model/command-model.json'));
  const training = await read<{ metrics: object }>(ports, 'training.json');
  expectValid(trainingSchema, training);
  expect(training.metrics).toEqual({ 'own accuracy': 0.5 });
  const record = await read<RunRecord>(ports, 'run.json');
  expectValid(runSchema, record);
  expect(record.training).toMatchObject({
    engine: { name: 'command', run: './train' },
    modelDigest: ports.journal.outputs['model-digest'],
    fromCache: false,
  });
  expect(ports.journal.summary.join()).toContain('own accuracy');
  expect(ports.journal.cache.size).toBe(0);
  expect(await ports.files.readText('.mlops/report.html')).toContain('command: ./train');
});

test('the gate judges the predictions, and the model is deployed and compared with', async () => {
  const ports = project(thresholds());
  expect(await step(trainModel, ports)).toBe(0);
  expect(await step(evaluateGate, ports)).toBe(0);
  const first = await read<EvaluationReport>(ports, 'evaluation.json');
  expectValid(evaluationSchema, first);
  expect(first).toMatchObject({ verdict: 'no-baseline', outcome: 'pass' });
  expect(first.metrics[0]).toMatchObject({ metric: 'accuracy', value: 1 });
  expect(await step(deployModel, ports)).toBe(0);
  expect(await ports.files.list('models/thresholds/1')).toEqual([
    'READY',
    'checksums.txt',
    'command-model.json',
    'model-card.json',
    'model-card.md',
    'predictions.csv',
    'rule.txt',
    'run.json',
  ]);
  expect(await ports.files.readText('models/thresholds/1/model-card.md')).not.toContain(
    'tensorflowjs',
  );

  // The same data: the version that was deployed is the baseline.
  expect(await step(evaluateGate, ports)).toBe(0);
  const second = await read<EvaluationReport>(ports, 'evaluation.json');
  expect(second).toMatchObject({ verdict: 'pass', baseline: { path: 'models/thresholds/1' } });
  expect(second.baseline?.metrics[0]).toMatchObject({ metric: 'accuracy', value: 1 });

  // Other data: what the baseline said is of other examples, which is no baseline, and is said.
  await ports.files.writeAll([{ path: 'data.csv', content: `${DATA}60,33,new,high\n` }]);
  expect(await step(trainModel, ports)).toBe(0);
  expect(await step(evaluateGate, ports)).toBe(0);
  const third = await read<EvaluationReport>(ports, 'evaluation.json');
  expect(third).toMatchObject({
    verdict: 'no-baseline',
    reason: expect.stringContaining(
      'models/thresholds/1 has no predictions of these evaluation examples',
    ),
  });
});

test('the newest blessed model may come from the artifact of another run', async () => {
  const before = project(thresholds());
  await step(trainModel, before);
  expect(await step(evaluateGate, before)).toBe(0);
  const files = Object.fromEntries(
    // What is fetched of an artifact: the model's own files stay there.
    ['run.json', 'model/command-model.json', 'model/predictions.csv'].map((path) => [
      path,
      before.files.content.get(`.mlops/${path}`) ?? '',
    ]),
  );
  const run = { id: 11, branch: 'main', fromFork: false };
  const ports = project(
    thresholds(0.95),
    CONFIGURATION.replace('baseline: models', 'baseline-artifact: mlops'),
    {
      withGitHub: true,
      run: { runId: 12, baseBranch: 'main' },
      runs: {
        artifacts: [
          { id: 1, name: 'mlops', bytes: 1, expired: false, createdAt: '2026-01-01', run, files },
        ],
        runs: [
          {
            ...run,
            event: 'push',
            commit: 'a'.repeat(40),
            url: 'https://github.example/11',
          } as never,
        ],
      },
    },
  );
  expect(await step(trainModel, ports)).toBe(0);
  expect(await step(evaluateGate, ports)).toBe(0);
  expect(await read<EvaluationReport>(ports, 'evaluation.json')).toMatchObject({
    verdict: 'pass',
    baseline: { path: 'main@aaaaaaa', modelDigest: before.journal.outputs['model-digest'] },
  });
});

test('a command model and a network are compared with each other', async () => {
  const ports = project(thresholds());
  await step(trainModel, ports);
  await step(evaluateGate, ports);
  expect(await step(deployModel, ports)).toBe(0);
  const network = CONFIGURATION.replace('kind: command, run: ./train', 'kind: mlp, hidden: [4]');
  await ports.files.writeAll([{ path: 'mlops.yml', content: network }]);
  expect(await step(trainModel, ports)).toBe(0);
  expect(await ports.files.list('.mlops/model')).toEqual([
    'model.json',
    'transform.json',
    'weights.bin',
  ]);
  await step(evaluateGate, ports);
  const report = await read<EvaluationReport>(ports, 'evaluation.json');
  expect(report.baseline?.metrics[0]).toMatchObject({ metric: 'accuracy', value: 1 });
  expect(await step(deployModel, ports, { force: 'true', reason: 'a test' })).toBe(0);
  await ports.files.writeAll([{ path: 'mlops.yml', content: CONFIGURATION }]);
  expect(await step(trainModel, ports)).toBe(0);
  await step(evaluateGate, ports);
  const other = await read<EvaluationReport>(ports, 'evaluation.json');
  expect(other.baseline?.path).toBe('models/thresholds/2');
  expect(other.metrics[0]).toMatchObject({ metric: 'accuracy', value: 1 });
});

test('a regression is judged in the units of its label', async () => {
  const ports = project(async ({ read, write }) => {
    const rows = (await read('MLOPS_EVALUATION')).slice(1);
    await write({
      'predictions.csv': ['mlops_row,prediction', ...rows.map(([id]) => `${id},30`)].join('\n'),
      'model/mean.txt': '30',
    });
    return undefined;
  }, [
    'model: means',
    'task: regression',
    'data: { path: data.csv, label: id }',
    'training: { architecture: { kind: command, run: ./train } }',
    'evaluation: { gates: [ { metric: mae, at-most: 30 } ] }',
    '',
  ].join('\n'));
  expect(await step(trainModel, ports)).toBe(0);
  expect(await step(evaluateGate, ports)).toBe(0);
  const { metrics } = await read<EvaluationReport>(ports, 'evaluation.json');
  expect(metrics.find(({ metric }) => metric === 'mae')?.value).toBeGreaterThan(5);
});

describe('ends with exit code 2 and a message, and leaves what was there:', () => {
  const good = thresholds();
  const after =
    (files: Readonly<Record<string, string>>): Trainer =>
    async (view) => {
      await good(view);
      await view.write(files);
      return undefined;
    };
  test.each<[string, Trainer, string]>([
    [
      'a command that fails',
      async ({ command }) => {
        for (let line = 1; line <= 30; line++) command.onLine(`line ${line}`);
        return { kind: 'exited', code: 3 };
      },
      'The command failed with exit code 3. It said last:\nline 21\nline 22',
    ],
    [
      'a command that is not there',
      async () => ({ kind: 'exited', code: 127 }),
      'The shell does not know the command (exit code 127).',
    ],
    ['a timeout', async () => ({ kind: 'timeout' }), 'The command was stopped after 60 minutes.'],
    [
      'an end by a signal',
      async () => ({ kind: 'killed', signal: 'SIGKILL' }),
      'The command was ended by SIGKILL. The machine may have had too little memory',
    ],
    [
      'no shell',
      async () => ({ kind: 'not-started', reason: 'ENOENT' }),
      'The command could not be started (ENOENT).',
    ],
    [
      'no predictions',
      async ({ write }) => {
        await write({ 'model/a': 'a' });
        return undefined;
      },
      'The command left no predictions.csv in MLOPS_OUTPUT.',
    ],
    [
      'no model files',
      async ({ write }) => {
        await write({ 'predictions.csv': 'mlops_row,high,low\n' });
        return undefined;
      },
      'The command left no file in $MLOPS_OUTPUT/model.',
    ],
    [
      'predictions that lack rows',
      after({ 'predictions.csv': 'mlops_row,high,low\n' }),
      'evaluation examples have no prediction',
    ],
    [
      'a folder among the model files',
      after({ 'model/saved/weights': '1' }),
      'The command left a folder in $MLOPS_OUTPUT/model: saved/weights.',
    ],
    [
      'a name that is no plain one',
      after({ 'model/-rf': '1' }),
      'The command left "-rf" in $MLOPS_OUTPUT/model.',
    ],
    [
      'a name of the suite',
      after({ 'model/Run.json': '1' }),
      'The command left "Run.json" in $MLOPS_OUTPUT/model, a name that the suite uses itself.',
    ],
    ['metrics that are no JSON', after({ 'metrics.json': '{' }), 'metrics.json is not JSON.'],
    [
      'metrics that are no numbers',
      after({ 'metrics.json': '{"loss": "low"}' }),
      'metrics.json has no finite number for "loss".',
    ],
  ])('%s', async (_, trainer, message) => {
    const ports = project(trainer);
    await ports.files.writeAll([{ path: '.mlops/model/rule.txt', content: 'before' }]);
    expect(await step(trainModel, ports)).toBe(2);
    expect(messages(ports)).toContain(message);
    expect(await ports.files.walk('.mlops')).toEqual(['.mlops/model/rule.txt']);
  });

  test('a link out of the folder', async () => {
    const ports: MemoryPorts = project(async (view) => {
      ports.files.special.add('.mlops/.trainer/output/model/passwd');
      return good(view);
    });
    expect(await step(trainModel, ports)).toBe(2);
    expect(messages(ports)).toContain(
      'The command left $MLOPS_OUTPUT/model/passwd, which is a link or no ordinary file.',
    );
  });

  test('data with the column by which rows are numbered', async () => {
    const ports = project(good);
    await ports.files.writeAll([
      { path: 'data.csv', content: DATA.replace('"free, text"', 'mlops_row') },
    ]);
    expect(await step(trainModel, ports)).toBe(2);
    expect(messages(ports)).toContain('The data has a column "mlops_row"');
  });
});

describe('evaluate-gate refuses', () => {
  test.each<[string, (ports: MemoryPorts) => Promise<void>, string]>([
    [
      'a model file that was changed',
      async ({ files }) => files.writeAll([{ path: '.mlops/model/rule.txt', content: 'x > 28' }]),
      'it is not the file that command-model.json describes',
    ],
    [
      'predictions that were changed',
      async ({ files }) => {
        const path = '.mlops/model/predictions.csv';
        const text = await files.readText(path);
        await files.writeAll([{ path, content: text.replace('0.9', '0.8') }]);
      },
      'predictions.csv: it is not the file',
    ],
    [
      'a description that was changed',
      async ({ files }) => {
        const path = '.mlops/model/command-model.json';
        const text = await files.readText(path);
        await files.writeAll([{ path, content: text.replace('"high"', '"tall"') }]);
      },
      'is not the one that .mlops/run.json tells of',
    ],
    [
      'predictions of other data',
      async ({ files }) => files.writeAll([{ path: 'data.csv', content: `${DATA}60,1,a,low\n` }]),
      'The predictions in .mlops/model are of other examples',
    ],
  ])('%s', async (_, spoil, message) => {
    const ports = project(thresholds());
    await step(trainModel, ports);
    await spoil(ports);
    expect(await step(evaluateGate, ports)).toBe(2);
    expect(messages(ports)).toContain(message);
  });
});

test('export-tflite says that it can not know what the files mean', async () => {
  const ports = project(thresholds());
  await step(trainModel, ports);
  expect(await step(exportTflite, ports)).toBe(2);
  expect(messages(ports)).toContain('was trained by a command: only its maker knows');
});

test('a command is not tuned', async () => {
  const ports = project(thresholds());
  expect(await step(trainModel, ports, { trials: '1/1' })).toBe(2);
  expect(messages(ports)).toContain('A command trains here: it is not tuned');
  expect(await step(trainModel, ports, { 'best-trial': '1' })).toBe(2);
});

test('a model that was deployed and changed is no baseline', async () => {
  const ports = project(thresholds());
  await step(trainModel, ports);
  await step(evaluateGate, ports);
  await step(deployModel, ports);
  await ports.files.writeAll([{ path: 'models/thresholds/1/rule.txt', content: 'x > 28' }]);
  expect(await step(evaluateGate, ports)).toBe(2);
  expect(messages(ports)).toContain('rule.txt is not the file that was deployed');
});
