import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { PlatformOptions } from '../workflow-runner/index.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Where a field of `mlops.yml` stands, e.g. `['deployment', 'targets']`. */
type FieldPath = readonly (string | number)[];

export interface ProjectOptions {
  /** Folder in `examples/`; the penguins when left out. */
  readonly example?: string;
  /** Names of files in `workflows-examples/`. */
  readonly workflows: readonly string[];
  /** Fields of `mlops.yml` that its owner has set for these workflows. */
  readonly fields?: readonly (readonly [FieldPath, unknown])[];
  readonly files?: NonNullable<PlatformOptions['files']>;
}

/** A repository of a user: an example, its configuration as the workflows ask for it, and these workflows, copied. */
export async function project({
  example = 'penguins',
  workflows,
  fields = [],
  files = {},
}: ProjectOptions): Promise<PlatformOptions> {
  const folder = join(ROOT, 'examples', example);
  const configuration = parseDocument(await readFile(join(folder, 'mlops.yml'), 'utf8'));
  for (const [path, value] of fields) configuration.setIn(path, configuration.createNode(value));
  return {
    example: folder,
    workflows: workflows.map((name) => join(ROOT, 'workflows-examples', name)),
    files: { 'mlops.yml': configuration.toString(), ...files },
  };
}

/** A gate that a model like the one before passes, and one that is clearly worse does not. */
export const NO_WORSE_THAN_BEFORE = {
  metric: 'accuracy',
  against: 'baseline',
  'may-drop': 0.02,
} as const;
