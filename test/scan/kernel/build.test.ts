import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

test('the committed kernel is what its sources compile to', () => {
  const script = "console.log(await (await import('./scripts/build/kernel.mjs')).compileKernel())";
  const compiled = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const committed = readFileSync(`${ROOT}/shared/scan/kernel/kernel-bytes.ts`, 'utf8');
  // Said in short: the two are long.
  expect(compiled.trim() === committed.trim() || 'npm run kernel gives another one').toBe(true);
});
