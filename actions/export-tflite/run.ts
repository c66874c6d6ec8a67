import type { ActionResult } from '../../shared/action/index.ts';
import { type Configuration, loadConfiguration } from '../../shared/config/index.ts';
import { readSplits, type Table } from '../../shared/data/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  addNewClasses,
  describeComparison,
  planComparison,
  toPredictions,
} from '../../shared/evaluation/index.ts';
import {
  applyTransform,
  columnsOfTransform,
  encodeLabels,
  imagesOf,
  refuseStreaming,
} from '../../shared/features/index.ts';
import { digestContent, prettyJson, type RunRecord } from '../../shared/lineage/index.ts';
import type { Matrix } from '../../shared/model/index.ts';
import { readModelDirectory } from '../../shared/model-directory/index.ts';
import { parseModel, type TrainedNetwork, taskOfModel } from '../../shared/network/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followImages, formatBytes } from '../../shared/report/index.ts';
import {
  type Comparison,
  type CSource,
  comparePredictions,
  describeInputs,
  type ExportedFile,
  type ExportReport,
  executeVariant,
  exportModel,
  feedVectors,
  float32Tolerance,
  judgeComparison,
  listOperators,
  microFiles,
  minRuntimeVersion,
  OUTPUT_NAMES,
  pickCalibrationRows,
  RUNTIME,
  readFlatbuffer,
  readIntegers,
  readRawFeatures,
  renderExport,
  toFilePredictions,
  VARIANT_FILES,
  type VariantReport,
} from '../../shared/tflite/index.ts';
import type { ExportTfliteInputs } from './inputs.ts';

/** Training rows that are read where not all fit in memory, to pick those from that calibrate. */
const CALIBRATION_SAMPLE = 20_000;

/**
 * Exports the trained model with its transform, executes every file in LiteRT on the evaluation split and compares the
 * answers with those of TensorFlow.js. The verdict is `fail` when one file is too far from the model; all files are
 * written either way, so that a person can look into it, and deploy-model refuses a failed one.
 */
export async function run(inputs: ExportTfliteInputs, ports: Ports): Promise<ActionResult> {
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const { outputDirectory } = configuration;
  const directory = await readModelDirectory(ports.files, `${outputDirectory}/model`);
  const model = parseModel(directory, directory.path);
  const { transform } = directory;
  const task = taskOfModel(model.network, transform, directory.path);
  refuseStreaming(configuration, [directory]);
  const { table, splits: rows } = await readSplits(ports.files, configuration, {
    trainSample: CALIBRATION_SAMPLE,
    needed: [...columnsOfTransform(transform), ...configuration.evaluation.slices.flat()],
    images: imagesOf(transform),
    imageProgress: followImages(ports),
  });
  if (rows.evaluation.length === 0 || rows.train.length === 0)
    throw emptySplit(configuration, table);

  // Says what is wrong with a cell and where, before the raw values are read.
  const features = applyTransform(transform, table, rows.evaluation);
  const calibrationRows = pickCalibrationRows(rows.train);
  const calibrationVectors = applyTransform(transform, table, calibrationRows);
  // Examples of a class that is new since the training are compared like all others.
  const { transform: known } = addNewClasses(transform, table, rows.evaluation);
  const labels = encodeLabels(known, table, rows.evaluation);
  const scores = await predict(model, features);
  if (!scores.data.every(Number.isFinite)) throw notFinite(directory.path);
  const expected = toPredictions(task, known, scores, labels);
  const plan = planComparison({
    table,
    rows: rows.evaluation,
    sliceColumns: configuration.evaluation.slices,
    predictions: expected,
    models: configuration.export.variants.length,
    seed: configuration.training.seed,
    configurationFile: configuration.file,
  });

  const fileInputs = describeInputs(transform, task);
  const evaluation = readRawFeatures(transform, fileInputs, table, rows.evaluation);
  const output = {
    name: OUTPUT_NAMES[task],
    ...(transform.label.kind === 'classes' ? { classes: transform.label.classes } : {}),
  };
  const files = exportModel({
    model,
    transform,
    task,
    variants: configuration.export.variants,
    ...(configuration.export.microcontroller
      ? { microcontroller: { model: configuration.model } }
      : {}),
    calibration: {
      features: readRawFeatures(transform, fileInputs, table, calibrationRows),
      vectors: calibrationVectors,
    },
    description: `${configuration.model}, ${task}, model sha256:${directory.digest}`,
    metadata: {
      name: configuration.model,
      version: `sha256:${directory.digest}`,
      ...authorOf(configuration),
      inputs: fileInputs,
      output,
    },
  });
  const tolerance = float32Tolerance(transform, expected);
  const variants: VariantReport[] = [];
  for (const [index, file] of files.entries()) {
    ports.log.progress({
      label: 'exporting',
      fraction: index / files.length,
      detail: `${file.variant} on ${rows.evaluation.length} examples`,
    });
    const { endpoints } = file;
    const answered = await executeVariant(file.variant, {
      file: file.bytes,
      rows: rows.evaluation.length,
      inputs: endpoints === undefined ? evaluation : [feedVectors(features, endpoints)],
      output: OUTPUT_NAMES[task],
    });
    const answers = endpoints === undefined ? answered : readIntegers(answered, endpoints);
    const given = toFilePredictions(task, known, answers, labels);
    variants.push(
      reportVariant(file, comparePredictions(expected, given, plan), configuration, tolerance),
    );
  }
  ports.log.progress({ label: 'exporting', fraction: 1, done: true });
  const report: ExportReport = {
    version: 1,
    modelDigest: directory.digest,
    examples: rows.evaluation.length,
    runtime: RUNTIME,
    inputs: fileInputs,
    output,
    variants,
    intervals: describeComparison(plan),
  };
  return toResult(report, files, configuration);
}

/** The answers of the trained model itself. TensorFlow.js is loaded here and nowhere else. */
async function predict(model: TrainedNetwork, features: Matrix): Promise<Matrix> {
  const { loadPredictor } = await import('../../shared/model/index.ts');
  const predictor = await loadPredictor(model);
  try {
    return predictor.predict(features);
  } finally {
    predictor.dispose();
  }
}

function reportVariant(
  { variant, graph, bytes, micro, endpoints, associatedFiles }: ExportedFile,
  comparison: Comparison,
  configuration: Configuration,
  tolerance: number,
): VariantReport {
  const { examples: _, broken: __, slices: ___, ...measured } = comparison;
  return {
    variant,
    file: digestContent(VARIANT_FILES[variant], bytes),
    ...judgeComparison(comparison, variant, configuration.export, tolerance),
    ...measured,
    ...(endpoints === undefined ? {} : { endpoints }),
    operators: listOperators(readFlatbuffer(bytes)),
    ...(associatedFiles.length === 0 ? {} : { associatedFiles }),
    minRuntimeVersion: minRuntimeVersion(graph),
    ...(micro === undefined ? {} : { micro: reportMicro(variant, micro) }),
  };
}

/** Who answers for the model and how it may be used, as `model-card` states it. */
function authorOf({ modelCard }: Configuration): { author?: string; license?: string } {
  const { owners = [], license } = modelCard ?? {};
  return {
    ...(owners.length === 0 ? {} : { author: owners.join(', ') }),
    ...(license === undefined ? {} : { license }),
  };
}

function reportMicro(
  variant: VariantReport['variant'],
  { header, source, arena, registrations }: CSource,
): NonNullable<VariantReport['micro']> {
  const files = microFiles(variant);
  return {
    header: digestContent(files.header, header),
    source: digestContent(files.source, source),
    arena,
    registrations,
  };
}

function toResult(
  report: ExportReport,
  files: readonly ExportedFile[],
  configuration: Configuration,
): ActionResult {
  const { variants } = report;
  const verdict = variants.every(({ status }) => status === 'pass') ? 'pass' : 'fail';
  return {
    verdict,
    outcome: verdict,
    headline: describeVariants(variants),
    outputs: {
      files: JSON.stringify(
        variants.map(({ file }) => `${configuration.outputDirectory}/${file.path}`),
      ),
      agreement: Math.min(...variants.map(({ agreement }) => agreement)),
    },
    summary: renderExport(report, configuration.model).source,
    outputDirectory: configuration.outputDirectory,
    files: [...files.flatMap(listFiles), { path: 'export.json', content: prettyJson(report) }],
    record: (previous: RunRecord): RunRecord => ({
      ...previous,
      exports: variants.map(({ file, variant, agreement }) => ({
        ...file,
        variant,
        modelDigest: report.modelDigest,
        agreement,
      })),
    }),
  };
}

function listFiles({ variant, bytes, micro }: ExportedFile) {
  const { header, source } = microFiles(variant);
  return [
    { path: VARIANT_FILES[variant], content: bytes },
    ...(micro === undefined
      ? []
      : [
          { path: header, content: micro.header },
          { path: source, content: micro.source },
        ]),
  ];
}

/** `float32 6.1 kB · int8 3.2 kB, agreement 100 · 98.5 %`. */
function describeVariants(variants: readonly VariantReport[]): string {
  const sizes = variants.map(({ variant, file }) => `${variant} ${formatBytes(file.bytes)}`);
  const shares = variants.map(({ agreement }) => String(Math.floor(agreement * 1000) / 10));
  return `${sizes.join(' · ')}, agreement ${shares.join(' · ')} %`;
}

function notFinite(path: string): UserError {
  return new UserError({
    what: `The model in ${path} answers evaluation rows with numbers that are not finite: no file can be held against it`,
    remedy: 'Run train-model again, with a lower training.optimizer.learning-rate',
  });
}

function emptySplit({ file }: Configuration, table: Table): UserError {
  return new UserError({
    what: `The ${table.rowCount} examples leave the training or the evaluation split empty`,
    where: { file },
    remedy: 'Add examples, or change data.split.fractions',
  });
}
