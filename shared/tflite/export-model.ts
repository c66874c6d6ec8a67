import { posix } from 'node:path';
import type { ExportVariant, Task } from '../config/index.ts';
import type { Transform } from '../features/index.ts';
import type { TrainedNetwork } from '../network/index.ts';
import { calibrate } from './calibrate.ts';
import { writeFlatbuffer } from './flatbuffer-writer.ts';
import type { Graph } from './graph.ts';
import { halveWeights } from './half-precision.ts';
import { lowerModel } from './lower-model.ts';
import { type CSource, preferMicroOperators, renderCSource } from './micro/index.ts';
import { orderGraph } from './order-graph.ts';
import { quantizeFully, quantizeWeights, type ValueRange } from './quantize.ts';
import { exampleAt } from './raw-features.ts';
import type { InputValues } from './runtime/session.ts';

export interface ExportRequest {
  readonly model: TrainedNetwork;
  readonly transform: Transform;
  readonly task: Task;
  readonly variants: readonly ExportVariant[];
  /** Raw features of training rows (see `pickCalibrationRows`): they give the ranges of 8-bit numbers. */
  readonly calibration: readonly InputValues[];
  /** Lower to operators that TFLite Micro has, and add C++ source to the files that it runs. */
  readonly microcontroller?: { readonly model: string };
  /** Put into each file, for people who find one: one line. */
  readonly description: string;
}

export interface ExportedFile {
  readonly variant: ExportVariant;
  /** The last stage before the bytes, for tests and for people. */
  readonly graph: Graph;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For microcontrollers; left out where none is asked for or TFLite Micro does not run the variant. */
  readonly micro?: CSource;
}

/** TFLite Micro has no kernels for weights of another type than their values. */
export const MICRO_VARIANTS: readonly ExportVariant[] = ['float32', 'int8'];

/** File names in the output directory. */
export const VARIANT_FILES: Readonly<Record<ExportVariant, string>> = {
  float32: 'export/model.tflite',
  float16: 'export/model-float16.tflite',
  'dynamic-range': 'export/model-dynamic-range.tflite',
  int8: 'export/model-int8.tflite',
};

export function microFiles(variant: ExportVariant): { header: string; source: string } {
  const path = VARIANT_FILES[variant].replace(/\.tflite$/, '');
  return { header: `${path}.h`, source: `${path}.cc` };
}

/** Model and transform as `.tflite` files: lower, quantise, order, write. Equal requests give equal bytes. */
export function exportModel(request: ExportRequest): ExportedFile[] {
  const lowered = lowerModel(request.model, request.transform, request.task);
  const { microcontroller } = request;
  const graph = microcontroller === undefined ? lowered : preferMicroOperators(lowered);
  const ranges = request.variants.includes('int8')
    ? calibrateOn(graph, request.calibration)
    : new Map<string, ValueRange>();
  return request.variants.map((variant) => {
    const ordered = orderGraph(quantize(graph, variant, ranges));
    const bytes = writeFlatbuffer(ordered, `${request.description}, ${variant}`);
    const file = { variant, graph: ordered, bytes };
    if (microcontroller === undefined || !MICRO_VARIANTS.includes(variant)) return file;
    const name = `${microcontroller.model}_${variant}`;
    const headerFile = posix.basename(microFiles(variant).header);
    return { ...file, micro: renderCSource({ graph: ordered, bytes, name, headerFile }) };
  });
}

function quantize(
  graph: Graph,
  variant: ExportVariant,
  ranges: ReadonlyMap<string, ValueRange>,
): Graph {
  switch (variant) {
    case 'float32':
      return graph;
    case 'float16':
      return halveWeights(graph);
    case 'dynamic-range':
      return quantizeWeights(graph);
    case 'int8':
      return quantizeFully(graph, ranges);
  }
}

function calibrateOn(graph: Graph, features: readonly InputValues[]): Map<string, ValueRange> {
  const rows = (features[0]?.data.length ?? 0) / (features[0]?.width ?? 1);
  if (rows === 0) throw new Error('calibration needs at least one training example');
  return calibrate(
    graph,
    Array.from({ length: rows }, (_, row) => exampleAt(features, row)),
  );
}
