import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { run } from '../../../actions/export-tflite/run.ts';
import type { ActionResult } from '../../../shared/action/index.ts';
import type { ConfigurationOverride } from '../../../shared/config/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import type { MemoryPorts } from '../../../shared/platform/index.ts';
import { readZip } from '../../../shared/platform/zip-archive.ts';
import { type ExportReport, listContent } from '../../../shared/tflite/index.ts';
import { LABELS, makeCsv, REQUEST, trainedPorts } from './trained-model.ts';

const SCHEMA = JSON.parse(readFileSync('schemas/export.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(SCHEMA);

function reportOf(result: ActionResult): ExportReport {
  const file = result.files.find(({ path }) => path === 'export.json');
  return JSON.parse(String(file?.content)) as ExportReport;
}

function withOverrides(...overrides: ConfigurationOverride[]) {
  return { configuration: { ...REQUEST, overrides } };
}

async function refusal(ports: MemoryPorts, inputs = withOverrides()): Promise<string> {
  const before = [...ports.files.content.keys()];
  try {
    await run(inputs, ports);
  } catch (error) {
    if (!isUserError(error)) throw error;
    expect([...ports.files.content.keys()]).toEqual(before);
    return error.message;
  }
  throw new Error('nothing was refused');
}

function put(ports: MemoryPorts, csv: string): void {
  ports.files.content.set('data.csv', new TextEncoder().encode(csv));
}

/** The same files again, so that a test can break one. */
function copyOf(ports: MemoryPorts): MemoryPorts {
  const content = new Map(ports.files.content);
  const files = Object.assign(Object.create(Object.getPrototypeOf(ports.files)), ports.files, {
    content,
  });
  return { ...ports, files };
}

describe.each([
  ['multiclass-classification', LABELS.multiclass],
  ['binary-classification', LABELS.binary],
  ['regression', LABELS.regression],
] as const)('%s', (task, label) => {
  let ports: MemoryPorts;
  let result: ActionResult;
  beforeAll(async () => {
    ports = await trainedPorts(makeCsv(label), { task });
    result = await run(withOverrides(), ports);
  });

  test('for microcontrollers: source of the files that TFLite Micro runs, named in the report', async () => {
    const field = ['export', 'microcontroller'];
    const made = await run(withOverrides({ field, value: 'true', input: 'test' }), ports);
    expect(made.verdict).toBe('pass');
    expect(made.files.map(({ path }) => path)).toEqual([
      'export/model.tflite',
      'export/model.h',
      'export/model.cc',
      'export/model-dynamic-range.tflite',
      'export/model-int8.tflite',
      'export/model-int8.h',
      'export/model-int8.cc',
      'export.json',
    ]);
    const report = reportOf(made);
    expect(validate(report)).toBe(true);
    const [float32, dynamic, int8] = report.variants;
    expect(dynamic?.micro).toBeUndefined();
    expect([float32, int8].map((variant) => variant?.micro?.header.path)).toEqual([
      'export/model.h',
      'export/model-int8.h',
    ]);
    expect(float32?.minRuntimeVersion).toBe('2.2.0');
    expect(reportOf(result).variants[0]?.minRuntimeVersion).toBe('1.14.0');
  });

  test('three files that answer like the model', () => {
    expect(result.verdict).toBe('pass');
    expect(result.files.map(({ path }) => path)).toEqual([
      'export/model.tflite',
      'export/model-dynamic-range.tflite',
      'export/model-int8.tflite',
      'export.json',
    ]);
    const [float32, dynamic, int8] = reportOf(result).variants;
    // A regression answers in units of a label with a deviation of about 1,700.
    const unit = task === 'regression' ? 1700 : 1;
    expect((float32?.maxDifference ?? 1) / unit).toBeLessThan(1e-6);
    expect(float32?.agreement).toBe(1);
    expect((dynamic?.maxDifference ?? 1) / unit).toBeLessThan(0.05);
    expect((int8?.maxDifference ?? 1) / unit).toBeLessThan(0.1);
    expect(int8?.maxDifference).toBeGreaterThan(float32?.maxDifference ?? 1);
  });

  test('the files hold the classes and values as TFLite metadata has them, those for microcontrollers none', async () => {
    const names = task === 'regression' ? [] : ['labels.txt'];
    const lists = reportOf(result).variants.map(({ associatedFiles }) => associatedFiles);
    expect(lists).toEqual(Array(3).fill(['group_values.txt', ...names]));
    const bytes = result.files.find(({ path }) => path === 'export/model.tflite')?.content;
    const wanted = [{ path: 'group_values.txt', mostBytes: 1000 }];
    const values = await readZip(bytes as Uint8Array, wanted);
    expect(new TextDecoder().decode(values.get('group_values.txt'))).toBe(
      '<b>@west</b>\nnorth\nso`uth|',
    );
    expect(listContent(bytes as Uint8Array).metadata).toContain('TFLITE_METADATA');
    const field = ['export', 'microcontroller'];
    const made = await run(withOverrides({ field, value: 'true', input: 'test' }), ports);
    expect(reportOf(made).variants[0]?.associatedFiles).toBeUndefined();
  });

  test('the report has the schema that it promises', () => {
    validate(reportOf(result));
    expect(validate.errors).toBeNull();
  });

  test('files of integers: 8 bits from end to end, and 16 bits between the layers', async () => {
    const field = ['export', 'variants'];
    const made = await run(
      withOverrides({ field, value: 'int8-only, int16x8', input: 't' }),
      ports,
    );
    expect(made.verdict).toBe('pass');
    const report = reportOf(made);
    validate(report);
    expect(validate.errors).toBeNull();
    const [only, wide] = report.variants;
    expect([only?.file.path, wide?.file.path]).toEqual([
      'export/model-int8-only.tflite',
      'export/model-int16x8.tflite',
    ]);
    const { input, output } = only?.endpoints ?? {};
    const { features = [], shape = [] } = input ?? {};
    expect(features.map(({ feature }) => feature)).toEqual(['Size (cm)', 'year', 'group*']);
    expect(features.reduce((sum, { width }) => sum + width, 0)).toBe(shape[1]);
    expect(output?.offset === undefined).toBe(task !== 'regression');
    expect(wide?.endpoints).toBeUndefined();
    expect(only?.operators.join()).not.toContain('QUANTIZE');
    const unit = task === 'regression' ? 1700 : 1;
    expect((only?.maxDifference ?? 1) / unit).toBeLessThan(0.1);
    expect((wide?.maxDifference ?? 1) / unit).toBeLessThan(0.05);
    expect(wide?.agreement).toBeGreaterThan(0.95);
    expect(made.summary).toContain('takes the vector of the transform');
  });

  test('a second run gives the same bytes', async () => {
    expect((await run(withOverrides(), ports)).files).toEqual(result.files);
  });

  test('record, outputs and headline say the same', () => {
    const report = reportOf(result);
    const record = result.record({ version: 1, model: 'sizes', actions: {} });
    expect(record.exports).toEqual(
      report.variants.map(({ file, variant, agreement }) => ({
        ...file,
        variant,
        modelDigest: report.modelDigest,
        agreement,
      })),
    );
    expect(JSON.parse(String(result.outputs.files))[0]).toBe('.mlops/export/model.tflite');
    expect(result.outputs.agreement).toBe(Math.min(...report.variants.map((v) => v.agreement)));
    expect(result.headline).toMatch(
      /^float32 \d\.\d kB · dynamic-range \d\.\d kB · int8 \d\.\d kB, agreement 100 · [\d.]+ · [\d.]+ %$/,
    );
  });

  test('the summary shows hostile names as text', () => {
    expect(result.summary).toContain('Each file was executed in LiteRT');
    expect(result.summary).not.toContain('<b>');
    expect(result.summary).not.toContain('@west');
    expect(result.summary).toContain('    Size_cm=np.array([[np.nan]], np.float32),');
  });
});

describe('gates and inputs', () => {
  let ports: MemoryPorts;
  beforeAll(async () => {
    ports = await trainedPorts(makeCsv(LABELS.binary), { task: 'binary-classification' });
  });

  test('variants chooses the files', async () => {
    const result = await run(
      withOverrides({ input: '--variants', field: ['export', 'variants'], value: 'int8' }),
      ports,
    );
    expect(result.files.map(({ path }) => path)).toEqual([
      'export/model-int8.tflite',
      'export.json',
    ]);
  });

  test('a file that loses too much fails the step and is written for inspection', async () => {
    const result = await run(
      withOverrides({ input: '--may-drop', field: ['export', 'may-drop'], value: '{ rmse: 0 }' }),
      ports,
    );
    expect([result.verdict, result.outcome]).toEqual(['fail', 'fail']);
    expect(result.files).toHaveLength(4);
    expect(reportOf(result).variants.map(({ status }) => status)).toEqual(['fail', 'fail', 'fail']);
    expect(result.summary).toContain('3 of 3 TFLite files must not be used');
    expect(result.summary).toContain('rmse can&#39;t be computed');
  });

  const BY_GROUP: ConfigurationOverride = {
    input: '--slices',
    field: ['evaluation', 'slices'],
    value: "[['group*'], [year]]",
  };

  test('every file is compared by slice, with intervals, and the summary shows names as text', async () => {
    const result = await run(withOverrides(BY_GROUP), ports);
    expect(result.verdict).toBe('pass');
    const report = reportOf(result);
    validate(report);
    expect(validate.errors).toBeNull();
    expect(report.intervals).toContain('paired bootstrap');
    for (const { slices = [], metrics } of report.variants) {
      expect(slices.map(({ slice }) => slice)).toEqual([
        { 'group*': '<b>@west</b>' },
        { 'group*': 'north' },
        { 'group*': 'so`uth|' },
        { 'group*': '(missing)' },
        { year: '2007' },
        { year: '2008' },
        { year: '2009' },
      ]);
      const counts = slices.map(({ examples }) => examples);
      expect(counts.slice(0, 4).reduce((a, b) => a + b, 0)).toBe(report.examples);
      expect(counts.slice(4).reduce((a, b) => a + b, 0)).toBe(report.examples);
      expect(metrics.every(({ changeInterval }) => changeInterval !== undefined)).toBe(true);
    }
    expect(report.variants[0]?.slices?.every(({ status }) => status === 'pass')).toBe(true);
    expect(result.summary).toContain('How the metrics change');
    expect(result.summary).toMatch(/Slices: (21 comparisons, none|\d of 21 comparisons) worse/);
    expect(result.summary).not.toContain('<b>@west');
  });

  test('a slice by a column that the data lacks is refused with the nearest name', async () => {
    const message = await refusal(ports, withOverrides({ ...BY_GROUP, value: '[[yaer]]' }));
    expect(message).toContain('slice by column "yaer"');
    expect(message).toContain('Did you mean "year"?');
  });

  test('examples of a class that is new since the training are compared, too', async () => {
    const changed = copyOf(ports);
    put(
      changed,
      makeCsv((size, group) => (size > 14 ? 'maybe' : LABELS.binary(size, group))),
    );
    const result = await run(withOverrides(), changed);
    expect(result.verdict).toBe('pass');
    const accuracy = reportOf(result).variants[0]?.metrics.find((m) => m.metric === 'accuracy');
    expect(accuracy?.model).toBeLessThan(0.9);
    expect(accuracy?.file).toBe(accuracy?.model);
  });

  test('a model whose answers overflow is refused', async () => {
    const changed = copyOf(ports);
    const path = '.mlops/model/weights.bin';
    const { byteLength } = await changed.files.read(path);
    const weights = new Float32Array(byteLength / 4).fill(3e38);
    changed.files.content.set(path, new Uint8Array(weights.buffer));
    expect(await refusal(changed)).toMatch(/not finite/);
  });

  test('a value out of range is refused with the input that gave it', async () => {
    const message = await refusal(
      ports,
      withOverrides({
        input: 'input "min-agreement"',
        field: ['export', 'min-agreement'],
        value: '2',
      }),
    );
    expect(message).toContain('input "min-agreement"');
  });

  test.each<[string, (ports: MemoryPorts) => void, string]>([
    [
      'no model',
      (p) => p.files.content.delete('.mlops/model/model.json'),
      'There is no trained model in .mlops/model',
    ],
    [
      'no weights',
      (p) => p.files.content.delete('.mlops/model/weights.bin'),
      'weights.bin is missing',
    ],
    [
      'weights cut short',
      (p) => {
        const weights = p.files.content.get('.mlops/model/weights.bin') ?? new Uint8Array();
        p.files.content.set('.mlops/model/weights.bin', weights.subarray(0, 100));
      },
      'weights.bin has 100 bytes',
    ],
    [
      'an empty model.json',
      (p) => p.files.content.set('.mlops/model/model.json', new Uint8Array()),
      'is not JSON',
    ],
    ['no data', (p) => p.files.content.delete('data.csv'), 'data.csv'],
    [
      'data without a feature',
      (p) => put(p, makeCsv(LABELS.binary).replace(/^[^,]*,/gm, '')),
      'Size (cm)',
    ],
    [
      'data too small to split',
      (p) => put(p, 'Size (cm),year,group*,label\n11.5,2007,north,no\n'),
      'split empty',
    ],
  ])('%s is refused and nothing is written', async (_, change, expected) => {
    const broken = copyOf(ports);
    change(broken);
    expect(await refusal(broken)).toContain(expected);
  });
});

test.each([
  ['min-max', { kind: 'min-max', minimum: 2007, maximum: 2009 }],
  ['quantile-buckets', { kind: 'quantile-buckets', boundaries: [2008, 2009] }],
  ['{ kind: hashing, buckets: 5 }', { kind: 'hashing', buckets: 5, width: 6 }],
  [
    '{ kind: one-hot, vocabulary: { top: 2 } }',
    { kind: 'one-hot', width: 4, vocabulary: expect.arrayContaining([expect.any(String)]) },
  ],
])('log, clip and %s are computed by the files as by the model', async (year, feature) => {
  const ports = await trainedPorts(makeCsv(LABELS.binary), {
    task: 'binary-classification',
    settings: `features: { 'Size (cm)': { kind: log, clip: { quantiles: [0.05, 0.95] } }, year: ${year} }\n`,
  });
  const transform = JSON.parse(
    new TextDecoder().decode(ports.files.content.get('.mlops/model/transform.json')),
  );
  expect(transform.features).toMatchObject([
    { kind: 'log', clip: { low: expect.closeTo(10, 0), high: expect.closeTo(15, 0) } },
    feature,
    { kind: 'one-hot' },
  ]);
  const result = await run(withOverrides(), ports);
  expect(result.verdict).toBe('pass');
  const [float32] = reportOf(result).variants;
  // Three roundings of 6e-8 before the logarithm, divided by its deviation of about 0.12, times the slope of the model.
  expect(float32?.maxDifference).toBeLessThan(5e-6);
  expect(float32?.operators).toEqual(expect.arrayContaining(['LOG v1', 'MINIMUM v1']));
});

test('dates are fed as parts, and the files answer as the model', async () => {
  const csv = makeCsv(LABELS.binary)
    .split('\n')
    .map((line, row) => {
      if (line === '') return line;
      const time = new Date(Date.UTC(2020, 0, 1) + row * 40_000_000).toISOString();
      return `${row === 0 ? 'sold' : row % 9 === 0 ? '' : time},${line}`;
    })
    .join('\n');
  const ports = await trainedPorts(csv, {
    task: 'binary-classification',
    settings: 'features: { sold: { kind: date, trend: true } }\n',
  });
  const result = await run(withOverrides(), ports);
  expect(result.verdict).toBe('pass');
  const report = reportOf(result);
  expect(validate(report)).toBe(true);
  expect(report.inputs.slice(0, 5).map(({ name, part }) => [name, part])).toEqual([
    ['sold_hour_of_day', 'hour-of-day'],
    ['sold_day_of_week', 'day-of-week'],
    ['sold_day_of_month', 'day-of-month'],
    ['sold_day_of_year', 'day-of-year'],
    ['sold_trend', 'trend'],
  ]);
  expect(result.summary).toContain('hours since midnight in UTC');
  const [float32] = report.variants;
  expect(float32?.maxDifference).toBeLessThan(5e-6);
  expect(float32?.operators).toContain('SIN v1');
});

test('a cross is fed as its hash under its own name, and the files answer as the model', async () => {
  const ports = await trainedPorts(makeCsv(LABELS.binary), {
    task: 'binary-classification',
    settings:
      "features: { 'Size & group': { kind: cross, columns: [year, 'group*'], buckets: 20 } }\n",
  });
  const result = await run(withOverrides(), ports);
  expect(result.verdict).toBe('pass');
  const report = reportOf(result);
  expect(validate(report)).toBe(true);
  expect(report.inputs.at(-1)).toEqual({
    name: 'Size_group',
    column: 'Size & group',
    columns: ['year', 'group*'],
    type: 'int32',
    shape: [1, 1],
    missing: '20',
    buckets: 20,
  });
  expect(report.variants[0]?.maxDifference).toBeLessThan(1e-6);
});

test('a text is fed as its bag of words, and the files answer as the model', async () => {
  const csv = makeCsv(LABELS.binary)
    .split('\n')
    .map((line, row) => {
      if (line === '') return line;
      const words = `flat ${'abcdefg'[row % 7]}${row % 5}, sunny sunny`;
      return `${row === 0 ? 'note' : row % 11 === 0 ? '' : `"${words}"`},${line}`;
    })
    .join('\n');
  const ports = await trainedPorts(csv, {
    task: 'binary-classification',
    settings: 'features: { note: { kind: text, buckets: 30 } }\n',
  });
  const result = await run(withOverrides(), ports);
  expect(result.verdict).toBe('pass');
  const report = reportOf(result);
  expect(validate(report)).toBe(true);
  expect(report.inputs[0]).toMatchObject({ name: 'note', shape: [1, 31], buckets: 30 });
  expect(result.summary).toContain('note=np.eye(1, 31, 30, dtype=np.float32),');
  expect(report.variants[0]?.maxDifference).toBeLessThan(1e-6);
});
