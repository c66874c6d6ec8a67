import { describe, expect, test } from '@jest/globals';
import { requireTrigger } from './triggers.ts';

const check = (
  on: Parameters<typeof requireTrigger>[0],
  name: string,
  payload: Record<string, unknown> = {},
  ref = 'refs/heads/main',
) => {
  requireTrigger(on, { name, payload }, ref);
};

describe('an event starts a workflow', () => {
  test('that names it, and no other', () => {
    check({ push: null }, 'push');
    expect(() => check({ push: null }, 'schedule')).toThrow('"on" has push');
  });

  test('for the branches that it filters', () => {
    const on = { push: { branches: ['main', 'release/**', '!release/old'] } };
    check(on, 'push', {}, 'refs/heads/release/1');
    expect(() => check(on, 'push', {}, 'refs/heads/release/old')).toThrow('not in branches');
    expect(() => check(on, 'push', {}, 'refs/tags/v1')).toThrow('the ref is refs/tags/v1');
  });

  test('for the paths that it filters', () => {
    const on = { push: { paths: ['data/**', 'mlops.yml'] } };
    check(on, 'push', { commits: [{ modified: ['data/a/b.csv'] }] });
    expect(() => check(on, 'push', { commits: [{ added: ['README.md'] }] })).toThrow(
      'no changed file',
    );
  });

  test('for the types that it filters, or the usual ones', () => {
    const payload = (action: string) => ({ action, pull_request: { base: { ref: 'main' } } });
    check({ pull_request: null }, 'pull_request', payload('synchronize'));
    expect(() => check({ pull_request: null }, 'pull_request', payload('closed'))).toThrow(
      'the type is closed',
    );
    const dispatch = { repository_dispatch: { types: ['retrain'] } };
    check(dispatch, 'repository_dispatch', { action: 'retrain' });
    expect(() => check(dispatch, 'repository_dispatch', { action: 'other' })).toThrow('other');
  });

  test('for the workflow that has ended', () => {
    const on = { workflow_run: { workflows: ['model'], types: ['completed'] } };
    const payload = (name: string) => ({
      action: 'completed',
      workflow_run: { name, head_branch: 'x' },
    });
    check(on, 'workflow_run', payload('model'));
    expect(() => check(on, 'workflow_run', payload('other'))).toThrow('the workflow is other');
  });

  test('at the time that it names', () => {
    const on = { schedule: [{ cron: '17 5 * * 1' }] } as never;
    check(on, 'schedule', { schedule: '17 5 * * 1' });
    expect(() => check(on, 'schedule', { schedule: '0 0 * * *' })).toThrow('no cron');
  });
});
