import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInputs } from '../../../actions/train-model/inputs.ts';
import { run } from '../../../actions/train-model/run.ts';
import trainingSchema from '../../../schemas/training.schema.json' with { type: 'json' };
import { InputReader } from '../../../shared/action/index.ts';
import { sha256 } from '../../../shared/lineage/index.ts';
import type { TrainingReport } from '../../../shared/model/index.ts';
import { memoryPorts } from '../../../shared/platform/index.ts';

/** Column j of row i is (mᵢ i² + i mod p) / p; the label is its sum with these weights and a little more. */
const COLUMNS = {
  a: { m: 37, p: 101, weight: 0 },
  b: { m: 53, p: 127, weight: 3 },
  c: { m: 71, p: 89, weight: -1 },
  d: { m: 29, p: 113, weight: 0 },
  e: { m: 91, p: 103, weight: 2 },
  f: { m: 17, p: 97, weight: 0.5 },
} as const;
/** NumPy 2.4.6, scikit-learn 1.9.1: RFE(LinearRegression(), n_features_to_select=1).fit(StandardScaler().fit_transform(X), y).ranking_ */
const RANKS = { a: 5, b: 1, c: 3, d: 6, e: 2, f: 4 };
/** The same with n_features_to_select=3: support_. */
const SUPPORT = ['b', 'c', 'e'];

const rows = Array.from({ length: 400 }, (_, i) => {
  const values = Object.values(COLUMNS).map(({ m, p }) => ((m * i * i + i) % p) / p);
  const sum = Object.values(COLUMNS).reduce(
    (all, { weight }, place) => all + weight * (values[place] as number),
    0.3 * Math.sin(1.7 * i),
  );
  return [i, ...values, sum];
});
const project = (training: string) => ({
  'mlops.yml': `task: regression
data: { path: data.csv, label: y, ignore: [id], split: { by: hash, key: [id] } }
training: { epochs: 25, optimizer: { learning-rate: 0.03 }, ${training} }
`,
  'data.csv': `id,${Object.keys(COLUMNS).join()},y\n${rows.map((row) => row.join()).join('\n')}\n`,
});

async function train(training: string, ports = memoryPorts(project(training))) {
  const reader = new InputReader({ read: () => undefined, given: [], describe: (name) => name });
  const result = await run(parseInputs(reader), ports);
  const contentOf = (name: string) => result.files.find(({ path }) => path === name)?.content ?? '';
  const report = JSON.parse(String(contentOf('training.json'))) as TrainingReport;
  return { ports, result, report, weights: sha256(contentOf('model/weights.bin')) };
}

const LINEAR = 'architecture: { kind: linear }';

describe('elimination of features', () => {
  test('ranks as scikit-learn does, suggests what the label is made of, and changes no model', async () => {
    const plain = await train(LINEAR);
    const { report, result, weights, ports } = await train(`${LINEAR}, feature-elimination: {}`);
    expect(weights).toBe(plain.weights);
    expect(plain.report.elimination).toBeUndefined();
    expect(new Ajv2020().compile(trainingSchema)(report)).toBe(true);
    const { elimination } = report;
    expect(elimination).toMatchObject({ judgedBy: 'validation', repeats: 5 });
    expect(elimination?.steps.map(({ features }) => features)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(elimination?.steps.at(-1)?.removed).toEqual([]);
    const { ranking = [], suggested = 0 } = elimination ?? {};
    for (const { feature, rank } of ranking.filter((one) => one.rank < 5))
      expect(rank).toBe(RANKS[feature as keyof typeof RANKS]);
    // Which of two columns of noise goes first is chance.
    expect(
      ranking
        .slice(4)
        .map(({ feature }) => feature)
        .sort(),
    ).toEqual(['a', 'd']);
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(suggested).toBeGreaterThanOrEqual(3);
    expect(suggested).toBeLessThanOrEqual(4);
    expect(elimination?.steps.at(-1)?.loss).toBeGreaterThan(5 * (elimination?.steps[2]?.loss ?? 0));
    expect(result.summary).toMatch(
      /### Elimination of features\n\n\*\*[34] of 6 features are enough/,
    );
    // All features, and the settings of the model: it is the model.
    expect(elimination?.steps[0]?.loss).toBeCloseTo(
      report.history[report.bestEpoch - 1]?.validationLoss ?? 0,
      5,
    );

    const again = await train('', { ...ports });
    expect(again.result.outputs['cache-hit']).toBe(true);
    expect(again.report.elimination).toEqual(elimination);
    const anew = await train(`${LINEAR}, feature-elimination: {}`);
    expect(anew.report.elimination).toEqual(elimination);
  });

  test('ends with the features that scikit-learn supports, and says so where none can go', async () => {
    const { report } = await train(`${LINEAR}, feature-elimination: { min-features: 3 }`);
    const { ranking = [], steps = [] } = report.elimination ?? {};
    const kept = ranking.filter(({ rank }) => rank === 1).map(({ feature }) => feature);
    expect(kept.sort()).toEqual(SUPPORT);
    expect(steps).toHaveLength(4);
    const whole = await train(`${LINEAR}, feature-elimination: { min-features: 6 }`);
    expect(whole.report.elimination).toMatchObject({ best: 6, suggested: 6 });
    expect(whole.result.summary).toContain('No feature can be left out');
  });

  test('by cross-validation judges with rows that took no part, within the budget', async () => {
    const settings = `architecture: { kind: mlp, hidden: [8] }, cross-validation: { folds: 3 }`;
    const { report, result } = await train(
      `${settings}, feature-elimination: { max-trainings: 12, repeats: 2 }`,
    );
    expect(new Ajv2020().compile(trainingSchema)(report)).toBe(true);
    const { elimination } = report;
    expect(elimination).toMatchObject({ judgedBy: 'cross-validation', folds: 3, repeats: 2 });
    // Twelve trainings are three for the model and for each fold.
    expect(elimination?.steps.map(({ features }) => features)).toEqual([6, 2, 1]);
    expect(elimination?.steps.map(({ removed }) => removed.length)).toEqual([4, 1, 0]);
    expect(elimination?.ranking.slice(0, 2).map(({ feature }) => feature)).toEqual(['b', 'e']);
    expect(elimination?.best).toBe(6);
    expect(result.summary).toContain('means over 3 folds');
    const plain = await train(settings);
    expect(report.crossValidation).toEqual(plain.report.crossValidation);
  });

  test('goes with weights, a time budget and a model that begins with another one', async () => {
    const settings = `${LINEAR}, class-weight: balanced, time-budget: 60`;
    const classes = (training: string) => {
      const files = project(training);
      const isHigh = (line: string) =>
        Number(line.slice(line.lastIndexOf(',') + 1)) > 2.6 ? 'high' : 'low';
      const [header = '', ...lines] = files['data.csv'].trim().split('\n');
      return {
        'mlops.yml': files['mlops.yml'].replace('regression', 'binary-classification'),
        'data.csv': `${header}\n${lines.map((line) => line.slice(0, line.lastIndexOf(',') + 1) + isHigh(line)).join('\n')}\n`,
      };
    };
    const first = await train('', memoryPorts(classes(settings)));
    const parent = Object.fromEntries(
      first.result.files
        .filter(({ path }) => path.startsWith('model/'))
        .map(({ path, content }) => [path.replace('model/', 'old/'), content]),
    );
    const ports = memoryPorts({
      ...classes(`${settings}, warm-start: old, feature-elimination: { min-features: 2 }`),
      ...parent,
    });
    const { report } = await train('', ports);
    expect(report.parent).toBeDefined();
    expect(report.weights?.classes).toBeDefined();
    expect(report.elimination?.steps).toHaveLength(5);
    const kept = report.elimination?.ranking.filter(({ rank }) => rank === 1);
    expect(kept?.map(({ feature }) => feature).sort()).toEqual(['b', 'e']);
  });

  test('more features to keep than there are is a mistake', async () => {
    await expect(train('feature-elimination: { min-features: 7 }')).rejects.toThrow(
      'training.feature-elimination.min-features is 7, and the model has 6 features',
    );
  });
});
