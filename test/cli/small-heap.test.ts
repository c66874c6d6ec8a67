import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

/** Runs statements as an action and gives the bytes that they leave in `bytes`. */
function bytesAfter(action: string, statements: string): number {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { withSmallHeap } from './cli/small-heap.ts';
    let bytes = 0;
    await withSmallHeap('${action}', async () => {${statements}});
    console.log(bytes);`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** Objects that live for a while make V8 enlarge its young space: how large it has become. */
const YOUNG_SPACE = `
  const living = [];
  for (let index = 0; index < 3e6; index++) living[index % 3e5] = { text: 'row ' + index };
  if (living.length === 0) throw new Error();
  bytes = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size;`;

test('the young space stays small while data is validated, and is left to V8 otherwise', () => {
  const usual = bytesAfter('train-model', YOUNG_SPACE);
  expect(usual).toBeGreaterThan(15e6);
  expect(bytesAfter('validate-data', YOUNG_SPACE)).toBeLessThan(usual / 2);
});

/** Objects that are dropped when they are old: the most that the heap has had. */
const OLD_SPACE = `
  let living = [];
  for (let index = 0; index < 2e6; index++) {
    if (index % 2e5 === 0) living = [];
    living.push({ text: 'row ' + index });
    if (index % 1e4 === 0) bytes = Math.max(bytes, process.memoryUsage().heapUsed);
  }`;

test('what is dropped is collected early while data is validated, and when V8 likes otherwise', () => {
  const usual = bytesAfter('train-model', OLD_SPACE);
  expect(bytesAfter('validate-data', OLD_SPACE)).toBeLessThan(0.8 * usual);
});
