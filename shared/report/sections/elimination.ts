import type { EliminationReport, TrainingReport } from '../../model/index.ts';
import { isKnown } from '../charts/index.ts';
import { dataTable, known, PAGE_LIMITS, restNote, valueList } from '../components.ts';
import { explainElimination } from '../elimination.ts';
import { type Html, html } from '../html.ts';
import { formatCount, formatQuantity } from '../numbers.ts';

const MOST_NAMES = 20;

/** Models with fewer and fewer features: part of the section on training. */
export function eliminationPart({ elimination }: TrainingReport): Html | null {
  if (!isReport(elimination)) return null;
  const { steps, ranking, best, suggested, failure } = elimination;
  // The fewest features tell most.
  const shown = steps.slice(-PAGE_LIMITS.features);
  const enough = isKnown(suggested)
    ? ranking.slice(0, suggested).map((entry) => String(entry?.feature))
    : [];
  return html`<h3>Elimination of features</h3>
<p>${explainElimination(elimination)}${typeof failure === 'string' ? ` It ended before the fewest features: ${failure}.` : ''}</p>
${enough.length === 0 ? '' : html`<p class="note">Enough, to one standard error of the lowest loss: ${valueList(enough, MOST_NAMES)}</p>`}
${dataTable({
  caption: 'Elimination of features',
  captionHidden: true,
  columns: [
    { title: 'Features', kind: 'number' },
    { title: 'Loss', kind: 'number' },
    { title: 'Standard error', kind: 'number' },
    { title: '' },
    { title: 'Then left out' },
  ],
  rows: shown.map(({ features, loss, error, removed }) => [
    known(features, formatCount),
    known(loss, (value) => formatQuantity(value, 3)),
    known(error, (value) => formatQuantity(value, 2)),
    [features === best ? 'lowest' : '', features === suggested ? 'enough' : '']
      .filter((word) => word !== '')
      .join(', '),
    Array.isArray(removed) && removed.length > 0 ? valueList(removed.map(String), MOST_NAMES) : '–',
  ]),
})}
${restNote(steps.length, PAGE_LIMITS.features, 'model')}`;
}

/** The file may hold anything; what is no such part is left out. */
function isReport(report: EliminationReport | undefined): report is EliminationReport {
  return (
    Array.isArray(report?.steps) &&
    report.steps.length > 0 &&
    report.steps.every((step) => typeof step === 'object' && step !== null) &&
    Array.isArray(report.ranking) &&
    typeof report.repeats === 'number'
  );
}
