import { type Graph, type Operator, type Tensor, tensorOf } from './graph.ts';

/**
 * Operators so that each comes after those whose results it reads; then only the tensors
 * that are used, inputs first, in order of first use. Operators whose result nobody reads are dropped.
 */
export function orderGraph(graph: Graph): Graph {
  const makerOf = new Map(graph.operators.map((operator) => [operator.output, operator]));
  const operators: Operator[] = [];
  const state = new Map<Operator, 'open' | 'done'>();
  // Depth first with an own stack: a deep graph must not overflow JavaScript's.
  const stack: { readonly operator: Operator; nextInput: number }[] = [];
  const visit = (name: string): void => {
    const operator = makerOf.get(name);
    if (operator === undefined || state.get(operator) === 'done') return;
    if (state.get(operator) === 'open') throw new Error(`tensor ${name} is made from itself`);
    state.set(operator, 'open');
    stack.push({ operator, nextInput: 0 });
  };
  for (const output of graph.outputs) {
    visit(output);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const input = frame.operator.inputs[frame.nextInput++];
      if (input !== undefined) {
        visit(input);
        continue;
      }
      state.set(frame.operator, 'done');
      operators.push(frame.operator);
      stack.pop();
    }
  }
  const tensors = new Map<string, Tensor>();
  for (const name of [
    ...graph.inputs,
    ...operators.flatMap((operator) => [...operator.inputs, operator.output]),
  ]) {
    tensors.set(name, tensorOf(graph, name));
  }
  return { ...graph, tensors, operators };
}
