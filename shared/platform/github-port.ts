import { runsPort } from './github-artifacts.ts';
import { type GitHubOptions, openGitHub } from './github-client.ts';
import { publishComment } from './github-comments.ts';
import { deploymentsPort } from './github-deployments.ts';
import { sendDispatch } from './github-dispatch.ts';
import { closeIssue, publishIssue } from './github-issues.ts';
import { permitted } from './github-permission.ts';
import { proposalsPort } from './github-pull-request.ts';
import { isReleased, publishRelease } from './github-release.ts';
import type { GitHubPort } from './ports.ts';

/** A release makes a tag: where that brings in other workflows, no permission of a job is enough. */
const RELEASE_REMEDY =
  'Add "contents: write" to the permissions of the job. If it has that, the files in .github/workflows of this commit differ from those of the default branch: run on the newest commit of the default branch, or give the token of an app with "contents: write" and "workflows: write" in the input "token"';

/** What the actions do on GitHub, each call with the permission that it needs. */
export function githubPort(options: GitHubOptions): GitHubPort {
  const client = openGitHub(options);
  return {
    publishComment: (comment) =>
      permitted('pull-requests: write', 'comment on the pull request', () =>
        publishComment(client, comment),
      ),
    publishIssue: (issue) =>
      permitted('issues: write', 'open or update an issue', () => publishIssue(client, issue)),
    closeIssue: (issue) =>
      permitted('issues: write', 'close an issue', () => closeIssue(client, issue)),
    publishRelease: (release) =>
      permitted('contents: write', 'make a release', () => publishRelease(client, release), {
        403: RELEASE_REMEDY,
        404: RELEASE_REMEDY,
      }),
    isReleased: (release) =>
      permitted('contents: write', 'list the releases', () => isReleased(client, release)),
    dispatch: (event) =>
      permitted('contents: write', 'start a workflow', () => sendDispatch(client, event)),
    runs: runsPort(client),
    proposals: proposalsPort(client),
    deployments: deploymentsPort(client),
  };
}
