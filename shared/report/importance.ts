import type { ImportanceReport, TrainingReport } from '../model/index.ts';
import { code, joinBlocks, type Markdown, markdownTable, md, shorten } from './markdown.ts';
import { countOf, formatCount, formatQuantity } from './numbers.ts';
import { shareBar } from './text-bars.ts';

/** A summary holds 1 MiB, and nobody reads more. */
const MOST_FEATURES = 50;

/** Ranked; null where it was not asked for. */
export function renderImportance({
  importance,
}: Pick<TrainingReport, 'importance'>): Markdown | null {
  if (importance === undefined) return null;
  const { features, examples, repeats } = importance;
  const shown = features.slice(0, MOST_FEATURES);
  const most = Math.max(0, ...features.map(({ increase }) => increase));
  const rest = features.length - shown.length;
  return joinBlocks([
    md`By how much the loss rises when a feature's values are dealt anew to the ${countOf(examples, 'validation example')} (${countOf(repeats, 'permutation')}), and what it tells of the label by itself.${needlessNote(importance)}`,
    markdownTable(
      [
        { title: md`feature` },
        { title: md`` },
        { title: md`rise of the loss`, align: 'right' },
        { title: md`95 % interval`, align: 'right' },
        { title: md`by itself (nats)`, align: 'right' },
      ],
      shown.map(({ feature, increase, interval, mutualInformation }) => [
        code(shorten(feature, 60)),
        code(shareBar(most === 0 ? 0 : Math.max(0, increase) / most)),
        md`${formatQuantity(increase, 3)}`,
        md`${formatQuantity(interval[0], 3)} … ${formatQuantity(interval[1], 3)}`,
        md`${mutualInformation === null ? '–' : formatQuantity(mutualInformation, 3)}`,
      ]),
    ),
    rest === 0 ? null : md`… and ${formatCount(rest)} more in training.json.`,
  ]);
}

/** Features without which the model is no worse, as far as the examples tell. */
export function needlessFeatures({ features }: ImportanceReport): string[] {
  return features.filter(({ interval }) => interval[0] <= 0).map(({ feature }) => feature);
}

function needlessNote(importance: ImportanceReport): string {
  const count = needlessFeatures(importance).length;
  return count === 0
    ? ''
    : ` Of ${countOf(count, 'feature')} the interval reaches 0: the model may not need ${count === 1 ? 'it' : 'them'}.`;
}
