import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { action } from '../../../actions/validate-data/main.ts';
import { InputReader } from '../../../shared/action/index.ts';
import { isUserError } from '../../../shared/errors/index.ts';
import { sha256 } from '../../../shared/lineage/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

const example = (path: string) => readFileSync(`examples/penguins/${path}`, 'utf8');
const MLOPS = example('mlops.yml');
const PENGUINS = example('data/penguins.csv');
const SCHEMA = example('data/schema.json');
const RECORD = { version: 1, model: '', actions: {} } as const;

const smallest = (more = '') => `data:\n  path: data.csv\n  label: y\n${more}`;

async function runOn(
  files: Readonly<Record<string, string | Uint8Array>>,
  inputs: Readonly<Record<string, string>> = {},
) {
  const ports = memoryPorts(files);
  const reader = new InputReader({
    read: (name) => inputs[name],
    given: Object.keys(inputs),
    describe: (name) => `input "${name}"`,
  });
  const parsed = action.parseInputs(reader);
  reader.finish();
  const result = await action.run(parsed, ports);
  const file = (path: string) =>
    String(result.files.find((one) => one.path === path)?.content ?? '');
  return { result, ports, file };
}

function validatorOf(name: string) {
  const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
  return new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(schema);
}

describe('penguins', () => {
  test('without a schema: one is proposed, nothing is wrong', async () => {
    const { result, ports, file } = await runOn({
      'mlops.yml': MLOPS,
      'data/penguins.csv': PENGUINS,
    });
    expect(result.headline).toBe('344 examples, 8 columns, 0 anomalies');
    expect(result).toMatchObject({
      verdict: 'pass',
      outcome: 'pass',
      outputDirectory: '.mlops',
      outputs: { examples: 344, columns: 8, errors: 0, warnings: 0, schema: '.mlops/schema.json' },
    });
    expect(result.workspaceFiles).toBeUndefined();
    expect(JSON.parse(file('schema.json'))).toEqual(JSON.parse(SCHEMA));
    expect(ports.journal.annotations).toEqual([]);
    expect(result.summary).toMatch(/^## ✅ /);
    expect(result.summary).toContain('There is no schema yet');
    expect(result.record(RECORD)).toEqual({
      version: 1,
      model: 'penguin-species',
      actions: {},
      data: {
        files: [{ path: 'data/penguins.csv', bytes: PENGUINS.length, sha256: sha256(PENGUINS) }],
        examples: 344,
        columns: 8,
      },
    });
  });

  test('against the committed schema: pass, and the schema stays as it is', async () => {
    const spaced = SCHEMA.replaceAll('  ', '    ');
    const { result, file } = await runOn(
      { 'mlops.yml': MLOPS, 'data/penguins.csv': PENGUINS, 'data/schema.json': spaced },
      { 'update-schema': 'write' },
    );
    expect(result.verdict).toBe('pass');
    expect(file('schema.json')).toBe(spaced);
    expect(result.workspaceFiles).toBeUndefined();
    expect(result.record(RECORD).data?.schema).toEqual({
      path: 'data/schema.json',
      bytes: spaced.length,
      sha256: sha256(spaced),
    });
  });

  test('broken data: verdict, annotations at file and line, summary, proposed schema', async () => {
    const broken = PENGUINS.replace('1,Adelie,Torgersen', '1,Adelie,"Tor\ngersen"')
      .replace(',3800,', ',heavy,')
      .replace('4,Adelie', '3,Adelie');
    const { result, ports, file } = await runOn({
      'mlops.yml': MLOPS,
      'data/penguins.csv': broken,
      'data/schema.json': SCHEMA,
    });
    expect(result.verdict).toBe('fail');
    expect(result.headline).toBe('344 examples, 8 columns, 3 anomalies');
    expect(ports.journal.annotations.map(({ title, file, line }) => [title, file, line])).toEqual([
      ['row_id: Repeated values', 'data/penguins.csv', 6],
      ['island: Unexpected values', 'data/penguins.csv', 2],
      ['body_mass_g: Not whole numbers', 'data/penguins.csv', 4],
    ]);
    expect(result.summary).toMatch(/^## ❌ .*\n\n\*\*3 anomalies in 344 examples, 8 columns\.\*\*/);
    expect(result.summary).not.toContain('Tor\ngersen');
    const proposed = JSON.parse(file('schema.json')) as { properties: Record<string, unknown> };
    expect(proposed.properties.body_mass_g).toEqual({ type: 'string' });
  });
});

describe('files', () => {
  test('weighted slices follow the schema, and the summary has what they weigh', async () => {
    const { file, result } = await runOn({
      'mlops.yml': smallest('validation: { slices: [[k]], weight: w }\n'),
      'data.csv': 'x,k,w,y\n1,a,1,0\n5,a,3,1\n2,b,4,1\n,b,0,0\n',
    });
    const statistics = JSON.parse(file('statistics.json'));
    const validate = validatorOf('statistics');
    validate(statistics);
    expect(validate.errors ?? []).toEqual([]);
    expect(statistics.slices[0]).toMatchObject({ slice: { k: 'a' }, weight: { total: 4 } });
    // np.average([1, 5], weights=[1, 3])
    expect(statistics.slices[0].columns[0].weighted.numeric.mean).toBe(4);
    expect(result.summary).toContain('weighted 50 %');
    expect(result.summary).toContain('3, weighted 4 (all: 2.667)');
  });

  test('follow their schemas, and are the same bytes in every run', async () => {
    const files = {
      'mlops.yml': smallest(
        '  missing-values: ["?"]\nvalidation: { slices: [[s], { x: "*", y: 1 }] }\n',
      ),
      'data.csv': 'x,s,b,y\n1,a,true,0\n?,"b|`\n",FALSE,1\nnan,é,true,\ninf,a,no,1\n2,a,true,0\n',
      'data/schema.json':
        '{"type":"object","properties":{"s":{"enum":["a"]},"b":{"type":"boolean"},"y":{}},"additionalProperties":false,"x-dataset":{"min-examples":10}}',
    };
    const first = await runOn(files);
    const second = await runOn(files);
    expect(first.result.files).toEqual(second.result.files);
    expect(first.result.summary).toBe(second.result.summary);
    for (const name of ['statistics', 'anomalies', 'schema']) {
      const validate = validatorOf(name);
      validate(JSON.parse(first.file(`${name}.json`)));
      expect(validate.errors ?? []).toEqual([]);
    }
    const { anomalies } = JSON.parse(first.file('anomalies.json')) as {
      anomalies: { type: string; column?: string }[];
    };
    expect(anomalies.map(({ type, column }) => `${type} ${column ?? ''}`.trim())).toEqual([
      'DATASET_LOW_NUM_EXAMPLES',
      'SCHEMA_NEW_COLUMN x',
      'ENUM_TYPE_UNEXPECTED_STRING_VALUES s',
      'BOOL_TYPE_UNEXPECTED_STRING b',
      'LABEL_MISSING y',
    ]);
  });

  test('update-schema: write puts the schema in its place, with the other files', async () => {
    const files = { 'mlops.yml': smallest(), 'data.csv': 'x,y\n1,0\n2,1\n' };
    const { result, file } = await runOn(files, { 'update-schema': 'write', schema: 's/own.json' });
    expect(result.workspaceFiles).toEqual([{ path: 's/own.json', content: file('schema.json') }]);
    expect(result.summary).toContain('written to');
  });
});

describe('the proposed schema', () => {
  const files = {
    'mlops.yml': smallest(),
    'data.csv': 'x,z,y\n1,a`b,0\n2,c,1\n',
    'data/schema.json':
      '{"type":"object","properties":{"x":{},"y":{}},"additionalProperties":false}',
  };

  test('is shown as a diff', async () => {
    const { result } = await runOn(files);
    const diff = /```diff\n([\s\S]*?)\n```/.exec(result.summary)?.[1] ?? '';
    expect(diff).toContain('properties › z');
    expect(diff.split('\n').filter((line) => line.startsWith('-'))).toEqual([]);
  });

  test('is none where the committed one fits, and none of a first one', async () => {
    const sound = { ...files, 'data.csv': 'x,y\n1,0\n2,1\n' };
    expect((await runOn(sound)).result.summary).not.toContain('```diff');
    const { 'data/schema.json': _, ...first } = files;
    expect((await runOn(first)).result.summary).not.toContain('```diff');
  });

  test('update-schema: never proposes none', async () => {
    const { result, file } = await runOn(files, { 'update-schema': 'never' });
    expect(result.summary).not.toContain('```diff');
    expect(file('schema.json')).toBe(files['data/schema.json']);
    expect(result.outputs.schema).toBe('.mlops/schema.json');
    const { 'data/schema.json': _, ...first } = files;
    const none = await runOn(first, { 'update-schema': 'never' });
    expect(none.result.files.map(({ path }) => path)).toEqual([
      'statistics.json',
      'anomalies.json',
    ]);
    expect(none.result.outputs.schema).toBe('');
    expect(none.result.summary).toContain('none is proposed');
  });
});

describe('environments and comparisons', () => {
  const schema = JSON.stringify({
    type: 'object',
    properties: { x: { type: 'string' }, y: {} },
    required: ['x', 'y'],
    'x-environments': ['training', 'serving'],
    'x-columns': {
      x: { 'drift-comparator': { 'infinity-norm': 0.2 } },
      y: { 'not-in-environments': ['serving'] },
    },
  });
  const files = {
    'mlops.yml': smallest(
      'validation:\n  reference: old.csv\n  environment: training\n  checks: { constant-column: error }\n',
    ),
    'data.csv': 'x,c,y\na,1,0\nb,1,1\n',
    'old.csv': 'x,c,y\na,1,0\na,1,1\n',
    'data/schema.json': schema,
  };

  test('thresholds are judged, every figure is in the summary, the report follows its schema', async () => {
    const { result, file } = await runOn(files);
    const report = JSON.parse(file('anomalies.json')) as {
      anomalies: { type: string; severity: string }[];
    };
    const validate = validatorOf('anomalies');
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(report.anomalies.map(({ type, severity }) => [type, severity])).toEqual([
      ['COMPARATOR_L_INFTY_HIGH', 'error'],
      ['CONSTANT_COLUMN', 'error'],
    ]);
    expect(result.summary).toMatch(/Compared with other data: .*, 1 above a threshold/);
    expect(result.summary).toContain('in the environment <code>training</code>');
  });

  test('the input chooses another environment, and checks can be turned off', async () => {
    const { result } = await runOn(
      {
        ...files,
        'mlops.yml': smallest('validation:\n  checks: { constant-column: off }\n'),
        'data.csv': 'x,c\na,1\nb,1\n',
      },
      { environment: 'serving' },
    );
    // What is left: nothing to compare with.
    expect(result.headline).toBe('2 examples, 2 columns, 0 anomalies, 1 warning');
  });

  test('checks that no schema asks for warn, and can be made errors', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => `A-${index},${((index * 37) % 11) % 2}`);
    const data = { 'data.csv': `order,y\n${rows.join('\n')}\n` };
    const judged = async (checks: string) =>
      (await runOn({ ...data, 'mlops.yml': smallest(`validation:\n  checks: ${checks}\n`) }))
        .result;
    expect((await judged('{}')).verdict).toBe('warn');
    expect((await judged('{}')).summary).toContain('Identifier as a feature');
    expect((await judged('{ identifier-feature: error }')).verdict).toBe('fail');
    expect((await judged('{ identifier-feature: off }')).verdict).toBe('pass');
  });

  test('an environment without a schema is a mistake', async () => {
    const { 'data/schema.json': _, ...rest } = files;
    await expect(runOn(rest)).rejects.toThrow('no schema data/schema.json');
  });

  test('an unknown check is a mistake at its line', async () => {
    const mlops = smallest('validation:\n  checks: { constant-colum: off }\n');
    const error: unknown = await runOn({ ...files, 'mlops.yml': mlops }).catch(
      (cause: unknown) => cause,
    );
    if (!isUserError(error)) throw error;
    expect(error.problems[0]?.where).toMatchObject({ file: 'mlops.yml', line: 5 });
    expect(error.problems[0]?.remedy).toContain('constant-column');
  });
});

describe('verdict', () => {
  const warned = { 'data.csv': 'c,y\n1,0\n1,1\n' };
  const failed = { 'data.csv': 'x,y\n1,0\ninf,1\n' };

  test.each([
    ['error', warned, 'warn'],
    ['warning', warned, 'fail'],
    ['never', warned, 'warn'],
    ['error', failed, 'fail'],
    ['warning', failed, 'fail'],
    ['never', failed, 'warn'],
  ])('fail-on %s', async (failOn, files, verdict) => {
    const { result } = await runOn({ ...files, 'mlops.yml': smallest() }, { 'fail-on': failOn });
    expect([result.verdict, result.outcome]).toEqual([verdict, verdict]);
  });

  test('warnings are counted in the headline', async () => {
    const { result } = await runOn({ ...warned, 'mlops.yml': smallest() });
    expect(result.headline).toBe('2 examples, 2 columns, 0 anomalies, 1 warning');
  });
});

describe('many faults', () => {
  test('every anomaly is annotated once before any is annotated twice; the summary counts the rest', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `z,w,${index % 2}`);
    const ports = memoryPorts({
      'mlops.yml': smallest(),
      'data.csv': `a,b,y\n${rows.join('\n')}\n`,
      'data/schema.json':
        '{"type":"object","properties":{"a":{"enum":["a"]},"b":{"enum":["b"]},"y":{}}}',
    });
    const shown: string[] = [];
    const limited = {
      ...ports,
      annotations: {
        add: ({ title }: { readonly title: string }) => {
          if (shown.length >= 10) return false;
          shown.push(title);
          return true;
        },
      },
    };
    const configuration = { file: 'mlops.yml', given: false, overrides: [] };
    const result = await action.run({ configuration }, limited);
    expect(shown.slice(0, 2)).toEqual(['a: Unexpected values', 'b: Unexpected values']);
    expect(result.summary).toContain('of 60 at fault are annotated');
  });

  test('one cause in 140 rows is annotated three times in a file, and the last one counts the rest', async () => {
    const rows = Array.from({ length: 140 }, (_, index) => `z,${index % 2}`);
    const { ports, file, result } = await runOn({
      'mlops.yml': 'data:\n  path: [a.csv, b.csv]\n  label: y\n',
      'a.csv': `x,y\n${rows.slice(0, 5).join('\n')}\n`,
      'b.csv': `x,y\n${rows.slice(5).join('\n')}\n`,
      'data/schema.json': '{"type":"object","properties":{"x":{"enum":["a"]},"y":{}}}',
    });
    const shown = ports.journal.annotations.filter(({ title }) => title?.startsWith('x: Unexp'));
    expect(shown.map(({ file, line }) => `${file}:${line}`)).toEqual([
      ...['a.csv:2', 'a.csv:3', 'a.csv:4'],
      ...['b.csv:2', 'b.csv:3', 'b.csv:4'],
    ]);
    expect(shown.map(({ message }) => /And \d+ more\./.exec(message)?.[0])).toEqual([
      ...Array.from({ length: 5 }),
      'And 134 more.',
    ]);
    expect(result.summary).toContain('6 rows of 140 at fault are annotated');
    expect(JSON.parse(file('anomalies.json'))).toMatchObject({
      anomalies: [{ count: 140, places: { length: 10 } }, {}],
    });
  });

  test('hostile names and values stay text in the summary', async () => {
    const name = '::error::<script>|`@octocat`\n# x';
    const { result } = await runOn({
      'mlops.yml': smallest(),
      'data.csv': `"${name.replaceAll('"', '""')}",__proto__,y\n"${name}",1,0\n"${name}",2,1\n`,
    });
    expect(result.summary).not.toMatch(/<script|@octocat|^# x|::error/m);
    // Three columns with six cells each, one anomaly with six, a correlation with five, one file with three: no value has added a cell.
    const rows = result.summary.split('\n').filter((line) => line.includes('<code>'));
    const cells = rows
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').length - 2);
    expect(cells).toEqual([6, 5, 5, 5, 5, 3]);
  });
});

describe('mistakes of the user leave nothing behind', () => {
  const good = { 'mlops.yml': smallest(), 'data.csv': 'x,y\n1,0\n2,1\n' };
  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    ['no configuration', { 'data.csv': 'x,y\n1,0\n' }, 'There is no configuration file mlops.yml'],
    ['no data file', { 'mlops.yml': smallest() }, 'There is no data file data.csv'],
    ['an empty data file', { ...good, 'data.csv': '' }, 'data.csv: The data file is empty'],
    ['no rows', { ...good, 'data.csv': 'x,y\n' }, 'data.csv: The data has a header and no rows'],
    ['ragged rows', { ...good, 'data.csv': 'x,y\n1\n' }, 'data.csv:2: This row has 1 cells'],
    [
      'a header that is not UTF-8',
      { ...good, 'data.csv': Uint8Array.from([233, 10, 120, 10]) },
      'data.csv:1: This is not UTF-8',
    ],
    ['a duplicate column', { ...good, 'data.csv': 'y,y\n1,0\n' }, 'data.csv:1: Columns 1 and 2'],
    ['no label', { ...good, 'data.csv': 'x,z\n1,0\n2,1\n' }, 'The label "y" is not a column'],
    ['one class', { ...good, 'data.csv': 'x,y\n1,0\n2,0\n' }, 'The label "y" has one value'],
    [
      'a schema that is not JSON',
      { ...good, 'data/schema.json': '{"type"}' },
      'data/schema.json:1:8: This is not JSON',
    ],
  ])('%s', async (_, files, message) => {
    const ports = memoryPorts({ ...files, '.mlops/statistics.json': 'old' });
    const before = new Map(ports.files.content);
    const configuration = { file: 'mlops.yml', given: false, overrides: [] };
    const error: unknown = await action
      .run({ configuration }, ports)
      .catch((thrown: unknown) => thrown);
    expect(isUserError(error) && error.message).toContain(message);
    expect(isUserError(error) && error.problems[0].remedy).toBeTruthy();
    expect(ports.files.content).toEqual(before);
  });

  test('unknown inputs and values are refused with the nearest one', async () => {
    await expect(runOn(good, { 'fail-onn': 'error' })).rejects.toThrow(
      /did you mean input "fail-on"/i,
    );
    await expect(runOn(good, { 'fail-on': 'errors' })).rejects.toThrow('error');
  });
});
