import { type RunRecord, sha256 } from '../lineage/index.ts';
import type { BranchFile } from '../platform/index.ts';
import {
  code,
  fitMarkdown,
  formatQuantity,
  joinBlocks,
  Markdown,
  markdownTable,
  md,
  webLink,
} from '../report/index.ts';

/** GitHub refuses longer bodies; a byte is at least a character. */
const LONGEST_BODY = 65_536;

const TRAILERS = {
  model: 'Mlops-Actions-Model',
  /** Tree of the commit itself: one that a person has amended has another. */
  tree: 'Mlops-Actions-Tree',
  /** What the base branch held in the model's folder. */
  base: 'Mlops-Actions-Base',
} as const;

/** What is told of a model in a commit and a pull request. */
export interface ProposedModel {
  readonly name: string;
  readonly digest: string;
  readonly version: string;
  /** Version that the base branch has. */
  readonly previousVersion?: string;
  /** `<path>/<model>`. */
  readonly folder: string;
  readonly record: RunRecord;
  readonly runUrl?: string;
  readonly commit?: string;
  /** No checks will start by themselves, since the workflow's own token wrote the commit. */
  readonly needsApproval: boolean;
}

export function proposalTitle({ name, version, record }: ProposedModel): string {
  const verdict = record.evaluation?.verdict ?? 'not evaluated';
  return `Deploy ${name} version ${version} (${verdict})`;
}

/** Hidden text by which the pull request of a model is known again, whatever its version. */
export function proposalMarker(name: string): string {
  return `<!-- mlops-actions pull request of: ${name} -->`;
}

export function modelMarker(digest: string): string {
  return `<!-- mlops-actions model: ${digest} -->`;
}

/** From the run record; every value in it is escaped, and the whole is cut at a block where GitHub would refuse it. */
export function proposalBody(model: ProposedModel): string {
  const { record, digest, name } = model;
  const forced = record.deployments?.findLast(({ modelDigest }) => modelDigest === digest)?.forced;
  const body = joinBlocks([
    new Markdown(`${proposalMarker(name)}\n${modelMarker(digest)}`),
    introduction(model),
    model.needsApproval ? approvalNote() : null,
    forced === undefined
      ? null
      : md`> **Proposed although it had not passed.** Reason given: ${forced}`,
    facts(model),
    metrics(record),
    md`Merging makes it the version that ${code(`${model.folder}/current.json`)} names. deploy-model makes this branch anew for the next model, and stops where a person has committed to it.`,
  ]);
  return fitMarkdown(`${body.source}\n`, LONGEST_BODY);
}

function introduction({ name, version, record }: ProposedModel): Markdown {
  const { evaluation } = record;
  const what = md`Version **${version}** of ${code(name)}.`;
  if (evaluation === undefined) return md`${what} It has not been evaluated.`;
  return md`${what} Its gates say **${evaluation.verdict}**: ${evaluation.reason}`;
}

/** Since June 2026 GitHub lets a person start them; before that, and on older servers, they never start. */
function approvalNote(): Markdown {
  return md`> **Checks wait for a person.** The workflow's own token wrote this, so that no check starts by itself: someone with write access presses “Approve workflows to run”, or closes and reopens the pull request where there is no such button. With the token of an app in the input ${code('token')} of deploy-model they start at once.`;
}

function metrics({ evaluation }: RunRecord): Markdown | null {
  const rows = Object.entries(evaluation?.metrics ?? {}).map(([metric, value]) => [
    md`${metric}`,
    md`${formatQuantity(value)}`,
  ]);
  if (rows.length === 0) return null;
  return markdownTable([{ title: md`metric` }, { title: md`value`, align: 'right' }], rows);
}

function facts(model: ProposedModel): Markdown {
  const { training, evaluation } = model.record;
  const rows: [string, Markdown | undefined][] = [
    ['model digest', code(model.digest)],
    [
      'version before',
      model.previousVersion === undefined ? undefined : md`${model.previousVersion}`,
    ],
    ['judged on', evaluation === undefined ? undefined : md`${evaluation.examples} examples`],
    ['seed', training === undefined ? undefined : md`${training.seed}`],
    ['made from commit', model.commit === undefined ? undefined : code(model.commit)],
    ['run', model.runUrl === undefined ? undefined : webLink(model.runUrl)],
  ];
  return markdownTable(
    [{ title: md`fact` }, { title: md`value` }],
    rows.flatMap(([fact, value]) => (value === undefined ? [] : [[md`${fact}`, value]])),
  );
}

/** `tree` and `base` let a later run see that the commit is ours, unchanged, and still fits the base branch. */
export function commitMessage(
  { name, version, digest, runUrl }: Pick<ProposedModel, 'name' | 'version' | 'digest' | 'runUrl'>,
  tree: string,
  base: string,
): string {
  return [
    `Deploy ${name} version ${version}`,
    '',
    ...(runUrl === undefined ? [] : [`Run: ${runUrl}`, '']),
    `${TRAILERS.model}: ${digest}`,
    `${TRAILERS.base}: ${base}`,
    `${TRAILERS.tree}: ${tree}`,
  ].join('\n');
}

export interface OwnCommit {
  readonly modelDigest: string;
  readonly base: string;
}

/** Null for a commit that deploy-model has not written, or that somebody has changed since. */
export function readOwnCommit(commit: {
  readonly message: string;
  readonly tree: string;
}): OwnCommit | null {
  const read = (trailer: string) =>
    new RegExp(`^${trailer}: ([0-9a-f]{40,64})$`, 'm').exec(commit.message)?.[1];
  const modelDigest = read(TRAILERS.model);
  const base = read(TRAILERS.base);
  if (modelDigest === undefined || base === undefined) return null;
  return read(TRAILERS.tree) === commit.tree ? { modelDigest, base } : null;
}

/** Identity of what a branch holds in a folder. */
export function digestListing(files: readonly BranchFile[]): string {
  const lines = files.map(({ path, sha }) => `${sha} ${path}\n`);
  return sha256(lines.sort().join(''));
}
