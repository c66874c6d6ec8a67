/** An artifact as the results service keeps it. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** `sha256:…` */
  readonly digest: string;
  /** Of the workflow run, as in GITHUB_RUN_ID. */
  readonly run: number;
  readonly createdAt: Date;
  readonly expired?: boolean;
}

/** The results service as the API sees it: what it keeps, and addresses under which its storage hands it out. */
export interface ArtifactSource {
  /** Complete artifacts of all runs, in order of their making. */
  list(): readonly StoredArtifact[];
  /** Signed, for a minute, on an origin that refuses an Authorization header. */
  downloadAddress(id: number): string;
  delete(id: number): void;
}
