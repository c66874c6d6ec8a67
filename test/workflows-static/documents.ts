import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A workflow or an action.yml as the language service is to read it. */
export interface Document {
  /** File, and where its text begins in a Markdown file, e.g. `README.md:38`. */
  readonly name: string;
  readonly kind: 'workflow' | 'action';
  readonly text: string;
  /** What to add to a line of `text`, counted from 1, for the line of the file; negative below an added frame. */
  readonly lineOffset: number;
  readonly file: string;
}

const WORKFLOW_FOLDERS = ['.github/workflows', 'workflows-examples'];
const RUNNER = 'runs-on: ubuntu-latest';

/** Paths of every workflow of the repository. */
export function workflowFiles(): string[] {
  return WORKFLOW_FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

export function actionFiles(): string[] {
  return readdirSync('actions', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `actions/${name}/action.yml`);
}

/** Paths of the Markdown files whose examples people copy. */
export function markdownFiles(): string[] {
  const documents = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`);
  return [
    'README.md',
    ...documents('docs'),
    ...documents('workflows-examples'),
    ...actionFiles().map((path) => path.replace('action.yml', 'README.md')),
  ];
}

export function readDocument(path: string, kind: Document['kind'] = 'workflow'): Document {
  return { name: path, kind, text: readFileSync(path, 'utf8'), lineOffset: 0, file: path };
}

/** Every YAML block of a Markdown file that is a workflow or a part of one; blocks of other files are left out. */
export function workflowBlocks(path: string): Document[] {
  return yamlBlocks(readFileSync(path, 'utf8')).flatMap(({ text, line }) => {
    const framed = frame(text);
    if (framed === null) return [];
    const [before, whole] = framed;
    const name = `${path}:${line}`;
    const lineOffset = line - 1 - before;
    return [{ name, kind: 'workflow' as const, text: whole, lineOffset, file: path }];
  });
}

/** Blocks fenced as YAML, with the line of their first line in the file. */
export function yamlBlocks(markdown: string): { text: string; line: number }[] {
  const lines = markdown.split('\n');
  const blocks: { text: string; line: number }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!/^```ya?ml\b/.test(lines[at] ?? '')) continue;
    const end = lines.indexOf('```', at);
    blocks.push({ text: `${lines.slice(at + 1, end).join('\n')}\n`, line: at + 2 });
    at = end;
  }
  return blocks;
}

/** The block inside of what it lacks to be a workflow, with the number of lines added before it; null for no workflow. */
function frame(text: string): [before: number, whole: string] | null {
  const content: unknown = parse(text);
  const isSteps = (value: unknown) =>
    Array.isArray(value) &&
    value.some((step) => step?.uses !== undefined || step?.run !== undefined);
  if (isSteps(content)) return below(['on: push', 'jobs:', '  example:', RUNNER, 'steps:'], text);
  if (typeof content !== 'object' || content === null) return null;
  if ('jobs' in content) return 'on' in content ? [0, text] : [1, `on: push\n${text}`];
  if ('steps' in content && isSteps(content.steps)) {
    const frameOfJob = ['on: push', 'jobs:', '  example:'];
    return below('runs-on' in content ? frameOfJob : [...frameOfJob, RUNNER], text);
  }
  return null;
}

function below(frameLines: string[], text: string): [number, string] {
  const lines = frameLines.map((line, index) => (index > 2 ? `    ${line}` : line));
  const indented = text.replace(/^(?=.)/gm, '    ');
  return [lines.length, `${lines.join('\n')}\n${indented}`];
}
