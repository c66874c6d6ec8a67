import { isUserError } from '../../shared/errors/index.ts';
import { type Ports, type PublishedItem, stampOfRun } from '../../shared/platform/index.ts';

/**
 * Comments on the pull request, or updates the comment with the same marker. Returns its address, or nothing where there
 * is no pull request. A comment that can't be published is a warning: the evaluation stands without it.
 */
export async function publishComment(
  ports: Ports,
  comment: { readonly marker: string; readonly body: string },
  file: string,
): Promise<string> {
  const { pullRequest, fromFork } = ports.run;
  if (pullRequest === undefined) return '';
  if (fromFork === true) {
    ports.log.info(
      `No comment: the token of a pull request from a fork can only read. It is in ${file}; with artifact-name, a workflow on workflow_run can publish it (input comment-of-run; docs/evaluation.md shows one).`,
    );
    return '';
  }
  if (ports.github === null) {
    ports.log.info('No comment: there is no token. Set the input token, or comment: false.');
    return '';
  }
  try {
    const { url, action } = await ports.github.publishComment({
      pullRequest,
      ...comment,
      ...stampOfRun(ports.run),
    });
    ports.log.info(describeComment({ url, action }));
    return url;
  } catch (error) {
    const known = isUserError(error);
    ports.annotations.add({
      level: 'warning',
      title: 'The pull request was not commented on',
      message: `${error instanceof Error ? error.message : String(error)}${known ? '' : ` The comment is in ${file}.`}`,
    });
    if (!known && error instanceof Error) ports.log.debug(error.stack ?? '');
    return '';
  }
}

/** One line for the log. */
export function describeComment({ url, action }: PublishedItem): string {
  return action === 'outdated'
    ? `The comment is of a newer run and was left as it is: ${url}`
    : `Comment ${action}: ${url}`;
}
