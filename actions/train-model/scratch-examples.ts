import type { ExampleFile, LabelledMatrix } from '../../shared/model/index.ts';
import type { FilesPort, ScratchFile } from '../../shared/platform/index.ts';

/** What each class weighs, divided by `mean` so that examples weigh 1 on average. */
interface ClassScale {
  readonly byClass: readonly number[];
  readonly mean: number;
}

/** Encoded examples in scratch files of this machine. */
export class ScratchExamples implements ExampleFile {
  readonly columns: number;
  rows = 0;
  readonly #features: ScratchFile;
  readonly #labels: ScratchFile;
  #scale: ClassScale | null = null;

  static async create(
    files: FilesPort,
    directory: string,
    columns: number,
  ): Promise<ScratchExamples> {
    const features = await files.scratch(directory);
    try {
      return new ScratchExamples(columns, features, await files.scratch(directory));
    } catch (error) {
      features.close();
      throw error;
    }
  }

  private constructor(columns: number, features: ScratchFile, labels: ScratchFile) {
    this.columns = columns;
    this.#features = features;
    this.#labels = labels;
  }

  get isWeighted(): boolean {
    return this.#scale !== null;
  }

  append({ features, labels }: LabelledMatrix): void {
    this.#features.append(bytesOf(features.data));
    this.#labels.append(bytesOf(labels));
    this.rows += labels.length;
  }

  weigh(scale: ClassScale): void {
    this.#scale = scale;
  }

  read(
    first: number,
    features: Float32Array,
    labels: Float32Array,
    weights: Float64Array | undefined,
  ): void {
    const { BYTES_PER_ELEMENT } = Float32Array;
    this.#features.readInto(bytesOf(features), first * this.columns * BYTES_PER_ELEMENT);
    this.#labels.readInto(bytesOf(labels), first * BYTES_PER_ELEMENT);
    const scale = this.#scale;
    if (weights === undefined || scale === null) return;
    for (const [index, label] of labels.entries())
      weights[index] = (scale.byClass[label] as number) / scale.mean;
  }

  close(): void {
    this.#features.close();
    this.#labels.close();
  }
}

/** The same memory. */
function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
