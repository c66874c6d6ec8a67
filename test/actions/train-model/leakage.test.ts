import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../actions/train-model/inputs.ts';
import { run } from '../../../actions/train-model/run.ts';
import { InputReader } from '../../../shared/action/index.ts';
import { sha256 } from '../../../shared/lineage/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

/** The label follows from noise; `answer` says it in other words, `score` as a number, `noise` not at all. */
const ROWS = Array.from({ length: 400 }, (_, row) => {
  const label = (row * 7919) % 101 > 49 ? 'yes' : 'no';
  const score = label === 'yes' ? 10 + (row % 9) : row % 9;
  return `${row},${(row * 31) % 97},${score},${label === 'yes' ? 'granted' : 'refused'},${label}`;
});
// Sorted by the label, as exports often are.
const DATA = `id,noise,score,answer,label\n${ROWS.sort((a, b) => Number(a.endsWith('yes')) - Number(b.endsWith('yes'))).join('\n')}\n`;
const CONFIGURATION = `data: { path: data.csv, label: label, split: { key: [id] } }
training: { epochs: 1, architecture: { kind: linear } }
`;

async function annotationsOf(files: Readonly<Record<string, string>>) {
  const ports = memoryPorts({ 'mlops.yml': CONFIGURATION, 'data.csv': DATA, ...files });
  const reader = new InputReader({ read: () => undefined, given: [], describe: (name) => name });
  await run(parseInputs(reader), ports);
  return ports.journal.annotations;
}

describe('a feature that tells the label alone', () => {
  test('is warned of at the header, with the numbers and the remedy', async () => {
    const found = await annotationsOf({});
    expect(found.map(({ message }) => message.split(':')[0])).toEqual(['"score"', '"answer"']);
    expect(found[1]).toMatchObject({
      level: 'warning',
      title: 'Tells the label alone',
      file: 'data.csv',
      line: 1,
      message: expect.stringMatching(
        /^"answer": For each of 2 values of the column, .* name it in data\.ignore\.$/,
      ),
    });
  });

  test('of a regression is one whose mean is nearly the label', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => {
      const price = (row * 7919) % 1009;
      return `${row},${(row * 31) % 97},${price * 1.19},${price}.5`;
    });
    const found = await annotationsOf({ 'data.csv': `id,noise,gross,label\n${rows.join('\n')}\n` });
    expect(found.map(({ message }) => message.split(':')[0])).toEqual(['"gross"']);
    expect(found[0]?.message).toMatch(/R² = .* = 0\.99/);
  });

  test('is not said again where validate-data has examined the same data', async () => {
    const record = (data: string) =>
      JSON.stringify({
        version: 1,
        model: 'model',
        actions: {},
        data: {
          files: [{ path: 'data.csv', bytes: data.length, sha256: sha256(data) }],
          examples: 400,
          columns: 5,
        },
      });
    expect(await annotationsOf({ '.mlops/run.json': record(DATA) })).toEqual([]);
    expect(await annotationsOf({ '.mlops/run.json': record('other data') })).toHaveLength(2);
    expect(await annotationsOf({ '.mlops/run.json': '{ not a record' })).toHaveLength(2);
  });

  test('is not asked for where the check is off, nor among columns that are no features', async () => {
    const off = `${CONFIGURATION}validation: { checks: { label-leakage: off } }\n`;
    expect(await annotationsOf({ 'mlops.yml': off })).toEqual([]);
    const ignored = CONFIGURATION.replace(
      'label: label,',
      'label: label, ignore: [score, answer],',
    );
    expect(await annotationsOf({ 'mlops.yml': ignored })).toEqual([]);
    const chosen = CONFIGURATION.replace(
      'label: label,',
      'label: label, features: [noise, score],',
    );
    expect(await annotationsOf({ 'mlops.yml': chosen })).toHaveLength(1);
  });
});
