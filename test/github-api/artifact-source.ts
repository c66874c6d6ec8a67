/** An artifact with the fields that the REST API gives it; times are ISO 8601. */
export interface RestArtifact {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  /** `sha256:…` */
  readonly digest: string;
  readonly expired: boolean;
  readonly created_at: string;
  readonly expires_at: string;
  readonly updated_at: string;
  /** Of `workflow_run`. */
  readonly run: {
    readonly id: number;
    readonly head_branch: string;
    readonly head_sha: string;
    readonly head_repository_id: number;
    readonly repository_id: number;
  };
}

/** The results service as the API sees it: what it keeps, and addresses under which its storage hands it out. */
export interface ArtifactSource {
  /** Complete artifacts of all runs, newest first. */
  restArtifacts(): readonly RestArtifact[];
  /** Signed, for a minute, on an origin that refuses an Authorization header. */
  signedDownload(id: number): string;
  deleteArtifact(id: number): boolean;
}
