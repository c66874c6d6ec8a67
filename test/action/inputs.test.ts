import { describe, expect, test } from '@jest/globals';
import {
  commandLineInputs,
  InputReader,
  type InputSource,
  workflowInputs,
} from '../../shared/action/index.ts';

function problemsOf(source: InputSource, read: (reader: InputReader) => void): string[] {
  const reader = new InputReader(source);
  read(reader);
  try {
    reader.finish();
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('inputs of a workflow', () => {
  const source = workflowInputs({
    'INPUT_FAIL-ON': ' error ',
    INPUT_EPOCHS: '12',
    INPUT_CACHE: 'True',
    INPUT_LABEL: '',
  });

  test('are read by name, trimmed; an empty one is not given', () => {
    const reader = new InputReader(source);
    expect([
      reader.choice('fail-on', ['error', 'never']),
      reader.integer('epochs', { min: 1, max: 99 }),
      reader.boolean('cache'),
      reader.text('label'),
    ]).toEqual(['error', 12, true, undefined]);
    expect(() => reader.finish()).not.toThrow();
  });

  test('that are wrong are told all at once, with what is allowed', () => {
    const wrong = workflowInputs({
      'INPUT_FAIL-ON': 'eror',
      INPUT_EPOCHS: '1e3',
      INPUT_CACHE: 'yes',
    });
    expect(
      problemsOf(wrong, (reader) => {
        reader.choice('fail-on', ['error', 'never']);
        reader.integer('epochs', { min: 1, max: 99 });
        reader.boolean('cache');
      }),
    ).toEqual([
      'input "fail-on" is "eror". Did you mean "error"?',
      'input "epochs" is "1e3". Write a whole number from 1 to 99.',
      'input "cache" is "yes". Write true or false.',
    ]);
  });
});

describe('a part', () => {
  const read = (text: string) => {
    let part: unknown;
    const problems = problemsOf(workflowInputs({ INPUT_SHARD: text }), (reader) => {
      part = reader.part('shard');
    });
    return { part, problems };
  };

  test.each(['1/1', '2/4', '256/256'])('%s is read', (text) => {
    const [index, of] = text.split('/').map(Number);
    expect(read(text)).toEqual({ part: { index, of }, problems: [] });
  });

  test.each(['0/4', '5/4', '1/257', '1', '1/', '01/4', '1/0', '-1/4', '1.5/4', '1/4/4', 'a/b'])(
    '%s is refused, with an example',
    (text) => {
      expect(read(text)).toEqual({
        part: undefined,
        problems: [
          `input "shard" is "${text}". Write which part of how many, from 1/1 to 256/256: 2/4 is the second of four.`,
        ],
      });
    },
  );
});

test('the default configuration file need not be there, a named one must', () => {
  const given = (config?: string) =>
    new InputReader(workflowInputs({ INPUT_CONFIG: config })).configuration({}).given;
  expect([given(undefined), given('mlops.yml'), given('a/mlops.yml')]).toEqual([
    false,
    false,
    true,
  ]);
});

describe('inputs of a command line', () => {
  test('are flags with a value, with =, or alone', () => {
    const reader = new InputReader(
      commandLineInputs(['--label', 'species', '--data=a=b.csv', '--force']),
    );
    expect([reader.text('label'), reader.text('data'), reader.boolean('force')]).toEqual([
      'species',
      'a=b.csv',
      true,
    ]);
  });

  test('a value may be a negative number', () => {
    expect(commandLineInputs(['--min', '-3']).read('min')).toBe('-3');
  });

  test('one without its value is refused', () => {
    const source = commandLineInputs(['--label']);
    expect(problemsOf(source, (reader) => reader.text('label'))).toEqual([
      '--label has no value. Write --label and the value.',
    ]);
  });

  test('unknown ones are refused with the nearest name', () => {
    const source = commandLineInputs(['--epoch', '3', '--zzzzzz', '1']);
    expect(problemsOf(source, (reader) => reader.integer('epochs', { min: 1, max: 9 }))).toEqual([
      '--epoch is not known. Did you mean --epochs?',
      '--zzzzzz is not known. The inputs are: epochs.',
    ]);
  });

  test.each([
    [['species'], '"species" is no input. Write inputs as --name value.'],
    [['--a', '1', '--a', '2'], '--a is given twice. Keep one of them.'],
    [['--__proto__', '1'], '"--__proto__" is no input'],
  ])('%j is refused', (words, message) => {
    expect(() => commandLineInputs(words)).toThrow(message);
  });
});
