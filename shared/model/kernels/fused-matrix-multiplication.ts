import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { isSingle } from './matrix-multiplication.ts';
import { packedInOneShape } from './packed-operand.ts';
import { type Call, kernel } from './registry.ts';

interface FusedInputs {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly bias?: TensorInfo;
  readonly preluActivationWeights?: TensorInfo;
}

interface FusedAttributes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly activation: string;
  readonly leakyreluAlpha?: number;
}

/**
 * _FusedMatMul. With a transposed operand or with batches the backend's own adds the bias at wrong places (it is indexed
 * by the flat position in the result): there the parts are computed one after the other.
 */
export function fusedMatrixMultiplication(): KernelFunc {
  const fused = kernel('_FusedMatMul');
  const multiply = kernel('BatchMatMul');
  const add = kernel('Add');
  return ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const { a, b, bias, preluActivationWeights } = inputs as unknown as FusedInputs;
    const attributes = attrs as unknown as FusedAttributes;
    const { transposeA, transposeB } = attributes;
    if (!transposeA && !transposeB && isSingle(a) && isSingle(b)) {
      const packed = packedInOneShape(b, wasm);
      const given = inputs as Record<string, TensorInfo>;
      const product = fused({ ...given, b: packed }, wasm, attributes);
      if (packed !== b) wasm.disposeData(packed.dataId);
      return product;
    }
    const steps: ((value: TensorInfo) => TensorInfo)[] = [];
    if (bias != null) steps.push((value) => add({ a: value, b: bias }, wasm));
    const activate = findActivation(attributes, preluActivationWeights);
    if (activate !== undefined) steps.push((value) => activate({ x: value }, wasm));
    let value = multiply({ a, b }, wasm, { transposeA, transposeB });
    for (const step of steps) {
      const next = step(value);
      wasm.disposeData(value.dataId);
      value = next;
    }
    return value;
  };
}

const ACTIVATIONS = new Map([
  ['relu', 'Relu'],
  ['relu6', 'Relu6'],
  ['elu', 'Elu'],
  ['sigmoid', 'Sigmoid'],
]);

function findActivation(
  { activation, leakyreluAlpha }: FusedAttributes,
  slopes: TensorInfo | undefined,
): Call | undefined {
  if (activation === 'linear') return undefined;
  if (activation === 'prelu' && slopes != null) {
    return ({ x }, wasm) => kernel('Prelu')({ x: x as TensorInfo, alpha: slopes }, wasm);
  }
  if (activation === 'leakyrelu') {
    return (inputs, wasm) => kernel('LeakyRelu')(inputs, wasm, { alpha: leakyreluAlpha ?? 0.2 });
  }
  const name = ACTIVATIONS.get(activation);
  if (name === undefined) throw new Error(`no fused activation ${activation}`);
  return kernel(name);
}
