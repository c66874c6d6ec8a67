import type { ModelCardStatements } from '../config/index.ts';
import { type DigestedFile, digestContent, type RunRecord } from '../lineage/index.ts';
import type { FilesPort, FileToWrite } from '../platform/index.ts';

/** Why a model may not be deployed. */
export interface Refusal {
  /**
   * `verdict`: the model is not known to be good enough; a person may take that on with `force`.
   * `mismatch`: files and record don't belong together; no one can know what would be deployed.
   * `prohibited`: the owner says that its use is forbidden by law.
   */
  readonly kind: 'verdict' | 'mismatch' | 'prohibited';
  /** One sentence without a final full stop. */
  readonly reason: string;
}

/** Fails closed: what the record does not say is a reason to refuse. Everything that is wrong, at once. */
export function checkDeployment(
  record: RunRecord,
  model: {
    readonly name: string;
    readonly digest: string;
    /** Of the gates that the configuration names now. */
    readonly gatesDigest: string;
  },
): Refusal[] {
  return [
    ...checkTraining(record, model),
    ...checkEvaluation(record, model),
    ...checkExports(record, model.digest),
  ];
}

function checkTraining(
  { model, training }: RunRecord,
  { name, digest }: { readonly name: string; readonly digest: string },
): Refusal[] {
  if (training === undefined) {
    return [mismatch('run.json says nothing of the training: run train-model again')];
  }
  const refusals: Refusal[] = [];
  if (model !== name) {
    refusals.push(
      mismatch(`run.json speaks of the model "${model}", the configuration of "${name}"`),
    );
  }
  if (training.modelDigest !== digest) {
    refusals.push(
      mismatch(
        `The model files have the digest ${short(digest)}, and run.json says that ${short(training.modelDigest)} was trained: the files were changed since`,
      ),
    );
  }
  return refusals;
}

function checkEvaluation(
  { evaluation, actions }: RunRecord,
  { digest, gatesDigest }: { readonly digest: string; readonly gatesDigest: string },
): Refusal[] {
  if (evaluation === undefined) {
    return [verdict('The model has not been evaluated: run evaluate-gate first')];
  }
  if (evaluation.modelDigest !== digest) {
    return [
      mismatch(
        `The evaluation is of another model (${short(evaluation.modelDigest)}, not ${short(digest)}): run evaluate-gate again`,
      ),
    ];
  }
  const said = actions['evaluate-gate']?.verdict;
  const contradiction =
    said !== evaluation.verdict ||
    evaluation.examples === 0 ||
    (evaluation.outcome === 'pass' && evaluation.verdict === 'fail');
  if (contradiction) {
    return [mismatch('run.json contradicts itself about the evaluation: run evaluate-gate again')];
  }
  if (evaluation.gatesDigest !== undefined && evaluation.gatesDigest !== gatesDigest) {
    return [verdict('The gates have changed since the evaluation: run evaluate-gate again')];
  }
  if (evaluation.outcome === 'pass') return [];
  const wayOut =
    evaluation.verdict === 'no-baseline'
      ? ' (evaluation.on-no-baseline: pass lets a first model through)'
      : '';
  return [
    verdict(
      `The evaluation's outcome is ${evaluation.outcome}, not pass (verdict ${evaluation.verdict}): ${evaluation.reason}${wayOut}`,
    ),
  ];
}

function checkExports({ actions, exports }: RunRecord, digest: string): Refusal[] {
  const refusals: Refusal[] = [];
  const stale = (exports ?? []).filter(({ modelDigest }) => modelDigest !== digest);
  for (const { path, modelDigest } of stale) {
    refusals.push(
      mismatch(
        `${path} was exported from another model (${short(modelDigest)}, not ${short(digest)}): run export-tflite again`,
      ),
    );
  }
  const action = actions['export-tflite'];
  if (action?.verdict === 'fail') {
    refusals.push(verdict(`export-tflite failed: ${action.headline}`));
  }
  return refusals;
}

/** A practice that Article 5 of the EU AI Act prohibits is deployed by no force. */
export function checkRisk(statements: ModelCardStatements | undefined): Refusal[] {
  if (statements?.risk?.class !== 'unacceptable') return [];
  return [
    {
      kind: 'prohibited',
      reason:
        'model-card.risk.class is unacceptable: the owner puts the model into the class of prohibited practices (Article 5 of the EU AI Act), which are not deployed',
    },
  ];
}

/** Reads the exported files that the record names; those that are not the recorded ones become refusals. */
export async function readExports(
  files: FilesPort,
  outputDirectory: string,
  exports: readonly DigestedFile[],
): Promise<{ readonly files: FileToWrite[]; readonly refusals: Refusal[] }> {
  const found = new Map<string, FileToWrite>();
  const refusals: Refusal[] = [];
  for (const { path, sha256 } of exports) {
    const name = path.split('/').at(-1) ?? '';
    const full = `${outputDirectory}/${path}`;
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*\.tflite$/.test(name) || /(^|[/\\])\.\.([/\\]|$)/.test(path)) {
      refusals.push(mismatch(`run.json lists "${path}", which export-tflite does not write`));
    } else if (found.has(name)) {
      refusals.push(mismatch(`run.json lists two exported files named ${name}`));
    } else if (!(await files.exists(full))) {
      refusals.push(mismatch(`The exported file ${full} is missing: run export-tflite again`));
    } else {
      const content = await files.read(full);
      if (digestContent(name, content).sha256 === sha256) found.set(name, { path: name, content });
      else refusals.push(mismatch(`${full} is not the file that run.json describes`));
    }
  }
  return { files: [...found.values()], refusals };
}

function verdict(reason: string): Refusal {
  return { kind: 'verdict', reason };
}

function mismatch(reason: string): Refusal {
  return { kind: 'mismatch', reason };
}

function short(digest: string): string {
  return digest.slice(0, 12);
}
