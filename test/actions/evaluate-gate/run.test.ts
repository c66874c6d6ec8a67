import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parquetReadObjects } from 'hyparquet';
import { action } from '../../../actions/evaluate-gate/main.ts';
import { InputReader } from '../../../shared/action/index.ts';
import { parseRunRecord, prettyJson } from '../../../shared/lineage/index.ts';
import {
  annotationsOf,
  type Changes,
  change,
  evaluateFiles,
  GATES,
  INPUTS,
  modelAt,
  PULL_REQUEST,
  refuse,
} from './evaluating.ts';
import { CONFIGURATION, type Files, makeRows, trainInto } from './trained-model.ts';

/** `mlops.yml`, `data.csv` and what train-model left. */
let trained: Files;
let regression: Files;

beforeAll(async () => {
  const files = { 'mlops.yml': CONFIGURATION + GATES, 'data.csv': makeRows() };
  trained = { ...files, ...(await trainInto(files)) };
  const numbers = {
    'mlops.yml': CONFIGURATION.replace('label: label', 'label: y').replace(
      ', region]',
      ', region, label]',
    ),
    'data.csv': makeRows(),
  };
  regression = { ...numbers, ...(await trainInto(numbers)) };
});

const withFiles = (changes: Changes) => change(trained, changes);

describe('run', () => {
  test('measures, judges, and says so everywhere', async () => {
    const { ports, result, outputs, content, report } = await evaluateFiles(trained, PULL_REQUEST);
    const schema = readFileSync(
      new URL('../../../schemas/evaluation.schema.json', import.meta.url),
      'utf8',
    );
    const validate = new Ajv2020().compile(JSON.parse(schema) as object);
    validate(report);
    expect(validate.errors).toBeNull();
    expect(result).toMatchObject({ verdict: 'pass', outcome: 'pass', outputDirectory: '.mlops' });
    expect(result.headline).toMatch(/^accuracy 0\.\d{3} \(0\.\d{3} … 0\.\d{3}\), 2 of 2 gates$/);
    expect(result.files.map(({ path }) => path)).toEqual([
      'evaluation.json',
      'predictions.parquet',
      'comment.md',
    ]);
    expect(outputs).toEqual({
      'mlflow-run': '',
      outcome: 'pass',
      reason: 'All 2 gates passed',
      metrics: expect.stringMatching(/^\{"accuracy":0\.\d+,/),
      comment: 'https://github.example/comment/1',
    });
    expect(result.summary).toContain('clouds: passes its gates');
    expect(ports.journal.published).toEqual([
      {
        kind: 'comment',
        item: {
          pullRequest: 5,
          marker: '<!-- mlops-actions: clouds clouds -->',
          body: result.summary,
        },
      },
    ]);
    expect(content('comment.md')).toBe(
      `<!-- mlops-actions: clouds clouds -->\n${result.summary}\n`,
    );
    expect(annotationsOf(ports)).toEqual([]);

    const rows = await parquetReadObjects({
      file: (content('predictions.parquet') as Uint8Array).buffer as ArrayBuffer,
    });
    expect(rows).toHaveLength(report.examples);
    const hits = rows.filter((row) => row.actual === row.predicted).length;
    expect(hits / rows.length).toBe(report.metrics[0]?.value);
  });

  test('extends the run record by what deploy-model asks for', async () => {
    const { result, report } = await evaluateFiles(trained);
    const previous = parseRunRecord(String(trained['.mlops/run.json']), 'run.json');
    const record = result.record(previous);
    expect(parseRunRecord(prettyJson(record), 'run.json').evaluation).toEqual({
      verdict: 'pass',
      outcome: 'pass',
      reason: report.reason,
      modelDigest: previous.training?.modelDigest,
      gatesDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      examples: report.examples,
      metrics: Object.fromEntries(report.metrics.map(({ metric, value }) => [metric, value])),
    });
    expect(record.training).toEqual(previous.training);
  });

  test('writes the same bytes again', async () => {
    const first = await evaluateFiles(trained);
    const second = await evaluateFiles(trained);
    expect(second.result.files).toEqual(first.result.files);
  });

  test('a gate that fails is a verdict, and an annotation at its line', async () => {
    const strict = `${CONFIGURATION}evaluation:\n  gates:\n    - { metric: accuracy, at-least: 0.999 }\n`;
    const { ports, result } = await evaluateFiles(withFiles({ 'mlops.yml': strict }), PULL_REQUEST);
    expect(result).toMatchObject({ verdict: 'fail', outcome: 'fail' });
    expect(result.files).toHaveLength(3);
    expect(ports.journal.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        file: 'mlops.yml',
        line: strict.split('\n').length - 1,
      }),
    ]);
    expect(ports.journal.published).toHaveLength(1);
  });

  test('no gates: what the configuration says', async () => {
    const files = withFiles({ 'mlops.yml': CONFIGURATION });
    expect((await evaluateFiles(files)).result).toMatchObject({
      verdict: 'no-thresholds',
      outcome: 'warn',
    });
    const { result } = await evaluateFiles(
      files,
      {},
      {
        ...INPUTS,
        configuration: {
          ...INPUTS.configuration,
          overrides: [
            { input: 'on-no-thresholds', field: ['evaluation', 'on-no-thresholds'], value: 'fail' },
          ],
        },
      },
    );
    expect(result).toMatchObject({ verdict: 'no-thresholds', outcome: 'fail' });
  });

  test('an evaluation split without rows fails', async () => {
    const configuration = CONFIGURATION.replace(
      'validation: 0.1, evaluation: 0.4',
      'validation: 0.499999, evaluation: 0.000001',
    );
    const { result } = await evaluateFiles({
      ...modelAt('.mlops/model', trained),
      'mlops.yml': configuration + GATES,
      'data.csv': makeRows(),
    });
    expect(result).toMatchObject({ verdict: 'fail', outcome: 'fail' });
    expect(result.outputs.reason).toContain('there are no examples');
  });

  test('a regression is measured in the units of its label, exactly', async () => {
    const { report, result } = await evaluateFiles(regression);
    expect(report.metrics.map(({ metric }) => metric)).toEqual(['rmse', 'mae', 'r2']);
    expect(report.scatter?.every(({ actual }) => actual === Number(actual.toFixed(4)))).toBe(true);
    expect(result.headline).toMatch(/^RMSE 0\.\d+ \(.*\), no gates$/);
  });

  test('a class that the model does not know is a miss, and a warning', async () => {
    const lines = String(trained['data.csv']).trimEnd().split('\n');
    const data = lines.map((line, index) =>
      index % 4 === 1 ? line.replace(/[^,]+$/, 'maybe') : line,
    );
    const { ports, report } = await evaluateFiles(
      withFiles({ 'data.csv': `${data.join('\n')}\n` }),
    );
    expect(report.confusion?.classes).toEqual(['no', 'yes', 'maybe']);
    const [, , maybe] = report.confusion?.counts ?? [];
    expect(maybe?.[2]).toBe(0);
    expect(maybe?.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(annotationsOf(ports).slice(0, 2)).toEqual([
      'warning: The data has changed since the training',
      'warning: The model does not know every class',
    ]);
  });
});

describe('what was trained is what is evaluated', () => {
  test('another model than the record tells of is refused', async () => {
    const changed = String(trained['.mlops/model/transform.json']).replace('"mean": ', '"mean": 1');
    const message = await refuse(withFiles({ '.mlops/model/transform.json': changed }));
    expect(message).toContain('is not the one that .mlops/run.json tells of');
  });

  test('another split is refused, also when rows were added', async () => {
    const configuration = String(trained['mlops.yml']).replace(
      'train: 0.5, validation: 0.1, evaluation: 0.4',
      'train: 0.1, validation: 0.1, evaluation: 0.8',
    );
    const rows = String(trained['data.csv']).trimEnd().split('\n');
    const longer = `${[...rows, rows.at(-1)].join('\n')}\n`;
    expect(await refuse(withFiles({ 'mlops.yml': configuration, 'data.csv': longer }))).toContain(
      'the model would be judged on rows that it was trained on',
    );
  });

  test('another split of the same data is refused', async () => {
    const configuration = String(trained['mlops.yml']).replace(
      'train: 0.5, validation: 0.1, evaluation: 0.4',
      'train: 0.3, validation: 0.1, evaluation: 0.6',
    );
    expect(await refuse(withFiles({ 'mlops.yml': configuration }))).toContain(
      'data.split has changed since the training',
    );
  });

  test('another label and another task are refused', async () => {
    const label = String(trained['mlops.yml']).replace('label: label', 'label: y');
    expect(await refuse(withFiles({ 'mlops.yml': label }))).toContain(
      'The model predicts "label", the configuration names "y"',
    );
    const task = `task: multiclass-classification\n${String(trained['mlops.yml'])}`;
    expect(await refuse(withFiles({ 'mlops.yml': task }))).toContain(
      'The model was trained for binary-classification',
    );
  });

  test('added rows are a warning', async () => {
    const data = `${makeRows()}9999,1.1,0.5,north,yes\n`;
    const { ports, result } = await evaluateFiles(withFiles({ 'data.csv': data }));
    expect(annotationsOf(ports)).toEqual(['warning: The data has changed since the training']);
    expect(result.verdict).toBe('pass');
  });

  test('added rows are refused where they move others', async () => {
    const configuration = CONFIGURATION.replace('split: {', 'split: { by: stratified,');
    const given = { 'mlops.yml': configuration, 'data.csv': makeRows() };
    const files = { ...given, ...(await trainInto(given)) };
    const { result } = await evaluateFiles(files);
    expect(result.verdict).toBe('no-thresholds');
    const data = `${makeRows()}9999,1.1,0.5,north,yes\n`;
    expect(await refuse({ ...files, 'data.csv': data })).toContain(
      'a stratified split moves rows when others are added',
    );
  });

  test.each([
    ['no model', { '.mlops/model/model.json': undefined }, 'model.json is missing'],
    [
      'a model cut short',
      { '.mlops/run.json': undefined, '.mlops/model/weights.bin': new Uint8Array(3) },
      'weights.bin',
    ],
    ['a damaged record', { '.mlops/run.json': '{' }, '.mlops/run.json is not a run record'],
    ['no data', { 'data.csv': undefined }, 'data.csv'],
    [
      'a label that is not there',
      { 'data.csv': makeRows().replace('label', 'lable') },
      'There is no label column "label"',
    ],
    [
      'a slice that is not there',
      { 'mlops.yml': `${CONFIGURATION}evaluation:\n  slices: [[regoin]]\n` },
      'Did you mean "region"?',
    ],
    [
      'a metric of another task',
      {
        'mlops.yml': `${CONFIGURATION}evaluation:\n  gates:\n    - { metric: rmse, at-most: 1 }\n`,
      },
      'RMSE is no metric of binary-classification',
    ],
    [
      'a label with many new classes',
      { 'data.csv': makeRows().replace(/^(\d+)(.*),(yes|no)$/gm, '$1$2,new $1') },
      'more than 20 classes that the model does not know',
    ],
  ])('%s is refused', async (_, changes, message) => {
    expect(await refuse(withFiles(changes))).toContain(message);
  });
});

describe('parseInputs', () => {
  const parse = (values: Record<string, string>) => {
    const reader = new InputReader({
      read: (name) => values[name],
      given: Object.keys(values),
      describe: (name) => `input "${name}"`,
    });
    const inputs = action.parseInputs(reader);
    reader.finish();
    return inputs;
  };

  test('has defaults', () => {
    expect(parse({})).toEqual({
      comment: true,
      configuration: { file: 'mlops.yml', given: false, overrides: [] },
    });
  });

  test('takes every input of action.yml', () => {
    const yaml = readFileSync(
      new URL('../../../actions/evaluate-gate/action.yml', import.meta.url),
      'utf8',
    );
    const names = [...(yaml.split('outputs:')[0] ?? '').matchAll(/^ {2}([a-z-]+):$/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(names).toHaveLength(12);
    const special: Record<string, string> = { comment: 'true', 'comment-of-run': '7' };
    const values = Object.fromEntries(names.map((name) => [name, special[name] ?? 'x']));
    expect(parse(values)).toMatchObject({
      comment: true,
      commentLabel: 'x',
      commentOf: { run: 7, artifact: 'x' },
    });
  });

  test('refuses what it does not know', () => {
    expect(() => parse({ comment: 'yes' })).toThrow(
      /input "comment" is "yes"\. write true or false/i,
    );
    expect(() => parse({ 'comment-lable': 'x' })).toThrow(/did you mean input "comment-label"/i);
  });
});
