import type { TrainingReport } from '../model/index.ts';
import { joinBlocks, Markdown, markdownTable, md } from './markdown.ts';
import { countOf, formatCount, formatQuantity } from './numbers.ts';

/** How far models that learned from other rows lie apart; null where none was asked for. */
export function renderCrossValidation({
  crossValidation,
}: Pick<TrainingReport, 'crossValidation'>): Markdown | null {
  if (crossValidation === undefined) return null;
  const { folds, rounds, metrics } = crossValidation;
  const failures = rounds.flatMap(({ failure }, index) =>
    failure === undefined ? [] : [md`- fold ${index + 1} gave no model: ${failure}`.source],
  );
  return joinBlocks([
    md`${countOf(folds, 'further model')} of the same configuration learned from other rows, each judged by rows that it had not seen; the evaluation split took no part.`,
    metrics.length === 0
      ? null
      : markdownTable(
          [
            { title: md`metric` },
            { title: md`mean`, align: 'right' },
            { title: md`deviation`, align: 'right' },
            { title: md`lowest … highest`, align: 'right' },
          ],
          metrics.map(({ metric, mean, deviation, lowest, highest, rounds }) => [
            rounds === folds
              ? md`${metric}`
              : md`${metric} (${formatCount(rounds)} of ${formatCount(folds)} folds)`,
            md`${formatQuantity(mean, 3)}`,
            md`${formatQuantity(deviation, 3)}`,
            md`${formatQuantity(lowest, 3)} … ${formatQuantity(highest, 3)}`,
          ]),
        ),
    failures.length === 0 ? null : new Markdown(failures.join('\n')),
  ]);
}
