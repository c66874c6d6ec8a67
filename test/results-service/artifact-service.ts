// The messages of the protocol as the toolkit's own generator wrote them; the package does not export them.
import * as messages from '../../node_modules/@actions/artifact/lib/generated/index.js';
import { type ArtifactStore, sha256 } from './artifact-store.ts';
import type { BlobStore } from './blob-store.ts';
import type { Caller } from './job-token.ts';
import { decode, encode, type Methods, Refusal, requireSize } from './twirp.ts';
import { backendIds, type WorkflowRuns } from './workflow-runs.ts';

/** Versions of the protocol: archives only, and artifacts whose type is told at their creation. */
const ARCHIVE_VERSION = 4;
const TYPED_VERSION = 7;

interface Resources {
  readonly artifacts: ArtifactStore;
  readonly runs: WorkflowRuns;
  readonly blobs: BlobStore;
  /** Name of the job with this backend id. */
  readonly jobName: (backendId: string) => string;
}

/** `ArtifactService` as jobs of a run call it: they see the artifacts of their own run only. */
export function artifactMethods({ artifacts, runs, blobs, jobName }: Resources): Methods {
  const runOf = (caller: Caller): number => {
    const run = runs.ofBackendId(caller.run);
    if (run === undefined) throw new Refusal(404, 'not_found', 'no such workflow run');
    return run.id;
  };
  const available = (caller: Caller) => {
    const run = runOf(caller);
    return artifacts.ofRun(run).filter(({ expiresAt }) => expiresAt.getTime() > Date.now());
  };
  const findAvailable = (caller: Caller, name: string) => {
    const found = available(caller).find((item) => item.name === name);
    if (found === undefined) throw new Refusal(404, 'not_found', `no artifact ${name}`);
    return found;
  };
  return {
    'ArtifactService/CreateArtifact': (body, caller) => {
      const request = decode(messages.CreateArtifactRequest, body);
      requireOwn(request, caller);
      const { name, version, mimeType, expiresAt } = request;
      if (version !== ARCHIVE_VERSION && version !== TYPED_VERSION) {
        throw new Refusal(400, 'invalid_argument', `version ${version}`);
      }
      if (version === TYPED_VERSION && mimeType?.value !== 'application/zip') {
        throw new Refusal(400, 'invalid_argument', `type ${mimeType?.value}`);
      }
      const item = artifacts.create({
        run: runOf(caller),
        job: jobName(caller.job),
        name,
        ...(expiresAt === undefined ? {} : { expiresAt: messages.Timestamp.toDate(expiresAt) }),
      });
      if (item === null) {
        const why = 'an artifact with this name already exists on the workflow run';
        throw new Refusal(409, 'already_exists', why);
      }
      return encode(messages.CreateArtifactResponse, {
        ok: true,
        signedUploadUrl: blobs.sign(item.blob, 'w'),
      });
    },

    'ArtifactService/FinalizeArtifact': (body, caller) => {
      const request = decode(messages.FinalizeArtifactRequest, body);
      requireOwn(request, caller);
      const item = artifacts.unfinished(runOf(caller), request.name);
      if (item === undefined) throw new Refusal(404, 'not_found', `no artifact ${request.name}`);
      const content = requireSize(blobs.read(item.blob), request.size);
      if (request.hash?.value !== `sha256:${sha256(content)}`) {
        throw new Refusal(400, 'invalid_argument', `hash ${request.hash?.value}`);
      }
      artifacts.finish(item, content);
      return encode(messages.FinalizeArtifactResponse, { ok: true, artifactId: String(item.id) });
    },

    'ArtifactService/ListArtifacts': (body, caller) => {
      const request = decode(messages.ListArtifactsRequest, body);
      requireOwn(request, caller);
      const { nameFilter, idFilter } = request;
      const listed = available(caller)
        .filter(({ name }) => nameFilter === undefined || nameFilter.value === name)
        .filter(({ id }) => idFilter === undefined || idFilter.value === String(id))
        .map(({ id, name, run, job, createdAt, finished }) => ({
          workflowRunBackendId: caller.run,
          workflowJobRunBackendId: backendIds(run, job).job,
          databaseId: String(id),
          name,
          size: String(finished.size),
          createdAt: messages.Timestamp.fromDate(createdAt),
          digest: { value: finished.digest },
        }));
      return encode(messages.ListArtifactsResponse, { artifacts: listed });
    },

    'ArtifactService/GetSignedArtifactURL': (body, caller) => {
      const request = decode(messages.GetSignedArtifactURLRequest, body);
      const { blob, name, run, job } = findAvailable(caller, request.name);
      requireOwn(request, backendIds(run, job));
      return encode(messages.GetSignedArtifactURLResponse, {
        signedUrl: blobs.sign(blob, 'r', `${name}.zip`),
      });
    },

    'ArtifactService/DeleteArtifact': (body, caller) => {
      const request = decode(messages.DeleteArtifactRequest, body);
      const item = findAvailable(caller, request.name);
      requireOwn(request, backendIds(item.run, item.job));
      artifacts.remove(item);
      return encode(messages.DeleteArtifactResponse, { ok: true, artifactId: String(item.id) });
    },
  };
}

/** A request names the run and the job of the token, or of the artifact that it is about. */
function requireOwn(
  ids: { readonly workflowRunBackendId: string; readonly workflowJobRunBackendId: string },
  { run, job }: { readonly run: string; readonly job: string },
): void {
  if (ids.workflowRunBackendId === run && ids.workflowJobRunBackendId === job) return;
  throw new Refusal(403, 'permission_denied', 'the backend ids are not those of the token');
}
