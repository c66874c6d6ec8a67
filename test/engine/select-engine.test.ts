import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { loadConfiguration } from '../../shared/config/index.ts';
import { describeEngine, openEngine, selectEngine } from '../../shared/engine/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';

const NATIVE = {
  version: { 'tfjs-core': '4.22.0', 'tfjs-node': '4.22.0' },
  getBackend: () => 'tensorflow',
  backend: () => ({ binding: { TF_Version: '2.9.1' } }),
};
const LISTED = JSON.stringify({ dependencies: { '@tensorflow/tfjs-node': '4.22.0' } });

function yaml(training: string, directory = ''): Record<string, string> {
  return {
    [`${directory}mlops.yml`]: `data: { path: data.csv, label: y }\ntraining: { ${training} }\n`,
  };
}

async function select(
  files: Readonly<Record<string, string>>,
  packages: Readonly<Record<string, object>> = {},
) {
  const ports = memoryPorts(files, { packages });
  const file = Object.keys(files)[0] as string;
  return selectEngine(
    await loadConfiguration(ports.files, { file, overrides: [], given: false }),
    ports,
  );
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: Error) => `${error.name}: ${error.message}`,
  );

/** Settings of libtensorflow reach the process. */
const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  jest.restoreAllMocks();
});

describe('training.engine', () => {
  test.each([
    ['', { name: 'wasm', version: '4.22.0', simd: true }],
    ['engine: auto', { name: 'wasm', version: '4.22.0', simd: true }],
    ['engine: wasm', { name: 'wasm', version: '4.22.0', simd: true }],
    ['engine: cpu', { name: 'cpu', version: '4.22.0', simd: false }],
  ])('%p without a native package is %p', async (training, engine) => {
    expect(await select(yaml(training))).toEqual(engine);
    expect(await select({ ...yaml(training), 'package.json': '{"dependencies":{}}' })).toEqual(
      engine,
    );
  });

  test.each(['dependencies', 'devDependencies', 'optionalDependencies'])(
    'auto is the native engine that %s lists, with all that decides its bits',
    async (field) => {
      const list = { [field]: { '@tensorflow/tfjs-node': '^4' } };
      const files = { ...yaml('seed: 1'), 'package.json': `\uFEFF${JSON.stringify(list)}` };
      expect(await select(files, { '@tensorflow/tfjs-node': NATIVE })).toEqual({
        name: 'tensorflow',
        version: '4.22.0',
        simd: false,
        backend: '@tensorflow/tfjs-node 4.22.0',
        library: '2.9.1',
        threads: 1,
      });
    },
  );

  test('package.json is looked for from the folder of mlops.yml up, and what is asked for goes before it', async () => {
    const nested = { ...yaml('seed: 1', 'models/one/'), 'models/one/package.json': '{}' };
    const packages = { '@tensorflow/tfjs-node-gpu': NATIVE, '@tensorflow/tfjs-node': NATIVE };
    const above = { ...nested, 'package.json': LISTED };
    expect(await select(above, packages)).toMatchObject({ name: 'tensorflow' });
    const beside = { ...nested, 'models/two/package.json': LISTED };
    expect(await select(beside, packages)).toMatchObject({ name: 'wasm' });
    const gpu = LISTED.replace('tfjs-node', 'tfjs-node-gpu');
    expect(await select({ ...above, 'models/package.json': gpu }, packages)).toMatchObject({
      backend: '@tensorflow/tfjs-node-gpu 4.22.0',
    });
    const asked = { ...yaml('engine: wasm'), 'package.json': LISTED };
    expect(await select(asked)).toMatchObject({ name: 'wasm' });
  });

  test('threads that are set stay, and are part of the description', async () => {
    process.env.TF_NUM_INTRAOP_THREADS = '4';
    const files = { ...yaml('seed: 1'), 'package.json': LISTED };
    const packages = { '@tensorflow/tfjs-node': NATIVE };
    expect(await select(files, packages)).toMatchObject({ threads: 4 });
    process.env.TF_NUM_INTRAOP_THREADS = '0';
    expect(await select(files, packages)).toMatchObject({ threads: 0 });
  });
});

describe('a native engine that is asked for is never replaced in silence', () => {
  const bindings = (text: string, code?: string) =>
    Object.assign(new Error(text), code === undefined ? {} : { code });

  test.each([
    ['npm ci is missing', {}, /it is not installed. Run npm ci before this step, or write/],
    [
      'the compiled part is missing',
      bindings('The Node.js native addon module (tfjs_binding.node) can not be found at path: x'),
      /its compiled part is missing or damaged \(.*\)\. Run npm ci without --ignore-scripts/,
    ],
    [
      'a library is missing',
      bindings('libtensorflow.so.2: cannot open shared object file', 'ERR_DLOPEN_FAILED'),
      /by Node \d+\.\d+\.\d+ on \w+ \w+: libtensorflow\.so\.2: cannot open/,
    ],
    [
      'another version of Node compiled it',
      bindings(
        "The module 'tfjs_binding.node' was compiled against NODE_MODULE_VERSION 93",
        'ERR_DLOPEN_FAILED',
      ),
      /by Node .*NODE_MODULE_VERSION 93\. Install it on this system with this version of Node/,
    ],
    [
      'it fails otherwise',
      new TypeError('x is no function'),
      /: x is no function\. Install a version/,
    ],
    [
      'it is another package',
      { getBackend: () => 'cpu' },
      /was loaded and has started no engine "tensorflow"/,
    ],
  ])('%s', async (_, loaded, message) => {
    const files = { ...yaml('seed: 1', 'a/'), 'a/package.json': LISTED };
    const packages: Record<string, object> =
      Object.keys(loaded).length === 0 && !(loaded instanceof Error)
        ? {}
        : { '@tensorflow/tfjs-node': loaded };
    const found = await failure(select(files, packages));
    expect(found).toMatch(/^UserError: a\/package\.json: /);
    expect(found).toMatch(message);
    expect(found).toMatch(/training\.engine: wasm/);
  });

  test('tensorflow that no package.json lists', async () => {
    expect(await failure(select(yaml('engine: tensorflow')))).toMatch(
      /^UserError: mlops\.yml: The engine tensorflow is asked for, .* Run npm install @tensorflow\/tfjs-node/,
    );
  });

  test('a package.json that is no JSON', async () => {
    const files = { ...yaml('seed: 1'), 'package.json': '{ // later' };
    expect(await failure(select(files))).toMatch(
      /^UserError: package\.json: Whether it asks for a native engine can't be read.* Mend it, or/,
    );
    expect(await select({ ...files, ...yaml('engine: wasm') })).toMatchObject({ name: 'wasm' });
  });
});

test('an engine of the record is opened whatever package.json says', async () => {
  const ports = memoryPorts({ 'package.json': LISTED });
  const place = { file: 'mlops.yml', directory: '' };
  expect(await openEngine('cpu', place, ports)).toEqual(describeEngine('cpu'));
});

test('without SIMD the description says so', () => {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: { validate(): boolean } };
  jest.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  expect(describeEngine()).toEqual({ name: 'wasm', version: '4.22.0', simd: false });
});
