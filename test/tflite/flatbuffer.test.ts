import { describe, expect, test } from '@jest/globals';
import { EXPORT_VARIANTS, type ExportVariant } from '../../shared/config/index.ts';
import { sha256 } from '../../shared/lineage/index.ts';
import { bytesOfConstant, writeFlatbuffer } from '../../shared/tflite/flatbuffer-writer.ts';
import { GraphBuilder } from '../../shared/tflite/graph.ts';
import { listOperators, minRuntimeVersion, readFlatbuffer } from '../../shared/tflite/index.ts';
import { orderGraph } from '../../shared/tflite/order-graph.ts';
import { fixedFile } from './fixed-model.ts';

/** Digests of files that were executed in LiteRT and in the Python interpreter (float16, int8-only, int16x8: ai-edge-litert 2.3.0) when they were noted here. */
const GOLDEN = {
  'dynamic-range': {
    bytes: 4720,
    sha256: '51d8776fb6d134eb1a0eeef8e0d3a1ace0a0f38fb1255c1fcce6a8110233eb6c',
  },
  float16: {
    bytes: 4992,
    sha256: 'e1c189edc9a4ae90c89f8caf499d5c1760d9b866d7a317018d538c0166f604ee',
  },
  float32: {
    bytes: 4752,
    sha256: 'fc68774b11aacdb37eb4b8ae3ebcfb1543d9c5345b86bf5fdafcdc5e80eaa4e2',
  },
  'int8-only': {
    bytes: 2240,
    sha256: 'e95ba012f62fdc2e26534194416aa3e0aa00bfa614f68627b0db34d20a4974a5',
  },
  int16x8: {
    bytes: 5440,
    sha256: 'c0ebec88ead086cb7d3ad972cae241e90fd12e957389afe9b2862d5200c4b57d',
  },
  int8: { bytes: 5360, sha256: '284aea9b7920590668b53184a9932e8f3e7eccc723d6d9cfa12f98bfd6b586de' },
};

describe('writeFlatbuffer', () => {
  test.each(EXPORT_VARIANTS)('%s: the same bytes every time', (variant) => {
    const { bytes } = fixedFile(variant);
    expect(sha256(fixedFile(variant).bytes)).toBe(sha256(bytes));
    expect({ bytes: bytes.length, sha256: sha256(bytes) }).toEqual(GOLDEN[variant]);
  });

  test.each(EXPORT_VARIANTS)('%s: what is read back is the graph', (variant) => {
    const { bytes, graph } = fixedFile(variant);
    const content = readFlatbuffer(bytes);
    const tensors = [...graph.tensors.values()];
    expect(content.description).toBe(`fixed model, ${variant}`);
    expect(
      content.tensors.map(({ name, type, shape, quantization }) => ({
        name,
        type,
        shape,
        quantization,
      })),
    ).toEqual(
      tensors.map(({ name, type, shape, quantization }) => ({ name, type, shape, quantization })),
    );
    for (const [index, { type, data }] of tensors.entries()) {
      const stored = content.tensors[index]?.data ?? null;
      expect(stored && [...stored]).toEqual(
        data === undefined ? null : [...bytesOfConstant(type, data)],
      );
    }
    const nameOf = (index: number) => content.tensors[index]?.name;
    expect(
      content.operators.map(({ kind, inputs, outputs }) => [
        kind,
        inputs.map(nameOf),
        outputs.map(nameOf),
      ]),
    ).toEqual(graph.operators.map(({ kind, inputs, output }) => [kind, inputs, [output]]));
    expect(content.inputs.map(nameOf)).toEqual(graph.inputs);
    expect(content.outputs.map(nameOf)).toEqual(graph.outputs);
  });

  test('constants begin at multiples of 16 bytes in the file', () => {
    const { bytes } = fixedFile('float32');
    const content = readFlatbuffer(bytes);
    const constants = content.tensors.flatMap(({ data }) => (data === null ? [] : [data]));
    expect(constants.length).toBeGreaterThan(10);
    for (const data of constants) expect((data.byteOffset - bytes.byteOffset) % 16).toBe(0);
  });

  test('versions of operators are the lowest that know their types', () => {
    const operators = (variant: ExportVariant) =>
      listOperators(readFlatbuffer(fixedFile(variant).bytes)).filter((text) =>
        /FULLY|TANH|SOFTMAX|QUANTIZE/.test(text),
      );
    expect(operators('float32')).toEqual(['FULLY_CONNECTED v1', 'TANH v1', 'SOFTMAX v1']);
    expect(operators('float16')).toEqual([
      'DEQUANTIZE v3',
      'FULLY_CONNECTED v1',
      'TANH v1',
      'SOFTMAX v1',
    ]);
    expect(operators('dynamic-range')).toEqual(['FULLY_CONNECTED v3', 'TANH v1', 'SOFTMAX v1']);
    expect(operators('int8')).toEqual([
      'QUANTIZE v1',
      'FULLY_CONNECTED v4',
      'TANH v2',
      'SOFTMAX v2',
      'DEQUANTIZE v2',
    ]);
    expect(operators('int8-only')).toEqual(['FULLY_CONNECTED v4', 'TANH v2', 'SOFTMAX v2']);
    expect(operators('int16x8')).toEqual([
      'QUANTIZE v2',
      'FULLY_CONNECTED v7',
      'TANH v3',
      'SOFTMAX v3',
      'DEQUANTIZE v3',
    ]);
    expect(minRuntimeVersion(fixedFile('int16x8').graph)).toBe('2.3.0');
    expect(minRuntimeVersion(fixedFile('int8-only').graph)).toBe('1.14.0');
  });
});

describe('readFlatbuffer', () => {
  test('refuses a file that is cut short or damaged, and never hangs', () => {
    const { bytes } = fixedFile('int8');
    for (let length = 0; length < bytes.length; length += 37) {
      expect(() => readFlatbuffer(bytes.subarray(0, length))).toThrow();
    }
    const damaged = bytes.slice();
    for (let at = 0; at < bytes.length; at += 11) {
      damaged[at] = 0xff;
      try {
        readFlatbuffer(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
      damaged[at] = bytes[at] as number;
    }
  });

  test('refuses operators in a wrong order', () => {
    const { graph } = fixedFile('float32');
    const reversed = { ...graph, operators: graph.operators.toReversed() };
    expect(() => readFlatbuffer(writeFlatbuffer(reversed, ''))).toThrow('read before it is made');
    expect(() => readFlatbuffer(writeFlatbuffer(orderGraph(reversed), ''))).not.toThrow();
  });
});

describe('orderGraph', () => {
  test('drops what nobody reads, and refuses a circle', () => {
    const builder = new GraphBuilder();
    builder.input('x', 'float32', [1, 1]);
    const number = { shape: [1, 1], type: 'float32' } as const;
    builder.constant('unused', [1], Float32Array.of(1));
    builder.apply({ kind: 'TANH', inputs: ['x'], output: 'dead' }, number);
    builder.apply({ kind: 'LOGISTIC', inputs: ['x'], output: 'y' }, number);
    const graph = builder.build(['y']);
    const ordered = orderGraph(graph);
    expect([...ordered.tensors.keys()]).toEqual(['x', 'y']);
    expect(ordered.operators.map(({ kind }) => kind)).toEqual(['LOGISTIC']);
    const circle = {
      ...graph,
      operators: [
        { kind: 'TANH', inputs: ['y'], output: 'dead' },
        { kind: 'LOGISTIC', inputs: ['dead'], output: 'y' },
      ],
    } as const;
    expect(() => orderGraph(circle)).toThrow('made from itself');
  });
});
