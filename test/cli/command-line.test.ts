import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { initialize } from '../../cli/init.ts';
import { loadConfiguration } from '../../shared/config/index.ts';
import { readTable } from '../../shared/data/index.ts';
import { chooseColumns } from '../../shared/features/index.ts';
import { FileSystem } from '../../shared/platform/index.ts';
import { makeWorkspace, spawnNode } from '../support/run-bundle.ts';

const program = resolve('cli/mlops.mjs');
const scenario = 'test/bundles/scenarios/whole-chain/workspace';

function mlops(cwd: string, ...words: string[]) {
  return spawnNode(process.execPath, [program, ...words], cwd, {
    PATH: process.env.PATH ?? '',
    MLOPS_CACHE_DIRECTORY: join(cwd, '.cache'),
  });
}

describe('mlops', () => {
  test('without a command shows what there is', async () => {
    const { exitCode, stdout } = await mlops('.');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('mlops init <data file>');
    expect(stdout).toContain('validate-data, train-model, evaluate-gate');
  });

  test('suggests the command that was meant', async () => {
    const { exitCode, stderr } = await mlops('.', 'trian-model');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'There is no command "trian-model". Did you mean "train-model"?\n',
    });
  });

  test('refuses an input that the action does not have', async () => {
    const { exitCode, stdout } = await mlops(scenario, 'train-model', '--sed', '3');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('--sed is not known. Did you mean --seed?');
  });

  test('runs one action with the inputs that it has in a workflow', async () => {
    await using workspace = await makeWorkspace(scenario);
    const { exitCode, stdout } = await mlops(workspace.path, 'train-model', '--epochs', '2');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/✔ train-model {5}mlp 32·16, 2 of 2 epochs/),
    });
    const record = JSON.parse(readFileSync(join(workspace.path, '.mlops/run.json'), 'utf8'));
    expect(record.training.epochs).toBe(2);
  });

  test('exit code 1 is a verdict', async () => {
    await using workspace = await makeWorkspace('test/bundles/scenarios/gate-fails/workspace');
    expect((await mlops(workspace.path, 'train-model')).exitCode).toBe(0);
    const { exitCode, stdout } = await mlops(workspace.path, 'evaluate-gate');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('✖ evaluate-gate');
  });
});

describe('mlops pipeline', () => {
  test('runs the chain, shows a table, and takes the model from the cache the second time', async () => {
    await using workspace = await makeWorkspace(scenario);
    const config = join(workspace.path, 'mlops.yml');
    await writeFile(config, readFileSync(config, 'utf8').replace('cache: false', 'cache: true'));
    const first = await mlops(workspace.path, 'pipeline');
    expect({ ...first, stdout: '' }).toEqual({ exitCode: 0, stderr: '', stdout: '' });
    expect(first.stdout).toMatch(/report-drift +pass/);
    expect(first.stdout).toContain('report  .mlops/report.html');
    const bytes = readFileSync(join(workspace.path, '.mlops/model/weights.bin'));
    const second = await mlops(workspace.path, 'pipeline');
    expect(second.exitCode).toBe(0);
    expect(second.stdout).toContain('from cache');
    expect(readFileSync(join(workspace.path, '.mlops/model/weights.bin'))).toEqual(bytes);
  }, 90_000);

  test('goes on to its verdict when nobody reads any more', async () => {
    await using workspace = await makeWorkspace(scenario);
    const child = spawn(process.execPath, [program, 'pipeline'], {
      cwd: workspace.path,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((done) => child.once('close', done));
    expect({ exitCode, stderr: Buffer.concat(errors).toString() }).toEqual({
      exitCode: 0,
      stderr: '',
    });
    expect(existsSync(join(workspace.path, 'models/flowers/current.json'))).toBe(true);
  }, 60_000);

  test('stops at the step that fails', async () => {
    await using workspace = await makeWorkspace('test/bundles/scenarios/gate-fails/workspace');
    const { exitCode, stdout } = await mlops(workspace.path, 'pipeline');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Stopped at evaluate-gate');
    expect(stdout).not.toContain('export-tflite');
  }, 60_000);
});

describe('mlops init', () => {
  test('writes a configuration and a workflow that work as they are', async () => {
    await using workspace = await makeWorkspace();
    await mkdir(join(workspace.path, 'data'));
    await cp(join(scenario, 'data/flowers.csv'), join(workspace.path, 'data/flowers.csv'));
    const { exitCode, stdout } = await mlops(workspace.path, 'init', 'data/flowers.csv');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('predicts "kind" (change "label:" if it is another column)'),
    });
    const written = readFileSync(join(workspace.path, 'mlops.yml'), 'utf8');
    expect(written).toContain('task: binary-classification');
    expect(written).toContain('ignore: [id]');
    expect(readFileSync(join(workspace.path, '.github/workflows/model.yml'), 'utf8')).toContain(
      'OWNER/mlops-actions/actions/train-model@v1',
    );
    const run = await mlops(workspace.path, 'pipeline');
    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('Done in'),
    });
  }, 60_000);

  test('ignores what validate-data would call identifiers', async () => {
    await using workspace = await makeWorkspace();
    const rows = Array.from(
      { length: 150 },
      (_, index) => `A-${(index * 37) % 151},${index % 7},${index % 3}`,
    );
    await writeFile(join(workspace.path, 'flats.csv'), `flat,rooms,floor\n${rows.join('\n')}\n`);
    await initialize(['flats.csv'], workspace.path, new PassThrough());
    const written = readFileSync(join(workspace.path, 'mlops.yml'), 'utf8');
    expect(written).toContain('ignore: [flat]');
  });

  test('proposes features for dates, many values and long tails, each with its reason', async () => {
    await using workspace = await makeWorkspace();
    const rows = Array.from({ length: 600 }, (_, row) =>
      [
        new Date(Date.UTC(2024, 0, 1) + 7_200_000 * ((row * 37) % 600)).toISOString(),
        `town ${(row * 7) % 150}`,
        Math.round(Math.exp((row * 61) % 10)),
        (row * 13) % 50,
        row % 40 === 0 ? 1 : 0,
        `note ${row}: ${(row * 77) % 601} rooms`,
        `a sunny flat with ${(row * 77) % 601} rooms and ${row} doors`,
        row % 3 === 0 ? 'yes' : 'no',
      ].join(','),
    );
    const header = 'sold at,town,price,rooms,pool,note,advert,label';
    await writeFile(join(workspace.path, 'flats.csv'), `${[header, ...rows].join('\n')}\n`);
    await initialize(['flats.csv'], workspace.path, new PassThrough());
    const written = readFileSync(join(workspace.path, 'mlops.yml'), 'utf8');
    // SciPy 1.17.1: scipy.stats.skew(price) and scipy.stats.skew(numpy.log1p(price)).
    expect(written).toContain(
      [
        'features:',
        '  "sold at": date # dates: parts that come again, such as the day of the week',
        '  town: hashing # 150 different values',
        '  price: log # a long tail: skewness 2.1, 0.1 after ln(1 + value)',
        '  advert: text # its words; tokens and training.architecture kind: text read them in their order',
        '',
      ].join('\n'),
    );
    const { features } = await loadConfiguration(new FileSystem(workspace.path), {
      file: 'mlops.yml',
      given: true,
      overrides: [],
    });
    expect(features.map(({ kind }) => kind)).toEqual(['date', 'hashing', 'log', 'text']);
  });

  test('leaves columns of lists to validate-data, and what it writes can be trained from', async () => {
    await using workspace = await makeWorkspace();
    const rows = Array.from({ length: 300 }, (_, row) =>
      JSON.stringify({ rooms: row % 7, tags: ['a', `b${row % 5}`], kind: row % 7 > 3 ? 'y' : 'n' }),
    );
    await writeFile(join(workspace.path, 'flats.jsonl'), rows.join('\n'));
    const output = new PassThrough();
    await initialize(['flats.jsonl'], workspace.path, output);
    expect(String(output.read())).toContain(
      'ignores "tags": lists can be validated and not learned from',
    );
    const files = new FileSystem(workspace.path);
    const { data } = await loadConfiguration(files, {
      file: 'mlops.yml',
      given: true,
      overrides: [],
    });
    expect(data).toMatchObject({ label: 'kind', ignore: ['tags'] });
    const { table, listColumns } = await readTable(files, data);
    expect(table.rowCount).toBe(300);
    expect(listColumns).toEqual(['tags']);
    const learned = chooseColumns(table, { label: data.label, ignore: data.ignore });
    expect(learned.map(({ name }) => name)).toEqual(['rooms']);
    await expect(readTable(files, { ...data, ignore: [] })).rejects.toThrow(
      'flats.jsonl:1: The column "tags" holds lists of values',
    );
  });

  test('reads a Parquet file with columns of lists', async () => {
    await using workspace = await makeWorkspace();
    const golden = 'test/sources/golden/pyarrow-snappy.parquet';
    await cp(golden, join(workspace.path, 'data.parquet'));
    await initialize(['data.parquet', '--label', 'bool'], workspace.path, new PassThrough());
    const written = readFileSync(join(workspace.path, 'mlops.yml'), 'utf8');
    expect(written).toMatch(/ignore: \[.*list, words.*\]/);
  });

  test.each([
    [['--label', 'tags'], 'The column "tags" holds lists of values'],
    [[], 'Every column holds lists of values'],
  ])('predicts no list: %j', async (words, message) => {
    await using workspace = await makeWorkspace();
    await writeFile(join(workspace.path, 'tags.jsonl'), '{"tags":[1,2]}\n{"tags":[3]}\n');
    const initializing = initialize(['tags.jsonl', ...words], workspace.path, new PassThrough());
    await expect(initializing).rejects.toThrow(message);
  });

  test('predicts no column of dates, though it stands last', async () => {
    await using workspace = await makeWorkspace();
    const rows = Array.from(
      { length: 150 },
      (_, day) => `${day % 7},${new Date(86_400_000 * day).toISOString().slice(0, 10)}`,
    );
    await writeFile(join(workspace.path, 'flats.csv'), `rooms,listed\n${rows.join('\n')}\n`);
    const { stdout } = await mlops(workspace.path, 'init', 'flats.csv');
    expect(stdout).toContain('predicts "rooms"');
  });

  test('changes no file that is there', async () => {
    await using workspace = await makeWorkspace(scenario);
    const before = readFileSync(join(workspace.path, 'mlops.yml'), 'utf8');
    const { exitCode, stderr } = await mlops(workspace.path, 'init', 'data/flowers.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('mlops.yml is there already. Move it away first');
    expect(readFileSync(join(workspace.path, 'mlops.yml'), 'utf8')).toBe(before);
    expect(readdirSync(workspace.path)).not.toContain('.github');
  });

  test.each([
    [['init'], 'init needs one data file'],
    [['init', 'nowhere.csv'], 'nowhere.csv'],
    [['init', 'data/flowers.csv', '--label', 'knd'], 'Did you mean "kind"?'],
  ])('%j is told what is wrong', async (words, message) => {
    await using workspace = await makeWorkspace();
    await cp(join(scenario, 'data'), join(workspace.path, 'data'), { recursive: true });
    const { exitCode, stderr } = await mlops(workspace.path, ...words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) });
  });
});
