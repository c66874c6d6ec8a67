import { describe, expect, test } from '@jest/globals';
import { sha256 } from '../../shared/lineage/index.ts';
import { readZip } from '../../shared/platform/zip-archive.ts';
import { FlatbufferView } from '../../shared/tflite/flatbuffer-view.ts';
import { executeFile, listContent, readFlatbuffer } from '../../shared/tflite/index.ts';
import {
  appendFiles,
  describeModel,
  filesOf,
  type MetadataRequest,
  writeMetadata,
} from '../../shared/tflite/metadata/index.ts';
import { fixedFile } from './fixed-model.ts';

const REQUEST: MetadataRequest = {
  name: 'penguins',
  version: 'sha256:00',
  author: 'Ada, Grace',
  license: 'mit',
  inputs: [
    { name: 'size', column: 'size', type: 'float32', shape: [1, 1], missing: 'NaN' },
    {
      name: 'island',
      column: 'island',
      type: 'int32',
      shape: [1, 1],
      missing: '3',
      unknown: '2',
      vocabulary: ['Biscoe', 'Øland\u0000'],
    },
    {
      name: 'note',
      column: 'note',
      type: 'int32',
      shape: [1, 4],
      missing: '0',
      unknown: '1',
      words: ['flat', 'sunny'],
    },
  ],
  output: { name: 'probabilities', classes: ['Adelie', 'Chinstrap', 'Gentoo'] },
};
const NAMES = { inputs: ['size', 'island', 'note'], outputs: ['probabilities'] };
const metadata = describeModel(REQUEST, 'a model', NAMES);

/** Text in a slot of a table. */
const slots = (view: FlatbufferView, table: number, count: number) =>
  Array.from({ length: count }, (_, slot) => view.text(table, slot));

describe('writeMetadata', () => {
  test('stands in its own flatbuffer, tensors in the order of the file', () => {
    const bytes = writeMetadata(metadata);
    // Read back by the classes that tflite-support 0.4.4 has of metadata_schema.fbs when this digest was noted.
    expect(sha256(bytes)).toBe('79256fe97f85f04a04bc02a15eaacf96b236e58e7d6efac6ea9aa05740d9ede4');
    const view = new FlatbufferView(bytes);
    const model = view.root('M001');
    expect(slots(view, model, 3)).toEqual(['penguins', 'a model', 'sha256:00']);
    expect([4, 5, 7].map((slot) => view.text(model, slot))).toEqual(['Ada, Grace', 'mit', '1.0.1']);
    const [subgraph = 0] = view.tables(model, 3);
    const tensors = [2, 3].map((slot) =>
      view.tables(subgraph, slot).map((tensor) => ({
        name: view.text(tensor, 0),
        files: view
          .tables(tensor, 6)
          .map((file) => [view.text(file, 0), view.int8(file, 2, 0)] as const),
      })),
    );
    expect(tensors).toEqual([
      [
        { name: 'size', files: [] },
        { name: 'island', files: [['island_values.txt', 3]] },
        { name: 'note', files: [['note_words.txt', 5]] },
      ],
      [{ name: 'probabilities', files: [['labels.txt', 2]] }],
    ]);
  });

  test('the label of a binary classification is that of its one probability', () => {
    const output = { name: 'probability', classes: ['no', 'yes'] };
    const described = describeModel({ ...REQUEST, output }, '', {
      inputs: [],
      outputs: ['probability'],
    });
    expect(filesOf(described).map(({ lines }) => lines)).toEqual([['yes']]);
    const view = new FlatbufferView(writeMetadata(described));
    expect(view.text(view.root('M001'), 7)).toBe('1.0.0');
  });

  test('a list with a line break in a value is left out', () => {
    const output = { name: 'probabilities', classes: ['a', 'b\nc', 'd'] };
    const described = describeModel({ ...REQUEST, output }, '', NAMES);
    expect(filesOf(described).map(({ name }) => name)).toEqual([
      'island_values.txt',
      'note_words.txt',
    ]);
  });
});

describe('a file with metadata', () => {
  const files = filesOf(metadata);
  const plain = fixedFile('float32');
  const { bytes } = fixedFile('float32', { ...REQUEST, inputs: REQUEST.inputs.slice(0, 2) });

  test('answers in LiteRT like the one without, and names what it holds', async () => {
    expect(bytes.length).toBeGreaterThan(plain.bytes.length);
    expect(listContent(bytes).metadata).toEqual(['min_runtime_version', 'TFLITE_METADATA']);
    expect(readFlatbuffer(bytes)).toEqual(readFlatbuffer(plain.bytes));
    const request = { rows: plain.rows, inputs: plain.inputs, output: 'probabilities' };
    const [one, other] = await Promise.all(
      [bytes, plain.bytes].map((file) => executeFile({ ...request, file })),
    );
    expect(one).toEqual(other);
  });

  test('ends with a zip archive of the lists', async () => {
    const whole = appendFiles(plain.bytes, files);
    const wanted = files.map(({ name }) => ({ path: name, mostBytes: 1000 }));
    const found = await readZip(whole, wanted);
    expect(
      Object.fromEntries(
        [...found].map(([name, content]) => [name, new TextDecoder().decode(content)]),
      ),
    ).toEqual({
      'island_values.txt': 'Biscoe\nØland\u0000',
      'note_words.txt': '[PAD]\n[UNK]\nflat\nsunny',
      'labels.txt': 'Adelie\nChinstrap\nGentoo',
    });
    expect(whole.subarray(0, plain.bytes.length)).toEqual(plain.bytes);
    expect(appendFiles(plain.bytes, files)).toEqual(whole);
    expect(appendFiles(plain.bytes, [])).toBe(plain.bytes);
  });
});
