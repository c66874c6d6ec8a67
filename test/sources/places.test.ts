import { expect, test } from '@jest/globals';
import { annotateAnomalies } from '../../actions/validate-data/annotations.ts';
import type { Anomaly } from '../../shared/data/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { placeText } from '../../shared/sources/index.ts';

test('rows of binary files are named by their number, and annotated without a line', () => {
  expect(placeText({ file: 'a.csv', line: 3 })).toBe('a.csv:3');
  expect(placeText({ file: 'a.csv.gz', line: 3 })).toBe('a.csv.gz, line 3');
  expect(placeText({ file: 'a.parquet', line: 3 })).toBe('a.parquet, row 3');
  expect(placeText({ file: 'x.tfrecord-00000-of-00010', line: 3 })).toMatch(/, row 3$/);
  const anomaly = {
    severity: 'error',
    title: 'Too big',
    description: 'It is too big.',
    values: [],
    count: 2,
    places: [
      { file: 'a.parquet', line: 3 },
      { file: 'a.csv', line: 4 },
    ],
  } as unknown as Anomaly;
  const ports = memoryPorts();
  annotateAnomalies(ports.annotations, [anomaly]);
  const [row, line] = ports.journal.annotations;
  expect(row).toMatchObject({ file: 'a.parquet', message: 'a.parquet, row 3: It is too big.' });
  expect(row).not.toHaveProperty('line');
  expect(line).toMatchObject({ file: 'a.csv', line: 4, message: 'It is too big.' });
});
