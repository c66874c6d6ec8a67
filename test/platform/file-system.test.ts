import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { FileSystem, type FilesPort, MemoryFiles } from '../../shared/platform/index.ts';
import { makeWorkspace } from '../support/run-bundle.ts';

describe.each<[name: string, make: (root: string) => FilesPort]>([
  ['on disk', (root) => new FileSystem(root)],
  ['in memory', () => new MemoryFiles({})],
])('files %s', (_name, make) => {
  test('are written, listed, read, renamed and removed', async () => {
    await using workspace = await makeWorkspace();
    const files = make(workspace.path);
    await files.writeAll([
      { path: 'out/b/two.csv', content: 'two' },
      { path: 'out/one.csv', content: new Uint8Array([49, 50]) },
    ]);
    expect(await files.list('out')).toEqual(['b', 'one.csv']);
    expect(await files.glob('out/**/*.csv')).toEqual(['out/b/two.csv', 'out/one.csv']);
    expect(await files.walk('out')).toEqual(['out/b/two.csv', 'out/one.csv']);
    expect(await files.walk('nowhere')).toEqual([]);
    expect(await files.glob('out/*.csv')).toEqual(['out/one.csv']);
    expect(await files.glob('out/one.csv')).toEqual(['out/one.csv']);
    expect(await files.readText('out/one.csv')).toBe('12');
    expect(await files.size('out/b/two.csv')).toBe(3);
    expect(await files.isDirectory('out/b')).toBe(true);
    const chunks: Uint8Array[] = [];
    for await (const chunk of files.stream('out/b/two.csv')) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('two');
    await files.rename('out/b', 'out/c');
    expect(await files.exists('out/b')).toBe(false);
    expect(await files.readText('out/c/two.csv')).toBe('two');
    await files.remove('out/c');
    await files.remove('out/c');
    expect(await files.list('out')).toEqual(['one.csv']);
    expect(await files.list('nowhere')).toEqual([]);
  });

  test('keep what does not fit in memory where nobody sees it', async () => {
    await using workspace = await makeWorkspace();
    const files = make(workspace.path);
    const scratch = await files.scratch('out/deep');
    const other = await files.scratch('out/deep');
    scratch.append(new Uint8Array([1, 2, 3]));
    other.append(new Uint8Array([9]));
    scratch.append(new Uint8Array([4]));
    expect(scratch.byteLength).toBe(4);
    const into = new Uint8Array(2);
    scratch.readInto(into, 2);
    expect([...into]).toEqual([3, 4]);
    scratch.append(new Uint8Array([5]));
    scratch.readInto(into, 3);
    expect([...into]).toEqual([4, 5]);
    expect(() => scratch.readInto(into, 4)).toThrow(RangeError);
    scratch.close();
    other.close();
    expect(await files.walk('out')).toEqual([]);
  });

  test('a missing one is the mistake of the user, with its path', async () => {
    await using workspace = await makeWorkspace();
    const files = make(workspace.path);
    await expect(files.readText('data/x.csv')).rejects.toThrow(/There is no file data\/x\.csv/);
    await expect(files.size('data/x.csv')).rejects.toThrow(/There is no file data\/x\.csv/);
  });
});

describe('files on disk', () => {
  test('of a scratch nothing is left while it is open, and a folder that is a file is told', async () => {
    await using workspace = await makeWorkspace();
    const files = new FileSystem(workspace.path);
    const scratch = await files.scratch('out');
    scratch.append(new Uint8Array([1]));
    if (process.platform !== 'win32') expect(await files.walk('out')).toEqual([]);
    scratch.close();
    expect(await files.exists('out')).toBe(false);
    await files.writeAll([{ path: 'kept/result', content: '' }]);
    (await files.scratch('kept')).close();
    expect(await files.walk('kept')).toEqual(['kept/result']);
    await writeFile(join(workspace.path, 'blocker'), '');
    await expect(files.scratch('blocker')).rejects.toThrow(/blocker.* can't be written/);
  });

  test('are all written or none', async () => {
    await using workspace = await makeWorkspace();
    const files = new FileSystem(workspace.path);
    await files.writeAll([{ path: 'out/a.json', content: 'old' }]);
    await writeFile(join(workspace.path, 'blocker'), 'a file where a folder is wanted');
    const work = files.writeAll([
      { path: 'out/a.json', content: 'new' },
      { path: 'blocker/b.json', content: 'new' },
    ]);
    await expect(work).rejects.toThrow(/blocker.* can't be written.*output-directory/);
    expect(await readFile(join(workspace.path, 'out/a.json'), 'utf8')).toBe('old');
    expect(await readdir(join(workspace.path, 'out'))).toEqual(['a.json']);
  });

  test('are put back when a later one cannot take its place', async () => {
    await using workspace = await makeWorkspace();
    const files = new FileSystem(workspace.path);
    await files.writeAll([{ path: 'out/a.json', content: 'old' }]);
    await mkdir(join(workspace.path, 'out/report.html'));
    const work = files.writeAll([
      { path: 'out/a.json', content: 'new' },
      { path: 'out/b.json', content: 'new' },
      { path: 'out/report.html', content: 'new' },
    ]);
    await expect(work).rejects.toThrow(/^out\/report\.html can't be written. A folder stands/);
    expect(await files.readText('out/a.json')).toBe('old');
    expect(await readdir(join(workspace.path, 'out'))).toEqual(['a.json', 'report.html']);
  });

  test('a name with the signs of a pattern is a name', async () => {
    await using workspace = await makeWorkspace();
    const files = new FileSystem(workspace.path);
    await files.writeAll([{ path: 'a [x]/{b}*.csv', content: 'c' }]);
    expect(await files.walk('a [x]')).toEqual(['a [x]/{b}*.csv']);
    expect(await files.glob('a [x]/{b}*.csv')).toEqual(['a [x]/{b}*.csv']);
  });

  test('a folder in the place of a file is told', async () => {
    await using workspace = await makeWorkspace();
    await mkdir(join(workspace.path, 'data'));
    const files = new FileSystem(workspace.path);
    await expect(files.readText('data')).rejects.toThrow(
      /data is a folder, not a file\. Name a file in it/,
    );
    await expect(files.size('data')).rejects.toThrow(/data is a folder/);
  });
});
