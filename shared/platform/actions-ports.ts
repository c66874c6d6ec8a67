import { debug, error, info, notice, setOutput, setSecret, summary, warning } from '@actions/core';
import { fitMarkdown } from '../report/index.ts';
import { artifactsPort } from './artifacts-port.ts';
import { cachePort } from './cache-port.ts';
import { Cancellation } from './cancellation.ts';
import { commandRunner } from './command-runner.ts';
import { FileSystem } from './file-system.ts';
import type { Patience } from './github-patience.ts';
import { githubPort } from './github-port.ts';
import { installedPackages } from './installed-packages.ts';
import { openTracking } from './mlflow-server.ts';
import { readMlflowSettings } from './mlflow-settings.ts';
import { moduleThreads } from './module-threads.ts';
import { neutralize, neutralizeLine } from './plain-text.ts';
import type {
  AnnotationLevel,
  AnnotationsPort,
  CancellationPort,
  LogPort,
  Ports,
} from './ports.ts';
import { throttleProgress } from './progress.ts';
import { redactor } from './redaction.ts';
import { readRunContext } from './run-context.ts';

/** GitHub shows ten annotations of a level a step; more would push the first ones out of no list but cost log lines. */
const ANNOTATIONS_OF_A_LEVEL = 10;

/** GitHub drops the page of a step beyond 1 MiB; the rest of the step's room is left to other tools. */
const SUMMARY_BYTES = 1_000_000;

export interface ActionsOptions {
  /** The process's own, which the toolkit reads too. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly token?: string | undefined;
  readonly cancellation?: CancellationPort;
  readonly patience?: Partial<Patience>;
}

/** Ports of a step in a GitHub workflow. */
export function actionsPorts({
  environment,
  token,
  cancellation = new Cancellation(),
  patience,
}: ActionsOptions): Ports {
  const mlflow = readMlflowSettings(environment);
  for (const secret of [token, ...(mlflow?.secrets ?? [])]) {
    if (secret !== undefined) setSecret(secret);
  }
  const redact = redactor([
    token,
    environment.ACTIONS_RUNTIME_TOKEN,
    environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
    ...(mlflow?.secrets ?? []),
  ]);
  const log: LogPort = {
    info: (text) => info(neutralize(redact(text))),
    warning: (text) => warning(neutralize(redact(text))),
    debug: (text) => debug(neutralize(redact(text))),
    progress: throttleProgress((text) => info(neutralizeLine(redact(text)))),
  };
  const run = readRunContext(environment);
  const files = new FileSystem(environment.GITHUB_WORKSPACE ?? process.cwd());
  return {
    log,
    outputs: { set: (name, value) => setOutput(name, value) },
    summary: {
      add: async (markdown) => {
        // Outside a runner (a test of one action) there may be no page to write to.
        if (environment.GITHUB_STEP_SUMMARY === undefined) return;
        await summary.addRaw(`${fitMarkdown(redact(markdown), SUMMARY_BYTES)}\n`).write();
      },
    },
    annotations: annotationsPort(redact),
    artifacts:
      environment.ACTIONS_RUNTIME_TOKEN === undefined
        ? null
        : artifactsPort(files, log, environment.RUNNER_TEMP),
    cache: cachePort(log),
    github:
      token === undefined || run.repository === undefined
        ? null
        : githubPort({
            token,
            repository: run.repository,
            apiUrl: environment.GITHUB_API_URL ?? 'https://api.github.com',
            log,
            signal: cancellation.signal,
            ...(patience === undefined ? {} : { patience }),
          }),
    tracking: openTracking(mlflow, { log, signal: cancellation.signal }),
    files,
    commands: commandRunner(environment, token === undefined ? [] : [token]),
    packages: installedPackages(
      (folder) => files.absolute(folder),
      token === undefined ? [] : [token],
    ),
    modules: moduleThreads(
      (path) => files.absolute(path),
      environment,
      token === undefined ? [] : [token],
    ),
    clock: { now: () => new Date(), milliseconds: () => performance.now() },
    run,
    cancellation,
  };
}

function annotationsPort(redact: (text: string) => string): AnnotationsPort {
  const write = { error, warning, notice };
  const shown: Record<AnnotationLevel, number> = { error: 0, warning: 0, notice: 0 };
  return {
    add: ({ level, title, message, file, line, column }) => {
      if (shown[level]++ >= ANNOTATIONS_OF_A_LEVEL) return false;
      write[level](neutralize(redact(message)), {
        title: neutralizeLine(redact(title)),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
      });
      return true;
    },
  };
}
