import { posix } from 'node:path';
import { type ExportVariant, MICRO_VARIANTS, type Task } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import type { Transform } from '../features/index.ts';
import type { Matrix } from '../model/index.ts';
import type { TrainedNetwork } from '../network/index.ts';
import { INT8_ACTIVATIONS, INT16_ACTIVATIONS, type ValueRange } from './activation-format.ts';
import { calibrate } from './calibrate.ts';
import type { IntegerEndpoints } from './export-report.ts';
import { writeFlatbuffer } from './flatbuffer-writer.ts';
import type { Graph } from './graph.ts';
import { halveWeights } from './half-precision.ts';
import { describeEndpoints, toIntegerEndpoints } from './integer-endpoints.ts';
import { lowerModel, lowerNetwork } from './lower-model.ts';
import {
  appendFiles,
  describeModel,
  filesOf,
  type MetadataRequest,
  writeMetadata,
} from './metadata/index.ts';
import { type CSource, preferMicroOperators, renderCSource } from './micro/index.ts';
import { orderGraph } from './order-graph.ts';
import { quantizeFully, quantizeWeights } from './quantize.ts';
import { exampleAt } from './raw-features.ts';
import type { InputValues } from './runtime/session.ts';

export interface ExportRequest {
  readonly model: TrainedNetwork;
  readonly transform: Transform;
  readonly task: Task;
  readonly variants: readonly ExportVariant[];
  /** Training rows (see `pickCalibrationRows`): they give the ranges of integers. */
  readonly calibration: CalibrationExamples;
  /** Lower to operators that TFLite Micro has, and add C++ source to the files that it runs. */
  readonly microcontroller?: { readonly model: string };
  /** Put into each file, for people who find one: one line. */
  readonly description: string;
  /**
   * What TFLite metadata says, with the lists of classes and values behind the model. Left out: none, and for
   * microcontrollers neither, which do not read it and have no room.
   */
  readonly metadata?: MetadataRequest;
}

/** The same rows twice. */
export interface CalibrationExamples {
  readonly features: readonly InputValues[];
  /** As the transform makes them. */
  readonly vectors: Matrix;
}

export interface ExportedFile {
  readonly variant: ExportVariant;
  /** The last stage before the bytes, for tests and for people. */
  readonly graph: Graph;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Names of the lists behind the model. */
  readonly associatedFiles: readonly string[];
  /** Where inputs and outputs are integers: what they stand for. */
  readonly endpoints?: IntegerEndpoints;
  /** For microcontrollers; left out where none is asked for or TFLite Micro does not run the variant. */
  readonly micro?: CSource;
}

/** Variants of the whole graph whose ranges are measured. */
const CALIBRATED: readonly ExportVariant[] = ['int8', 'int16x8'];

/** File names in the output directory. */
export const VARIANT_FILES: Readonly<Record<ExportVariant, string>> = {
  float32: 'export/model.tflite',
  float16: 'export/model-float16.tflite',
  'dynamic-range': 'export/model-dynamic-range.tflite',
  int8: 'export/model-int8.tflite',
  'int8-only': 'export/model-int8-only.tflite',
  int16x8: 'export/model-int16x8.tflite',
};

export function microFiles(variant: ExportVariant): { header: string; source: string } {
  const path = VARIANT_FILES[variant].replace(/\.tflite$/, '');
  return { header: `${path}.h`, source: `${path}.cc` };
}

/** Model and transform as `.tflite` files: lower, quantise, order, write. Equal requests give equal bytes. */
export function exportModel(request: ExportRequest): ExportedFile[] {
  const { wideAndDeep, layersPart } = request.model.network;
  const isChain = wideAndDeep === undefined && layersPart === undefined;
  if (request.variants.includes('int8-only') && !isChain) throw notAChain();
  const lowered = lowerModel(request.model, request.transform, request.task);
  const { microcontroller } = request;
  const graph = microcontroller === undefined ? lowered : preferMicroOperators(lowered);
  const ranges = request.variants.some((variant) => CALIBRATED.includes(variant))
    ? calibrateOn(graph, request.calibration.features)
    : new Map<string, ValueRange>();
  return request.variants.map((variant) => {
    const ordered = orderGraph(
      variant === 'int8-only' ? makeIntegersOnly(request) : quantize(graph, variant, ranges),
    );
    const { bytes, associatedFiles } = write(request, variant, ordered);
    const file = {
      variant,
      graph: ordered,
      bytes,
      associatedFiles,
      ...(variant === 'int8-only'
        ? { endpoints: describeEndpoints(ordered, request.transform) }
        : {}),
    };
    if (microcontroller === undefined || !MICRO_VARIANTS.includes(variant)) return file;
    const name = `${microcontroller.model}_${variant}`;
    const headerFile = posix.basename(microFiles(variant).header);
    return { ...file, micro: renderCSource({ graph: ordered, bytes, name, headerFile }) };
  });
}

function write(
  { description, metadata, microcontroller }: ExportRequest,
  variant: ExportVariant,
  graph: Graph,
): Pick<ExportedFile, 'bytes' | 'associatedFiles'> {
  const text = `${description}, ${variant}`;
  if (metadata === undefined || microcontroller !== undefined) {
    return { bytes: writeFlatbuffer(graph, text), associatedFiles: [] };
  }
  const described = describeModel(metadata, text, graph);
  const files = filesOf(described);
  const model = writeFlatbuffer(graph, text, writeMetadata(described));
  return { bytes: appendFiles(model, files), associatedFiles: files.map(({ name }) => name) };
}

function quantize(
  graph: Graph,
  variant: Exclude<ExportVariant, 'int8-only'>,
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
      return quantizeFully(graph, ranges, INT8_ACTIVATIONS);
    case 'int16x8':
      return quantizeFully(graph, ranges, INT16_ACTIVATIONS);
  }
}

/** The layers on integers from end to end; the transform is left to the app. */
function makeIntegersOnly({ model, transform, task, calibration }: ExportRequest): Graph {
  const graph = lowerNetwork(model, transform, task);
  const { data, columns } = calibration.vectors;
  const ranges = calibrateOn(graph, [{ name: graph.inputs[0] ?? '', data, width: columns }]);
  return toIntegerEndpoints(quantizeFully(graph, ranges, INT8_ACTIVATIONS));
}

function notAChain(): UserError {
  return new UserError({
    what: 'Only a chain of dense layers can be written as int8-only: other layers compute in single precision between integers',
    remedy: 'Leave int8-only out of export.variants, or train with kind: mlp or kind: linear',
  });
}

function calibrateOn(graph: Graph, features: readonly InputValues[]): Map<string, ValueRange> {
  const rows = (features[0]?.data.length ?? 0) / (features[0]?.width ?? 1);
  if (rows === 0) throw new Error('calibration needs at least one training example');
  return calibrate(
    graph,
    Array.from({ length: rows }, (_, row) => exampleAt(features, row)),
  );
}
