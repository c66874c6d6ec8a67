// npm run fuzz -- [--seconds 60] [--executions 1000000] [--seed 1] [--findings <folder>] [<target> …]
// Fuzzes the readers of data, guided by the branches of their code. The time is shared out among the targets; each ends
// earlier when it has made its share of the executions. Ends with 1 when an input breaks a target; the input is written.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleInstrumented } from './instrument.ts';
import { fuzzInThread } from './watch.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    executions: { type: 'string', default: '1000000000' },
    seed: { type: 'string', default: '1' },
    findings: { type: 'string', default: 'coverage/fuzz' },
  },
});
const folder = join(import.meta.dirname, 'targets');
const all = readdirSync(folder).map((file) => basename(file, '.ts'));
const names = positionals.length > 0 ? positionals : all;
const bundles = mkdtempSync(join(tmpdir(), 'mlops-fuzz-'));
let executions = 0;
let findings = 0;

for (const name of names) {
  const file = join(bundles, `${name}.mjs`);
  const instrumented = await bundleInstrumented(join(folder, `${name}.ts`), file);
  const start = performance.now();
  const found = await fuzzInThread({
    name,
    module: pathToFileURL(file).href,
    instrumented,
    seed: Number(given.seed),
    seconds: Number(given.seconds) / names.length,
    executions: Math.ceil(Number(given.executions) / names.length),
  });
  executions += found.executions;
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${name}: ${found.executions} executions in ${seconds.toFixed(0)} s, ${found.branches} of ${instrumented.branches} branches, ${found.corpus} inputs that found new ones`,
  );
  if (found.finding !== null) tell(name, found.finding.text, found.finding.input);
}
rmSync(bundles, { recursive: true, force: true });
console.log(`${executions} executions, ${findings} findings`);
process.exitCode = findings === 0 ? 0 : 1;

function tell(name: string, text: string, input: Uint8Array): void {
  findings++;
  mkdirSync(given.findings, { recursive: true });
  const file = join(given.findings, `${name}-${given.seed}.bin`);
  writeFileSync(file, input);
  console.log(`${name}: ${text}\n  the input is in ${file}: ${show(input)}`);
}

function show(input: Uint8Array): string {
  return JSON.stringify(Buffer.from(input.subarray(0, 400)).toString('latin1'));
}
