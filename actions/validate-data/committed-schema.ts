import { type ParsedSchema, readSchema } from '../../shared/data/index.ts';
import { type DigestedFile, digestContent } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';

export interface CommittedSchema {
  readonly text: string;
  readonly parsed: ParsedSchema;
  readonly digest: DigestedFile;
}

/** Null while there is none. */
export async function readCommittedSchema(
  ports: Ports,
  path: string,
): Promise<CommittedSchema | null> {
  if (!(await ports.files.exists(path))) return null;
  const { text, ...parsed } = await readSchema(ports.files, path);
  return { text, parsed, digest: digestContent(path, text) };
}
