import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ConfigurationRequest, loadConfiguration } from '../../shared/config/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';

const minimal = 'data:\n  path: data/a.csv\n  label: y\n';

function request(changes: Partial<ConfigurationRequest> = {}): ConfigurationRequest {
  return { file: 'mlops.yml', given: false, overrides: [], ...changes };
}

function load(text: string, changes?: Partial<ConfigurationRequest>) {
  const { files } = memoryPorts({ 'mlops.yml': text });
  return loadConfiguration(files, request(changes));
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isUserError(error)) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('defaults', () => {
  test('what is not stated in the model card is an empty list', async () => {
    const text = `${minimal}model-card:\n  owners: [We]\n  license: mit\n  risk: { class: limited }\n`;
    expect((await load(text)).modelCard).toEqual({
      owners: ['We'],
      license: 'mit',
      intendedUse: [],
      outOfScope: [],
      limitations: [],
      ethicalConsiderations: [],
      risk: { class: 'limited' },
    });
    expect(await load(minimal)).not.toHaveProperty('modelCard');
  });

  test('two fields are enough', async () => {
    const configuration = await load(minimal);
    expect(configuration).toMatchObject({
      model: 'model',
      outputDirectory: '.mlops',
      data: { path: ['data/a.csv'], label: 'y', format: 'auto', ignore: [] },
      schema: 'data/schema.json',
      training: { seed: 1, architecture: { kind: 'mlp', hidden: [32, 16] }, epochs: 100 },
      evaluation: { gates: [], onNoBaseline: 'warn', onNoThresholds: 'warn' },
      export: { variants: ['float32', 'dynamic-range', 'int8'] },
      deployment: { targets: [] },
    });
    expect(configuration).not.toHaveProperty('task');
    expect(configuration.data.split).toHaveProperty('fractions', {
      train: expect.closeTo(0.7),
      validation: expect.closeTo(0.1),
      evaluation: 0.2,
    });
  });

  test.each([
    ['{ by: group, key: [who] }', { by: 'hash', key: ['who'] }],
    ['{ by: time, column: day }', { by: 'time', key: ['day'] }],
    ['{ by: stratified }', { by: 'stratified', key: [], column: 'y' }],
    [
      '{ by: stratified, column: site, key: [who] }',
      { by: 'stratified', key: ['who'], column: 'site' },
    ],
  ])('split %s', async (text, expected) => {
    const { data } = await load(`data:\n  path: a\n  label: y\n  split: ${text}\n`);
    expect(data.split).toEqual({ ...expected, fractions: expect.anything() });
  });

  test('split by file: paths start at the folder of the configuration file', async () => {
    const { files } = memoryPorts({
      'a/mlops.yml':
        'data: { path: d/*.csv, label: y, split: { by: file, files: { validation: d/v.csv, evaluation: [d/t*.csv, ../e.csv] } } }',
    });
    const { data } = await loadConfiguration(files, request({ file: 'a/mlops.yml', given: true }));
    expect(data.split).toEqual({
      by: 'file',
      validation: ['a/d/v.csv'],
      evaluation: ['a/d/t*.csv', 'e.csv'],
    });
  });

  test('paths start at the folder of the configuration file', async () => {
    const { files } = memoryPorts({
      'examples/a/mlops.yml': 'data: { path: [data/*.csv, ../b/x.csv, /abs/y.csv], label: y }',
    });
    const configuration = await loadConfiguration(
      files,
      request({ file: './examples/a/mlops.yml', given: true }),
    );
    expect(configuration.data.path).toEqual([
      'examples/a/data/*.csv',
      'examples/b/x.csv',
      '/abs/y.csv',
    ]);
    expect(configuration.outputDirectory).toBe('examples/a/.mlops');
    expect(configuration.directory).toBe('examples/a');
  });

  test('of tuning: the training seed, and a linear scale', async () => {
    const { tuning } = await load(
      `${minimal}training: { seed: 9 }\ntuning: { trials: 3, search: { training.batch-size: { from: 8, to: 64 }, training.optimizer.kind: { values: [adam, sgd] } } }`,
    );
    expect(tuning).toEqual({
      method: 'random',
      trials: 3,
      seed: 9,
      search: {
        'training.optimizer.kind': { kind: 'values', values: ['adam', 'sgd'] },
        'training.batch-size': { kind: 'range', from: 8, to: 64, scale: 'linear', integers: true },
      },
    });
  });

  test('of features: a kind alone or a section, with their places', async () => {
    const { features } = await load(
      `${minimal}features:\n  a: log\n  b: { kind: min-max, clip: { from: 0 } }\n  2019:\n    kind: standardize\n    clip: { quantiles: [0.01, 0.99] }\n`,
    );
    const place = (line: number) => ({ file: 'mlops.yml', line, column: 3 });
    expect(features).toEqual(
      expect.arrayContaining([
        { column: 'a', kind: 'log', where: place(5) },
        { column: 'b', kind: 'min-max', clip: { by: 'limits', low: 0 }, where: place(6) },
        {
          column: '2019',
          kind: 'standardize',
          clip: { by: 'quantiles', low: 0.01, high: 0.99 },
          where: place(7),
        },
      ]),
    );
    expect(features).toHaveLength(3);
    const words = await load(
      `${minimal}features: { c: { kind: one-hot, vocabulary: { top: 9, min-count: 2 } }, d: quantile-buckets, e: hashing }`,
    );
    expect(words.features).toMatchObject([
      { column: 'c', kind: 'one-hot', vocabulary: { top: 9, minCount: 2 } },
      { column: 'd', kind: 'quantile-buckets', buckets: 10 },
      { column: 'e', kind: 'hashing', buckets: 100 },
    ]);
    const dates = await load(
      `${minimal}features: { f: date, g: { kind: date, parts: [day-of-week], trend: true }, h: { kind: text, values: presence } }`,
    );
    expect(dates.features).toMatchObject([
      { column: 'f', kind: 'date', trend: false },
      { column: 'g', kind: 'date', parts: ['day-of-week'], trend: true },
      { column: 'h', kind: 'text', buckets: 1000, values: 'presence' },
    ]);
    const crosses = await load(`${minimal}features: { 'h*i': { kind: cross, columns: [h, i] } }`);
    expect(crosses.features).toEqual([
      {
        kind: 'cross',
        name: 'h*i',
        columns: ['h', 'i'],
        buckets: 1000,
        where: { file: 'mlops.yml', line: 4, column: 13 },
      },
    ]);
    expect((await load(minimal)).features).toEqual([]);
  });

  test('of images: three channels', async () => {
    const { features } = await load(`${minimal}features: { p: { kind: image, size: [4, 5] } }`);
    expect(features).toMatchObject([
      { kind: 'image', column: 'p', height: 4, width: 5, channels: 3 },
    ]);
  });

  test('of arrays: standardised, and their columns may be lists', async () => {
    const { features, data } = await load(
      `${minimal}features:\n  image: { kind: array, columns: ['p_*', q], shape: [2, 3] }\n  y2: { kind: array, columns: [r], shape: [4], scaling: none }\n`,
    );
    expect(features).toMatchObject([
      {
        kind: 'array',
        name: 'image',
        columns: ['p_*', 'q'],
        shape: [2, 3],
        scaling: 'standardize',
        where: { line: 5, column: 3 },
      },
      { kind: 'array', name: 'y2', columns: ['r'], shape: [4], scaling: 'none' },
    ]);
    expect(data.listColumns).toEqual(['p_*', 'q', 'r']);
    expect((await load(minimal)).data).not.toHaveProperty('listColumns');
  });

  test('of a command: an hour', async () => {
    const { training } = await load(
      `${minimal}training: { architecture: { kind: command, run: python train.py } }`,
    );
    expect(training.architecture).toEqual({
      kind: 'command',
      run: 'python train.py',
      timeoutMinutes: 60,
    });
  });

  test('the example is valid and its gates know their lines', async () => {
    const text = readFileSync('examples/penguins/mlops.yml', 'utf8');
    const { evaluation } = await load(text);
    const [first] = evaluation.gates;
    expect(text.split('\n')[(first?.line ?? 0) - 1]).toContain('accuracy, at-least: 0.95');
    expect(evaluation.gates.at(-1)).toMatchObject({ slice: { sex: '*' }, minExamples: 20 });
  });
});

test('settings of an optimiser that tuning may choose have a meaning, and defaults of one that trains', async () => {
  const { training: tuned } = await load(
    `${minimal}training: { optimizer: { momentum: 0.9 } }\ntuning: { trials: 3, search: { training.optimizer.kind: { values: [adam, sgd] } } }`,
  );
  expect(tuned.optimizer).toEqual({ kind: 'adam', learningRate: 0.01, momentum: 0.9 });
  const optimizerOf = async (text: string) =>
    (await load(`${minimal}training: { optimizer: { ${text} } }`)).training.optimizer;
  expect(await optimizerOf('kind: adamw')).toMatchObject({ weightDecay: 0.01 });
  expect(await optimizerOf('kind: sgd, momentum: 0, nesterov: false')).toEqual({
    kind: 'sgd',
    learningRate: 0.01,
  });
});

describe('problems', () => {
  test.each<[name: string, text: string, expected: string]>([
    [
      'a class of risk that the AI Act does not have',
      `${minimal}model-card:\n  risk:\n    class: hihg\n`,
      'mlops.yml:6:12: "model-card.risk.class" is "hihg". Did you mean "high"? (minimal, limited, high, unacceptable).',
    ],
    [
      'one statement in place of a list',
      `${minimal}model-card:\n  limitations: No chicks\n`,
      'mlops.yml:5:16: "model-card.limitations" is "No chicks". Write a list.',
    ],
    [
      'an empty statement',
      `${minimal}model-card:\n  owners: ['  ']\n`,
      'mlops.yml:5:12: "model-card.owners[0]" is "  ". Write text that is not blank.',
    ],
    [
      'a statement that is a book',
      `${minimal}model-card:\n  limitations: [${'x'.repeat(501)}]\n`,
      'mlops.yml:5:17: "model-card.limitations[0]" must NOT have more than 500 characters.',
    ],
    [
      'a license that is a sentence',
      `${minimal}model-card:\n  license: Ask us\n`,
      'mlops.yml:5:12: "model-card.license" is "Ask us". Write text that matches ^[a-z0-9][a-z0-9.+-]*$.',
    ],
    [
      'an unknown key',
      `${minimal}trainig:\n  epochs: 3\n`,
      'mlops.yml:4:1: "trainig" is not known. Did you mean "training"?',
    ],
    [
      'a value out of range',
      `${minimal}training:\n  epochs: 0\n`,
      'mlops.yml:5:11: "training.epochs" is 0. Write a whole number of at least 1 and of at most 100000.',
    ],
    [
      'a wrong type',
      `${minimal}training: { seed: abc }\n`,
      'mlops.yml:4:19: "training.seed" is "abc". Write a whole number of at least 0 and of at most 4294967295.',
    ],
    [
      'a misspelt choice',
      `${minimal}task: multiclas-classification\n`,
      'mlops.yml:4:7: "task" is "multiclas-classification". Did you mean "multiclass-classification"? (binary-classification, multiclass-classification, regression).',
    ],
    [
      'a missing field',
      'data:\n  path: a.csv\n',
      'mlops.yml:2:3: "data" lacks "label". Add "label:" here.',
    ],
    [
      'a value that fits no alternative',
      'data: { path: 3, label: y }',
      'mlops.yml:1:15: "data.path" is 3. Write text, or a list.',
    ],
    [
      'a field inside an alternative',
      `${minimal}training: { early-stopping: { patience: 0 } }`,
      'mlops.yml:4:41: "training.early-stopping.patience" is 0. Write a whole number of at least 1 and of at most 100000.',
    ],
    [
      'fractions that do not add up',
      'data:\n  path: a\n  label: y\n  split: { fractions: { train: 0.5, evaluation: 0.2 } }\n',
      'mlops.yml:4:23: The fractions add up to 0.7. Make them add up to 1.',
    ],
    [
      'a misspelt kind of a feature',
      `${minimal}features:\n  a: minmax\n`,
      'mlops.yml:5:6: "features.a" is "minmax". Did you mean "min-max"? (standardize, min-max, log, quantile-buckets, one-hot, hashing, date, text, tokens, image, cross, array).',
    ],
    [
      'an unknown setting of a feature',
      `${minimal}features:\n  a: { kind: log, clips: { from: 0 } }\n`,
      'mlops.yml:5:19: "features.a.clips" is not known. Did you mean "clip"?',
    ],
    [
      'settings of a feature without a kind',
      `${minimal}features:\n  a: { clip: { from: 0 } }\n`,
      'mlops.yml:5:6: "features.a" lacks "kind". Add "kind:" here.',
    ],
    [
      'a feature that is no kind',
      `${minimal}features:\n  a: 3\n`,
      'mlops.yml:5:6: "features.a" is 3. Write one of: standardize, min-max, log, quantile-buckets, one-hot, hashing, date, text, tokens, image, cross, array, or a section with fields.',
    ],
    [
      'settings of other kinds',
      `${minimal}features:\n  a: { kind: one-hot, clip: { to: 1 } }\n  b: { kind: log, vocabulary: { top: 2 } }\n`,
      [
        'mlops.yml:5:29: "clip" has no meaning for kind: one-hot. Remove it or choose a kind that has it: standardize, min-max, log.',
        'mlops.yml:6:31: "vocabulary" has no meaning for kind: log. Remove it or choose a kind that has it: one-hot, tokens.',
      ].join('\n'),
    ],
    [
      'a vocabulary of nothing',
      `${minimal}features:\n  a: { kind: one-hot, vocabulary: { top: 0 } }\n`,
      'mlops.yml:5:42: "features.a.vocabulary.top" is 0. Write a whole number of at least 1 and of at most 100000.',
    ],
    [
      'more quantile buckets than tell anything',
      `${minimal}features:\n  a: { kind: quantile-buckets, buckets: 1001 }\n  b: { kind: hashing, buckets: 1001 }\n`,
      'mlops.yml:5:41: 1001 are too many quantile buckets. Write at most 1000.',
    ],
    [
      'parts of a date that are none',
      `${minimal}features:\n  a: { kind: date, parts: [weekday] }\n  b: { kind: date, parts: [day-of-wek] }\n`,
      [
        'mlops.yml:5:28: "features.a.parts[0]" is "weekday". Use one of: hour-of-day, day-of-week, day-of-month, month-of-year, day-of-year.',
        'mlops.yml:6:28: "features.b.parts[0]" is "day-of-wek". Did you mean "day-of-week"? (hour-of-day',
      ].join('\n'),
    ],
    [
      'a date of which nothing is asked for, a part twice, and parts of a number',
      `${minimal}features:\n  a: { kind: date, parts: [] }\n  b: { kind: log, parts: [day-of-week], trend: true }\n`,
      [
        'mlops.yml:5:27: Nothing of the date is asked for. Name parts, or add trend: true.',
        'mlops.yml:6:26: "parts" has no meaning for kind: log. Remove it or choose a kind that has it: date.',
        'mlops.yml:6:48: "trend" has no meaning for kind: log. Remove it or choose a kind that has it: date.',
      ].join('\n'),
    ],
    [
      'a clip that says nothing',
      `${minimal}features:\n  a: { kind: log, clip: {} }\n`,
      'mlops.yml:5:25: Nothing says where to clip. Write from:, to:, or quantiles: [0.01, 0.99].',
    ],
    [
      'limits that fall',
      `${minimal}features:\n  a: { kind: log, clip: { from: 3, to: 2 } }\n`,
      'mlops.yml:5:40: The limits go from 3 to 2. Let them rise.',
    ],
    [
      'quantiles that fall',
      `${minimal}features:\n  a: { kind: log, clip: { quantiles: [1, 0] } }\n`,
      'mlops.yml:5:38: The quantiles go from 1 to 0. Let them rise.',
    ],
    [
      'limits beside quantiles',
      `${minimal}features:\n  a: { kind: log, clip: { quantiles: [0, 1], to: 9 } }\n`,
      'mlops.yml:5:50: "quantiles" and "to" don\'t go together. Keep limits or quantiles.',
    ],
    [
      'the label, an ignored and an unchosen column among the features',
      'data: { path: a, label: y, features: [b], ignore: [i] }\nfeatures:\n  y: log\n  i: log\n  c: log\n',
      [
        'mlops.yml:3:6: The label "y" is listed as a feature. Remove it.',
        'mlops.yml:4:6: The column "i" is ignored by data.ignore. Remove it from one of both.',
        'mlops.yml:5:6: The column "c" is not in data.features. Add it there, or remove it.',
      ].join('\n'),
    ],
    [
      'crosses of the label, an ignored and an unchosen column',
      'data: { path: a, label: y, features: [b], ignore: [i] }\nfeatures:\n  x: { kind: cross, columns: [b, y, i] }\n  y: { kind: cross, columns: [b, c] }\n',
      [
        'mlops.yml:3:34: The label "y" is listed as a feature. Remove it.',
        'mlops.yml:3:37: The column "i" is ignored by data.ignore. Remove it from one of both.',
        'mlops.yml:4:6: The cross "y" has the name of the label. Give it another name.',
        'mlops.yml:4:34: The column "c" is not in data.features. Add it there, or remove it.',
      ].join('\n'),
    ],
    [
      'crosses without columns, of one, of many and of one twice',
      `${minimal}features:\n  a: cross\n  b: { kind: cross, columns: [u] }\n  c: { kind: cross, columns: [u, v, w, x] }\n`,
      [
        'mlops.yml:5:6: kind: cross needs columns. Add them, e.g. columns: [city, device].',
        'mlops.yml:6:30: The cross names one column. Name two or three.',
        'mlops.yml:7:30: The cross names 4 columns. Name three at most: more give values that never come again.',
      ].join('\n'),
    ],
    [
      'arrays without columns or a shape, of the label, of too many numbers',
      'data: { path: a, label: y, features: [b], ignore: [i] }\nfeatures:\n  x: array\n  y: { kind: array, columns: [y, i, c, "d*"], shape: [1] }\n  z: { kind: array, columns: [], shape: [1024, 1024, 2] }\n',
      [
        "mlops.yml:3:6: kind: array needs columns. Name them, or write a pattern, e.g. columns: ['pixel_*'].",
        'mlops.yml:3:6: kind: array needs a shape. Add it, e.g. shape: [28, 28, 1] for height, width and channels.',
        'mlops.yml:4:6: The array "y" has the name of the label. Give it another name.',
        'mlops.yml:4:31: The label "y" is listed as a feature. Remove it.',
        'mlops.yml:4:34: The column "i" is ignored by data.ignore. Remove it from one of both.',
        'mlops.yml:4:37: The column "c" is not in data.features. Add it there, or remove it.',
        'mlops.yml:5:30: kind: array needs columns. Name them',
      ].join('\n'),
    ],
    [
      'an array without numbers',
      `${minimal}features:\n  a: { kind: array, columns: [p], shape: [0] }\n`,
      'mlops.yml:5:43: "features.a.shape[0]" is 0. Write a whole number of at least 1',
    ],
    [
      'an array that is too large',
      `${minimal}features:\n  a: { kind: array, columns: [p], shape: [1024, 1024, 2] }\n`,
      'mlops.yml:5:42: An array of 1024 × 1024 × 2 numbers is too large. Write a shape of at most 1048576 numbers.',
    ],
    [
      'images without a size, too large and with other channels',
      `${minimal}features:\n  a: image\n  b: { kind: image, size: [1024, 1024] }\n  c: { kind: log, size: [1, 1] }\n`,
      [
        'mlops.yml:5:6: kind: image needs a size. Add it, e.g. size: [28, 28] for height and width.',
        'mlops.yml:6:27: An image of 1024 × 1024 × 3 numbers is too large. Write a size of at most 1048576 numbers.',
        'mlops.yml:7:25: "size" has no meaning for kind: log. Remove it or choose a kind that has it: image.',
      ].join('\n'),
    ],
    [
      'tokens that no architecture reads, and settings of other kinds',
      `${minimal}features:\n  a: tokens\n  b: { kind: one-hot, vocabulary: { top: 10001 } }\n  c: { kind: text, length: 3 }\n  d: { kind: log, shape: [1], scaling: none }\n`,
      [
        'mlops.yml:5:6: Tokens are not read by training.architecture.kind: mlp, to which they would be quantities. Tokens are read by training.architecture.kind: text; for this one use kind: text here.',
        'mlops.yml:6:42: 10001 are too many values, each of which is a number of the vector. Write at most 10000, or use kind: hashing.',
        'mlops.yml:7:28: "length" has no meaning for kind: text. Remove it or choose a kind that has it: tokens.',
        'mlops.yml:8:26: "shape" has no meaning for kind: log. Remove it or choose a kind that has it: array.',
        'mlops.yml:8:40: "scaling" has no meaning for kind: log. Remove it or choose a kind that has it: array.',
      ].join('\n'),
    ],
    [
      'a schedule with settings of others',
      `${minimal}training: { epochs: 5, schedule: { kind: cosine, warm-up: 5, patience: 3 } }\n`,
      [
        'mlops.yml:4:72: "patience" has no meaning for kind: cosine. Remove it; the kind has: warm-up, end.',
        'mlops.yml:4:59: The rate rises for 5 of 5 epochs and never falls. Write fewer epochs here, or more in training.epochs.',
      ].join('\n'),
    ],
    [
      'a plateau that lowers nothing',
      `${minimal}training: { schedule: { kind: plateau, factor: 1 } }\n`,
      'mlops.yml:4:48: A factor of 1 changes nothing. Write a smaller one.',
    ],
    [
      'settings of other optimisers',
      `${minimal}training: { optimizer: { kind: rmsprop, momentum: 0.9, nesterov: true, weight-decay: 0.1 } }\n`,
      [
        'mlops.yml:4:51: "momentum" has no meaning for kind: rmsprop. Remove it or choose kind: sgd.',
        'mlops.yml:4:66: "nesterov" has no meaning for kind: rmsprop. Remove it or choose kind: sgd.',
        'mlops.yml:4:86: "weight-decay" has no meaning for kind: rmsprop. Remove it or choose kind: adamw.',
      ].join('\n'),
    ],
    [
      'Nesterov without momentum',
      `${minimal}training: { optimizer: { kind: sgd, nesterov: true } }\n`,
      'mlops.yml:4:47: Nothing says how much momentum. Add momentum: 0.9.',
    ],
    [
      'a momentum that never ends',
      `${minimal}training: { optimizer: { kind: sgd, momentum: 1 } }\n`,
      'mlops.yml:4:47: "training.optimizer.momentum" is 1. Write a number of at least 0 and below 1.',
    ],
    [
      'a step that comes too late',
      `${minimal}training: { epochs: 10, schedule: { kind: step } }\n`,
      'mlops.yml:4:43: The rate falls after 10 epochs, and there are 10. Write fewer epochs in every, or more in training.epochs.',
    ],
    [
      'a step that changes nothing, with a setting of another kind',
      `${minimal}training: { schedule: { kind: step, factor: 1, every: 100, patience: 2 } }\n`,
      [
        'mlops.yml:4:70: "patience" has no meaning for kind: step. Remove it; the kind has: factor, every.',
        'mlops.yml:4:45: A factor of 1 changes nothing. Write a smaller one.',
        'mlops.yml:4:55: The rate falls after 100 epochs, and there are 100. Write fewer epochs in every, or more in training.epochs.',
      ].join('\n'),
    ],
    [
      'a warm start from nothing, in a tuning',
      `${minimal}training: { warm-start: blessed }\ntuning: { trials: 2, search: { training.l2: { values: [0, 1] } } }\n`,
      [
        'mlops.yml:4:25: Nothing says where the blessed model is. Name the folder that deploy-model keeps its versions in as evaluation.baseline, or a folder here.',
        'mlops.yml:4:25: Trials of a tuning begin anew. Remove it, or the section tuning.',
      ].join('\n'),
    ],
    [
      'a search for what no trial has',
      `${minimal}tuning: { trials: 2, search: { training.optimizer.momentum: { values: [0.5] }, training.optimizer.kind: { values: [adam, adamw] }, training.optimizer.weight-decay: { values: [0.1] }, training.architecture.embedding: { from: 2, to: 8 } } }\n`,
      [
        'mlops.yml:4:61: "training.optimizer.momentum" has no meaning here. Remove it or choose kind: sgd.',
        'mlops.yml:4:217: "training.architecture.embedding" has no meaning here. Remove it or choose kind: wide-and-deep.',
      ].join('\n'),
    ],
    [
      'settings of halving without it',
      `${minimal}tuning: { trials: 9, bracket: 9, reduction: 3, search: { training.l2: { values: [0, 1] } } }\n`,
      [
        'mlops.yml:4:45: "reduction" has no meaning for method: random. Remove it or choose method: successive-halving.',
        'mlops.yml:4:31: "bracket" has no meaning for method: random. Remove it or choose method: successive-halving.',
      ].join('\n'),
    ],
    [
      'halving that can not be',
      `${minimal}training: { epochs: 8, time-budget: 5 }\ntuning: { method: successive-halving, trials: 9, search: { training.l2: { values: [0, 1] } } }\n`,
      [
        'mlops.yml:5:19: The first rung has one of 9 parts of the epochs, and there are 8. Write more in training.epochs, or a smaller bracket.',
        'mlops.yml:4:37: Successive halving compares trials after as many epochs, not minutes. Remove it, or choose another tuning.method.',
      ].join('\n'),
    ],
    [
      'a bracket of fewer trials than go on',
      `${minimal}tuning: { method: successive-halving, trials: 9, bracket: 2, search: { training.l2: { values: [0, 1] } } }\n`,
      'mlops.yml:4:59: None of 2 trials goes on where one of 3 does. Write a larger bracket, or a smaller reduction.',
    ],
    [
      'a time budget of nothing',
      `${minimal}training: { time-budget: 0 }\n`,
      'mlops.yml:4:26: "training.time-budget" is 0. Write a number above 0 and of at most 7200.',
    ],
    [
      'a time budget for a command',
      `${minimal}training: { time-budget: 5, architecture: { kind: command, run: python t.py } }\n`,
      'mlops.yml:4:26: "time-budget" has no meaning where a command trains. Remove it: the command decides how it trains.',
    ],
    [
      'an elimination of features with too few trainings',
      `${minimal}training: { cross-validation: {}, feature-elimination: { max-trainings: 11 } }\n`,
      'mlops.yml:4:73: 11 trainings are too few: each of 5 folds and the model itself need two. Write 12 or more.',
    ],
    [
      'an elimination of features by its default number of trainings',
      `${minimal}training: { cross-validation: { folds: 50 }, feature-elimination: {} }\n`,
      'mlops.yml:4:67: 100 trainings are too few: each of 50 folds and the model itself need two. Write 102 or more.',
    ],
    [
      'an elimination of features of a model that needs them',
      `${minimal}training: { architecture: { kind: wide-and-deep }, feature-elimination: {} }\n`,
      "mlops.yml:4:73: Models of kind: wide-and-deep can't do without some of their features. Remove it, or choose kind: mlp or linear.",
    ],
    [
      'an elimination of features by streaming and by a command',
      `${minimal}training: { streaming: true, feature-elimination: {}, architecture: { kind: command, run: x } }\n`,
      '"feature-elimination" needs all rows in memory',
    ],
    [
      'streaming with what needs all rows in memory',
      `${minimal}features: { x: { kind: image, size: [8, 8] } }\ntraining: { streaming: true, cross-validation: { folds: 3 }, feature-importance: { repeats: 2 }, example-weight: w }\ntuning: { trials: 2, search: { training.l2: { values: [0, 1] } } }\n`,
      [
        'mlops.yml:5:48: "cross-validation" needs all rows in memory. Remove it, or training.streaming.',
        'mlops.yml:5:82: "feature-importance" needs all rows in memory. Remove it, or training.streaming.',
        'mlops.yml:5:114: "example-weight" needs all rows in memory. Remove it, or training.streaming.',
        'mlops.yml:6:9: Tuning needs all rows in memory. Remove it, or training.streaming.',
        'mlops.yml:4:16: Images need to be in memory. Remove it, or training.streaming.',
      ].join('\n'),
    ],
    [
      'streaming of a split that needs all rows in memory',
      'model: m\ndata: { path: a.csv, label: y, split: { by: time, column: t } }\ntraining: { streaming: true }\n',
      'mlops.yml:2:45: Splitting by time needs all rows in memory. Choose hash or file, or remove training.streaming.',
    ],
    [
      'windows of rows that are split by hash, and with a shape',
      `${minimal}features: { past: { kind: array, columns: [a], shape: [3, 1], window: { length: 3, by: t } } }\n`,
      [
        'A window reads the rows before each row, those of other splits too, and rows are split by hash. Split by time: data.split: { by: time, column: t }.',
      ].join('\n'),
    ],
    [
      'a window by another time than the split',
      'model: m\ndata: { path: a.csv, label: y, split: { by: time, column: sold } }\nfeatures: { past: { kind: array, columns: [y], window: { length: 3, by: listed } } }\n',
      'A window by "listed" may read rows that are later by "sold", by which rows are split. Name one column in both.',
    ],
    [
      'clipping by nothing',
      `${minimal}training: { clip: {} }\n`,
      'mlops.yml:4:19: Nothing says where to clip. Write norm: 1 or value: 0.5.',
    ],
    [
      'clipping by both',
      `${minimal}training: { clip: { norm: 1, value: 1 } }\n`,
      'mlops.yml:4:19: Gradients are clipped by norm or by value. Keep one of both.',
    ],
    [
      'weights that can be none',
      `${minimal}task: regression\nfeatures: { w: log }\ntraining: { class-weight: balanced, example-weight: w }\n`,
      [
        'mlops.yml:6:27: A regression has no classes. Remove it, or use example-weight.',
        'mlops.yml:6:53: The column of weights "w" is named in features. Remove it from one of both.',
      ].join('\n'),
    ],
    [
      'a label that weighs, and no class that does',
      `${minimal}training: { class-weight: {}, example-weight: y }\n`,
      [
        'mlops.yml:4:27: No class has a weight. Write balanced, or a weight for a class.',
        'mlops.yml:4:47: The column of weights "y" is the label. Name another column.',
      ].join('\n'),
    ],
    [
      'files for microcontrollers of variants that none runs',
      `${minimal}export: { variants: [float16], microcontroller: true }\n`,
      'mlops.yml:4:49: TFLite Micro runs none of the variants. Add one of float32, int8, int8-only, int16x8 to export.variants, or write false.',
    ],
    [
      'weights where a command trains',
      `${minimal}training: { architecture: { kind: command, run: ./train }, example-weight: w }\n`,
      'mlops.yml:4:76: "example-weight" has no meaning where a command trains. Remove it: the command decides how it trains.',
    ],
    [
      'features where a command trains',
      `${minimal}features: { a: log }\ntraining: { architecture: { kind: command, run: ./train } }\n`,
      'mlops.yml:4:11: "features" has no meaning where a command trains. Remove it: the command gets the columns as they are.',
    ],
    [
      'a split by group without a key',
      'data:\n  path: a\n  label: y\n  split: { by: group }\n',
      'mlops.yml:4:16: The split is by group and names no key. Name the columns of a group in key.',
    ],
    [
      'a split by time without a column',
      'data:\n  path: a\n  label: y\n  split: { by: time }\n',
      'mlops.yml:4:16: The split is by time and names no column. Name the column of times in column.',
    ],
    [
      'a split by time with a key',
      'data:\n  path: a\n  label: y\n  split: { by: time, column: t, key: [a] }\n',
      'mlops.yml:4:38: A split by time has no key. Remove it: the times alone decide.',
    ],
    [
      'a split by hash with a column',
      'data:\n  path: a\n  label: y\n  split: { column: t }\n',
      'mlops.yml:4:20: A split by hash has no column. Name columns in key, or set by to time or stratified.',
    ],
    [
      'a split by file without files',
      'data:\n  path: a\n  label: y\n  split: { by: file }\n',
      'mlops.yml:4:16: The split is by file and names no files. Name those of the evaluation in files: { evaluation: … }.',
    ],
    [
      'a split by file with fractions',
      'data:\n  path: a\n  label: y\n  split: { by: file, files: { evaluation: b }, fractions: { train: 0.5, evaluation: 0.5 } }\n',
      'mlops.yml:4:59: A split by file has no fractions. Remove it: the files alone decide.',
    ],
    [
      'files of a split by hash',
      'data:\n  path: a\n  label: y\n  split: { files: { evaluation: b } }\n',
      'mlops.yml:4:19: A split by hash has files. Remove them, or set by to file.',
    ],
    [
      'a gate without a rule',
      `${minimal}evaluation:\n  gates:\n    - { metric: accuracy }\n`,
      'mlops.yml:6:7: The gate has no rule. Add at-least, at-most, or against: baseline with may-drop.',
    ],
    [
      'a comparison of the wrong direction',
      `${minimal}evaluation: { gates: [ { metric: rmse, against: baseline, may-drop: 1 } ] }`,
      'mlops.yml:4:69: rmse is better when it is smaller. Use may-rise.',
    ],
    [
      'a metric of another task',
      `task: regression\n${minimal}evaluation: { gates: [ { metric: accuracy, at-least: 1 } ] }`,
      'mlops.yml:5:34: accuracy is no metric of regression. Use one of: rmse, mae, r2.',
    ],
    [
      'two baselines',
      `${minimal}evaluation: { baseline: models, baseline-artifact: mlops }`,
      'mlops.yml:4:52: The baseline is both a folder and an artifact. Keep one of baseline and baseline-artifact.',
    ],
    [
      'two targets in one folder',
      `${minimal}deployment: { targets: [ { kind: directory }, { kind: directory, path: ./models/ } ] }`,
      'mlops.yml:4:47: Two targets have the folder "models". Give each its own path.',
    ],
    [
      'an output directory with files of the user',
      `${minimal}output-directory: data\n`,
      'mlops.yml:4:19: The output directory data holds files of yours (data/schema.json, data/a.csv). Choose a folder of its own',
    ],
    [
      'a number that is none',
      `${minimal}evaluation: { gates: [ { metric: accuracy, at-least: .nan } ] }`,
      '"evaluation.gates[0].at-least" is .nan.',
    ],
    ['a list as key', `${minimal}[1, 2]: 3\n`, 'mlops.yml:4:1: A key is a list or a section.'],
    [
      'an alias of a list as key',
      `x: &a [1]\n*a : 3\n`,
      'mlops.yml:2:1: A key is a list or a section.',
    ],
    [
      'a field that can not be tuned',
      `${minimal}tuning:\n  trials: 2\n  search:\n    training.optimizer.learing-rate: { from: 0.1, to: 1 }\n`,
      'mlops.yml:7:5: "tuning.search.training.optimizer.learing-rate" is not known. Did you mean "training.optimizer.learning-rate"?',
    ],
    [
      'a search without values',
      `${minimal}tuning: { trials: 2, search: { training.l2: { from: 0 } } }`,
      'mlops.yml:4:45: Nothing says which values to try. Write from: and to:, or values: [ … ].',
    ],
    [
      'a range and a list',
      `${minimal}tuning: { trials: 2, search: { training.l2: { from: 0, values: [1] } } }`,
      'mlops.yml:4:53: "values" and "from" don\'t go together.',
    ],
    [
      'a range that falls',
      `${minimal}tuning: { trials: 2, search: { training.l2: { from: 1, to: 0.5 } } }`,
      'mlops.yml:4:60: The range ends at 0.5 and begins at 1. Let it rise.',
    ],
    [
      'a log scale from zero',
      `${minimal}tuning: { trials: 2, search: { training.l2: { from: 0, to: 1, scale: log } } }`,
      'mlops.yml:4:53: A log scale has no zero.',
    ],
    [
      'a value to try that the field does not take',
      `${minimal}tuning: { trials: 2, search: { training.batch-size: { values: [8, 0.5] } } }`,
      'mlops.yml:4:67: "tuning.search.training.batch-size.values[1]" is 0.5. Write a whole number of at least 1',
    ],
    [
      'hidden layers to try for a linear model',
      `${minimal}training: { architecture: { kind: linear } }\ntuning: { trials: 2, search: { training.architecture.dropout: { values: [0.1] } } }`,
      'mlops.yml:5:63: "training.architecture.dropout" has no meaning for a linear model.',
    ],
    [
      'the tuning of a command',
      `${minimal}training: { architecture: { kind: command, run: x } }\ntuning: { trials: 2, search: { training.l2: { values: [0.1] } } }`,
      'mlops.yml:5:9: A command is not tuned.',
    ],
    [
      'a command that is not there',
      `${minimal}training: { architecture: { kind: command } }`,
      'mlops.yml:4:27: kind: command needs the command. Add it, e.g. run: python train.py.',
    ],
    [
      'a command without a word',
      `${minimal}training: { architecture: { kind: command, run: " " } }`,
      'mlops.yml:4:49: This is no command.',
    ],
    [
      'a module that is not there',
      `${minimal}training: { architecture: { kind: module } }`,
      'mlops.yml:4:27: kind: module needs the module. Add it, e.g. path: model/create-model.mjs.',
    ],
    [
      'a module in another language',
      `${minimal}training: { architecture: { kind: module, path: model.py } }`,
      'mlops.yml:4:49: This is no module. Name a file that ends in .mjs, .js, .mts or .ts.',
    ],
    [
      'a path without a module',
      `${minimal}training: { architecture: { kind: mlp, path: model.mjs } }`,
      'mlops.yml:4:46: "path" has no meaning for kind: mlp. Remove it or choose kind: module.',
    ],
    [
      'the tuning of a module',
      `${minimal}training: { architecture: { kind: module, path: m.ts } }\ntuning: { trials: 2, search: { training.architecture.dropout: { values: [0.1] } } }`,
      'mlops.yml:5:63: "training.architecture.dropout" has no meaning for kind: module.',
    ],
    [
      'a field of another architecture',
      `${minimal}training: { architecture: { kind: command, run: x, dropout: 0.1 } }`,
      'mlops.yml:4:61: "dropout" has no meaning for kind: command. Remove it or choose kind: mlp.',
    ],
    [
      'a field of training that a command does not read',
      `${minimal}training: { epochs: 5, architecture: { kind: command, run: x } }`,
      'mlops.yml:4:21: "epochs" has no meaning where a command trains.',
    ],
    ['broken YAML', 'data: [1, 2', 'mlops.yml:1:12: Flow sequence in block collection must be'],
    ['no mapping', '- a\n- b\n', 'mlops.yml:1:1: The file is a list. Write a section with fields.'],
  ])('%s', async (_name, text, expected) => {
    expect(await messageOf(load(text))).toContain(expected);
  });

  test('bytes that are not UTF-8, with their line', async () => {
    const { files } = memoryPorts({
      'mlops.yml': Buffer.from('data:\n  label: Gr\xfc\xdfe\n', 'latin1'),
    });
    expect(await messageOf(loadConfiguration(files, request()))).toContain(
      'mlops.yml:2: This is not UTF-8.',
    );
  });

  test('all of them at once', async () => {
    const message = await messageOf(load('modl: x\ndata: { path: a, labl: y }\nseed: 1\n'));
    expect(message.split('\n').map((line) => line.split(':').slice(0, 3).join(':'))).toEqual(
      expect.arrayContaining(['mlops.yml:1:1', 'mlops.yml:2:18', 'mlops.yml:3:1']),
    );
  });

  test('a bomb of aliases is refused', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) =>
        `a${i}: &a${i} [${Array(10)
          .fill(i === 0 ? 'x' : `*a${i - 1}`)
          .join(', ')}]`,
    );
    expect(await messageOf(load(`${levels.join('\n')}\n`))).toContain("can't be expanded");
  });

  test('a missing file names the way to make one', async () => {
    const { files } = memoryPorts();
    const message = await messageOf(loadConfiguration(files, request({ file: 'x.yml' })));
    expect(message).toContain('There is no configuration file x.yml');
    expect(message).toContain('npx mlops init');
  });

  test('no text makes it crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        await messageOf(load(text));
      }),
    );
  });
});

test('slices of the data are columns, or columns with values', async () => {
  const { validation } = await load(
    `${minimal}validation:\n  slices:\n    - [a, b]\n    - { a: x, n: 3, b: '*', flag: true }\n`,
  );
  expect(validation.slices).toEqual([
    { a: '*', b: '*' },
    { a: 'x', n: '3', b: '*', flag: 'true' },
  ]);
  expect((await load(minimal)).validation.slices).toEqual([]);
});

describe('inputs in the place of fields', () => {
  const override = (field: string, value: string) => ({
    input: `input "${field}"`,
    field: field.split('.'),
    value,
  });

  test('numbers, lists, text and booleans', async () => {
    const {
      training,
      data,
      evaluation,
      export: exported,
    } = await load(minimal, {
      overrides: [
        override('training.seed', '42'),
        override('training.cache', 'false'),
        override('data.path', 'b.csv\nc.csv'),
        override('evaluation.baseline', '12'),
        override('export.variants', 'float32, int8'),
      ],
    });
    expect(training).toMatchObject({ seed: 42, cache: false });
    expect(data.path).toEqual(['b.csv', 'c.csv']);
    expect(evaluation.baseline).toBe('12');
    expect(exported.variants).toEqual(['float32', 'int8']);
  });

  test('a wrong one is named as the input that it is', async () => {
    const work = load(minimal, { overrides: [override('training.seed', 'abc')] });
    expect(await messageOf(work)).toBe(
      'input "training.seed": "training.seed" is "abc". Write a whole number of at least 0 and of at most 4294967295.',
    );
  });

  test('are enough without a file', async () => {
    const { files } = memoryPorts();
    const configuration = await loadConfiguration(
      files,
      request({ overrides: [override('data.path', 'a.csv'), override('data.label', 'y')] }),
    );
    expect(configuration.data).toMatchObject({ path: ['a.csv'], label: 'y' });
  });
});
