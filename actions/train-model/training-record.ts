import type { ActionResult } from '../../shared/action/index.ts';
import type { RunRecord, TrainingEntry } from '../../shared/lineage/index.ts';
import type { FilesPort, FileToWrite } from '../../shared/platform/index.ts';

/** Folder of the model in the output directory. */
export const MODEL_FOLDER = 'model';

/** What was found out about another model, and where it went, says nothing about this one. */
export function extendRecord(model: string, training: TrainingEntry): ActionResult['record'] {
  return (previous: RunRecord): RunRecord => {
    if (previous.training?.modelDigest === training.modelDigest) {
      return { ...previous, model, training };
    }
    const {
      evaluation: _evaluation,
      exports: _exports,
      deployments: _deployments,
      ...kept
    } = previous;
    return { ...kept, model, training };
  };
}

/** Files of an earlier model that this one does not have: a folder with both would be neither. */
export async function findObsoleteFiles(
  outputDirectory: string,
  written: readonly FileToWrite[],
  files: FilesPort,
): Promise<string[]> {
  const kept = new Set(written.map(({ path }) => path));
  const found = await files.walk(`${outputDirectory}/${MODEL_FOLDER}`);
  return found
    .map((path) => path.slice(outputDirectory.length + 1))
    .filter((path) => !kept.has(path));
}
