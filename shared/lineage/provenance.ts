import { UserError } from '../errors/index.ts';
import { prettyJson, sha256 } from './digest.ts';
import type { DigestedFile, RunRecord } from './run-record.ts';

/**
 * Type of the predicate that `renderProvenance` gives; docs/model-provenance.md defines it. It is not SLSA's: that one
 * is a statement of the build platform, and this one is made by the steps of the job themselves.
 */
export const PREDICATE_TYPE =
  'https://github.com/OWNER/mlops-actions/blob/v1/docs/model-provenance.md';

/** GitHub attests at most 1,024 subjects and a predicate of 16 MB. */
export const PROVENANCE_LIMITS = { subjects: 1024, predicateBytes: 16_000_000 } as const;

/** A file as in-toto describes a resource. */
interface ResourceDescriptor {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/**
 * `provenance.json`: the predicate of an attestation of a model's files, from its run record alone. Equal records give
 * equal bytes. The list of data files is left out, its digest stays, where it would make the predicate too large.
 */
export function renderProvenance(
  record: RunRecord,
  limit: number = PROVENANCE_LIMITS.predicateBytes,
): string {
  const full = prettyJson(predicateOf(record, true));
  if (Buffer.byteLength(full) <= limit) return full;
  const short = prettyJson(predicateOf(record, false));
  if (Buffer.byteLength(short) <= limit) return short;
  throw new UserError({
    what: `run.json says more of the model than an attestation can hold (${limit} bytes)`,
    remedy: 'Remove the output directory and run the chain again, from train-model on',
  });
}

function predicateOf(record: RunRecord, withDataFiles: boolean): object {
  const { model, source, configuration, training, evaluation, exports = [], data } = record;
  const digest = training?.modelDigest;
  const dataFiles = training?.data ?? data?.files ?? [];
  return {
    model: { name: model, ...(digest === undefined ? {} : { digest: { sha256: digest } }) },
    ...(source === undefined ? {} : { source }),
    ...(configuration === undefined ? {} : { configuration: describe(configuration) }),
    steps: Object.entries(record.actions).map(([action, entry]) => ({
      action,
      verdict: entry.verdict,
      version: entry.version,
      finishedAt: entry.finishedAt,
      ...(entry.overrides === undefined ? {} : { overrides: entry.overrides }),
    })),
    data: {
      count: dataFiles.length,
      digest: { sha256: sha256(renderSubjects(dataFiles)) },
      ...(withDataFiles ? { files: dataFiles.map(describe) } : {}),
      ...(data?.schema === undefined ? {} : { schema: describe(data.schema) }),
    },
    ...(training === undefined ? {} : { training: parametersOf(training) }),
    ...(evaluation === undefined || evaluation.modelDigest !== digest ? {} : { evaluation }),
    exports: exports.map((file) => ({
      ...describe(file),
      variant: file.variant,
      agreement: file.agreement,
    })),
    deployments: (record.deployments ?? []).filter(({ modelDigest }) => modelDigest === digest),
  };
}

/** What is said of the training but for its files, which are data and subjects. */
function parametersOf(training: NonNullable<RunRecord['training']>): object {
  const { data: _data, files: _files, modelDigest: _digest, ...parameters } = training;
  return parameters;
}

function describe({ path, sha256 }: DigestedFile): ResourceDescriptor {
  return { name: path, digest: { sha256 } };
}

/** `subjects.txt`: one line `<sha256>  <name>` for each file, as sha256sum writes it; sorted, none twice. */
export function renderSubjects(
  files: readonly { readonly path: string; readonly sha256: string }[],
): string {
  const lines = new Map(
    files.map(({ path, sha256 }) => [`${path}\n${sha256}`, `${sha256}  ${path}\n`]),
  );
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .join('');
}
