import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { findAct } from '../../scripts/act.mjs';
import { RESULTS_COMMAND, readActLog } from './act-log.ts';
import { ActRepositories } from './act-repositories.ts';
import type { Scope } from './expressions.ts';
import type { Permissions } from './permissions.ts';
import { DEFAULT_PERMISSIONS, readOnly, readPermissions, union } from './permissions.ts';
import type { Platform } from './platform.ts';
import { environmentOf, worst } from './run-jobs.ts';
import {
  isFromFork,
  readTriggered,
  type WorkflowOptions,
  type WorkflowRun,
} from './run-workflow.ts';
import { readWorkflow, type WorkflowDefinition, WorkflowRefused } from './workflow-file.ts';

/** A job more in the workflow, which tells what act knows of the others: its log has no outputs of jobs. */
const REPORTING_JOB = 'act-results';

/** What only the own runner can do. */
const NOT_WITH_ACT = ['cancelAfter', 'grace'] as const;

/**
 * Runs a workflow with nektos/act on this machine, without containers. Differences from GitHub and from the own runner:
 * all jobs have one token, with the permissions of all of them together; scripts see the runtime token; an input that
 * an action does not declare goes unseen; there is no cancellation, and secrets of environments go to all jobs.
 */
export async function runOnAct(platform: Platform, options: WorkflowOptions): Promise<WorkflowRun> {
  const act = findAct();
  if (act === null) throw new Error('act is not installed: node scripts/act.mjs');
  for (const name of NOT_WITH_ACT) {
    if (options[name] !== undefined) throw new Error(`act has nothing like ${name}`);
  }
  const { event, ref, sha } = options;
  const { path, content, workflow } = await readTriggered(platform, options);
  const trigger = { event, ref, sha };
  const identity = await platform.begin({ workflow, trigger });
  const fromFork = isFromFork(event);
  const called = await readCalled(platform, sha, workflow);
  const all = [workflow, ...called];
  const permissions = fromFork ? readOnly(permissionsOf(all)) : permissionsOf(all);
  const grant = await platform.grant({
    run: identity,
    job: 'act',
    permissions,
    ...trigger,
    workflow,
    environment: null,
  });
  const environments = Object.values(options.environments ?? {});
  const given = Object.assign({}, options.secrets, ...environments.map(({ secrets }) => secrets));
  const secrets = { ...(fromFork ? {} : given), GITHUB_TOKEN: grant.token };
  const vars = Object.assign({}, options.vars, ...environments.map((item) => item.vars));

  const folder = await mkdtemp(join(platform.folder, 'act-'));
  const repository = join(folder, 'repository');
  await exportCommit(platform, sha, repository);
  await writeFile(join(repository, path), prepare(content));
  const file = async (name: string, value: unknown) => {
    await writeFile(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  const words = [
    event.name,
    ...['--directory', repository, '--workflows', join(repository, path), '--json'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--no-skip-checkout'],
    ...['--concurrent-jobs', '2', '--actor', options.actor ?? 'octocat'],
    ...['--action-cache-path', join(folder, 'cache')],
    ...['--eventpath', await file('event.json', event.payload)],
    ...['--secret-file', await file('secrets.yml', secrets)],
    ...['--var-file', await file('vars.yml', vars)],
    ...[
      '--env-file',
      await file('env.yml', {
        ...grant.environment,
        ...grant.actionEnvironment,
        GITHUB_API_URL: platform.apiUrl,
        GITHUB_GRAPHQL_URL: platform.graphqlUrl,
        GITHUB_REPOSITORY: platform.repository,
        GITHUB_REF: ref,
        SHA_REF: sha, // where act takes github.sha from
        GITHUB_RUN_ID: String(identity.id),
        GITHUB_RUN_NUMBER: String(identity.number),
        GITHUB_RETENTION_DAYS: '90',
      }),
    ],
    ...(await localRepositories(platform, join(folder, 'actions'), all)),
  ];
  await mkdir(join(folder, 'home'));
  const output = await runAct(act, words, join(folder, 'home'));
  const expected = Object.entries(workflow.jobs).map(([id, job]) => ({
    id,
    environment: environmentOf(job, scopeOf(options, vars)),
  }));
  const { log, jobs } = readActLog(output, expected, permissions);
  const conclusion = worst(Object.values(jobs).map(({ result }) => result));
  await platform.finish(identity, conclusion);
  return {
    ...identity,
    name: workflow.name,
    path,
    trigger,
    conclusion,
    jobs,
    concurrency: null,
    log: log.lines.join('\n'),
    summaries: log.summaries,
    annotations: log.annotations,
    masked: [],
    confidential: [
      ...Object.values<string>(secrets),
      grant.actionEnvironment.ACTIONS_RUNTIME_TOKEN ?? '',
      grant.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '',
    ].filter((value) => value !== ''),
  };
}

/** As much as the name of an environment may ask for. */
function scopeOf({ event, ref, sha }: WorkflowOptions, vars: Record<string, string>): Scope {
  const github = { event: event.payload, event_name: event.name, ref, sha };
  const none = { inputs: {}, needs: {}, matrix: {}, strategy: {} };
  return {
    contexts: { github, vars, ...none },
    status: { success: true, failure: false, cancelled: false },
  };
}

/** The workflow with the reporting job, and without what act's schema does not know yet. */
function prepare(content: string): string {
  const document = parseDocument(content);
  const jobs = Object.keys((document.toJS() as WorkflowDefinition).jobs);
  for (const id of jobs) {
    const deployment = ['jobs', id, 'environment', 'deployment'];
    if (document.hasIn(deployment)) document.deleteIn(deployment);
  }
  document.setIn(['jobs', REPORTING_JOB], {
    needs: jobs,
    if: 'always()',
    'runs-on': 'ubuntu-latest',
    steps: [
      {
        env: { RESULTS: '${{ toJSON(needs) }}' },
        run: `printf '::${RESULTS_COMMAND}::%s\\n' "$(printf %s "$RESULTS" | tr -d '\\n')"`,
      },
    ],
  });
  return document.toString();
}

/** Reusable workflows that a workflow calls, and those that they call. */
async function readCalled(
  platform: Platform,
  sha: string,
  workflow: WorkflowDefinition,
): Promise<WorkflowDefinition[]> {
  const found: WorkflowDefinition[] = [];
  for (const { uses } of Object.values(workflow.jobs)) {
    if (uses === undefined) continue;
    const content = uses.startsWith('./')
      ? await platform.readFile(sha, uses.slice(2))
      : await platform.readRemoteWorkflow(uses);
    if (content === null) throw new WorkflowRefused(`workflow was not found: ${uses}`);
    const called = await readWorkflow(uses, content);
    found.push(called, ...(await readCalled(platform, sha, called)));
  }
  return found;
}

function permissionsOf(workflows: readonly WorkflowDefinition[]): Permissions {
  const each = workflows.flatMap((workflow) =>
    Object.values(workflow.jobs).map((job) => {
      const written = job.permissions ?? workflow.permissions;
      return written === undefined ? DEFAULT_PERMISSIONS : readPermissions(written);
    }),
  );
  return union(each);
}

async function exportCommit(platform: Platform, sha: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const archive = await platform.git.run(['archive', '--format=tar', sha]);
  const child = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(archive);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`tar ended with ${code}`);
}

async function localRepositories(
  platform: Platform,
  folder: string,
  workflows: readonly WorkflowDefinition[],
): Promise<string[]> {
  const repositories = new ActRepositories(folder, platform.known);
  const uses = workflows.flatMap(({ jobs }) =>
    Object.values(jobs).flatMap((job) => [job.uses, ...(job.steps ?? []).map((step) => step.uses)]),
  );
  const words: string[] = [];
  for (const reference of new Set(uses)) {
    const [, repository = '', path = '', ref = ''] =
      /^([^/.][^/]*\/[^/@]+)(\/[^@]*)?@(.+)$/.exec(reference ?? '') ?? [];
    if (repository === '') continue;
    let copy = await repositories.copyOf(repository);
    if (path.startsWith('/.github/workflows/')) {
      copy ??= join(folder, repository);
      const target = join(copy, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, (await platform.readRemoteWorkflow(reference ?? '')) ?? '');
    }
    if (copy !== null) words.push('--local-repository', `${repository}@${ref}=${copy}`);
  }
  return words;
}

/** act itself sees nothing of the environment of the tests but PATH: it hands its own on to every step. */
function runAct(act: string, words: readonly string[], home: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(act, words, {
      env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
