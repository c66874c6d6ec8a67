import { ACTIONS } from '../actions/index.ts';
import { InputReader, VERSION } from '../shared/action/index.ts';
import { ACTION_NAMES, type ActionName } from '../shared/config/index.ts';
import { isUserError, nearestName } from '../shared/errors/index.ts';
import { ignoreClosedOutput } from './closed-output.ts';
import { initialize } from './init.ts';
import { inspect } from './inspect.ts';
import { runPipeline } from './pipeline.ts';
import { runInTerminal } from './step.ts';

const HELP = `mlops ${VERSION} — the six mlops-actions from a terminal

  mlops init <data file>            write a commented mlops.yml and a workflow for your data
  mlops pipeline [--config <file>]  run all six actions in order
  mlops <action> [--input value …]  run one action with the inputs that it has in a workflow
  mlops inspect <file.tflite>       list the tensors and operators of an exported file

Actions   ${ACTION_NAMES.join(', ')}
Inputs    mlops <action> --help; --config <file> and --output-directory <folder> everywhere
          --brief: the result alone; --verbose: outputs, too
Exit code 0 pass · 1 the verdict is fail · 2 a mistake in the input · 70 a fault of ours · 130 cancelled
`;

/** The program `mlops`. Sets the exit code. */
export async function main(words: readonly string[]): Promise<void> {
  ignoreClosedOutput(process.stdout);
  try {
    process.exitCode = await run(words);
  } catch (error) {
    process.stderr.write(
      `A fault in mlops-actions, not your mistake:\n${(error as Error).stack}\n`,
    );
    process.exitCode = 70;
  }
}

async function run([command, ...rest]: readonly string[]): Promise<number> {
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
    process.stdout.write(HELP);
    return command === undefined ? 2 : 0;
  }
  if (command === '--version' || command === '-v') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(isActionName(command) ? describeAction(command) : HELP);
    return 0;
  }
  try {
    if (command === 'init') return await initialize(rest, process.cwd(), process.stdout);
    if (command === 'inspect') return await inspect(rest, process.cwd(), process.stdout);
    if (command === 'pipeline') return await runPipeline(rest, process.cwd(), process.stdout);
    if (isActionName(command)) return await runInTerminal(command, rest);
  } catch (error) {
    if (!isUserError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  const near = nearestName(command, [...ACTION_NAMES, 'init', 'inspect', 'pipeline']);
  const hint = near === undefined ? 'Run "mlops help".' : `Did you mean "${near}"?`;
  process.stderr.write(`There is no command "${command}". ${hint}\n`);
  return 2;
}

/** The inputs that the code reads, which a test holds to action.yml. */
function describeAction(name: ActionName): string {
  const names: string[] = [];
  ACTIONS[name].parseInputs(
    new InputReader({
      read: (input) => {
        names.push(input);
        return undefined;
      },
      describe: (input) => `--${input}`,
    }),
  );
  const inputs = [...new Set(names)].map((input) => `  --${input}`).join('\n');
  return `mlops ${name} [--input value …]\n\n${inputs}\n\nWhat they mean: actions/${name}/README.md, docs/configuration.md\n`;
}

function isActionName(name: string): name is ActionName {
  return (ACTION_NAMES as readonly string[]).includes(name);
}
