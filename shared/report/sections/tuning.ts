import type { ParameterValue } from '../../config/index.ts';
import { dataTable, known, PAGE_LIMITS, restNote, type Section, value } from '../components.ts';
import { html } from '../html.ts';
import { countOf, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';

/** The trials of a tuning, the best first; only where the record says that the model came from them. */
export function tuningSection({ tuning, record }: ReportInput): Section | null {
  const used = record.training?.tuning;
  if (tuning === undefined || used === undefined || used.best !== tuning.best) return null;
  const { trials, best } = tuning;
  const fields = Object.keys(used.parameters) as (keyof (typeof trials)[number]['parameters'])[];
  return {
    id: 'tuning',
    title: 'Tuning',
    body: [
      html`<p>Trial ${String(best)} of ${countOf(trials.length, 'trial')} has the lowest validation loss; the model was trained by its parameters.</p>`,
      dataTable({
        caption: 'Trials, the best first',
        captionHidden: true,
        columns: [
          { title: 'Trial' },
          { title: 'Validation loss', kind: 'number' },
          { title: 'Epochs', kind: 'number' },
          ...fields.map((field) => ({ title: field.replace(/^training\./, '') })),
        ],
        rows: trials
          .slice(0, PAGE_LIMITS.trials)
          .map((trial) => [
            trial.trial === best ? `${trial.trial} (best)` : String(trial.trial),
            trial.status === 'trained' ? known(trial.validationLoss, formatQuantity) : 'diverged',
            trial.status === 'trained' ? String(trial.epochs) : '–',
            ...fields.map((field) => value(formatParameter(trial.parameters?.[field]))),
          ]),
      }),
      restNote(trials.length, PAGE_LIMITS.trials, 'trial'),
    ],
  };
}

function formatParameter(parameter: ParameterValue | undefined): string {
  return Array.isArray(parameter) ? `[${parameter.join(', ')}]` : String(parameter ?? '');
}
