import { expect, test } from '@jest/globals';
import { placeInModule } from '../../shared/model/module-place.ts';

const OWN = new URL('file:///actions/dist/');

// Stacks of Node 24.
test.each([
  [
    'a call',
    'TypeError: x\n    at file:///repo/p/throws.ts:2:7\n    at ModuleJob.run (node:internal/modules/esm/module_job:561:25)',
    { file: 'throws.ts', line: 2, column: 7 },
  ],
  [
    'a call within the library',
    'Error: bad\n    at Dense.build (file:///actions/dist/chunk-A.js:1:2)\n    at createModel (file:///repo/p/model/a%20b.mjs:12:31)',
    { file: 'model/a b.mjs', line: 12, column: 31 },
  ],
  [
    'types that are not stripped',
    '/repo/p/model/enum.ts:2\nexport const a: number = 1;\nenum A {x};\n^^^^^\n\nSyntaxError [ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX]: TypeScript enum',
    { file: 'model/enum.ts', line: 2 },
  ],
  [
    'a syntax error',
    'SyntaxError: x\n    at compile (node:internal/modules/esm/utils:319:16)',
    null,
  ],
  ['another folder', 'Error: x\n    at file:///repo/pp/a.mjs:1:1', null],
  ['a package', 'Error: x\n    at f (file:///repo/p/node_modules/a/index.js:1:1)', null],
  ['no file', 'Error: x\n    at file:///%ZZ:1:1', null],
  ['nothing', '', null],
])('%s', (_what, stack, place) => {
  expect(placeInModule(stack, '/repo/p', OWN)).toEqual(place);
});

test('the code of the suite is no place, wherever it lies', () => {
  const stack = 'Error: x\n    at file:///repo/p/dist/module-worker.js:1:1';
  expect(placeInModule(stack, '/repo/p', new URL('file:///repo/p/dist/'))).toBeNull();
});
