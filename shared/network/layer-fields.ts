import type { ConfigValue, LayerConfig } from './layers-part.ts';

/** What a field of a layer must be, as the end of a sentence; thrown. */
export class BadField {
  readonly field: string;
  readonly must: string;
  constructor(field: string, must: string) {
    this.field = field;
    this.must = must;
  }
}

/** Reads one field; `undefined` and `null` mean that it is left out. Throws a `BadField`. */
export type FieldReader = (value: unknown, field: string) => ConfigValue;

/** Beyond this a file can't hold the weights anyway; keeps the size of a layer exact. */
export const MOST_UNITS = 2 ** 24;

/** As Keras has them; the names are those of `model.json`. */
export const LAYER_ACTIVATIONS = [
  ...['linear', 'relu', 'relu6', 'elu', 'selu', 'sigmoid', 'hard_sigmoid', 'softplus'],
  ...['softsign', 'tanh', 'softmax', 'swish'],
] as const;

export const count =
  (least = 1, most = MOST_UNITS, otherwise?: number): FieldReader =>
  (value, field) => {
    const given = value ?? otherwise;
    if (Number.isInteger(given) && (given as number) >= least && (given as number) <= most) {
      return given as number;
    }
    throw new BadField(field, `must be a whole number from ${least} to ${most}`);
  };

export const number =
  (least: number, below: number, otherwise?: number): FieldReader =>
  (value, field) => {
    const given = value ?? otherwise;
    if (typeof given === 'number' && given >= least && given < below) return given;
    throw new BadField(field, `must be a number from ${least} to below ${below}`);
  };

export const truth =
  (otherwise: boolean): FieldReader =>
  (value, field) => {
    const given = value ?? otherwise;
    if (typeof given === 'boolean') return given;
    throw new BadField(field, 'must be true or false');
  };

export const oneOf =
  (known: readonly string[], otherwise?: string): FieldReader =>
  (value, field) => {
    const given = value ?? otherwise;
    if (typeof given === 'string' && known.includes(given)) return given;
    throw new BadField(field, `must be one of: ${known.join(', ')}`);
  };

/** So many whole numbers; one alone stands for all of them. */
export const counts =
  (length: number, most: number, otherwise?: number): FieldReader =>
  (value, field) => {
    const given = value ?? otherwise;
    const list = Array.isArray(given) ? given : Array<unknown>(length).fill(given);
    if (list.length !== length) throw new BadField(field, `must have ${length} numbers`);
    return list.map((one) => count(1, most)(one, field));
  };

/** A list of sizes, of which one may be −1: what is left. */
export const sizes: FieldReader = (value, field) => {
  if (!Array.isArray(value) || value.length === 0 || value.length > 6) {
    throw new BadField(field, 'must be a list of at most 6 sizes');
  }
  return value.map((one) => (one === null || one === -1 ? -1 : count()(one, field)));
};

/** Which fields the class knows; nothing else may be set. Throws a `BadField`. */
export function readFields(
  given: Readonly<Record<string, unknown>>,
  readers: Readonly<Record<string, FieldReader>>,
): LayerConfig {
  for (const [field, value] of Object.entries(given)) {
    if (Object.hasOwn(readers, field) || isNeutral(field, value)) continue;
    throw new BadField(
      field,
      REFUSALS.find(([end]) => field.endsWith(end))?.[1] ?? 'is not known here',
    );
  }
  return Object.fromEntries(
    Object.entries(readers).map(([field, read]) => [field, read(given[field], field)]),
  );
}

const REFUSALS = [
  ['_regularizer', 'must be left out: training.l1 and training.l2 penalise kernels'],
  ['_constraint', 'must be left out: training knows no constraints'],
  ['seed', 'must be left out: training.seed decides'],
  ['trainable', 'must be true: every layer is trained'],
  ['dropout', 'must be 0: put a Dropout layer behind it'],
  ['mask_zero', 'must be false: padding is read like any other id'],
] as const;

/** Fields that say nothing of a trained layer, or say what every layer here is like. */
function isNeutral(field: string, value: unknown): boolean {
  if (value === null || value === undefined || field === 'name') return true;
  if (field.endsWith('_initializer') || field === 'batch_input_shape') return true;
  const only: Readonly<Record<string, readonly unknown[]>> = {
    dtype: ['float32', 'int32'],
    trainable: [true],
    data_format: ['channels_last'],
    mask_zero: [false],
    stateful: [false],
    unroll: [false],
    reset_after: [false],
    return_state: [false],
    sparse: [false],
    dropout: [0],
    recurrent_dropout: [0],
    implementation: [1, 2],
    input_length: [value],
  };
  return Object.hasOwn(only, field) && only[field]?.includes(value) === true;
}
