import { isDeepStrictEqual } from 'node:util';
import { WorkflowRefused } from './workflow-file.ts';

/** One combination of a matrix: what the context `matrix` holds in one leg of the job. */
export type Leg = Readonly<Record<string, unknown>>;

/**
 * The legs of an evaluated matrix, in GitHub's order: the product of the axes without `exclude`, widened by `include`.
 * An entry of `include` joins every leg whose axes it does not contradict, or becomes a leg of its own. No matrix is
 * one leg without values.
 */
export function expandMatrix(matrix: unknown): Leg[] {
  if (matrix === undefined || matrix === null) return [{}];
  if (typeof matrix !== 'object' || Array.isArray(matrix)) {
    throw new WorkflowRefused('the matrix is not a mapping');
  }
  const { include = [], exclude = [], ...axes } = matrix as Record<string, unknown>;
  const names = Object.keys(axes);
  let legs: Leg[] = names.length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(axes)) {
    if (!Array.isArray(values) || values.length === 0) {
      throw new WorkflowRefused(`Matrix vector '${name}' does not contain any values`);
    }
    legs = legs.flatMap((leg) => values.map((value: unknown) => ({ ...leg, [name]: value })));
  }
  legs = legs.filter((leg) => !(exclude as Leg[]).some((pattern) => agrees(leg, pattern)));

  const product = legs.map((leg) => ({ leg, axes: leg }));
  const added: Leg[] = [];
  for (const entry of include as Leg[]) {
    const known = Object.fromEntries(Object.entries(entry).filter(([name]) => name in axes));
    const matching = product.filter((item) => agrees(item.axes, known));
    if (matching.length === 0) added.push(entry);
    for (const item of matching) item.leg = { ...item.leg, ...entry };
  }
  return [...product.map(({ leg }) => leg), ...added];
}

function agrees(leg: Leg, pattern: Leg): boolean {
  return Object.entries(pattern).every(([name, value]) => isDeepStrictEqual(leg[name], value));
}
