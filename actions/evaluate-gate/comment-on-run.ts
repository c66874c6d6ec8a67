import type { ActionResult } from '../../shared/action/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import {
  commentMarker,
  composeComment,
  type EvaluationBlocks,
  joinEvaluation,
  renderEvaluation,
} from '../../shared/evaluation/index.ts';
import { digestFiles } from '../../shared/lineage/index.ts';
import type { GitHubPort, Ports, PullRequest, WorkflowRun } from '../../shared/platform/index.ts';
import { code, md } from '../../shared/report/index.ts';
import {
  type ForeignEvaluation,
  REPORT_FILES,
  readForeignEvaluation,
} from './foreign-evaluation.ts';
import { metricsWithValue, renderHeadline } from './headline.ts';
import { describeComment } from './publish-comment.ts';

export interface CommentOnRunRequest {
  readonly run: number;
  readonly artifact: string;
  readonly label?: string | undefined;
}

/**
 * Comments on a pull request what a finished run of it has found: for a workflow on `workflow_run`, which may write
 * where the run of a fork may not. All that is believed comes from GitHub; what the artifact holds is a stranger's text,
 * held against its schemas and rendered anew. The outcome is always `pass`: this step reports, the run has judged.
 */
export async function commentOnRun(
  { run: id, artifact: name, label }: CommentOnRunRequest,
  ports: Ports,
): Promise<ActionResult> {
  const { github, log } = ports;
  if (github === null) {
    throw new UserError({
      what: 'comment-of-run needs GitHub, and there is no token to ask with',
      remedy: 'Use it in a workflow, and leave the input "token" as it is',
    });
  }
  const run = await findRun(github, id);
  const pullRequest = await findPullRequest(github, run);
  if (typeof pullRequest === 'string') return nothingToSay(pullRequest, ports);
  const [artifact] = await github.runs.artifactsOf(id, name);
  if (artifact === undefined || artifact.expired) {
    const why = artifact === undefined ? 'left no' : 'has lost its';
    return nothingToSay(`run ${id} ${why} artifact "${name}": its log says how it ended`, ports);
  }
  const files = await github.runs.readArtifact(artifact, REPORT_FILES);
  const evaluation = await readForeignEvaluation(files, `artifact "${name}" of ${run.url}`);
  if (evaluation === null) {
    return nothingToSay(`run ${id} ended before its model was evaluated`, ports);
  }
  const { report, record } = evaluation;
  const blocks = renderBlocks(evaluation, run);
  // With three names, it is never the marker of a comment that a run with more rights has made.
  const marker = run.fromFork
    ? commentMarker(record.model, label ?? record.model, 'from-fork')
    : commentMarker(record.model, label ?? record.model);
  const body = composeComment(marker, blocks);
  return {
    ...NO_FILES,
    verdict: report.verdict,
    headline: `comment on run ${id}: ${renderHeadline(report)}`,
    outputs: {
      outcome: report.outcome,
      reason: report.reason,
      metrics: JSON.stringify(metricsWithValue(report)),
      comment: '',
    },
    summary: joinEvaluation(blocks).source,
    publish: async () => {
      const { url, action } = await github.publishComment({
        pullRequest: pullRequest.number,
        marker,
        body,
        // Its own attempts can't be told apart here.
        run: { run: id, attempt: 0 },
      });
      log.info(describeComment({ url, action }));
      return { comment: url };
    },
  };
}

const NO_FILES = {
  outcome: 'pass',
  outputDirectory: '.mlops',
  isPart: true,
  files: [],
  record: (previous) => previous,
} as const satisfies Partial<ActionResult>;

/** Not a failure: the run's own verdict stands, and another run may have more to say. */
function nothingToSay(reason: string, ports: Ports): ActionResult {
  ports.annotations.add({
    level: 'notice',
    title: 'No comment on the pull request',
    message: `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`,
  });
  return {
    ...NO_FILES,
    verdict: 'warn',
    headline: reason,
    // Nothing was read, so there is no verdict that a later step could take for one.
    outputs: { verdict: '', outcome: '', reason, metrics: '{}', comment: '' },
    summary: md`No comment on the pull request: ${reason}.`.source,
  };
}

async function findRun(github: GitHubPort, id: number): Promise<WorkflowRun> {
  const run = await github.runs.find(id);
  if (run === null) {
    throw new UserError({
      what: `This repository has no run ${id}`,
      remedy: 'Give comment-of-run the id of the finished run: github.event.workflow_run.id',
    });
  }
  if (run.event !== 'pull_request') {
    throw new UserError({
      what: `Run ${id} was started by ${run.event}, so that there is no pull request to comment on`,
      remedy: "Give the job the condition github.event.workflow_run.event == 'pull_request'",
    });
  }
  if (run.completed) return run;
  throw new UserError({
    what: `Run ${id} has not ended yet`,
    remedy: 'Start the workflow on workflow_run with types: [completed]',
  });
}

/** The pull request that the run was of, as GitHub says and not as the artifact does; or why there is none. */
async function findPullRequest(
  github: GitHubPort,
  run: WorkflowRun,
): Promise<PullRequest | string> {
  const open = await github.runs.pullRequestsOf(run);
  if (open.length === 0) return `the pull request of run ${run.id} is closed`;
  const [found, second] = open.filter(({ commit }) => commit === run.commit);
  if (found === undefined) return `run ${run.id} is superseded by a newer commit`;
  if (second === undefined) return found;
  return `the commit of run ${run.id} is the head of several open pull requests (${open.map(({ number }) => `#${number}`).join(', ')}), and it can't be told of which the run was`;
}

function renderBlocks(
  { report, record, reports }: ForeignEvaluation,
  run: WorkflowRun,
): EvaluationBlocks {
  const { training } = record;
  const blocks = renderEvaluation(report, {
    model: record.model,
    pullRequest: true,
    runUrl: run.url,
    commit: run.commit,
    ...(training === undefined
      ? {}
      : { dataDigest: digestFiles(training.data), seed: training.seed, engine: training.engine }),
    ...reports,
  });
  if (!run.fromFork) return blocks;
  const [heading, ...rest] = blocks.head;
  const source = code(`${run.headRepository}@${run.commit.slice(0, 7)}`);
  const caveat = md`> These figures come from a run of the fork's own code (${source}). They prove nothing until a maintainer has run it.`;
  return { ...blocks, head: [...(heading === undefined ? [] : [heading]), caveat, ...rest] };
}
