import type { BaselineModel } from '../../shared/baseline/index.ts';
import type { Configuration } from '../../shared/config/index.ts';
import { isUserError, UserError } from '../../shared/errors/index.ts';
import { parseRunRecord, type RunRecord } from '../../shared/lineage/index.ts';
import {
  COMMAND_MODEL_FILE,
  type ModelDirectory,
  PREDICTIONS_FILE,
  readCommandModel,
  readModelDirectory,
} from '../../shared/model-directory/index.ts';
import { MODEL_FILES } from '../../shared/network/index.ts';
import {
  type GitHubPort,
  MemoryFiles,
  type Ports,
  type RunArtifact,
  type WantedFile,
  type WorkflowRun,
} from '../../shared/platform/index.ts';

/** Artifacts of the base branch that are opened in the search for one that had passed. */
const MOST_OPENED = 20;
/** Artifacts of the name that are looked at in the list, ten pages: most are of pull requests. */
const MOST_LISTED = 1_000;

/**
 * Events whose runs execute the code of the branch that they are listed under. A run on `workflow_run` is listed under
 * the default branch, too, and may have kept what a stranger's pull request left.
 */
const EVENTS_OF_A_BRANCH = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];

const MEGABYTE = 1_000_000;
const WANTED: readonly WantedFile[] = [
  { path: 'run.json', mostBytes: 16 * MEGABYTE },
  { path: `model/${MODEL_FILES.model}`, mostBytes: 64 * MEGABYTE },
  { path: `model/${MODEL_FILES.weights}`, mostBytes: 256 * MEGABYTE },
  { path: `model/${MODEL_FILES.transform}`, mostBytes: 64 * MEGABYTE },
  // Of a command's model only what it said of the evaluation split is of use.
  { path: `model/${COMMAND_MODEL_FILE}`, mostBytes: 4 * MEGABYTE },
  { path: `model/${PREDICTIONS_FILE}`, mostBytes: 256 * MEGABYTE },
];

/**
 * The newest blessed model of the base branch among the artifacts that `evaluation.baseline-artifact` names: left by
 * another run of this repository for that branch, judged as `pass` (or deployed by force), with the very bytes that
 * were judged. Null, with a line in the log, where none is configured or found. An artifact that can't be read is a
 * `UserError`: damage is not taken for none.
 */
export async function findArtifactBaseline(
  { github, run, log }: Ports,
  { evaluation, model }: Configuration,
): Promise<BaselineModel | null> {
  const name = evaluation.baselineArtifact;
  if (name === undefined) return null;
  const branch = run.baseBranch;
  if (github === null) {
    const why =
      run.platform === 'terminal' ? 'a terminal has no artifacts' : 'there is no token to ask with';
    log.info(`No baseline: "${name}" is an artifact of earlier runs, and ${why}.`);
    return null;
  }
  if (branch === undefined) {
    log.info(
      `No baseline: this run belongs to no branch, so that there is no artifact "${name}" of it.`,
    );
    return null;
  }
  let listed = 0;
  let opened = 0;
  for await (const artifact of github.runs.artifacts(name)) {
    if (++listed > MOST_LISTED || opened === MOST_OPENED) break;
    const other = artifact.run;
    if (other === undefined || other.fromFork || other.branch !== branch) continue;
    if (other.id === run.runId || artifact.name !== name) continue;
    opened++;
    const found = await openArtifact(github, artifact, { branch, model });
    if (found instanceof Unblessed) {
      log.info(`Not the baseline: artifact "${name}" of run ${other.id} ${found.why}.`);
      continue;
    }
    log.info(`Baseline: ${found.path}, artifact "${name}" of ${found.artifact?.runUrl}`);
    return found;
  }
  const seen = opened === 0 ? 'none of that branch' : `${opened} of that branch, none had passed`;
  log.info(
    `No baseline: no artifact "${name}" of the branch "${branch}" holds a model "${model}" that had passed (${seen}). Run the workflow that deploys once on that branch.`,
  );
  return null;
}

/** An artifact that is passed over. `why` goes on a sentence about it. */
class Unblessed {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

async function openArtifact(
  github: GitHubPort,
  artifact: RunArtifact,
  { branch, model }: { readonly branch: string; readonly model: string },
): Promise<BaselineModel | Unblessed> {
  if (artifact.expired) return new Unblessed('has expired');
  const run = artifact.run === undefined ? null : await github.runs.find(artifact.run.id);
  if (run === null || run.fromFork || run.branch !== branch) {
    return new Unblessed('is of a run that is gone');
  }
  if (!EVENTS_OF_A_BRANCH.includes(run.event)) {
    return new Unblessed(
      `was left on ${run.event}, which may hold what a pull request brought; ${EVENTS_OF_A_BRANCH.join(', ')} count`,
    );
  }
  const files = new MemoryFiles(
    Object.fromEntries(await github.runs.readArtifact(artifact, WANTED)),
  );
  if (!(await files.exists('run.json'))) return new Unblessed('holds no run.json');
  try {
    const record = parseRunRecord(await files.readText('run.json'), 'run.json');
    return await judge(files, record, { artifact, run, model });
  } catch (cause) {
    if (!isUserError(cause)) throw cause;
    throw new UserError(
      cause.problems.map(({ what }) => ({
        what: `The baseline in artifact "${artifact.name}" of ${run.url} is damaged: ${what}`,
        remedy: 'Delete that artifact, or run the workflow that deploys again on its branch',
      })),
      { cause },
    );
  }
}

async function readNetwork(files: MemoryFiles): Promise<ModelDirectory | Unblessed> {
  for (const name of Object.values(MODEL_FILES)) {
    if (!(await files.exists(`model/${name}`))) return new Unblessed(`holds no model/${name}`);
  }
  return readModelDirectory(files, 'model');
}

async function judge(
  files: MemoryFiles,
  record: RunRecord,
  from: { readonly artifact: RunArtifact; readonly run: WorkflowRun; readonly model: string },
): Promise<BaselineModel | Unblessed> {
  if (record.model !== from.model) return new Unblessed(`is of the model "${record.model}"`);
  const model =
    (await readCommandModel(files, 'model', 'predictions')) ?? (await readNetwork(files));
  if (model instanceof Unblessed) return model;
  const { evaluation } = record;
  if (evaluation === undefined) return new Unblessed('was not evaluated');
  if (evaluation.modelDigest !== model.digest) {
    return new Unblessed('holds another model than the one that was evaluated');
  }
  const last = record.deployments?.at(-1);
  const forced = last?.modelDigest === model.digest ? last.forced : undefined;
  if ((evaluation.outcome !== 'pass' || evaluation.verdict === 'fail') && forced === undefined) {
    return new Unblessed(`had not passed: ${evaluation.verdict}, outcome ${evaluation.outcome}`);
  }
  const { artifact, run } = from;
  const path = `${run.branch}@${run.commit.slice(0, 7)}`;
  return {
    path,
    model: { ...model, path },
    artifact: { name: artifact.name, id: artifact.id, runUrl: run.url },
    ...(forced === undefined ? {} : { forced }),
  };
}
