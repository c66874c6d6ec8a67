import { describe, expect, test } from '@jest/globals';
import { memoryPorts } from '../../shared/platform/index.ts';
import { collectReportInput, type ReportInput } from '../../shared/report/index.ts';
import { penguins } from './fixtures/penguins.ts';

const { record, ...reports } = penguins;
type Reports = Omit<ReportInput, 'record'>;

function write(changes: Readonly<Record<string, string | null>> = {}) {
  const contents = Object.entries(reports).map(([name, report]) => [name, JSON.stringify(report)]);
  const kept = Object.entries({ ...Object.fromEntries(contents), ...changes })
    .filter(([, content]) => content !== null)
    .map(([name, content]) => [`out/${name}.json`, content]);
  return memoryPorts(Object.fromEntries(kept)).files;
}

function without(name: keyof Reports): ReportInput {
  const { [name]: _, ...rest } = penguins;
  return rest;
}

describe('collectReportInput', () => {
  test('reads every report that is there', async () => {
    expect(await collectReportInput(write(), 'out', record)).toEqual(penguins);
  });

  test('an empty folder gives the record alone', async () => {
    expect(await collectReportInput(memoryPorts().files, 'out', record)).toEqual({ record });
  });

  test('reads the workspace itself when there is no folder', async () => {
    const { files } = memoryPorts({ 'drift.json': JSON.stringify(penguins.drift) });
    expect(await collectReportInput(files, '', record)).toEqual({ record, drift: penguins.drift });
  });

  test.each([
    ['no JSON', '{ "version": 1,'],
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', JSON.stringify({ ...penguins.drift, version: 2 })],
    ['without columns', JSON.stringify({ ...penguins.drift, columns: undefined })],
    ['columns of the wrong kind', JSON.stringify({ ...penguins.drift, columns: 'all' })],
  ])('leaves out a file that is %s', async (_, content) => {
    expect(await collectReportInput(write({ drift: content }), 'out', record)).toEqual(
      without('drift'),
    );
  });

  test.each(['evaluation', 'export', 'deployment'] as const)(
    'leaves out the %s of another model',
    async (name) => {
      const other = JSON.stringify({ ...penguins[name], modelDigest: '00'.repeat(32) });
      expect(await collectReportInput(write({ [name]: other }), 'out', record)).toEqual(
        without(name),
      );
    },
  );

  test('keeps reports of a model that the record does not know', async () => {
    const { training: _, ...untrained } = record;
    const input = await collectReportInput(write(), 'out', untrained);
    expect(input.evaluation).toEqual(penguins.evaluation);
  });
});
