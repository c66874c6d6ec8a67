import { describe, expect, test } from '@jest/globals';
import { linesOf, resultsOf, runTiny } from './tiny.ts';

const grace = { interruptMs: 400, terminateMs: 400 };
const cancelAfter = /> started/;

/** A program that says which signals it gets, and ends after `patience` of them. */
const program = (patience: number) => `node -e "
let got = 0;
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {
  console.log('> ' + name);
  if (++got === ${patience}) process.exit(1);
});
setTimeout(() => {}, 30000);
console.log('> started');
"`;

const workflow = (patience: number) => `
on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - id: long
        run: |
          exec ${program(patience).replaceAll('\n', '\n          ')}
      - run: echo "> not reached"
      - if: always()
        run: echo "> always \${{ steps.long.outcome }} \${{ job.status }}"
      - if: cancelled()
        run: echo "> cancelled"
      - if: failure()
        run: echo "> no failure"
  after:
    needs: job
    runs-on: ubuntu-latest
    steps: [{ run: echo }]
  cleanup:
    needs: job
    if: always()
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "> cleaned after \${{ needs.job.result }}"', if: always() }]
`;

describe('a cancelled run', () => {
  test('interrupts the step, then runs only what asks for it', async () => {
    const run = await runTiny(workflow(1), { cancelAfter, grace });
    expect(run.conclusion).toBe('cancelled');
    expect(linesOf(run, 'job')).toEqual([
      'started',
      'SIGINT',
      'always cancelled cancelled',
      'cancelled',
    ]);
    expect(resultsOf(run)).toEqual({ job: 'cancelled', after: 'skipped', cleanup: 'cancelled' });
    expect(linesOf(run, 'cleanup')).toEqual(['cleaned after cancelled']);
  });

  test('terminates a step that goes on after the interrupt', async () => {
    const run = await runTiny(workflow(2), { cancelAfter, grace });
    expect(linesOf(run, 'job').slice(0, 3)).toEqual(['started', 'SIGINT', 'SIGTERM']);
  });

  test('kills a step that goes on after that', async () => {
    const run = await runTiny(workflow(3), { cancelAfter, grace });
    expect(linesOf(run, 'job').slice(3)).toEqual(['always cancelled cancelled', 'cancelled']);
  });

  test('lets a step end that was to run in any case', async () => {
    const run = await runTiny(
      `
on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - if: always()
        run: |
          echo "> started"
          sleep 0.3
          echo "> ended"
`,
      { cancelAfter, grace },
    );
    expect(linesOf(run, 'job')).toEqual(['started', 'ended']);
    expect(run.conclusion).toBe('cancelled');
  });
});
