import { ACTIONS } from '../actions/index.ts';
import {
  commandLineInputs,
  type ExitCode,
  executeAction,
  workflowInputs,
} from '../shared/action/index.ts';
import type { ActionName } from '../shared/config/index.ts';
import { isUserError } from '../shared/errors/index.ts';
import { actionsPorts, terminalPorts } from '../shared/platform/index.ts';
import { cancelOnSignal, endWhenCancelled } from './cancel-on-signal.ts';
import { ignoreClosedOutput } from './closed-output.ts';
import { formatResult } from './result-line.ts';
import { withSmallHeap } from './small-heap.ts';

/** One action as a step of a workflow, or from a terminal when there is no runner. Sets the exit code. */
export async function runStep(name: ActionName): Promise<void> {
  ignoreClosedOutput(process.stdout);
  process.exitCode =
    process.env.GITHUB_ACTIONS === 'true'
      ? await runInWorkflow(name)
      : await runInTerminal(name, process.argv.slice(2));
}

async function runInWorkflow(name: ActionName): Promise<ExitCode> {
  const inputs = workflowInputs(process.env);
  const cancellation = cancelOnSignal();
  const ports = await actionsPorts({
    environment: process.env,
    token: inputs.read('token'),
    cancellation,
  });
  const { exitCode, result, milliseconds } = await withSmallHeap(name, () =>
    executeAction(ACTIONS[name], inputs, ports, cancellation),
  );
  endWhenCancelled(exitCode);
  if (result !== undefined) ports.log.info(formatResult(name, result, milliseconds));
  return exitCode;
}

/** Columns before each line that the log prints. */
const INDENT = 2;

/** In characters; a pipe or a file has room enough for a table. */
function widthOf(output: NodeJS.WriteStream): number {
  return output.isTTY ? output.columns : 120;
}

/** `words`: what follows the action's name on the command line. */
export async function runInTerminal(name: ActionName, words: readonly string[]): Promise<ExitCode> {
  const verbose = words.includes('--verbose');
  const brief = words.includes('--brief');
  const cancellation = cancelOnSignal();
  const ports = terminalPorts({
    root: process.cwd(),
    output: process.stdout,
    environment: process.env,
    verbose,
    cancellation,
  });
  try {
    const inputs = commandLineInputs(
      words.filter((word) => word !== '--verbose' && word !== '--brief'),
    );
    const { exitCode, result, milliseconds } = await withSmallHeap(name, () =>
      executeAction(ACTIONS[name], inputs, ports, cancellation),
    );
    endWhenCancelled(exitCode);
    if (result === undefined) return exitCode;
    const details = brief ? '' : (result.terminal?.(widthOf(process.stdout) - INDENT) ?? '');
    if (details !== '')
      ports.log.info(`\n${details}\nreport  ${result.outputDirectory}/report.html\n`);
    ports.log.info(formatResult(name, result, milliseconds));
    return exitCode;
  } catch (error) {
    if (!isUserError(error)) throw error;
    ports.log.warning(error.message);
    return 2;
  }
}
