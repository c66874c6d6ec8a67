import { collectOnce, type Reading } from '../../shared/data/examine-data.ts';
import { examineData, parseSchema } from '../../shared/data/index.ts';
import { NotForKernel } from '../../shared/data/kernel-scan.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import { encodeState } from '../../shared/scan/index.ts';
import { dataConfiguration } from '../data/data-support.ts';

const SCHEMA = parseSchema(
  JSON.stringify({
    type: 'object',
    properties: {
      a: { enum: ['x', 'é', 'true'] },
      b: { type: 'number', minimum: -1 },
      y: { type: 'integer' },
    },
    required: ['b'],
    'x-columns': { a: { unique: true } },
  }),
  'schema.json',
);

/** Throws where the kernel collects other things of a file than reading by rows does. */
export async function compareReadings(name: string, content: Uint8Array): Promise<void> {
  const data = dataConfiguration({ path: [name] });
  const collect = async (reading: Reading) => {
    const { files } = memoryPorts({ [name]: content });
    const { scanned, evidence } = await collectOnce(files, data, SCHEMA, {}, reading);
    const { state, findings, missingLabels } = evidence;
    const found = [encodeState(state), findings.toJson(), missingLabels.toJson(), scanned];
    return scanned.columns.includes('y') ? JSON.stringify(found) : '';
  };
  try {
    const byKernel = await collect({ threads: 1 });
    const byRows = await collect('rows');
    if (byKernel !== byRows) throw new Error(`the kernel: ${byKernel}; by rows: ${byRows}`);
  } catch (error) {
    if (!isUserError(error) && !(error instanceof NotForKernel)) throw error;
  }
}

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

export function requireFinite(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`${value} can't be written as JSON`);
  }
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(requireFinite);
}
