import type { ActionResult } from '../../shared/action/index.ts';
import { findBaseline } from '../../shared/baseline/index.ts';
import { type Configuration, loadConfiguration } from '../../shared/config/index.ts';
import { filesOfRows, readSplits } from '../../shared/data/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  addNewClasses,
  commentMarker,
  composeComment,
  type EvaluationReport,
  encodePredictions,
  evaluate,
  groupGates,
  joinEvaluation,
  renderEvaluation,
  statusOf,
} from '../../shared/evaluation/index.ts';
import { refuseStreaming } from '../../shared/features/index.ts';
import {
  type BaselineEntry,
  digestFiles,
  digestGates,
  prettyJson,
  type RunRecord,
} from '../../shared/lineage/index.ts';
import { untracked } from '../../shared/mlflow/index.ts';
import { digestEvaluationData, readAnyModel } from '../../shared/model-directory/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { followImages } from '../../shared/report/index.ts';
import { findArtifactBaseline } from './artifact-baseline.ts';
import { columnsToJudge } from './columns-to-judge.ts';
import { commentOnRun } from './comment-on-run.ts';
import { engineOfEvaluation } from './evaluation-engine.ts';
import { metricsWithValue, renderHeadline } from './headline.ts';
import { imagesToJudge } from './images-to-judge.ts';
import type { EvaluateGateInputs } from './inputs.ts';
import { predictBaseline } from './predict-baseline.ts';
import { canJudge, predictModel } from './predict-model.ts';
import { publishComment } from './publish-comment.ts';
import { readRunReports } from './run-reports.ts';
import { RUN_OUTPUT, tracked } from './tracking.ts';
import { checkModel, checkSplit, readRecord } from './training-check.ts';

/**
 * Measures the trained model, and the baseline beside it, on the evaluation split, and judges the gates. A verdict of
 * `fail` is a result like any other: all files are written and the comment says why.
 */
export async function run(inputs: EvaluateGateInputs, ports: Ports): Promise<ActionResult> {
  if (inputs.commentOf !== undefined) {
    const request = { ...inputs.commentOf, label: inputs.commentLabel };
    return untracked(await commentOnRun(request, ports), RUN_OUTPUT);
  }
  const configuration = await loadConfiguration(ports.files, inputs.configuration);
  const { outputDirectory } = configuration;
  const model = await readAnyModel(ports.files, `${outputDirectory}/model`);
  const record = await readRecord(ports.files, outputDirectory);
  checkModel(model, record, configuration);
  const baseline =
    (await findBaseline(ports.files, configuration)) ??
    (await findArtifactBaseline(ports, configuration));
  if (baseline?.forced !== undefined) warnOfForcedBaseline(baseline.path, baseline.forced, ports);
  refuseStreaming(configuration, [
    model,
    ...(baseline === null ? [] : [{ ...baseline.model, path: baseline.path }]),
  ]);
  const { table, splits, digests } = await readSplits(ports.files, configuration, {
    trainSample: 0,
    needed: columnsToJudge(configuration, [model.transform, baseline?.model.transform]),
    images: imagesToJudge(model.transform, baseline?.model.transform),
    imageProgress: followImages(ports),
  });
  const { evaluation: rows } = splits;
  checkSplit(
    { rows: rows.length, files: filesOfRows(table, rows) },
    digests,
    record,
    configuration,
    ports,
  );

  const { transform: labels, newClasses } = addNewClasses(model.transform, table, rows);
  warnOfNewClasses(newClasses, configuration, ports);
  const examples = {
    table,
    rows,
    digest: digestEvaluationData(configuration.data, digests),
    engine: await engineOfEvaluation(record, configuration, ports),
  };
  const predictions = await predictModel(model, labels, examples);
  checkTask(predictions.task, configuration);
  const incomparable =
    baseline === null || canJudge(baseline.model, examples)
      ? {}
      : { noBaseline: `${baseline.path} has no predictions of these evaluation examples` };
  const compared =
    baseline === null || incomparable.noBaseline !== undefined
      ? incomparable
      : {
          baseline: {
            path: baseline.path,
            modelDigest: baseline.model.digest,
            ...(baseline.artifact === undefined ? {} : { artifact: baseline.artifact }),
            predictions: await predictBaseline(
              baseline,
              { model, labels, task: predictions.task },
              examples,
            ),
          },
        };
  const report = evaluate({
    predictions,
    modelDigest: model.digest,
    ...compared,
    table,
    rows,
    configuration: configuration.evaluation,
    configurationFile: configuration.file,
    seed: configuration.training.seed,
    onProgress: (fraction) => {
      ports.log.progress({ label: 'judging', fraction, done: fraction === 1 });
    },
  });
  annotateGates(report, configuration, ports);

  const { runUrl, commit, pullRequest } = ports.run;
  const blocks = renderEvaluation(report, {
    model: configuration.model,
    pullRequest: pullRequest !== undefined,
    ...(runUrl === undefined ? {} : { runUrl }),
    ...(commit === undefined ? {} : { commit }),
    dataDigest: digestFiles(digests),
    seed: record?.training?.seed ?? configuration.training.seed,
    ...(record?.training === undefined ? {} : { engine: record.training.engine }),
    ...(await readRunReports(ports.files, outputDirectory, record, {
      modelDigest: model.digest,
      data: digests.slice(0, table.files.length),
    })),
  });
  const marker = commentMarker(configuration.model, inputs.commentLabel ?? configuration.model);
  const body = composeComment(marker, blocks);
  const commentFile = `${outputDirectory}/comment.md`;
  const result: ActionResult = {
    verdict: report.verdict,
    outcome: report.outcome,
    headline: renderHeadline(report),
    outputs: {
      outcome: report.outcome,
      reason: report.reason,
      metrics: JSON.stringify(metricsWithValue(report)),
      comment: '',
    },
    summary: joinEvaluation(blocks).source,
    outputDirectory,
    files: [
      { path: 'evaluation.json', content: prettyJson(report) },
      { path: 'predictions.parquet', content: encodePredictions(predictions, table, rows) },
      { path: 'comment.md', content: `${marker}\n${body}\n` },
    ],
    ...(inputs.comment
      ? {
          publish: async () => ({
            comment: await publishComment(ports, { marker, body }, commentFile),
          }),
        }
      : {}),
    record: (previous) => extendRecord(previous, report, configuration),
  };
  return tracked(result, configuration, report, ports);
}

/** To be no worse than a model that was never good enough says little. */
function warnOfForcedBaseline(path: string, reason: string, ports: Ports): void {
  ports.annotations.add({
    level: 'warning',
    title: 'The baseline never passed its gates',
    message: `${path} was deployed by force (reason given: ${reason}). Roll back to a version that had passed, or deploy a better one.`,
  });
}

function extendRecord(
  previous: RunRecord,
  report: EvaluationReport,
  { model, evaluation }: Configuration,
): RunRecord {
  const { verdict, outcome, reason, modelDigest, examples, baseline } = report;
  return {
    ...previous,
    model,
    evaluation: {
      verdict,
      outcome,
      reason,
      modelDigest,
      gatesDigest: digestGates(evaluation),
      examples,
      metrics: metricsWithValue(report),
      ...(baseline === undefined ? {} : { baseline: baselineEntry(baseline) }),
    },
  };
}

function baselineEntry({
  metrics: _metrics,
  ...entry
}: NonNullable<EvaluationReport['baseline']>): BaselineEntry {
  return entry;
}

function checkTask(task: EvaluationReport['task'], configuration: Configuration): void {
  if (configuration.task === undefined || configuration.task === task) return;
  throw new UserError({
    what: `The model was trained for ${task}, the configuration says ${configuration.task}`,
    where: { file: configuration.file },
    remedy: 'Run train-model again, or put task back',
  });
}

function warnOfNewClasses(
  newClasses: readonly string[],
  { data }: Configuration,
  ports: Ports,
): void {
  if (newClasses.length === 0) return;
  ports.annotations.add({
    level: 'warning',
    title: 'The model does not know every class',
    message: `The label "${data.label}" has values that the model was not trained on: ${newClasses.join(', ')}. Each such example counts as a miss.`,
  });
}

/** Puts what is not a pass at its line of the configuration. */
function annotateGates(
  { gates }: EvaluationReport,
  { file, evaluation }: Configuration,
  ports: Ports,
) {
  for (const group of groupGates(gates)) {
    const status = statusOf(group);
    if (status === 'pass') continue;
    const [result] = group.results.filter((candidate) => candidate.status === status);
    const line = evaluation.gates[result?.configured?.index ?? -1]?.line;
    ports.annotations.add({
      level: status === 'fail' ? 'error' : 'warning',
      title: `${group.text}: ${status}`,
      message: result?.reason ?? '',
      file,
      ...(line === undefined ? {} : { line }),
    });
  }
}
