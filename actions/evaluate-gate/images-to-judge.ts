import type { ImageRequest } from '../../shared/data/index.ts';
import { imagesOf, type Transform } from '../../shared/features/index.ts';

/** The images that the model and its baseline read, each once; those of the baseline alone are no data of the model. */
export function imagesToJudge(model: Transform, baseline: Transform | undefined): ImageRequest[] {
  const own = imagesOf(model);
  const others = baseline === undefined ? [] : imagesOf(baseline);
  const isOwn = (other: ImageRequest) =>
    own.some(
      (one) =>
        one.column === other.column &&
        one.height === other.height &&
        one.width === other.width &&
        one.channels === other.channels,
    );
  return [
    ...own,
    ...others.filter((other) => !isOwn(other)).map((other) => ({ ...other, digested: false })),
  ];
}
