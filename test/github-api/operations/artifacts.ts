import type { ArtifactSource, RestArtifact } from '../artifact-source.ts';
import { type Call, NO_CONTENT, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import { paged } from '../pages.ts';
import { notFound, Refusal } from '../refusal.ts';
import { apiAddress } from '../show.ts';
import { requireRun } from './runs.ts';

const READ = [{ actions: 'read' }] as const;

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
        stored(call).filter(({ run }) => run.id === id),
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
      if (artifact.expired) throw new Refusal(410, 'Artifact has expired');
      return { status: 302, headers: { location: source(call).signedDownload(artifact.id) } };
    },
  },
  'actions/delete-artifact': {
    needs: [{ actions: 'write' }],
    handle: (call) => {
      source(call).deleteArtifact(requireArtifact(call).id);
      return NO_CONTENT;
    },
  },
};

function source({ world }: Call): ArtifactSource {
  if (world.artifacts === null)
    throw new Error('connect() the double with a results service first');
  return world.artifacts;
}

/** Newest first; the results service keeps those of one repository. */
function stored({ repository, world }: Call): readonly RestArtifact[] {
  const all = world.artifacts?.restArtifacts() ?? [];
  return all.filter(({ run }) => run.repository_id === repository.id);
}

function list(call: Call, artifacts: readonly RestArtifact[]) {
  const { name, direction } = call.query;
  const found = artifacts.filter((artifact) => name === undefined || artifact.name === name);
  return paged(
    call,
    direction === 'asc' ? found.toReversed() : found,
    (artifact) => show(call, artifact),
    (page, total) => ({ total_count: total, artifacts: page }),
  );
}

function requireArtifact(call: Call): RestArtifact {
  const found = stored(call).find(({ id }) => id === Number(call.params.artifact_id));
  if (found === undefined) throw notFound();
  return found;
}

function show({ world, repository }: Call, { run, ...artifact }: RestArtifact) {
  const url = apiAddress(world, repository, `/actions/artifacts/${artifact.id}`);
  return fill('artifact', {
    ...artifact,
    url,
    archive_download_url: `${url}/zip`,
    workflow_run: run,
  });
}
