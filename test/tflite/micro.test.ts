import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUserError } from '../../shared/errors/index.ts';
import { applyTransform } from '../../shared/features/index.ts';
import { parseModel, taskOfModel } from '../../shared/network/index.ts';
import { executeGraph } from '../../shared/tflite/execute-graph.ts';
import { elementCount, type Graph, GraphBuilder, tensorOf } from '../../shared/tflite/graph.ts';
import {
  describeInputs,
  executeFile,
  exportModel,
  OUTPUT_NAMES,
  readRawFeatures,
} from '../../shared/tflite/index.ts';
import { renderCSource } from '../../shared/tflite/micro/c-source.ts';
import { estimateArena, planValues } from '../../shared/tflite/micro/plan-arena.ts';
import { preferMicroOperators } from '../../shared/tflite/micro/prefer-micro-operators.ts';
import { exampleAt } from '../../shared/tflite/raw-features.ts';
import { fixedFile } from './fixed-model.ts';
import { allRows, type ModelPlan, makeModel } from './random-model.ts';

const PLAN: ModelPlan = {
  task: 'multiclass-classification',
  numeric: 3,
  vocabularies: [40, 2],
  hidden: [{ units: 17, activation: 'relu' }],
  classes: 4,
};
const ROWS = 30;

function exportPlan(plan: ModelPlan, model = 'penguin-species') {
  const made = makeModel(plan, 4, ROWS);
  const network = parseModel(made, 'model');
  const { transform, table } = made;
  const task = taskOfModel(network.network, transform, 'model');
  const inputs = readRawFeatures(transform, describeInputs(transform, task), table, allRows(table));
  const vectors = applyTransform(transform, table, allRows(table));
  const files = exportModel({
    model: network,
    transform,
    task,
    variants: ['float32', 'float16', 'dynamic-range', 'int8'],
    calibration: { features: inputs, vectors },
    description: 'test',
    microcontroller: { model },
  });
  return { files, inputs, task };
}

describe('files for microcontrollers', () => {
  test('use operators of TFLite Micro alone and answer as the others do', async () => {
    const { files, inputs, task } = exportPlan(PLAN);
    for (const { graph, bytes, variant } of files) {
      const kinds = graph.operators.map(({ kind }) => kind);
      expect(kinds).toContain('SELECT_V2');
      expect(kinds).not.toContain('SELECT');
      for (const operator of graph.operators.filter(({ kind }) => kind === 'GATHER')) {
        expect(tensorOf(graph, operator.inputs[0] ?? '').type).toBe('float32');
        expect(tensorOf(graph, operator.inputs[1] ?? '').type).toBe('int32');
      }
      const answers = await executeFile({
        file: bytes,
        rows: ROWS,
        inputs,
        output: OUTPUT_NAMES[task],
      });
      const twin = Array.from({ length: ROWS }, (_, row) => [
        ...(executeGraph(graph, exampleAt(inputs, row)).get(OUTPUT_NAMES[task]) ?? []),
      ]).flat();
      const worst = twin.reduce(
        (most, value, index) => Math.max(most, Math.abs(value - (answers.data[index] as number))),
        0,
      );
      // The integers of int8 may differ by a step; hybrid kernels round the values, too.
      expect(worst).toBeLessThan(
        { int8: 1.001 / 256, 'dynamic-range': 0.05 }[variant as 'int8'] ?? 1e-6,
      );
    }
  });

  test('the passage changes no bit of a float32 answer', () => {
    const { graph, inputs, rows } = fixedFile('float32');
    const micro = preferMicroOperators(graph);
    for (let row = 0; row < rows; row++) {
      const example = exampleAt(inputs, row);
      expect(executeGraph(micro, example).get('probabilities')).toEqual(
        executeGraph(graph, example).get('probabilities'),
      );
    }
  });

  test('float32 and int8 have C++ source that holds their bytes', () => {
    const { files } = exportPlan(PLAN, 'Pengüin "species"\n#error');
    expect(files.flatMap(({ variant, micro }) => (micro === undefined ? [] : [variant]))).toEqual([
      'float32',
      'int8',
    ]);
    for (const { bytes, micro, variant } of files) {
      if (micro === undefined) continue;
      const name = `g_peng_in_species_error_${variant}`;
      const array = new RegExp(
        `alignas\\(16\\) const unsigned char ${name}\\[\\] = \\{\\n([^}]*)\\};`,
      );
      const [, list = ''] = micro.source.match(array) ?? [];
      expect(Uint8Array.from(list.match(/0x[0-9a-f]{2}/g) ?? [], Number)).toEqual(bytes);
      expect(micro.source).toContain(`const unsigned int ${name}_len = ${bytes.length};`);
      expect(micro.source).toContain(
        variant === 'int8' ? '#include "model-int8.h"' : '#include "model.h"',
      );
      expect(micro.header).toContain(`constexpr int ${name}_arena_size = ${micro.arena};`);
      expect(micro.header.match(/resolver\.Add\w+\(\)/g)).toHaveLength(micro.registrations.length);
      expect(micro.registrations).toContain('AddSelectV2');
      expect(`${micro.header}${micro.source}`).not.toMatch(/^#error/m);
    }
  });

  test('integers alone: the header says what they stand for', () => {
    const { graph, bytes, endpoints } = fixedFile('int8-only');
    const { header, registrations } = renderCSource({ graph, bytes, name: 'x', headerFile: 'x.h' });
    expect(registrations).toEqual(['AddFullyConnected', 'AddSoftmax', 'AddTanh']);
    const constant = (name: string) => Number(header.match(`g_x_${name} = ([-0-9.e]+)f?;`)?.[1]);
    expect(Math.fround(constant('input_scale'))).toBe(endpoints?.input.scale);
    expect(constant('input_zero_point')).toBe(endpoints?.input.zeroPoint);
    expect(constant('output_scale')).toBe(1 / 256);
    expect(constant('output_zero_point')).toBe(-128);
    const others = fixedFile('int16x8');
    expect(
      renderCSource({
        graph: preferMicroOperators(fixedFile('float32').graph),
        bytes: others.bytes,
        name: 'x',
        headerFile: 'x.h',
      }).header,
    ).not.toContain('zero_point');
  });

  test('the same request gives the same source', () => {
    expect(exportPlan(PLAN).files.map(({ micro }) => micro)).toEqual(
      exportPlan(PLAN).files.map(({ micro }) => micro),
    );
  });

  test('an operator that TFLite Micro does not have is refused by its name', () => {
    const { graph, bytes } = fixedFile('float32');
    const request = { graph, bytes, name: 'x', headerFile: 'x.h' };
    const error = catchError(() => renderCSource(request));
    expect(isUserError(error) && error.message).toMatch(
      /TFLite Micro does not have the operator SELECT that the model needs\. Write export\.microcontroller: false/,
    );
  });

  test('a file that no microcontroller holds is refused', () => {
    const { graph } = fixedFile('float32');
    const bytes = new Uint8Array(16_000_001);
    const error = catchError(() => renderCSource({ graph, bytes, name: 'x', headerFile: 'x.h' }));
    expect(isUserError(error) && error.message).toContain('16000001 bytes is larger than');
  });
});

describe('the plan of memory', () => {
  /** A chain of additions, each of two values before it. */
  const graphOf = (sizes: readonly number[], picks: readonly number[]): Graph => {
    const builder = new GraphBuilder();
    builder.input('t0', 'float32', [sizes[0] ?? 1]);
    for (const [index, size] of sizes.slice(1).entries()) {
      const inputs = [`t${index}`, `t${(picks[index] ?? 0) % (index + 1)}`];
      builder.apply(
        { kind: 'ADD', inputs, output: `t${index + 1}` },
        { shape: [size], type: 'float32' },
      );
    }
    return builder.build([`t${sizes.length - 1}`]);
  };

  test('holds all that lives at a time, and never more than everything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 12 }),
        fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
        (sizes, picks) => {
          const graph = graphOf(sizes, picks);
          const bytes = (name: string) =>
            Math.ceil((elementCount(tensorOf(graph, name).shape) * 4) / 16) * 16;
          const names = [...graph.tensors.keys()];
          const least = graph.operators.map((operator, index) => {
            const later = new Set(graph.operators.slice(index).flatMap(({ inputs }) => inputs));
            const made = new Set([
              ...graph.inputs,
              ...graph.operators.slice(0, index).map(({ output }) => output),
            ]);
            return [...made]
              .filter((name) => later.has(name))
              .reduce((sum, name) => sum + bytes(name), bytes(operator.output));
          });
          const planned = planValues(graph);
          expect(planned).toBeGreaterThanOrEqual(Math.max(...least));
          expect(planned).toBeLessThanOrEqual(names.reduce((sum, name) => sum + bytes(name), 0));
        },
      ),
    );
  });

  test('a value takes the place of one that is no longer needed', () => {
    // t0 → t1 → t2 → t3 of 64, 64, 64, 64 bytes: two live at a time.
    const graph = graphOf([16, 16, 16, 16], [0, 1, 2]);
    expect(planValues(graph)).toBe(128);
  });

  /**
   * `RecordingMicroAllocator` of tflite-micro 0.dev20261023 (64 bit) gave 3,856 and 4,064 bytes for these files, and both ran in an arena
   * of the size that is estimated.
   */
  test('the arena is enough for what TFLite Micro was seen to take', () => {
    const [float32, int8] = exportPlan({ ...PLAN, vocabularies: [3], numeric: 2 }).files.filter(
      ({ micro }) => micro !== undefined,
    );
    expect(float32 && estimateArena(float32.graph)).toBe(float32?.micro?.arena);
    expect(float32?.micro?.arena).toBeGreaterThan(3_856);
    expect(int8?.micro?.arena).toBeGreaterThan(4_064);
  });
});

function catchError(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
