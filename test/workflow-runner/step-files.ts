import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAssignments, readEnvironment, readPaths } from './file-commands.ts';
import type { Leg, StepState } from './leg.ts';
import type { StepLog } from './run-log.ts';

/** Beyond it GitHub drops a step's summary and shows an error. */
const SUMMARY_LIMIT = 1024 * 1024;

const NAMES = ['ENV', 'OUTPUT', 'PATH', 'STATE', 'STEP_SUMMARY'] as const;

/** The files by which a step answers the runner; new ones for each process. */
export class StepFiles {
  readonly #paths = new Map<string, string>();

  static async make(folder: string): Promise<StepFiles> {
    const files = new StepFiles();
    for (const name of NAMES) {
      const path = join(folder, `${name.toLowerCase()}_${randomUUID()}`);
      await writeFile(path, '');
      files.#paths.set(name, path);
    }
    return files;
  }

  get variables(): Record<string, string> {
    return Object.fromEntries([...this.#paths].map(([name, path]) => [`GITHUB_${name}`, path]));
  }

  /** Takes over what the process wrote. Throws an Error when a file is not in its form. */
  async absorb(leg: Leg, log: StepLog, step: StepState, state: Record<string, string>) {
    const read = (name: (typeof NAMES)[number]) => readFile(this.#paths.get(name) ?? '', 'utf8');
    Object.assign(leg.environment, readEnvironment(await read('ENV')));
    Object.assign(step.outputs, readAssignments(await read('OUTPUT')));
    Object.assign(state, readAssignments(await read('STATE')));
    leg.paths = [...readPaths(await read('PATH')), ...leg.paths];
    const summary = await read('STEP_SUMMARY');
    if (Buffer.byteLength(summary) > SUMMARY_LIMIT) {
      log.annotate(
        'error',
        `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k`,
      );
    } else {
      log.summarize(summary);
    }
  }
}
