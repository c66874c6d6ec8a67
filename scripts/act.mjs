// nektos/act, a Go program that runs workflows. As a program, node scripts/act.mjs installs it where Go can, says
// whether it is there, and ends with 1 when it is not.
import { pathToFileURL } from 'node:url';
import { findGoProgram, installGoProgram } from './checks/tools.mjs';

export const ACT = { name: 'act', module: 'github.com/nektos/act', version: 'v0.2.89' };

/** Path of act; null when it is not installed. */
export function findAct() {
  return findGoProgram(ACT);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const program = installGoProgram(ACT);
  if (program === null) process.exitCode = 1;
  console.log(
    program === null
      ? 'skipped: act (Go or its module proxy is not to be had here)'
      : `act ${ACT.version}: ${program}`,
  );
}
