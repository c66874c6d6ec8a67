import { type Call, created, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import { paged } from '../pages.ts';
import type { CheckRunRecord, StatusRecord } from '../records.ts';
import { invalid, notFound, Refusal } from '../refusal.ts';
import { apiAddress, repositoryFields, showActor, webAddress } from '../show.ts';
import { requireCommit } from './commits.ts';

const DESCRIPTION_LIMIT = 140;

interface CheckBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly details_url?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly annotations?: readonly unknown[];
  };
}

export const checkOperations: Operations = {
  'repos/create-commit-status': {
    needs: [{ statuses: 'write' }],
    handle: async (call) => {
      const { repository, token, world } = call;
      const given = call.body as {
        state: StatusRecord['state'];
        context?: string;
        description?: string | null;
        target_url?: string | null;
      };
      const sha = await requireSha(call, call.params.sha ?? '');
      if ((given.description ?? '').length > DESCRIPTION_LIMIT) {
        const message = `description is too long (maximum is ${DESCRIPTION_LIMIT} characters)`;
        throw invalid({ resource: 'Status', code: 'custom', field: 'description', message });
      }
      const status: StatusRecord = {
        id: world.nextId(),
        sha,
        state: given.state,
        context: given.context ?? 'default',
        description: given.description ?? null,
        targetUrl: given.target_url ?? null,
        creator: token.actor,
        createdAt: world.now(),
      };
      repository.statuses.push(status);
      return created(showStatus(call, status));
    },
  },
  'repos/list-commit-statuses-for-ref': {
    needs: [{ statuses: 'read' }],
    handle: async (call) => {
      const sha = await requireCommit(call, call.params.ref ?? '');
      const found = call.repository.statuses.filter((status) => status.sha === sha).reverse();
      return paged(call, found, (status) => showStatus(call, status));
    },
  },
  'repos/get-combined-status-for-ref': {
    needs: [{ statuses: 'read' }],
    handle: async (call) => {
      const { repository, world } = call;
      const sha = await requireCommit(call, call.params.ref ?? '');
      const newest = new Map<string, StatusRecord>();
      for (const status of repository.statuses) {
        if (status.sha === sha) newest.set(status.context, status);
      }
      const states = [...newest.values()].map(({ state }) => state);
      const failed = states.some((state) => state === 'error' || state === 'failure');
      const pending = states.length === 0 || states.includes('pending');
      return ok(
        fill('combined-commit-status', {
          sha,
          state: failed ? 'failure' : pending ? 'pending' : 'success',
          total_count: newest.size,
          statuses: [...newest.values()].map((status) => showStatus(call, status)),
          repository: repositoryFields(world, repository),
          commit_url: apiAddress(world, repository, `/commits/${sha}`),
          url: apiAddress(world, repository, `/commits/${sha}/status`),
        }),
      );
    },
  },
  'checks/create': {
    needs: [{ checks: 'write' }],
    handle: async (call) => {
      const { repository, world } = call;
      const given = call.body as CheckBody;
      const check: CheckRunRecord = {
        id: world.nextId(),
        sha: await requireSha(call, given.head_sha ?? ''),
        name: given.name ?? '',
        status: 'queued',
        conclusion: null,
        detailsUrl: null,
        output: { title: null, summary: null, text: null },
        annotations: 0,
        startedAt: given.started_at ?? world.now(),
        completedAt: null,
      };
      change(call, check, given);
      repository.checkRuns.push(check);
      return created(showCheck(call, check));
    },
  },
  'checks/update': {
    needs: [{ checks: 'write' }],
    handle: (call) => {
      const check = requireCheck(call);
      change(call, check, call.body as CheckBody);
      return ok(showCheck(call, check));
    },
  },
  'checks/get': {
    needs: [{ checks: 'read' }],
    handle: (call) => ok(showCheck(call, requireCheck(call))),
  },
  'checks/list-for-ref': {
    needs: [{ checks: 'read' }],
    handle: async (call) => {
      const sha = await requireCommit(call, call.params.ref ?? '');
      const { check_name: name, status } = call.query;
      const found = call.repository.checkRuns.filter(
        (check) =>
          check.sha === sha &&
          (name === undefined || check.name === name) &&
          (status === undefined || check.status === status),
      );
      return paged(
        call,
        found,
        (check) => showCheck(call, check),
        (checkRuns, total) => ({ total_count: total, check_runs: checkRuns }),
      );
    },
  },
};

function change({ world }: Call, check: CheckRunRecord, given: CheckBody): void {
  check.name = given.name ?? check.name;
  check.status = given.status ?? check.status;
  check.detailsUrl = given.details_url ?? check.detailsUrl;
  if (given.conclusion !== undefined) {
    check.conclusion = given.conclusion;
    check.status = 'completed';
    check.completedAt = given.completed_at ?? world.now();
  }
  if (check.status === 'completed' && check.conclusion === null) {
    throw invalid({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' });
  }
  if (given.output === undefined) return;
  const { title, summary, text, annotations = [] } = given.output;
  check.output = {
    title: title ?? check.output.title,
    summary: summary ?? check.output.summary,
    text: text ?? check.output.text,
  };
  check.annotations += annotations.length;
}

function requireCheck({ params, repository }: Call): CheckRunRecord {
  const found = repository.checkRuns.find(({ id }) => id === Number(params.check_run_id));
  if (found === undefined) throw notFound();
  return found;
}

/** These two take a whole hash only. */
async function requireSha({ repository }: Call, sha: string): Promise<string> {
  if (/^[0-9a-f]{40}$/.test(sha) && (await repository.git.type(sha)) === 'commit') return sha;
  throw new Refusal(422, `No commit found for SHA: ${sha}`);
}

function showStatus({ world, repository }: Call, status: StatusRecord) {
  const { id, sha, state, context, description, targetUrl, createdAt } = status;
  return fill('status', {
    id,
    state,
    context,
    description,
    target_url: targetUrl,
    creator: showActor(status.creator),
    url: apiAddress(world, repository, `/statuses/${sha}`),
    created_at: createdAt,
    updated_at: createdAt,
  });
}

function showCheck({ world, repository }: Call, check: CheckRunRecord) {
  const { id, sha, name, status, conclusion, output, annotations } = check;
  const url = apiAddress(world, repository, `/check-runs/${id}`);
  return fill('check-run', {
    id,
    name,
    head_sha: sha,
    status,
    conclusion,
    details_url: check.detailsUrl,
    output: { ...output, annotations_count: annotations, annotations_url: `${url}/annotations` },
    started_at: check.startedAt,
    completed_at: check.completedAt,
    url,
    html_url: webAddress(repository, `/runs/${id}`),
  });
}
