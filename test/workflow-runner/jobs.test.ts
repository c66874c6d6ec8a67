import { describe, expect, test } from '@jest/globals';
import { makeWorkspace } from '../support/run-bundle.ts';
import { linesOf, resultsOf, runTiny } from './tiny.ts';

describe('jobs', () => {
  test('run in the order of their needs and hand outputs on', async () => {
    const run = await runTiny(`
on: push
jobs:
  last:
    needs: [first, second]
    runs-on: ubuntu-latest
    outputs:
      sum: \${{ steps.sum.outputs.value }}
    steps:
      - id: sum
        run: echo "value=$A-$B-\${{ needs.second.result }}" >> "$GITHUB_OUTPUT"
        env:
          A: \${{ needs.first.outputs.a }}
          B: \${{ needs.second.outputs.b }}
  second:
    needs: first
    runs-on: ubuntu-latest
    outputs:
      b: \${{ needs.first.outputs.a }}2
    steps:
      - run: "true"
  first:
    runs-on: ubuntu-latest
    outputs:
      a: \${{ steps.a.outputs.a }}
    steps:
      - id: a
        run: echo a=1 >> "$GITHUB_OUTPUT"
`);
    expect(run.conclusion).toBe('success');
    expect(run.jobs.last?.outputs).toEqual({ sum: '1-12-success' });
  });

  test('are skipped after a failure or a skipped job anywhere before them, unless they ask otherwise', async () => {
    const job = (extra: string) => `{ runs-on: ubuntu-latest, steps: [{ run: "true" }], ${extra} }`;
    const run = await runTiny(`
on: push
jobs:
  fails: { runs-on: ubuntu-latest, steps: [{ run: "exit 3" }] }
  after: ${job('needs: fails')}
  later: ${job('needs: after')}
  always: ${job('needs: fails, if: always()')}
  after-always: ${job('needs: always')}
  on-failure: ${job("needs: after, if: failure() && needs.after.result == 'skipped'")}
  not-asked: ${job("if: github.event_name == 'schedule'")}
  after-not-asked: ${job('needs: not-asked')}
  kept: ${job('needs: not-asked, if: "!cancelled() && needs.not-asked.result == \'skipped\'"')}
`);
    expect(run.conclusion).toBe('failure');
    expect(resultsOf(run)).toEqual({
      fails: 'failure',
      after: 'skipped',
      later: 'skipped',
      always: 'success',
      // What GitHub does, and few expect: the failure before "always" still counts.
      'after-always': 'skipped',
      'on-failure': 'success',
      'not-asked': 'skipped',
      'after-not-asked': 'skipped',
      kept: 'success',
    });
    expect(run.annotations).toEqual([
      {
        level: 'error',
        message: 'Process completed with exit code 3.',
        job: 'fails',
        step: 'Run exit 3',
      },
    ]);
  });

  test('each have an empty workspace, a folder for temporary files and a home of their own', async () => {
    const run = await runTiny(`
on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - run: touch here "$RUNNER_TEMP/there" ~/home && ls
  two:
    needs: one
    runs-on: ubuntu-latest
    steps:
      - run: echo "> $(ls | wc -l) $(ls -A "$RUNNER_TEMP" | grep -c there || true) $(ls -A ~ | wc -l)"
`);
    expect(linesOf(run, 'two')).toEqual(['0 0 0']);
  });

  test('that fail and may do so leave the run green', async () => {
    const run = await runTiny(`
on: push
jobs:
  may-fail:
    continue-on-error: true
    runs-on: ubuntu-latest
    steps: [{ run: exit 1 }]
`);
    expect(run.conclusion).toBe('success');
  });

  test('are over after timeout-minutes', async () => {
    const run = await runTiny(
      `
on: push
jobs:
  slow:
    timeout-minutes: 0.01
    runs-on: ubuntu-latest
    steps:
      - run: sleep 30
      - if: always()
        run: echo "> still here"
`,
      { grace: { interruptMs: 100, terminateMs: 100 } },
    );
    expect(resultsOf(run)).toEqual({ slow: 'cancelled' });
    expect(linesOf(run, 'slow')).toEqual(['still here']);
    expect(run.annotations[0]?.message).toContain('exceeded the maximum execution time');
  });
});

describe('a matrix', () => {
  test('makes a job of each leg, from values of another job', async () => {
    const run = await runTiny(`
on: push
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs:
      shards: \${{ steps.plan.outputs.shards }}
    steps:
      - id: plan
        run: echo 'shards=[1,2,3]' >> "$GITHUB_OUTPUT"
  shard:
    needs: plan
    strategy:
      matrix:
        shard: \${{ fromJSON(needs.plan.outputs.shards) }}
    runs-on: ubuntu-latest
    outputs:
      last: \${{ steps.s.outputs.last }}
    steps:
      - id: s
        run: |
          echo "> \${{ matrix.shard }} of \${{ strategy.job-total }}, index \${{ strategy.job-index }}"
          if [ \${{ matrix.shard }} = 2 ]; then echo last=two >> "$GITHUB_OUTPUT"; fi
`);
    const { legs = [], outputs } = run.jobs.shard ?? {};
    expect(legs.map(({ name, matrix, result }) => [name, matrix, result])).toEqual([
      ['shard (1)', { shard: 1 }, 'success'],
      ['shard (2)', { shard: 2 }, 'success'],
      ['shard (3)', { shard: 3 }, 'success'],
    ]);
    expect(linesOf(run, 'shard (3)')).toEqual(['3 of 3, index 2']);
    expect(outputs).toEqual({ last: 'two' });
  });

  test('stops after a failure, unless fail-fast is off', async () => {
    const workflow = (failFast: boolean) => `
on: push
jobs:
  leg:
    strategy:
      max-parallel: 1
      fail-fast: ${failFast}
      matrix: { n: [1, 2, 3] }
    runs-on: ubuntu-latest
    steps:
      - run: test \${{ matrix.n }} != 1
`;
    const results = async (failFast: boolean) => {
      const run = await runTiny(workflow(failFast));
      expect(run.conclusion).toBe('failure');
      return run.jobs.leg?.legs.map(({ result }) => result);
    };
    expect(await results(true)).toEqual(['failure', 'cancelled', 'cancelled']);
    expect(await results(false)).toEqual(['failure', 'success', 'success']);
  });

  test('runs two legs at once, and no more than max-parallel', async () => {
    const workflow = (more: string) => `
on: push
jobs:
  leg:
    strategy: { matrix: { n: [1, 2, 3, 4] } ${more} }
    runs-on: ubuntu-latest
    steps:
      - run: |
          mkdir -p "$SHARED/running-\${{ matrix.n }}"
          echo "> $(ls "$SHARED" | wc -l)"
          sleep 0.3
          rm -r "$SHARED/running-\${{ matrix.n }}"
        env:
          SHARED: \${{ vars.SHARED }}
`;
    const most = async (more: string) => {
      await using shared = await makeWorkspace();
      const run = await runTiny(workflow(more), { vars: { SHARED: shared.path } });
      return Math.max(...[1, 2, 3, 4].map((n) => Number(linesOf(run, `leg (${n})`)[0])));
    };
    expect(await most('')).toBe(2);
    expect(await most(', max-parallel: 1')).toBe(1);
  });
});
