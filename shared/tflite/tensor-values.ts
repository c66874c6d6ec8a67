import { elementCount, type Tensor, type TensorData } from './graph.ts';

export interface Operand {
  readonly data: TensorData;
  readonly tensor: Tensor;
}

export function fillWith(output: Tensor, valueAt: (index: number) => number): TensorData {
  const data = allocate(output);
  for (let index = 0; index < data.length; index++) data[index] = valueAt(index);
  return data;
}

export function fill(output: Tensor, values: ArrayLike<number>): TensorData {
  const data = allocate(output);
  if (values.length !== data.length)
    throw new Error(`${output.name} is given ${values.length} values`);
  data.set(values);
  return data;
}

export function allocate({ type, shape }: Tensor): TensorData {
  const size = elementCount(shape);
  switch (type) {
    case 'float32':
      return new Float32Array(size);
    case 'float16':
      return new Uint16Array(size);
    case 'int32':
      return new Int32Array(size);
    case 'int64':
      return new Float64Array(size);
    case 'int16':
      return new Int16Array(size);
    case 'int8':
      return new Int8Array(size);
    case 'bool':
      return new Uint8Array(size);
  }
}
