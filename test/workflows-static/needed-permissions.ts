/**
 * The most that any job of a workflow may ask for, by file. A job that asks for more fails the policy test: whoever adds
 * a right here says why in the review.
 */
export const NEEDED_PERMISSIONS: Readonly<
  Record<string, Readonly<Record<string, 'read' | 'write'>>>
> = {
  '.github/workflows/ci.yml': { contents: 'read', 'pull-requests': 'write' },
  // actions: read the artifact of the model that was deployed last
  'workflows-examples/pull-request.yml': {
    contents: 'read',
    actions: 'read',
    'pull-requests': 'write',
  },
  // never contents: the code of a fork is not to be had
  'workflows-examples/pull-request-comment.yml': { actions: 'read', 'pull-requests': 'write' },
  // contents: the release; id-token and attestations: the signed provenance
  'workflows-examples/deploy.yml': {
    contents: 'write',
    actions: 'read',
    deployments: 'write',
    'id-token': 'write',
    attestations: 'write',
  },
  // contents and pull-requests: the candidate's branch and its pull request; issues: the issue about drift
  'workflows-examples/retrain.yml': {
    contents: 'write',
    actions: 'read',
    issues: 'write',
    'pull-requests': 'write',
  },
  'workflows-examples/sharded-validation.yml': { contents: 'read' },
  'workflows-examples/tune.yml': { contents: 'read', actions: 'read' },
  'workflows-examples/bring-your-own-trainer.yml': {
    contents: 'write',
    'pull-requests': 'write',
  },
  'workflows-examples/reusable-model-ci.yml': {
    contents: 'write',
    actions: 'read',
    'pull-requests': 'write',
    deployments: 'write',
  },
};
