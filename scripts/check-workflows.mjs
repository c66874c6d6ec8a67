// Checks workflows, action.yml files and shell scripts with the programs that their makers' users trust: actionlint (with
// ShellCheck on every "run"), zizmor, ShellCheck. GitHub's own language service and this repository's policy are tests
// (test/workflows-static), which need nothing but Node. Ends with 1 when a program finds something.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { findActionlint, findShellcheck, findZizmor } from './checks/tools.mjs';

const workflows = ['.github/workflows', 'workflows-examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name)),
);
const actions = readdirSync('actions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join('actions', name, 'action.yml'));
const shellScripts = ['.ci/run'];

const shellcheck = findShellcheck();
const path = [...(shellcheck === null ? [] : [dirname(shellcheck)]), process.env.PATH].join(
  delimiter,
);

const checks = [
  {
    name: 'actionlint',
    what: `${workflows.length} workflows${shellcheck === null ? '' : ', their scripts with ShellCheck'}`,
    program: findActionlint(),
    words: ['-color=false', ...workflows],
    missing: 'Go or its module proxy is not to be had here',
  },
  {
    name: 'zizmor',
    what: `${workflows.length} workflows, ${actions.length} actions`,
    program: findZizmor(),
    words: ['--offline', '--quiet', '--config', '.github/zizmor.yml', ...workflows, ...actions],
    missing: 'Python or PyPI is not to be had here',
  },
  {
    name: 'ShellCheck',
    what: shellScripts.join(', '),
    program: shellcheck,
    words: shellScripts,
    missing:
      'Python or PyPI is not to be had here; the scripts of workflows are not checked either',
  },
];

for (const { name, what, program, words, missing } of checks) {
  if (program === null) {
    console.log(`skipped: ${name} (${missing})`);
    continue;
  }
  const env = { ...process.env, PATH: path };
  const { status, stdout, stderr, error } = spawnSync(program, words, { env, encoding: 'utf8' });
  const clean = status === 0;
  if (!clean) process.exitCode = 1;
  const finding = error === undefined ? 'found the faults above' : `did not run: ${error.message}`;
  console.log(
    clean ? `${name}: ${what}: no fault` : `${stdout ?? ''}${stderr ?? ''}${name}: ${finding}`,
  );
}
