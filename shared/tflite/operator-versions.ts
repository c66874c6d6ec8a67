import { type Graph, type Operator, type OperatorKind, tensorOf } from './graph.ts';

/**
 * The lowest version of each operator that knows the operand types in use; a runtime refuses versions it does not know,
 * so a higher one only shuts out old runtimes. Source: `tensorflow/lite/tools/versioning/op_version.cc`.
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

/** Widens half precision. */
const HALF_DEQUANTIZE = 3;

/** The oldest TFLite that has the operators and versions above (`runtime_version.cc`), but for those below. */
const OLDEST_RUNTIME = '1.14.0';

/** From old to new. */
const LATER_RUNTIMES: readonly {
  readonly kind: OperatorKind;
  readonly version: number;
  readonly runtime: string;
}[] = [
  { kind: 'DEQUANTIZE', version: HALF_DEQUANTIZE, runtime: '1.15.0' },
  { kind: 'SELECT_V2', version: 1, runtime: '2.2.0' },
];

/** The oldest TFLite that has every operator of the graph in its version. */
export function minRuntimeVersion(graph: Graph): string {
  const later = LATER_RUNTIMES.findLast(({ kind, version }) =>
    graph.operators.some(
      (operator) => operator.kind === kind && operatorVersion(graph, operator) >= version,
    ),
  );
  return later?.runtime ?? OLDEST_RUNTIME;
}

export function operatorVersion(graph: Pick<Graph, 'tensors'>, operator: Operator): number {
  const [first, second] = operator.inputs.map((name) => tensorOf(graph, name).type);
  if (first === 'float16') return HALF_DEQUANTIZE;
  if (first === 'int8') return INT8_VERSIONS[operator.kind] ?? 1;
  if (operator.kind === 'FULLY_CONNECTED' && second === 'int8') return HYBRID_FULLY_CONNECTED;
  return 1;
}
