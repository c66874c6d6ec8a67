import type { JobConclusion, JobResult, LegResult } from './jobs.ts';
import type { StepResult, StepState } from './leg.ts';
import type { Annotation } from './log-commands.ts';
import type { Permissions } from './permissions.ts';
import { RunLog } from './run-log.ts';

/** One line of act's log with `--json`. */
interface Entry {
  readonly level: string;
  readonly msg: string;
  readonly job?: string;
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: StepResult;
  readonly jobResult?: JobConclusion;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly kvPairs?: Readonly<Record<string, string>> | null;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

/** The command by which the last job tells what act knows of the others. */
export const RESULTS_COMMAND = 'act-results';

export interface ActLog {
  readonly log: RunLog;
  readonly jobs: Readonly<Record<string, JobResult>>;
}

/** How much of the log an error shows. */
const SHOWN = 5000;

/** What is known of a job beforehand. */
export interface ActJob {
  readonly id: string;
  /** Name of the deployment environment. */
  readonly environment: string | null;
}

/**
 * Reads act's log of a workflow with these jobs, the reporting job left out. `permissions`: of the one token that all of
 * them have. Throws an Error when act ended without the report.
 */
export function readActLog(
  text: string,
  expected: readonly ActJob[],
  permissions: Permissions,
): ActLog {
  const log = new RunLog();
  const legs = new Map<string, MutableLeg>();
  let told: Record<string, { result: string; outputs: Record<string, string> | null }> | null =
    null;
  for (const entry of parseEntries(text)) {
    if (entry.command === RESULTS_COMMAND) {
      told = JSON.parse(entry.arg ?? '{}');
    } else {
      show(log, entry);
      note(legs, entry, permissions);
    }
  }
  const report = told;
  if (report === null)
    throw new Error(`act did not finish:\n${log.lines.join('\n').slice(-SHOWN)}`);
  const jobs = expected.map(({ id, environment }): [string, JobResult] => {
    const { result = 'skipped', outputs } = report[id] ?? {};
    return [
      id,
      {
        result: (result || 'skipped') as JobConclusion,
        outputs: outputs ?? {},
        legs: [...legs.values()].filter((leg) => leg.id === id).map(({ leg }) => leg),
        jobs: {},
        environment: result === 'skipped' ? null : environment,
        concurrency: null,
      },
    ];
  });
  return { log, jobs: Object.fromEntries(jobs) };
}

function parseEntries(text: string): Entry[] {
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return line === '' ? [] : [{ level: 'info', msg: line }];
    return [JSON.parse(line) as Entry];
  });
}

function show(log: RunLog, entry: Entry): void {
  const job = entry.jobID ?? 'act';
  const step = entry.step ?? '';
  const { command, arg = '', content = '', kvPairs } = entry;
  if (command === 'error' || command === 'warning' || command === 'notice') {
    const { title, file, line } = kvPairs ?? {};
    const place = {
      ...(title === undefined ? {} : { title }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line: Number(line) }),
    };
    const level: Annotation['level'] = command;
    log.annotations.push({ level, ...place, message: arg.replace(/\n$/, ''), job, step });
  }
  if (command === 'summary') log.summaries.push({ job, step, text: content });
  log.write(job, entry.msg.replace(/\n$/, ''));
}

interface MutableLeg {
  readonly id: string;
  readonly leg: LegResult & { result: JobConclusion; steps: Record<string, StepState> };
}

function note(legs: Map<string, MutableLeg>, entry: Entry, permissions: Permissions): void {
  const { job, jobID, matrix, stepID = [], stepResult, jobResult, command } = entry;
  if (job === undefined || jobID === undefined) return;
  const known = legs.get(job) ?? makeLeg(jobID, job, matrix ?? {}, permissions);
  legs.set(job, known);
  if (jobResult !== undefined) known.leg.result = jobResult;
  const [id] = stepID;
  if (id === undefined || stepID.length > 1) return;
  const step = known.leg.steps[id] ?? { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
  known.leg.steps[id] = step;
  if (stepResult !== undefined) step.outcome = step.conclusion = stepResult;
  if (command === 'set-output') step.outputs[entry.name ?? ''] = entry.arg ?? '';
}

function makeLeg(
  id: string,
  name: string,
  matrix: Readonly<Record<string, unknown>>,
  permissions: Permissions,
): MutableLeg {
  const nothing = { outputs: {}, steps: {}, permissions, folder: null };
  return { id, leg: { name, matrix, result: 'skipped', ...nothing } };
}
