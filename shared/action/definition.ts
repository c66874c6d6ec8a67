import type { ActionName, Outcome, Verdict } from '../config/index.ts';
import type { RunRecord } from '../lineage/index.ts';
import type { FileToWrite, Ports } from '../platform/index.ts';
import type { InputReader } from './inputs.ts';

/** What `actions/<name>/main.ts` exports: everything that the edge needs to run one action. */
export interface ActionDefinition<Inputs> {
  readonly name: ActionName;
  /** Reads every input that action.yml declares; wrong values become one `UserError` with all problems. */
  parseInputs(reader: InputReader): Inputs;
  run(inputs: Inputs, ports: Ports): Promise<ActionResult>;
  /**
   * Which artifacts carry the files when the input `artifact-name` is `name`. Left out: the one of that name brings what
   * earlier jobs left and takes everything on.
   */
  artifacts?(inputs: Inputs, name: string): ArtifactPlan;
}

/** How files travel between jobs that share work among them. */
export interface ArtifactPlan {
  /** Fetched before the run, each into the output directory. One that is not there is passed over: `run` says what lacks. */
  readonly download: readonly string[];
  /** Null: nothing is left for other jobs. */
  readonly upload: {
    readonly name: string;
    /** Whether a file goes along; `path` is relative to the output directory. */
    readonly includes: (path: string) => boolean;
  } | null;
}

/**
 * What an action found. Nothing is written by `run` (deploy-model's targets and train-model's cache excepted): the caller writes
 * `files` all at once, after the work has succeeded, so that a failure leaves the previous files as they were.
 */
export interface ActionResult {
  readonly verdict: Verdict;
  /** What the verdict does to the step: `fail` ends it with exit code 1, `warn` leaves a warning. */
  readonly outcome: Outcome;
  /** One line for the terminal's table and the record, e.g. `344 examples, 8 columns, 0 anomalies`. */
  readonly headline: string;
  /**
   * Values for every output that action.yml declares, `verdict` and `report` excepted: those are set by the caller,
   * but for a `verdict` that is given here.
   */
  readonly outputs: Readonly<Record<string, string | number | boolean>>;
  /** Markdown for the step's page. */
  readonly summary: string;
  /** The same in short for a terminal with lines of `width` characters, to stand above the headline. */
  readonly terminal?: (width: number) => string;
  /** Where the files below go and where `run.json` and `report.html` are. */
  readonly outputDirectory: string;
  /**
   * True for a share of the action's work (one shard, some of the trials) that another job puts together, and for a
   * report on the work of another run: neither `run.json` nor `report.html` is written, and the output `report` is empty.
   */
  readonly isPart?: boolean;
  /** Paths relative to the output directory. */
  readonly files: readonly FileToWrite[];
  /**
   * Files of an earlier run that would contradict these, paths relative to the output directory; removed once `files`
   * are written.
   */
  readonly obsoleteFiles?: readonly string[];
  /** Files outside of the output directory, paths relative to the workspace; written together with `files`. */
  readonly workspaceFiles?: readonly FileToWrite[];
  /**
   * Tells people outside (a comment, an issue), after the files have been written. Returns further outputs. Must not
   * throw for what the user's permissions forbid: that is a warning, and the verdict stands.
   */
  readonly publish?: () => Promise<Readonly<Record<string, string>>>;
  /**
   * Logs to a tracking server, last of all, so that a server which is slow can cost nothing else: files are written and
   * uploaded, people are told. Returns outputs that take the place of earlier ones. Must not throw, but when cancelled.
   */
  readonly track?: () => Promise<Readonly<Record<string, string>>>;
  /** The model's name and this action's part of `run.json`, put over what the record holds. */
  readonly record: (previous: RunRecord) => RunRecord;
}
