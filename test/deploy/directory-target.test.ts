import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import currentSchema from '../../schemas/current.schema.json' with { type: 'json' };
import { directoryTarget } from '../../shared/deploy/directory-target.ts';
import { renderChecksums, verifyVersion } from '../../shared/deploy/version-folder.ts';
import { isUserError } from '../../shared/errors/index.ts';
import { digestModel } from '../../shared/model-directory/index.ts';
// The file system behind the ports of a terminal.
import { FileSystem } from '../../shared/platform/file-system.ts';
import { type FilesPort, MemoryFiles } from '../../shared/platform/index.ts';

const ROOT = 'models/m';

/** Files that a machine loses power on: from a chosen step on every one throws. */
class FailingFiles extends MemoryFiles {
  #left = Number.POSITIVE_INFINITY;

  /** The next step has number 1. */
  failFrom(step: number): void {
    this.#left = step;
  }
  #count(): void {
    if (--this.#left <= 0) throw new Error('power cut');
  }
  override async writeAll(files: Parameters<MemoryFiles['writeAll']>[0]): Promise<void> {
    // Each file by itself, so that a cut may fall between two of them.
    for (const file of files) {
      this.#count();
      await super.writeAll([file]);
    }
  }
  override async rename(from: string, to: string): Promise<void> {
    this.#count();
    // At once, as a file system does it.
    for (const [path, bytes] of this.under(from)) {
      this.content.set(`${to}/${path}`, bytes);
      this.content.delete(`${from}/${path}`);
    }
  }
  override async remove(path: string): Promise<void> {
    this.#count();
    // Half of the files first, as a file system would.
    const inside = [...this.under(path).keys()];
    for (const name of inside.slice(0, inside.length / 2)) this.content.delete(`${path}/${name}`);
    this.#count();
    await super.remove(path);
  }
}

function bundle(weights: string) {
  const model = {
    modelJson: '{}',
    weights: new TextEncoder().encode(weights),
    transformJson: '{"version":1}',
  };
  const files = [
    { path: 'model.json', content: model.modelJson },
    { path: 'weights.bin', content: model.weights },
    { path: 'transform.json', content: model.transformJson },
  ];
  return {
    model: 'm',
    modelDigest: digestModel(model),
    files: [...files, { path: 'checksums.txt', content: renderChecksums(files) }],
    record: { version: 1, model: 'm', actions: {} } as const,
  };
}

async function deploy(files: FilesPort, weights: string, keep = 0) {
  const wanted = bundle(weights);
  const target = directoryTarget(files, { path: 'models', keep });
  const plan = await target.plan({ name: 'm', digest: wanted.modelDigest });
  await plan.stage(wanted);
  return plan.apply(wanted);
}

/** What a reader finds: the current version, which must be whole. */
async function readCurrent(files: FilesPort): Promise<string | null> {
  if (!(await files.exists(`${ROOT}/current.json`))) return null;
  const { version, modelDigest } = JSON.parse(await files.readText(`${ROOT}/current.json`));
  const state = await verifyVersion(files, `${ROOT}/${version}`);
  expect(state).toMatchObject({ intact: true, modelDigest });
  return version;
}

async function versions(files: FilesPort): Promise<string[]> {
  return (await files.list(ROOT)).filter((name) => name !== 'current.json');
}

describe('a deployment that is cut off', () => {
  // Past the last step nothing fails any more, which ends the series.
  const steps = Array.from({ length: 16 }, (_, index) => index + 1);

  test.each(steps)(
    'at step %d leaves a whole current version, and the next one mends it',
    async (step) => {
      const files = new FailingFiles({});
      for (const weights of ['one', 'two', 'three']) await deploy(files, weights);
      // What an even earlier cut left.
      await files.writeAll([{ path: `${ROOT}/.incoming-9/model.json`, content: '{' }]);
      const before = await readCurrent(files);
      const done = await counting(files, step, () => deploy(files, 'four', 2));
      expect(['3', '4']).toContain(await readCurrent(files));
      if (!done) expect(before).toBe('3');
      for (const version of await versions(files)) {
        if (version.startsWith('.')) continue;
        expect(await verifyVersion(files, `${ROOT}/${version}`)).toMatchObject({ intact: true });
      }
      files.failFrom(Number.POSITIVE_INFINITY);
      await deploy(files, 'five', 2);
      const left = await versions(files);
      expect(left).toHaveLength(2);
      expect(left.every((name) => /^\d+$/.test(name))).toBe(true);
      expect(await readCurrent(files)).toBe(left.at(-1));
    },
  );

  test('the series reaches past the last step', async () => {
    const files = new FailingFiles({});
    for (const weights of ['one', 'two', 'three']) await deploy(files, weights);
    await files.writeAll([{ path: `${ROOT}/.incoming-9/model.json`, content: '{' }]);
    expect(await counting(files, steps.length, () => deploy(files, 'four', 2))).toBe(true);
    expect(await counting(files, 1, () => deploy(files, 'five', 2))).toBe(false);
  });

  /** True when the work ended before step `step` from now. */
  async function counting(
    files: FailingFiles,
    step: number,
    work: () => Promise<unknown>,
  ): Promise<boolean> {
    files.failFrom(step);
    return work().then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('power cut');
        return false;
      },
    );
  }
});

describe('keep', () => {
  test.each([
    [0, ['1', '2', '3', '4']],
    [1, ['4']],
    [2, ['3', '4']],
    [9, ['1', '2', '3', '4']],
  ])('%d', async (keep, expected) => {
    const files = new MemoryFiles({});
    for (const weights of ['one', 'two', 'three']) await deploy(files, weights);
    const result = await deploy(files, 'four', keep);
    expect(await versions(files)).toEqual(expected);
    expect(result.removed).toEqual(['1', '2', '3', '4'].filter((name) => !expected.includes(name)));
  });

  test('leaves alone what is not a version', async () => {
    const files = new MemoryFiles({ [`${ROOT}/notes.txt`]: 'mine', [`${ROOT}/01/x`]: 'mine' });
    for (const weights of ['one', 'two']) await deploy(files, weights, 1);
    expect(await versions(files)).toEqual(['01', '2', 'notes.txt']);
  });
});

describe('odd states of the folder', () => {
  test('a damaged current version is deployed again', async () => {
    const files = new MemoryFiles({});
    await deploy(files, 'one');
    files.content.set(`${ROOT}/1/weights.bin`, new Uint8Array(3));
    expect(await deploy(files, 'one')).toMatchObject({ status: 'deployed', version: '2' });
    expect(await readCurrent(files)).toBe('2');
  });

  test.each(['', '{', '[]', '{"version":3}', '{"version":"../x","modelDigest":"y"}'])(
    'a current.json of %j is replaced',
    async (content) => {
      const files = new MemoryFiles({ [`${ROOT}/current.json`]: content, [`${ROOT}/7/x`]: '' });
      expect(await deploy(files, 'one')).toMatchObject({ version: '8', status: 'deployed' });
      expect(await readCurrent(files)).toBe('8');
    },
  );
});

describe('on a real file system', () => {
  test('versions, keep and current.json are as in memory', async () => {
    const root = await mkdtemp(join(tmpdir(), 'mlops-deploy-'));
    try {
      const files = new FileSystem(root);
      for (const weights of ['one', 'two', 'three']) await deploy(files, weights, 2);
      expect((await readdir(join(root, ROOT))).sort()).toEqual(['2', '3', 'current.json']);
      expect(await readCurrent(files)).toBe('3');
      expect(await deploy(files, 'three', 2)).toMatchObject({ status: 'unchanged' });
      const validate = new Ajv2020().compile(currentSchema);
      expect(validate(JSON.parse(await files.readText(`${ROOT}/current.json`)))).toBe(true);
    } finally {
      await rm(root, { recursive: true });
    }
  });

  test('a file in the place of the folder is the user’s to mend', async () => {
    const root = await mkdtemp(join(tmpdir(), 'mlops-deploy-'));
    try {
      const files = new FileSystem(root);
      await files.writeAll([{ path: 'models', content: 'a file' }]);
      const error = await deploy(files, 'one').catch((caught: unknown) => caught);
      expect(isUserError(error)).toBe(true);
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
