import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type CsvCase, REAL_FILES, RFC_4180 } from './rfc-4180-cases.ts';
import { CELL_READERS, CSV_SCANNER, isTable } from './scanners.ts';

const cases: [string, CsvCase][] = [
  ...RFC_4180.map((one): [string, CsvCase] => [`RFC 4180, ${one.rule}`, one]),
  ...REAL_FILES.map((one): [string, CsvCase] => [one.rule, one]),
];

describe.each(CELL_READERS)('$name', (reader) => {
  test.each(cases)('%s', (_, { text, delimiter = ',', rows, fault }) => {
    const bytes = new TextEncoder().encode(text);
    // Whole, and in chunks of every length.
    for (let length = Math.max(1, bytes.length); length > 0; length--) {
      const cuts = Array.from({ length: Math.ceil(bytes.length / length) }, () => length);
      const read = reader.read(bytes, delimiter, 0, cuts);
      if (read === null) {
        expect(isTable(CSV_SCANNER.read(bytes, delimiter, 0, []))).toBe(false);
        continue;
      }
      const scanned = read.rows;
      const firstFault = scanned.findIndex(({ sound }) => !sound);
      expect(firstFault).toBe(fault ?? -1);
      const sound = fault === undefined ? scanned : scanned.slice(0, fault);
      expect(sound.map(({ line, cells }) => [line, ...cells])).toEqual(rows);
    }
  });
});

// https://www.npmjs.com/package/csv-spectrum: a CSV file and the JSON of the objects that it stands for, 12 of them.
describe('csv-spectrum', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'));
  const names = readdirSync(join(folder, 'csvs')).map((file) => file.replace('.csv', ''));
  /** The JSON has another telephone number than the CSV, and is no list. */
  const misprints: Readonly<Record<string, readonly [string, string]>> = {
    location_coordinates: ['1234567890', '2095257564'],
  };

  test('has all its cases', () => {
    expect(names).toHaveLength(12);
  });

  describe.each(CELL_READERS)('$name', (reader) => {
    test.each(names)('%s', (name) => {
      const json = readFileSync(join(folder, 'json', `${name}.json`), 'utf8');
      const [wrong, right] = misprints[name] ?? ['', ''];
      const expected: unknown = JSON.parse(json.replace(wrong, right));
      const bytes = readFileSync(join(folder, 'csvs', `${name}.csv`));
      const rows = reader.read(bytes, ',', 0, [])?.rows ?? [];
      expect(rows.length).toBeGreaterThan(1);
      const [header, ...examples] = rows;
      const objects = examples.map(({ cells }) =>
        Object.fromEntries(cells.map((cell, index) => [header?.cells[index], cell])),
      );
      expect(objects).toEqual([expected].flat());
      expect(rows.every(({ sound }) => sound)).toBe(true);
    });
  });
});
