import type { ConfigurationRequest } from '../config/index.ts';
import { ACTION_NAMES, type ActionName, loadConfiguration } from '../config/index.ts';
import { formatProblem, isUserError, type UserError } from '../errors/index.ts';
import { type DigestedFile, digestContent, prettyJson, type RunRecord } from '../lineage/index.ts';
import {
  Cancellation,
  cancellablePorts,
  type FilesPort,
  type FileToWrite,
  type Ports,
} from '../platform/index.ts';
import { collectReportInput, renderReportPage } from '../report/index.ts';
import { VERSION } from './build-info.ts';
import type { ActionDefinition, ActionResult, ArtifactPlan } from './definition.ts';
import { InputReader, type InputSource } from './inputs.ts';
import { pendingFiles } from './pending-files.ts';
import { readRunRecord } from './run-record-file.ts';
import { isTrainedHere, markTrainedHere } from './trained-here.ts';

/**
 * 0: done; 1: the verdict is fail; 2: the user's mistake; 70: ours (EX_SOFTWARE of sysexits.h); 130: cancelled, as shells
 * say it of a program that was interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 70 | 130;

/** GitHub asks a step to stop (SIGINT), asks again after 7.5 s (SIGTERM) and kills it 2.5 s later. In milliseconds. */
const SETTLING = 3_000;
const CLEANING_UP = 4_000;

/** Nobody mends more at a time; a file that is no configuration at all has thousands. */
const PROBLEMS_SHOWN = 20;

/** What a terminal shows of an action that ended with a verdict. */
export interface Execution {
  readonly exitCode: ExitCode;
  readonly result?: ActionResult;
  readonly milliseconds: number;
}

/** Every action reads a configuration; the edge needs it for the files that travel between jobs. */
export interface CommonInputs {
  readonly configuration: ConfigurationRequest;
}

/**
 * Runs one action from its inputs to its exit code: fetches what an earlier job left, runs, writes all files at once,
 * then tells the world. Nothing is thrown; every failure has been reported when this returns. When it is cancelled, it
 * waits for files that are being written, so that all are old or all are new, cleans up, and returns 130; work that was
 * cut off may still be on its way then, and can't write any more: the process is to be ended.
 */
export async function executeAction<Inputs extends CommonInputs>(
  definition: ActionDefinition<Inputs>,
  source: InputSource,
  world: Ports,
  cancellation: Cancellation = new Cancellation(),
): Promise<Execution> {
  const ports = cancellablePorts(world, cancellation);
  const start = ports.clock.milliseconds();
  const elapsed = () => ports.clock.milliseconds() - start;
  try {
    const reader = new InputReader(source);
    const inputs = definition.parseInputs(reader);
    reader.finish();
    const plan = planArtifacts(definition, inputs, source.read('artifact-name'));
    const cancelled = rejectWhenCancelled(cancellation.signal);
    const result = await Promise.race([cancelled, fetchAndRun(definition, inputs, plan, ports)]);
    const milliseconds = elapsed();
    const paths = await cancellation.uninterrupted(() =>
      writeResult(definition.name, inputs, result, ports, milliseconds),
    );
    if (definition.name === 'train-model' && result.isPart !== true) {
      await markTrainedHere(ports, result.outputDirectory);
    }
    const telling = async () => {
      await publishResult(definition.name, result, ports);
      if (plan !== null) await uploadFiles(plan, result.outputDirectory, paths, ports);
      const tracked = (await result.track?.()) ?? {};
      for (const [output, value] of Object.entries(tracked)) ports.outputs.set(output, value);
    };
    await Promise.race([cancelled, telling()]);
    return { exitCode: result.outcome === 'fail' ? 1 : 0, result, milliseconds };
  } catch (error) {
    if (cancellation.signal.aborted) {
      await cancellation.settle(SETTLING);
      await cancellation.cleanUp(world, CLEANING_UP);
      world.log.info(`cancelled: ${definition.name} ${cancellation.signal.reason.message}`);
      return { exitCode: 130, milliseconds: elapsed() };
    }
    if (isUserError(error))
      return { exitCode: reportUserError(definition.name, error, ports), milliseconds: elapsed() };
    return { exitCode: reportOurError(error, ports), milliseconds: elapsed() };
  }
}

async function fetchAndRun<Inputs extends CommonInputs>(
  definition: ActionDefinition<Inputs>,
  inputs: Inputs,
  plan: ArtifactPlan | null,
  ports: Ports,
): Promise<ActionResult> {
  if (plan !== null) await fetchEarlierFiles(plan, inputs, ports);
  return await definition.run(inputs, ports);
}

function rejectWhenCancelled(signal: AbortSignal): Promise<never> {
  const cancelled = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // It may come when nobody waits any more.
  cancelled.catch(() => undefined);
  return cancelled;
}

/** Null where files stay on the runner. */
function planArtifacts<Inputs>(
  definition: ActionDefinition<Inputs>,
  inputs: Inputs,
  name: string | undefined,
): ArtifactPlan | null {
  if (name === undefined) return null;
  return (
    definition.artifacts?.(inputs, name) ?? {
      download: [name],
      upload: { name, includes: () => true },
    }
  );
}

async function fetchEarlierFiles(
  { download, upload }: ArtifactPlan,
  inputs: CommonInputs,
  ports: Ports,
): Promise<void> {
  if (download.length === 0) return;
  if (ports.artifacts === null) {
    ports.log.warning(
      'artifact-name is for workflows: here the files of earlier actions are in the output directory',
    );
    return;
  }
  const { outputDirectory } = await loadConfiguration(ports.files, inputs.configuration);
  const trainedHere = await isTrainedHere(ports, outputDirectory);
  for (const name of download) {
    if (trainedHere && name === upload?.name) {
      ports.log.info(`Keeps what this job has trained: an artifact "${name}" could only be older`);
      continue;
    }
    const found = await ports.artifacts.download(name);
    if (found !== null) {
      await ports.files.writeAll(
        [...found].map(([path, content]) => ({ path: `${outputDirectory}/${path}`, content })),
      );
    }
    ports.log.info(
      found !== null
        ? `Took the files of earlier jobs from the artifact "${name}"`
        : `No artifact "${name}" in this run yet`,
    );
  }
}

async function uploadFiles(
  { upload }: ArtifactPlan,
  outputDirectory: string,
  paths: readonly string[],
  ports: Ports,
): Promise<void> {
  if (upload === null) return;
  const start = `${outputDirectory}/`.length;
  const included = paths.filter((path) => upload.includes(path.slice(start)));
  await ports.artifacts?.upload(upload.name, outputDirectory, included);
}

/**
 * Writes the action's files and, but for a part, `run.json` and `report.html` together. Returns all paths of the output
 * directory.
 */
async function writeResult(
  name: ActionName,
  { configuration }: CommonInputs,
  result: ActionResult,
  ports: Ports,
  milliseconds: number,
): Promise<string[]> {
  const within = ({ path, content }: FileToWrite): FileToWrite => ({
    path: `${result.outputDirectory}/${path}`,
    content,
  });
  const files = [...result.files.map(within), ...(result.workspaceFiles ?? [])];
  if (result.isPart !== true) {
    files.push(...(await renderRecord(files, name, configuration, result, ports, milliseconds)));
  }
  await ports.files.writeAll(files);
  for (const path of result.obsoleteFiles ?? []) {
    await ports.files.remove(`${result.outputDirectory}/${path}`);
  }
  const kept = await ports.files.walk(result.outputDirectory);
  // Hidden files and folders are on their way to be something else, or were left by a run that was cut off.
  const start = result.outputDirectory.length + 1;
  return kept.filter((path) => !/(^|\/)\./.test(path.slice(start)));
}

/** `run.json` and `report.html`, as they are with the files that are about to be written. */
async function renderRecord(
  pending: readonly FileToWrite[],
  name: ActionName,
  configuration: ConfigurationRequest,
  result: ActionResult,
  ports: Ports,
  milliseconds: number,
): Promise<FileToWrite[]> {
  const record = extendRecord(
    await readRunRecord(ports.files, `${result.outputDirectory}/run.json`, ports.log),
    name,
    { result, overrides: configuration.overrides, milliseconds },
    await digestConfiguration(ports.files, configuration.file),
    ports,
  );
  const recordFile = {
    path: `${result.outputDirectory}/run.json`,
    content: prettyJson(record),
  };
  const report = await renderReport(
    [...pending, recordFile],
    result.outputDirectory,
    record,
    ports,
  );
  if (report === null) return [recordFile];
  return [recordFile, { path: `${result.outputDirectory}/report.html`, content: report }];
}

/** Null when the page can't be made: what the action found must not be lost with its picture. */
async function renderReport(
  pending: readonly FileToWrite[],
  outputDirectory: string,
  record: RunRecord,
  ports: Ports,
): Promise<string | null> {
  try {
    const files = pendingFiles(ports.files, pending);
    return renderReportPage(await collectReportInput(files, outputDirectory, record));
  } catch (error) {
    ports.log.warning(
      `report.html was not made: ${(error as Error).message}. Remove ${outputDirectory} and run the chain again`,
    );
    ports.log.debug(stackOf(error));
    return null;
  }
}

/** Undefined when inputs alone said all that was needed. */
async function digestConfiguration(
  files: FilesPort,
  path: string,
): Promise<DigestedFile | undefined> {
  return (await files.exists(path)) ? digestContent(path, await files.read(path)) : undefined;
}

interface FinishedRun {
  readonly result: ActionResult;
  readonly overrides: ConfigurationRequest['overrides'];
  readonly milliseconds: number;
}

function extendRecord(
  previous: RunRecord,
  name: ActionName,
  { result, overrides, milliseconds }: FinishedRun,
  configuration: DigestedFile | undefined,
  ports: Ports,
): RunRecord {
  const { repository, commit, ref, runUrl } = ports.run;
  const source = Object.fromEntries(
    Object.entries({ repository, commit, ref, runUrl }).filter(([, value]) => value !== undefined),
  );
  const record = result.record(previous);
  const sameModel = record.training?.modelDigest === previous.training?.modelDigest;
  const actions: RunRecord['actions'] = {
    // What was found about another model says nothing about this one.
    ...(sameModel ? record.actions : omit(record.actions, JUDGING_A_MODEL)),
    [name]: {
      verdict: result.verdict,
      headline: result.headline,
      finishedAt: ports.clock.now().toISOString(),
      seconds: Number((milliseconds / 1000).toFixed(3)),
      version: VERSION,
      ...(overrides.length === 0
        ? {}
        : {
            overrides: Object.fromEntries(
              overrides.map(({ field, value }) => [field.join('.'), value]),
            ),
          }),
    },
  };
  return {
    ...record,
    ...(configuration === undefined ? {} : { configuration }),
    ...(Object.keys(source).length === 0 ? {} : { source }),
    // In the order of the chain, whatever the order of the runs.
    actions: Object.fromEntries(
      ACTION_NAMES.flatMap((action) => {
        const entry = actions[action];
        return entry === undefined ? [] : [[action, entry]];
      }),
    ),
  };
}

const JUDGING_A_MODEL = ['evaluate-gate', 'export-tflite', 'deploy-model'] as const;

function omit<T extends object>(value: T, keys: readonly (keyof T)[]): Partial<T> {
  const rest = { ...value };
  for (const key of keys) delete rest[key];
  return rest;
}

async function publishResult(name: ActionName, result: ActionResult, ports: Ports): Promise<void> {
  const outputs = {
    verdict: result.verdict,
    ...result.outputs,
    ...(await result.publish?.()),
    report: result.isPart === true ? '' : `${result.outputDirectory}/report.html`,
  };
  for (const [output, value] of Object.entries(outputs)) ports.outputs.set(output, String(value));
  await ports.summary.add(result.summary);
  if (result.outcome === 'pass' || ports.run.platform === 'terminal') return;
  ports.annotations.add({
    level: result.outcome === 'fail' ? 'error' : 'warning',
    title: `${name}: ${result.verdict}`,
    message: result.headline,
  });
}

function reportUserError(name: ActionName, error: UserError, ports: Ports): ExitCode {
  for (const problem of error.problems.slice(0, PROBLEMS_SHOWN)) {
    const { where } = problem;
    const shown = ports.annotations.add({
      level: 'error',
      title: name,
      message: where === undefined ? formatProblem(problem) : formatProblem(withoutPlace(problem)),
      ...(where ?? {}),
    });
    if (!shown) ports.log.warning(formatProblem(problem));
  }
  const more = error.problems.length - PROBLEMS_SHOWN;
  if (more > 0) ports.log.warning(`… and ${more} more of the kind. Mend these first.`);
  if (error.cause !== undefined) ports.log.debug(stackOf(error.cause));
  return 2;
}

function withoutPlace({ what, remedy }: UserError['problems'][number]) {
  return remedy === undefined ? { what } : { what, remedy };
}

function reportOurError(error: unknown, ports: Ports): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  ports.annotations.add({
    level: 'error',
    title: 'A fault in mlops-actions',
    message: `${message}. This is not your mistake: please report it with the log, run again with debug logging on.`,
  });
  ports.log.debug(stackOf(error));
  return 70;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
