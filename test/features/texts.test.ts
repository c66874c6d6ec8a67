import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TextFeatureConfiguration } from '../../shared/config/index.ts';
import { applyTransform, fitTransform, parseTransform } from '../../shared/features/index.ts';
import { wordsOf } from '../../shared/features/texts.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

async function fit(
  cells: readonly (string | number)[],
  buckets = 20,
  values: TextFeatureConfiguration['values'] = 'counts',
) {
  const note = cells.map((cell) => (typeof cell === 'string' ? `"${cell}"` : cell));
  const n = note.map((_, row) => row);
  const table = await makeTable(csv({ note, n, label: n.map((row) => (row % 2 ? 'a' : 'b')) }));
  const { transform } = fitTransform(table, allRows(table), {
    label: 'label',
    task: 'binary-classification',
    ignore: [],
    features: ['note'],
    kinds: [{ kind: 'text', column: 'note', buckets, values, where }],
  });
  return { transform, table };
}

const TEXTS = ['The red, RED house!', 'Größe 2.50 m² — ÇA VA', '日本 no_x', '!?', ''];

describe('text', () => {
  // scikit-learn 1.9.1: counts of CountVectorizer(token_pattern=r'[^\W_]+') summed in buckets
  // murmurhash3_32(word.encode(), seed=0, positive=True) % 20, for presence 1 where above 0; then normalize([buckets]).
  test.each([
    [
      'counts',
      [
        { 1: 0.8164966, 14: 0.4082483, 18: 0.4082483 },
        { 0: 0.3535534, 1: 0.3535534, 6: 0.3535534, 11: Math.SQRT1_2, 12: 0.3535534 },
        { 3: 0.5773503, 6: 0.5773503, 18: 0.5773503 },
      ],
    ],
    [
      'presence',
      [
        { 1: 0.5773503, 14: 0.5773503, 18: 0.5773503 },
        { 0: 0.4472136, 1: 0.4472136, 6: 0.4472136, 11: 0.4472136, 12: 0.4472136 },
        { 3: 0.5773503, 6: 0.5773503, 18: 0.5773503 },
      ],
    ],
  ] as const)('%s of hashed words, normalised, as scikit-learn has them', async (values, bags) => {
    const { transform, table } = await fit(TEXTS, 20, values);
    expect(transform.features).toEqual([
      { kind: 'text', column: 'note', offset: 0, width: 21, buckets: 20, values },
    ]);
    const { data } = applyTransform(transform, table, allRows(table));
    // A text without words has none; only a missing one has the last place.
    const expected: Readonly<Record<number, number>>[] = [...bags, {}, { 20: 1 }];
    for (const [row, bag] of expected.entries()) {
      for (let place = 0; place < 21; place++) {
        expect(data[row * 21 + place]).toBeCloseTo(bag[place] ?? 0, 6);
      }
    }
    expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
  });

  test('a later column that reads as numbers has words all the same', async () => {
    const { transform } = await fit(['7 rooms', 'sea view']);
    const later = await makeTable('note\n7\nNA\n');
    const { data } = applyTransform(transform, later, allRows(later));
    const words = await makeTable('note\n7\nsea\n');
    expect(data.slice(0, 21)).toEqual(
      applyTransform(transform, words, allRows(words)).data.slice(0, 21),
    );
    expect(data[21 + 20]).toBe(1);
  });

  test.each([
    [['', '', ''], 'note: no value in the training split'],
    [['so', 'so', 'so'], 'note: always "so" in the training split'],
    [['?', '!', '…'], 'note: no word in the training split'],
    [
      [1, 2, 3],
      'mlops.yml:3:3: text needs texts, and column "note" holds numbers. Remove features.note, or choose another kind.',
    ],
  ])('of %j has nothing to learn or is refused', async (cells, message) => {
    await expect(fit(cells)).rejects.toThrow(message);
  });

  test('a transform.json whose width is another is refused', async () => {
    const { transform } = await fit(TEXTS);
    const text = JSON.stringify(transform).replace('"buckets":20', '"buckets":21');
    expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(
      'has the width 21 for 21 buckets',
    );
  });

  test('words hold no separator, and what parts them is not in the way of others', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const words = wordsOf(one);
        for (const word of words) expect(wordsOf(word)).toEqual([word]);
        expect(wordsOf(`${one} , ${other}`)).toEqual([...words, ...wordsOf(other)]);
      }),
    );
  });
});
