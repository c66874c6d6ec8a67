// The native engine of TensorFlow.js as a repository would have it, at fixed versions, made once in the cache folder (230 MB
// to fetch, 700 MB on disk). Its own install script fetches libtensorflow from a host that is not a package registry; here
// the library comes from the package tensorflow-cpu of PyPI, and the binding is compiled against it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { installAside } from '../node-24.mjs';

export const NATIVE_PACKAGE = { name: '@tensorflow/tfjs-node', version: '4.22.0' };
/** The oldest one on PyPI for Python 3.11 whose C interface is a library of its own; the package asks for 2.9.1. */
export const LIBTENSORFLOW = '2.12.0';
const NAPI_VERSION = 8;
const DEADLINE_MS = 600_000;

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mlops-actions');
const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];

const UNPACK = `
import os, shutil, sys, zipfile
wheel, target, *libraries = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        library = name.removeprefix('tensorflow/')
        header = name.removeprefix('tensorflow/include/')
        if library in libraries:
            path = os.path.join(target, 'lib', library)
        elif name.endswith('.h') and header.startswith(('tensorflow/c/', 'tensorflow/tsl/', 'tensorflow/core/platform/')):
            path = os.path.join(target, 'include', header)
        else:
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with archive.open(name) as source, open(path, 'wb') as out:
            shutil.copyfileobj(source, out)
`;

/** `{ folder }` whose node_modules has the package, or `{ missing }`: why it can't be had here, as one line. */
export function findNativeEngine() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'it is made for Linux x64 alone' };
  }
  const headers = join(dirname(process.execPath), '..', 'include', 'node');
  if (!existsSync(join(headers, 'node_api.h'))) return { missing: 'Node has no headers here' };
  const { name, version } = NATIVE_PACKAGE;
  const folder = join(cache, 'native-engine', `${version}-${LIBTENSORFLOW}`);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { folder };
  rmSync(folder, { recursive: true, force: true });
  try {
    installAside(`${name}@${version}`, folder);
    compileBinding(join(folder, 'node_modules', name), headers, join(folder, 'wheel'));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const [line] = (String(error.stderr ?? '').trim() || String(error.message)).split('\n');
    return { missing: line };
  }
  writeFileSync(complete, '');
  return { folder };
}

function compileBinding(packageFolder, headers, wheels) {
  run('python3', [
    ...['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:'],
    ...['--python-version', '3.11', '--platform', 'manylinux2014_x86_64', '--dest', wheels],
    `tensorflow-cpu==${LIBTENSORFLOW}`,
  ]);
  const [wheel] = readdirSync(wheels);
  const deps = join(packageFolder, 'deps');
  run('python3', ['-c', UNPACK, join(wheels, wheel), deps, ...libraries]);
  rmSync(wheels, { recursive: true });
  const target = join(packageFolder, 'lib', `napi-v${NAPI_VERSION}`);
  mkdirSync(target, { recursive: true });
  run('g++', [
    ...['-std=c++17', '-O2', '-shared', '-fPIC', `-DNAPI_VERSION=${NAPI_VERSION}`],
    ...['-I', headers, '-I', join(deps, 'include'), '-I', packageFolder],
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(packageFolder, 'binding', file)),
    ...[`-L${join(deps, 'lib')}`, ...libraries.map((file) => `-l:${file}`)],
    ...['-Wl,-rpath,$ORIGIN/../../deps/lib', '-o', join(target, 'tfjs_binding.node')],
  ]);
}

function run(program, words) {
  execFileSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'], timeout: DEADLINE_MS });
}
