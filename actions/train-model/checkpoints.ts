import { sha256 } from '../../shared/lineage/index.ts';
import type { Checkpoint, Checkpointing, EpochRecord } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';
import { withStagingFolder } from './staging-folder.ts';

/** `checkpoint.json` beside `checkpoint.bin`, which has the arrays one behind the other. */
const NAMES = { facts: 'checkpoint.json', arrays: 'checkpoint.bin' } as const;

const MINUTE = 60_000;
/** Keys of equal length: a prefix of one epoch is none of another. */
const EPOCH_DIGITS = 7;

interface Facts {
  readonly version: 1;
  /** Of the training that it belongs to. */
  readonly key: string;
  readonly history: readonly EpochRecord[];
  /** Numbers in each parameter. */
  readonly sizes: readonly number[];
  /** How many kinds of moments the optimiser has. */
  readonly moments: number;
  /** Of history and arrays. */
  readonly sha256: string;
}

/**
 * Checkpoints in the cache under the key of a training, each under a key of its own: GitHub replaces no entry. Goes on from the
 * newest one, if it is there and is whole. Nothing that goes wrong with them ends a training.
 *
 * `modelKey`: of `cacheKey`, so that a checkpoint of other data, configuration, code or engine is never found.
 */
export async function openCheckpoints(
  modelKey: string,
  directory: string,
  minutes: number,
  ports: Ports,
): Promise<Checkpointing> {
  const key = modelKey.replace('mlops-model-', 'mlops-checkpoint-');
  const from = await restore(key, directory, ports);
  let saved = ports.clock.milliseconds();
  return {
    ...(from === null ? {} : { from }),
    afterEpoch: async (epoch, take) => {
      if (ports.clock.milliseconds() - saved < minutes * MINUTE) return;
      await save(`${key}-${String(epoch).padStart(EPOCH_DIGITS, '0')}`, directory, ports, () =>
        encodeCheckpoint(key, take()),
      );
      // From here: a checkpoint that takes long must not be followed by the next one at once.
      saved = ports.clock.milliseconds();
    },
  };
}

async function restore(key: string, directory: string, ports: Ports): Promise<Checkpoint | null> {
  const { cache, log } = ports;
  try {
    return await withStagingFolder(directory, ports, async () => {
      if (!(await cache.restoreNewest(`${key}-`, directory))) return null;
      const checkpoint = await read(key, directory, ports);
      if (checkpoint === null) {
        log.warning('The checkpoint in the cache is damaged: the training begins anew');
      } else {
        const epoch = checkpoint.history.at(-1)?.epoch;
        log.info(`Goes on after epoch ${epoch} of a training that was cut off`);
      }
      return checkpoint;
    });
  } catch (error) {
    log.warning(`The checkpoint was not read: ${(error as Error).message}`);
    return null;
  }
}

async function read(key: string, directory: string, { files }: Ports): Promise<Checkpoint | null> {
  const [facts, arrays] = [`${directory}/${NAMES.facts}`, `${directory}/${NAMES.arrays}`];
  if (!(await files.exists(facts)) || !(await files.exists(arrays))) return null;
  return decodeCheckpoint(key, {
    facts: await files.readText(facts),
    arrays: await files.read(arrays),
  });
}

async function save(
  key: string,
  directory: string,
  ports: Ports,
  encode: () => EncodedCheckpoint,
): Promise<void> {
  const { cache, files, log, cancellation } = ports;
  try {
    await withStagingFolder(directory, ports, async () => {
      const { facts, arrays } = encode();
      await files.writeAll([
        { path: `${directory}/${NAMES.facts}`, content: facts },
        { path: `${directory}/${NAMES.arrays}`, content: arrays },
      ]);
      await cache.save(key, directory);
    });
  } catch (error) {
    if (cancellation.signal.aborted) throw error;
    log.warning(`No checkpoint was made: ${(error as Error).message}`);
  }
}

export interface EncodedCheckpoint {
  readonly facts: string;
  readonly arrays: Uint8Array;
}

export function encodeCheckpoint(
  key: string,
  { history, optimizer, bestWeights }: Checkpoint,
): EncodedCheckpoint {
  const groups = [optimizer.weights, ...optimizer.moments, bestWeights];
  const arrays = Buffer.concat(
    groups
      .flat()
      .map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
  const facts: Facts = {
    version: 1,
    key,
    history,
    sizes: optimizer.weights.map(({ length }) => length),
    moments: optimizer.moments.length,
    sha256: digest(history, arrays),
  };
  // In the order of its fields: the history becomes a part of training.json as it is.
  return { facts: JSON.stringify(facts), arrays };
}

/** Null where it is damaged or belongs to another training. */
export function decodeCheckpoint(
  key: string,
  { facts: text, arrays }: EncodedCheckpoint,
): Checkpoint | null {
  const facts = parseFacts(text);
  if (facts === null || facts.version !== 1 || facts.key !== key) return null;
  if (facts.sha256 !== digest(facts.history, arrays)) return null;
  const count = facts.sizes.reduce((sum, size) => sum + size, 0) * (facts.moments + 2);
  if (4 * count !== arrays.length) return null;
  // A copy, since bytes may lie anywhere; the slice of a Buffer would be none.
  const numbers = new Float32Array(new Uint8Array(arrays).buffer);
  let at = 0;
  const next = () =>
    facts.sizes.map((size) => {
      at += size;
      return numbers.slice(at - size, at);
    });
  const weights = next();
  const moments = Array.from({ length: facts.moments }, next);
  const bestWeights = next();
  return { history: facts.history, optimizer: { weights, moments }, bestWeights };
}

function digest(history: readonly EpochRecord[], arrays: Uint8Array): string {
  return sha256(Buffer.concat([Buffer.from(JSON.stringify(history) ?? ''), arrays]));
}

function parseFacts(text: string): Facts | null {
  try {
    return JSON.parse(text) as Facts;
  } catch {
    return null;
  }
}
