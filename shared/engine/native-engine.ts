import { createRequire } from 'node:module';
import { UserError } from '../errors/index.ts';
import type { EngineDescription } from '../model/index.ts';
import type { PackagesPort } from '../platform/index.ts';

/** Packages of the native engine; the first one that is listed is taken. */
export const NATIVE_PACKAGES = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'] as const;

/** Read by libtensorflow when it is loaded, and decide the order in which it adds, and so the last bits. */
const SETTINGS = {
  TF_NUM_INTEROP_THREADS: '1',
  TF_DETERMINISTIC_OPS: '1',
  TF_ENABLE_ONEDNN_OPTS: '1',
  OMP_NUM_THREADS: '1',
} as const;

/** What is set already stays. */
const DEFAULTS = {
  // With one thread an operation adds in one order. The run record holds the number.
  TF_NUM_INTRAOP_THREADS: '1',
  // Nothing but errors: it tells of instructions that it was not compiled for.
  TF_CPP_MIN_LOG_LEVEL: '2',
} as const;

/** What is read of the package's exports. */
interface NativePackage {
  readonly version?: Readonly<Record<string, string | undefined>>;
  getBackend?(): string;
  backend?(): { readonly binding?: { readonly TF_Version?: string } };
  enableProdMode?(): void;
}

/**
 * Loads the native engine from a folder of the user's workspace. It registers itself with every copy of TensorFlow.js in
 * this process, the bundled one too. Throws a `UserError` that says why it can't be loaded.
 */
export function loadNativeEngine(
  { name, folder }: { readonly name: string; readonly folder: string },
  packages: PackagesPort,
): EngineDescription {
  const where = { file: folder === '.' ? 'package.json' : `${folder}/package.json` };
  bringBackRemovedFunctions();
  Object.assign(process.env, SETTINGS);
  for (const [variable, value] of Object.entries(DEFAULTS)) process.env[variable] ??= value;
  let loaded: NativePackage;
  try {
    loaded = packages.load(name, folder) as NativePackage;
  } catch (error) {
    throw new UserError({ where, ...explainFailure(name, error) }, { cause: error });
  }
  if (loaded.getBackend?.() !== 'tensorflow') {
    throw new UserError({
      what: `The package ${name} was loaded and has started no engine "tensorflow"`,
      where,
      remedy: `Install ${name} 4 as it is published, or write training.engine: wasm`,
    });
  }
  // Two copies of the library register the same kernels: each would be a line in the log.
  loaded.enableProdMode?.();
  const { version = {} } = loaded;
  const library = loaded.backend?.().binding?.TF_Version;
  return {
    name: 'tensorflow',
    version: version['tfjs-core'] ?? version.tfjs ?? 'unknown',
    simd: false,
    backend: `${name} ${version['tfjs-node'] ?? 'unknown'}`,
    ...(library === undefined ? {} : { library }),
    threads: threadsOf(process.env.TF_NUM_INTRAOP_THREADS),
  };
}

/** 0: as many as the machine has. */
function threadsOf(setting: string | undefined): number {
  const threads = Number(setting);
  return Number.isSafeInteger(threads) && threads > 0 ? threads : 0;
}

/** The package calls functions of `node:util` that Node 23 no longer has. */
function bringBackRemovedFunctions(): void {
  // Namespaces of ES modules can't be changed; what require() gives can.
  const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value == null;
  util.isArray ??= Array.isArray;
  util.isString ??= (value: unknown) => typeof value === 'string';
}

/** What is wrong and what to do, by what loading threw. */
function explainFailure(name: string, error: unknown): { what: string; remedy: string } {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const text = String(message ?? error);
  const [line = ''] = text.split('\n');
  const what = `The native engine ${name} is listed and can't be loaded`;
  const orWasm = 'or write training.engine: wasm';
  if (code === 'MODULE_NOT_FOUND' && text.includes(`'${name}'`)) {
    return {
      what: `${what}: it is not installed`,
      remedy: `Run npm ci before this step, ${orWasm}`,
    };
  }
  if (text.includes('tfjs_binding.node') && !text.includes('NODE_MODULE_VERSION')) {
    return {
      what: `${what}: its compiled part is missing or damaged (${line})`,
      remedy: `Run npm ci without --ignore-scripts, or npm rebuild ${name} --build-addon-from-source, ${orWasm}`,
    };
  }
  if (code === 'ERR_DLOPEN_FAILED') {
    return {
      what: `${what} by Node ${process.versions.node} on ${process.platform} ${process.arch}: ${line}`,
      remedy: `Install it on this system with this version of Node (npm rebuild ${name} --build-addon-from-source), ${orWasm}`,
    };
  }
  return { what: `${what}: ${line}`, remedy: `Install a version of it that works here, ${orWasm}` };
}
