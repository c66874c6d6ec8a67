import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WantedFile } from '../../shared/platform/index.ts';
import { ArchiveRefused, readWholeZip, readZip } from '../../shared/platform/zip-archive.ts';
import { makeZip, type ZipEntry } from '../support/zip.ts';

const RUN = { path: 'run.json', mostBytes: 1000 };
const good: ZipEntry = { name: 'run.json', content: '{"version":1}' };

const read = async (entries: readonly ZipEntry[], wanted: readonly WantedFile[] = [RUN]) => {
  const found = await readZip(makeZip(entries), wanted);
  return Object.fromEntries(
    [...found].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  );
};

describe('a zip archive', () => {
  test('gives the wanted files and no others', async () => {
    const entries = [
      good,
      { name: 'model/', mode: 0o040755 },
      { name: 'model/weights.bin', content: 'w', stored: true },
      { name: 'größe.json', content: 'not wanted' },
    ];
    const wanted = [RUN, { path: 'model/weights.bin', mostBytes: 1 }, { path: 'x', mostBytes: 1 }];
    expect(await read(entries, wanted)).toEqual({
      'run.json': '{"version":1}',
      'model/weights.bin': 'w',
    });
  });

  test('goes by the central directory, whatever the header beside the bytes says', async () => {
    expect(await read([{ ...good, localName: '../evil' }])).toEqual({
      'run.json': '{"version":1}',
    });
  });

  test('leaves out an optional file that is too large, and nothing else', async () => {
    const entries = [good, { name: 'training.json', content: 'x'.repeat(2000) }];
    const training = { path: 'training.json', mostBytes: 1999 };
    expect(await read(entries, [RUN, { ...training, optional: true }])).toEqual({
      'run.json': '{"version":1}',
    });
    await expect(read(entries, [RUN, training])).rejects.toThrow(
      'training.json has 2,000 bytes, more than 1,999',
    );
  });
});

describe('the whole of an archive', () => {
  const readAll = async (entries: readonly ZipEntry[], mostBytes = 1000) => {
    const folder = await mkdtemp(join(tmpdir(), 'mlops-zip-'));
    try {
      await writeFile(join(folder, 'a.zip'), makeZip(entries));
      return Object.fromEntries(
        [...(await readWholeZip(join(folder, 'a.zip'), mostBytes))].map(([path, bytes]) => [
          path,
          Buffer.from(bytes).toString(),
        ]),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  test('has every file and no folder', async () => {
    const entries = [good, { name: 'model/', mode: 0o040755 }, { name: 'model/a', content: 'a' }];
    expect(await readAll(entries)).toEqual({ 'run.json': '{"version":1}', 'model/a': 'a' });
  });

  test('is refused for one hostile entry, for too many bytes told, and for a bomb', async () => {
    await expect(readAll([good, { name: '../evil' }])).rejects.toThrow('relative path');
    const files = [good, { name: 'other', content: 'x'.repeat(990) }];
    await expect(readAll(files)).rejects.toThrow('1,003 bytes, more than 1,000');
    const raw = deflateRawSync(Buffer.alloc(50_000_000));
    await expect(readAll([{ name: 'bomb', raw, toldSize: 900 }])).rejects.toThrow('too many bytes');
  });
});

/** Each lies beside a good entry, and none of them is asked for. */
const HOSTILE: readonly [string, ZipEntry, string][] = [
  ['a name that leads up', { name: '../evil' }, 'relative path'],
  ['a name that leads up half-way', { name: 'model/../../evil' }, 'relative path'],
  ['an absolute name', { name: '/etc/passwd' }, 'absolute path'],
  ['a drive letter', { name: 'C:/evil' }, 'absolute path'],
  ['backslashes', { name: '..\\evil' }, 'invalid characters'],
  ['a stream of another file', { name: 'evil:stream' }, 'no file needs'],
  ['an empty step', { name: 'model//evil' }, 'no plain path'],
  ['a dot step', { name: './run.json' }, 'no plain path'],
  ['no name', { name: '' }, 'no plain path'],
  ['a line break in its name', { name: 'a\n::set-output name=x::' }, 'no file needs'],
  ['a null byte in its name', { name: 'run.json\0.txt' }, 'no file needs'],
  ['a name that is there already', { name: 'run.json', content: '{}' }, 'twice'],
  ['the same name in capitals', { name: 'RUN.json', content: '{}' }, 'twice'],
  ['the name as a folder', { name: 'run.json/', mode: 0o040755 }, 'twice'],
  ['a symbolic link', { name: 'link', content: '/etc/passwd', mode: 0o120777 }, 'link or a device'],
  ['a device', { name: 'device', mode: 0o020666 }, 'link or a device'],
  ['encryption', { name: 'secret', content: 'x', flags: 0x801 }, 'encrypted'],
  ['strong encryption', { name: 'secret', content: 'x', flags: 0x841 }, 'encryption'],
];

describe('an archive is refused as a whole for an entry with', () => {
  test.each(HOSTILE)('%s', async (_, entry, why) => {
    for (const entries of [
      [good, entry],
      [entry, good],
    ]) {
      await expect(read(entries)).rejects.toThrow(ArchiveRefused);
      await expect(read(entries)).rejects.toThrow(why);
    }
  });
});

describe('a wanted file is refused', () => {
  const bomb = deflateRawSync(Buffer.alloc(50_000_000));
  test.each<[string, ZipEntry, string]>([
    [
      'that is larger than it may be',
      { name: 'run.json', content: 'x'.repeat(1001) },
      '1,001 bytes, more than 1,000',
    ],
    [
      'that grows beyond what it says: a bomb',
      { name: 'run.json', raw: bomb, toldSize: 900 },
      'too many bytes',
    ],
    ['that is shorter than it says', { ...good, toldSize: 900 }, 'not enough bytes'],
    ['that says to be longer as it lies', { ...good, toldCompressedSize: 900 }, 'overflows'],
    ['that was cut', { ...good, raw: bomb.subarray(0, 100), toldSize: 900 }, 'sound'],
    ['with another checksum', { ...good, toldChecksum: 1 }, 'checksum'],
    ['packed in an unknown way', { ...good, method: 99 }, 'unsupported compression'],
    ['that is no deflated data', { ...good, raw: Buffer.alloc(20, 7) }, 'sound'],
    ['stored with two sizes', { ...good, stored: true, toldSize: 2 }, 'mismatch'],
  ])('%s', async (_, entry, why) => {
    await expect(read([entry])).rejects.toThrow(ArchiveRefused);
    await expect(read([entry])).rejects.toThrow(why);
  });

  test('with 50 MB behind 900 bytes without ever holding them', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const zip = makeZip([{ name: 'run.json', raw: bomb, toldSize: 900 }]);
    await expect(readZip(zip, [RUN])).rejects.toThrow(ArchiveRefused);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});

describe('no archive at all', () => {
  test.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('<html>Not Found</html>')],
    ['cut', makeZip([good]).subarray(0, 40)],
    ['more entries told than there are', makeZip([good], { toldCount: 3 })],
  ])('%s', async (_, bytes) => {
    await expect(readZip(bytes, [RUN])).rejects.toThrow(ArchiveRefused);
  });

  test('more entries than anyone needs', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}`, stored: true }));
    expect(await read([good, ...many.slice(1)])).toEqual({ 'run.json': '{"version":1}' });
    await expect(read([good, ...many])).rejects.toThrow('10,001 entries, more than 10,000');
  });

  test('whatever bytes are changed: what was written, or a refusal', async () => {
    const zip = makeZip([good, { name: 'other', content: 'x', stored: true }]);
    const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(zip);
        for (const [place, value] of changes) bytes[place] = value;
        const result = await readZip(bytes, [RUN]).catch((error: unknown) => error);
        if (result instanceof ArchiveRefused) return;
        const found = (result as Map<string, Uint8Array>).get('run.json');
        if (found !== undefined) expect(Buffer.from(found).toString()).toBe(good.content);
      }),
      { numRuns: 2000 },
    );
  });
});
