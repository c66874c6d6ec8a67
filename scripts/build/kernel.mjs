// Compiles the scan kernel. The same sources give the same bytes in every folder.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the compiled kernel stands, as a module, so that bundles and tests need no file beside them. */
export const KERNEL_MODULE = join(ROOT, 'shared/scan/kernel/kernel-bytes.ts');

const FLAGS = [
  ...['--enable', 'simd'],
  // No garbage collector and no exceptions: memory is the kernel's own.
  ...['--runtime', 'stub', '--use', 'abort=', '--noAssert'],
  ...['-O3', '--converge'],
  ...['--initialMemory', '64', '--maximumMemory', '65536'],
];

/** The text of `KERNEL_MODULE`. */
export async function compileKernel() {
  let bytes = null;
  const { error, stderr } = await asc.main(
    ['shared/scan/kernel/assembly/index.ts', '--outFile', 'kernel.wasm', ...FLAGS],
    {
      baseDir: ROOT,
      writeFile: (name, content) => {
        if (name === 'kernel.wasm') bytes = content;
      },
    },
  );
  if (error !== null || bytes === null) throw new Error(`asc: ${error?.message}\n${stderr}`);
  return [
    '// Compiled from assembly/ by `npm run kernel`.',
    `export const KERNEL_BASE64 = '${Buffer.from(bytes).toString('base64')}';`,
    '',
  ].join('\n');
}
