import { type Graph, GraphBuilder, type Operator, type Tensor, tensorOf } from '../graph.ts';

/**
 * The same graph by operators that TFLite Micro has: `SELECT_V2` in the place of `SELECT`, and category ids as
 * single-precision numbers, because its `GATHER` and `SELECT_V2` know no 32-bit integers. Ids are below 2^24 and so stay
 * exact. Inputs keep their types: an app feeds the same numbers. For a graph of single precision, before it is quantised.
 */
export function preferMicroOperators(graph: Graph): Graph {
  const builder = new GraphBuilder();
  for (const name of graph.inputs) {
    const { type, shape } = tensorOf(graph, name);
    builder.input(name, type, shape);
  }
  for (const operator of graph.operators) {
    const { name: _, ...result } = tensorOf(graph, operator.output);
    const inputs = operator.inputs.map((name, place) =>
      keepsIntegers(operator, place) ? addOnce(builder, graph, name) : asReal(builder, graph, name),
    );
    const isInteger = result.type === 'int32' && operator.kind !== 'CAST';
    builder.apply(
      {
        ...operator,
        kind: operator.kind === 'SELECT' ? 'SELECT_V2' : operator.kind,
        inputs,
        output: isInteger ? realName(operator.output) : operator.output,
      } as Operator,
      isInteger ? { ...result, type: 'float32' } : result,
    );
  }
  return builder.build(graph.outputs);
}

/** Positions of a gather are whole numbers, and a CAST reads what it is there to read. */
function keepsIntegers({ kind }: Operator, place: number): boolean {
  return kind === 'CAST' || (kind === 'GATHER' && place === 1);
}

function asReal(builder: GraphBuilder, graph: Graph, name: string): string {
  const tensor = tensorOf(graph, name);
  if (tensor.type !== 'int32') return addOnce(builder, graph, name);
  const real = realName(name);
  if (builder.has(real)) return real;
  if (tensor.data !== undefined) return builder.add(realConstant(real, tensor));
  return builder.apply(
    { kind: 'CAST', inputs: [addOnce(builder, graph, name)], output: real },
    { shape: tensor.shape, type: 'float32' },
  );
}

function addOnce(builder: GraphBuilder, graph: Graph, name: string): string {
  return builder.has(name) ? name : builder.add(tensorOf(graph, name));
}

function realConstant(name: string, { shape, data }: Tensor): Tensor {
  return { name, shape, type: 'float32', data: Float32Array.from(data ?? []) };
}

function realName(name: string): string {
  return `${name}/float32`;
}
