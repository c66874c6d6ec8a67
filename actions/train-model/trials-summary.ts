import type { ParameterValue } from '../../shared/config/index.ts';
import {
  code,
  countOf,
  formatCount,
  formatQuantity,
  joinBlocks,
  type Markdown,
  markdownTable,
  md,
} from '../../shared/report/index.ts';
import {
  bestTrial,
  isDiverged,
  rankTrials,
  type TrialResult,
  type TrialsFile,
  type TuningReport,
} from '../../shared/tuning/index.ts';

/** The rest is in tuning.json; the last of a hundred trials helps nobody. */
const MOST_ROWS = 50;

const METHODS = {
  random: 'random search',
  sobol: 'Sobol sequence',
  'successive-halving': 'successive halving',
} as const;

/** `trials 2/4: 3 of 8, best trial 6 with validation loss 0.083, 1 diverged`. */
export function renderPartHeadline({ part, of, trials, results }: TrialsFile): string {
  const best = bestTrial(results);
  const diverged = results.filter(isDiverged).length;
  return [
    `trials ${part}/${of}: ${results.length} of ${trials}`,
    ...(best === null
      ? []
      : [
          `best trial ${best.trial} with validation loss ${formatQuantity(best.validationLoss, 3)}`,
        ]),
    ...(diverged === 0 ? [] : [`${diverged} diverged`]),
  ].join(', ');
}

export function renderPartSummary(model: string, file: TrialsFile): string {
  const { part, of, trials, results } = file;
  return joinBlocks([
    md`## ${model}: trials ${part}/${of}`,
    md`${countOf(results.length, 'trial')} of ${formatCount(trials)}; the step with ${code(`best-trial: ${of}`)} compares all of them.`,
    renderTrials(rankTrials(results)),
  ]).source;
}

/** The trials of a tuning, the best first. */
export function renderTuning({ best, method, seed, trials }: TuningReport): Markdown {
  const diverged = trials.filter(isDiverged).length;
  const lost = diverged === 0 ? md`` : md`, ${formatCount(diverged)} diverged`;
  return joinBlocks([
    md`### Trials`,
    md`Trial ${best} of ${formatCount(trials.length)} has the lowest validation loss and was trained again (${METHODS[method]}, seed ${seed}${lost}). The validation loss of the best of many trials flatters it; the evaluation split, which took no part, says how good the model is.`,
    renderTrials(trials),
  ]);
}

function renderTrials(trials: readonly TrialResult[]): Markdown | null {
  const [first] = trials;
  if (first === undefined) return null;
  const fields = Object.keys(first.parameters) as (keyof typeof first.parameters)[];
  const rest = trials.length - MOST_ROWS;
  return joinBlocks([
    markdownTable(
      [
        { title: md`rank`, align: 'right' },
        { title: md`trial`, align: 'right' },
        { title: md`validation loss`, align: 'right' },
        { title: md`epochs`, align: 'right' },
        ...fields.map((field) => ({ title: code(field.replace(/^training\./, '')) })),
      ],
      trials
        .slice(0, MOST_ROWS)
        .map((result, index) => [
          md`${index + 1}`,
          md`${result.trial}`,
          ...(result.status === 'diverged'
            ? [md`diverged`, md`–`]
            : [
                md`${formatQuantity(result.validationLoss)}`,
                md`${result.epochs}${result.stopped === true ? ' (stopped)' : ''}`,
              ]),
          ...fields.map((field) => md`${formatParameter(result.parameters[field])}`),
        ]),
    ),
    rest > 0 ? md`… and ${formatCount(rest)} more.` : null,
  ]);
}

/** As it is written in mlops.yml: `0.0123`, `relu`, `[32, 16]`. */
function formatParameter(value: ParameterValue | undefined): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return String(value ?? '');
}
