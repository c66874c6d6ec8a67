import type { EliminationReport, TrainingReport } from '../model/index.ts';
import { code, joinBlocks, type Markdown, markdownTable, md, shorten } from './markdown.ts';
import { countOf, formatCount, formatQuantity } from './numbers.ts';
import { shareBar } from './text-bars.ts';

/** A summary holds 1 MiB, and nobody reads more. */
const MOST_STEPS = 50;
const MOST_NAMES = 8;
const LONGEST_NAME = 60;

/** Steps of a recursive elimination, and the features that are enough; null where it was not asked for. */
export function renderElimination({
  elimination,
}: Pick<TrainingReport, 'elimination'>): Markdown | null {
  if (elimination === undefined) return null;
  const { steps, best, suggested, failure } = elimination;
  const shown = steps.slice(-MOST_STEPS);
  const most = Math.max(0, ...shown.map(({ loss }) => loss));
  const rest = steps.length - shown.length;
  return joinBlocks([
    suggested === undefined ? null : suggestion(elimination, suggested),
    failure === undefined ? null : md`It ended before the fewest features: ${failure}.`,
    md`${explainElimination(elimination)}`,
    rest === 0 ? null : md`${formatCount(rest)} models with more features are in training.json.`,
    markdownTable(
      [
        { title: md`features`, align: 'right' },
        { title: md`` },
        { title: md`loss ± standard error`, align: 'right' },
        { title: md`then left out` },
      ],
      shown.map(({ features, loss, error, removed }) => [
        md`${formatCount(features)}${features === best ? ' (lowest)' : ''}${features === suggested ? ' (enough)' : ''}`,
        code(shareBar(most === 0 ? 0 : Math.max(0, loss) / most)),
        md`${formatQuantity(loss, 3)} ± ${formatQuantity(error, 2)}`,
        removed.length === 0 ? md`–` : names(removed),
      ]),
    ),
  ]);
}

/** How it was made, without markup. */
export function explainElimination({
  judgedBy,
  folds,
  steps,
  repeats,
}: Pick<EliminationReport, 'judgedBy' | 'folds' | 'steps' | 'repeats'>): string {
  const judged =
    judgedBy === 'cross-validation'
      ? `Losses are means over ${countOf(folds ?? 0, 'fold')}, each with an elimination of its own, on rows that took no part in it.`
      : 'Losses are those of the validation split, which also decided what was left out.';
  return `Each of ${countOf(steps.length, 'model')} learned without the features that the one before needed least (${countOf(repeats, 'permutation')} of each). ${judged}`;
}

function suggestion({ steps, ranking }: EliminationReport, suggested: number): Markdown {
  const enough = ranking.slice(0, suggested).map(({ feature }) => feature);
  const all = steps[0]?.features ?? 0;
  return suggested === all
    ? md`No feature can be left out: with fewer, the loss is more than a standard error above the lowest.`
    : md`**${formatCount(suggested)} of ${countOf(all, 'feature')} ${suggested === 1 ? 'is' : 'are'} enough**, to one standard error of the lowest loss: ${names(enough)}. The model keeps all of them.`;
}

function names(features: readonly string[]): Markdown {
  const shown = features.slice(0, MOST_NAMES).map((name) => code(shorten(name, LONGEST_NAME)));
  const list = shown.reduce((all, one) => md`${all}, ${one}`);
  const rest = features.length - shown.length;
  return rest === 0 ? list : md`${list} and ${formatCount(rest)} more`;
}
