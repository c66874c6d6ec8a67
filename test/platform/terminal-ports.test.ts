import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { describe, expect, test } from '@jest/globals';
import { terminalPorts } from '../../shared/platform/index.ts';
import { makeWorkspace } from '../support/run-bundle.ts';

function screen(columns?: number) {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  if (columns !== undefined) Object.assign(stream, { isTTY: true, columns });
  return { output: stream as unknown as WriteStream, text: () => chunks.join('') };
}

describe('a terminal', () => {
  test('shows progress on one line that makes room for the next', () => {
    const { output, text } = screen(60);
    const { log } = terminalPorts({ root: '.', output, environment: {} });
    log.progress({ label: 'train', fraction: 0.5, detail: 'loss 0.1' });
    log.info('a\n::error::b');
    expect(text()).toBe(
      '\r\u001b[K  train ██████████░░░░░░░░░░ 50 % loss 0.1\r\u001b[K  a\n  : :error::b\n',
    );
  });

  test('that is a pipe shows the end of the work alone', () => {
    const { output, text } = screen();
    const { log } = terminalPorts({ root: '.', output, environment: {} });
    log.progress({ label: 'train', fraction: 0.5 });
    log.progress({ label: 'train', fraction: 1, detail: '60 epochs', done: true });
    log.progress({ label: 'read', fraction: 1, done: true });
    expect(text()).toBe('  train ████████████████████ 100 % 60 epochs\n');
  });

  test('keeps models in a cache that can be read again and stays small', async () => {
    await using workspace = await makeWorkspace();
    const { output } = screen();
    const { cache, files } = terminalPorts({
      root: workspace.path,
      output,
      environment: { MLOPS_CACHE_DIRECTORY: join(workspace.path, 'cache') },
    });
    await files.writeAll([{ path: 'stage/model/a.bin', content: 'a' }]);
    expect(await cache.restore('key', 'again')).toBe(false);
    for (let entry = 0; entry < 25; entry++) await cache.save(`key-${entry}`, 'stage');
    expect(await cache.restore('key-24', 'again')).toBe(true);
    expect(await files.readText('again/model/a.bin')).toBe('a');
    expect(await readdir(join(workspace.path, 'cache'))).toHaveLength(20);
  });

  test('gives back the newest entry of a prefix, and lets checkpoints drive out no model', async () => {
    await using workspace = await makeWorkspace();
    const root = join(workspace.path, 'cache');
    const { cache, files } = terminalPorts({
      root: workspace.path,
      output: screen().output,
      environment: { MLOPS_CACHE_DIRECTORY: root },
    });
    const digest = 'a'.repeat(64);
    expect(await cache.restoreNewest(`mlops-checkpoint-${digest}-`, 'again')).toBe(false);
    await files.writeAll([{ path: 'stage/a', content: 'model' }]);
    await cache.save(`mlops-model-${digest}`, 'stage');
    for (let epoch = 1; epoch <= 25; epoch++) {
      await files.writeAll([{ path: 'stage/a', content: `epoch ${epoch}` }]);
      const key = `mlops-checkpoint-${digest}-${String(epoch).padStart(7, '0')}`;
      await cache.save(key, 'stage');
      // The clock of a file system may tick slowly.
      await utimes(join(root, key), epoch, epoch);
    }
    await mkdir(join(root, `mlops-checkpoint-${digest}-0000026.1.part`));
    expect(await cache.restoreNewest(`mlops-checkpoint-${digest}-`, 'again')).toBe(true);
    expect(await files.readText('again/a')).toBe('epoch 25');
    expect(await cache.restoreNewest(`mlops-checkpoint-${'b'.repeat(64)}-`, 'again')).toBe(false);
    expect(await cache.restore(`mlops-model-${digest}`, 'again')).toBe(true);
  });

  test('a cache that cannot be written stops nothing', async () => {
    await using workspace = await makeWorkspace();
    const { output } = screen();
    const { cache, files } = terminalPorts({
      root: workspace.path,
      output,
      environment: { MLOPS_CACHE_DIRECTORY: join(workspace.path, 'file', 'cache') },
    });
    await files.writeAll([
      { path: 'stage/a.bin', content: 'a' },
      { path: 'file', content: 'no folder' },
    ]);
    await cache.save('key', 'stage');
    expect(await cache.restore('key', 'again')).toBe(false);
  });
});
