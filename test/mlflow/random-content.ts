import type { RunContent } from '../../shared/mlflow/index.ts';
import { SeededRandom } from '../../shared/numeric/index.ts';

const PIECES = [
  ...['a', 'Zz', '7', '_', '-', '.', '..', '...', '/', '//', ' ', ':', '\\', '\0', '\n', '`', "'"],
  ...['é', 'ß', '日本', '😀', '\ud83d', '\udc00', 'e\u0301', '\u200b', '<b>', '::error::', '%2e'],
];

/** More than a call takes of everything, with names and values that a server must not get as they are. */
export function randomContent(seed: number): RunContent {
  const random = new SeededRandom(seed, 'mlflow');
  const text = (most: number) =>
    Array.from(
      { length: random.integer(most) },
      () => PIECES[random.integer(PIECES.length)] ?? '',
    ).join('');
  const named = (most: number) =>
    Array.from({ length: random.integer(most) }, () => ({
      key: text(random.integer(2) === 0 ? 6 : 400),
      value: text(random.integer(20) === 0 ? 9_000 : 30),
    }));
  const names = Array.from({ length: 4 }, () => text(300));
  return {
    params: named(350),
    tags: named(250),
    metrics: Array.from({ length: random.integer(2_600) }, (_, step) => ({
      key: names[step % 4] ?? '',
      value: [step / 7, Number.NaN, -1e300, Number.POSITIVE_INFINITY][random.integer(4)] ?? 0,
      step,
    })),
  };
}
