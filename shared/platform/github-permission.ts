import { UserError } from '../errors/index.ts';
import { LostAnswerError, statusOf } from './github-patience.ts';

/** E.g. `issues=write; pull_requests=write,contents=read`. */
const ACCEPTED = /^[a-z_]+=[a-z]+(?:[,;] ?[a-z_]+=[a-z]+){0,9}$/;

/**
 * Runs `work`; a refusal becomes an error that names the permission that the job lacks.
 *
 * @param permission as in a workflow, e.g. `pull-requests: write`
 * @param what after "GitHub refused to …", e.g. `comment on the pull request`
 * @param remedies by status, where the usual ones do not fit
 */
export async function permitted<T>(
  permission: string,
  what: string,
  work: () => Promise<T>,
  remedies: Readonly<Record<number, string>> = {},
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const status = statusOf(cause);
    if (status === undefined && !(cause instanceof LostAnswerError)) throw cause;
    throw new UserError(
      {
        what: `GitHub ${isRefusal(status) ? 'refused' : 'was not able'} to ${what} (${status === undefined ? '' : `${status}: `}${(cause as Error).message}${acceptedPermissions(cause)})`,
        remedy: remedyForState(cause) ?? remedies[status ?? 0] ?? remedyFor(status, permission),
      },
      { cause },
    );
  }
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status < 500;
}

/** What is in the way is no permission, but the state of what is written to. */
function remedyForState(cause: unknown): string | undefined {
  const status = statusOf(cause);
  const { message } = cause as Error;
  if (status === 403 && /\blocked\b/i.test(message)) return 'Unlock the conversation';
  if (status === 403 && /\barchived\b/i.test(message))
    return 'Take the repository out of the archive';
  if (status === 410 && /issues.*disabled/i.test(message)) {
    return 'Turn on issues in the settings of the repository (General, Features)';
  }
  return undefined;
}

/** What GitHub itself says it would have taken: alternatives stand between semicolons. */
function acceptedPermissions(cause: unknown): string {
  if (statusOf(cause) !== 403) return '';
  const { headers } = (cause as { response: { headers: Record<string, unknown> } }).response;
  const header = headers['x-accepted-github-permissions'];
  if (typeof header !== 'string' || !ACCEPTED.test(header)) return '';
  const alternatives = header
    .split(';')
    .map((all) => all.trim().replaceAll('_', '-').replaceAll('=', ': ').replaceAll(',', ' with '));
  return `; it asks for ${alternatives.join(' or ')}`;
}

function remedyFor(status: number | undefined, permission: string): string {
  switch (status) {
    case 401:
      return 'Give a valid token in the input "token"';
    case 403:
    case 404:
      return `Add "${permission}" to the permissions of the job; a pull request from a fork never has it`;
    default:
      return 'Run the job again; if it fails again, look at the status of GitHub';
  }
}
