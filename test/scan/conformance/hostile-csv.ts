import { SeededRandom } from '../../../shared/numeric/index.ts';

/** A file as a stranger may write it, and what its maker knows of it. */
export interface HostileCsv {
  readonly bytes: Uint8Array;
  readonly delimiter: string;
  /** Bytes of a byte order mark. */
  readonly mark: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
const BREAKS = ['\n', '\r\n', '\r'];
const WORDS = [
  'a',
  'Zürich',
  '€',
  '😀',
  'नमस्ते',
  '5" pipe',
  "it's",
  ' ',
  '\u0000',
  '\u2028',
  '-1.5e3',
  'NA',
  '\\',
  '\\"',
  '#',
  '=1+1',
  '0123456789abcdef',
];

/**
 * The file of a seed, the same on every machine. A third are tables as their writers mean them (rectangular, quoted
 * where needed), a third are such tables with bytes put in, taken out or doubled, a third are characters without a plan.
 */
export function hostileCsv(seed: number): HostileCsv {
  const random = new SeededRandom(seed, 'hostile CSV');
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)] as T;
  const delimiter = random.integer(2) === 0 ? ',' : pick(DELIMITERS);
  const kind = random.integer(3);
  let text = kind === 2 ? anything(random, delimiter) : table(random, delimiter);
  if (kind === 1) text = damage(text, random, delimiter);
  const mark = random.integer(8) === 0 ? '\ufeff' : '';
  const bytes = new TextEncoder().encode(mark + text);
  return { bytes, delimiter, mark: mark === '' ? 0 : 3 };

  function table(source: SeededRandom, part: string): string {
    const width = 1 + source.integer(6);
    const rows = source.integer(12);
    const usual = pick(BREAKS);
    const mixed = source.integer(4) === 0;
    let whole = '';
    for (let row = 0; row < rows; row++) {
      const cells = Array.from({ length: width }, () => cell(source, part));
      // An empty line stands for no row, so that an empty cell by itself is quoted.
      const line = width === 1 && cells[0] === '' ? '""' : cells.join(part);
      const last = row === rows - 1 && source.integer(3) === 0;
      whole += line + (last ? '' : mixed ? pick(BREAKS) : usual);
      if (source.integer(12) === 0) whole += mixed ? pick(BREAKS) : usual;
    }
    return whole;
  }

  function cell(source: SeededRandom, part: string): string {
    let value = '';
    for (let words = source.integer(4); words > 0; words--) {
      const sort = source.integer(8);
      value += sort === 0 ? pick(BREAKS) : sort === 1 ? '"' : sort === 2 ? part : pick(WORDS);
    }
    // A quote in the middle of a cell is text; one that begins a cell is not.
    const mustQuote = value.startsWith('"') || /[\r\n]/.test(value) || value.includes(part);
    if (!mustQuote && source.integer(4) > 0) return value;
    return `"${value.replaceAll('"', '""')}"`;
  }
}

function anything(random: SeededRandom, delimiter: string): string {
  const alphabet = ['a', 'é', '😀', '"', '"', delimiter, delimiter, '\n', '\r', '\r\n', ' ', '1'];
  const length = random.integer(60);
  return Array.from({ length }, () => alphabet[random.integer(alphabet.length)]).join('');
}

function damage(text: string, random: SeededRandom, delimiter: string): string {
  const characters = [...text];
  for (let times = 1 + random.integer(3); times > 0; times--) {
    const at = random.integer(characters.length + 1);
    const put = ['"', delimiter, '\n', '\r', 'x', '""'][random.integer(6)] as string;
    const how = random.integer(3);
    if (how === 0) characters.splice(at, 0, put);
    else if (how === 1) characters.splice(at, 1);
    else characters.splice(at, 0, ...characters.slice(at, at + random.integer(5)));
  }
  return characters.join('');
}
