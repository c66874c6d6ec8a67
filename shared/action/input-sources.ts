import { type Problem, UserError } from '../errors/index.ts';
import type { InputSource } from './inputs.ts';

/** Inputs of a workflow step: `INPUT_<NAME>`, spaces as underscores, hyphens kept. */
export function workflowInputs(
  environment: Readonly<Record<string, string | undefined>>,
): InputSource {
  return {
    read: (name) => {
      const text = environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
      return text === '' ? undefined : text;
    },
    describe: (name) => `input "${name}"`,
  };
}

/**
 * Inputs of a command line: `--name value`, `--name=value`, or `--name` alone for a switch that is on.
 * Throws a `UserError` for what is no flag and for a flag given twice.
 */
export function commandLineInputs(words: readonly string[]): InputSource {
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const problems: Problem[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    const match = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(word);
    const name = match?.[1];
    if (name === undefined) {
      problems.push({ what: `"${word}" is no input`, remedy: 'write inputs as --name value' });
      continue;
    }
    if (values.has(name) || switches.has(name)) {
      problems.push({ what: `--${name} is given twice`, remedy: 'keep one of them' });
    }
    const next = words[index + 1];
    if (match?.[2] !== undefined) values.set(name, match[2]);
    else if (next === undefined || next.startsWith('--')) switches.add(name);
    else {
      values.set(name, next);
      index++;
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return {
    read: (name) => {
      const text = values.get(name)?.trim();
      return text === '' ? undefined : text;
    },
    switches,
    given: [...values.keys(), ...switches],
    describe: (name) => `--${name}`,
  };
}
