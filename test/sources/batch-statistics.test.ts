import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { RowOptions } from '../../shared/data/data-reader.ts';
import { scanRows } from '../../shared/data/scan-rows.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { memoryPorts } from '../../shared/platform/index.ts';
import {
  type ColumnBatch,
  type PlacedBatch,
  type PlainValues,
  Row,
  RowStatistics,
  type ScanState,
} from '../../shared/scan/index.ts';
import { giveRows } from '../../shared/sources/index.ts';
import { dataConfiguration } from '../data/data-support.ts';
import { golden } from './source-support.ts';

async function stateOf(
  name: string,
  options: RowOptions,
  missingValues: readonly string[],
  onBatch?: (statistics: RowStatistics) => (batch: PlacedBatch) => 'none',
): Promise<ScanState> {
  const { files } = memoryPorts({ [name]: golden(name) });
  const statistics = new RowStatistics();
  const { columns } = await scanRows(
    files,
    dataConfiguration({ path: [name], missingValues: [...missingValues] }),
    (row) => statistics.add(row),
    {
      lists: true,
      ...options,
      ...(onBatch === undefined ? {} : { onBatch: onBatch(statistics) }),
    },
  );
  return statistics.state(columns);
}

const files = readdirSync('test/sources/golden').filter((file) =>
  /^(?!refused).*\.(?:parquet|arrows?|feather)$/.test(file),
);

describe('a batch gives the state that its rows give', () => {
  test.each(files)('%s', async (file) => {
    for (const missingValues of [[], ['a', '-3', '0.05', 'true', '-7', 'inf', 'nan']]) {
      // Without the lists, which come as rows.
      const { columns } = await scanRows(
        memoryPorts({ [file]: golden(file) }).files,
        dataConfiguration({ path: [file] }),
        () => undefined,
        { lists: true },
      );
      const flat = new Set(columns.filter((name) => name !== 'list' && name !== 'words'));
      let batches = 0;
      const onBatch = (statistics: RowStatistics) => (batch: PlacedBatch) => {
        batches++;
        statistics.addBatch(batch);
        return 'none' as const;
      };
      const byBatch = await stateOf(file, { columns: flat }, missingValues, onBatch);
      expect(batches).toBeGreaterThan(0);
      expect(byBatch).toEqual(await stateOf(file, { columns: flat }, missingValues));
    }
  });

  test('beyond every limit, with codes and without', () => {
    const names = ['coded', 'plain', 'text', 'many', 'flag'];
    let state = 7;
    const next = (most: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    const byBatch = new RowStatistics();
    const byRow = new RowStatistics();
    const words = Array.from({ length: 40_000 }, (_, index) => `word ${index}, 1,${index}`);
    const dictionary: PlainValues = { kind: 'texts', texts: words, invalid: null };
    const numbers: PlainValues = {
      kind: 'numbers',
      whole: false,
      numbers: Float64Array.of(1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, 1e300),
      digits: null,
    };
    const rowCount = 16_000;
    for (let part = 0; part < 8; part++) {
      const fill = <T>(make: () => T) => Array.from({ length: rowCount }, make);
      const valid = () => Uint8Array.from(fill(() => (next(10) === 0 ? 0 : 1)));
      const codes = (most: number) => Int32Array.from(fill(() => next(most)));
      const batch: ColumnBatch = {
        firstRow: part * rowCount,
        rowCount,
        columns: [
          {
            valid: valid(),
            offsets: null,
            values: { kind: 'coded', codes: codes(6), dictionary: numbers },
          },
          {
            valid: null,
            offsets: null,
            values: {
              kind: 'numbers',
              whole: false,
              numbers: Float64Array.from(fill(() => next(2 ** 31) / 7 - 1e8)),
              digits: null,
            },
          },
          {
            valid: valid(),
            offsets: null,
            values: { kind: 'texts', texts: fill(() => `é${next(50_000)}`), invalid: null },
          },
          {
            valid: valid(),
            offsets: null,
            values: { kind: 'coded', codes: codes(40_000), dictionary },
          },
          {
            valid: null,
            offsets: null,
            values: { kind: 'booleans', booleans: Uint8Array.from(fill(() => next(2))) },
          },
        ],
      };
      const places = [0, 1, 2, 3, 4];
      const missingValues = new Set<string>();
      byBatch.addBatch({ batch, places, names, file: 0, missingValues });
      const row = new Row(names);
      row.resize(names.length);
      row.hasTypes = true;
      giveRows(batch, row, places, missingValues, (index) => {
        row.position = index;
        row.line = index + 1;
        byRow.add(row);
      });
    }
    const whole = byBatch.state(names);
    expect(whole.sample.level).toBeGreaterThan(0);
    expect(whole.contents.level).toBeGreaterThan(0);
    expect(whole.columns[1]?.values.counts).toBeNull();
    expect(whole.columns[3]?.values.counts).toBeNull();
    const other = byRow.state(names);
    expect(whole.columns).toEqual(other.columns);
    expect(whole.contents.hashes).toEqual(other.contents.hashes);
    expect(whole.contents.places).toEqual(other.contents.places);
    expect(whole.sample.hashes).toEqual(other.sample.hashes);
    for (const [column, slots] of whole.sample.slots.entries()) {
      expect(
        Buffer.compare(
          Buffer.from(slots.buffer),
          Buffer.from(other.sample.slots[column]?.buffer ?? new ArrayBuffer(0)),
        ),
      ).toBe(0);
    }
    expect(whole.sample.texts).toEqual(other.sample.texts);
  });
});

test('text that is no UTF-8 is refused on both ways', async () => {
  const bytes = Uint8Array.from(golden('pyarrow-uncompressed.arrow'));
  const at = Buffer.from(bytes).indexOf('日本');
  bytes[at] = 0xff;
  const { files: memory } = memoryPorts({ 'x.arrow': bytes });
  for (const onBatch of [undefined, () => 'none' as const]) {
    const columns = new Set(['text', 'int32']);
    const options = onBatch === undefined ? { columns } : { columns, onBatch };
    const error: unknown = await scanRows(
      memory,
      dataConfiguration({ path: ['x.arrow'] }),
      () => undefined,
      options,
    ).catch((thrown: unknown) => thrown);
    expect(isUserError(error) && error.problems[0].what).toMatch(/Row \d+ holds bytes in "text"/);
  }
});
