import { existsSync, rmSync } from 'node:fs';
import * as core from '@actions/core';
import { git } from './git.ts';

const file = core.getState('credentials');
const folder = core.getState('folder');
if (file !== '' && existsSync(file)) {
  rmSync(file);
  if (existsSync(folder)) {
    git(folder, 'config', '--local', '--unset-all', core.getState('include'));
  }
}
