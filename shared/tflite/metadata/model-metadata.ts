import type { TfliteInput } from '../export-report.ts';

/** What TFLite metadata says of a file: for tools and libraries that show or use it without `export.json`. */
export interface ModelMetadata {
  readonly name: string;
  readonly description: string;
  /** Digest of the trained model. */
  readonly version: string;
  readonly author?: string;
  readonly license?: string;
  /** In the order of the file's inputs. */
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
}

export interface TensorMetadata {
  readonly name: string;
  readonly description: string;
  readonly file?: AssociatedFile;
}

/** A list of words that travels within the `.tflite` file. */
export interface AssociatedFile {
  /** Letters, digits, underscores and `.txt`. */
  readonly name: string;
  readonly description: string;
  readonly kind: AssociatedFileKind;
  readonly lines: readonly string[];
}

/** `axis-labels`: line i names place i of the tensor; `value-labels`: the value i; `vocabulary`: the word with id i. */
export type AssociatedFileKind = 'axis-labels' | 'value-labels' | 'vocabulary';

/** What the owner of the model and the model itself say, the same for each file of an export. */
export interface MetadataRequest {
  readonly name: string;
  readonly version: string;
  readonly author?: string;
  readonly license?: string;
  readonly inputs: readonly TfliteInput[];
  readonly output: { readonly name: string; readonly classes?: readonly string[] };
}

/** Ids below that of the first word: those of none and of an unknown word. */
const RESERVED_WORDS = ['[PAD]', '[UNK]'];

/** Metadata of a file whose inputs and outputs have these names, in this order. */
export function describeModel(
  request: MetadataRequest,
  description: string,
  names: { readonly inputs: readonly string[]; readonly outputs: readonly string[] },
): ModelMetadata {
  const { name, version, author, license } = request;
  const inputs = new Map(request.inputs.map((input) => [input.name, input]));
  return {
    name,
    description,
    version,
    ...(author === undefined ? {} : { author }),
    ...(license === undefined ? {} : { license }),
    inputs: names.inputs.map((tensor) => {
      const input = inputs.get(tensor);
      return input === undefined ? describeVector(tensor) : describeInput(input);
    }),
    outputs: names.outputs.map((tensor) => describeOutput(tensor, request.output.classes)),
  };
}

function describeVector(name: string): TensorMetadata {
  return { name, description: 'Feature vector as transform.json describes it, as integers' };
}

function describeInput(input: TfliteInput): TensorMetadata {
  const { name, column, meaning, missing, unknown, vocabulary, words } = input;
  const description = [
    meaning === undefined ? column : `${column}: ${meaning}`,
    `missing: ${missing}`,
    ...(unknown === undefined ? [] : [`unknown: ${unknown}`]),
  ].join('; ');
  if (vocabulary !== undefined) {
    return withFile(name, description, {
      name: `${name}_values.txt`,
      description: `The value on line i, from 0, has the id i`,
      kind: 'value-labels',
      lines: vocabulary,
    });
  }
  if (words !== undefined) {
    return withFile(name, description, {
      name: `${name}_words.txt`,
      description: 'The word on line i, from 0, has the id i',
      kind: 'vocabulary',
      lines: [...RESERVED_WORDS, ...words],
    });
  }
  return { name, description };
}

function describeOutput(name: string, classes: readonly string[] | undefined): TensorMetadata {
  if (classes === undefined) return { name, description: "Value in the label's units" };
  // The one number of a binary classification is the probability of the second class.
  const lines = name === 'probability' ? classes.slice(1) : classes;
  const description =
    name === 'probability' ? `Probability of ${lines[0] ?? ''}` : 'Probabilities of the classes';
  return withFile(name, description, {
    name: 'labels.txt',
    description: 'The class on line i, from 0, is that of place i',
    kind: 'axis-labels',
    lines,
  });
}

/** A value with a line break can't stand in a list of lines: such a list is left out, `export.json` has it. */
function withFile(name: string, description: string, file: AssociatedFile): TensorMetadata {
  return file.lines.some((line) => /[\r\n]/.test(line))
    ? { name, description }
    : { name, description, file };
}

/** All lists of the metadata, each once. */
export function filesOf({ inputs, outputs }: ModelMetadata): AssociatedFile[] {
  return [...inputs, ...outputs].flatMap(({ file }) => (file === undefined ? [] : [file]));
}
