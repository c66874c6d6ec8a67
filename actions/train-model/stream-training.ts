import type { NetworkTraining } from '../../shared/config/index.ts';
import { openSplitter, type RowSplits, readPieces, type Table } from '../../shared/data/index.ts';
import {
  applyTransform,
  encodeLabels,
  type LabelTransform,
  nameWeights,
  requireMean,
  type Transform,
  weighClasses,
} from '../../shared/features/index.ts';
import type { LabelledMatrix } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followReading } from '../../shared/report/index.ts';
import { fitData, type NetworkConfiguration, type PreparedTraining } from './fit-data.ts';
import { ScratchExamples } from './scratch-examples.ts';
import type { StreamedRows } from './streamed-data.ts';
import type { TrainingData } from './training-data.ts';

/** Numbers that are encoded in one: 4 MiB. */
const CHUNK_NUMBERS = 2 ** 20;

const LEARNED = ['train', 'validation'] as const;
type Learned = (typeof LEARNED)[number];

/**
 * Encodes the rows into scratch files in the output directory, from which training reads them. `close` gives their room
 * back. Every row is encoded, those of the evaluation split only to find bad cells now.
 */
export async function streamTraining(
  configuration: NetworkConfiguration,
  data: TrainingData,
  streamed: StreamedRows,
  inherited: Transform | undefined,
  { files, log, clock }: Pick<Ports, 'files' | 'log' | 'clock'>,
): Promise<PreparedTraining> {
  const { training, outputDirectory } = configuration;
  const fitted = fitData(configuration, data);
  const transform = inherited ?? fitted.transform;
  const examples: ScratchExamples[] = [];
  const close = () => {
    for (const split of examples) split.close();
  };
  try {
    for (const _ of LEARNED)
      examples.push(await ScratchExamples.create(files, outputDirectory, transform.width));
    const [train, validation] = examples as [ScratchExamples, ScratchExamples];
    const encoder = new Encoder(transform, { train, validation }, training, streamed);
    const splitPiece = await openSplitter(files, configuration.data.split);
    const { progress, done } = followReading('encoding data', { log, clock });
    await readPieces(
      files,
      configuration.data,
      streamed.survey,
      (piece) => encoder.encode(piece, splitPiece(piece)),
      { progress },
    );
    done();
    encoder.finish();
    const { StreamedExamples } = await import('../../shared/model/index.ts');
    const sources = {
      train: new StreamedExamples(train, training.batchSize),
      validation: new StreamedExamples(validation, training.batchSize),
    };
    const { byClass } = encoder;
    return {
      transform,
      dropped: fitted.dropped,
      train: sources.train.window,
      validation: sources.validation.window,
      sources,
      close,
      ...(byClass === null ? {} : { classWeights: nameWeights(transform.label, byClass) }),
    };
  } catch (error) {
    close();
    throw error;
  }
}

class Encoder {
  readonly byClass: readonly number[] | null;
  readonly #transform: Transform;
  readonly #examples: Readonly<Record<Learned, ScratchExamples>>;
  readonly #training: NetworkTraining;
  /** Weights in the order of the rows: as `weighExamples` adds them up. */
  readonly #weights = { train: 0, validation: 0 };

  constructor(
    transform: Transform,
    examples: Readonly<Record<Learned, ScratchExamples>>,
    training: NetworkTraining,
    streamed: StreamedRows,
  ) {
    this.#transform = transform;
    this.#examples = examples;
    this.#training = training;
    const { classWeight } = training;
    this.byClass =
      classWeight === undefined
        ? null
        : weighClasses(transform.label, () => sumOfClasses(transform.label, streamed), classWeight);
  }

  encode(piece: Table, splits: RowSplits): void {
    const chunk = Math.max(1, Math.floor(CHUNK_NUMBERS / this.#transform.width));
    for (const name of [...LEARNED, 'evaluation'] as const) {
      const rows = splits[name];
      for (let start = 0; start < rows.length; start += chunk) {
        const encoded = this.#encode(piece, rows.subarray(start, start + chunk));
        if (name !== 'evaluation') this.#keep(name, encoded);
      }
    }
  }

  #encode(piece: Table, rows: Int32Array): LabelledMatrix {
    return {
      features: applyTransform(this.#transform, piece, rows),
      labels: encodeLabels(this.#transform, piece, rows),
    };
  }

  #keep(name: Learned, encoded: LabelledMatrix): void {
    this.#examples[name].append(encoded);
    if (this.byClass === null) return;
    for (const label of encoded.labels) this.#weights[name] += this.byClass[label] as number;
  }

  /** Throws a `UserError` where the examples of a split weigh nothing. */
  finish(): void {
    const { classWeight } = this.#training;
    if (this.byClass === null || classWeight === undefined) return;
    for (const split of LEARNED) {
      const examples = this.#examples[split];
      const mean = requireMean(
        { split, sum: this.#weights[split], examples: examples.rows },
        { where: classWeight.where },
      );
      examples.weigh({ byClass: this.byClass, mean });
    }
  }
}

function sumOfClasses(label: LabelTransform, { labels, examples }: StreamedRows) {
  const classes = label.kind === 'classes' ? label.classes : [];
  return {
    sums: classes.map((name) => labels.training.get(name) ?? 0),
    total: examples.train,
  };
}
