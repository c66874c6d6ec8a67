import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

/** Objects that live for a while make V8 enlarge its young space. Prints how large it has become, in bytes. */
const SCRIPT = (action: string) => `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { withSmallYoungSpace } from './cli/young-space.ts';
  await withSmallYoungSpace('${action}', async () => {
    const living = [];
    for (let index = 0; index < 3e6; index++) living[index % 3e5] = { text: 'row ' + index };
    if (living.length === 0) throw new Error();
  });
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  console.log(space.space_size);
`;

function youngSpaceAfter(action: string): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT(action)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

test('the young space stays small while data is validated, and is left to V8 otherwise', () => {
  const usual = youngSpaceAfter('train-model');
  expect(usual).toBeGreaterThan(15e6);
  expect(youngSpaceAfter('validate-data')).toBeLessThan(usual / 2);
});
