import { expect } from '@jest/globals';
import type { EvaluateGateInputs } from '../../../actions/evaluate-gate/inputs.ts';
import { action } from '../../../actions/evaluate-gate/main.ts';
import { UserError } from '../../../shared/errors/index.ts';
import type { EvaluationReport } from '../../../shared/evaluation/index.ts';
import { type MemoryPorts, memoryPorts } from '../../../shared/platform/index.ts';
import type { Files } from './trained-model.ts';

const { run } = action;

export const INPUTS: EvaluateGateInputs = {
  configuration: { file: 'mlops.yml', given: true, overrides: [] },
  comment: true,
};
export const GATES = `evaluation:
  slices: [[region]]
  gates:
    - { metric: accuracy, at-least: 0.6 }
    - { metric: accuracy, slice: { region: '*' }, at-least: 0.5 }
`;
export const PULL_REQUEST = { run: { pullRequest: 5 }, withGitHub: true } as const;

/** `undefined` takes a file away. */
export type Changes = Record<string, string | Uint8Array | undefined>;

export function change(base: Files, changes: Changes): Files {
  const files = Object.entries({ ...base, ...changes });
  return Object.fromEntries(
    files.flatMap(([path, content]) => (content === undefined ? [] : [[path, content]])),
  );
}

export function decode(content: string | Uint8Array | undefined): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The model of `files`, in a folder. */
export function modelAt(folder: string, files: Files): Files {
  return Object.fromEntries(
    ['model.json', 'weights.bin', 'transform.json'].map((name) => [
      `${folder}/${name}`,
      files[`.mlops/model/${name}`] ?? '',
    ]),
  );
}

export async function refuse(files: Files, inputs: EvaluateGateInputs = INPUTS): Promise<string> {
  const ports = memoryPorts(files, PULL_REQUEST);
  const before = new Map(ports.files.content);
  let thrown: unknown;
  try {
    await run(inputs, ports);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UserError);
  expect(ports.files.content).toEqual(before);
  expect(ports.journal.published).toEqual([]);
  return (thrown as UserError).message;
}

export async function evaluateFiles(
  files: Files,
  options: Parameters<typeof memoryPorts>[1] = {},
  inputs = INPUTS,
) {
  const ports = memoryPorts(files, options);
  const result = await run(inputs, ports);
  // Nothing is told to the outside before the files are written.
  expect(ports.journal.published).toEqual([]);
  expect(result.outputs.comment).toBe('');
  const outputs = { ...result.outputs, ...(await result.publish?.()) };
  const content = (path: string) => result.files.find((file) => file.path === path)?.content;
  const report = JSON.parse(String(content('evaluation.json'))) as EvaluationReport;
  return { ports, result, outputs, content, report };
}

export function annotationsOf(ports: MemoryPorts): string[] {
  return ports.journal.annotations.map(({ level, title }) => `${level}: ${title}`);
}
