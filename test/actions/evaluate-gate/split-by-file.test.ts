import { describe, expect, test } from '@jest/globals';
import { annotationsOf, change, evaluateFiles, refuse } from './evaluating.ts';
import { CONFIGURATION, type Files, makeRows, trainInto } from './trained-model.ts';

const GIVEN: Files = {
  'mlops.yml': CONFIGURATION.replace('path: data.csv', 'path: data/*.csv').replace(
    /split: .*/,
    'split: { by: file, files: { evaluation: data/test*.csv } }',
  ),
  'data/old.csv': makeRows({ rows: 200, seed: 3 }),
  'data/test.csv': makeRows({ rows: 150, seed: 4 }),
};

describe('a split by file', () => {
  test('judges by the rows of its files, and by those of files that are added', async () => {
    const files = { ...GIVEN, ...(await trainInto(GIVEN)) };
    const { report, ports } = await evaluateFiles(files);
    expect(report.examples).toBe(150);
    expect(annotationsOf(ports)).toEqual([]);
    const added = await evaluateFiles(change(files, { 'data/test-2.csv': makeRows({ rows: 50 }) }));
    expect(added.report.examples).toBe(200);
    expect(annotationsOf(added.ports)).toEqual([
      'warning: The data has changed since the training',
    ]);
  });

  test('refuses a file that had another name in the training', async () => {
    const files = { ...GIVEN, ...(await trainInto(GIVEN)) };
    const moved = change(files, {
      'data/old.csv': makeRows({ rows: 200, seed: 5 }),
      'data/test-2.csv': GIVEN['data/old.csv'],
    });
    expect(await refuse(moved)).toBe(
      'data/test-2.csv: The file, by which the model would be judged, was data/old.csv in the training and may have been trained on. Run train-model again, or give the file back its name.',
    );
    // Files that change their names with one another have the digests of before, in another order or not.
    const swapped = change(files, {
      'data/old.csv': GIVEN['data/test.csv'],
      'data/test.csv': GIVEN['data/old.csv'],
    });
    expect(await refuse(swapped)).toContain('was data/old.csv in the training');
  });

  test('refuses other files of the same data', async () => {
    const files = { ...GIVEN, ...(await trainInto(GIVEN)) };
    const yaml = String(GIVEN['mlops.yml']).replace('data/test*.csv', 'data/old.csv');
    expect(await refuse(change(files, { 'mlops.yml': yaml }))).toContain(
      'data.split has changed since the training',
    );
  });
});
