import { describe, expect, test } from '@jest/globals';
import type { Progress } from '../../shared/platform/index.ts';
import { formatProgress } from '../../shared/platform/progress.ts';
import { followImages, followReading, ReadingProgress } from '../../shared/report/index.ts';

const GIGABYTE = 1e9;

/** Progress at a steady rate, in bytes a second, looked at every 50 ms. */
function readSteadily(rate: number, seconds: number, totalBytes = 10 * GIGABYTE) {
  const reading = new ReadingProgress('reading data', 1000);
  let last: Progress | undefined;
  for (let time = 0; time <= seconds * 1000; time += 50) {
    const bytes = (rate * time) / 1000;
    last = reading.update({ bytes, totalBytes, rows: Math.round(bytes / 100) }, 1000 + time);
  }
  return { reading, last };
}

describe('reading', () => {
  test('says what is left first, then rate, rows and bytes', () => {
    const { last } = readSteadily(250e6, 10);
    expect(last).toEqual({
      label: 'reading data',
      fraction: 0.25,
      detail: '30 s left · 250 MB/s · 25,000,000 rows · 2.5 GB of 10.0 GB',
    });
  });

  test.each([
    [1e6, 'about three hours', '2 h 46 min left'],
    [100e6, 'minutes', '1 min 30 s left'],
    [990e6, 'the end', 'under 1 s left'],
  ])('%p bytes a second: %s', (rate, _, left) => {
    expect(readSteadily(rate, 10).last?.detail).toMatch(new RegExp(`^${left} ·`));
  });

  test('has no rate in the first half second', () => {
    expect(readSteadily(100e6, 0.4).last?.detail).toBe('400,000 rows · 40.0 MB of 10.0 GB');
  });

  test('has the rate of the last ten seconds, whatever was before', () => {
    const reading = new ReadingProgress('reading data', 0);
    const total = { totalBytes: 2 * GIGABYTE, rows: 1 };
    for (let second = 1; second <= 60; second++) {
      reading.update({ bytes: second * 1e6, ...total }, second * 1000);
    }
    let last: Progress | undefined;
    for (let second = 1; second <= 11; second++) {
      last = reading.update({ bytes: 60e6 + second * 40e6, ...total }, 60_000 + second * 1000);
    }
    expect(last?.detail).toContain('38 s left · 40.0 MB/s');
  });

  test('that begins again is measured anew', () => {
    const { reading } = readSteadily(250e6, 10);
    const again = { bytes: 0, totalBytes: 10 * GIGABYTE, rows: 0 };
    expect(reading.update(again, 11_100).detail).toBe('0 rows · 0 B of 10.0 GB');
    const later = { ...again, bytes: 100e6, rows: 1_000_000 };
    expect(reading.update(later, 12_100).detail).toBe(
      '1 min 39 s left · 100 MB/s · 1,000,000 rows · 100 MB of 10.0 GB',
    );
    expect(reading.end(21_100).detail).toContain('10 s');
  });

  test('a file that grows does not go beyond the end', () => {
    const reading = new ReadingProgress('reading data', 0);
    const read = { bytes: 300, totalBytes: 100, rows: 3 };
    const { fraction, detail } = reading.update(read, 1000);
    expect(fraction).toBe(1);
    expect(detail).toBe('under 1 s left · 300 B/s · 3 rows · 300 B of 100 B');
  });

  test('of unknown size has no share and no time left', () => {
    const reading = new ReadingProgress('reading data', 0);
    expect(reading.update({ bytes: 5000, totalBytes: 0, rows: 1 }, 1000)).toEqual({
      label: 'reading data',
      detail: '5.0 kB/s · 1 row · 5.0 kB',
    });
  });

  test('a clock that stands still gives no rate', () => {
    const reading = new ReadingProgress('reading data', 7);
    const read = { bytes: 10, totalBytes: 100, rows: 1 };
    expect(reading.update(read, 7).detail).toBe('1 row · 10 B of 100 B');
  });

  test('that took long says how long, and short reading says nothing', () => {
    const { reading } = readSteadily(500e6, 20);
    expect(reading.end(21_000)).toEqual({
      label: 'reading data',
      fraction: 1,
      done: true,
      detail: '100,000,000 rows · 10.0 GB · 20 s · 500 MB/s',
    });
    expect(readSteadily(500e6, 1).reading.end(2000).detail).toBeUndefined();
  });
});

test('the log is told ten times a second and at the end', () => {
  const told: Progress[] = [];
  let time = 0;
  const silent = () => undefined;
  const { progress, done } = followReading('reading data', {
    log: { info: silent, warning: silent, debug: silent, progress: (one) => told.push(one) },
    clock: { now: () => new Date(0), milliseconds: () => time },
  });
  for (; time < 1000; time++) progress({ bytes: time, totalBytes: 1000, rows: 0 });
  expect(told).toHaveLength(10);
  done();
  expect(told.at(-1)).toEqual({ label: 'reading data', fraction: 1, done: true });
});

describe('a line of progress', () => {
  const progress = { label: 'reading data', fraction: 0.5, detail: '3 s left · 9 MB/s · 7 rows' };

  test.each([
    [80, 'reading data ██████████░░░░░░░░░░ 50 % 3 s left · 9 MB/s · 7 rows'],
    [60, 'reading data ██████████░░░░░░░░░░ 50 % 3 s left · 9 MB/s'],
    [50, 'reading data ██████████░░░░░░░░░░ 50 % 3 s left'],
    [40, 'reading data ██████████░░░░░░░░░░ 50 %'],
    [20, 'reading data ███████'],
  ])('in %p characters', (width, line) => {
    expect(formatProgress(progress, width)).toBe(line);
  });
});

describe('reading images', () => {
  function follow(milliseconds: number, total: number) {
    const lines: Progress[] = [];
    const silent = () => undefined;
    let now = 0;
    const tell = followImages({
      log: { info: silent, warning: silent, debug: silent, progress: (line) => lines.push(line) },
      clock: { now: () => new Date(0), milliseconds: () => now },
    });
    for (let read = 1; read <= total; read++) {
      now += milliseconds;
      tell(read, total);
    }
    return lines;
  }

  test('says how many there are, ten times a second at most, and the end', () => {
    const lines = follow(30, 2000);
    expect(lines[0]).toEqual({
      label: 'reading images',
      fraction: 0.002,
      detail: '4 of 2,000',
      done: false,
    });
    expect(lines).toHaveLength(500);
    expect(lines.at(-1)).toMatchObject({ fraction: 1, detail: '2,000 of 2,000', done: true });
  });

  test('says nothing of what takes a moment', () => {
    expect(follow(1, 50)).toEqual([]);
  });
});
