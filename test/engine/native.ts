// npm run native: trains by the real native engine, with the bundles as a user has them. Prints a line for each check and
// ends with 1 when one fails; where the engine can't be had, it says so in one line and ends with 0.
import { deepStrictEqual as equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import {
  findNativeEngine,
  LIBTENSORFLOW,
  NATIVE_PACKAGE,
} from '../../scripts/checks/native-engine.mjs';

const BUNDLES = resolve(process.env.MLOPS_TEST_DIST || 'dist');
const STEP_MS = 120_000;
const PACKAGE_JSON = JSON.stringify({
  private: true,
  dependencies: { [NATIVE_PACKAGE.name]: NATIVE_PACKAGE.version },
});

/**
 * Cases of test/model/parity in which the native engine fails or gives something else than the JavaScript backend. No network
 * of the suite has such a layer; one that gets it must not train by this engine unseen.
 */
const APART = [
  'average pooling 3×2, strides 2,1, same',
  'average pooling 3×3, strides 1, same',
  'average pooling 3×3, strides 2, same',
  'average pooling 5×4, strides 1, same',
  'conv2d 3×3, strides 1, 2',
  'layer averagePooling2d',
  'layer upSampling2d',
  'multinomial',
  'resizeNearestNeighbor',
  'unsortedSegmentSum',
];

const found = findNativeEngine();
if ('missing' in found) {
  console.log(`native engine: skipped (${found.missing})`);
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'mlops-native-'));
  try {
    checkAll(join(found.folder, 'node_modules'), scratch);
    await checkParity(found.folder, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function checkAll(packages: string, scratch: string): void {
  const bare = makeWorkspace(join(scratch, 'bare'));
  const refused = mlops(bare, ['train-model']);
  equal(refused.status, 2, refused.output);
  ok(/it is not installed. Run npm ci before this step/.test(refused.output), refused.output);
  console.log('without npm ci: refused, with the remedy');

  const [first, second] = ['first', 'second'].map((name) => {
    const workspace = makeWorkspace(join(scratch, name), packages);
    succeed(workspace, ['train-model']);
    return workspace;
  }) as [string, string];
  equal(modelOf(first), modelOf(second));
  console.log('the same seed twice: the same bytes');

  const { engine } = readJson(first, 'training.json');
  equal(engine, {
    name: 'tensorflow',
    version: NATIVE_PACKAGE.version,
    simd: false,
    backend: `${NATIVE_PACKAGE.name} ${NATIVE_PACKAGE.version}`,
    library: LIBTENSORFLOW,
    threads: 1,
  });
  console.log(`training.json: libtensorflow ${LIBTENSORFLOW}, one thread`);

  ok(/the same bytes/.test(succeed(first, ['train-model', '--rebuild', 'verify'])));
  const evaluated = succeed(first, ['evaluate-gate']);
  ok(!/Another engine/.test(evaluated), evaluated);
  console.log('rebuild: verify and evaluate-gate: by the engine of the record');

  const wasm = makeWorkspace(join(scratch, 'wasm'), packages, 'wasm');
  succeed(wasm, ['train-model']);
  ok(modelOf(wasm)[1] !== modelOf(first)[1], 'WebAssembly gave the very bytes: did it train both?');
  const [there, here] = [firstLoss(first), firstLoss(wasm)];
  ok(Math.abs(there - here) < 1e-5, `validation loss of epoch 1: ${there} and ${here}`);
  console.log(`beside WebAssembly: validation loss of epoch 1 apart by ${Math.abs(there - here)}`);
  rmSync(join(first, 'node_modules'));
  const fallen = succeed(first, ['evaluate-gate']);
  ok(/Another engine evaluates than trained/.test(fallen), fallen);
  console.log('evaluate-gate without the package: a warning, and WebAssembly');
}

async function checkParity(folder: string, scratch: string): Promise<void> {
  const program = join(scratch, 'parity.mjs');
  await build({
    entryPoints: ['test/engine/parity-program.ts'],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: { 'node-fetch': resolve('scripts/build/left-out.mjs') },
    define: { __BUNDLED__: 'true' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder], {
    encoding: 'utf8',
    timeout: STEP_MS,
  });
  equal(status, 0, stderr);
  const { agree, others } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    readonly agree: number;
    readonly others: Readonly<Record<string, string>>;
  };
  // Kernels differ from processor to processor: fewer are no fault.
  const unknown = Object.keys(others).filter((name) => !APART.includes(name));
  equal(unknown, [], JSON.stringify(others));
  ok(agree > 100, `only ${agree} cases`);
  console.log(
    `beside the JavaScript backend: ${agree} cases agree, ${Object.keys(others).length} known ones don't`,
  );
}

function makeWorkspace(folder: string, packages?: string, engine = 'auto'): string {
  cpSync('examples/penguins', folder, { recursive: true });
  const file = join(folder, 'mlops.yml');
  const yaml = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    yaml.replace('training:\n', `training:\n  engine: ${engine}\n  cache: false\n`),
  );
  writeFileSync(join(folder, 'package.json'), PACKAGE_JSON);
  if (packages !== undefined) symlinkSync(packages, join(folder, 'node_modules'));
  return folder;
}

function succeed(workspace: string, words: readonly string[]): string {
  const { status, output } = mlops(workspace, words);
  equal(status, 0, `mlops ${words.join(' ')}: ${output}`);
  return output;
}

function mlops(workspace: string, words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(BUNDLES, 'mlops.js'), ...words],
    { cwd: workspace, encoding: 'utf8', timeout: STEP_MS },
  );
  return { status, output: stdout + stderr };
}

function modelOf(workspace: string): string[] {
  return ['model.json', 'weights.bin', 'transform.json'].map((name) =>
    readFileSync(join(workspace, '.mlops/model', name)).toString('base64'),
  );
}

function readJson(workspace: string, name: string) {
  return JSON.parse(readFileSync(join(workspace, '.mlops', name), 'utf8')) as {
    readonly engine: object;
    readonly history: readonly { readonly validationLoss: number }[];
  };
}

function firstLoss(workspace: string): number {
  return readJson(workspace, 'training.json').history[0]?.validationLoss ?? Number.NaN;
}
