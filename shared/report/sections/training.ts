import type { TrainingReport } from '../../model/index.ts';
import { isKnown, lineChart } from '../charts/index.ts';
import {
  dataTable,
  definitionList,
  folded,
  known,
  name,
  type Section,
  valueList,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { countOf, formatCount, formatQuantity } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';
import { thinEvenly } from '../text-charts.ts';
import { crossValidationPart } from './cross-validation.ts';
import { eliminationPart } from './elimination.ts';
import { importancePart } from './importance.ts';

/** A line with more points is not clearer, and the page grows. */
const MOST_POINTS = 400;
const MOST_EPOCH_ROWS = 40;
const MOST_NAMES = 40;

export function trainingSection({ training }: ReportInput): Section | null {
  if (training === undefined) return null;
  return {
    id: 'training',
    title: 'Training',
    body: [
      html`<p>${summary(training)}</p>`,
      html`<div class="charts">${learningCurves(training)}</div>`,
      definitionList([
        ['Architecture', architecture(training)],
        ['Parameters', known(training.parameters, formatCount)],
        ['Inputs', known(training.inputs, formatCount)],
        ['Training examples', known(training.examples?.train, formatCount)],
        ['Validation examples', known(training.examples?.validation, formatCount)],
        ['Evaluation examples', known(training.examples?.evaluation, formatCount)],
      ]),
      html`<p class="note">Features: ${valueList(training.features, MOST_NAMES)}</p>`,
      importancePart(training),
      eliminationPart(training),
      crossValidationPart(training),
      droppedColumns(training),
      epochTable(training),
    ],
  };
}

function summary(training: TrainingReport): string {
  const run = countOf(training.history.length, 'epoch');
  const ended = training.stoppedEarly
    ? `${run} of ${training.epochsConfigured}, ${training.stoppedBy === 'time-budget' ? 'out of time' : 'stopped early'}`
    : `${run}`;
  return `${ended}; the weights of epoch ${training.bestEpoch}, with the lowest validation loss, were kept. The loss is ${training.loss}.`;
}

function architecture({ architecture: shape }: TrainingReport): string {
  if (shape.kind === 'linear') return 'linear';
  if (shape.kind === 'module') return `module ${shape.path}`;
  const dropout = shape.dropout > 0 ? `, dropout ${formatQuantity(shape.dropout)}` : '';
  const encoder = 'encoder' in shape ? ` (${shape.encoder})` : '';
  return `${shape.kind}${encoder}, hidden layers ${shape.hidden.join(' · ')}, ${shape.activation}${dropout}`;
}

function learningCurves(training: TrainingReport): Html[] {
  const history = keepBest(training);
  const best = history.findIndex(({ epoch }) => epoch === training.bestEpoch);
  const x = history.map(({ epoch }) => epoch);
  const loss = lineChart({
    title: `Loss (${training.loss})`,
    xTitle: 'epoch',
    x,
    include: [0],
    lines: [
      { name: 'training', kind: 'other', values: history.map((epoch) => epoch.trainLoss) },
      { name: 'validation', kind: 'main', values: history.map((epoch) => epoch.validationLoss) },
    ],
    mark: {
      index: best,
      label: `best epoch ${training.bestEpoch}: ${known(history[best]?.validationLoss, formatQuantity)}`,
    },
  });
  const accuracy = lineChart({
    title: 'Validation accuracy',
    xTitle: 'epoch',
    x,
    include: [1],
    lines: [
      {
        name: 'validation',
        kind: 'main',
        values: history.map((epoch) => epoch.validationAccuracy),
      },
    ],
    mark: {
      index: best,
      label: `epoch ${training.bestEpoch}: ${known(history[best]?.validationAccuracy)}`,
    },
  });
  return [loss, accuracy].filter((chart) => chart !== null);
}

/** Thins a long history, but never the best epoch away. */
function keepBest({ history, bestEpoch }: TrainingReport, most = MOST_POINTS) {
  const kept = new Set(thinEvenly(history, most));
  return history.filter((record) => kept.has(record) || record.epoch === bestEpoch);
}

function droppedColumns({ dropped }: TrainingReport): Html | null {
  if (!Array.isArray(dropped) || dropped.length === 0) return null;
  return folded(`${countOf(dropped.length, 'column')} left out`, [
    dataTable({
      caption: 'Columns that the model does not read',
      columns: [{ title: 'Column' }, { title: 'Reason' }],
      rows: dropped.slice(0, MOST_NAMES).map(({ column, reason }) => [name(column), reason]),
    }),
  ]);
}

function epochTable(training: TrainingReport): Html | null {
  if (training.history.length === 0) return null;
  const withAccuracy = training.history.some((epoch) => isKnown(epoch.validationAccuracy));
  const withRate = training.history.some((epoch) => isKnown(epoch.learningRate));
  return folded('The curves in numbers', [
    dataTable({
      caption: 'Loss by epoch, at most 40 epochs',
      columns: [
        { title: 'Epoch', kind: 'number' },
        { title: 'Training loss', kind: 'number' },
        { title: 'Validation loss', kind: 'number' },
        ...(withAccuracy ? [{ title: 'Validation accuracy', kind: 'number' } as const] : []),
        ...(withRate ? [{ title: 'Learning rate', kind: 'number' } as const] : []),
      ],
      rows: keepBest(training, MOST_EPOCH_ROWS).map((epoch) => [
        epoch.epoch === training.bestEpoch ? `${epoch.epoch} (best)` : String(epoch.epoch),
        known(epoch.trainLoss, formatQuantity),
        known(epoch.validationLoss, formatQuantity),
        ...(withAccuracy ? [known(epoch.validationAccuracy)] : []),
        ...(withRate ? [known(epoch.learningRate, formatQuantity)] : []),
      ]),
    }),
  ]);
}
