import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCodePoints } from '../../shared/data/index.ts';
import {
  applyTransform,
  fitTransform,
  nameOfFeature,
  type TransformRequest,
} from '../../shared/features/index.ts';
import { computeMoments } from '../../shared/numeric/index.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const MULTICLASS: TransformRequest = {
  label: 'label',
  task: 'multiclass-classification',
  ignore: [],
};
const LABEL = ['a', 'b', 'a', 'b', 'a', 'b', 'a'];

describe('standardising', () => {
  test('agrees with StandardScaler, with missing values', async () => {
    const x = ['39.1', '39.5', '40.3', '', '36.7', '39.3', '38.9'];
    const table = await makeTable(csv({ x, label: LABEL }));
    const { transform } = fitTransform(table, allRows(table), MULTICLASS);
    // scikit-learn 1.9.1: StandardScaler().fit(x[:, None]) with x[3] = nan; mean_, scale_, transform
    const [feature] = transform.features;
    expect(feature).toEqual({
      kind: 'standardize',
      column: 'x',
      offset: 0,
      width: 2,
      mean: expect.closeTo(38.96666666666666, 12),
      deviation: expect.closeTo(1.1055415967851316, 12),
    });
    const standardized = [
      0.12060453783111162, 0.4824181513244272, 1.2060453783110585, 0, -2.0502771431287883,
      0.30151134457776624, -0.060302268915549385,
    ];
    const matrix = applyTransform(transform, table, allRows(table));
    expect(matrix).toMatchObject({ rows: 7, columns: 2 });
    for (const [row, value] of standardized.entries()) {
      expect(matrix.data[2 * row]).toBe(Math.fround(value));
      expect(matrix.data[2 * row + 1]).toBe(row === 3 ? 1 : 0);
    }
  });

  test('agrees with StandardScaler on the penguins', async () => {
    const text = readFileSync(
      new URL('../../examples/penguins/data/penguins.csv', import.meta.url),
      'utf8',
    );
    const table = await makeTable(text);
    const request = { ...MULTICLASS, label: 'species', ignore: ['row_id'] };
    const { transform } = fitTransform(table, allRows(table), request);
    // scikit-learn 1.9.1: StandardScaler().fit(pandas.read_csv(…)[[column]].values)
    const expected = {
      bill_length_mm: [43.9219298245614, 5.4515960231618195],
      bill_depth_mm: [17.151169590643278, 1.9719039187562526],
      flipper_length_mm: [200.91520467836258, 14.041140568589102],
      body_mass_g: [4201.754385964912, 800.7812292384522],
    };
    for (const [column, [mean = 0, deviation = 0]] of Object.entries(expected)) {
      const feature = transform.features.find((candidate) => nameOfFeature(candidate) === column);
      if (feature?.kind !== 'standardize') throw new Error(column);
      expect(Math.abs(feature.mean / mean - 1)).toBeLessThan(1e-12);
      expect(Math.abs(feature.deviation / deviation - 1)).toBeLessThan(1e-12);
    }
  });

  test('loses nothing to rounding where squares would cancel', () => {
    const values = Float64Array.of(0, 1, 3, 7, 12, 25).map((step) => 1.7e12 + step * 0.001);
    // Exact rational arithmetic (Python's fractions) over the same doubles.
    const { mean, deviation } = computeMoments(values);
    expect(mean).toBe(1700000000000.008);
    expect(deviation).toBeCloseTo(0.008575867822822578, 15);
  });

  test('gives mean 0 and deviation 1 for any column', () => {
    const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 50 }), (list) => {
        const { mean, deviation, min, max } = computeMoments(Float64Array.from(list));
        expect(mean).toBeGreaterThanOrEqual(min - 1e-6);
        expect(mean).toBeLessThanOrEqual(max + 1e-6);
        if (min === max) {
          expect(deviation).toBe(0);
          return;
        }
        fc.pre(max - min > 1e-3);
        const again = computeMoments(
          Float64Array.from(list, (value) => (value - mean) / deviation),
        );
        expect(Math.abs(again.mean)).toBeLessThan(1e-6);
        expect(Math.abs(again.deviation - 1)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('one-hot', () => {
  test('has a place for each training value, one for others and one for none', async () => {
    const word = ['red', 'Red', '', 'blue', 'green', 'NA', 'blue'];
    const table = await makeTable(csv({ word, label: LABEL }));
    // Row 4 is not in the training split: its value is out of vocabulary.
    const { transform } = fitTransform(table, Int32Array.of(0, 1, 2, 3), MULTICLASS);
    expect(transform.features).toEqual([
      { kind: 'one-hot', column: 'word', offset: 0, width: 5, vocabulary: ['Red', 'blue', 'red'] },
    ]);
    const { data } = applyTransform(transform, table, Int32Array.of(0, 1, 3, 4, 5));
    expect([...data]).toEqual(
      [
        [0, 0, 1, 0, 0],
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 0, 1, 0],
        [0, 0, 0, 0, 1],
      ].flat(),
    );
  });

  test('knows a number in any spelling where new data holds numbers only', async () => {
    const training = await makeTable(
      csv({ size: ['1', '2.0', 'x', '1'], label: ['a', 'b', 'a', 'b'] }),
    );
    const { transform } = fitTransform(training, allRows(training), MULTICLASS);
    const current = await makeTable(csv({ size: ['2', '3', ''], label: ['a', 'b', 'a'] }));
    const { data } = applyTransform(transform, current, allRows(current));
    expect([...data]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
  });

  test('sorts by code point, not by UTF-16 unit', async () => {
    // U+1F600 is written with surrogates 0xD83D 0xDE00, which as units come before U+FF21.
    expect('\u{1f600}' < '\uff21').toBe(true);
    const words = ['\u{1f600}', '\uff21', 'z', 'zz', ''];
    expect([...words].sort(compareCodePoints)).toEqual(['', 'z', 'zz', '\uff21', '\u{1f600}']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(
          Math.sign(Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))),
        );
      }),
    );
  });
});

describe('columns', () => {
  test('that say nothing are dropped with the reason', async () => {
    const rows = 202;
    const list = (cell: (row: number) => string | number) =>
      Array.from({ length: rows }, (_, row) => cell(row));
    const table = await makeTable(
      csv({
        id: list((row) => `user-${row}`),
        few: list((row) => `c${row % 100}`),
        nothing: list(() => ''),
        same: list(() => 3.5),
        word: list(() => 'x'),
        // Constant, but sometimes missing: that may tell.
        sometimes: list((row) => (row % 3 === 0 ? '' : 'yes')),
        flag: list((row) => (row % 5 === 0 ? '' : 7)),
        label: list((row) => (row % 2 === 0 ? 'a' : 'b')),
      }),
    );
    const { transform, dropped } = fitTransform(table, allRows(table), MULTICLASS);
    expect(dropped).toEqual([
      {
        column: 'id',
        reason:
          '202 different values in the training split: an identifier or free text (at most 100 are learned)',
      },
      { column: 'nothing', reason: 'no value in the training split' },
      { column: 'same', reason: 'always 3.5 in the training split' },
      { column: 'word', reason: 'always "x" in the training split' },
    ]);
    expect(transform.features.map((one) => [nameOfFeature(one), one.offset, one.width])).toEqual([
      ['few', 0, 102],
      ['sometimes', 102, 3],
      ['flag', 105, 2],
    ]);
    expect(transform.width).toBe(107);
    expect(transform.features[2]).toMatchObject({ mean: 7, deviation: 1 });
  });

  test('are chosen by data.features, in its order, without the ignored ones', async () => {
    const table = await makeTable(
      csv({ a: [1, 2, 3, 4], b: [4, 3, 2, 1], c: [1, 1, 2, 2], label: ['x', 'y', 'x', 'y'] }),
    );
    const request = { ...MULTICLASS, features: ['c', 'a', 'b', 'a'], ignore: ['b'] };
    const { transform } = fitTransform(table, allRows(table), request);
    expect(transform.features.map(nameOfFeature)).toEqual(['c', 'a']);
  });

  test('see nothing of rows outside the training split', async () => {
    const table = await makeTable(
      csv({ x: [1, 2, 3, 1000], word: ['u', 'v', 'u', 'w'], label: ['a', 'b', 'a', 'b'] }),
    );
    const { transform } = fitTransform(table, Int32Array.of(0, 1, 2), MULTICLASS);
    expect(transform.features[0]).toMatchObject({ mean: 2, deviation: Math.sqrt(2 / 3) });
    expect(transform.features[1]).toMatchObject({ vocabulary: ['u', 'v'] });
  });

  test('named __proto__ or constructor are columns like any other', async () => {
    const table = await makeTable('__proto__,constructor,label\n1,a,x\n2,b,y\n3,a,x\n');
    const { transform } = fitTransform(table, allRows(table), MULTICLASS);
    expect(transform.features.map(nameOfFeature)).toEqual(['__proto__', 'constructor']);
    expect(applyTransform(transform, table, allRows(table)).columns).toBe(6);
  });
});

describe('bad columns are refused', () => {
  const fit = async (text: string, request: Partial<TransformRequest> = {}) => {
    const table = await makeTable(text);
    return problemsOf(() => fitTransform(table, allRows(table), { ...MULTICLASS, ...request }));
  };
  const text = 'size,colour,label\n1,red,a\n2,blue,b\n';

  test('names that are not in the data, all at once with the nearest name', async () => {
    const message = await fit(text, { features: ['sizes', 'weight'], ignore: ['color'] });
    expect(message.split('\n')).toEqual([
      'data.csv:1: data.features names a column "sizes" that is not in the data. Did you mean "size"?',
      'data.csv:1: data.features names a column "weight" that is not in the data. The columns are: size, colour, label.',
      'data.csv:1: data.ignore names a column "color" that is not in the data. Did you mean "colour"?',
    ]);
  });

  test('the label as a feature', async () => {
    expect(await fit(text, { features: ['size', 'label'] })).toMatch(
      /data\.features names the label/,
    );
  });

  test('no column left', async () => {
    expect(await fit('id,label\n1,a\n1,b\n')).toBe(
      'data.csv:1: There is no column to learn from (id: always 1 in the training split). Add columns that describe the examples, or change data.features and data.ignore.',
    );
    expect(await fit('label\na\nb\n')).toMatch(/besides the label/);
  });

  test('infinite values, at their lines', async () => {
    const message = await fit('x,label\n1,a\ninf,b\n"3",a\n-Infinity,b\n');
    expect(message).toMatch(
      /^data\.csv:3: The value of column "x" is infinite\. .*\ndata\.csv:5: /,
    );
  });

  test('values whose squares are beyond all numbers', async () => {
    expect(await fit('x,label\n1e200,a\n-1e200,b\n')).toMatch(/too large to standardise/);
  });
});

describe('applying to other data refuses', () => {
  const fitted = async () => {
    const table = await makeTable('size,colour,label\n1,red,a\n2,blue,b\n');
    return fitTransform(table, allRows(table), MULTICLASS).transform;
  };

  test('a column that is not there', async () => {
    const transform = await fitted();
    const table = await makeTable('sice,colour\n1,red\n');
    expect(problemsOf(() => applyTransform(transform, table, allRows(table)))).toBe(
      'data.csv:1: There is no feature column "size". Did you mean "sice"?',
    );
  });

  test('words and infinities where numbers belong, at their lines, ten of them', async () => {
    const transform = await fitted();
    const cells = Array.from({ length: 30 }, (_, row) => (row % 2 === 0 ? '1.5' : 'tall'));
    const table = await makeTable(
      csv({ size: [...cells, '0x1F', ''], colour: Array(32).fill('red') }),
    );
    const lines = problemsOf(() => applyTransform(transform, table, allRows(table))).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toMatch(
      /^data\.csv:3: Column "size" holds "tall" where the model reads a number\./,
    );
    expect(lines[10]).toBe('6 more rows have the same problem.');
    const large = await makeTable('size,colour\n1e300,red\n');
    expect(problemsOf(() => applyTransform(transform, large, allRows(large)))).toMatch(
      /data\.csv:2: The value 1e\+300 of column "size" is infinite or too large/,
    );
  });

  test('nothing else: numbers among words of other rows are read', async () => {
    const transform = await fitted();
    const table = await makeTable('size,colour\n 1.5 ,red\ntall,red\n');
    const { data } = applyTransform(transform, table, Int32Array.of(0));
    expect(data[0]).toBe(0);
  });
});
