import { UserError } from '../errors/index.ts';
import type { GitHubClient, Octokit } from './github-client.ts';
import { REPEATABLE, statusOf } from './github-patience.ts';
import { permitted } from './github-permission.ts';
import type {
  BranchFile,
  MadeCommit,
  ProposalsPort,
  ProposedChange,
  ProposedPullRequest,
} from './repository-ports.ts';

type ApiPullRequest = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

const REGULAR_FILE = '100644';
const PROGRAM = '100755';

/** What GitHub answers where the repository or the organisation forbids it, whatever the job's permissions. */
const FORBIDDEN_BY_SETTING = /not permitted to create or approve pull requests/i;

/** Commits and pull requests over GitHub's Git Data and pull request API. */
export function proposalsPort(client: GitHubClient): ProposalsPort {
  const { octokit, place } = client;
  const write = <T>(what: string, work: () => Promise<T>) =>
    permitted('contents: write', what, work);
  const propose = <T>(what: string, work: () => Promise<T>) =>
    permitted('pull-requests: write', what, work);
  return {
    readBranch: (name, folder) =>
      write('read the branch', async () => {
        const { data: repository } = await octokit.rest.repos.get({ ...place });
        const { default_branch: standard } = repository;
        const branch = await findBranch(client, name ?? standard, standard);
        if (branch === null) return null;
        const { sha, commit } = branch.commit;
        return {
          name: branch.name,
          isDefault: branch.name === standard,
          isProtected: branch.protected,
          commit: { sha, tree: commit.tree.sha, message: commit.message },
          files: await listFiles(client, commit.tree.sha, folder),
        };
      }),
    readFile: ({ sha }) =>
      write('read a file of the branch', async () => {
        const { data } = await octokit.rest.git.getBlob({ ...place, file_sha: sha });
        return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
      }),
    contains: (branch, commit) =>
      write('compare the branches', async () => {
        const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
          ...place,
          basehead: `${branch}...${commit}`,
          per_page: 1,
        });
        return data.ahead_by === 0;
      }),
    pullRequestsOf: (branch) =>
      propose('list the pull requests', () => listPullRequests(client, branch)),
    commit: (change) => write('make a commit', () => makeCommit(client, change)),
    pointBranch: (branch) =>
      write(`write the branch ${branch.name}`, () => pointBranch(client, branch)),
    openPullRequest: ({ branch, base, title, body }) =>
      propose('open a pull request', () =>
        allowedBySetting(() => openPullRequest(client, { branch, base, title, body })),
      ),
    updatePullRequest: ({ number, base, title, body }) =>
      propose(`update the pull request #${number}`, async () => {
        const { data } = await octokit.rest.pulls.update({
          ...place,
          pull_number: number,
          base,
          title,
          body,
        });
        return toPullRequest(data);
      }),
  };
}

async function findBranch({ octokit, place }: GitHubClient, branch: string, standard: string) {
  try {
    const { data } = await octokit.rest.repos.getBranch({ ...place, branch });
    // The branch was renamed, and GitHub leads on to the new one: what was asked for is not there.
    return data.name === branch ? data : null;
  } catch (error) {
    // The default branch is there: to a token that may not read a private repository GitHub says that it isn't.
    if (statusOf(error) === 404 && branch !== standard) return null;
    throw error;
  }
}

/** Regular files below a folder; links and submodules are left out. */
async function listFiles(
  { octokit, place }: GitHubClient,
  root: string,
  folder: string,
): Promise<BranchFile[]> {
  let tree = root;
  for (const step of folder.split('/')) {
    const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: tree });
    const entry = data.tree.find(({ path }) => path === step);
    if (entry === undefined) return [];
    if (entry.type !== 'tree' || entry.sha === undefined) {
      throw new UserError({
        what: `"${step}" of the path ${folder} is no folder in the repository`,
        remedy: 'Choose another path for the target',
      });
    }
    tree = entry.sha;
  }
  const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: tree, recursive: 'true' });
  if (data.truncated) {
    throw new UserError({
      what: `${folder} holds more files than GitHub lists`,
      remedy: 'Set "keep" of the target, or choose another path',
    });
  }
  return data.tree.flatMap(({ path, mode, sha, size = 0 }) =>
    (mode === REGULAR_FILE || mode === PROGRAM) && path !== undefined && sha !== undefined
      ? [{ path: `${folder}/${path}`, sha, bytes: size }]
      : [],
  );
}

/**
 * Author and committer are left to GitHub: it signs the commits of a bot that names nobody else, and shows them as
 * verified.
 */
async function makeCommit(
  { octokit, place }: GitHubClient,
  { parent, files, removed, message }: ProposedChange,
): Promise<MadeCommit> {
  const tree = [];
  for (const { path, content } of files) {
    const { data } = await octokit.rest.git.createBlob({
      ...place,
      content: Buffer.from(content).toString('base64'),
      encoding: 'base64',
      ...REPEATABLE,
    });
    tree.push({ path, mode: REGULAR_FILE, type: 'blob', sha: data.sha } as const);
  }
  for (const path of removed) {
    tree.push({ path, mode: REGULAR_FILE, type: 'blob', sha: null } as const);
  }
  const { data: made } = await octokit.rest.git.createTree({
    ...place,
    base_tree: parent.tree,
    tree,
    ...REPEATABLE,
  });
  const { data: commit } = await octokit.rest.git.createCommit({
    ...place,
    message: message(made.sha),
    tree: made.sha,
    parents: [parent.sha],
    ...REPEATABLE, // of two, one is the branch's and the other nobody's
  });
  return { sha: commit.sha, author: commit.author.name };
}

async function pointBranch(
  client: GitHubClient,
  { name, commit, expected }: Parameters<ProposalsPort['pointBranch']>[0],
): Promise<void> {
  const { octokit, place } = client;
  if (expected === null) {
    try {
      await octokit.rest.git.createRef({
        ...place,
        ref: `refs/heads/${name}`,
        sha: commit,
        ...REPEATABLE,
      });
      return;
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
      // Our own, when GitHub did it and the answer was lost.
      if ((await readReference(client, name)) === commit) return;
      throw movedMeanwhile(name, error);
    }
  }
  // The API has no "move it if it is still there": asking again just before leaves the smallest gap.
  if ((await readReference(client, name)) !== expected) throw movedMeanwhile(name);
  if (commit === expected) return;
  await octokit.rest.git.updateRef({ ...place, ref: `heads/${name}`, sha: commit, force: true });
}

async function readReference({ octokit, place }: GitHubClient, branch: string): Promise<string> {
  const { data } = await octokit.rest.git.getRef({ ...place, ref: `heads/${branch}` });
  return data.object.sha;
}

function isAlreadyThere(error: unknown): boolean {
  return statusOf(error) === 422 && /already exists/i.test((error as Error).message);
}

function movedMeanwhile(branch: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `Somebody wrote to the branch ${branch} while this run prepared its commit`,
      remedy: 'Run the job again; give it a concurrency group if two runs do this at once',
    },
    { cause },
  );
}

async function listPullRequests(
  { octokit, place }: GitHubClient,
  branch: string,
): Promise<ProposedPullRequest[]> {
  const { data } = await octokit.rest.pulls.list({
    ...place,
    head: `${place.owner}:${branch}`,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  });
  // A fork of the same owner has branches of the same names.
  return data.filter(({ head, base }) => head.repo?.id === base.repo.id).map(toPullRequest);
}

async function openPullRequest(
  client: GitHubClient,
  { branch, base, title, body }: Parameters<ProposalsPort['openPullRequest']>[0],
): Promise<ProposedPullRequest> {
  const { octokit, place } = client;
  try {
    const { data } = await octokit.rest.pulls.create({
      ...place,
      head: branch,
      base,
      title,
      body,
      ...REPEATABLE, // there can be one
    });
    return toPullRequest(data);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
    const requests = await listPullRequests(client, branch);
    // Our own, when GitHub did it and the answer was lost.
    const ours = requests.find((request) => request.state === 'open' && request.body === body);
    if (ours === undefined) throw error;
    return ours;
  }
}

async function allowedBySetting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!FORBIDDEN_BY_SETTING.test((cause as Error).message)) throw cause;
    throw new UserError(
      {
        what: 'GitHub does not let workflows of this repository open pull requests',
        remedy:
          'Turn on "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General, in the repository or its organisation; or give the input "token" the token of an app',
      },
      { cause },
    );
  }
}

function toPullRequest(
  data: Pick<ApiPullRequest, 'number' | 'html_url' | 'state' | 'merged_at' | 'body' | 'user'> & {
    readonly base: { readonly ref: string };
  },
): ProposedPullRequest {
  const state = data.merged_at === null ? (data.state === 'open' ? 'open' : 'closed') : 'merged';
  return {
    number: data.number,
    url: data.html_url,
    state,
    base: data.base.ref,
    body: data.body ?? '',
    author: data.user?.login ?? '',
  };
}
