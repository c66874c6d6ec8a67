import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import { ARROW_TYPE, arrowFile, arrowStream, int8Type } from './arrow-writer.ts';
import { rowsOf } from './source-support.ts';

/** What is said of a file that claims more than it holds. It must be said soon. */
async function refusalOf(file: string, bytes: Uint8Array): Promise<string> {
  const start = performance.now();
  const error: unknown = await rowsOf(file, bytes).catch((thrown: unknown) => thrown);
  expect(performance.now() - start).toBeLessThan(10_000);
  if (!isUserError(error)) throw error instanceof Error ? error : new Error('it was read');
  const [{ what, where }] = error.problems;
  expect(where).toEqual({ file });
  return what;
}

describe('Arrow files', () => {
  const batch = {
    rows: 1,
    nodes: [[1, 0]],
    buffers: [new Uint8Array(), new Uint8Array(8)],
  } as const;

  test('of our writer are read', async () => {
    const fields = [{ name: 'a', ...int8Type }];
    for (const bytes of [arrowFile(fields, [batch]), arrowStream(fields, [batch])]) {
      expect((await rowsOf('a.arrow', bytes)).rows).toEqual([{ a: 0 }]);
    }
  });

  test.each([
    ['timestamp', 0],
    ['time', 0],
  ] as const)(
    'a %s of an unknown unit, whose fraction would have 98,301 digits',
    async (kind, unit) => {
      for (const value of [0x7fff, 4, -2]) {
        const field = {
          name: 't',
          type: ARROW_TYPE[kind],
          typeFields: { [unit]: [value, 16] },
        } as const;
        const said = `The Arrow file is damaged: "t" has the unknown unit of time ${value}`;
        expect(await refusalOf('t.arrow', arrowFile([field], [batch]))).toBe(said);
      }
    },
  );

  test('text of a fixed length that is zeros but for its last byte', async () => {
    const width = 2 ** 20;
    const field = {
      name: 't',
      type: ARROW_TYPE.fixedBinary,
      typeFields: { 0: [width, 32] },
    } as const;
    const bytes = new Uint8Array(width * 4);
    for (let row = 0; row < 4; row++) bytes[(row + 1) * width - 2] = 0x41;
    const written = { rows: 4, nodes: [[4, 0]], buffers: [new Uint8Array(), bytes] } as const;
    const start = performance.now();
    const { rows } = await rowsOf('t.arrow', arrowFile([field], [written]));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(rows).toEqual(Array(4).fill({ t: `${'\0'.repeat(width - 2)}A` }));
  });
});
