import { parse } from 'yaml';
import { type Call, NO_CONTENT, type Operations } from '../call.ts';
import { notFound, Refusal } from '../refusal.ts';

export const dispatchOperations: Operations = {
  'repos/create-dispatch-event': {
    needs: [{ contents: 'write' }],
    handle: async ({ body, repository, token, world }) => {
      const { event_type: action, client_payload: clientPayload = {} } = body as {
        event_type: string;
        client_payload?: Record<string, unknown>;
      };
      // It runs what stands on the default branch.
      const sha = await repository.git.branch(repository.defaultBranch);
      world.trigger(token, {
        event: 'repository_dispatch',
        action,
        clientPayload,
        repository: repository.fullName,
        ref: `refs/heads/${repository.defaultBranch}`,
        ...(sha === null ? {} : { sha }),
      });
      return NO_CONTENT;
    },
  },
  'actions/create-workflow-dispatch': {
    needs: [{ actions: 'write' }],
    handle: async (call) => {
      const { repository, token, world, params } = call;
      const { ref, inputs = {} } = call.body as { ref: string; inputs?: Record<string, unknown> };
      const branch = ref.replace(/^refs\/heads\//, '');
      const sha = await repository.git.commit(branch);
      if (sha === null) throw new Refusal(422, `No ref found for: ${ref}`);
      const workflow = params.workflow_id ?? '';
      requireInputs(await readTrigger(call, sha, workflow), inputs);
      world.trigger(token, {
        event: 'workflow_dispatch',
        repository: repository.fullName,
        ref: `refs/heads/${branch}`,
        sha,
        workflow,
        inputs,
      });
      return NO_CONTENT;
    },
  },
};

/** `on.workflow_dispatch` of the workflow file as it is at the commit. */
async function readTrigger({ repository }: Call, sha: string, file: string) {
  const blob = await repository.git.object(`${sha}:.github/workflows/${file}`);
  if (blob === null) throw notFound();
  const text = (await repository.git.run(['cat-file', 'blob', blob])).toString();
  const { on } = parse(text) as { on?: unknown };
  const events: Record<string, unknown> =
    typeof on === 'string' || Array.isArray(on)
      ? Object.fromEntries([on].flat().map((name) => [name, null]))
      : { ...(on as object) };
  if (!Object.hasOwn(events, 'workflow_dispatch')) {
    throw new Refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  }
  return events.workflow_dispatch as {
    inputs?: Record<string, { required?: boolean; default?: unknown } | null>;
  } | null;
}

function requireInputs(
  trigger: Awaited<ReturnType<typeof readTrigger>>,
  given: Readonly<Record<string, unknown>>,
): void {
  const declared = trigger?.inputs ?? {};
  const unexpected = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unexpected.length > 0) {
    throw new Refusal(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  }
  for (const [name, input] of Object.entries(declared)) {
    const isMissing = input?.required === true && input.default === undefined;
    if (isMissing && given[name] === undefined) {
      throw new Refusal(422, `Required input '${name}' not provided`);
    }
  }
}
