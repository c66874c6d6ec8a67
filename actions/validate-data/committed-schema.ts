import { type ParsedSchema, readSchema } from '../../shared/data/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import { type DigestedFile, digestContent } from '../../shared/lineage/index.ts';
import type { Ports } from '../../shared/platform/index.ts';

export interface CommittedSchema {
  readonly text: string;
  readonly parsed: ParsedSchema;
  readonly digest: DigestedFile;
}

/** Null while there is none. Throws a `UserError` when an environment is chosen and nothing declares it. */
export async function readCommittedSchema(
  ports: Ports,
  path: string,
  environment: string | null,
): Promise<CommittedSchema | null> {
  if (await ports.files.exists(path)) {
    const { text, ...parsed } = await readSchema(ports.files, path, environment);
    return { text, parsed, digest: digestContent(path, text) };
  }
  if (environment === null) return null;
  throw new UserError({
    what: `validation.environment is "${environment}", and there is no schema ${path} that declares it`,
    remedy: 'Commit a schema with "x-environments" first, or leave the environment out',
  });
}
