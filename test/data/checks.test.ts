import { describe, expect, test } from '@jest/globals';
import { type CheckedData, checkData } from '../../shared/data/checks/index.ts';
import {
  type Anomaly,
  CHECK_NAMES,
  type CheckSeverities,
  type ColumnType,
  OWN_ANOMALIES,
} from '../../shared/data/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';
import { mergeStates, Row, RowStatistics, type ScanState } from '../../shared/scan/index.ts';
import { CELL_SPLIT, dataConfiguration } from './data-support.ts';

type Columns = Readonly<Record<string, readonly (string | number)[]>>;

function stateOf(columns: Columns, order?: readonly number[]): ScanState {
  const names = Object.keys(columns);
  const statistics = new RowStatistics();
  const row = new Row(names);
  const length = Math.max(...Object.values(columns).map((cells) => cells.length));
  for (const index of order ?? Array.from({ length }, (_, place) => place)) {
    row.file = 0;
    row.line = index + 2;
    row.position = 100 * index;
    row.resize(names.length);
    for (const [column, name] of names.entries()) {
      row.setText(column, String(columns[name]?.[index] ?? ''), new Set());
    }
    statistics.add(row);
  }
  return statistics.state(names);
}

function typeOf(cells: readonly (string | number)[]): ColumnType {
  const present = cells.filter((cell) => cell !== '').map(Number);
  if (present.some(Number.isNaN)) return 'string';
  return present.every(Number.isInteger) ? 'integer' : 'number';
}

function dataOf(columns: Columns, given: Partial<CheckedData['data']> = {}): CheckedData {
  return {
    state: stateOf(columns),
    names: Object.keys(columns),
    types: Object.values(columns).map(typeOf),
    files: ['data.csv'],
    data: dataConfiguration(given),
  };
}

const find = (
  columns: Columns,
  given: Partial<CheckedData['data']> = {},
  severities: CheckSeverities = {},
): Anomaly[] => checkData(dataOf(columns, given), severities);

const typesOf = (found: readonly Anomaly[]) =>
  found.map(({ type, column }) => `${type} ${column ?? ''}`.trim());

/** A number for each row that says nothing. */
function noise(rows: number, seed = 1): number[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: rows }, () => Number((100 * random.uniform()).toFixed(6)));
}

const repeat = <Value>(rows: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: rows }, (_, index) => value(index));

const linesFrom = (first: number, count = 10) =>
  repeat(count, (index) => ({ file: 'data.csv', line: first + index }));

/** Classes in an order that no other column follows. */
const classes = (rows: number, names = ['a', 'b']) =>
  noise(rows, 99).map((value) => names[Math.floor((value / 100) * names.length)] ?? 'a');

test('sound data: nothing is found', () => {
  const rows = 400;
  expect(
    find({
      x: noise(rows, 1),
      z: noise(rows, 2).map((value) => Math.round(value)),
      colour: noise(rows, 3).map((value) => ['red', 'green', 'blue'][Math.floor(value / 34)] ?? ''),
      y: classes(rows),
    }),
  ).toEqual([]);
});

test('every check is an anomaly of the catalogue, and can be turned off', () => {
  const named = OWN_ANOMALIES.flatMap(({ check }) => (check === undefined ? [] : [check]));
  const inSchemas = ['texts-among-numbers'];
  expect([...named, ...inSchemas].sort()).toEqual([...CHECK_NAMES].sort());
  const columns = { id: repeat(200, (index) => index), x: noise(200), y: classes(200) };
  expect(typesOf(find(columns))).toEqual(['IDENTIFIER_FEATURE id']);
  expect(find(columns, {}, { 'identifier-feature': 'off' })).toEqual([]);
});

test('what is found does not depend on the order of rows, nor on shards', () => {
  const rows = 300;
  const columns = {
    id: repeat(rows, (index) => index),
    leak: classes(rows).map((value) => `is ${value}`),
    same: repeat(rows, (index) => (index === 7 ? 'other' : 'same')),
    y: classes(rows),
  };
  const whole = dataOf(columns);
  const backwards = repeat(rows, (index) => rows - 1 - index);
  const halves = [backwards.slice(0, 120), backwards.slice(120)].map((order) =>
    stateOf(columns, order),
  );
  const [first, second] = halves;
  if (first === undefined || second === undefined) throw new Error('two halves');
  const expected = checkData(whole, {});
  expect(typesOf(expected)).toEqual([
    'NEAR_CONSTANT_COLUMN same',
    'LABEL_LEAKAGE leak',
    'IDENTIFIER_FEATURE id',
  ]);
  for (const state of [stateOf(columns, backwards), mergeStates(first, second, [0, 1, 2, 3])]) {
    expect(checkData({ ...whole, state }, {})).toEqual(expected);
  }
});

describe('leakage', () => {
  const rows = 600;
  const label = classes(rows, ['a', 'b', 'c']);

  test('a text, a whole number or a range that tells the class', () => {
    const code = label.map((value) => ['a', 'b', 'c'].indexOf(value));
    const found = find({
      text: label.map((value) => value.toUpperCase()),
      code,
      range: noise(rows, 5).map((value, index) => value / 1000 + (code[index] ?? 0)),
      other: noise(rows, 6),
      y: label,
    });
    expect(typesOf(found)).toEqual([
      'LABEL_LEAKAGE text',
      'LABEL_LEAKAGE code',
      'LABEL_LEAKAGE range',
    ]);
    expect(found[0]?.description).toContain('learned on half of the sample and tried on 300 other');
    expect(found[0]?.description).toContain('= 1 ≥ 0.95');
    const count = (name: string) => label.filter((value) => value === name).length;
    const counts = ['a', 'b', 'c'].map((name) => ({
      value: name.toUpperCase(),
      count: count(name),
    }));
    expect(found[0]?.values).toEqual(counts.toSorted((a, b) => b.count - a.count));
    expect(found.map(({ places }) => places)).toEqual(repeat(3, () => linesFrom(2)));
    // A range has no values that could be listed.
    expect(found[2]?.values).toEqual([]);
  });

  test('nine in ten is a strong feature and no leak', () => {
    const strong = label.map((value, index) => (index % 10 === 0 ? 'a' : value));
    expect(find({ strong, x: noise(rows), y: label })).toEqual([]);
  });

  test('a rare class does not make a constant column telling', () => {
    const rare = repeat(rows, (index) => (index % 30 === 0 ? 'yes' : 'no'));
    expect(typesOf(find({ colour: classes(rows), x: noise(rows), y: rare }))).toEqual([]);
  });

  test('a name that every row has for itself tells nothing of other rows', () => {
    const name = repeat(rows, (index) => `${label[index]}-${index}`);
    expect(typesOf(find({ name, x: noise(rows), y: label }))).toEqual(['IDENTIFIER_FEATURE name']);
  });

  test('a quantity that another one gives', () => {
    const y = noise(rows, 8);
    const found = find({ double: y.map((value) => 2 * value + 1), x: noise(rows, 9), y });
    expect(typesOf(found)).toEqual(['LABEL_LEAKAGE double']);
    expect(found[0]?.description).toContain('R² = 1 − Σ(y − mean)² / Σ(y − ȳ)²');
    const near = y.map((value, index) => value + 20 * Math.sin(index * 7));
    expect(find({ near, y })).toEqual([]);
  });

  test('huge quantities overflow nothing', () => {
    const y = noise(rows, 8).map((value) => value * 1e306);
    expect(typesOf(find({ half: y.map((value) => value / 2), y }))).toEqual(['LABEL_LEAKAGE half']);
  });

  test('ignored columns, the key of the split and tables of few rows are let be', () => {
    const columns = { leak: label, x: noise(rows), y: label };
    expect(find(columns, { ignore: ['leak'] })).toEqual([]);
    expect(find(columns, { features: ['x'] })).toEqual([]);
    const few = { leak: label.slice(0, 90), y: label.slice(0, 90) };
    expect(find(few)).toEqual([]);
  });

  test('rows that differ in the key of the split alone', () => {
    const half = noise(rows / 2, 4);
    const other = noise(rows / 2, 5);
    const columns = {
      id: repeat(rows, (index) => `k${index}`),
      x: [...half, ...half],
      z: [...other, ...other],
      y: [...label.slice(0, rows / 2), ...label.slice(0, rows / 2)],
    };
    const split = { ...CELL_SPLIT, key: ['id'] };
    const found = find(columns, { split, ignore: ['id'] });
    expect(typesOf(found)).toEqual(['SHARED_ROWS']);
    // Two keys for each content: 1 − 0.2 of the copies in evaluation.
    expect(found[0]?.description).toContain('about 80 % of the evaluation examples');
    expect(found[0]?.description).toContain('600 of 600 sampled rows');
    expect(found[0]).toMatchObject({ count: 600, places: linesFrom(2) });
    expect(found[0]?.description).toContain('Split by a column that they share (data.split.key).');
    const byTime = find(columns, { split: { ...split, by: 'time' }, ignore: ['id'] });
    expect(byTime[0]?.description).toContain('a column that they share (data.split.by: group).');
    // Split by what they share, copies stay together.
    expect(find(columns, { split: { ...split, key: ['x'] }, ignore: ['id'] })).toEqual([]);
    expect(typesOf(find(columns, { ignore: ['id'] }))).toEqual(['SHARED_ROWS']);
    const apart = { ...columns, x: noise(rows, 4) };
    expect(find(apart, { split, ignore: ['id'] })).toEqual([]);
  });

  test('rows of few possible values repeat by nature', () => {
    const columns = { id: repeat(rows, (index) => `k${index}`), x: classes(rows), y: label };
    const split = { ...CELL_SPLIT, key: ['id'] };
    expect(find(columns, { split, ignore: ['id'] })).toEqual([]);
  });
});

describe('columns', () => {
  const rows = 500;
  const y = classes(rows);
  const x = noise(rows);

  test('nearly constant: one value, or none', () => {
    const found = find({
      value: repeat(rows, (index) => (index < 5 ? index + 5 : 3)),
      none: repeat(rows, (index) => (index < 5 ? index : '')),
      most: repeat(rows, (index) => (index < 6 ? index + 5 : 3)),
      x,
      y,
    });
    expect(typesOf(found)).toEqual(['NEAR_CONSTANT_COLUMN value', 'NEAR_CONSTANT_COLUMN none']);
    expect(found[0]).toMatchObject({
      description: expect.stringContaining('99 % of 500 cells have one and the same value'),
      values: [
        { value: '3', count: 495 },
        ...repeat(5, (index) => ({ value: String(index + 5), count: 1 })),
      ],
      places: linesFrom(2, 5),
    });
    expect(found[1]?.description).toContain('are missing');
    expect(found[1]).toMatchObject({
      values: repeat(5, (index) => ({ value: String(index), count: 1 })),
      places: linesFrom(2, 5),
    });
  });

  test('identifiers: numbered through, called so, or without spaces; no measurements and no sentences', () => {
    const found = find({
      count: repeat(rows, (index) => 1000 + index),
      order_id: repeat(rows, (index) => 7919 * index ** 2),
      customerId: repeat(rows, (index) => 104_729 * index ** 2 + 1),
      code: repeat(rows, (index) => `A-${index}`),
      measured: repeat(rows, (index) => 7919 * index ** 2 + 5),
      identity: repeat(rows, (index) => 7919 * index ** 2 + 9),
      sentence: repeat(rows, (index) => `This is row ${index}`),
      x,
      y,
    });
    expect(typesOf(found)).toEqual([
      'IDENTIFIER_FEATURE count',
      'IDENTIFIER_FEATURE order_id',
      'IDENTIFIER_FEATURE customerId',
      'IDENTIFIER_FEATURE code',
    ]);
    expect(found[0]).toMatchObject({
      values: repeat(10, (index) => ({ value: String(1000 + index), count: 1 })),
      places: linesFrom(2),
    });
    expect(found[3]?.values[0]).toEqual({ value: 'A-0', count: 1 });
  });

  test('no dates of which features make parts', () => {
    const when = repeat(rows, (index) => `2024-01-${String((index % 28) + 1).padStart(2, '0')}`);
    const data = dataOf({ when, x, y });
    expect(typesOf(checkData(data, {}))).toEqual(['DATE_FEATURE when']);
    expect(checkData(data, {})[0]?.description).toContain('("when": date), or name it in');
    expect(checkData({ ...data, dates: ['when'] }, {})).toEqual([]);
  });

  test('dates, as texts and as digits', () => {
    const day = (index: number) => String((index % 28) + 1).padStart(2, '0');
    const month = (index: number) => String((index % 12) + 1).padStart(2, '0');
    const found = find({
      iso: repeat(rows, (index) => `2024-${month(index)}-${day(index)}`),
      time: repeat(rows, (index) => `2024-${month(index)}-${day(index)}T10:${month(index)}:00Z`),
      german: repeat(rows, (index) => `${day(index)}.${month(index)}.2024`),
      digits: repeat(rows, (index) => Number(`2024${month(index)}${day(index)}`)),
      amounts: repeat(rows, (index) => 20_240_000 + (index % 50) * 17),
      version: repeat(rows, (index) => `1.${index % 20}.${index % 7}`),
      x,
      y,
    });
    expect(typesOf(found)).toEqual([
      'DATE_FEATURE iso',
      'DATE_FEATURE time',
      'DATE_FEATURE german',
      'DATE_FEATURE digits',
    ]);
    for (const { places, values } of found) {
      expect(places).toEqual(linesFrom(2));
      expect(values).toHaveLength(10);
    }
    // What features can't read as a date is to be written as one first.
    const advice = found.map(({ description }) => description.includes('Write it as 2024-01-31'));
    expect(advice).toEqual([false, false, true, true]);
  });

  test('damage by a wrong encoding, in texts and in names', () => {
    const words = (list: readonly string[]) =>
      repeat(rows, (index) => list[index % list.length] ?? '');
    const found = find({
      'cafÃ©': x,
      french: words(['cafÃ©', 'thÃ©', 'eau']),
      quote: words(['itâ€™s', 'its']),
      degree: words(['20 Â°C', '20']),
      lost: words(['caf\ufffd', 'the']),
      portuguese: words(['SÃO PAULO', 'Ângela', 'café', '20 °C', 'Âge']),
      y,
    });
    expect(typesOf(found)).toEqual([
      'ENCODING_DAMAGE cafÃ©',
      'ENCODING_DAMAGE french',
      'ENCODING_DAMAGE quote',
      'ENCODING_DAMAGE degree',
      'ENCODING_DAMAGE lost',
    ]);
    expect(found[1]).toMatchObject({
      count: 334,
      values: [
        { value: 'cafÃ©', count: 167 },
        { value: 'thÃ©', count: 167 },
      ],
      // Every third row is sound.
      places: [2, 3, 5, 6, 8, 9, 11, 12, 14, 15].map((line) => ({ file: 'data.csv', line })),
    });
  });

  test('units of one thing that differ; not those of different things, nor words', () => {
    const words = (list: readonly string[]) =>
      repeat(rows, (index) => list[index % list.length] ?? '');
    const found = find({
      weight: words(['5 kg', '11 lb', '6kg', '1,200 g']),
      price: words(['€5', '$ 6', '7.50 €']),
      speed: words(['5 km/h', '6 km/h']),
      house: words(['12a', '12b', '7']),
      size: words(['5 kg', '5 cm']),
      few: words(['5 kg', '11 lb', 'none', 'unknown', 'x']),
      x,
      y,
    });
    expect(typesOf(found)).toEqual(['MIXED_UNITS weight', 'MIXED_UNITS price']);
    expect(found[0]?.values).toEqual([
      { value: 'kg', count: 250 },
      { value: 'g', count: 125 },
      { value: 'lb', count: 125 },
    ]);
    // Not those of the most frequent unit, kg.
    expect(found[0]?.places.map(({ line }) => line)).toEqual([3, 5, 7, 9, 11, 13, 15, 17, 19, 21]);
  });

  test('long texts take no long time', () => {
    const started = performance.now();
    const long = repeat(rows, (index) => `${'1 '.repeat(400)}${index}`);
    const dates = repeat(rows, (index) => `${'2'.repeat(900)}${index}`);
    find({ long, dates, x, y });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('rows and labels', () => {
  test('rows that stand twice, with their lines; fewer than 5 % are let be', () => {
    const x = noise(200);
    const z = noise(200, 2);
    const y = classes(200);
    const again = (many: number) => ({
      x: [...x, ...x.slice(0, many)],
      z: [...z, ...z.slice(0, many)],
      y: [...y, ...y.slice(0, many)],
    });
    const [found, ...others] = find(again(20));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      type: 'DUPLICATED_ROWS',
      count: 20,
      description: expect.stringMatching(/^20 of 220 rows \(9\.1 %\) are equal to an earlier one/),
    });
    expect(found?.places).toEqual(repeat(10, (index) => ({ file: 'data.csv', line: 202 + index })));
    expect(find(again(10))).toEqual([]);
  });

  test('rare classes, by their share and by their count', () => {
    const rows = 2_000;
    const label = (rare: number) => repeat(rows, (index) => (index < rare ? 'rare' : 'common'));
    const imbalance = (rare: number) =>
      find({ x: noise(rows), y: label(rare) }).filter(({ type }) => type === 'LABEL_IMBALANCE');
    expect(imbalance(20)).toEqual([]);
    expect(imbalance(19)).toMatchObject([
      { column: 'y', values: [{ value: 'rare', count: 19 }], places: linesFrom(2) },
    ]);
    expect(imbalance(19)[0]?.description).toContain('104 times as many');
    const small = repeat(200, (index) => (index < 9 ? 'rare' : 'common'));
    expect(typesOf(find({ x: noise(200), y: small }))).toEqual(['LABEL_IMBALANCE y']);
  });

  test('quantities have no classes', () => {
    const y = repeat(500, (index) => (index * 37) % 101);
    expect(find({ x: noise(500), y })).toEqual([]);
  });
});
