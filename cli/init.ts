import { type Configuration, loadConfiguration, type Task } from '../shared/config/index.ts';
import { type Column, examineData, readTable, type Table } from '../shared/data/index.ts';
import { isUserError, nearestName, UserError } from '../shared/errors/index.ts';
import { inferTask } from '../shared/features/index.ts';
import { FileSystem, neutralize } from '../shared/platform/index.ts';
import { readWords } from './command-flags.ts';
import { type ProposedFeature, proposeFeatures } from './propose-features.ts';

const CONFIGURATION = 'mlops.yml';
const WORKFLOW = '.github/workflows/model.yml';

/** Texts with more values are dates, names or descriptions and nothing to predict. */
const MOST_CLASSES = 100;

/** Names that people give to the column to predict, best first. */
const LABEL_NAMES = ['label', 'target', 'class', 'outcome', 'y', 'species', 'category', 'churn'];

/** What the two files are made from. */
export interface Proposal {
  readonly dataFile: string;
  readonly label: string;
  readonly task: Task;
  /** Columns that number the rows: learning from them would be learning by heart. */
  readonly identifiers: readonly string[];
  /** Columns that hold lists, which can be validated and not learned from. */
  readonly lists: readonly string[];
  /** Columns that the kind of their type does not suit. */
  readonly features: readonly ProposedFeature[];
}

/** `mlops init <data file> [--label <column>]`: writes both files or, when one of them is there, none. */
export async function initialize(
  words: readonly string[],
  root: string,
  output: NodeJS.WritableStream,
): Promise<number> {
  const { plain, flags } = readWords(words);
  const label = flags.text('label');
  flags.finish();
  const [dataFile] = plain;
  if (dataFile === undefined || plain.length > 1) {
    throw new UserError({
      what: 'init needs one data file',
      remedy: 'run "npx mlops init data/my-data.csv"',
    });
  }
  const files = new FileSystem(root);
  for (const path of [CONFIGURATION, WORKFLOW]) {
    if (!(await files.exists(path))) continue;
    throw new UserError({
      what: `${path} is there already`,
      remedy: 'move it away first: init never changes a file that you wrote',
    });
  }
  const proposal = await propose(files, dataFile, label);
  await files.writeAll([
    { path: CONFIGURATION, content: renderConfiguration(proposal) },
    { path: WORKFLOW, content: renderWorkflow() },
  ]);
  const chosen = label === undefined ? ' (change "label:" if it is another column)' : '';
  output.write(
    neutralize(
      [
        `${CONFIGURATION}   predicts "${proposal.label}"${chosen}: ${proposal.task}`,
        ...describeLists(proposal.lists),
        `${WORKFLOW}   validates, trains, judges and exports on every pull request`,
        '',
        'Next:',
        '  npx mlops pipeline      run it here: results go to .mlops/, versions to models/',
        `  replace OWNER in ${WORKFLOW} by the owner of the mlops-actions that you use`,
        '  put .mlops/ into .gitignore; review .mlops/schema.json and commit it as data/schema.json',
        '',
      ].join('\n'),
    ),
  );
  return 0;
}

function describeLists(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const listed = names.map((name) => `"${name}"`).join(', ');
  return [`            ignores ${listed}: lists can be validated and not learned from`];
}

async function propose(
  files: FileSystem,
  dataFile: string,
  wanted: string | undefined,
): Promise<Proposal> {
  const configuration: Configuration = await loadConfiguration(files, {
    file: CONFIGURATION,
    given: false,
    overrides: [
      { input: 'the data file', field: ['data', 'path'], value: dataFile },
      { input: 'the label', field: ['data', 'label'], value: wanted ?? LABEL_NAMES.join(' ') },
    ],
  });
  const { table, listColumns } = await readTable(files, configuration.data, {
    origin: 'the command line',
    lists: true,
  });
  const label = chooseLabel(table, listColumns, wanted);
  const data = { ...configuration.data, label: label.name };
  const identifiers = await findIdentifiers(files, table, data);
  const left = new Set([label.name, ...identifiers, ...listColumns]);
  return {
    dataFile: dataFile.replaceAll('\\', '/'),
    label: label.name,
    task: inferTask(table, label.name),
    identifiers: identifiers.filter((name) => !listColumns.includes(name)),
    lists: listColumns,
    features: proposeFeatures(table, left),
  };
}

/** Columns that number the rows, and those that validate-data calls identifiers. */
async function findIdentifiers(
  files: FileSystem,
  table: Table,
  data: Configuration['data'],
): Promise<string[]> {
  const suspected = new Set<string>();
  try {
    const { anomalies } = await examineData(files, data, null);
    for (const { type, column } of anomalies.anomalies) {
      if (type === 'IDENTIFIER_FEATURE' && column !== undefined) suspected.add(column);
    }
  } catch (error) {
    // What is wrong with the data is said by the first run; the configuration can be written all the same.
    if (!isUserError(error)) throw error;
  }
  return table.columns
    .filter((column) => numbersRows(column) || suspected.has(column.name))
    .map(({ name }) => name)
    .filter((name) => name !== data.label);
}

/** `lists`: names of columns that hold lists, of which none is a label. */
function chooseLabel(
  { columns }: Table,
  lists: readonly string[],
  wanted: string | undefined,
): Column {
  const plain = columns.filter(({ name }) => !lists.includes(name));
  const names = plain.map(({ name }) => name);
  if (plain.length === 0 || (wanted !== undefined && lists.includes(wanted))) {
    throw new UserError({
      what:
        wanted === undefined
          ? 'Every column holds lists of values'
          : `The column "${wanted}" holds lists of values`,
      remedy: 'a label has one value in each row: write it as a column of its own',
    });
  }
  if (wanted === undefined) {
    const usual = plain.find(({ name }) => LABEL_NAMES.includes(name.toLowerCase()));
    // A label is known for every row; by custom it stands last.
    const complete = plain.filter((column) => isComplete(column) && !numbersRows(column));
    const likely = complete.filter(
      (column) => column.kind === 'numeric' || column.vocabulary.length <= MOST_CLASSES,
    );
    const chosen = usual ?? likely.at(-1) ?? complete.at(-1) ?? plain.at(-1);
    if (chosen !== undefined) return chosen;
  } else {
    const column = plain.find(({ name }) => name === wanted);
    if (column !== undefined) return column;
  }
  const near = nearestName(wanted ?? '', names);
  throw new UserError({
    what: `There is no column "${wanted}"`,
    remedy: near === undefined ? `the columns are: ${names.join(', ')}` : `did you mean "${near}"?`,
  });
}

function isComplete(column: Column): boolean {
  return column.kind === 'numeric' ? !column.values.some(Number.isNaN) : !column.codes.includes(-1);
}

/** Whole numbers that each rise by one from row to row. */
function numbersRows(column: Column): boolean {
  return (
    column.kind === 'numeric' &&
    column.values.length > 1 &&
    column.values.every((value, row) => row === 0 || value === (column.values[row - 1] ?? 0) + 1)
  );
}

/** On one line whatever the value holds: YAML takes JSON as it is, and plain words need no quotes. */
function yaml(value: string | readonly string[]): string {
  if (typeof value !== 'string') return `[${value.map(yaml).join(', ')}]`;
  return /^[A-Za-z_][\w./-]*$/.test(value) && !/^(true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

/** Every field that a beginner changes, with what it means; the rest is in docs/configuration.md. */
export function renderConfiguration({
  dataFile,
  label,
  task,
  identifiers,
  lists,
  features,
}: Proposal): string {
  const classification = task !== 'regression';
  return `# Configuration of mlops-actions. Paths start at the folder of this file.
model: ${yaml(modelName(dataFile))}
task: ${task} # binary-classification | multiclass-classification | regression

data:
  path: ${yaml(dataFile)} # a file, a glob or a list of them
  label: ${yaml(label)} # the column to predict
  ignore: ${yaml([...identifiers, ...lists])} # columns never to learn from, such as identifiers and lists
  # Rows go to a split by a hash of their cells: new rows never move old ones.
  split: { by: hash, fractions: { train: 0.7, validation: 0.1, evaluation: 0.2 } }

${renderFeatures(features)}# What the data must look like. validate-data proposes it in .mlops/schema.json: review it, then commit it here.
schema: data/schema.json

training:
  seed: 1 # the same seed gives the same bytes
  architecture: { kind: mlp, hidden: [32, 16] } # or linear, wide-and-deep, cnn, text, time-series, module, command
  optimizer: { kind: adam, learning-rate: 0.005 }
  l2: 0.001 # keeps weights small, so that a model of few rows learns them less by heart
  epochs: 100
  early-stopping: { patience: 10 }

evaluation:
  # slices: [[country], [country, device]]   judge parts of the data apart
  gates:
    - { metric: ${classification ? 'accuracy, at-least: 0.8' : 'r2, at-least: 0.5'} } # a guess: write what you need
    # - { metric: ${classification ? 'accuracy' : 'r2'}, against: baseline, may-drop: 0.01, confidence: 0.95 }
  # baseline: models/${modelName(dataFile)}   where deploy-model keeps the versions
  # on-no-baseline: pass   lets the very first model through, which has nothing to be compared with

export:
  variants: [float32, dynamic-range, int8]

deployment:
  targets:
    - { kind: directory, path: models, keep: 5 }

# validation:
#   reference: data/reference.csv   earlier data, or its statistics.json, to show and judge differences from

# monitoring:
#   current: data/production/*.csv   what the model sees now
#   on-drift: [issue]                or [issue, retrain]
`;
}

function renderFeatures(features: readonly ProposedFeature[]): string {
  if (features.length === 0) return '';
  const lines = features.map(
    ({ column, kind, reason }) => `  ${yaml(column)}: ${kind} # ${reason}`,
  );
  return `# How columns become numbers; other numbers are standardised, other categories one-hot.
features:
${lines.join('\n')}

`;
}

function modelName(dataFile: string): string {
  const stem = dataFile.split(/[\\/]/).at(-1)?.replace(/\..*$/, '') ?? '';
  const name = stem.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  return name.replace(/^[^a-z0-9]+/, '').slice(0, 100) || 'model';
}

function renderWorkflow(): string {
  const steps = ['validate-data', 'train-model', 'evaluate-gate', 'export-tflite'];
  return `# Judges the model of every pull request and says so in a comment.
# Replace OWNER by the owner of the mlops-actions that you use.
name: model
on:
  pull_request:
  push:
    branches: [main]

permissions: {}

concurrency:
  group: model-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  model:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # check the repository out
      pull-requests: write # comment on the pull request
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
${steps.map((step) => `      - uses: OWNER/mlops-actions/actions/${step}@v1`).join('\n')}
      - uses: actions/upload-artifact@v5
        if: always()
        with:
          name: model
          path: .mlops
          include-hidden-files: true
`;
}
