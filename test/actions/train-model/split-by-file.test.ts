import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../actions/train-model/inputs.ts';
import { run } from '../../../actions/train-model/run.ts';
import { InputReader } from '../../../shared/action/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

const rows = (from: number, count: number) =>
  `id,x,label\n${Array.from({ length: count }, (_, n) => {
    const id = from + n;
    return `${id},${(id * 7) % 40},${(id * 7) % 40 > 19 ? 'high' : 'low'}`;
  }).join('\n')}\n`;

const FILES = {
  'mlops.yml': [
    'data: { path: "*.csv", label: label, ignore: [id], split: { by: file, files: { validation: v*.csv, evaluation: e*.csv } } }',
    'training: { epochs: 2, architecture: { kind: linear } }',
    '',
  ].join('\n'),
  'a.csv': rows(0, 24),
  'e.csv': rows(24, 8),
  'v.csv': rows(32, 8),
};

async function train(files: Readonly<Record<string, string>>) {
  const ports = memoryPorts(files);
  const reader = new InputReader({ read: () => undefined, given: [], describe: (name) => name });
  const inputs = parseInputs(reader);
  const result = await run(inputs, ports);
  const report = JSON.parse(
    String(result.files.find(({ path }) => path === 'training.json')?.content),
  ) as { examples: object };
  return { ports, report };
}

describe('a split by file', () => {
  test('trains by the rows of its files', async () => {
    const { report, ports } = await train(FILES);
    expect(report.examples).toEqual({ train: 24, validation: 8, evaluation: 8 });
    expect(ports.journal.annotations).toEqual([]);
  });

  test('the same bytes under other names are another training, not one of the cache', async () => {
    const keyOf = async (files: Readonly<Record<string, string>>) => {
      const { ports } = await train(files);
      return [...ports.journal.cache.keys()][0];
    };
    const first = await keyOf(FILES);
    expect(await keyOf({ ...FILES })).toBe(first);
    // The same contents in the same order, the second a file of the evaluation now and of the validation there.
    const contents = [rows(0, 24), rows(24, 8), rows(32, 8), rows(40, 8)];
    const named = (names: readonly string[]) =>
      Object.fromEntries([
        ['mlops.yml', FILES['mlops.yml']],
        ...names.map((name, n) => [name, contents[n] ?? '']),
      ]) as Record<string, string>;
    const one = await keyOf(named(['a.csv', 'e.csv', 'v-1.csv', 'v-2.csv']));
    const other = await keyOf(named(['a.csv', 'e-1.csv', 'e-2.csv', 'v.csv']));
    expect(one).not.toBe(other);
  });

  test('tells how many evaluation rows the model learns from, too', async () => {
    const { ports } = await train({ ...FILES, 'e.csv': rows(20, 8) });
    // x repeats after 40 rows and the label follows from it: 20 to 23 are in a.csv.
    expect(ports.journal.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Rows in training and evaluation',
        message: expect.stringContaining('4 of 8 evaluation examples are equal to one'),
      },
    ]);
  });

  test('a feature that is no column is refused as everywhere', async () => {
    const yaml = FILES['mlops.yml'].replace('ignore: [id]', 'features: [x, xx]');
    const error: unknown = await train({ ...FILES, 'mlops.yml': yaml }).catch((e: unknown) => e);
    expect(isUserError(error) && error.message).toContain('data.features names a column "xx"');
  });

  test('a split of too few rows names its files', async () => {
    const error: unknown = await train({ ...FILES, 'e.csv': rows(24, 1) }).catch((e: unknown) => e);
    expect(isUserError(error) && error.message).toBe(
      'The evaluation split has 1 of the at least 2 examples that it needs (examples by split: train 24, validation 8, evaluation 1). Add rows to its files (data.split.files.evaluation).',
    );
  });
});
