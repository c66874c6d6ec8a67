import type { ModelCardStatements } from '../config/index.ts';
import { countOf, engineText, formatCount } from '../report/index.ts';
import { prettyJson } from './digest.ts';
import { RISK_CLASSES } from './model-card-statements.ts';
import type { DeploymentEntry, RunRecord } from './run-record.ts';

/** SPDX's spelling of the hub's identifiers; any other one becomes a text, since SPDX may not know it. */
const SPDX_LICENSES: ReadonlyMap<string, string> = new Map(
  [
    'AFL-3.0',
    'AGPL-3.0',
    'Apache-2.0',
    'Artistic-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BSL-1.0',
    'CC-BY-4.0',
    'CC-BY-NC-4.0',
    'CC-BY-NC-SA-4.0',
    'CC-BY-SA-4.0',
    'CC0-1.0',
    'EPL-2.0',
    'EUPL-1.2',
    'GPL-2.0',
    'GPL-3.0',
    'ISC',
    'LGPL-2.1',
    'LGPL-3.0',
    'MIT',
    'MPL-2.0',
    'Unlicense',
    'Zlib',
  ].map((identifier) => [identifier.toLowerCase(), identifier]),
);

/** A strict part of RFC 3986, which the schema's format `uri` asks for. */
const PLAIN_ADDRESS = /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?\/[A-Za-z0-9._~/?=&-]*$/;

/**
 * `model-card.json`: the facts of `model-card.md` as the Model Card Toolkit reads them (its schema v0.0.2).
 * Texts stand as they were written: whoever renders them has to escape them. What is not known has no field.
 * Equal arguments give equal bytes.
 */
export function renderModelCardJson(record: RunRecord, statements?: ModelCardStatements): string {
  return prettyJson({
    schema_version: '0.0.2',
    model_details: modelDetails(record, statements),
    ...given('model_parameters', { ...given('data', datasets(record)) }),
    ...given('quantitative_analysis', {
      ...given('performance_metrics', performanceMetrics(record)),
    }),
    ...given('considerations', considerations(statements)),
  });
}

function modelDetails(record: RunRecord, statements: ModelCardStatements | undefined): object {
  const { training, source } = record;
  const deployment = deploymentOf(record);
  const address = source?.runUrl;
  return {
    name: record.model,
    overview: overview(record),
    ...given('documentation', documentation(record, deployment)),
    ...given(
      'owners',
      (statements?.owners ?? []).map((name) => ({ name: name.trim() })),
    ),
    ...given('version', {
      ...given('name', deployment?.version ?? training?.modelDigest ?? ''),
      ...given('date', deployment?.at.match(/^\d{4}-\d\d-\d\d/)?.[0] ?? ''),
    }),
    ...(statements?.license === undefined ? {} : { licenses: [license(statements.license)] }),
    ...(address === undefined || !PLAIN_ADDRESS.test(address)
      ? {}
      : { references: [{ reference: address }] }),
    ...given('path', deployment?.location ?? ''),
  };
}

/** The newest deployment of the model that the record speaks of. */
function deploymentOf({ deployments = [], training }: RunRecord): DeploymentEntry | undefined {
  return deployments.findLast(({ modelDigest }) => modelDigest === training?.modelDigest);
}

function overview({ training, evaluation }: RunRecord): string {
  const task = training === undefined ? 'Model' : `Model for ${training.task.replace('-', ' ')}`;
  if (evaluation === undefined) return `${task}. It has not been evaluated.`;
  return `${task}. Its gates say ${evaluation.verdict}: ${evaluation.reason}`;
}

/** A line for each fact that the toolkit has no field for. */
function documentation(record: RunRecord, deployment: DeploymentEntry | undefined): string {
  const { training, evaluation, source, configuration } = record;
  const lines: string[] = [];
  if (deployment?.forced !== undefined) {
    lines.push(`Deployed although it had not passed. Reason given: ${deployment.forced}`);
  }
  if (training !== undefined) {
    const { train, validation, evaluation: held } = training.examples;
    lines.push(
      `Trained with seed ${training.seed} by ${engineText(training.engine)}.`,
      `Examples: ${formatCount(train)} train, ${formatCount(validation)} validation, ${formatCount(held)} evaluation.`,
      `Model digest: ${training.modelDigest}`,
    );
  }
  if (evaluation !== undefined) {
    lines.push(`Metrics are of ${countOf(evaluation.examples, 'example')} unseen in training.`);
  }
  if (source?.repository !== undefined) lines.push(`Repository: ${source.repository}`);
  if (source?.commit !== undefined) lines.push(`Commit: ${source.commit}`);
  if (configuration !== undefined) {
    lines.push(`Configuration: ${configuration.path}, SHA-256 ${configuration.sha256}`);
  }
  return lines.join('\n');
}

function datasets({ training, data }: RunRecord): object[] {
  return (training?.data ?? data?.files ?? []).map(({ path, bytes, sha256 }) => ({
    name: path,
    description: `${countOf(bytes, 'byte')}, SHA-256 ${sha256}`,
  }));
}

/** The schema wants values as texts. */
function performanceMetrics({ evaluation }: RunRecord): object[] {
  return Object.entries(evaluation?.metrics ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, value]) => ({ type, value: String(value) }));
}

/** The toolkit has no field for what is out of scope nor for a class of risk: both say in words what they are. */
function considerations(statements: ModelCardStatements | undefined): object {
  if (statements === undefined) return {};
  const { intendedUse, outOfScope, limitations, ethicalConsiderations, risk } = statements;
  const described = (text: string) => ({ description: text.trim() });
  return {
    ...given('use_cases', intendedUse.map(described)),
    ...given('limitations', [
      ...limitations.map(described),
      ...outOfScope.map((text) => described(`Out of scope: ${text.trim()}`)),
    ]),
    ...given('ethical_considerations', [
      ...ethicalConsiderations.map((name) => ({ name: name.trim() })),
      ...(risk === undefined ? [] : [{ name: riskText(risk) }]),
    ]),
  };
}

function riskText({ class: name, reason }: NonNullable<ModelCardStatements['risk']>): string {
  const text = `By its owner's own statement: ${RISK_CLASSES[name]} of the EU AI Act, Regulation (EU) 2024/1689.`;
  return reason === undefined ? text : `${text} Reason given: ${reason.trim()}`;
}

/** Exactly one of both fields, as the schema asks for. */
function license(name: string): { identifier: string } | { custom_text: string } {
  const identifier = SPDX_LICENSES.get(name.trim().toLowerCase());
  return identifier === undefined ? { custom_text: name.trim() } : { identifier };
}

/** The field, unless nothing is in it. */
function given(name: string, value: string | object): object {
  const empty = typeof value === 'string' ? value === '' : Object.keys(value).length === 0;
  return empty ? {} : { [name]: value };
}
