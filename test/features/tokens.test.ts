import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  applyTransform,
  encodeTokens,
  fitTransform,
  listBlocks,
  parseTransform,
  type TokensTransform,
} from '../../shared/features/index.ts';
import { eachWord, wordsOf } from '../../shared/features/texts.ts';
import { allRows, csv, makeTable, problemsOf } from './tables.ts';

const where = { file: 'mlops.yml', line: 3, column: 3 };

async function fit(
  cells: readonly (string | number)[],
  { length = 5, top = 100, minCount = 1 } = {},
  training = cells.length,
) {
  const note = cells.map((cell) => (typeof cell === 'string' ? `"${cell}"` : cell));
  const label = note.map((_, row) => (row % 2 ? 'a' : 'b'));
  const table = await makeTable(csv({ note, label }));
  const { transform, dropped } = fitTransform(table, allRows(table).slice(0, training), {
    label: 'label',
    task: 'binary-classification',
    ignore: [],
    kinds: [{ kind: 'tokens', column: 'note', length, vocabulary: { top, minCount }, where }],
  });
  return { transform, dropped, table, feature: transform.features[0] as TokensTransform };
}

const TEXTS = [
  'The red, RED house!',
  'Größe 2.50 m² — ÇA VA red',
  '日本 no_x the',
  '!?',
  'the the no',
  '',
];

describe('tokens', () => {
  // scikit-learn 1.9.1: sums over the texts of CountVectorizer(token_pattern=r'[^\W_]+').fit_transform(TEXTS), sorted by
  // (−sum, word).
  const words = 'the red no 2 50 größe house m² va x ça 日本'.split(' ');

  test('have the words of the training texts, the most frequent first', async () => {
    const { transform, feature, table } = await fit(TEXTS);
    expect(feature).toEqual({
      kind: 'tokens',
      column: 'note',
      offset: 0,
      width: 5,
      vocabulary: words,
    });
    const { data, columns } = applyTransform(transform, table, allRows(table));
    expect(columns).toBe(5);
    const id = (word: string) => words.indexOf(word) + 2;
    expect([...data]).toEqual([
      ...[id('the'), id('red'), id('red'), id('house'), 0],
      ...[id('größe'), id('2'), id('50'), id('m²'), id('ça')],
      ...[id('日本'), id('no'), id('x'), id('the'), 0],
      ...[0, 0, 0, 0, 0],
      ...[id('the'), id('the'), id('no'), 0, 0],
      ...[0, 0, 0, 0, 0],
    ]);
    expect(listBlocks(transform)).toEqual([{ meaning: 'tokens', offset: 0, width: 5, ids: 14 }]);
    expect(parseTransform(JSON.stringify(transform), 'transform.json')).toEqual(transform);
  });

  test.each([
    [{ top: 2 }, ['the', 'red']],
    [{ minCount: 2 }, ['the', 'red', 'no']],
    [{ top: 4, minCount: 1 }, ['the', 'red', 'no', '2']],
  ])('%j keeps some; the others are unknown', async (settings, kept) => {
    const { transform, feature, table } = await fit(TEXTS, settings);
    expect(feature.vocabulary).toEqual(kept);
    const { data } = applyTransform(transform, table, allRows(table));
    expect([...data.slice(0, 5)]).toEqual([2, 3, 3, 1, 0]);
  });

  test('know nothing of other rows, nor of their order', async () => {
    const { feature } = await fit([...TEXTS, 'secret secret secret'], {}, TEXTS.length);
    expect(feature.vocabulary).toEqual(words);
    expect((await fit(TEXTS.toReversed())).feature).toEqual(feature);
  });

  test('of a later column that reads as numbers are its digits', async () => {
    const { transform } = await fit(['room 7', 'sea view']);
    const later = await makeTable('note\n7\nNA\n8.7\n');
    const { data } = applyTransform(transform, later, allRows(later));
    // Equally frequent words are sorted by code point: 7 room sea view.
    expect([...data]).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0]);
  });

  test.each([
    [['', '', ''], {}, 'note: no value in the training split'],
    [['so', 'so', 'so'], {}, 'note: always "so" in the training split'],
    [['?', '!', '…'], {}, 'note: no word in the training split'],
    [
      ['a b', 'c d'],
      { minCount: 2 },
      'note: no word of at most 100 characters stands 2 times in the training split',
    ],
    [
      [1, 2, 3],
      {},
      'mlops.yml:3:3: tokens needs texts, and column "note" holds numbers. Remove features.note, or choose another kind.',
    ],
  ])('of %j with %j have nothing to learn or are refused', async (cells, settings, message) => {
    await expect(fit(cells, settings)).rejects.toThrow(message);
  });

  test('a word of a million letters is unknown, and of a million words the first are read', async () => {
    const { transform, feature, table } = await fit([
      'x'.repeat(1e6),
      'a '.repeat(1e6).trim(),
      'b',
    ]);
    expect(feature.vocabulary).toEqual(['a', 'b']);
    const { data } = applyTransform(transform, table, allRows(table));
    expect([...data]).toEqual([1, 0, 0, 0, 0, 2, 2, 2, 2, 2, 3, 0, 0, 0, 0]);
  });

  test('more different words than a language has are dropped', async () => {
    const many = Array.from({ length: 2_000_001 }, (_, index) => index.toString(36)).join(' ');
    await expect(fit([many, 'b'])).rejects.toThrow(
      'note: more than 2000000 different words in the training split',
    );
  });

  test.each([
    ['"vocabulary":["the","red"', '"vocabulary":["the","the"', 'vocabulary has a word twice'],
    ['"vocabulary":["the"', '"vocabulary":[""', 'must NOT have fewer than 1 characters'],
    ['"width":5,"voc', '"width":10001,"voc', 'is not valid: /features/0'],
    ['"width":5,"voc', '"width":4,"voc', '/width is 5, its features have 4'],
  ])('a transform.json with %s as %s is refused', async (from, to, message) => {
    const { transform } = await fit(TEXTS);
    const text = JSON.stringify(transform).replace(from, to);
    expect(problemsOf(() => parseTransform(text, 'transform.json'))).toContain(message);
  });

  test('words one by one are the words of a text, and each id stands for its word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (texts, width) => {
          const lists = texts.map(wordsOf);
          expect(texts.map((text) => [...eachWord(text)])).toEqual(lists);
          const vocabulary = [...new Set(lists.flat())].filter((_, index) => index % 2 === 0);
          const feature = { kind: 'tokens', column: 'c', offset: 0, width, vocabulary } as const;
          const codes = Int32Array.from(texts.keys());
          const column = { kind: 'categorical', name: 'c', codes, vocabulary: texts } as const;
          const data = new Int32Array(texts.length * width);
          encodeTokens(feature, column, codes, { data, stride: width, offset: 0 });
          for (const [row, list] of lists.entries()) {
            const ids = [...data.subarray(row * width, (row + 1) * width)];
            const wanted = list.slice(0, width);
            expect(ids.slice(wanted.length).every((id) => id === 0)).toBe(true);
            expect(ids.slice(0, wanted.length).map((id) => vocabulary[id - 2])).toEqual(
              wanted.map((word) => (vocabulary.includes(word) ? word : undefined)),
            );
          }
        },
      ),
    );
  });
});
