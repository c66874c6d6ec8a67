import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isUserError } from '../../shared/errors/index.ts';
import { writeFlatbuffer } from '../../shared/tflite/flatbuffer-writer.ts';
import { GraphBuilder } from '../../shared/tflite/graph.ts';
import { executeFile, executeVariant, RUNTIME } from '../../shared/tflite/index.ts';
import { fixedFile } from './fixed-model.ts';

const { bytes, inputs, rows } = fixedFile('int8');
const request = { file: bytes, rows, inputs, output: 'probabilities' };

describe('executeFile', () => {
  test('answers every row and leaves the request usable', async () => {
    const first = await executeFile(request);
    expect([first.rows, first.columns, first.data.length]).toEqual([rows, 3, rows * 3]);
    expect([...(await executeFile(request)).data]).toEqual([...first.data]);
  });

  test('refuses a file that is cut short', async () => {
    for (const length of [0, 7, 100, bytes.length >> 1, bytes.length - 16]) {
      await expect(executeFile({ ...request, file: bytes.subarray(0, length) })).rejects.toThrow(
        /could not be loaded|could not be prepared/,
      );
    }
  });

  test('a variant that the runtime can not execute is refused with what to leave out', async () => {
    const broken = { ...request, file: bytes.subarray(0, bytes.length >> 1) };
    const error = await executeVariant('int16x8', broken).catch((thrown) => thrown);
    expect(isUserError(error) && error.message).toMatch(
      /^LiteRT \(@litertjs\/core\) [\d.]+ can't execute the int16x8 file of this model, so that .*: The file could not be \w+: .*\. Leave int16x8 out of export\.variants\.$/,
    );
  });

  test('refuses bytes that are no TFLite file', async () => {
    const noise = new Uint8Array(5000).fill(0x5a);
    await expect(executeFile({ ...request, file: noise })).rejects.toThrow('could not be loaded');
  });

  test('turns what the runtime only logs into an error', async () => {
    const builder = new GraphBuilder();
    const input = builder.input('x', 'float32', [1, 2]);
    // Weights for three inputs: LiteRT logs that preparation failed, and would answer with memory.
    const weights = builder.constant('w', [1, 3], Float32Array.of(1, 2, 3));
    const bias = builder.constant('b', [1], Float32Array.of(0));
    const output = builder.apply(
      { kind: 'FULLY_CONNECTED', activation: 'none', inputs: [input, weights, bias], output: 'y' },
      { shape: [1, 1], type: 'float32' },
    );
    const file = writeFlatbuffer(builder.build([output]), 'wrong');
    const data = Float32Array.of(1, 2);
    await expect(
      executeFile({ file, rows: 1, inputs: [{ name: 'x', data }], output: 'y' }),
    ).rejects.toThrow(/ERROR/);
  });

  test('names an input or output that the file does not have', async () => {
    await expect(executeFile({ ...request, output: 'value' })).rejects.toThrow('no output value');
    const [first, ...others] = inputs;
    if (first === undefined) throw new Error('no inputs');
    await expect(executeFile({ ...request, inputs: others })).rejects.toThrow(
      `input ${first.name} is not given`,
    );
    const renamed = [{ ...first, name: 'other' }, ...inputs];
    await expect(executeFile({ ...request, inputs: renamed })).rejects.toThrow('no input other');
    const wrong = inputs.map(({ name }) => ({ name, data: new Int32Array(rows) }));
    await expect(executeFile({ ...request, inputs: wrong })).rejects.toThrow('type and size');
  });

  test('stops a worker that does not answer in time', async () => {
    await expect(executeFile(request, { milliseconds: 1 })).rejects.toThrow('within 1 ms');
  });

  test('reports the version of the runtime that is installed', () => {
    const manifest = JSON.parse(readFileSync('node_modules/@litertjs/core/package.json', 'utf8'));
    expect(RUNTIME.version).toBe(manifest.version);
  });
});
