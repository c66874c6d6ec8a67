import { createHash } from 'node:crypto';
import type { EvaluationConfiguration, SplitConfiguration } from '../config/index.ts';
import type { FilesPort } from '../platform/index.ts';
import type { DigestedFile } from './run-record.ts';

/** Lower-case hexadecimal SHA-256. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function digestContent(path: string, content: string | Uint8Array): DigestedFile {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  return { path, bytes, sha256: sha256(content) };
}

/** Digest of a file that may be larger than memory. */
export async function digestFile(
  files: Pick<FilesPort, 'stream'>,
  path: string,
): Promise<DigestedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of files.stream(path)) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** Digest of a value: equal values have equal digests, whatever the order of their keys. */
export function digestValue(value: unknown): string {
  return sha256(canonicalJson(value));
}

/**
 * What decides on the rows of a data set and on their splits: the digests of its files in their order, with their paths
 * where files decide on the split, and without them elsewhere.
 */
export function identifyFiles(
  files: readonly DigestedFile[],
  { by }: SplitConfiguration,
): readonly string[] {
  return files.map(({ path, sha256: digest }) => (by === 'file' ? `${digest} ${path}` : digest));
}

/** One digest for a data set: that of its file, or of the digests of its files. */
export function digestFiles(files: readonly DigestedFile[]): string {
  const [first] = files;
  return files.length === 1 && first !== undefined
    ? first.sha256
    : digestValue(files.map(({ sha256 }) => sha256));
}

/** Identity of what decides a verdict: the evaluation section, without where its gates and its baseline stand. */
export function digestGates(evaluation: EvaluationConfiguration): string {
  const { baseline: _folder, baselineArtifact: _artifact, gates, ...rest } = evaluation;
  return digestValue({ ...rest, gates: gates.map(({ line: _line, ...gate }) => gate) });
}

/** JSON with sorted keys and without spaces. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** JSON for people and for `git diff`: two spaces, a final line break. */
export function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
