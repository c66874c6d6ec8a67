import type { DeploymentTarget } from './configuration.ts';
import type { Report } from './consistency.ts';
import type { RawConfiguration } from './defaults.ts';

/** One of `deployment.targets` as the schema has checked it. */
export interface RawTarget {
  kind: DeploymentTarget['kind'];
  path?: string;
  keep?: number;
  tag?: string;
  branch?: string;
  base?: string;
}

type Field = Exclude<keyof RawTarget, 'kind'>;

const FIELDS: Readonly<Record<RawTarget['kind'], readonly Field[]>> = {
  directory: ['path', 'keep'],
  release: ['tag'],
  'pull-request': ['path', 'keep', 'branch', 'base'],
};

const DEFAULT_PATH = 'models';
const DEFAULT_BRANCH = 'mlops/{model}';

/** Fills in the defaults. `resolve` makes a path of the configuration one of the workspace. */
export function targetOf(raw: RawTarget, resolve: (path: string) => string): DeploymentTarget {
  if (raw.kind === 'release') return { kind: 'release', tag: raw.tag ?? '{model}-v{version}' };
  const folder = { path: resolve(raw.path ?? DEFAULT_PATH), keep: raw.keep ?? 0 };
  if (raw.kind === 'directory') return { kind: 'directory', ...folder };
  return {
    kind: 'pull-request',
    ...folder,
    branch: raw.branch ?? DEFAULT_BRANCH,
    ...(raw.base === undefined ? {} : { base: raw.base }),
  };
}

export function checkTargets(raw: RawConfiguration, report: Report): void {
  const targets = raw.deployment?.targets ?? [];
  for (const [index, target] of targets.entries()) {
    const place = ['deployment', 'targets', index];
    for (const field of Object.keys(target) as (keyof RawTarget)[]) {
      if (field === 'kind' || FIELDS[target.kind].includes(field)) continue;
      report(
        [...place, field],
        `"${field}" has no meaning for a target of kind ${target.kind}`,
        'remove it',
      );
    }
    if (target.kind === 'pull-request') checkPullRequest(target, place, report);
  }
  // Two targets of one folder would take each other's version numbers, two of one branch each other's commit.
  refuseDoubles(targets, 'directory', report, ({ path = DEFAULT_PATH }) => [
    'folder',
    path.replace(/^(\.\/)+|\/+$/g, ''),
    'path',
  ]);
  refuseDoubles(targets, 'pull-request', report, ({ branch = DEFAULT_BRANCH }) => [
    'branch',
    branch,
    'branch',
  ]);
}

function checkPullRequest(
  target: RawTarget,
  place: readonly (string | number)[],
  report: Report,
): void {
  const { path = DEFAULT_PATH, branch, base } = target;
  if (/^([/\\]|[A-Za-z]:)/.test(path)) {
    report([...place, 'path'], `"${path}" is not in the repository`, 'write a relative path');
  }
  if (base !== undefined && base === branch) {
    report(
      [...place, 'branch'],
      `"${branch}" is both the branch of the pull request and the one it is merged into`,
      'choose another branch, such as mlops/{model}',
    );
  }
}

function refuseDoubles(
  targets: readonly RawTarget[],
  kind: RawTarget['kind'],
  report: Report,
  identify: (target: RawTarget) => readonly [noun: string, value: string, field: string],
): void {
  const seen = new Set<string>();
  for (const [index, target] of targets.entries()) {
    if (target.kind !== kind) continue;
    const [noun, value, field] = identify(target);
    if (seen.has(value)) {
      report(
        ['deployment', 'targets', index],
        `Two targets have the ${noun} "${value}"`,
        `give each its own ${field}`,
      );
    }
    seen.add(value);
  }
}
