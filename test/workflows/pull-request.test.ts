import { expect, test } from '@jest/globals';
import { runWorkflow, startPlatform } from '../workflow-runner/index.ts';
import { NO_WORSE_THAN_BEFORE, project } from './projects.ts';
import { annotationsOf, expectCleanTraces, legsOf, succeed } from './running.ts';

const penguins = () =>
  project({
    workflows: ['pull-request.yml', 'pull-request-comment.yml', 'deploy.yml'],
    fields: [
      [['deployment'], { environment: 'production', targets: [{ kind: 'release' }] }],
      [['evaluation', 'gates', 3], NO_WORSE_THAN_BEFORE],
      [['evaluation', 'on-no-baseline'], 'pass'], // or the first model could never be deployed
    ],
  });

test('judges a pull request against the model of its base branch and comments once', async () => {
  await using platform = await startPlatform(await penguins());
  const deployed = await succeed(platform, {
    workflow: 'deploy.yml',
    ...(await platform.push({ 'NOTES.md': 'first\n' })),
  });
  const pull = await platform.pullRequest({ files: { 'NOTES.md': 'changed\n' } });
  const first = await succeed(platform, { workflow: 'pull-request.yml', ...pull });
  const again = await platform.synchronize(pull.number, { 'NOTES.md': 'changed again\n' });
  const second = await succeed(platform, { workflow: 'pull-request.yml', ...again });

  expect(first.log).toContain('Took the model from the cache');
  const { comments } = platform.api.state;
  expect(comments).toHaveLength(1);
  expect(comments[0]).toMatchObject({ issue: pull.number, user: { login: 'github-actions[bot]' } });
  const body = comments[0]?.body ?? '';
  const base = deployed.trigger.sha.slice(0, 7);
  expect(body).toContain(`main&#64;${base}`); // escaped: it mentions nobody
  expect(body).toMatch(/accuracy/);
  expect(body).toContain('model.tflite');
  expect(annotationsOf(first, second)).toEqual([]);
  expect(legsOf(second)[0]?.permissions).toMatchObject({
    contents: 'read',
    actions: 'read',
    'pull-requests': 'write',
    issues: 'none',
  });
  await expectCleanTraces(platform, deployed, first, second);
}, 120_000);

test("judges a fork's pull request, whose comment is posted without its code", async () => {
  await using platform = await startPlatform(await penguins());
  const pull = await platform.pullRequest({ files: { 'NOTES.md': 'changed\n' }, fork: true });
  const judged = await succeed(platform, { workflow: 'pull-request.yml', ...pull });
  expect(platform.api.state.comments).toEqual([]);
  expect(legsOf(judged)[0]?.permissions).toMatchObject({
    contents: 'read',
    'pull-requests': 'read',
  });

  const posted = await succeed(platform, {
    workflow: 'pull-request-comment.yml',
    ...(await platform.workflowRun(judged)),
  });
  const { comments } = platform.api.state;
  expect(comments).toHaveLength(1);
  expect(comments[0]).toMatchObject({ issue: pull.number, user: { login: 'github-actions[bot]' } });
  expect(comments[0]?.body).toMatch(/fork/);
  expect(annotationsOf(posted)).toEqual([]);
  await expectCleanTraces(platform, judged, posted);
}, 120_000);

test('leaves alone the pull requests that have commented themselves', async () => {
  await using platform = await startPlatform(await penguins());
  const pull = await platform.pullRequest({ files: { 'NOTES.md': 'changed\n' } });
  const judged = await succeed(platform, { workflow: 'pull-request.yml', ...pull });
  const posted = await runWorkflow(platform, {
    workflow: 'pull-request-comment.yml',
    ...(await platform.workflowRun(judged)),
  });
  expect(posted.conclusion).toBe('skipped');
  expect(platform.api.state.comments).toHaveLength(1);
}, 120_000);
