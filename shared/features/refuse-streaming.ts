import type { Configuration } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import { nameOfFeature, type Transform } from './transform.ts';

/** Throws a `UserError` where a stored model reads what needs all rows in memory, and `training.streaming` reads some. */
export function refuseStreaming(
  { training, file }: Pick<Configuration, 'training' | 'file'>,
  models: readonly { readonly path: string; readonly transform: Transform }[],
): void {
  if (training.streaming !== true) return;
  for (const { path, transform } of models) {
    const feature = transform.features.find(
      (one) => one.kind === 'image' || ('window' in one && one.window !== undefined),
    );
    if (feature === undefined) continue;
    throw new UserError({
      what: `The model in ${path} reads ${feature.kind === 'image' ? 'images' : 'a window'} by the feature "${nameOfFeature(feature)}", which needs all rows in memory`,
      where: { file },
      remedy: 'Remove training.streaming until another model takes its place',
    });
  }
}
