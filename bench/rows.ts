import { SeededRandom } from '../shared/numeric/index.ts';

export const COLUMNS = [
  'id',
  'ts',
  'user_id',
  'country',
  'device',
  'plan',
  'age',
  'income',
  'score',
  'lat',
  'lon',
  'clicks',
  'session_s',
  'is_active',
  'signup_date',
  'email',
  'comment',
  'product',
  'price',
  'label',
] as const;

const COUNTRIES =
  'US GB DE FR IN BR JP CN CA AU IT ES NL SE NO FI DK PL CZ AT CH BE PT IE GR TR RU UA ZA NG EG KE MX AR CL CO PE KR SG NZ'.split(
    ' ',
  );
const DEVICES = ['ios', 'android', 'web', 'tablet', 'tv'];
const PLANS = ['free', 'basic', 'pro', 'enterprise'];
const WORDS =
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua naïve café Zürich customer said product great poor delivery late refund'.split(
    ' ',
  );
const FIRST_INSTANT = Date.UTC(2025, 0, 1);
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAY_MS = 86_400_000;

/**
 * Rows of a table as an online shop may keep it, the same for a seed on every machine: whole numbers, decimals, instants,
 * days, categories of 2 to 1,000 values with one frequent and many rare ones, addresses, and free text with commas,
 * quotes and line breaks. 1 to 20 % of the cells of four columns are missing. About 218 bytes a row as CSV.
 */
export class ShopRows {
  readonly #random: SeededRandom;
  #row = 0;
  /** The cells of the row at hand, in the order of `COLUMNS`: null where missing. */
  readonly cells: (string | number | boolean | null)[] = [];

  constructor(seed: number) {
    this.#random = new SeededRandom(seed, 'bench');
  }

  /** Goes on to the next row. */
  advance(): void {
    const random = this.#random;
    const uniform = () => random.uniform();
    const exponential = (mean: number) => -Math.log(1 - uniform()) * mean;
    const row = ++this.#row;
    const user = 1 + Math.floor(uniform() * 500_000);
    const cells = this.cells;
    cells[0] = row;
    cells[1] = new Date(FIRST_INSTANT + row * 1000 + Math.floor(uniform() * 1000)).toISOString();
    cells[2] = user;
    cells[3] = this.#pick(COUNTRIES);
    cells[4] = this.#pick(DEVICES);
    cells[5] = this.#pick(PLANS);
    const age = Math.round(40 + 13 * this.#normal());
    cells[6] = uniform() < 0.03 ? null : Math.max(16, Math.min(95, age));
    cells[7] = uniform() < 0.08 ? null : round(Math.exp(10.5 + 0.6 * this.#normal()), 100);
    cells[8] = round(uniform(), 1e6);
    cells[9] = round(uniform() * 180 - 90, 1e5);
    cells[10] = round(uniform() * 360 - 180, 1e5);
    cells[11] = Math.floor(exponential(7));
    cells[12] = round(exponential(120), 1000);
    cells[13] = uniform() < 0.7;
    const day = FIRST_DAY + Math.floor(uniform() * 3650) * DAY_MS;
    cells[14] = new Date(day).toISOString().slice(0, 10);
    const word = WORDS[Math.floor(uniform() * 19)] ?? '';
    const host = Math.floor(uniform() * 50);
    cells[15] = uniform() < 0.01 ? null : `user${user}.${word}@example${host}.com`;
    cells[16] = this.#comment();
    cells[17] = `SKU-${String(this.#skewed(1000)).padStart(5, '0')}`;
    cells[18] = round(5 + uniform() * 495, 100);
    cells[19] = uniform() < 0.12 ? 1 : 0;
  }

  csv(): string {
    let line = '';
    for (const [index, cell] of this.cells.entries()) {
      if (index > 0) line += ',';
      if (cell === null) continue;
      const text = String(cell);
      line += index === 16 && /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    }
    return `${line}\n`;
  }

  json(): string {
    const members = COLUMNS.map((name, index) => `"${name}":${JSON.stringify(this.cells[index])}`);
    return `{${members.join(',')}}\n`;
  }

  /** A fifth is missing; of the others three eighths have a comma, 15 % a line break, an eighth quotes. */
  #comment(): string | null {
    const kind = this.#random.uniform();
    if (kind < 0.2) return null;
    const words = Array.from({ length: 3 + this.#random.integer(14) }, () => {
      return WORDS[this.#random.integer(WORDS.length)] ?? '';
    });
    if (kind < 0.5) words[0] += ',';
    if (kind > 0.45 && kind < 0.55) words[1] = `"${words[1]}"`;
    const last = words.pop() ?? '';
    return `${words.join(' ')}${kind > 0.88 ? '\n' : ' '}${last}`;
  }

  #pick(list: readonly string[]): string {
    return list[this.#skewed(list.length)] ?? '';
  }

  /** In 0 … `below` − 1; the first is the most frequent by far. */
  #skewed(below: number): number {
    return Math.min(below - 1, Math.floor(below * this.#random.uniform() ** 3));
  }

  /** Box–Muller. */
  #normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#random.uniform()));
    return radius * Math.cos(2 * Math.PI * this.#random.uniform());
  }
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
