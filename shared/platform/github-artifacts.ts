import { UserError } from '../errors/index.ts';
import { downloadArchive } from './artifact-download.ts';
import type { GitHubClient, Octokit } from './github-client.ts';
import { statusOf } from './github-patience.ts';
import { permitted } from './github-permission.ts';
import type { PullRequest, RunArtifact, RunsPort, WorkflowRun } from './ports.ts';
import { ArchiveRefused, readZip } from './zip-archive.ts';

type ApiArtifact = Awaited<
  ReturnType<Octokit['rest']['actions']['listArtifactsForRepo']>
>['data']['artifacts'][number];

const PAGE = 100;

/** Runs of a repository, their artifacts and pull requests over GitHub's REST API. */
export function runsPort(client: GitHubClient): RunsPort {
  const { octokit, place } = client;
  return {
    artifacts: (name) => listArtifacts(client, name),
    artifactsOf: (run, name) =>
      readable('actions: read', `list the artifacts of run ${run}`, async () => {
        const found = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
          ...place,
          run_id: run,
          name,
          per_page: PAGE,
        });
        return newestFirst(found.map(toArtifact));
      }),
    readArtifact: async (artifact, wanted) => {
      try {
        const archive = await readable('actions: read', `give "${artifact.name}"`, () =>
          downloadArchive(client, artifact),
        );
        return await readZip(archive, wanted);
      } catch (cause) {
        if (!(cause instanceof ArchiveRefused)) throw cause;
        throw refusedArtifact(artifact, cause.message, cause);
      }
    },
    find: (id) =>
      readable('actions: read', `tell of run ${id}`, async () => {
        try {
          const { data } = await octokit.rest.actions.getWorkflowRun({ ...place, run_id: id });
          return toRun(data);
        } catch (error) {
          // A token without the permission gets 403 here, so 404 means what it says.
          if (statusOf(error) === 404) return null;
          throw error;
        }
      }),
    pullRequestsOf: (run) =>
      readable('pull-requests: read', 'list pull requests', () => listPullRequests(client, run)),
  };
}

async function* listArtifacts(
  { octokit, place }: GitHubClient,
  name: string,
): AsyncIterable<RunArtifact> {
  const pages = octokit.paginate
    .iterator(octokit.rest.actions.listArtifactsForRepo, { ...place, name, per_page: PAGE })
    [Symbol.asyncIterator]();
  while (true) {
    const page = await readable('actions: read', 'list artifacts', () => pages.next());
    if (page.done === true) return;
    yield* newestFirst(page.value.data.map(toArtifact));
  }
}

async function listPullRequests(
  { octokit, place }: GitHubClient,
  { headRepository, branch }: WorkflowRun,
): Promise<PullRequest[]> {
  if (headRepository === null || branch === null) return [];
  const found = await octokit.paginate(octokit.rest.pulls.list, {
    ...place,
    state: 'open',
    head: `${headRepository.split('/')[0]}:${branch}`,
    per_page: PAGE,
  });
  // One owner may have several forks with a branch of this name.
  return found
    .filter(({ head }) => head.repo?.full_name === headRepository && head.ref === branch)
    .map(({ number, head }) => ({ number, commit: head.sha }));
}

function newestFirst(artifacts: readonly RunArtifact[]): RunArtifact[] {
  return artifacts.toSorted((a, b) =>
    a.createdAt === b.createdAt ? b.id - a.id : a.createdAt < b.createdAt ? 1 : -1,
  );
}

function toArtifact(artifact: ApiArtifact): RunArtifact {
  const { id, name, size_in_bytes, expired, created_at, digest, workflow_run: run } = artifact;
  return {
    id,
    name,
    bytes: size_in_bytes,
    expired,
    createdAt: created_at ?? '',
    ...(digest ? { digest } : {}),
    ...(run?.id === undefined
      ? {}
      : {
          run: {
            id: run.id,
            ...(run.head_branch ? { branch: run.head_branch } : {}),
            fromFork:
              run.repository_id === undefined || run.head_repository_id !== run.repository_id,
          },
        }),
  };
}

type ApiRun = Awaited<ReturnType<Octokit['rest']['actions']['getWorkflowRun']>>['data'];

function toRun(run: ApiRun): WorkflowRun {
  // The head repository of a run is null once the fork is deleted, whatever the description says.
  const head = run.head_repository as ApiRun['head_repository'] | null;
  return {
    id: run.id,
    event: run.event,
    completed: run.status === 'completed',
    url: run.html_url,
    commit: run.head_sha,
    branch: run.head_branch,
    headRepository: head?.full_name ?? null,
    fromFork: head?.id !== run.repository.id,
  };
}

/** As `permitted`, for what a run of a fork may do, too. */
function readable<T>(permission: string, what: string, work: () => Promise<T>): Promise<T> {
  return permitted(permission, what, work, {
    403: `Add "${permission}" to the permissions of the job`,
    404: `Add "${permission}" to the permissions of the job, and check that it has not been deleted`,
    410: 'It has expired: run the workflow that makes it again',
  });
}

export function refusedArtifact(
  { name, id, run }: RunArtifact,
  why: string,
  cause?: unknown,
): UserError {
  return new UserError(
    {
      what: `The artifact "${name}" (${id}) of run ${run?.id ?? 'unknown'} is not read: ${why}`,
      remedy: 'Delete it, or run the workflow that makes it again',
    },
    { cause },
  );
}
