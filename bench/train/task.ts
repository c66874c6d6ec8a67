import { SeededRandom } from '../../shared/numeric/index.ts';

/** The network of the benchmark: 20 inputs, two hidden layers with relu, one output for the class. */
export const INPUTS = 20;
export const HIDDEN = [64, 32];
export const LEARNING_RATE = 0.001;
export const EXAMPLES = 50_000;

/** Of the networks of other layers (`layers`). */
export const BATCH_SIZE = 64;

export interface Examples {
  /** Row-major `rows × INPUTS`, standard normal. */
  readonly features: Float32Array;
  /** 0 or 1 by a curved boundary; one in twenty is turned round, so that no network can be perfect. */
  readonly labels: Float32Array;
}

/** The same examples for a seed in every process. */
export function makeExamples(rows: number, seed: number): Examples {
  const random = new SeededRandom(seed, 'training benchmark');
  const features = new Float32Array(rows * INPUTS);
  // Box–Muller: two independent standard normals from two uniforms.
  for (let index = 0; index < features.length; index += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
    const angle = 2 * Math.PI * random.uniform();
    features[index] = radius * Math.cos(angle);
    features[index + 1] = radius * Math.sin(angle);
  }
  const labels = Float32Array.from({ length: rows }, (_, row) => {
    const [a = 0, b = 0, c = 0, d = 0] = features.subarray(row * INPUTS, row * INPUTS + 4);
    const isAbove = a * b + c > 0.5 * d * d - 0.3;
    return isAbove === random.uniform() > 0.05 ? 1 : 0;
  });
  return { features, labels };
}
