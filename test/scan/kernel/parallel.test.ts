import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CsvKernelScanner, MemoryFull, ScanKernel } from '../../../shared/scan/kernel/index.ts';
import { mergeStates } from '../../../shared/scan/merge-states.ts';
import { scanInParallel } from '../../../shared/scan/parallel/index.ts';
import type { ScanState } from '../../../shared/scan/scan-state.ts';
import { firstDifference } from './first-difference.ts';

const NAMES = ['id', 'text', 'x'];

/** Rows with quotes, line breaks in quotes, and cells longer than a block. */
function fileOf(rows: number, lineBreak: string, seed: number): string {
  let state = seed;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const texts = ['a', 'b"c', 'd,e', `f${lineBreak}g`, '', `"${lineBreak}"`, 'é'];
  const lines = ['id,text,x'];
  for (let row = 0; row < rows; row++) {
    const long = random(40) === 0 ? `${lineBreak}long, "text"`.repeat(random(60)) : '';
    const text = `${texts[random(texts.length)]}${long}`;
    lines.push(`${row},"${text.replaceAll('"', '""')}",${random(1000) / 8}`);
    if (random(30) === 0) lines.push('');
  }
  return lines.join(lineBreak) + (random(2) === 0 ? lineBreak : '');
}

describe('two threads', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mlops-parallel-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function both(text: string, blockBytes: number) {
    const bytes = Buffer.from(text);
    const path = join(folder, `${bytes.length}-${blockBytes}.csv`);
    writeFileSync(path, bytes);
    const csv = { file: 0, delimiter: ',', places: [0, 1, 2], position: 0 };
    const missingValues = ['b"c'];
    const kernel = new ScanKernel(NAMES, missingValues);
    const scanner = new CsvKernelScanner(kernel, csv);
    scanner.push(bytes);
    scanner.finish();
    const one = scanner.refusal === null ? kernel.state() : null;
    const size = bytes.length;
    const own = new ScanKernel(NAMES, missingValues);
    const module = new URL('../../../bench/scan-worker.ts', import.meta.url);
    const task = { names: NAMES, missingValues };
    const file = { path, size, csv, blockBytes };
    const other = await scanInParallel<ScanState>(own, file, { module, task });
    return { one, two: other === null ? null : mergeStates(own.state(), other) };
  }

  test.each([
    ...[100, 257, 1000, 4096, 1 << 16].map((block) => [block, '\n'] as const),
    ...[100, 1000].map((block) => [block, '\r\n'] as const),
  ])('give the state of one, from blocks of %d bytes', async (blockBytes, lineBreak) => {
    for (const seed of [1, 2]) {
      const { one, two } = await both(fileOf(700, lineBreak, seed), blockBytes);
      expect(one?.rows).toBe(700);
      expect(firstDifference(two, one)).toBeNull();
    }
  });

  test('give the state of one where the sample has not all rows', async () => {
    const { one, two } = await both(fileOf(260_000, '\n', 3), 1 << 18);
    expect(one?.sample.level).toBeGreaterThan(1);
    expect(firstDifference(two, one)).toBeNull();
  });

  test.each([
    ['a quote in the middle of a cell', '1,5" pipe,2\n'],
    ['a carriage return alone', '1,"a\rb",2\n'],
    ['a row of another width', '1,2\n'],
    ['a quote that is never closed', '1,"a,2\n'],
    ['text after a quote', '1,"a"b,2\n'],
  ])('give up on %s', async (_, line) => {
    const text = `${fileOf(100, '\n', 3)}\n${line}${'7,y,8\n'.repeat(100)}`;
    const { two } = await both(text, 512);
    expect(two).toBeNull();
  });

  test('say when the second has no memory left', async () => {
    const bytes = Buffer.from(fileOf(2000, '\n', 3));
    const path = join(folder, 'full.csv');
    writeFileSync(path, bytes);
    const csv = { file: 0, delimiter: ',', places: [0, 1, 2], position: 0 };
    const file = { path, size: bytes.length, csv, blockBytes: 4096 };
    const module = new URL('./full-worker.ts', import.meta.url);
    const reading = scanInParallel(new ScanKernel(NAMES), file, { module, task: null });
    await expect(reading).rejects.toThrow(MemoryFull);
  });
});
