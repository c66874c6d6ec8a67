import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { Builder } from 'flatbuffers';
import { inspect } from '../../cli/inspect.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { writeFlatbuffer } from '../../shared/tflite/flatbuffer-writer.ts';
import { GraphBuilder } from '../../shared/tflite/graph.ts';
import { listContent } from '../../shared/tflite/index.ts';
import { makeWorkspace } from '../support/run-bundle.ts';
import { fixedFile } from '../tflite/fixed-model.ts';

async function shown(bytes: Uint8Array, name = 'model.tflite'): Promise<string> {
  await using workspace = await makeWorkspace();
  await writeFile(join(workspace.path, name), bytes);
  const output = new PassThrough();
  expect(await inspect([name], workspace.path, output)).toBe(0);
  return String(output.read());
}

async function refusal(...words: string[]): Promise<string> {
  await using workspace = await makeWorkspace();
  await writeFile(join(workspace.path, 'notes.txt'), 'not a model');
  const error = await inspect(words, workspace.path, new PassThrough()).catch((thrown) => thrown);
  if (!isUserError(error)) throw error;
  return error.message;
}

describe('mlops inspect', () => {
  test('shows signature, operators and tensors of an exported file', async () => {
    const text = await shown(fixedFile('int8-only').bytes);
    const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, '  '));
    expect(lines.slice(0, 6)).toEqual([
      'model.tflite  2.2 kB · needs TFLite 1.14.0 · metadata min_runtime_version',
      '  fixed model, int8-only',
      '',
      'Signature serving_default',
      expect.stringMatching(
        /^ {2}in {2}features {2}int8 \[1, 9\], scale 0\.\d+, zero point −?\d+$/,
      ),
      '  out  probabilities  int8 [1, 3], scale 0.003906, zero point −128',
    ]);
    expect(lines).toContain('Operators, in order of execution (5)');
    expect(lines).toContain(
      '  0  FULLY_CONNECTED v4  features, dense_1/weights, dense_1/bias → dense_1/output/int8',
    );
    expect(text).toMatch(
      /dense_1\/weights +int8 \[5, 9\], scale 0\.\d+, zero point 0 +constant, 45 B/,
    );
  });

  test('lists of every variant what the file holds', () => {
    for (const variant of ['float32', 'float16', 'dynamic-range', 'int16x8'] as const) {
      const { bytes, graph } = fixedFile(variant);
      const [subgraph] = listContent(bytes).subgraphs;
      expect(subgraph?.tensors.map(({ name, type }) => [name, type])).toEqual(
        [...graph.tensors.values()].map(({ name, type }) => [name, type]),
      );
      expect(subgraph?.operators.map(({ name }) => name)).toEqual(
        graph.operators.map(({ kind }) => kind),
      );
    }
  });

  test('names from a file are text, on one line', async () => {
    const builder = new GraphBuilder();
    builder.input('x\n::error::\u001b[31m', 'float32', [1, 1]);
    const number = { shape: [1, 1], type: 'float32' } as const;
    builder.apply({ kind: 'LOG', inputs: ['x\n::error::\u001b[31m'], output: 'y' }, number);
    const text = await shown(writeFlatbuffer(builder.build(['y']), 'two\nlines'));
    expect(text).not.toMatch(/\u001b|^\s*::/m);
    expect(text.split('\n').filter((line) => line.includes('LOG v1'))).toHaveLength(1);
  });

  test.each<[string[], string]>([
    [[], 'inspect needs one .tflite file. Run "npx mlops inspect .mlops/export/model.tflite".'],
    [['a', 'b'], 'inspect needs one .tflite file'],
    [['missing.tflite'], 'missing.tflite'],
    [['notes.txt'], "notes.txt: This can't be read as a TFLite file: "],
    [['notes.txt', '--sed'], '--sed'],
  ])('%j is refused', async (words, message) => {
    expect(await refusal(...words)).toContain(message);
  });
});

describe('listContent', () => {
  test('lists operators and types that are never written here, under their names or numbers', () => {
    expect(listContent(foreignFile()).subgraphs[0]).toMatchObject({
      tensors: [
        { name: 'x', type: 'uint8', shape: [2], scales: [0.5, 0.25], zeroPoints: [1, 2] },
        { name: 'y', type: 'type 77', shape: [], scales: [] },
      ],
      operators: [
        { name: 'custom Flex', version: 1, inputs: [0, -1], outputs: [1] },
        { name: 'builtin 150', version: 3, inputs: [1], outputs: [0] },
      ],
    });
  });

  test('ends on damaged files with an error or a listing, in time', () => {
    const { bytes } = fixedFile('int8');
    for (let length = 0; length < bytes.length; length += 37) {
      expect(() => listContent(bytes.subarray(0, length))).toThrow();
    }
    const damaged = bytes.slice();
    for (let at = 0; at < bytes.length; at += 3) {
      for (const value of [0, 0xff]) {
        damaged[at] = value;
        try {
          listContent(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }
      damaged[at] = bytes[at] as number;
    }
  });

  test('a file that refers to the same bytes again and again is refused', () => {
    const builder = new Builder(1024);
    const text = builder.createString('x'.repeat(10_000));
    builder.startObject(9);
    builder.addFieldOffset(3, text, 0);
    const tensor = builder.endObject();
    const tensors = vectorOf(
      builder,
      Array.from({ length: 5000 }, () => tensor),
    );
    expect(() => listContent(finish(builder, { tensors }))).toThrow('again and again');
  });
});

function vectorOf(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

function integers(builder: Builder, values: readonly number[]): number {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addInt32(value);
  return builder.endVector();
}

function finish(
  builder: Builder,
  parts: { readonly tensors: number; readonly operators?: number; readonly codes?: number },
): Uint8Array {
  builder.startObject(5);
  builder.addFieldOffset(0, parts.tensors, 0);
  builder.addFieldOffset(3, parts.operators ?? 0, 0);
  const subgraphs = vectorOf(builder, [builder.endObject()]);
  builder.startObject(8);
  builder.addFieldOffset(1, parts.codes ?? 0, 0);
  builder.addFieldOffset(2, subgraphs, 0);
  builder.finish(builder.endObject(), 'TFL3');
  return builder.asUint8Array();
}

/** With quantisation by channel, a custom operator, one without a name here, and a type of no schema. */
function foreignFile(): Uint8Array {
  const builder = new Builder(1024);
  const [x, y, flex] = ['x', 'y', 'Flex'].map((text) => builder.createString(text)) as [
    number,
    number,
    number,
  ];
  builder.startVector(4, 2, 4);
  builder.addFloat32(0.25);
  builder.addFloat32(0.5);
  const scales = builder.endVector();
  builder.startVector(8, 2, 8);
  builder.addInt64(2n);
  builder.addInt64(1n);
  const zeroPoints = builder.endVector();
  builder.startObject(4);
  builder.addFieldOffset(2, scales, 0);
  builder.addFieldOffset(3, zeroPoints, 0);
  const quantization = builder.endObject();
  const shape = integers(builder, [2]);
  const tensors = [
    { name: x, type: 3, shape, quantization },
    { name: y, type: 77, shape: 0, quantization: 0 },
  ].map((tensor) => {
    builder.startObject(9);
    builder.addFieldOffset(0, tensor.shape, 0);
    builder.addFieldInt8(1, tensor.type, 0);
    builder.addFieldOffset(3, tensor.name, 0);
    builder.addFieldOffset(4, tensor.quantization, 0);
    return builder.endObject();
  });
  const codes = [
    { old: 32, name: flex, version: 1, code: 32 },
    { old: 127, name: 0, version: 3, code: 150 },
  ].map((entry) => {
    builder.startObject(4);
    builder.addFieldInt8(0, entry.old, 0);
    builder.addFieldOffset(1, entry.name, 0);
    builder.addFieldInt32(2, entry.version, 1);
    builder.addFieldInt32(3, entry.code, 0);
    return builder.endObject();
  });
  const operators = [
    { inputs: [0, -1], outputs: [1] },
    { inputs: [1], outputs: [0] },
  ].map(({ inputs, outputs }, index) => {
    const [from, to] = [integers(builder, inputs), integers(builder, outputs)];
    builder.startObject(5);
    builder.addFieldInt32(0, index, 0);
    builder.addFieldOffset(1, from, 0);
    builder.addFieldOffset(2, to, 0);
    return builder.endObject();
  });
  return finish(builder, {
    tensors: vectorOf(builder, tensors),
    codes: vectorOf(builder, codes),
    operators: vectorOf(builder, operators),
  });
}
