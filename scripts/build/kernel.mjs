// Compiles what runs as WebAssembly. The same sources give the same bytes in every folder.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is compiled, and where it stands, as a module, so that bundles and tests need no file beside them. */
export const KERNELS = [
  {
    entry: 'shared/scan/kernel/assembly/index.ts',
    module: 'shared/scan/kernel/kernel-bytes.ts',
    name: 'KERNEL_BASE64',
  },
  {
    entry: 'shared/scan/kernel/assembly/batch-index.ts',
    module: 'shared/scan/kernel/batch-kernel-bytes.ts',
    name: 'BATCH_KERNEL_BASE64',
  },
  {
    entry: 'shared/sources/assembly/snappy.ts',
    module: 'shared/sources/snappy-bytes.ts',
    name: 'SNAPPY_BASE64',
  },
  {
    entry: 'shared/model/dense/assembly/index.ts',
    module: 'shared/model/dense/dense-kernel-bytes.ts',
    name: 'DENSE_KERNEL_BASE64',
  },
  {
    entry: 'shared/model/replay/assembly/index.ts',
    module: 'shared/model/replay/replay-kernel-bytes.ts',
    name: 'REPLAY_KERNEL_BASE64',
    // On the memory of the backend, at the addresses that it gives.
    flags: ['--importMemory'],
  },
].map((kernel) => ({ ...kernel, module: join(ROOT, kernel.module) }));

const FLAGS = [
  ...['--enable', 'simd'],
  // No garbage collector and no exceptions: memory is the kernel's own.
  ...['--runtime', 'stub', '--use', 'abort=', '--noAssert'],
  ...['-O3', '--converge'],
  ...['--initialMemory', '64', '--maximumMemory', '65536'],
];

/** The text of the kernel's module. */
export async function compileKernel({ entry, name, flags = [] }) {
  let bytes = null;
  const { error, stderr } = await asc.main(
    [entry, '--outFile', 'kernel.wasm', ...FLAGS, ...flags],
    {
      baseDir: ROOT,
      writeFile: (file, content) => {
        if (file === 'kernel.wasm') bytes = content;
      },
    },
  );
  if (error !== null || bytes === null) throw new Error(`asc: ${error?.message}\n${stderr}`);
  return [
    '// Compiled from assembly/ by `npm run kernel`.',
    `export const ${name} = '${Buffer.from(bytes).toString('base64')}';`,
    '',
  ].join('\n');
}
