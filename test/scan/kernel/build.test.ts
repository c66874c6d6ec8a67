import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

test('the committed kernels are what their sources compile to', () => {
  const script = `
    const { compileKernel, KERNELS } = await import('./scripts/build/kernel.mjs');
    const { readFileSync } = await import('node:fs');
    const different = [];
    for (const kernel of KERNELS) {
      if ((await compileKernel(kernel)) !== readFileSync(kernel.module, 'utf8')) {
        different.push(kernel.module);
      }
    }
    console.log(JSON.stringify({ count: KERNELS.length, different }));`;
  const found = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const { count, different } = JSON.parse(found) as { count: number; different: string[] };
  expect(count).toBeGreaterThan(0);
  // `npm run kernel` mends it.
  expect(different).toEqual([]);
});
