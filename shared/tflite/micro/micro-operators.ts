import { UserError } from '../../errors/index.ts';
import type { Graph, OperatorKind } from '../graph.ts';

/**
 * The methods of `tflite::MicroMutableOpResolver` that register an operator
 * (`tensorflow/lite/micro/micro_mutable_op_resolver.h`). An operator that is not here is not known to run there.
 */
const REGISTRATIONS: Readonly<Partial<Record<OperatorKind, string>>> = {
  FULLY_CONNECTED: 'AddFullyConnected',
  CONCATENATION: 'AddConcatenation',
  GATHER: 'AddGather',
  SELECT_V2: 'AddSelectV2',
  ADD: 'AddAdd',
  SUB: 'AddSub',
  MUL: 'AddMul',
  MINIMUM: 'AddMinimum',
  MAXIMUM: 'AddMaximum',
  EQUAL: 'AddEqual',
  NOT_EQUAL: 'AddNotEqual',
  CAST: 'AddCast',
  LOG: 'AddLog',
  SIN: 'AddSin',
  TANH: 'AddTanh',
  LOGISTIC: 'AddLogistic',
  SOFTMAX: 'AddSoftmax',
  QUANTIZE: 'AddQuantize',
  DEQUANTIZE: 'AddDequantize',
};

/** Registrations that a program needs to run the graph, in alphabetical order. Throws a `UserError` for others. */
export function listRegistrations(graph: Graph): string[] {
  const kinds = [...new Set(graph.operators.map(({ kind }) => kind))];
  const missing = kinds.filter((kind) => REGISTRATIONS[kind] === undefined);
  if (missing.length > 0) {
    throw new UserError({
      what: `TFLite Micro does not have the operator ${missing.join(', ')} that the model needs`,
      remedy: 'Write export.microcontroller: false, or train a model without it',
    });
  }
  return kinds.flatMap((kind) => REGISTRATIONS[kind] ?? []).sort();
}
