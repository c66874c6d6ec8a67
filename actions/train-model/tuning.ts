import { CODE_DIGEST, type Part } from '../../shared/action/index.ts';
import {
  type Configuration,
  type NetworkTraining,
  networkTraining,
  type TuningConfiguration,
} from '../../shared/config/index.ts';
import { isDivergence } from '../../shared/engine/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  digestValue,
  identifyFiles,
  prettyJson,
  type TuningEntry,
} from '../../shared/lineage/index.ts';
import type {
  Checkpoint,
  Checkpointing,
  EngineDescription,
  TrainingReport,
} from '../../shared/model/index.ts';
import type { FileToWrite, Ports } from '../../shared/platform/index.ts';
import {
  applyParameters,
  bestTrial,
  bracketsOf,
  drawParameters,
  halve,
  isDiverged,
  mergeTrials,
  parseTrials,
  rankTrials,
  rungsOf,
  shareOfTrials,
  type TrainedTrial,
  type TrialResult,
  type TrialState,
  type TrialsFile,
  type TrialsOrigin,
  type TuningReport,
  trialsPath,
} from '../../shared/tuning/index.ts';
import type { PreparedTraining } from './fit-data.ts';
import { moduleModels } from './module-models.ts';
import { encodeInMemory } from './prepare-training.ts';
import { bestRecord } from './summary.ts';
import { decidingSettings, type TrainingMeans, train, withoutPlaces } from './train.ts';
import type { TrainingData } from './training-data.ts';

/** A part of 10,000 trials has under 5 MB; a larger file is not one of ours. */
const LARGEST_PART = 16_000_000;

export interface TunedTraining {
  /** With the parameters of the best trial. */
  readonly training: NetworkTraining;
  readonly best: TrainedTrial;
  /** The training's part of the run record. */
  readonly entry: TuningEntry;
  readonly report: TuningReport;
  /** `tuning.json`. */
  readonly file: FileToWrite;
}

/** Trains the share's trials one after the other. The evaluation split takes no part. */
export async function runTrials(
  configuration: Configuration,
  { index: part, of }: Part,
  data: TrainingData,
  engine: EngineDescription,
  ports: Ports,
): Promise<TrialsFile> {
  const { tuning, training } = requireTuning(configuration);
  const prepared = encodeInMemory(configuration, data);
  const { halving } = tuning;
  const results: TrialResult[] = [];
  const moduleModel = moduleModels(ports);
  const goOn = (trial: number, stopAfter?: number, from?: Checkpoint) =>
    runTrial(
      { trial, tuning, training, prepared, data },
      {
        engine,
        log: ports.log,
        clock: ports.clock,
        moduleModel,
        ...(stopAfter === undefined ? {} : { stopAfter }),
      },
      from,
    );
  const share = shareOfTrials(tuning.trials, part, of, halving?.bracket);
  if (halving === undefined) {
    for (const trial of share) results.push((await goOn(trial)).result);
  } else {
    const rungs = rungsOf(halving, training.epochs);
    for (const bracket of bracketsOf(share, halving.bracket)) {
      results.push(...(await halve(bracket, rungs, halving.reduction, goOn)));
    }
  }
  return {
    version: 1,
    part,
    of,
    trials: tuning.trials,
    origin: originOf(configuration, tuning, training, data, engine),
    results,
  };
}

/** A trial up to `stopAfter`, or to its end; `from`: where it was after fewer epochs. */
async function runTrial(
  {
    trial,
    tuning,
    training,
    prepared,
    data,
  }: {
    readonly trial: number;
    readonly tuning: TuningConfiguration;
    readonly training: NetworkTraining;
    readonly prepared: PreparedTraining;
    readonly data: TrainingData;
  },
  means: TrainingMeans,
  from?: Checkpoint,
): Promise<TrialState<Checkpoint>> {
  const parameters = drawParameters(tuning, trial);
  const label = `trial ${trial} of ${tuning.trials}`;
  const { stopAfter } = means;
  let rest: Checkpoint | null = null;
  const checkpoints: Checkpointing = {
    ...(from === undefined ? {} : { from }),
    afterEpoch: (epoch, take) => {
      if (epoch === stopAfter) rest = take();
    },
  };
  try {
    const product = await train(applyParameters(training, parameters), prepared, data, {
      ...means,
      checkpoints,
      label,
    });
    const report = JSON.parse(product.trainingJson) as TrainingReport;
    const { validationLoss, validationAccuracy } = bestRecord(report);
    const result: TrialResult = {
      trial,
      parameters,
      status: 'trained',
      validationLoss,
      ...(validationAccuracy === undefined ? {} : { validationAccuracy }),
      epochs: report.history.length,
      bestEpoch: report.bestEpoch,
    };
    return { result, rest };
  } catch (error) {
    if (!isDivergence(error)) throw error;
    const reason = error.problems[0].what;
    means.log.info(`${label} diverged: ${reason}`);
    return { result: { trial, parameters, status: 'diverged', reason }, rest: null };
  }
}

/** Reads the results of all parts and takes the parameters of the trial with the lowest validation loss. */
export async function chooseTrial(
  configuration: Configuration,
  parts: number,
  data: TrainingData,
  engine: EngineDescription,
  { files }: Ports,
): Promise<TunedTraining> {
  const { tuning, training } = requireTuning(configuration);
  const origin = originOf(configuration, tuning, training, data, engine);
  const results = mergeTrials(await readParts(configuration, parts, files), tuning, origin);
  const best = bestTrial(results);
  if (best === null) {
    throw new UserError({
      what: `Every one of the ${results.length} trials diverged: the loss of each stopped being a number`,
      where: { file: configuration.file },
      remedy: 'Try lower values in tuning.search, above all of training.optimizer.learning-rate',
    });
  }
  const report: TuningReport = {
    version: 1,
    method: tuning.method,
    seed: tuning.seed,
    best: best.trial,
    trials: rankTrials(results),
  };
  return {
    training: applyParameters(training, best.parameters),
    best,
    entry: {
      method: tuning.method,
      seed: tuning.seed,
      trials: results.length,
      diverged: results.filter(isDiverged).length,
      best: best.trial,
      parameters: best.parameters,
      searchDigest: origin.tuning,
    },
    report,
    file: { path: 'tuning.json', content: prettyJson(report) },
  };
}

/** Relative: the last bits of the native engine depend on the kind of processor, and a matrix may have several. */
const NATIVE_TOLERANCE = 1e-3;

/** The trial gave a number, and training again with its parameters must give the same one. */
export function checkAgainstTrial({ best }: TunedTraining, report: TrainingReport): void {
  const { validationLoss } = bestRecord(report);
  const tolerance = report.engine.name === 'tensorflow' ? NATIVE_TOLERANCE : 0;
  const difference = Math.abs(validationLoss - best.validationLoss);
  if (difference <= tolerance * Math.abs(best.validationLoss)) return;
  throw new UserError({
    what: `Trial ${best.trial} gave a validation loss of ${best.validationLoss}, and ${validationLoss} when it was trained again: its result was changed`,
    remedy: 'Run all parts of the trials again',
  });
}

async function readParts(
  { outputDirectory }: Configuration,
  of: number,
  files: Ports['files'],
): Promise<{ file: string; content: TrialsFile }[]> {
  const paths = Array.from(
    { length: of },
    (_, index) => `${outputDirectory}/${trialsPath(index + 1, of)}`,
  );
  const parts = [];
  const problems = [];
  for (const file of paths) {
    if (!(await files.exists(file))) {
      problems.push({
        what: `The results ${file} are missing`,
        remedy: `Run every part from trials: 1/${of} to ${of}/${of} before best-trial: ${of}, with the same artifact-name`,
      });
    } else if ((await files.size(file)) > LARGEST_PART) {
      problems.push({
        what: `${file} is larger than the ${LARGEST_PART} bytes of any such file`,
        remedy: 'Run its trials again',
      });
    } else if (problems.length === 0) {
      parts.push({ file, content: parseTrials(await files.readText(file), file) });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return parts;
}

function requireTuning(configuration: Configuration): {
  readonly tuning: TuningConfiguration;
  readonly training: NetworkTraining;
} {
  const training = networkTraining(configuration.training);
  const { tuning } = configuration;
  if (tuning !== undefined && training !== null) return { tuning, training };
  throw new UserError({
    what:
      training === null
        ? 'A command trains here: it is not tuned'
        : `${configuration.file} has no section "tuning"`,
    where: { file: configuration.file },
    remedy:
      training === null
        ? 'Leave out the inputs trials and best-trial'
        : 'Add one, e.g. tuning: { trials: 8, search: { training.optimizer.learning-rate: { from: 0.001, to: 0.1, scale: log } } }',
  });
}

function originOf(
  configuration: Configuration,
  tuning: TuningConfiguration,
  training: NetworkTraining,
  { digests, task }: TrainingData,
  engine: EngineDescription,
): TrialsOrigin {
  const { path: _path, ...reading } = configuration.data;
  return {
    data: digestValue({
      files: identifyFiles(digests, configuration.data.split),
      reading,
      features: withoutPlaces(configuration.features),
    }),
    training: digestValue({ training: decidingSettings(training), task }),
    tuning: digestValue(tuning),
    code: CODE_DIGEST,
    engine,
  };
}
