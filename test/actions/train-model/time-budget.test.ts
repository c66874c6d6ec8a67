import { expect, test } from '@jest/globals';
import { action } from '../../../actions/train-model/main.ts';
import { executeAction } from '../../../shared/action/index.ts';
import { parseRunRecord } from '../../../shared/lineage/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

const ROWS = Array.from(
  { length: 60 },
  (_, n) => `${n},${(n * 7) % 40},${(n * 7) % 40 > 19 ? 'high' : 'low'}`,
);
const yaml = (training: string) =>
  [
    'model: small',
    'data: { path: data.csv, label: label, ignore: [id], split: { key: [id] } }',
    `training: { seed: 3, epochs: 12, ${training} architecture: { kind: mlp, hidden: [4], dropout: 0.2 } }`,
    'tuning: { trials: 3, search: { training.optimizer.learning-rate: { values: [0.02, 0.05] } } }',
    '',
  ].join('\n');

/** A clock that is half a minute later whenever it is asked. */
function makePorts(training: string): MemoryPorts {
  let now = 0;
  const ports = memoryPorts({
    'mlops.yml': yaml(training),
    'data.csv': `id,x,label\n${ROWS.join('\n')}\n`,
  });
  return { ...ports, clock: { ...ports.clock, milliseconds: () => (now += 30_000) } };
}

async function step(ports: MemoryPorts, given: Readonly<Record<string, string>> = {}) {
  const { exitCode, result } = await executeAction(
    action,
    {
      read: (name) => given[name],
      given: Object.keys(given),
      describe: (name) => `input "${name}"`,
    },
    ports,
  );
  return { exitCode, result };
}

const textOf = ({ files }: MemoryPorts, path: string) =>
  new TextDecoder().decode(files.content.get(path));
const recordOf = (ports: MemoryPorts) =>
  parseRunRecord(textOf(ports, '.mlops/run.json'), 'run.json');
const reportOf = (ports: MemoryPorts) =>
  JSON.parse(textOf(ports, '.mlops/training.json')) as TrainingReport;
const setYaml = ({ files }: MemoryPorts, training: string) =>
  files.content.set('mlops.yml', new TextEncoder().encode(yaml(training)));

const BUDGET = 'time-budget: 2, checkpoint-minutes: 0,';

test('a training ends after the epoch in which its time is used up, and keeps the best one', async () => {
  const [cut, whole] = [makePorts(BUDGET), makePorts('early-stopping: false,')];
  const { exitCode, result } = await step(cut);
  await step(whole);
  expect(exitCode).toBe(0);
  const report = reportOf(cut);
  expect(report.stoppedBy).toBe('time-budget');
  expect(report.stoppedEarly).toBe(true);
  expect(report.history.length).toBeLessThan(12);
  expect(report.history).toEqual(reportOf(whole).history.slice(0, report.history.length));
  const losses = report.history.map(({ validationLoss }) => validationLoss);
  expect(losses[report.bestEpoch - 1]).toBe(Math.min(...losses));
  expect(result?.summary).toContain('the time budget was used up; at most 12');
  expect(recordOf(cut).training).toMatchObject({
    epochs: report.history.length,
    stoppedBy: 'time-budget',
  });
  expect(recordOf(whole).training).not.toHaveProperty('stoppedBy');
});

test.each(['', 'early-stopping: { patience: 1 },', 'schedule: { kind: cosine },'])(
  'rebuild: verify trains as many epochs to the same bytes, however long they take (%s)',
  async (settings) => {
    const ports = makePorts(`${BUDGET} ${settings}`);
    await step(ports);
    // A budget that is used up by the first epoch, or by none.
    for (const budget of ['time-budget: 0.001,', 'time-budget: 7000,']) {
      setYaml(ports, `${budget} checkpoint-minutes: 0, ${settings}`);
      const { exitCode, result } = await step(ports, { rebuild: 'verify' });
      expect(exitCode).toBe(0);
      expect(result?.outputs.epochs).toBe(recordOf(ports).training?.epochs);
    }
  },
);

test('a model that was cut off is not stored, and a whole one is taken whatever the budget', async () => {
  const ports = makePorts(BUDGET);
  await step(ports);
  expect(ports.journal.cache.size).toBe(0);
  setYaml(ports, '');
  expect((await step(ports)).result?.outputs['cache-hit']).toBe(false);
  setYaml(ports, BUDGET);
  const again = (await step(ports)).result;
  expect(again?.outputs['cache-hit']).toBe(true);
  expect(reportOf(ports)).not.toHaveProperty('stoppedBy');
});

test('the best trial is trained for as long as it was tried, and can be cached and rebuilt', async () => {
  const ports = makePorts(BUDGET);
  await step(ports);
  await step(ports, { trials: '1/1' });
  expect((await step(ports, { 'best-trial': '1' })).exitCode).toBe(0);
  const { training } = recordOf(ports);
  expect(training).toMatchObject({ stoppedBy: 'time-budget', fromCache: false });
  expect(training?.epochs).toBeLessThan(12);
  expect((await step(ports, { 'best-trial': '1' })).result?.outputs['cache-hit']).toBe(true);
  expect((await step(ports, { rebuild: 'verify' })).exitCode).toBe(0);
});

test('rounds of a cross-validation train for at most as many epochs as a model that was cut off', async () => {
  const ports = makePorts(`${BUDGET} early-stopping: false, cross-validation: { folds: 3 },`);
  await step(ports);
  const { history, crossValidation } = reportOf(ports);
  expect(crossValidation?.rounds.map(({ epochs }) => epochs)).toEqual(
    Array(3).fill(history.length),
  );
});

test('the learning rate of each epoch is told where a schedule changes it, to 9 digits', async () => {
  const ports = makePorts(
    'batch-size: 1000, early-stopping: false, optimizer: { learning-rate: 0.3 }, schedule: { kind: exponential, factor: 0.7 },',
  );
  await step(ports);
  const rates = reportOf(ports).history.map(({ learningRate }) => learningRate);
  // 0.3 · 0.7^t
  expect(rates.slice(0, 4)).toEqual([0.3, 0.21, 0.147, 0.1029]);
  const plain = makePorts('');
  await step(plain);
  expect(reportOf(plain).history[0]).not.toHaveProperty('learningRate');
});
