import { readFileSync } from 'node:fs';
import type { DeploymentReport } from '../../shared/deploy/index.ts';
import type { CommandTrainingReport, TrainingReport } from '../../shared/model/index.ts';
import type { CommandModelDescription } from '../../shared/model-directory/index.ts';
import type { ReportInput } from '../../shared/report/index.ts';
import type { TrialResult, TrialsFile } from '../../shared/tuning/index.ts';
import { dataFixture } from '../report/fixtures/data.ts';
import { digested, MODEL_DIGEST, penguins } from '../report/fixtures/penguins.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The next text. */
export type PickText = () => string;

/**
 * `value` with hostile text wherever its schema lets text be anything, names of fields included; what the schema fixes
 * (a digest, a word of a list) stays. So it is a file that every check lets through.
 */
export function makeHostile<T>(value: T, name: string, pick: PickText): T {
  const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as Schema;
  return replaceText(value, schema, schema, pick) as T;
}

function replaceText(value: unknown, given: Schema, root: Schema, pick: PickText): unknown {
  const schema = choose(resolve(given, root), value, root);
  if (typeof value === 'string') return isFreeText(schema) ? pick() : value;
  if (Array.isArray(value)) {
    const { items = {} } = schema;
    return value.map((item) => replaceText(item, items, root, pick));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const known = schema.properties?.[key];
      if (known !== undefined) return [key, replaceText(inner, known, root, pick)];
      const { additionalProperties: rest, propertyNames } = schema;
      const renamed = propertyNames === undefined ? pick() : key;
      return [renamed, replaceText(inner, typeof rest === 'object' ? rest : {}, root, pick)];
    }),
  );
}

function resolve(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  if (found === undefined) throw new Error(`${schema.$ref} is not there`);
  return resolve(found, root);
}

/** The branch that the value belongs to. */
function choose(schema: Schema, value: unknown, root: Schema): Schema {
  if (schema.anyOf === undefined) return schema;
  const branches = schema.anyOf.map((branch) => choose(resolve(branch, root), value, root));
  const found = branches.find((branch) => belongs(value, branch));
  if (found === undefined) throw new Error(`${JSON.stringify(value)} is in no branch`);
  return found;
}

function belongs(value: unknown, { type, required = [], properties = {} }: Schema): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return (
      type === undefined || [type].flat().includes(Array.isArray(value) ? 'array' : typeof value)
    );
  }
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    required.every((name) => Object.hasOwn(fields, name)) &&
    Object.entries(properties).every(
      ([name, { const: fixed }]) =>
        fixed === undefined || !Object.hasOwn(fields, name) || fields[name] === fixed,
    )
  );
}

function isFreeText({ const: fixed, enum: words, pattern, format }: Schema): boolean {
  return (
    fixed === undefined && words === undefined && pattern === undefined && format === undefined
  );
}

const RESULTS: readonly TrialResult[] = [
  {
    trial: 1,
    parameters: { 'training.architecture.activation': 'relu', 'training.l2': 0.1 },
    status: 'trained',
    validationLoss: 1,
    epochs: 4,
    bestEpoch: 2,
  },
  { trial: 2, parameters: { 'training.l2': 0.2 }, status: 'diverged', reason: 'The loss is lost' },
];

const TRIALS: TrialsFile = {
  version: 1,
  part: 1,
  of: 2,
  trials: 4,
  origin: {
    data: 'a'.repeat(64),
    training: 'b'.repeat(64),
    tuning: 'c'.repeat(64),
    code: 'development',
    engine: { name: 'wasm', version: '4.22.0', simd: true },
  },
  results: RESULTS,
};

const COMMAND_TRAINING: CommandTrainingReport = {
  version: 1,
  task: 'multiclass-classification',
  architecture: { kind: 'command', run: 'python train.py', timeoutMinutes: 1 },
  seed: 7,
  engine: { name: 'command', run: 'python train.py' },
  examples: { train: 1, validation: 1, evaluation: 1 },
  features: ['x'],
  metrics: { accuracy: 1 },
};

const COMMAND_MODEL: CommandModelDescription = {
  version: 1,
  task: 'multiclass-classification',
  label: { column: 'species', classes: ['a', 'b'] },
  evaluation: { digest: MODEL_DIGEST, examples: 1 },
  files: [digested('model.pkl', 1, 'a')],
};

const TRIPS = dataFixture(['species', 'sex', 'island']);
const { sample, correlations, repeatedRows, slices, omittedSlices, weight } = TRIPS.statistics;

/** What the example has not. */
const MORE = {
  anomalies: {
    ...penguins.anomalies,
    comparisons: TRIPS.anomalies.comparisons,
  },
  statistics: {
    ...penguins.statistics,
    sample,
    correlations,
    repeatedRows,
    slices,
    omittedSlices,
    weight,
    columns: penguins.statistics?.columns.map((column) => ({
      ...column,
      weighted: {
        present: 3,
        missing: 1,
        top: [{ value: 'a', weight: 2 }],
        numeric: { mean: 1, deviation: 2, quantiles: [] },
      },
    })),
  },
  tuning: { version: 1, seed: 7, best: 1, trials: RESULTS },
  deployment: {
    ...penguins.deployment,
    forced: 'it was urgent',
    environment: { name: 'production', note: 'GitHub was not told' },
    targets: [
      ...(penguins.deployment?.targets ?? []).map((target) => ({
        ...target,
        note: 'Look at it',
        removed: ['1'],
      })),
    ],
  },
  drift: {
    ...penguins.drift,
    status: 'drift',
    onlyInCurrent: ['new'],
    columns: penguins.drift?.columns.map((column) => ({ ...column, drifted: true, reason: 'so' })),
  },
} as const;

export interface HostileReports {
  readonly input: Required<ReportInput> & { readonly training: TrainingReport };
  readonly command: {
    readonly report: CommandTrainingReport;
    readonly description: CommandModelDescription;
  };
  readonly trials: TrialsFile;
  readonly deployments: readonly DeploymentReport[];
}

/** Every report that is rendered, each as its schema allows it. */
export function hostileReports(pick: PickText): HostileReports {
  const schemas = {
    record: 'run',
    statistics: 'statistics',
    anomalies: 'anomalies',
    training: 'training',
    tuning: 'tuning',
    evaluation: 'evaluation',
    export: 'export',
    deployment: 'deployment',
    drift: 'drift',
  } as const satisfies Record<keyof ReportInput, string>;
  const given = { ...penguins, ...MORE };
  const input = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      makeHostile(given[name as keyof typeof given], schema, pick),
    ]),
  ) as unknown as HostileReports['input'];
  return {
    input,
    command: {
      report: makeHostile(COMMAND_TRAINING, 'training', pick),
      description: makeHostile(COMMAND_MODEL, 'command-model', pick),
    },
    trials: makeHostile(TRIALS, 'trials', pick),
    deployments: [
      input.deployment,
      makeHostile(
        { ...given.deployment, forced: 'x', targets: [], refused: ['x'] },
        'deployment',
        pick,
      ),
    ] as DeploymentReport[],
  };
}
