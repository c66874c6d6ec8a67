import { type Call, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import { paged } from '../pages.ts';
import type { RunRecord } from '../records.ts';
import { notFound } from '../refusal.ts';
import { apiAddress, repositoryFields, showActor, webAddress } from '../show.ts';

const READ = [{ actions: 'read' }] as const;

export const runOperations: Operations = {
  'actions/list-workflow-runs-for-repo': {
    needs: READ,
    handle: (call) => list(call, call.repository.runs),
  },
  'actions/list-workflow-runs': {
    needs: READ,
    handle: async (call) => {
      const file = call.params.workflow_id ?? '';
      const found = call.repository.runs.filter(({ path }) => path.endsWith(`/${file}`));
      if (found.length === 0) {
        const { git, defaultBranch } = call.repository;
        const known = await git.object(`refs/heads/${defaultBranch}:.github/workflows/${file}`);
        if (known === null) throw notFound();
      }
      return list(call, found);
    },
  },
  'actions/get-workflow-run': {
    needs: READ,
    handle: (call) => ok(showRun(call, requireRun(call))),
  },
};

export function requireRun({ params, repository }: Call): RunRecord {
  const found = repository.runs.find(({ id }) => id === Number(params.run_id));
  if (found === undefined) throw notFound();
  return found;
}

function list(call: Call, runs: readonly RunRecord[]) {
  const { branch, event, status, head_sha: sha, actor } = call.query;
  const found = runs.filter(
    (run) =>
      (branch === undefined || run.headBranch === branch) &&
      (event === undefined || run.event === event) &&
      (status === undefined || run.status === status || run.conclusion === status) &&
      (sha === undefined || run.headSha === sha) &&
      (actor === undefined || run.actor.login === actor),
  );
  return paged(
    call,
    found.reverse(),
    (run) => showRun(call, run),
    (workflowRuns, total) => ({ total_count: total, workflow_runs: workflowRuns }),
  );
}

function showRun({ world, repository }: Call, run: RunRecord) {
  const { id, number, name, path, event, headBranch, headSha, status, conclusion } = run;
  const url = apiAddress(world, repository, `/actions/runs/${id}`);
  const fork = run.headRepository;
  return fill('workflow-run', {
    id,
    name,
    path,
    event,
    status,
    conclusion,
    run_number: number,
    run_attempt: 1,
    display_title: name,
    head_branch: headBranch,
    head_sha: headSha,
    head_repository: repositoryFields(world, fork),
    repository: repositoryFields(world, repository),
    actor: showActor(run.actor),
    triggering_actor: showActor(run.actor),
    // Of a pull request from a fork GitHub lists none here.
    pull_requests: fork === repository ? run.pullRequests.map((pull) => ({ number: pull })) : [],
    url,
    html_url: webAddress(repository, `/actions/runs/${id}`),
    artifacts_url: `${url}/artifacts`,
    created_at: run.createdAt,
    updated_at: run.createdAt,
  });
}
