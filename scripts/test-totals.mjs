// node scripts/test-totals.mjs <tests.json> <workflows-on-act.json>: the last lines of .ci/run, from the reports of Jest.
// No common log reader knows Jest's closing lines, so the last line says it plainly. Without the first report
// there is nothing to tell; without the second one act was skipped, or something failed before its turn.
import { existsSync, readFileSync } from 'node:fs';
import { ACT, findAct } from './act.mjs';

const [all, onAct] = process.argv.slice(2).map(readCounts);

if (all !== null) {
  const without = findAct() === null ? 'skipped, Go is not to be had' : 'not run';
  const act = onAct === null ? without : tell(onAct.workflows);
  console.log(
    `workflows: own runner ${tell(all.workflows)}; act ${ACT.version.replace('v', '')} ${act}`,
  );
  const { passed, failed, skipped } = sum([all.total, ...(onAct === null ? [] : [onAct.total])]);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
}

/** Counts of a report, all of it and its tests in test/workflows; null when there is no report. */
function readCounts(path) {
  if (!existsSync(path)) return null;
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'));
  const files = testResults.map((file) => ({ name: file.name, counts: countFile(file) }));
  const workflows = files.filter(({ name }) => /[\\/]test[\\/]workflows[\\/]/.test(name));
  return {
    total: sum(files.map(({ counts }) => counts)),
    workflows: sum(workflows.map(({ counts }) => counts)),
  };
}

/** A file that could not even be loaded has no tests: it counts as one that failed. */
function countFile({ status, assertionResults }) {
  const count = (...states) =>
    assertionResults.filter((test) => states.includes(test.status)).length;
  if (status === 'failed' && count('failed') === 0) {
    return { passed: count('passed'), failed: 1, skipped: count('pending', 'todo') };
  }
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('pending', 'todo'),
  };
}

function sum(counts) {
  const of = (name) => counts.reduce((total, item) => total + item[name], 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** `18 passed`, and what failed or was skipped where something did. */
function tell({ passed, failed, skipped }) {
  const others = Object.entries({ failed, skipped }).filter(([, count]) => count > 0);
  return [`${passed} passed`, ...others.map(([name, count]) => `${count} ${name}`)].join(', ');
}
