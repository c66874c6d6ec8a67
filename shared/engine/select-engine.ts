import { posix } from 'node:path';
import type { Configuration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { EngineDescription, EngineName } from '../model/index.ts';
import type { FilesPort, Ports } from '../platform/index.ts';
import { describeEngine } from './describe-engine.ts';
import { loadNativeEngine, NATIVE_PACKAGES } from './native-engine.ts';

const ENGINE_NAMES: readonly string[] = ['wasm', 'tensorflow', 'cpu'] satisfies EngineName[];

/** The parts of package.json that say what a repository uses. */
const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** What an engine is chosen and found by. */
type Place = Pick<Configuration, 'file' | 'directory'>;

/** The package that a repository lists, and the folder of the package.json that lists it. */
interface Declaration {
  readonly name: string;
  readonly folder: string;
}

export function isEngineName(name: string): name is EngineName {
  return ENGINE_NAMES.includes(name);
}

/**
 * The engine that `training.engine` asks for, loaded if it is the native one. `auto` is decided by what is committed
 * alone, so that it is the same on every machine: the native engine if a package.json between the folder of mlops.yml and
 * the root of the workspace lists its package, else WebAssembly.
 *
 * Throws a `UserError` where the native engine is asked for and can't be loaded: another one in its place would give
 * other bytes without a word.
 */
export async function selectEngine(
  configuration: Place & Pick<Configuration, 'training'>,
  ports: Pick<Ports, 'files' | 'packages'>,
): Promise<EngineDescription> {
  const { engine } = configuration.training;
  if (engine !== undefined) return await openEngine(engine, configuration, ports);
  const declared = await findDeclaration(configuration, ports.files);
  return declared === null ? describeEngine() : loadNativeEngine(declared, ports.packages);
}

/** An engine by its name, whatever `training.engine` says. Throws like `selectEngine`. */
export async function openEngine(
  name: EngineName,
  place: Place,
  { files, packages }: Pick<Ports, 'files' | 'packages'>,
): Promise<EngineDescription> {
  if (name !== 'tensorflow') return describeEngine(name);
  const declared = await findDeclaration(place, files);
  if (declared !== null) return loadNativeEngine(declared, packages);
  throw new UserError({
    what: `The engine tensorflow is asked for, and no package.json from the folder of ${place.file} up lists @tensorflow/tfjs-node`,
    where: { file: place.file },
    remedy:
      'Run npm install @tensorflow/tfjs-node, commit package.json and its lock file, and run npm ci before this step; or write training.engine: wasm',
  });
}

async function findDeclaration(
  { directory }: Place,
  files: FilesPort,
): Promise<Declaration | null> {
  for (const folder of foldersUp(directory)) {
    const file = posix.join(folder, 'package.json');
    if (!(await files.exists(file))) continue;
    const dependencies = readDependencies(await files.readText(file), file);
    const name = NATIVE_PACKAGES.find((candidate) => dependencies.has(candidate));
    if (name !== undefined) return { name, folder };
  }
  return null;
}

/** The folder and those above it, up to the root of the workspace. */
function foldersUp(directory: string): string[] {
  const parts = directory === '' ? [] : directory.split('/');
  return Array.from(
    { length: parts.length + 1 },
    (_, index) => parts.slice(0, parts.length - index).join('/') || '.',
  );
}

function readDependencies(text: string, file: string): ReadonlySet<string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError(
      {
        what: `Whether it asks for a native engine can't be read: it is no JSON (${(error as Error).message})`,
        where: { file },
        remedy: 'Mend it, or write training.engine: wasm',
      },
      { cause: error },
    );
  }
  const record = (parsed ?? {}) as Readonly<Record<string, unknown>>;
  return new Set(DEPENDENCY_FIELDS.flatMap((field) => Object.keys(record[field] ?? {})));
}
