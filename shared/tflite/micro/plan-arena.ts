import { BYTES_OF_TYPE, elementCount, type Graph, tensorOf } from '../graph.ts';

/** Alignment of what TFLite Micro puts into its arena (`MicroArenaBufferAlignment`). */
const ALIGNMENT = 16;

/**
 * What TFLite Micro keeps beside the values, on a machine with 64-bit addresses: with 32 bits it is less. Sizes of the
 * structures of tensors, operators and endpoints as `RecordingMicroAllocator` of tflite-micro 0.dev20261023 reports them. What kernels
 * keep (30 to 44 bytes an operator on average over 48 files) and the fixed part (780 to 1,488) are rounded up from there.
 */
const STRUCTURES = { tensor: 24, operator: 64, kernel: 48, endpoint: 64, fixed: 1536 } as const;

/**
 * The planner takes room for each tensor before it gives the same memory to the values. How much is not reported: with this all files of
 * `npm run interpreters` load, without it many of the small ones don't.
 */
const PLANNING_OF_TENSOR = 72;

/** A softmax of 16-bit values makes two tables of 513 numbers of 16 bits, for the exponential and for 1 / (1 + x). */
const SOFTMAX_TABLES = 2 * 513 * 2;

/** Bytes that the arena needs at most for the values of the graph and for what TFLite Micro keeps beside them. */
export function estimateArena(graph: Graph): number {
  const endpoints = graph.inputs.length + graph.outputs.length;
  const { tensor, operator, kernel, endpoint, fixed } = STRUCTURES;
  return roundUp(
    Math.max(planValues(graph), graph.tensors.size * PLANNING_OF_TENSOR) +
      graph.tensors.size * tensor +
      graph.operators.length * (operator + kernel) +
      endpoints * endpoint +
      countTables(graph) * SOFTMAX_TABLES +
      fixed,
  );
}

function countTables(graph: Graph): number {
  return graph.operators.filter(
    ({ kind, output }) => kind === 'SOFTMAX' && tensorOf(graph, output).type === 'int16',
  ).length;
}

interface Buffer {
  readonly size: number;
  /** First and last operator at which the value is needed. */
  readonly first: number;
  readonly last: number;
}

/**
 * Bytes for the values that operators make and read when those whose lives overlap do not share memory: the largest first,
 * each at the lowest place that is free, as TFLite Micro's `GreedyMemoryPlanner` does it.
 */
export function planValues(graph: Graph): number {
  const placed: (Buffer & { readonly offset: number })[] = [];
  let end = 0;
  for (const buffer of listBuffers(graph).sort((a, b) => b.size - a.size || a.first - b.first)) {
    const neighbours = placed
      .filter(({ first, last }) => first <= buffer.last && buffer.first <= last)
      .sort((a, b) => a.offset - b.offset);
    let offset = 0;
    for (const other of neighbours) {
      if (offset + buffer.size <= other.offset) break;
      offset = Math.max(offset, other.offset + other.size);
    }
    placed.push({ ...buffer, offset });
    end = Math.max(end, offset + buffer.size);
  }
  return end;
}

/** The caller may write inputs at any time before the first operator and read outputs after the last. */
function listBuffers(graph: Graph): Buffer[] {
  const lives = new Map<string, { first: number; last: number }>();
  for (const name of graph.inputs) lives.set(name, { first: 0, last: 0 });
  for (const [index, { inputs, output }] of graph.operators.entries()) {
    lives.set(output, { first: index, last: index });
    for (const name of inputs) {
      const life = lives.get(name);
      if (life !== undefined) life.last = index;
    }
  }
  for (const name of graph.outputs) {
    const life = lives.get(name);
    if (life !== undefined) life.last = graph.operators.length;
  }
  return [...lives].map(([name, life]) => {
    const { shape, type } = tensorOf(graph, name);
    return { ...life, size: roundUp(elementCount(shape) * BYTES_OF_TYPE[type]) };
  });
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
