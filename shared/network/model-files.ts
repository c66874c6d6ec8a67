/** The three files that make a model, as they lie in a folder. */
export const MODEL_FILES = {
  model: 'model.json',
  weights: 'weights.bin',
  transform: 'transform.json',
} as const;

/** The bytes of a saved TensorFlow.js layers model. Equal training gives equal bytes. */
export interface ModelFiles {
  /** `model.json`: topology and weight manifest, in the format that every TensorFlow.js loads. */
  readonly modelJson: string;
  /** `weights.bin`: single-precision numbers, little-endian, one parameter after another. */
  readonly weights: Uint8Array;
}
