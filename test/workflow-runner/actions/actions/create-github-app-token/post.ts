import * as core from '@actions/core';
import { callApi } from './api.ts';

const token = core.getState('token');
if (token !== '') {
  try {
    await callApi(
      'DELETE',
      `${core.getInput('github-api-url')}/installation/token`,
      `token ${token}`,
    );
    core.info('Token revoked');
  } catch (error) {
    core.warning(`Token revocation failed: ${(error as Error).message}`);
  }
}
