import { describe, expect, test } from '@jest/globals';
import { BATCH_LIMITS, batchesOf, type RunContent, uniqueKeys } from '../../shared/mlflow/index.ts';
import { randomContent } from './random-content.ts';
import { startMlflow } from './server.ts';

const EMPTY: RunContent = { params: [], metrics: [], tags: [] };

describe('batches', () => {
  test('hold what a server takes, and all of it, whatever names and values are', async () => {
    await using server = await startMlflow();
    const post = async (path: string, fields: object) => {
      const response = await fetch(`${server.url}/api/2.0/mlflow/${path}`, {
        method: 'POST',
        body: JSON.stringify(fields),
      });
      return { status: response.status, text: await response.text() };
    };
    await post('experiments/create', { name: 'any' });
    for (let round = 0; round < 40; round++) {
      const content = randomContent(round);
      await post('runs/create', { experiment_id: '1', start_time: 0, run_name: 'any', tags: [] });
      const run = server.runs.at(-1);
      const batches = batchesOf(content, 1_700_000_000_000);
      for (const batch of batches) {
        expect(await post('runs/log-batch', { run_id: run?.id, ...batch })).toEqual({
          status: 200,
          text: '{}',
        });
      }
      const filled = (values: RunContent['params']) =>
        new Set(values.filter(({ value }) => value !== '').map(({ key }) => key)).size;
      expect(run?.params.size).toBe(filled(content.params));
      expect(run?.tags.size).toBe(filled(content.tags));
      expect(run?.metrics.map(({ value, step }) => [value, step])).toEqual(
        content.metrics.flatMap(({ value, step }) =>
          Number.isFinite(value) ? [[value, step]] : [],
        ),
      );
      expect(new Set(run?.metrics.map(({ key }) => key)).size).toBeLessThanOrEqual(4);
    }
  }, 60_000);

  test('are as few as the limits of a call allow', () => {
    const metrics = Array.from({ length: 2_500 }, (_, step) => ({ key: 'loss', value: 1, step }));
    const params = Array.from({ length: 150 }, (_, index) => ({ key: `p${index}`, value: '1' }));
    const batches = batchesOf({ ...EMPTY, params, metrics }, 0);
    expect(batches.map(({ params, metrics }) => [params.length, metrics.length])).toEqual([
      [100, 0],
      [50, 950],
      [0, 1_000],
      [0, 550],
    ]);
  });

  test('are kept below a megabyte by their bytes and not by their characters', () => {
    const params = Array.from({ length: 100 }, (_, index) => ({
      key: `p${index}`,
      value: '日'.repeat(BATCH_LIMITS.paramValue),
    }));
    const batches = batchesOf({ ...EMPTY, params }, 0);
    expect(batches).toHaveLength(2);
    for (const batch of batches) {
      expect(Buffer.byteLength(JSON.stringify({ run_id: 'x'.repeat(32), ...batch }))).toBeLessThan(
        1_000_000,
      );
    }
  });

  test('of nothing are none', () => {
    expect(batchesOf({ ...EMPTY, params: [{ key: 'empty', value: '' }] }, 0)).toEqual([]);
  });
});

describe('a key', () => {
  test.each([
    ['importance/bill length (mm)', 'importance/bill length _mm_'],
    ['größe', 'größe'],
    ['a:b', 'a_b'],
    ['', '_'],
    ['..', '_'],
    ['/a//b/', '_/a/_/b/_'],
    ['a/../b', 'a/_/b'],
    ['..a', '__a'],
    ['a'.repeat(300), 'a'.repeat(250)],
    [`${'a'.repeat(248)}/..x`, `${'a'.repeat(248)}/_`],
  ])('%j becomes %j', (name, key) => {
    expect(uniqueKeys()(name)).toBe(key);
  });

  test('is the same for a name each time, and another for another name', () => {
    const keyOf = uniqueKeys();
    expect(['a:b', 'a;b', 'a:b', 'a_b'].map(keyOf)).toEqual(['a_b', 'a_b 2', 'a_b', 'a_b 3']);
    const long = 'a'.repeat(260);
    expect([`${long}b`, `${long}c`].map(keyOf)).toEqual(['a'.repeat(250), `${'a'.repeat(248)} 2`]);
  });
});
