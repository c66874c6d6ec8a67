import { describe, expect, test } from '@jest/globals';
import {
  actionFiles,
  type Document,
  markdownFiles,
  readDocument,
  workflowBlocks,
  workflowFiles,
  yamlBlocks,
} from './documents.ts';
import { findProblems } from './language-service.ts';

const documents = [
  ...workflowFiles().map((path) => readDocument(path)),
  ...actionFiles().map((path) => readDocument(path, 'action')),
  ...markdownFiles().flatMap(workflowBlocks),
];

describe("GitHub's language service finds nothing wrong in", () => {
  test.each(documents.map((document) => [document.name, document] as const))(
    '%s',
    async (_, document) => {
      expect(await findProblems(document)).toEqual([]);
    },
  );
});

test('every action shows workflows in its README', () => {
  const files = new Set(documents.map(({ file }) => file));
  for (const path of actionFiles())
    expect(files).toContain(path.replace('action.yml', 'README.md'));
});

describe('a mistake is found at its line:', () => {
  const workflow = (jobs: string, on = 'push'): Document => ({
    name: 'example',
    file: 'example.yml',
    kind: 'workflow',
    text: `on: ${on}\njobs:\n  one:\n    runs-on: ubuntu-latest\n${jobs}`,
    lineOffset: 0,
  });
  const step = (text: string) => workflow(`    steps:\n      - ${text}\n`);
  const mistakes: [what: string, Document, problem: RegExp][] = [
    ['an event', workflow('    steps: []\n', 'pull_requests'), /^example\.yml:1: /],
    [
      'a permission',
      workflow('    permissions: { content: read }\n    steps: []\n'),
      /:5: .*content/,
    ],
    ['a needed job', workflow('    needs: two\n    steps: []\n'), /:5: .*two/],
    ['a step key', step('use: actions/checkout@v5'), /:6: .*use/],
    ['a context', step(`run: echo \${{ stesp.one.outputs.x }}`), /:6: .*stesp/],
    ['a function', step('if: sucess()\n        run: exit'), /:6: .*sucess/],
    [
      'an input of one of the six actions',
      step('uses: OWNER/mlops-actions/actions/train-model@v1\n        with:\n          sead: 3'),
      /:8: .*sead/,
    ],
    [
      'an input of one of the six actions by its path',
      step('uses: ./actions/train-model\n        with:\n          sead: 3'),
      /:8: .*sead/,
    ],
    [
      "an input of GitHub's own actions",
      step('uses: actions/checkout@v5\n        with:\n          persist-credential: false'),
      /:8: .*persist-credential/,
    ],
    [
      'a required input that is missing',
      step('uses: actions/create-github-app-token@v3'),
      /:6: .*private-key/,
    ],
    ['an action that is not there', step('uses: OWNER/mlops-actions/actions/train@v1'), /:6: /],
    [
      'an output of one of the six actions',
      step(
        `uses: ./actions/evaluate-gate\n        id: gate\n      - run: echo \${{ steps.gate.outputs.verdikt }}`,
      ),
      /:8: .*verdikt/,
    ],
    [
      'a file of an action.yml',
      {
        ...workflow(''),
        kind: 'action',
        text: 'name: a\ndescription: b\nruns:\n  using: node24\n  mian: index.js\n',
      },
      /example\.yml:[45]: .*mi?ai?n/,
    ],
  ];
  test.each(mistakes)('%s', async (_, document, problem) => {
    expect(await findProblems(document)).toContainEqual(expect.stringMatching(problem));
  });

  test('in a block of a Markdown file, framed or not', () => {
    const markdown = ['text', '```yaml', '- uses: a/b@v1', '```', '', '```yml', 'on: push', '```'];
    expect(yamlBlocks(markdown.join('\n'))).toEqual([
      { text: '- uses: a/b@v1\n', line: 3 },
      { text: 'on: push\n', line: 7 },
    ]);
  });
});
