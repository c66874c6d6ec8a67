import { UserError } from '../errors/index.ts';
import {
  digestContent,
  PROVENANCE_LIMITS,
  type RunRecord,
  renderProvenance,
  renderSubjects,
} from '../lineage/index.ts';
import type { FileToWrite } from '../platform/index.ts';
import type { DeploymentResult } from './deployment-report.ts';

/** What `actions/attest` is given, so that others can see where deployed files came from. */
export interface ProvenanceFiles {
  /** `provenance.json`. */
  readonly predicate: string;
  /** `subjects.txt`. */
  readonly subjects: string;
}

/** Throws a `UserError` when GitHub could not attest so many files: asked before anything is deployed. */
export function checkProvenance(record: RunRecord, files: readonly FileToWrite[]): void {
  renderProvenance(record);
  if (files.length <= PROVENANCE_LIMITS.subjects) return;
  throw new UserError({
    what: `The model has ${files.length} files, and an attestation takes ${PROVENANCE_LIMITS.subjects}`,
    remedy: 'Export fewer variants',
  });
}

/**
 * Subjects are the files that lie in the targets now: where a target was left as it is, those of the earlier
 * deployment. The files that the model consists of are the same in every target and always there.
 */
export function provenanceFiles(
  record: RunRecord,
  model: readonly FileToWrite[],
  results: readonly Pick<DeploymentResult, 'digests'>[],
): ProvenanceFiles {
  const deployed = results.flatMap(({ digests }) =>
    Object.entries(digests).map(([path, sha256]) => ({ path, sha256 })),
  );
  const own = model.map(({ path, content }) => digestContent(path, content));
  return {
    predicate: renderProvenance(record),
    subjects: renderSubjects([...own, ...deployed].slice(0, PROVENANCE_LIMITS.subjects)),
  };
}
