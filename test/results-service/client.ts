import { spawnNode } from '../support/run-bundle.ts';
import type { ResultsService } from './index.ts';

/** A job as the service knows it by its token. */
export interface Job {
  readonly run?: number;
  readonly job?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Calls a method as any program could that got hold of the job's token. */
export async function call(
  service: ResultsService,
  method: string,
  body: object,
  job: Job & { token?: string } = {},
): Promise<Answer> {
  const { ACTIONS_RUNTIME_TOKEN } = service.environment(job);
  const response = await fetch(`${service.url}/twirp/github.actions.results.api.v1.${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${job.token ?? ACTIONS_RUNTIME_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

/** The backend ids that stand in the token of a job, as requests repeat them. */
export function idsOf(service: ResultsService, job: Job = {}): Record<string, string> {
  const [, claims = ''] = (service.environment(job).ACTIONS_RUNTIME_TOKEN ?? '').split('.');
  const { scp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { scp: string };
  const [, run = '', id = ''] = /Actions\.Results:([^:]+):([^ ]+)/.exec(scp) ?? [];
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: id };
}

/**
 * Runs a script as a step of the job that has the toolkit's own clients `artifact` and `cache` and a list `result`, whose
 * content is the answer. Messages of the clients are dropped.
 */
export async function runToolkit(
  service: ResultsService,
  script: string,
  { job = {}, temporary }: { job?: Job; temporary: string },
): Promise<unknown[]> {
  const program = `
    import { DefaultArtifactClient } from '@actions/artifact';
    import * as cache from '@actions/cache';
    const artifact = new DefaultArtifactClient();
    const result = [];
    ${script}
    console.log('\\n' + JSON.stringify(result));`;
  const { exitCode, stdout, stderr } = await spawnNode(
    process.execPath,
    ['--input-type=module', '-e', program],
    process.cwd(),
    {
      PATH: process.env.PATH ?? '',
      HOME: temporary,
      RUNNER_TEMP: temporary,
      GITHUB_WORKSPACE: temporary,
      ...service.environment(job),
    },
  );
  if (exitCode !== 0) throw new Error(stdout + stderr);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}
