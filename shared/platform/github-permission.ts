import { UserError } from '../errors/index.ts';
import { LostAnswerError, statusOf } from './github-patience.ts';

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
        what: `GitHub ${isRefusal(status) ? 'refused' : 'was not able'} to ${what} (${status === undefined ? '' : `${status}: `}${(cause as Error).message})`,
        remedy: remedies[status ?? 0] ?? remedyFor(status, permission),
      },
      { cause },
    );
  }
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status < 500;
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
