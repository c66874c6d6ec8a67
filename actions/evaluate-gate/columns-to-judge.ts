import type { Configuration } from '../../shared/config/index.ts';
import { columnsOfTransform, type Transform } from '../../shared/features/index.ts';

/** What the models read, and what slices and gates tell apart. */
export function columnsToJudge(
  { evaluation: { slices, gates } }: Configuration,
  transforms: readonly (Transform | undefined)[],
): string[] {
  const read = transforms.flatMap((one) => (one === undefined ? [] : columnsOfTransform(one)));
  const ofGates = gates.flatMap(({ slice }) => Object.keys(slice ?? {}));
  return [...new Set([...read, ...slices.flat(), ...ofGates])];
}
