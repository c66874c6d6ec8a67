import type { ActionDefinition, ArtifactPlan } from '../../shared/action/index.ts';
import { trialsPath } from '../../shared/tuning/index.ts';
import { parseInputs, type TrainModelInputs } from './inputs.ts';
import { run } from './run.ts';

export const action: ActionDefinition<TrainModelInputs> = {
  name: 'train-model',
  parseInputs,
  run,
  artifacts,
};

/** Each share of the trials has an artifact of its own: jobs that run at once must not replace each other's. */
function artifacts(
  { trials, bestTrial = 0, rebuild, record }: TrainModelInputs,
  name: string,
): ArtifactPlan {
  // Another job's record may be what is asked; one that is named is there.
  if (rebuild !== undefined) return { download: record === undefined ? [name] : [], upload: null };
  const nameOfPart = (part: number, of: number) => `${name}-trials-${part}-of-${of}`;
  if (trials !== undefined) {
    const { index, of } = trials;
    return {
      download: [name],
      upload: {
        name: nameOfPart(index, of),
        includes: (path) => path === trialsPath(index, of),
      },
    };
  }
  const parts = Array.from({ length: bestTrial }, (_, index) => nameOfPart(index + 1, bestTrial));
  return { download: [name, ...parts], upload: { name, includes: () => true } };
}
