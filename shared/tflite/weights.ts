import { UserError } from '../errors/index.ts';
import { elementCount } from './graph.ts';
import type { WeightEntry } from './topology.ts';

export interface Weight {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

const BYTES_PER_NUMBER = 4;

/**
 * Cuts `weights.bin` into the tensors of the manifest: little-endian single precision, one after another, nothing left
 * over. Sizes are checked against the file before anything is copied.
 */
export function parseWeights(
  manifest: readonly WeightEntry[],
  bytes: Uint8Array,
  where: string,
): Map<string, Weight> {
  const refuse = (what: string) =>
    new UserError({
      what: `The model's weights can't be read: ${what}`,
      where: { file: where },
      remedy: 'Train the model again, or restore its three files from one training run',
    });
  const needed = manifest.reduce(
    (sum, { shape }) => sum + elementCount(shape) * BYTES_PER_NUMBER,
    0,
  );
  if (needed !== bytes.byteLength) {
    throw refuse(`weights.bin has ${bytes.byteLength} bytes where model.json asks for ${needed}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const { name, shape, dtype } of manifest) {
    if (dtype !== 'float32') throw refuse(`weight "${name}" is ${dtype}, not float32`);
    if (weights.has(name)) throw refuse(`two weights are named "${name}"`);
    const data = new Float32Array(elementCount(shape));
    for (let index = 0; index < data.length; index++) {
      data[index] = view.getFloat32(offset, true);
      offset += BYTES_PER_NUMBER;
    }
    if (!data.every(Number.isFinite))
      throw refuse(`weight "${name}" holds a number that is not finite`);
    weights.set(name, { shape, data });
  }
  return weights;
}
