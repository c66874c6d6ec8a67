// What dist/ holds and how each bundle is made.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

export const ACTIONS = readdirSync(join(ROOT, 'actions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** Files that the bundles read at run time and that lie beside them. */
export const ASSETS = [
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  '@litertjs/core/wasm/litert_wasm_compat_internal.js',
  '@litertjs/core/wasm/litert_wasm_compat_internal.wasm',
].map((path) => ({ name: path.split('/').at(-1), path: join(ROOT, 'node_modules', path) }));

/** Sources besides the engine that decide what training gives; they are part of the cache key. */
const TRAINING_SOURCES = [
  'actions/train-model',
  'shared/config',
  'shared/data',
  'shared/engine',
  'shared/evaluation',
  'shared/features',
  'shared/numeric',
  'shared/scan',
  'shared/sources',
  'shared/tuning',
];

const LEFT_OUT = join(ROOT, 'scripts/build/left-out.mjs');

/** Builds everything in memory: `{ files: Map<name, bytes>, packages: Set<folder of a bundled package> }`. */
export async function buildAll() {
  const files = new Map();
  const packages = new Set();
  const add = (result) => {
    for (const { path, contents } of result.outputFiles)
      files.set(path.split(sep).at(-1), contents);
    for (const input of Object.keys(result.metafile.inputs)) {
      const folder = packageFolderOf(input);
      if (folder !== null) packages.add(folder);
    }
  };
  // Both hold TensorFlow.js, which becomes a file of their own.
  add(
    await bundle({
      engine: 'shared/model/index.ts',
      'module-worker': 'shared/model/module-worker.ts',
    }),
  );
  add(await bundle({ litert: 'shared/tflite/runtime/worker.ts' }));
  add(await bundle({ 'csv-worker': 'shared/data/csv-worker.ts' }));
  add(await bundle({ 'parquet-worker': 'shared/data/parquet-worker.ts' }));
  add(
    await bundle(
      { 'mlops-actions': 'cli/bundle.ts' },
      {
        __VERSION__: JSON.stringify(version()),
        // Parts of a bundle are named by their content, and imported by their names.
        __CODE_DIGEST__: JSON.stringify(
          digestOfTrainingCode(files.get('engine.js'), files.get('module-worker.js')),
        ),
      },
    ),
  );
  for (const action of ACTIONS) {
    files.set(
      `${action}.js`,
      Buffer.from(`import { runStep } from './mlops-actions.js';\n\nawait runStep('${action}');\n`),
    );
  }
  files.set(
    'mlops.js',
    Buffer.from(
      "import { main } from './mlops-actions.js';\n\nawait main(process.argv.slice(2));\n",
    ),
  );
  for (const { name, path } of ASSETS) {
    files.set(name, readFileSync(path));
    packages.add(packageFolderOf(path.slice(ROOT.length)));
  }
  return { files, packages };
}

/** `entries`: the source of each bundle by its name; what they share becomes a file of their own. */
async function bundle(entries, define = {}) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir: 'dist',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The toolkit compares an error's name with its class's name, which esbuild would change.
    keepNames: true,
    // What is imported with import() becomes files of its own, or every step would hold the toolkit's upload client in
    // memory: 34 MB of 104.
    splitting: true,
    mainFields: ['module', 'main'],
    legalComments: 'none',
    define: { __BUNDLED__: 'true', ...define },
    // CommonJS packages inside an ES module still call require() for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    alias: { 'node-fetch': LEFT_OUT, 'unzip-stream': LEFT_OUT },
    plugins: [engineApart],
    logLevel: 'silent',
  });
  if (result.warnings.length === 0) return result;
  const texts = result.warnings.map(({ text, location }) => `${location?.file ?? ''}: ${text}`);
  throw new Error(
    `esbuild warns, and a warning has been a broken bundle before:\n${texts.join('\n')}`,
  );
}

/** The engine is a bundle of its own that only the actions load that need it. */
const engineApart = {
  name: 'engine-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/model\/index\.ts$/ }, ({ kind, path }) => {
      if (kind === 'entry-point') return undefined;
      if (kind === 'dynamic-import') return { path: './engine.js', external: true };
      return { errors: [{ text: `${path} is heavy: import it with await import()` }] };
    });
  },
};

function digestOfTrainingCode(engine, moduleWorker) {
  const hash = createHash('sha256').update(engine).update(moduleWorker);
  for (const folder of TRAINING_SOURCES) {
    const names = readdirSync(join(ROOT, folder), { recursive: true });
    // The same order and line ends on Windows.
    for (const name of names.map((path) => path.replaceAll(sep, '/')).sort()) {
      if (name.endsWith('.ts')) {
        hash.update(readFileSync(join(ROOT, folder, name), 'utf8').replaceAll('\r\n', '\n'));
      }
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function version() {
  return require(join(ROOT, 'package.json')).version;
}

/** `node_modules/@scope/name` of a file in it, the innermost one; null for a file of ours. */
function packageFolderOf(path) {
  const slashed = path.replaceAll(sep, '/').replace(/^\//, '');
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(slashed);
  return match === null ? null : match[1];
}
