import { examineData } from '../../shared/data/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { dataConfiguration } from '../data/data-support.ts';

/** Reads a file as validate-data does, with the label `y`; only mistakes of the user's may be thrown. */
export async function examineText(name: string, content: Uint8Array): Promise<void> {
  const { files } = memoryPorts({ [name]: content });
  try {
    const { statistics, anomalies, proposedSchema } = await examineData(
      files,
      dataConfiguration({ path: [name] }),
      null,
    );
    // What is written must be JSON that loses nothing: no NaN, no infinity.
    for (const report of [statistics, anomalies, proposedSchema]) requireFinite(report);
  } catch (error) {
    if (!isUserError(error)) throw error;
  }
}

function requireFinite(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`${value} can't be written as JSON`);
  }
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(requireFinite);
}
