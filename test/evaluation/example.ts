import type { EvaluationConfiguration, GateConfiguration } from '../../shared/config/index.ts';
import type { Table } from '../../shared/data/index.ts';
import {
  type ClassPredictions,
  type EvaluationReport,
  evaluate,
  type NumberPredictions,
} from '../../shared/evaluation/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';

export const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];
export const EXAMPLES = 120;
export const ROWS = Int32Array.from({ length: EXAMPLES }, (_, row) => row);

/** Two columns for slices; the island has a missing cell in each tenth row. */
export function makeTable(islands = ['Biscoe', 'Dream', 'Torgersen']): Table {
  const column = (name: string, vocabulary: string[], codeOf: (row: number) => number) => ({
    kind: 'categorical' as const,
    name,
    vocabulary,
    codes: Int32Array.from(ROWS, codeOf),
  });
  return {
    rowCount: EXAMPLES,
    columns: [
      column('island', islands, (row) => (row % 10 === 9 ? -1 : row % islands.length)),
      column('sex', ['female', 'male'], (row) => (row % 5 < 2 ? 0 : 1)),
    ],
    files: ['data/penguins.csv'],
    fileOfRow: new Uint16Array(EXAMPLES),
    lineOfRow: Uint32Array.from(ROWS, (row) => row + 2),
  };
}

/** A model that gives the true class a head start of `skill`. */
export function makeClassPredictions(
  skill: number,
  stream: string,
  classes = SPECIES,
): ClassPredictions {
  const random = new SeededRandom(11, stream);
  const width = classes.length;
  const actual = Int32Array.from(ROWS, (row) => (row * 7) % width);
  const probabilities = new Float64Array(EXAMPLES * width);
  for (const row of ROWS) {
    const scores = classes.map(
      (_, index) => random.uniform() + (actual[row] === index ? skill : 0),
    );
    const sum = scores.reduce((a, b) => a + b, 0);
    probabilities.set(
      scores.map((score) => score / sum),
      row * width,
    );
  }
  return { task: 'multiclass-classification', classes, actual, probabilities };
}

export function makeNumberPredictions(noise: number): NumberPredictions {
  const random = new SeededRandom(12, 'numbers');
  const actual = Float64Array.from(ROWS, (row) => 3000 + row * 25);
  return {
    task: 'regression',
    actual,
    predicted: actual.map((value) => value + noise * (random.uniform() - 0.5)),
  };
}

export function makeGate(
  rule: GateConfiguration['rule'],
  rest: Partial<GateConfiguration> = {},
): GateConfiguration {
  return { metric: 'accuracy', minExamples: 1, rule, line: 9, ...rest };
}

export const GATES: readonly GateConfiguration[] = [
  makeGate({ kind: 'at-least', value: 0.8 }),
  makeGate({ kind: 'may-drop', value: 0.01, confidence: 0.95 }),
  makeGate({ kind: 'at-most', value: 0.9 }, { metric: 'log-loss' }),
  makeGate({ kind: 'may-drop', value: 0.01 }, { slice: { sex: '*' }, minExamples: 50 }),
];

export function configure(rest: Partial<EvaluationConfiguration> = {}): EvaluationConfiguration {
  return {
    slices: [['island'], ['island', 'sex']],
    gates: GATES,
    onNoBaseline: 'warn',
    onNoThresholds: 'warn',
    ...rest,
  };
}

export const DIGEST = 'c0ffee'.padEnd(64, '0');
export const BASELINE = {
  path: 'models/penguin-species/3',
  modelDigest: 'beef'.padEnd(64, '0'),
  predictions: makeClassPredictions(0.75, 'baseline'),
};

export function makeReport(rest: Partial<Parameters<typeof evaluate>[0]> = {}): EvaluationReport {
  return evaluate({
    predictions: makeClassPredictions(0.6, 'candidate'),
    modelDigest: DIGEST,
    table: makeTable(),
    rows: ROWS,
    configuration: configure(),
    configurationFile: 'mlops.yml',
    seed: 7,
    ...rest,
  });
}
