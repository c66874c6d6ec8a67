import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

test('the committed kernels are what their sources compile to', () => {
  const script = `
    const { compileKernel, KERNELS } = await import('./scripts/build/kernel.mjs');
    const { readFileSync } = await import('node:fs');
    const isOther = [];
    for (const kernel of KERNELS) {
      isOther.push((await compileKernel(kernel)) !== readFileSync(kernel.module, 'utf8'));
    }
    console.log(JSON.stringify(isOther));`;
  const found = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  // Otherwise `npm run kernel` gives another one.
  expect(JSON.parse(found)).toEqual([false, false, false, false]);
});
