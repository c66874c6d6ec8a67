import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type CsvFile, CsvKernelScanner, MemoryFull, type ScanKernel } from '../kernel/index.ts';
import type { BlockStart, SharedBlocks } from './shared-blocks.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const WINDOW = 1 << 18;
const SLACK = 128;
const WAIT_MILLISECONDS = 5;

export interface BlockFile {
  readonly path: string;
  readonly size: number;
  readonly blockBytes: number;
  readonly csv: Pick<CsvFile, 'file' | 'delimiter' | 'places' | 'position'>;
}

/**
 * Reads blocks of a CSV file into a kernel until none is left. False when some block can't be read by itself or holds a
 * fault: then all that any worker has read is of no use, and the file is to be read from its start. Throws `MemoryFull`.
 */
export async function scanBlocks(
  kernel: ScanKernel,
  file: BlockFile,
  blocks: SharedBlocks,
  onBlock: () => void | Promise<void> = () => {},
): Promise<boolean> {
  const descriptor = openSync(file.path, 'r');
  const reader = new BlockReader(kernel, file, descriptor, blocks);
  try {
    for (let block = blocks.take(); block !== null; block = blocks.take()) {
      const counted = reader.count(block);
      let start = blocks.startOf(block, WAIT_MILLISECONDS);
      while (start === null && !blocks.isStopped) {
        // What ends a worker is heard in between.
        await setImmediate();
        start = blocks.startOf(block, WAIT_MILLISECONDS);
      }
      if (start === null) break;
      blocks.publish(block + 1, after(start, counted));
      const before = kernel.rows;
      if (!reader.read(block, start)) blocks.stop();
      blocks.addRows(kernel.rows - before);
      await onBlock();
      await setImmediate();
    }
    return !blocks.isStopped;
  } catch (error) {
    blocks.stop();
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function after(start: BlockStart, counted: { quotes: number; lineFeeds: number }): BlockStart {
  return {
    inQuotes: start.inQuotes !== (counted.quotes % 2 === 1),
    lineFeeds: start.lineFeeds + counted.lineFeeds,
  };
}

class BlockReader {
  readonly #kernel: ScanKernel;
  readonly #file: BlockFile;
  readonly #descriptor: number;
  readonly #window: number;
  readonly #blocks: SharedBlocks;

  constructor(kernel: ScanKernel, file: BlockFile, descriptor: number, blocks: SharedBlocks) {
    this.#blocks = blocks;
    this.#kernel = kernel;
    this.#file = file;
    this.#descriptor = descriptor;
    this.#window = kernel.guarded(() => kernel.exports.allocate(WINDOW)) >>> 0;
  }

  #startOf(block: number): number {
    return Math.min(this.#file.size, block * this.#file.blockBytes);
  }

  count(block: number): { quotes: number; lineFeeds: number } {
    const { exports } = this.#kernel;
    const end = this.#startOf(block + 1);
    let quotes = 0;
    let lineFeeds = 0;
    for (let position = this.#startOf(block); position < end; ) {
      const wanted = Math.min(WINDOW - SLACK, end - position);
      const { memory } = this.#kernel;
      const bytes = readSync(this.#descriptor, memory, this.#window, wanted, position);
      if (bytes === 0) break;
      quotes += exports.countQuotes(this.#window, bytes);
      lineFeeds += Number(exports.countedFeeds.value);
      position += bytes;
    }
    return { quotes, lineFeeds };
  }

  /** Reads the rows that begin in a block. */
  read(block: number, { inQuotes, lineFeeds }: BlockStart): boolean {
    const first = block === 0;
    const end = this.#startOf(block + 1);
    const start = first
      ? { position: this.#file.csv.position ?? 0, lineFeeds: 0 }
      : this.#firstRow(this.#startOf(block), end, inQuotes, lineFeeds);
    if (start === null) return true;
    const scanner = new CsvKernelScanner(this.#kernel, {
      ...this.#file.csv,
      position: start.position,
      line: 1 + start.lineFeeds,
      headerRows: first ? 1 : 0,
      endPosition: end === this.#file.size ? Number.POSITIVE_INFINITY : end,
    });
    let position = start.position;
    while (scanner.refusal === null && !scanner.isDone) {
      const room = scanner.room();
      const bytes = readSync(this.#descriptor, room, 0, room.length, position);
      if (bytes === 0) break;
      position += bytes;
      scanner.filled(bytes);
      this.#blocks.thin(this.#kernel);
    }
    scanner.finish();
    if (scanner.refusal === 'memory-full') throw new MemoryFull();
    const { exports } = this.#kernel;
    const headerInside = !first || exports.headerRowsLeft() === 0;
    return scanner.refusal === null && headerInside && Number(exports.sawOddBytes.value) === 0;
  }

  /** Where the first row begins that begins in the block, and the line feeds before it; null when none does. */
  #firstRow(
    blockStart: number,
    end: number,
    inQuotes: boolean,
    lineFeeds: number,
  ): { position: number; lineFeeds: number } | null {
    const { memory } = this.#kernel;
    let quoted = inQuotes;
    let feeds = lineFeeds;
    // The byte before belongs to what was counted: a line feed there lets a row begin with the block.
    let position = blockStart - 1;
    while (position < end) {
      const wanted = Math.min(WINDOW - SLACK, end - position);
      const bytes = readSync(this.#descriptor, memory, this.#window, wanted, position);
      if (bytes === 0) break;
      for (let index = 0; index < bytes; index++) {
        const byte = memory[this.#window + index];
        const isBefore = position + index < blockStart;
        if (byte === QUOTE && !isBefore) quoted = !quoted;
        if (byte !== LINE_FEED) continue;
        if (!isBefore) feeds++;
        if (quoted) continue;
        const row = position + index + 1;
        return row < end ? { position: row, lineFeeds: feeds } : null;
      }
      position += bytes;
    }
    return null;
  }
}
