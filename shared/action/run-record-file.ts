import { isUserError } from '../errors/index.ts';
import { parseRunRecord, type RunRecord } from '../lineage/index.ts';
import type { FilesPort, LogPort } from '../platform/index.ts';

const EMPTY: RunRecord = { version: 1, model: '', actions: {} };

/**
 * The run record that earlier actions left. One that can't be read is begun anew with a warning: it is our own file,
 * and the gates that rely on it refuse what it does not say.
 */
export async function readRunRecord(
  files: FilesPort,
  path: string,
  log: LogPort,
): Promise<RunRecord> {
  if (!(await files.exists(path))) return EMPTY;
  try {
    return parseRunRecord(await files.readText(path), path);
  } catch (error) {
    if (!isUserError(error)) throw error;
  }
  log.warning(`${path} is not a run record of this version: a new one is begun`);
  return EMPTY;
}
