import type { Operations } from '../call.ts';
import { appOperations } from '../installed-apps.ts';
import { artifactOperations } from './artifacts.ts';
import { attestationOperations } from './attestations.ts';
import { checkOperations } from './checks.ts';
import { commentOperations } from './comments.ts';
import { commitOperations } from './commits.ts';
import { contentOperations } from './contents.ts';
import { deploymentOperations } from './deployments.ts';
import { dispatchOperations } from './dispatches.ts';
import { gitDataOperations } from './git-data.ts';
import { issueOperations } from './issues.ts';
import { labelOperations } from './labels.ts';
import { pullOperations } from './pulls.ts';
import { refOperations } from './refs.ts';
import { releaseAssetOperations } from './release-assets.ts';
import { releaseOperations } from './releases.ts';
import { repositoryOperations } from './repositories.ts';
import { runOperations } from './runs.ts';

/** Every operation of description.json. */
export const allOperations: Operations = {
  ...appOperations,
  ...artifactOperations,
  ...attestationOperations,
  ...checkOperations,
  ...commentOperations,
  ...commitOperations,
  ...contentOperations,
  ...deploymentOperations,
  ...dispatchOperations,
  ...gitDataOperations,
  ...issueOperations,
  ...labelOperations,
  ...pullOperations,
  ...refOperations,
  ...releaseAssetOperations,
  ...releaseOperations,
  ...repositoryOperations,
  ...runOperations,
};
