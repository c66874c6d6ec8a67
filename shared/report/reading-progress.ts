import type { ReadProgress } from '../data/index.ts';
import type { ClockPort, LogPort, Progress } from '../platform/index.ts';
import { formatDuration, timeLeft } from './durations.ts';
import { countOf, formatBytes, formatCount } from './numbers.ts';

/** The rate is that of so many last milliseconds: files of one data set may differ in how fast they are read. */
const WINDOW = 10_000;
/** Before this a rate is chance. */
const FIRST_RATE = 500;
/** Oftener nobody can read it, and writing to a screen costs time. */
const INTERVAL = 100;
/** Work that took less leaves no line about how long it took. */
const WORTH_SAYING = 5_000;

interface Mark {
  readonly time: number;
  readonly bytes: number;
}

/**
 * What a person who waits for a file wants to know: how much is read, how fast, how long it will take. Times are in
 * milliseconds of any clock that never goes back.
 */
export class ReadingProgress {
  readonly #label: string;
  #begun: number;
  /** A point a tenth of the window, the oldest first; the last one before the window stays. */
  #marks: Mark[];
  #last: ReadProgress = { bytes: 0, totalBytes: 0, rows: 0 };

  constructor(label: string, now: number) {
    this.#label = label;
    this.#begun = now;
    this.#marks = [{ time: now, bytes: 0 }];
  }

  update(read: ReadProgress, now: number): Progress {
    if (read.bytes < this.#last.bytes) {
      // It is read again in another way: what came before says nothing of how long that takes.
      this.#begun = now;
      this.#marks = [{ time: now, bytes: 0 }];
    }
    this.#last = read;
    const newest = this.#marks.at(-1);
    const rate = this.#rate(now);
    if (newest === undefined || now - newest.time >= WINDOW / 10) {
      this.#marks.push({ time: now, bytes: read.bytes });
      const edge = this.#marks.findLastIndex(({ time }) => time <= now - WINDOW);
      if (edge > 0) this.#marks = this.#marks.slice(edge);
    }
    const { bytes, totalBytes, rows } = read;
    const known = totalBytes > 0;
    const detail = [
      ...(known && rate > 0 ? [timeLeft((totalBytes - bytes) / rate)] : []),
      ...(rate > 0 ? [formatRate(rate)] : []),
      countOf(rows, 'row'),
      known ? `${formatBytes(bytes)} of ${formatBytes(totalBytes)}` : formatBytes(bytes),
    ].join(' · ');
    return {
      label: this.#label,
      ...(known ? { fraction: Math.min(1, bytes / totalBytes) } : {}),
      detail,
    };
  }

  /** The end: short work has nothing to say, since its result follows at once. */
  end(now: number): Progress {
    const { bytes, rows } = this.#last;
    const time = now - this.#begun;
    const detail = [
      countOf(rows, 'row'),
      formatBytes(bytes),
      formatDuration(time),
      formatRate(bytes / time),
    ].join(' · ');
    return {
      label: this.#label,
      fraction: 1,
      done: true,
      ...(time >= WORTH_SAYING ? { detail } : {}),
    };
  }

  /** In bytes a millisecond; 0 while it is not known. */
  #rate(now: number): number {
    const since = this.#marks[0];
    if (since === undefined || now - this.#begun < FIRST_RATE || now <= since.time) return 0;
    return Math.max(0, (this.#last.bytes - since.bytes) / (now - since.time));
  }
}

/** Tells the log how the reading of data goes: `progress` is for the reader, `done` is called at its end. */
export function followReading(
  label: string,
  { log, clock }: { readonly log: LogPort; readonly clock: ClockPort },
): { readonly progress: (read: ReadProgress) => void; readonly done: () => void } {
  const reading = new ReadingProgress(label, clock.milliseconds());
  let next = 0;
  return {
    progress: (read) => {
      const now = clock.milliseconds();
      if (now < next) return;
      next = now + INTERVAL;
      log.progress(reading.update(read, now));
    },
    done: () => log.progress(reading.end(clock.milliseconds())),
  };
}

/** Tells the log how the reading of images goes, where it takes longer than a moment. */
export function followImages({
  log,
  clock,
}: {
  readonly log: LogPort;
  readonly clock: ClockPort;
}): (read: number, total: number) => void {
  let next = clock.milliseconds() + INTERVAL;
  let told = false;
  return (read, total) => {
    const now = clock.milliseconds();
    const done = read === total;
    if (done ? !told : now < next) return;
    next = now + INTERVAL;
    told = !done;
    const detail = `${formatCount(read)} of ${formatCount(total)}`;
    log.progress({ label: 'reading images', fraction: read / total, detail, done });
  };
}

/** Of bytes a millisecond. */
function formatRate(rate: number): string {
  return `${formatBytes(Math.round(rate * 1000))}/s`;
}
