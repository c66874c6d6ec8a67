import type { TrainingReport } from '../model/index.ts';
import type { Markdown } from './markdown.ts';
import { mermaidLineChart } from './text-charts.ts';

/** Training and validation loss by epoch as a Mermaid chart; empty for fewer than two epochs. */
export function renderLearningCurve({
  history,
  loss,
}: Pick<TrainingReport, 'history' | 'loss'>): Markdown {
  return mermaidLineChart({
    title: 'Loss by epoch',
    xTitle: 'epoch',
    xRange: [1, history.length],
    yTitle: loss,
    series: [
      { name: 'training', values: history.map(({ trainLoss }) => trainLoss) },
      { name: 'validation', values: history.map(({ validationLoss }) => validationLoss) },
    ],
  });
}
