import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parquetReadObjects } from 'hyparquet';
import { UserError } from '../../shared/errors/index.ts';
import { type EvaluationReport, encodePredictions } from '../../shared/evaluation/index.ts';
import {
  BASELINE,
  configure,
  EXAMPLES,
  GATES,
  makeClassPredictions,
  makeGate,
  makeNumberPredictions,
  makeReport,
  makeTable,
  ROWS,
} from './example.ts';

const validate = new Ajv2020().compile(
  JSON.parse(
    readFileSync(new URL('../../schemas/evaluation.schema.json', import.meta.url), 'utf8'),
  ) as object,
);

function expectValid(report: EvaluationReport): void {
  validate(JSON.parse(JSON.stringify(report)));
  expect(validate.errors).toBeNull();
}

const REGRESSION = {
  predictions: makeNumberPredictions(300),
  configuration: configure({
    gates: [makeGate({ kind: 'at-most', value: 500 }, { metric: 'rmse' })],
  }),
};

describe('evaluate', () => {
  test('fills a report that its schema accepts', () => {
    const report = makeReport({ baseline: BASELINE });
    expectValid(report);
    expect(report.examples).toBe(EXAMPLES);
    expect(report.confusion?.counts.flat().reduce((a, b) => a + b, 0)).toBe(EXAMPLES);
    expect(report.slices.reduce((sum, { examples }) => sum + examples, 0)).toBe(3 * EXAMPLES);
    expect(report.baseline?.metrics.map(({ metric }) => metric)).toEqual(
      report.metrics.map(({ metric }) => metric),
    );
    for (const { value, interval } of [...report.metrics, ...(report.baseline?.metrics ?? [])]) {
      expect(interval?.[0]).toBeLessThan(value ?? Number.NaN);
      expect(interval?.[1]).toBeGreaterThan(value ?? Number.NaN);
    }
  });

  test('a report without baseline, without gates, of a regression and of broken predictions is valid too', () => {
    const broken = makeClassPredictions(0.5, 'broken');
    broken.probabilities[5] = Number.NaN;
    const reports = [
      makeReport(),
      makeReport({ configuration: configure({ gates: [], slices: [] }) }),
      makeReport(REGRESSION),
      makeReport({ predictions: broken }),
    ];
    for (const report of reports) expectValid(report);
    expect(reports.map(({ verdict }) => verdict)).toEqual([
      'no-baseline',
      'no-thresholds',
      'pass',
      'fail',
    ]);
    expect(reports[2]?.scatter).toHaveLength(EXAMPLES);
    expect(reports[3]?.metrics.every(({ value }) => value === null)).toBe(true);
  });

  test('says the same again', () => {
    expect(makeReport({ baseline: BASELINE })).toEqual(makeReport({ baseline: BASELINE }));
  });

  test('another slice moves no interval', () => {
    const few = makeReport({ configuration: configure({ slices: [['island']] }) });
    const many = makeReport({
      configuration: configure({ slices: [['sex'], ['island', 'sex'], ['island']] }),
    });
    const island = ({ slices }: EvaluationReport) =>
      slices.filter(({ slice }) => Object.keys(slice).join() === 'island');
    expect(many.metrics).toEqual(few.metrics);
    expect(island(many)).toEqual(island(few));
  });

  test('slices that a gate names are measured once, whatever the order of their columns', () => {
    const report = makeReport({
      configuration: configure({
        slices: [['island', 'sex']],
        gates: [makeGate({ kind: 'at-least', value: 0 }, { slice: { sex: 'male', island: '*' } })],
      }),
    });
    expect(report.slices.map(({ slice }) => Object.keys(slice).join())).toEqual(
      Array(7).fill('island,sex'),
    );
    expect(report.gates).toHaveLength(4);
  });

  test('no example at all fails', () => {
    const nothing = {
      predictions: {
        ...makeClassPredictions(0.5, 'none'),
        actual: new Int32Array(),
        probabilities: new Float64Array(),
      },
      rows: new Int32Array(),
    };
    expect(makeReport(nothing)).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining('there are no examples'),
    });
    expect(
      makeReport({ ...nothing, configuration: configure({ gates: [], onNoThresholds: 'pass' }) }),
    ).toMatchObject({
      verdict: 'fail',
      outcome: 'fail',
    });
    expectValid(makeReport(nothing));
  });

  test('names every column and metric that does not fit at once', () => {
    const configuration = configure({
      slices: [['iland']],
      gates: [
        ...GATES,
        makeGate({ kind: 'at-least', value: 1 }, { slice: { sexx: '*' }, line: 20 }),
        makeGate({ kind: 'at-most', value: 1 }, { metric: 'rmse', line: 21 }),
      ],
    });
    let thrown: unknown;
    try {
      makeReport({ configuration });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UserError);
    expect((thrown as UserError).message).toBe(
      [
        'mlops.yml: The evaluation names a slice by column "iland", which the data does not have. Did you mean "island"?',
        'mlops.yml:20: The evaluation names a slice by column "sexx", which the data does not have. Did you mean "sex"?',
        'mlops.yml:21: RMSE is no metric of multiclass-classification, which this model was trained for. Use one of: accuracy, macro-f1, weighted-f1, log-loss, roc-auc, pr-auc.',
      ].join('\n'),
    );
  });

  test('progress ends at 1', () => {
    const seen: number[] = [];
    makeReport({ onProgress: (fraction) => seen.push(fraction) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort());
  });
});

describe('encodePredictions', () => {
  async function read(bytes: Uint8Array) {
    const { buffer } = bytes;
    return parquetReadObjects({ file: buffer as ArrayBuffer });
  }

  test('can be read back, whatever the classes are called', async () => {
    const classes = ['a\n|`@b', '', '__proto__'];
    const predictions = makeClassPredictions(0.5, 'hostile', classes);
    const rows = await read(encodePredictions(predictions, makeTable(), ROWS));
    expect(rows).toHaveLength(EXAMPLES);
    expect(Object.keys(rows[0] ?? {})).toHaveLength(7);
    for (const [row, record] of rows.entries()) {
      const probabilities = [...predictions.probabilities.subarray(row * 3, row * 3 + 3)];
      expect(record).toMatchObject({
        file: 'data/penguins.csv',
        line: row + 2,
        actual: classes[predictions.actual[row] ?? -1],
        predicted: classes[probabilities.indexOf(Math.max(...probabilities))],
        'probability: a\n|`@b': probabilities[0],
        'probability: ': probabilities[1],
        'probability: __proto__': probabilities[2],
      });
    }
  });

  test('holds numbers of a regression, and NaN', async () => {
    const predictions = makeNumberPredictions(10);
    predictions.predicted[3] = Number.NaN;
    const rows = await read(encodePredictions(predictions, makeTable(), ROWS));
    expect(rows[0]).toEqual({
      file: 'data/penguins.csv',
      line: 2,
      actual: 3000,
      predicted: predictions.predicted[0],
    });
    expect(rows[3]?.predicted).toBeNaN();
  });

  test('the same predictions give the same bytes, none give a file', async () => {
    const encode = () => encodePredictions(makeClassPredictions(0.5, 'same'), makeTable(), ROWS);
    expect(encode()).toEqual(encode());
    const empty = {
      task: 'regression' as const,
      actual: new Float64Array(),
      predicted: new Float64Array(),
    };
    expect(await read(encodePredictions(empty, makeTable(), new Int32Array()))).toEqual([]);
  });
});
