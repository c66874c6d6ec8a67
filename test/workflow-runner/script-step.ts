import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { evaluateText, type Scope } from './expressions.ts';
import type { Leg, StepState } from './leg.ts';
import type { StepLog } from './run-log.ts';
import { StepFiles } from './step-files.ts';
import type { StepDefinition } from './workflow-file.ts';

/** How GitHub calls the shells; without a `shell` a fault inside a pipe goes unseen. */
const SHELLS: Readonly<Record<string, string>> = {
  '': 'bash -e {0}',
  bash: 'bash --noprofile --norc -eo pipefail {0}',
  sh: 'sh -e {0}',
  python: 'python3 {0}',
};

/** Runs the script of a `run` step to its end and gives its exit code. */
export async function runScript(
  leg: Leg,
  definition: StepDefinition,
  scope: Scope,
  environment: Readonly<Record<string, string>>,
  step: StepState,
  log: StepLog,
  stop: AbortSignal,
): Promise<number> {
  const defaults = leg.defaults.map((item) => item?.run).filter((item) => item !== undefined);
  const shell = definition.shell ?? defaults.find((item) => item.shell)?.shell ?? '';
  const template = SHELLS[shell] ?? shell;
  if (!template.includes('{0}')) throw new Error(`the shell "${shell}" is not known here`);
  const folder =
    definition['working-directory'] ??
    defaults.find((item) => item['working-directory'])?.['working-directory'];
  const cwd = resolve(leg.workspace, evaluateText(folder, scope));
  if (!existsSync(cwd)) throw new Error(`No such file or directory: the working directory ${cwd}`);

  const script = join(leg.temp, `${randomUUID()}.sh`);
  await writeFile(script, `${evaluateText(definition.run, scope)}\n`);
  const [command = '', ...words] = template
    .split(' ')
    .map((word) => word.replaceAll('{0}', script));
  const files = await StepFiles.make(leg.temp);
  try {
    return await leg.processes.run({
      command,
      words,
      cwd,
      environment: { ...leg.processEnvironment(environment), ...files.variables },
      onLine: (line) => log.take(line),
      stop,
      grace: leg.grace,
    });
  } finally {
    await rm(script, { force: true });
    await files.absorb(leg, log, step, {});
  }
}
