import { type FeatureTransform, nameOfFeature, type Transform } from './transform.ts';

/** Numbers of chosen features, as they lie in a vector of all of them. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

interface Numbers {
  readonly data: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

/** A transform of some of the features, in their order, and what takes their numbers out of vectors of all. */
export interface FeatureSelection {
  readonly transform: Transform;
  /** Row-major, as the transform itself would give it. */
  readonly select: (all: Numbers) => Numbers;
}

/** Every feature is fitted by itself: what is left is what would be fitted without the others. */
export function selectFeatures(transform: Transform, names: ReadonlySet<string>): FeatureSelection {
  const pieces: Piece[] = [];
  const features: FeatureTransform[] = [];
  let width = 0;
  for (const feature of transform.features) {
    if (!names.has(nameOfFeature(feature))) continue;
    pieces.push({ from: feature.offset, to: width, width: feature.width });
    features.push({ ...feature, offset: width });
    width += feature.width;
  }
  return {
    transform: { ...transform, features, width },
    select: (all) => copyPieces(all, pieces, width),
  };
}

function copyPieces({ data, rows, columns }: Numbers, pieces: readonly Piece[], width: number) {
  const chosen = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (const piece of pieces) {
      const start = row * columns + piece.from;
      chosen.set(data.subarray(start, start + piece.width), row * width + piece.to);
    }
  }
  return { data: chosen, rows, columns: width };
}
