import type { CommandArchitecture } from '../../shared/config/index.ts';
import { UserError } from '../../shared/errors/index.ts';
import type { CommandEnd, Ports } from '../../shared/platform/index.ts';

/** A log of more helps nobody, and GitHub cuts it off. */
const MOST_LOGGED = 4_000_000;
/** Lines of a failed command in its message. */
const LAST_LINES = 10;
const LONGEST_LAST_LINE = 500;

/**
 * Runs the command and shows what it prints. Throws a `UserError` when it does not end well, and the reason of a
 * cancellation once the command has ended.
 */
export async function runTrainer(
  { run, timeoutMinutes }: CommandArchitecture,
  directory: string,
  environment: Readonly<Record<string, string>>,
  {
    cancellation,
    commands,
    files,
    log,
  }: Pick<Ports, 'cancellation' | 'commands' | 'files' | 'log'>,
): Promise<void> {
  log.info(`Runs the command: ${run}`);
  const output = new TrainerLog((text) => log.info(text));
  const end = await commands.run({
    command: run,
    directory: files.absolute(directory === '' ? '.' : directory),
    environment,
    timeoutSeconds: timeoutMinutes * 60,
    onLine: (line) => output.add(line),
    signal: cancellation.signal,
  });
  const fault = describeFault(end, timeoutMinutes);
  if (fault === null) return;
  const lines = output.last.length === 0 ? '' : `. It said last:\n${output.last.join('\n')}`;
  throw new UserError({ what: `${fault.what}${lines}`, remedy: fault.remedy });
}

class TrainerLog {
  readonly last: string[] = [];
  readonly #print: (text: string) => void;
  #logged = 0;

  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  add(line: string): void {
    if (line.trim() !== '') {
      this.last.push(line.slice(0, LONGEST_LAST_LINE));
      if (this.last.length > LAST_LINES) this.last.shift();
    }
    if (this.#logged > MOST_LOGGED) return;
    this.#logged += line.length + 1;
    this.#print(this.#logged > MOST_LOGGED ? '… The rest of its output is not shown' : line);
  }
}

function describeFault(
  end: CommandEnd,
  timeoutMinutes: number,
): { readonly what: string; readonly remedy: string } | null {
  switch (end.kind) {
    case 'exited':
      if (end.code === 0) return null;
      if (end.code === 127) {
        return {
          what: 'The shell does not know the command (exit code 127)',
          remedy:
            'Install it in an earlier step (actions/setup-python, for example), and check training.architecture.run; it runs in the folder of mlops.yml',
        };
      }
      return {
        what: `The command failed with exit code ${end.code}`,
        remedy: 'The log above has all of its output',
      };
    case 'killed':
      return {
        what: `The command was ended by ${end.signal}`,
        remedy:
          end.signal === 'SIGKILL'
            ? 'The machine may have had too little memory for it'
            : 'The log above has all of its output',
      };
    case 'timeout':
      return {
        what: `The command was stopped after ${timeoutMinutes} minutes`,
        remedy: 'Let it do less, or raise training.architecture.timeout-minutes',
      };
    case 'not-started':
      return {
        what: `The command could not be started (${end.reason})`,
        remedy: 'A shell (bash or sh) must be on the PATH',
      };
  }
}
