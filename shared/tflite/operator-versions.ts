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

/** 16-bit values with int8 weights. `op_version.cc` gives FULLY_CONNECTED version 1 then, which old runtimes take and fail on. */
const INT16_VERSIONS: Readonly<Partial<Record<OperatorKind, number>>> = {
  FULLY_CONNECTED: 7,
  SOFTMAX: 3,
  LOGISTIC: 3,
  TANH: 3,
  DEQUANTIZE: 3,
};

/** To 16-bit values. */
const INT16_QUANTIZE = 2;

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
  { kind: 'QUANTIZE', version: INT16_QUANTIZE, runtime: '1.15.0' },
  { kind: 'SELECT_V2', version: 1, runtime: '2.2.0' },
  { kind: 'FULLY_CONNECTED', version: 7, runtime: '2.3.0' },
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
  if (first === 'int16') return INT16_VERSIONS[operator.kind] ?? 1;
  if (first === 'int8') return INT8_VERSIONS[operator.kind] ?? 1;
  if (operator.kind === 'QUANTIZE' && tensorOf(graph, operator.output).type === 'int16') {
    return INT16_QUANTIZE;
  }
  if (operator.kind === 'FULLY_CONNECTED' && second === 'int8') return HYBRID_FULLY_CONNECTED;
  return 1;
}
