import { UserError } from '../errors/index.ts';
import type { Branch, GitHubPort, ProposalsPort, ProposedPullRequest } from '../platform/index.ts';
import { BranchFiles } from './branch-files.ts';
import type { DeploymentResult } from './deployment-report.ts';
import { directoryTarget } from './directory-target.ts';
import {
  commitMessage,
  digestListing,
  modelMarker,
  type ProposedModel,
  proposalBody,
  proposalMarker,
  proposalTitle,
  readOwnCommit,
} from './pull-request-text.ts';
import { requireReferenceName } from './reference-name.ts';
import type { DeploymentBundle, DeploymentPlan, DeploymentTarget } from './target.ts';
import { readChecksums } from './version-folder.ts';

/** Git on GitHub takes no larger file. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** Login of the workflow's own token, whose pull requests start no checks. */
const WORKFLOW_TOKEN = 'github-actions[bot]';

export interface PullRequestConfiguration {
  readonly path: string;
  readonly keep: number;
  readonly branch: string;
  readonly base?: string;
}

interface Origin {
  readonly runUrl?: string;
  readonly commit?: string;
}

/** Everything that planning found. */
interface Proposal {
  readonly proposals: ProposalsPort;
  readonly model: { readonly name: string; readonly digest: string };
  readonly folder: string;
  readonly branch: string;
  readonly base: Branch;
  /** Commit that the branch has now. */
  readonly tip: Branch | null;
  readonly open: ProposedPullRequest | undefined;
  readonly origin: Origin;
}

/**
 * One pull request with the commit that a `directory` target at `path` would amount to, on the newest commit of the base
 * branch. The branch is made anew for each model and belongs to this target: it is never the base branch nor a protected
 * one, and one that a person has committed to is left alone.
 */
export function pullRequestTarget(
  github: GitHubPort | null,
  configuration: PullRequestConfiguration,
  origin: Origin,
): DeploymentTarget {
  return {
    plan: async (model) => {
      if (github === null) throw withoutGitHub();
      const { proposals } = github;
      const folder = folderOf(configuration.path, model.name);
      const branch = configuration.branch.replaceAll('{model}', model.name);
      requireReferenceName(branch, `The branch "${configuration.branch}" of the pull request`);
      const base = await readBase(proposals, configuration.base, folder);
      const tip = await readTip(proposals, { base, branch, folder });
      const requests = await proposals.pullRequestsOf(branch);
      const open = requests.find(({ state }) => state === 'open');
      if (open !== undefined && !open.body.includes(proposalMarker(model.name))) {
        throw foreignPullRequest(open, branch);
      }
      const proposal = { proposals, model, folder, branch, base, tip, open, origin };

      const files = new BranchFiles(proposals, base.files);
      const directory = await directoryTarget(files, configuration).plan(model);
      if (directory.unchanged) return asMerged(directory);
      const declined = requests.find(
        ({ state, body }) => state === 'closed' && body.includes(modelMarker(model.digest)),
      );
      if (open === undefined && declined !== undefined) return asDeclined(declined, directory);
      const own = tip === null ? null : readOwnCommit(tip.commit);
      const upToDate = own?.modelDigest === model.digest && own.base === digestListing(base.files);
      if (tip === null || !upToDate) return planCommit(proposal, files, directory);
      if (open === undefined) return planReuse(proposal, tip, directory);
      return open.base === base.name
        ? asProposed(proposal, tip, open, directory)
        : planCommit(proposal, files, directory);
    },
  };
}

function folderOf(path: string, name: string): string {
  if (/^([/\\]|[A-Za-z]:|\.\.(\/|$))/.test(path)) {
    throw new UserError({
      what: `The path "${path}" of the pull-request target is outside of the repository`,
      remedy: 'Choose a folder of the repository, such as models',
    });
  }
  return path === '.' ? name : `${path}/${name}`;
}

async function readBase(
  proposals: ProposalsPort,
  name: string | undefined,
  folder: string,
): Promise<Branch> {
  const base = await proposals.readBranch(name, folder);
  if (base !== null) return base;
  throw new UserError({
    what: `The repository has no branch ${name ?? 'to merge into'}`,
    remedy: 'Name one in "base" of the pull-request target',
  });
}

/** The branch as it is; a `UserError` when it is not one to be made anew. */
async function readTip(
  proposals: ProposalsPort,
  { base, branch, folder }: { base: Branch; branch: string; folder: string },
): Promise<Branch | null> {
  const refuse = (why: string, remedy: string): never => {
    throw new UserError({ what: `deploy-model does not write to ${branch}: ${why}`, remedy });
  };
  const another = 'Choose another branch for the pull-request target, such as mlops/{model}';
  if (branch === base.name) return refuse('the pull request is to be merged into it', another);
  const tip = await proposals.readBranch(branch, folder);
  if (tip === null) return null;
  if (tip.isDefault) return refuse('it is the default branch', another);
  if (tip.isProtected) return refuse('it is protected', another);
  const safe =
    readOwnCommit(tip.commit) !== null || (await proposals.contains(base.name, tip.commit.sha));
  if (safe) return tip;
  return refuse(
    `its newest commit ${tip.commit.sha.slice(0, 12)} was not made by deploy-model, and would be lost`,
    'Merge or close its pull request and delete the branch, or choose another branch',
  );
}

/** The base branch has this very model as its current one. */
function asMerged(directory: DeploymentPlan): DeploymentPlan {
  return {
    ...directory,
    target: 'pull-request',
    apply: async (bundle) => ({ ...(await directory.apply(bundle)), target: 'pull-request' }),
  };
}

/** A person has looked at this model and closed its pull request: asking again would only nag. */
function asDeclined(request: ProposedPullRequest, { version }: DeploymentPlan): DeploymentPlan {
  return unchangedPlan(request.url, version, async () => ({
    digests: {},
    note: `#${request.number} proposed this very model and was closed without being merged: it is not proposed again. Reopen it to change that.`,
  }));
}

function asProposed(
  { proposals, folder }: Proposal,
  tip: Branch,
  open: ProposedPullRequest,
  { version }: DeploymentPlan,
): DeploymentPlan {
  const files = new BranchFiles(proposals, tip.files);
  return unchangedPlan(open.url, version, async () => ({
    digests: (await readChecksums(files, `${folder}/${version}`)) ?? {},
  }));
}

function unchangedPlan(
  location: string,
  version: string,
  find: () => Promise<Pick<DeploymentResult, 'digests' | 'note'>>,
): DeploymentPlan {
  return {
    target: 'pull-request',
    version,
    location,
    unchanged: true,
    stage: async () => undefined,
    apply: async () => {
      const found = await find();
      return {
        target: 'pull-request',
        location,
        version,
        status: 'unchanged',
        files: Object.keys(found.digests),
        ...found,
        removed: [],
      };
    },
  };
}

/** An earlier run was cut off between its commit and its pull request. */
function planReuse(proposal: Proposal, tip: Branch, directory: DeploymentPlan): DeploymentPlan {
  const files = new BranchFiles(proposal.proposals, tip.files);
  return {
    target: 'pull-request',
    version: directory.version,
    location: directory.location,
    unchanged: false,
    stage: async () => undefined,
    apply: async (bundle) => {
      const digests = (await readChecksums(files, directory.location)) ?? {};
      const { request, note } = await publish(proposal, { bundle, version: directory.version });
      return {
        ...proposed(request, directory.version, note),
        files: Object.keys(digests),
        digests,
      };
    },
  };
}

function planCommit(
  proposal: Proposal,
  files: BranchFiles,
  directory: DeploymentPlan,
): DeploymentPlan {
  const { proposals, base, tip, branch, model, origin } = proposal;
  const { version, location } = directory;
  let staged: { readonly result: DeploymentResult; sha: string; author: string } | undefined;
  return {
    target: 'pull-request',
    version,
    location,
    unchanged: false,
    stage: async (bundle) => {
      requireGitSizes(bundle);
      await directory.stage(bundle);
      const result = await directory.apply(bundle);
      const commit = await proposals.commit({
        parent: base.commit,
        ...(await files.changes()),
        message: (tree) =>
          commitMessage({ ...model, version, ...origin }, tree, digestListing(base.files)),
      });
      staged = { result, ...commit };
    },
    apply: async (bundle) => {
      if (staged === undefined) throw new Error('a pull request is staged before it is published');
      const { result, sha, author } = staged;
      await proposals.pointBranch({
        name: branch,
        commit: sha,
        expected: tip?.commit.sha ?? null,
      });
      const { previousVersion } = result;
      const { request, note } = await publish(proposal, {
        bundle,
        version,
        author,
        ...(previousVersion === undefined ? {} : { previousVersion }),
      });
      return { ...result, ...proposed(request, version, note) };
    },
  };
}

function requireGitSizes({ files }: DeploymentBundle): void {
  const large = files.find(
    ({ content }) =>
      (typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength) >
      LARGEST_FILE,
  );
  if (large === undefined) return;
  throw new UserError({
    what: `${large.path} is larger than 100 MiB, which is the most that a file of a repository may have`,
    remedy: 'Use a release target, whose files may be 2 GiB large',
  });
}

/** Opens the pull request of the branch, or brings the open one up to date. */
async function publish(
  { proposals, model, folder, branch, base, open, origin }: Proposal,
  made: {
    readonly bundle: DeploymentBundle;
    readonly version: string;
    readonly previousVersion?: string;
    readonly author?: string;
  },
): Promise<{ readonly request: ProposedPullRequest; readonly note?: string }> {
  const { bundle, author, ...versions } = made;
  const describe = (needsApproval: boolean) => {
    const text: ProposedModel = {
      ...{ ...model, ...versions, ...origin, folder, needsApproval },
      record: bundle.record,
    };
    return { base: base.name, title: proposalTitle(text), body: proposalBody(text) };
  };
  let needsApproval = author === WORKFLOW_TOKEN;
  const text = describe(needsApproval);
  let request =
    open === undefined
      ? await proposals.openPullRequest({ branch, ...text })
      : await proposals.updatePullRequest({ number: open.number, ...text });
  if (open === undefined && request.author === WORKFLOW_TOKEN && !needsApproval) {
    needsApproval = true;
    request = await proposals.updatePullRequest({ number: request.number, ...describe(true) });
  }
  if (!needsApproval) return { request };
  return {
    request,
    note: `The checks of #${request.number} wait for a person, since the workflow's own token wrote it: approve the workflows to run, or use the token of an app (actions/create-github-app-token)`,
  };
}

function proposed(
  request: ProposedPullRequest,
  version: string,
  note: string | undefined,
): Omit<DeploymentResult, 'files' | 'digests'> {
  return {
    target: 'pull-request',
    location: request.url,
    version,
    status: 'proposed',
    ...(note === undefined ? {} : { note }),
    removed: [],
  };
}

function withoutGitHub(): UserError {
  return new UserError({
    what: 'The pull-request target needs GitHub, and there is no token for it',
    remedy:
      'Run deploy-model in a workflow whose job has "permissions: contents: write" and "pull-requests: write", or remove the target',
  });
}

function foreignPullRequest({ number }: ProposedPullRequest, branch: string): UserError {
  return new UserError({
    what: `#${number} is open for the branch ${branch}, and deploy-model has not opened it`,
    remedy: 'Close it, or choose another branch for the pull-request target',
  });
}
