import type { ArtifactSource, StoredArtifact } from '../artifact-source.ts';
import { type Call, NO_CONTENT, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import { paged } from '../pages.ts';
import { notFound, Refusal } from '../refusal.ts';
import { apiAddress } from '../show.ts';
import { requireRun } from './runs.ts';

const READ = [{ actions: 'read' }] as const;
const NINETY_DAYS = 90 * 24 * 3_600_000;

export const artifactOperations: Operations = {
  'actions/list-artifacts-for-repo': {
    needs: READ,
    handle: (call) => list(call, stored(call)),
  },
  'actions/list-workflow-run-artifacts': {
    needs: READ,
    handle: (call) => {
      const { id } = requireRun(call);
      return list(
        call,
        stored(call).filter(({ run }) => run === id),
      );
    },
  },
  'actions/get-artifact': {
    needs: READ,
    handle: (call) => ok(show(call, requireArtifact(call))),
  },
  'actions/download-artifact': {
    needs: READ,
    // The archive is for those only who have the permission, even of a public repository.
    evenIfPublic: true,
    handle: (call) => {
      const artifact = requireArtifact(call);
      if (call.params.archive_format !== 'zip') throw notFound();
      if (artifact.expired === true) throw new Refusal(410, 'Artifact has expired');
      return { status: 302, headers: { location: source(call).downloadAddress(artifact.id) } };
    },
  },
  'actions/delete-artifact': {
    needs: [{ actions: 'write' }],
    handle: (call) => {
      source(call).delete(requireArtifact(call).id);
      return NO_CONTENT;
    },
  },
};

function source({ world }: Call): ArtifactSource {
  if (world.artifacts === null)
    throw new Error('connect() the double with a results service first');
  return world.artifacts;
}

/** Of the repository's runs, newest first. */
function stored(call: Call): StoredArtifact[] {
  const { runs } = call.repository;
  const all = call.world.artifacts?.list() ?? [];
  return all.filter(({ run }) => runs.some(({ id }) => id === run)).reverse();
}

function list(call: Call, artifacts: readonly StoredArtifact[]) {
  const { name, direction } = call.query;
  const found = artifacts.filter((artifact) => name === undefined || artifact.name === name);
  return paged(
    call,
    direction === 'asc' ? found.reverse() : found,
    (artifact) => show(call, artifact),
    (page, total) => ({ total_count: total, artifacts: page }),
  );
}

function requireArtifact(call: Call): StoredArtifact {
  const found = stored(call).find(({ id }) => id === Number(call.params.artifact_id));
  if (found === undefined) throw notFound();
  return found;
}

function show({ world, repository }: Call, artifact: StoredArtifact) {
  const { id, name, size, digest, expired = false } = artifact;
  const run = repository.runs.find((item) => item.id === artifact.run);
  const url = apiAddress(world, repository, `/actions/artifacts/${id}`);
  const createdAt = artifact.createdAt.toISOString();
  return fill('artifact', {
    id,
    name,
    size_in_bytes: size,
    digest,
    expired,
    url,
    archive_download_url: `${url}/zip`,
    created_at: createdAt,
    updated_at: createdAt,
    expires_at: new Date(artifact.createdAt.getTime() + NINETY_DAYS).toISOString(),
    workflow_run:
      run === undefined
        ? null
        : {
            id: run.id,
            repository_id: repository.id,
            head_repository_id: run.headRepository.id,
            head_branch: run.headBranch,
            head_sha: run.headSha,
          },
  });
}
