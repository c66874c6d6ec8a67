import { debug, error, info, notice, setOutput, setSecret, summary, warning } from '@actions/core';
import { UserError } from '../errors/index.ts';
import { fitMarkdown } from '../report/index.ts';
import { commandRunner } from './command-runner.ts';
import { FileSystem } from './file-system.ts';
import { githubPort } from './github-port.ts';
import { neutralize, neutralizeLine } from './plain-text.ts';
import type {
  AnnotationLevel,
  AnnotationsPort,
  ArtifactsPort,
  CachePort,
  LogPort,
  Ports,
} from './ports.ts';
import { throttleProgress } from './progress.ts';
import { readRunContext } from './run-context.ts';

/** GitHub shows ten annotations of a level a step; more would push the first ones out of no list but cost log lines. */
const ANNOTATIONS_OF_A_LEVEL = 10;

/** GitHub drops the page of a step beyond 1 MiB; the rest of the step's room is left to other tools. */
const SUMMARY_BYTES = 1_000_000;

/** Ports of a step in a GitHub workflow. `environment` is the process's own, which the toolkit reads too. */
export function actionsPorts(
  environment: Readonly<Record<string, string | undefined>>,
  token: string | undefined,
): Ports {
  if (token !== undefined) setSecret(token);
  const log: LogPort = {
    info: (text) => info(neutralize(text)),
    warning: (text) => warning(neutralize(text)),
    debug: (text) => debug(neutralize(text)),
    progress: throttleProgress((text) => info(neutralizeLine(text))),
  };
  const run = readRunContext(environment);
  return {
    log,
    outputs: { set: (name, value) => setOutput(name, value) },
    summary: {
      add: async (markdown) => {
        // Outside a runner (a test of one action) there may be no page to write to.
        if (environment.GITHUB_STEP_SUMMARY === undefined) return;
        await summary.addRaw(`${fitMarkdown(markdown, SUMMARY_BYTES)}\n`).write();
      },
    },
    annotations: annotationsPort(),
    artifacts: environment.ACTIONS_RUNTIME_TOKEN === undefined ? null : artifactsPort(),
    cache: cachePort(log),
    github:
      token === undefined || run.repository === undefined
        ? null
        : githubPort(token, run.repository, environment.GITHUB_API_URL ?? 'https://api.github.com'),
    files: new FileSystem(environment.GITHUB_WORKSPACE ?? process.cwd()),
    commands: commandRunner(environment, token === undefined ? [] : [token]),
    clock: { now: () => new Date(), milliseconds: () => performance.now() },
    run,
  };
}

function annotationsPort(): AnnotationsPort {
  const write = { error, warning, notice };
  const shown: Record<AnnotationLevel, number> = { error: 0, warning: 0, notice: 0 };
  return {
    add: ({ level, title, message, file, line, column }) => {
      if (shown[level]++ >= ANNOTATIONS_OF_A_LEVEL) return false;
      write[level](neutralize(message), {
        title: neutralizeLine(title),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
      });
      return true;
    },
  };
}

/** The toolkit's storage clients are large: they are loaded when a step uses them. */
function artifactsPort(): ArtifactsPort {
  const open = async () => {
    const { DefaultArtifactClient, ArtifactNotFoundError } = await import('@actions/artifact');
    return { client: new DefaultArtifactClient(), ArtifactNotFoundError };
  };
  return {
    upload: async (name, root, paths) => {
      const { client, ArtifactNotFoundError } = await open();
      try {
        await client.deleteArtifact(name);
      } catch (cause) {
        if (!(cause instanceof ArtifactNotFoundError))
          throw artifactFailure(name, 'replaced', cause);
      }
      try {
        await client.uploadArtifact(name, [...paths], root);
      } catch (cause) {
        throw artifactFailure(name, 'uploaded', cause);
      }
    },
    download: async (name, directory) => {
      const { client, ArtifactNotFoundError } = await open();
      try {
        const { artifact } = await client.getArtifact(name);
        await client.downloadArtifact(artifact.id, { path: directory });
        return true;
      } catch (cause) {
        if (cause instanceof ArtifactNotFoundError) return false;
        throw artifactFailure(name, 'downloaded', cause);
      }
    },
  };
}

function artifactFailure(name: string, done: string, cause: unknown): UserError {
  return new UserError(
    {
      what: `The artifact "${name}" can't be ${done} (${(cause as Error).message})`,
      remedy: 'Check the name, the artifact quota and the status of GitHub; then run the job again',
    },
    { cause },
  );
}

/** A cache only saves time: whatever goes wrong is told and never fails a step. */
function cachePort(log: LogPort): CachePort {
  const attempt = async <T>(what: string, otherwise: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      log.warning(`The cache was not ${what}: ${(cause as Error).message}`);
      return otherwise;
    }
  };
  return {
    restore: (key, directory) =>
      attempt('read', false, async () => {
        const cache = await import('@actions/cache');
        if (!cache.isFeatureAvailable()) return false;
        return (await cache.restoreCache([directory], key)) !== undefined;
      }),
    save: (key, directory) =>
      attempt('written', undefined, async () => {
        const cache = await import('@actions/cache');
        if (cache.isFeatureAvailable()) await cache.saveCache([directory], key);
      }),
  };
}
