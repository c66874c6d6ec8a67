import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';

/** What a policy has against a workflow, as `file:line: message`. */
export type Problems = string[];

/** A third-party action by its commit, with the version that it stands for. */
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const VERSION_COMMENT = /^ v\d+(\.\d+){0,2}$/;
/** Contexts that people outside decide on, or that a caller does: never a part of a script. */
const UNTRUSTED =
  /\$\{\{[^}]*\b(github\.event\.|github\.(head_ref|ref_name|base_ref|actor)\b|inputs\.)/;
const OWN_ACTIONS = ['./', 'OWNER/mlops-actions/'];

/** The rules of this repository for workflows that it runs or that people copy (docs/threat-model.md says why). */
export function checkPolicy(
  file: string,
  text: string,
  needed: Readonly<Record<string, 'read' | 'write'>>,
): Problems {
  const problems: Problems = [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const report = (node: unknown, message: string) => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    problems.push(`${file}:${lines.linePos(offset).line}: ${message}`);
  };
  const root = document.contents;
  if (!isMap(root)) return [`${file}:1: no workflow`];

  const triggers = root.get('on', true);
  if (/\bpull_request_target\b/.test(String(triggers))) {
    report(triggers, 'pull_request_target runs with rights that a fork must not get');
  }
  const permissions = root.get('permissions', true);
  if (!isMap(permissions) || permissions.items.length > 0) {
    report(permissions ?? root, 'the workflow begins with "permissions: {}"');
  }
  if (!root.has('concurrency')) report(root, 'the workflow has no concurrency');

  for (const { key, value: job } of pairs(root.get('jobs', true))) {
    if (!isMap(job)) continue;
    if (!job.has('uses') && !job.has('timeout-minutes')) {
      report(key, `the job ${key} has no timeout-minutes`);
    }
    checkPermissions(job, needed, key, report);
    const steps = job.get('steps', true);
    if (isSeq(steps)) for (const step of steps.items) if (isMap(step)) checkStep(step, report);
  }
  return problems;
}

type Report = (node: unknown, message: string) => void;

function checkPermissions(
  job: YAMLMap,
  needed: Readonly<Record<string, 'read' | 'write'>>,
  name: unknown,
  report: Report,
): void {
  const permissions = job.get('permissions', true);
  if (!isMap(permissions)) {
    report(permissions ?? name, `the job ${name} does not list its permissions one by one`);
    return;
  }
  for (const { key, value } of pairs(permissions)) {
    const [scope, access] = [String(key), String(value)];
    const most = needed[scope];
    if (access !== 'none' && access !== most && !(access === 'read' && most === 'write')) {
      report(key, `${scope}: ${access} is more than needed-permissions.ts says`);
    }
    if (!isScalar(value) || value.comment == null) {
      report(key, `${scope}: ${access} has no comment that says what for`);
    }
  }
}

function checkStep(step: YAMLMap, report: Report): void {
  const uses = step.get('uses', true);
  if (isScalar(uses)) {
    const name = String(uses.value);
    if (!OWN_ACTIONS.some((prefix) => name.startsWith(prefix))) {
      if (!PINNED.test(name)) report(uses, `${name} is not pinned by a commit`);
      else if (!VERSION_COMMENT.test(uses.comment ?? '')) {
        report(uses, `${name} has no comment that says its version`);
      }
    }
    if (name.startsWith('actions/checkout@')) checkCheckout(step, uses, report);
  }
  const run = step.get('run', true);
  if (isScalar(run) && UNTRUSTED.test(String(run.value))) {
    report(run, 'a value from outside stands in the script: hand it over by env');
  }
}

/** The token stays out of the checkout, or a comment at the input says what needs it. */
function checkCheckout(step: YAMLMap, uses: unknown, report: Report): void {
  const inputs = step.get('with', true);
  const persist = isMap(inputs) ? inputs.get('persist-credentials', true) : undefined;
  const off = isScalar(persist) && String(persist.value) === 'false';
  const justified = isScalar(persist) && persist.comment != null;
  if (!off && !justified) report(uses, 'checkout leaves the token behind (persist-credentials)');
}

function pairs(map: unknown): Pair[] {
  return isMap(map) ? (map.items as Pair[]) : [];
}

/** Each third-party action with the commits by which it is pinned, where there is more than one. */
export function differentPins(texts: readonly string[]): Problems {
  const pins = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [, action = '', pin = ''] of text.matchAll(/uses: ([\w./-]+)@([0-9a-f]{40}.*)$/gm)) {
      pins.set(action, (pins.get(action) ?? new Set()).add(pin));
    }
  }
  return [...pins]
    .filter(([, { size }]) => size > 1)
    .map(([action, commits]) => `${action}: ${[...commits].join(' | ')}`);
}
