import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import { parsePredictions } from '../../shared/evaluation/index.ts';
import type { LabelTransform } from '../../shared/features/index.ts';

const CLASSES: LabelTransform = { kind: 'classes', column: 'y', classes: ['a', 'b, "c"'] };
const NUMBER: LabelTransform = { kind: 'number', column: 'y', mean: 0, deviation: 1 };
/** Rows 4, 7 and 9 of the table, which files call 5, 8 and 10. */
const ROWS = Int32Array.of(4, 7, 9);

function parse(text: string, label: LabelTransform = CLASSES) {
  const task = label.kind === 'number' ? 'regression' : 'binary-classification';
  return parsePredictions(new TextEncoder().encode(text), 'predictions.csv', {
    task,
    label,
    rows: ROWS,
  });
}

function refusal(text: string, label?: LabelTransform): string {
  try {
    parse(text, label);
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
  return 'nothing was refused';
}

const HEADER = 'mlops_row,a,"b, ""c"""\n';
const GOOD = `${HEADER}5,0.25,0.75\n8,1,0\n10,1e-3,.999\n`;

test('classes come in their order and rows in that of the examples, whatever the file has', () => {
  const expected = [0.25, 0.75, 1, 0, 0.001, 0.999];
  expect([...parse(GOOD).values]).toEqual(expected);
  const shuffled = '\ufeff"b, ""c""",mlops_row,a\r\n0.999,10,0.001\r\n.75,5,.25\r\n0,8,1';
  expect([...parse(shuffled).values]).toEqual(expected);
});

test('a regression has one column', () => {
  const { values, width } = parse('mlops_row,prediction\n8,-2.5\n5,1e3\n10,0\n', NUMBER);
  expect([[...values], width]).toEqual([[1000, -2.5, 0], 1]);
});

describe('refused with its line:', () => {
  test.each([
    ['an empty file', '', 'predictions.csv is empty. Write a header (mlops_row,a,b, "c")'],
    ['a missing class', 'mlops_row,a\n', 'predictions.csv:1: The predictions lack "b, "c"".'],
    ['no row numbers', 'a,"b, ""c"""\n', 'predictions.csv:1: The predictions lack "mlops_row".'],
    [
      'a column of another class',
      'mlops_row,a,"b, ""c""",d\n',
      'predictions.csv:1: The predictions have unknown columns: "d".',
    ],
    ['a column twice', 'mlops_row,a,a,"b, ""c"""\n', 'The column "a" stands there twice'],
    [
      'examples without prediction',
      `${HEADER}8,1,0\n`,
      '2 of 3 evaluation examples have no prediction (mlops_row 5, 10).',
    ],
    [
      'an example twice',
      `${GOOD}8,1,0\n`,
      'predictions.csv:5: mlops_row 8 has a prediction on line 3 already.',
    ],
    [
      'a row of another split',
      `${GOOD}6,1,0\n`,
      'predictions.csv:5: mlops_row "6" is no example of the evaluation split.',
    ],
    ['a row that is no number', `${GOOD}five,1,0\n`, 'predictions.csv:5: mlops_row "five" is no'],
    [
      'a probability above 1',
      GOOD.replace('8,1,0', '8,1.5,-0.5'),
      'predictions.csv:3: The probability of "a" is 1.5.',
    ],
    [
      'a negative probability',
      GOOD.replace('8,1,0', '8,1,-0.5'),
      'predictions.csv:3: The probability of "b, "c"" is -0.5.',
    ],
    [
      'probabilities of another sum',
      GOOD.replace('8,1,0', '8,0.5,0.4'),
      'predictions.csv:3: The probabilities of this row add up to 0.9, not 1.',
    ],
    ['NaN', GOOD.replace('8,1,0', '8,nan,0'), 'predictions.csv:3: "a" is "nan", not a finite'],
    ['infinity', GOOD.replace('8,1,0', '8,1e999,0'), '"a" is "1e999", not a finite number'],
    ['an empty cell', GOOD.replace('8,1,0', '8,,0'), 'predictions.csv:3: "a" is empty, not'],
    ['hexadecimal', GOOD.replace('8,1,0', '8,0x1,0'), '"a" is "0x1", not a finite number'],
    ['a short row', GOOD.replace('8,1,0', '8,1'), 'predictions.csv:3: This row has 2 cells'],
    ['an open quote', `${GOOD}"8`, 'predictions.csv:5: A quote opened here is never closed'],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toContain(message);
  });

  test('a number that is none, for a regression', () => {
    expect(refusal('mlops_row,prediction\n5,inf\n8,0\n10,0\n', NUMBER)).toContain(
      'predictions.csv:2: "prediction" is "inf", not a finite number.',
    );
  });

  test('a thousand faults, of which twenty are shown', () => {
    const text = HEADER + Array.from({ length: 1000 }, (_, row) => `x${row},1,0\n`).join('');
    expect(refusal(text).split('\n').length).toBe(21);
  });
});

test('probabilities that were written with few digits are taken', () => {
  expect(refusal(GOOD.replace('8,1,0', '8,0.3333,0.6666'))).toBe('nothing was refused');
  expect(refusal(GOOD.replace('8,1,0', '8,0.333,0.665'))).toContain('add up to 0.998');
});
