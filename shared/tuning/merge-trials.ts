import type { TuningConfiguration } from '../config/index.ts';
import { type Problem, UserError } from '../errors/index.ts';
import { digestValue } from '../lineage/index.ts';
import { drawParameters } from './draw-parameters.ts';
import { shareOfTrials, type TrialResult, type TrialsFile, type TrialsOrigin } from './trials.ts';

export interface PartFile {
  /** Its path, for messages. */
  readonly file: string;
  readonly content: TrialsFile;
}

/** What a part must agree in, in words. */
const ORIGINS: readonly [keyof TrialsOrigin, string][] = [
  ['tuning', 'another search space (section tuning)'],
  ['training', 'another training section or task'],
  ['data', 'other data'],
  ['code', 'another version of the action'],
  ['engine', 'another engine'],
];

/**
 * The results of all trials, ascending by number. `parts` are in order: part k of n stands at k − 1. Throws one
 * `UserError` with everything that is wrong: a part that is another's, that comes from another origin, that lacks a trial
 * of its share, holds one twice or one that is not its own, or whose parameters are not those that the trial has.
 */
export function mergeTrials(
  parts: readonly PartFile[],
  tuning: TuningConfiguration,
  origin: TrialsOrigin,
): TrialResult[] {
  const problems = parts.flatMap(({ file, content }, index) => {
    const what = findFault(content, { part: index + 1, of: parts.length }, tuning, origin);
    return what === null ? [] : [refusal(file, what)];
  });
  if (problems.length > 0) throw new UserError(problems);
  return parts
    .flatMap(({ content }) => content.results)
    .sort((one, other) => one.trial - other.trial);
}

function findFault(
  content: TrialsFile,
  { part, of }: { readonly part: number; readonly of: number },
  tuning: TuningConfiguration,
  origin: TrialsOrigin,
): string | null {
  if (content.part !== part || content.of !== of) {
    return `says that it is part ${content.part} of ${content.of}, not ${part} of ${of}`;
  }
  const other = ORIGINS.find(
    ([key]) => digestValue(content.origin[key]) !== digestValue(origin[key]),
  );
  if (other !== undefined) return `comes from ${other[1]}`;
  const share = shareOfTrials(tuning.trials, part, of, tuning.halving?.bracket);
  const found = content.results.map(({ trial }) => trial);
  const doubled = found.find((trial, index) => found.indexOf(trial) !== index);
  if (doubled !== undefined) return `holds trial ${doubled} twice`;
  const missing = share.find((trial) => !found.includes(trial));
  if (missing !== undefined) return `lacks trial ${missing}`;
  const foreign = found.find((trial) => !share.includes(trial));
  if (foreign !== undefined) return `holds trial ${foreign}, which is not its own`;
  const changed = content.results.find(
    ({ trial, parameters }) =>
      digestValue(parameters) !== digestValue(drawParameters(tuning, trial)),
  );
  return changed === undefined ? null : `has other parameters for trial ${changed.trial}`;
}

function refusal(file: string, what: string): Problem {
  return {
    what: `${file} ${what}`,
    where: { file },
    remedy: 'Run all parts of the trials in one workflow run, with one commit and one mlops.yml',
  };
}
