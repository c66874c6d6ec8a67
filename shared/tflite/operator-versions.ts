import { type Graph, type Operator, type OperatorKind, tensorOf } from './graph.ts';

/**
 * The lowest version of each operator that knows the operand types in use; a runtime refuses versions it does not know,
 * so a higher one only shuts out old runtimes. Source: `tensorflow/lite/tools/versioning/op_version.cc`.
 * All of these have run in TFLite since 1.14 (`runtime_version.cc`).
 */
const INT8_VERSIONS: Readonly<Partial<Record<OperatorKind, number>>> = {
  FULLY_CONNECTED: 4,
  SOFTMAX: 2,
  LOGISTIC: 2,
  TANH: 2,
  DEQUANTIZE: 2,
};

/** Single-precision values with int8 weights. */
const HYBRID_FULLY_CONNECTED = 3;

/** The oldest TFLite that has every operator version above. */
export const MIN_RUNTIME_VERSION = '1.14.0';

export function operatorVersion(graph: Pick<Graph, 'tensors'>, operator: Operator): number {
  const [first, second] = operator.inputs.map((name) => tensorOf(graph, name).type);
  if (first === 'int8') return INT8_VERSIONS[operator.kind] ?? 1;
  if (operator.kind === 'FULLY_CONNECTED' && second === 'int8') return HYBRID_FULLY_CONNECTED;
  return 1;
}
