import type { ExportVariant } from '../../config/index.ts';
import { UserError } from '../../errors/index.ts';
import { executeFile, RUNTIME } from './execute-file.ts';
import type { ExecutionRequest, ExecutionResult } from './session.ts';

/**
 * Executes an exported file. Throws a `UserError` with the runtime's words where it does not load or run: a file that
 * can't be executed can't be proved equal to the model, and is not written.
 */
export async function executeVariant(
  variant: ExportVariant,
  request: Omit<ExecutionRequest, 'wasmDirectory'>,
): Promise<ExecutionResult> {
  try {
    return await executeFile(request);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      {
        what: `${RUNTIME.name} ${RUNTIME.version} can't execute the ${variant} file of this model, so that nothing proves that it answers like the model: ${reason}`,
        remedy: `Leave ${variant} out of export.variants`,
      },
      { cause: error },
    );
  }
}
