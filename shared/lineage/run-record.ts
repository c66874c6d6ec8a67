import type {
  ActionName,
  Outcome,
  ParameterValue,
  Task,
  TuningMethod,
  Verdict,
} from '../config/index.ts';

/** A file with the digest that identifies its bytes. */
export interface DigestedFile {
  /** Relative to the output directory, or to the workspace for files that the user wrote. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal SHA-256. */
  readonly sha256: string;
}

/**
 * `run.json`: which data, code, configuration and seed made a model, how good it is and where it went.
 * Each action adds its part; model card, report and release notes are rendered from it.
 */
export interface RunRecord {
  readonly version: 1;
  readonly model: string;
  readonly source?: {
    readonly repository?: string;
    readonly commit?: string;
    readonly ref?: string;
    readonly runUrl?: string;
  };
  readonly configuration?: DigestedFile;
  readonly actions: Partial<Record<ActionName, ActionEntry>>;
  readonly data?: DataEntry;
  readonly training?: TrainingEntry;
  readonly evaluation?: EvaluationEntry;
  readonly exports?: readonly ExportEntry[];
  readonly deployments?: readonly DeploymentEntry[];
  readonly drift?: DriftEntry;
}

export interface ActionEntry {
  readonly verdict: Verdict;
  readonly headline: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly seconds: number;
  /** Version of mlops-actions. */
  readonly version: string;
  /** Fields of the configuration that inputs replaced in this run, e.g. `training.epochs`. */
  readonly overrides?: Readonly<Record<string, string>>;
}

export interface DataEntry {
  readonly files: readonly DigestedFile[];
  readonly examples: number;
  readonly columns: number;
  /** The schema that the data was checked against; absent when none was committed yet. */
  readonly schema?: DigestedFile;
}

export interface TrainingEntry {
  readonly task: Task;
  readonly seed: number;
  readonly engine: EngineEntry | CommandEntry;
  /** Digest of `data.split`: another split would judge the model on examples that it was trained on. */
  readonly splitDigest?: string;
  readonly data: readonly DigestedFile[];
  readonly examples: {
    readonly train: number;
    readonly validation: number;
    readonly evaluation: number;
  };
  readonly features: number;
  /** Trained numbers, epochs and the one that was kept: not known of a command. */
  readonly parameters?: number;
  readonly epochs?: number;
  readonly bestEpoch?: number;
  /** What ended the training before its epochs, where it was not the loss: it is rebuilt by `epochs`. */
  readonly stoppedBy?: 'time-budget';
  /** The module of the user's that made the model. */
  readonly module?: ModuleDigests & { readonly path: string };
  /** The model whose weights the training began with, and whose transform it has. */
  readonly parent?: ParentEntry;
  /** Digest of all files of the model together: its identity. */
  readonly modelDigest: string;
  readonly files: readonly DigestedFile[];
  readonly fromCache: boolean;
  /** Present when the model was trained by the best of several trials. */
  readonly tuning?: TuningEntry;
}

export interface ModuleDigests {
  /** Of the file. */
  readonly sha256: string;
  /** Of the layers and the weights to begin with that it made. */
  readonly digest: string;
}

export interface ParentEntry {
  /** Folder of the model. */
  readonly path: string;
  readonly modelDigest: string;
}

/** Which trial's parameters took the place of those in mlops.yml. */
export interface TuningEntry {
  /** Left out in records of versions that had random search alone. */
  readonly method?: TuningMethod;
  /** Decided the parameters of every trial. */
  readonly seed: number;
  readonly trials: number;
  readonly diverged: number;
  /** Number of the trial, from 1. */
  readonly best: number;
  /** By the field of mlops.yml, e.g. `training.l2`. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Digest of the tuning section. */
  readonly searchDigest: string;
}

export interface EngineEntry {
  readonly name: string;
  readonly version: string;
  /** Differences between instruction sets change the last bits, so this is part of a model's origin. */
  readonly simd: boolean;
  /** Of the native engine: package with its version, version of libtensorflow, threads of one operation. */
  readonly backend?: string;
  readonly library?: string;
  readonly threads?: number;
}

/** A program of the user's trained. */
export interface CommandEntry {
  readonly name: 'command';
  readonly run: string;
}

export interface EvaluationEntry {
  readonly verdict: Verdict;
  /** What the configuration makes of the verdict: only `pass` may be deployed. */
  readonly outcome: Outcome;
  readonly reason: string;
  readonly modelDigest: string;
  /** Digest of the gates and of what they mean: a verdict counts for the gates that gave it. */
  readonly gatesDigest?: string;
  readonly examples: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly baseline?: BaselineEntry;
}

/** The model that another one was compared with. */
export interface BaselineEntry {
  /** Folder of the model, or `branch@commit` of the run that left it as an artifact. */
  readonly path: string;
  readonly modelDigest: string;
  readonly artifact?: ArtifactEntry;
}

/** An artifact of another run. */
export interface ArtifactEntry {
  readonly name: string;
  readonly id: number;
  /** Page of the run that left it. */
  readonly runUrl: string;
}

export interface ExportEntry extends DigestedFile {
  readonly variant: string;
  readonly modelDigest: string;
  readonly agreement: number;
}

export interface DeploymentEntry {
  readonly target: string;
  /** Folder or address of what was deployed. */
  readonly location: string;
  readonly version: string;
  readonly modelDigest: string;
  readonly at: string;
  /** Why a model that had not passed was deployed all the same. */
  readonly forced?: string;
}

export interface DriftEntry {
  readonly drifted: boolean;
  readonly columns: readonly string[];
  readonly reference: readonly DigestedFile[];
  readonly current: readonly DigestedFile[];
}
