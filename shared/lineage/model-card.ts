import type { ModelCardStatements } from '../config/index.ts';
import {
  code,
  countOf,
  engineText,
  formatBytes,
  formatCount,
  formatPercent,
  formatQuantity,
  joinBlocks,
  type Markdown,
  markdownTable,
  md,
  webLink,
} from '../report/index.ts';
import { statementSections } from './model-card-statements.ts';
import type { DigestedFile, RunRecord } from './run-record.ts';

/** Names that Hugging Face gives to metrics. */
const HUB_METRICS: ReadonlyMap<string, string> = new Map([
  ['accuracy', 'accuracy'],
  ['macro-f1', 'f1'],
  ['weighted-f1', 'f1'],
  ['log-loss', 'log_loss'],
  ['roc-auc', 'roc_auc'],
  ['pr-auc', 'pr_auc'],
  ['rmse', 'rmse'],
  ['mae', 'mae'],
  ['r2', 'r_squared'],
]);

/**
 * `model-card.md`: Markdown with the front matter of the Hugging Face hub (`model-index`), from the run record
 * and what the owner states in mlops.yml. What neither knows has no section. Equal arguments give equal bytes.
 */
export function renderModelCard(record: RunRecord, statements?: ModelCardStatements): string {
  const sections = [
    md`# ${record.model}`,
    introduction(record),
    forcedNote(record),
    ...statementSections(statements),
    evaluationSection(record),
    trainingSection(record),
    dataSection(record),
    exportSection(record),
    originSection(record),
  ];
  return `${frontMatter(record, statements?.license)}\n${joinBlocks(sections).source}\n`;
}

function frontMatter(record: RunRecord, license: string | undefined): string {
  const { training, evaluation } = record;
  const task = training?.task === 'regression' ? 'tabular-regression' : 'tabular-classification';
  const lines = ['---'];
  if (license !== undefined) lines.push(`license: ${yamlText(license)}`);
  lines.push('tags:', '- mlops-actions');
  if (training === undefined || !('run' in training.engine)) lines.push('- tensorflowjs');
  if ((record.exports ?? []).length > 0) lines.push('- tflite');
  if (training !== undefined) lines.push(`pipeline_tag: ${task}`);
  const metrics = Object.entries(evaluation?.metrics ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (training !== undefined && evaluation !== undefined && metrics.length > 0) {
    const data = training.data.map(({ path }) => path).join(', ');
    lines.push(
      'model-index:',
      `- name: ${yamlText(record.model)}`,
      '  results:',
      '  - task:',
      `      type: ${task}`,
      '    dataset:',
      '      type: tabular',
      `      name: ${yamlText(data)}`,
      '      split: evaluation',
      '    metrics:',
      ...metrics.flatMap(([name, value]) => [
        `    - type: ${yamlText(HUB_METRICS.get(name) ?? name)}`,
        `      name: ${yamlText(name)}`,
        `      value: ${JSON.stringify(value)}`,
      ]),
    );
  }
  return [...lines, '---', ''].join('\n');
}

function introduction({ training, evaluation }: RunRecord): Markdown {
  const task = training === undefined ? 'Model' : `Model for ${training.task.replace('-', ' ')}`;
  if (evaluation === undefined) return md`${task}. It has not been evaluated.`;
  return md`${task}. Its gates say **${evaluation.verdict}**: ${evaluation.reason}${/[.!?]$/.test(evaluation.reason) ? '' : '.'}`;
}

function forcedNote({ deployments, training }: RunRecord): Markdown | null {
  const forced = (deployments ?? [])
    .filter(({ modelDigest }) => modelDigest === training?.modelDigest)
    .findLast((deployment) => deployment.forced !== undefined);
  if (forced?.forced === undefined) return null;
  return md`> **Deployed although it had not passed.** Reason given: ${forced.forced}`;
}

function evaluationSection({ evaluation }: RunRecord): Markdown | null {
  if (evaluation === undefined) return null;
  const rows = Object.entries(evaluation.metrics).map(([name, value]) => [
    md`${name}`,
    md`${formatQuantity(value)}`,
  ]);
  return joinBlocks([
    md`## Evaluation`,
    md`On ${countOf(evaluation.examples, 'example')} that the model had not seen.`,
    rows.length === 0
      ? null
      : markdownTable([{ title: md`metric` }, { title: md`value`, align: 'right' }], rows),
    evaluation.baseline === undefined
      ? null
      : md`Compared with ${code(evaluation.baseline.path)}, model ${code(evaluation.baseline.modelDigest)}.`,
  ]);
}

function trainingSection({ training }: RunRecord): Markdown | null {
  if (training === undefined) return null;
  const { train, validation, evaluation } = training.examples;
  const { engine } = training;
  const facts: [string, string][] = [
    ['task', training.task],
    [
      'examples',
      `${formatCount(train)} train, ${formatCount(validation)} validation, ${formatCount(evaluation)} evaluation`,
    ],
    ['features', formatCount(training.features)],
    ...(training.parameters === undefined
      ? []
      : ([['parameters', formatCount(training.parameters)]] as [string, string][])),
    ...(training.epochs === undefined
      ? []
      : ([['epochs', `${training.epochs}, best ${training.bestEpoch}`]] as [string, string][])),
    ['seed', String(training.seed)],
    ['engine', engineText(engine)],
  ];
  return joinBlocks([
    md`## Training`,
    factTable(facts),
    fileTable(training.files),
    md`Model digest: ${code(training.modelDigest)}`,
  ]);
}

function dataSection({ data, training }: RunRecord): Markdown | null {
  const files = training?.data ?? data?.files ?? [];
  if (files.length === 0) return null;
  const schema = data?.schema;
  return joinBlocks([
    md`## Data`,
    data === undefined
      ? null
      : md`${countOf(data.examples, 'example')}, ${countOf(data.columns, 'column')}.`,
    fileTable(files),
    schema === undefined
      ? null
      : md`Checked against ${code(schema.path)} (${code(schema.sha256)}).`,
  ]);
}

function exportSection({ exports }: RunRecord): Markdown | null {
  if (exports === undefined || exports.length === 0) return null;
  const rows = exports.map(({ path, variant, bytes, agreement, sha256 }) => [
    code(path),
    md`${variant}`,
    md`${formatBytes(bytes)}`,
    md`${formatPercent(agreement)}`,
    code(sha256),
  ]);
  return joinBlocks([
    md`## Exported files`,
    markdownTable(
      [
        { title: md`file` },
        { title: md`variant` },
        { title: md`size`, align: 'right' },
        { title: md`agrees with the model`, align: 'right' },
        { title: md`SHA-256` },
      ],
      rows,
    ),
  ]);
}

function originSection({ source, configuration }: RunRecord): Markdown | null {
  const { repository, commit, ref, runUrl } = source ?? {};
  const facts: (readonly [string, string | Markdown | undefined])[] = [
    ['repository', repository],
    ['commit', commit === undefined ? undefined : code(commit)],
    ['ref', ref],
    ['run', runUrl === undefined ? undefined : webLink(runUrl)],
    ['configuration', configuration && `${configuration.path} ${configuration.sha256}`],
  ];
  const known = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return known.length === 0 ? null : joinBlocks([md`## Origin`, factTable(known)]);
}

function factTable(facts: readonly (readonly [string, string | Markdown])[]): Markdown {
  return markdownTable(
    [{ title: md`fact` }, { title: md`value` }],
    facts.map(([name, value]) => [md`${name}`, md`${value}`]),
  );
}

function fileTable(files: readonly DigestedFile[]): Markdown {
  return markdownTable(
    [{ title: md`file` }, { title: md`size`, align: 'right' }, { title: md`SHA-256` }],
    files.map(({ path, bytes, sha256 }) => [code(path), md`${formatBytes(bytes)}`, code(sha256)]),
  );
}

/** A double-quoted YAML scalar: JSON's escapes are YAML's; what a YAML reader may refuse is escaped too. */
function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
