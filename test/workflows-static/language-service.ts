import { existsSync, readFileSync } from 'node:fs';
import { FeatureFlags } from '@actions/expressions';
import { type ActionsMetadataProvider, validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import type { Document } from './documents.ts';

interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Record<string, { description: string; required?: boolean; default?: string }>;
  readonly outputs?: Record<string, { description: string }>;
}

/** Declarations of GitHub's own actions; their inputs are those of the real ones. */
const STAND_INS = 'test/workflow-runner/actions';

const metadata: ActionsMetadataProvider = {
  async fetchActionMetadata({ owner, name, path }) {
    const own = `${owner}/${name}` === 'OWNER/mlops-actions';
    const folder = own ? (path ?? '.') : `${STAND_INS}/${owner}/${name}`;
    const declared = readMetadata(folder);
    if (declared !== undefined || own) return declared;
    return { name, description: '' }; // an action that nothing is known of: its inputs are not checked
  },
};

function readMetadata(folder: string): Metadata | undefined {
  const path = `${folder}/action.yml`;
  if (!existsSync(path)) return undefined;
  const { inputs = {}, ...rest } = parse(readFileSync(path, 'utf8')) as Metadata;
  return { ...rest, inputs };
}

/** What is new in the language, but for advice on the last newline of a text. */
const experimental = new FeatureFlags({ all: true, blockScalarChompingWarning: false });

/**
 * What GitHub's language service finds wrong, as `file:line: message`. Steps that use an action of this repository, by
 * either name, are held against its action.yml.
 */
export async function findProblems(document: Document): Promise<string[]> {
  const { name, kind, file, lineOffset } = document;
  const text = document.text.replaceAll(
    /uses: \.\/(actions\/[\w-]+)/g,
    'uses: OWNER/mlops-actions/$1@v1',
  );
  // The service keeps what it read by address and tells an action.yml from a workflow by its name.
  const base = kind === 'action' ? 'action.yml' : 'workflow.yml';
  const uri = `file:///${encodeURIComponent(name)}-${identifier()}/${base}`;
  const diagnostics = await validate(TextDocument.create(uri, 'yaml', 1, text), {
    actionsMetadataProvider: metadata,
    fileProvider: { getFileContent: async ({ path }) => readReusableWorkflow(path) },
    featureFlags: experimental,
  });
  const found = diagnostics.map(
    ({ message, range }) => `${file}:${range.start.line + 1 + lineOffset}: ${message}`,
  );
  return [...found, ...unknownOutputs(document)];
}

let lastIdentifier = 0;

function identifier(): number {
  lastIdentifier += 1;
  return lastIdentifier;
}

/** A workflow that another one calls lies beside it where people copy both to. */
function readReusableWorkflow(path: string): { name: string; content: string } {
  const copied = path.replace(/^.*\.github\/workflows\//, 'workflows-examples/');
  const found = [path, copied].find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`no workflow ${path}`);
  return { name: path, content: readFileSync(found, 'utf8') };
}

/** The service takes any output of a step; those of this repository's actions are declared. */
function unknownOutputs({ text, file, lineOffset }: Document): string[] {
  const { jobs } = parse(text) as { jobs?: Record<string, { steps?: StepUse[] }> };
  const lines = text.split('\n');
  return Object.values(jobs ?? {}).flatMap(({ steps = [] }) =>
    steps.flatMap(({ id, uses }) => {
      const folder = /^(?:OWNER\/mlops-actions|\.)\/(actions\/[\w-]+)/.exec(uses ?? '')?.[1];
      if (id === undefined || folder === undefined) return [];
      const declared = Object.keys(readMetadata(folder)?.outputs ?? {});
      const use = new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g');
      return lines.flatMap((line, index) =>
        [...line.matchAll(use)]
          .filter(([, output]) => !declared.includes(output ?? ''))
          .map(
            ([, output]) => `${file}:${index + 1 + lineOffset}: ${folder} has no output ${output}`,
          ),
      );
    }),
  );
}

interface StepUse {
  readonly id?: string;
  readonly uses?: string;
}
