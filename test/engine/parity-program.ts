// Bundled and run by native.ts: every case of test/model/parity on the native backend beside the JavaScript one. Prints, as JSON,
// how many agree, and the others with their difference or what they threw.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NATIVE_PACKAGE } from '../../scripts/checks/native-engine.mjs';
import { loadNativeEngine } from '../../shared/engine/index.ts';

loadNativeEngine(
  { name: NATIVE_PACKAGE.name, folder: process.argv[2] ?? '' },
  { load: (name, folder) => createRequire(join(folder, 'package.json'))(name) },
);
// After the native package: see bench/train/ours.ts.
const { startEngine } = await import('../../shared/model/engine.ts');
const { computeOn, differenceOf, TOLERANCE } = await import('../model/parity/case.ts');
const { PARITY_CASES } = await import('../model/parity/cases.ts');

await startEngine('tensorflow');
let agree = 0;
const others: Record<string, string> = {};
for (const one of PARITY_CASES) {
  try {
    const expected = await computeOn('cpu', one);
    const difference = differenceOf(await computeOn('tensorflow', one), expected);
    if (difference <= TOLERANCE) agree++;
    else others[one.name] = difference.toExponential(1);
  } catch (error) {
    others[one.name] = (error as Error).message.split('\n')[0] ?? '';
  }
}
console.log(JSON.stringify({ agree, others }));
