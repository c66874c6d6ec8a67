import { ACTION_NAMES } from '../../config/index.ts';
import type { DigestedFile } from '../../lineage/index.ts';
import {
  dataTable,
  definitionList,
  known,
  name,
  PAGE_LIMITS,
  prose,
  restNote,
  type Section,
  shortDigest,
  statusMark,
  value,
} from '../components.ts';
import { type Html, html } from '../html.ts';
import { link } from '../links.ts';
import { formatBytes, formatSeconds } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';

export function deploymentSection({ deployment, record }: ReportInput): Section | null {
  const entries = record.deployments ?? [];
  if (deployment === undefined && entries.length === 0) return null;
  const forced = deployment?.forced ?? entries.find((entry) => entry.forced !== undefined)?.forced;
  const refused = deployment?.refused ?? [];
  const notes = [...(deployment?.targets ?? []), deployment?.environment].flatMap(
    (part) => part?.note ?? [],
  );
  const rows =
    deployment?.targets.map((target) => [
      target.target,
      link(target.location, name(target.location)),
      target.version,
      `${target.status.replace('-', ' ')}${target.previousVersion === undefined ? '' : `, before: ${target.previousVersion}`}`,
    ]) ??
    entries.map((entry) => [
      entry.target,
      link(entry.location, name(entry.location)),
      entry.version,
      entry.at,
    ]);
  return {
    id: 'deployment',
    title: 'Deployment',
    body: [
      forced === undefined
        ? null
        : html`<p><strong>Forced</strong> although the model had not passed. Reason given: ${prose(forced)}</p>`,
      ...refused.map((reason) => html`<p>${statusMark('fail', 'Refused')} ${prose(reason)}</p>`),
      rows.length === 0
        ? null
        : dataTable({
            caption: 'Where the model was put',
            captionHidden: true,
            columns: [
              { title: 'Target' },
              { title: 'Location' },
              { title: 'Version' },
              { title: deployment === undefined ? 'At' : 'Status' },
            ],
            rows: rows.slice(0, PAGE_LIMITS.files),
          }),
      restNote(rows.length, PAGE_LIMITS.files, 'target'),
      ...notes.slice(0, PAGE_LIMITS.files).map((note) => html`<p>${prose(note)}</p>`),
    ],
  };
}

/** Which bytes made which bytes: what is needed to make the model again, and to see that it is the same. */
export function provenanceSection({ record }: ReportInput): Section | null {
  const files = provenanceFiles(record);
  const steps = ACTION_NAMES.flatMap((step) => {
    const entry = record.actions?.[step];
    return entry === undefined
      ? []
      : [[step, entry.finishedAt, known(entry.seconds * 1000, formatSeconds), entry.version]];
  });
  const { source, training } = record;
  const facts = definitionList([
    ['Repository', source?.repository ?? null],
    [
      'Commit',
      source?.commit === undefined ? null : html`<code class="digest">${source.commit}</code>`,
    ],
    ['Ref', source?.ref ?? null],
    [
      'Model digest',
      training === undefined ? null : html`<code class="digest">${training.modelDigest}</code>`,
    ],
    ['Taken from the cache', training === undefined ? null : training.fromCache ? 'yes' : 'no'],
    [
      'Baseline',
      record.evaluation?.baseline === undefined
        ? null
        : html`${name(record.evaluation.baseline.path)} ${shortDigest(record.evaluation.baseline.modelDigest)}`,
    ],
  ]);
  if (files.length === 0 && steps.length === 0 && source === undefined) return null;
  return {
    id: 'provenance',
    title: 'Provenance',
    body: [
      facts,
      files.length === 0
        ? null
        : dataTable({
            caption: 'Files that went in and came out, with their SHA-256 digests',
            columns: [
              { title: 'File' },
              { title: 'Role' },
              { title: 'Size', kind: 'number' },
              { title: 'SHA-256' },
            ],
            rows: files
              .slice(0, PAGE_LIMITS.files)
              .map(({ role, file }) => [
                value(file.path),
                role,
                known(file.bytes, formatBytes),
                html`<code class="digest">${file.sha256}</code>`,
              ]),
          }),
      restNote(files.length, PAGE_LIMITS.files, 'file'),
      steps.length === 0
        ? null
        : dataTable({
            caption: 'When each step ran, and by which version of mlops-actions',
            columns: [
              { title: 'Step' },
              { title: 'Finished (UTC)' },
              { title: 'Took', kind: 'number' },
              { title: 'Version' },
            ],
            rows: steps,
          }),
    ],
  };
}

interface ProvenanceFile {
  readonly role: string;
  readonly file: DigestedFile;
}

function provenanceFiles({
  configuration,
  data,
  training,
  exports,
  drift,
}: ReportInput['record']): ProvenanceFile[] {
  const of = (role: string, files: readonly (DigestedFile | undefined)[] | undefined) =>
    (files ?? []).flatMap((file) => (file === undefined ? [] : [{ role, file }]));
  const all = [
    ...of('configuration', [configuration]),
    ...of('schema', [data?.schema]),
    ...of('data', data?.files),
    ...of('training data', training?.data),
    ...of('model', training?.files),
    ...of('exported', exports),
    ...of('drift reference', drift?.reference),
    ...of('current data', drift?.current),
  ];
  // The same bytes under the same path in several roles are one row.
  const rows = new Map<string, { readonly file: DigestedFile; readonly roles: string[] }>();
  for (const { role, file } of all) {
    const key = `${file.sha256} ${file.path}`;
    const row = rows.get(key) ?? { file, roles: [] };
    row.roles.push(role);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ file, roles }) => ({ file, role: roles.join(', ') }));
}

export function generatedBy({ record }: ReportInput): Html {
  const version = Object.values(record.actions ?? {}).at(-1)?.version;
  return html`<footer><p>Made by mlops-actions${version === undefined ? '' : ` ${version}`} from the files beside this page; <code>run.json</code> holds the full record.</p></footer>`;
}
