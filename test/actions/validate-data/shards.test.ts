import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { action } from '../../../actions/validate-data/main.ts';
import { executeAction } from '../../../shared/action/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';

const EXAMPLE = 'examples/penguins-by-island';
const example = (path: string) => readFileSync(`${EXAMPLE}/${path}`, 'utf8');
const SCHEMA = example('data/schema.json');
const DATA = {
  'data/biscoe.csv': example('data/biscoe.csv'),
  'data/dream.csv': example('data/dream.csv'),
  'data/torgersen.csv': example('data/torgersen.csv'),
};
const PROJECT = {
  'mlops.yml': `${example('mlops.yml')}\nvalidation: { slices: [[island, sex]], weight: row_id }\n`,
  'data/schema.json': SCHEMA,
};

interface Job {
  readonly files?: Readonly<Record<string, string>>;
  readonly artifacts?: MemoryPorts['journal']['artifacts'];
  readonly inputs?: Readonly<Record<string, string>>;
}

async function job({ files = {}, artifacts = new Map(), inputs = {} }: Job) {
  const ports = memoryPorts({ ...PROJECT, ...files });
  for (const [name, kept] of artifacts) ports.journal.artifacts.set(name, kept);
  const values: Readonly<Record<string, string>> = { 'artifact-name': 'chain', ...inputs };
  const { exitCode } = await executeAction(
    action,
    { read: (name) => values[name], describe: (name) => `input "${name}"` },
    ports,
  );
  return { exitCode, ports, journal: ports.journal };
}

/** The shards of `files`, each of a job of its own, then the merge in a job without data. */
async function mergeJobs(files: Readonly<Record<string, string>>, count: number) {
  const shards = [];
  for (let index = 1; index <= count; index++) {
    shards.push(await job({ files, inputs: { shard: `${index}/${count}` } }));
  }
  const artifacts = new Map(shards.flatMap(({ journal }) => [...journal.artifacts]));
  return { shards, merged: await job({ artifacts, inputs: { 'merge-shards': `${count}` } }) };
}

const read = (ports: MemoryPorts, path: string) => ports.files.readText(`.mlops/${path}`);
const errorsOf = (ports: MemoryPorts) =>
  ports.journal.annotations.filter(({ level }) => level === 'error');

test('the example holds the penguins of the other one, each once', () => {
  const rowsOf = (text: string) => text.trimEnd().split('\n').slice(1);
  const penguins = rowsOf(readFileSync('examples/penguins/data/penguins.csv', 'utf8'));
  expect(Object.values(DATA).flatMap(rowsOf).sort()).toEqual(penguins.sort());
});

describe('jobs that share a data set', () => {
  test('give what one job gives', async () => {
    const whole = await job({ files: DATA });
    const { shards, merged } = await mergeJobs(DATA, 2);
    expect(shards.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(await read(whole.ports, 'statistics.json')).toContain('"slices"');
    expect(merged.exitCode).toBe(whole.exitCode);
    for (const path of ['statistics.json', 'anomalies.json', 'schema.json', 'report.html']) {
      expect(await read(merged.ports, path)).toBe(await read(whole.ports, path));
    }
    const record = async ({ ports }: typeof whole) => JSON.parse(await read(ports, 'run.json'));
    expect(await record(merged)).toEqual(await record(whole));
    expect(merged.journal.outputs).toEqual(whole.journal.outputs);
    expect(merged.journal.summary).toEqual(whole.journal.summary);
  });

  test('leave one file each, which travels alone, and the merge hands none of them on', async () => {
    const { shards, merged } = await mergeJobs(DATA, 2);
    expect(shards.map(({ ports }) => [...ports.files.under('.mlops').keys()])).toEqual([
      ['shards/1-of-2.json'],
      ['shards/2-of-2.json'],
    ]);
    expect(
      [...merged.journal.artifacts].map(([name, kept]) => [name, [...kept.keys()].sort()]),
    ).toEqual([
      ['chain-shard-1-of-2', ['shards/1-of-2.json']],
      ['chain-shard-2-of-2', ['shards/2-of-2.json']],
      ['chain', ['anomalies.json', 'report.html', 'run.json', 'schema.json', 'statistics.json']],
    ]);
  });

  test('a shard says what its rows show, at their line, and leaves the rest to the merge', async () => {
    const broken = {
      ...DATA,
      // A repeated row_id in another file, an island that is not known, a species that is gone.
      'data/torgersen.csv': DATA['data/torgersen.csv']
        .replace('1,Adelie,Torgersen,39.1', '21,Adelie,Atlantis,39.1')
        .replace('2,Adelie,', '2,,'),
    };
    const { shards, merged } = await mergeJobs(broken, 2);
    const whole = await job({ files: broken });
    expect(shards.map(({ exitCode }) => exitCode)).toEqual([0, 1]);
    const places = (ports: MemoryPorts) =>
      errorsOf(ports).map(({ title, file, line }) => [title, file, line]);
    expect(places(shards[1]?.ports ?? whole.ports)).toEqual([
      ['species: Examples without label', 'data/torgersen.csv', 3],
      ['island: Unexpected values', 'data/torgersen.csv', 2],
      ['validate-data: fail', undefined, undefined],
    ]);
    expect(shards[1]?.journal.outputs).toEqual({
      verdict: 'fail',
      report: '',
      examples: '176',
      columns: '8',
      errors: '2',
      warnings: '0',
      schema: '',
    });
    expect(shards[1]?.journal.summary.join('')).toMatch(
      /^## ❌ penguin&#45;species, shard 2 of 2: rows are at fault\n\n\*\*176 examples in 2 files, 2 anomalies\.\*\*/,
    );
    expect(merged.exitCode).toBe(1);
    expect(places(merged.ports)).toEqual(places(whole.ports));
    expect(places(merged.ports)).toContainEqual([
      'row_id: Repeated values',
      'data/torgersen.csv',
      2,
    ]);
  });

  test('strangers that a domain may have are no fault of a shard', async () => {
    const schema = JSON.parse(SCHEMA) as { 'x-columns': Record<string, object> };
    schema['x-columns'].island = { 'min-domain-mass': 0.5 };
    const files = {
      ...DATA,
      'data/schema.json': JSON.stringify(schema),
      'data/torgersen.csv': DATA['data/torgersen.csv'].replaceAll(',Torgersen,', ',Atlantis,'),
    };
    const { exitCode } = await job({ files, inputs: { shard: '3/3' } });
    expect(exitCode).toBe(0);
  });

  test('the schema that the merge proposes is written where that is asked for', async () => {
    const files = { ...DATA };
    const { merged } = await mergeJobs(files, 3);
    const { ports } = await job({
      artifacts: merged.journal.artifacts,
      inputs: { 'merge-shards': '3', 'update-schema': 'write' },
    });
    expect(await ports.files.readText('data/schema.json')).toBe(SCHEMA);
  });
});

describe('is refused with what to do', () => {
  test.each([
    [
      { shard: '1/2', 'merge-shards': '2' },
      'Input "merge-shards" is given together with shard. Examine shards in some jobs',
    ],
    [{ shard: '3/2' }, 'Input "shard" is "3/2"'],
    [
      { 'merge-shards': '300' },
      'Input "merge-shards" is "300". Write a whole number from 1 to 256',
    ],
  ])('%j', async (inputs, says) => {
    const { exitCode, ports } = await job({ files: DATA, inputs });
    expect(exitCode).toBe(2);
    expect(errorsOf(ports).map(({ message }) => message.toLowerCase())).toEqual([
      expect.stringContaining(says.toLowerCase()),
    ]);
  });

  test('a shard that left nothing', async () => {
    const first = await job({ files: DATA, inputs: { shard: '1/2' } });
    const { exitCode, ports } = await job({
      artifacts: first.journal.artifacts,
      inputs: { 'merge-shards': '2' },
    });
    expect(exitCode).toBe(2);
    expect(errorsOf(ports)[0]?.message).toContain('Shard 2 of 2 is missing');
    expect(ports.journal.log.map(({ text }) => text)).toContain(
      'No artifact "chain-shard-2-of-2" in this run yet',
    );
  });

  test('a schema that is not the one of the shards', async () => {
    const shards = await mergeJobs(DATA, 2);
    const { exitCode, ports } = await job({
      files: { 'data/schema.json': SCHEMA.replace('"Adelie", ', '').replace('"Adelie",', '') },
      artifacts: shards.merged.journal.artifacts,
      inputs: { 'merge-shards': '2' },
    });
    expect(exitCode).toBe(2);
    expect(errorsOf(ports)[0]?.message).toContain(
      'Shard 1 of 2 was checked against data/schema.json',
    );
  });
});
