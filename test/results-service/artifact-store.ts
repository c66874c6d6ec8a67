import { createHash, randomUUID } from 'node:crypto';
import type { RestArtifact } from '../github-api/index.ts';
import type { BlobStore } from './blob-store.ts';
import type { WorkflowRun, WorkflowRuns } from './workflow-runs.ts';
import { writeZip, type ZipEntry } from './zip.ts';

const DAY_MS = 86_400_000;

/** What GitHub keeps an artifact for when nobody says otherwise. */
export const RETENTION_DAYS = 90;

interface FinishedUpload {
  readonly size: number;
  readonly digest: string;
  readonly at: Date;
}

interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  readonly job: string;
  readonly blob: string;
  readonly createdAt: Date;
  expiresAt: Date;
  finished: FinishedUpload | null;
}

type FinishedArtifact = StoredArtifact & { finished: FinishedUpload };

/** An artifact as tests look at it. */
export interface ArtifactView {
  readonly id: number;
  readonly name: string;
  /** Name of the job that made it. */
  readonly job: string;
  readonly size: number;
  /** `sha256:…` of the archive as it was uploaded. */
  readonly digest: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly expired: boolean;
}

/** An artifact that is there without a client's having uploaded it, e.g. that of a run of last week. */
export interface GivenArtifact {
  readonly run: number;
  readonly name: string;
  readonly job?: string;
  /** Files by path, or the bytes of an archive as they are. */
  readonly content: Readonly<Record<string, string | Buffer>> | readonly ZipEntry[] | Buffer;
  readonly createdAt?: Date;
}

/** The artifacts of all runs. A name is unique in its run, whether or not its upload was ever finished. */
export class ArtifactStore {
  readonly #artifacts: StoredArtifact[] = [];
  readonly #blobs: BlobStore;
  readonly #runs: WorkflowRuns;
  #lastId = 1000;

  constructor(blobs: BlobStore, runs: WorkflowRuns) {
    this.#blobs = blobs;
    this.#runs = runs;
  }

  /** Null when the run has an artifact of that name, even one whose upload failed: that name is lost to the run. */
  create(of: {
    readonly run: number;
    readonly job: string;
    readonly name: string;
    readonly createdAt?: Date;
    readonly expiresAt?: Date;
  }): StoredArtifact | null {
    const { run, job, name, createdAt = new Date() } = of;
    if (this.#artifacts.some((item) => item.run === run && item.name === name)) return null;
    this.#lastId += 1;
    const item: StoredArtifact = {
      id: this.#lastId,
      name,
      run,
      job,
      blob: `artifacts/${randomUUID()}.zip`,
      createdAt,
      expiresAt: of.expiresAt ?? new Date(createdAt.getTime() + RETENTION_DAYS * DAY_MS),
      finished: null,
    };
    this.#artifacts.push(item);
    return item;
  }

  unfinished(run: number, name: string): StoredArtifact | undefined {
    return this.#artifacts.find(
      (item) => item.run === run && item.name === name && item.finished === null,
    );
  }

  finish(item: StoredArtifact, content: Buffer, at = new Date()): void {
    item.finished = { size: content.length, digest: `sha256:${sha256(content)}`, at };
  }

  /** Complete artifacts of one run, expired ones too, oldest first. */
  ofRun(run: number): readonly FinishedArtifact[] {
    return this.#artifacts.filter((item) => item.run === run).filter(isFinished);
  }

  view(run: number): ArtifactView[] {
    return this.ofRun(run).map(({ id, name, job, finished, createdAt, expiresAt }) => ({
      id,
      name,
      job,
      size: finished.size,
      digest: finished.digest,
      createdAt,
      expiresAt,
      expired: expiresAt.getTime() <= Date.now(),
    }));
  }

  /** Complete artifacts of all runs, newest first as GitHub lists them. */
  rest(): RestArtifact[] {
    return this.#artifacts
      .filter(isFinished)
      .toReversed()
      .map(({ id, name, run, finished, createdAt, expiresAt }) => ({
        id,
        name,
        size_in_bytes: finished.size,
        digest: finished.digest,
        expired: expiresAt.getTime() <= Date.now(),
        created_at: isoSeconds(createdAt),
        expires_at: isoSeconds(expiresAt),
        updated_at: isoSeconds(finished.at),
        run: restRun(this.#runs.get(run)),
      }));
  }

  byId(id: number): FinishedArtifact | undefined {
    return this.#artifacts.filter(isFinished).find((item) => item.id === id);
  }

  /** Throws when the run has no such complete artifact. */
  named(run: number, name: string): FinishedArtifact {
    const found = this.ofRun(run).find((item) => item.name === name);
    if (found === undefined) throw new Error(`run ${run} has no artifact ${name}`);
    return found;
  }

  remove(item: StoredArtifact): void {
    this.#artifacts.splice(this.#artifacts.indexOf(item), 1);
    this.#blobs.remove(item.blob);
  }

  /** The archive is gone; that there was one stays known. */
  expire(item: StoredArtifact): void {
    item.expiresAt = new Date(Date.now() - 1000);
    this.#blobs.remove(item.blob);
  }

  /** Changes the archive behind the record: its size and digest stay those of the upload unless `recorded`. */
  replace(item: StoredArtifact, archive: Buffer, recorded: boolean): void {
    this.#blobs.write(item.blob, archive, 'application/zip');
    if (recorded) this.finish(item, archive);
  }

  put({ run, name, job = 'job', content, createdAt = new Date() }: GivenArtifact): number {
    const archive = toArchive(content);
    this.#runs.get(run);
    const item = this.create({ run, job, name, createdAt });
    if (item === null) throw new Error(`run ${run} has an artifact ${name} already`);
    this.#blobs.write(item.blob, archive, 'application/zip');
    this.finish(item, archive, createdAt);
    return item.id;
  }
}

function isFinished(item: StoredArtifact): item is FinishedArtifact {
  return item.finished !== null;
}

function restRun(run: WorkflowRun): RestArtifact['run'] {
  return {
    id: run.id,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    head_repository_id: run.headRepositoryId,
    repository_id: run.repositoryId,
  };
}

function toArchive(content: GivenArtifact['content']): Buffer {
  if (Buffer.isBuffer(content)) return content;
  if (Array.isArray(content)) return writeZip(content as readonly ZipEntry[]);
  return writeZip(Object.entries(content).map(([path, bytes]) => ({ path, bytes })));
}

/** GitHub writes times without fractions of a second. */
function isoSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
