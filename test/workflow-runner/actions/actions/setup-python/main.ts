import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';

try {
  setUp();
} catch (error) {
  core.setFailed((error as Error).message);
}

function setUp(): void {
  for (const name of ['cache', 'pip-version', 'pip-install', 'architecture']) {
    if (core.getInput(name) !== '') throw new Error(`the stand-in for setup-python has no ${name}`);
  }
  const ask = (code: string) => execFileSync('python3', ['-c', code], { encoding: 'utf8' }).trim();
  const program = ask('import sys; print(sys.executable)');
  const version = ask('import platform; print(platform.python_version())');
  const location = join(process.env.RUNNER_TOOL_CACHE ?? '', 'Python', version, 'x64');
  const bin = join(location, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['python', 'python3']) symlinkSync(program, join(bin, name));
  if (core.getBooleanInput('update-environment')) {
    core.addPath(bin);
    core.exportVariable('pythonLocation', location);
  }
  const asked = core.getInput('python-version') || 'any';
  core.info(`Python ${version} of this machine (asked for: ${asked})`);
  core.setOutput('python-version', version);
  core.setOutput('python-path', join(bin, 'python'));
  core.setOutput('cache-hit', false);
}
