import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');

/** Each file that a table names, with the titles in quotes behind it. */
const references = TEXT.split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => [...line.matchAll(/`(test\/[^`]+)`((?:,? "[^"]+")*)/g)])
  .map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  }));

test('the threat model names tests for its promises', () => {
  expect(references.length).toBeGreaterThan(30);
});

test.each(references)('$file has the tests that the threat model names', ({ file, titles }) => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  for (const title of titles) expect(source).toContain(title);
});
