import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Platform, WorkflowRun } from '../workflow-runner/index.ts';
import { legsOf } from './running.ts';

/** Something that runs have left where people or later runs can read it. */
interface Trace {
  readonly place: string;
  readonly bytes: Buffer;
}

/** Where a token may stand: the runner itself keeps what steps hand to one another. */
const RUNNERS_OWN = /\/temp\/(github_)?(env|output|state|path|save_state)_[0-9a-f-]+$/i;

/**
 * Places where a token or secret of these runs can be read: logs, summaries, outputs, every file on the jobs' machines,
 * artifacts, caches, everything at GitHub (comments, releases and their files, deployments …), and every object of git.
 */
export async function findSecrets(
  platform: Platform,
  runs: readonly WorkflowRun[],
): Promise<string[]> {
  const secrets = [...new Set(runs.flatMap(({ confidential }) => confidential))];
  if (secrets.length === 0) throw new Error('The runs had no token: there is nothing to look for');
  const traces = [
    ...runs.flatMap(tracesOfRun),
    ...tracesOfServices(platform, runs),
    ...(await Promise.all(foldersOf(runs).map(tracesOfFolder))).flat(),
    { place: 'git', bytes: await platform.git.run(['cat-file', '--batch-all-objects', '--batch']) },
  ];
  return traces
    .filter(({ bytes }) => secrets.some((secret) => bytes.includes(secret)))
    .map(({ place }) => place);
}

function tracesOfRun(run: WorkflowRun): Trace[] {
  const { log, summaries, annotations, jobs, masked } = run;
  const told = { log, summaries, annotations, jobs };
  return [
    ...Object.entries(told).map(([name, value]) => trace(`${run.name}: ${name}`, value)),
    // A line that a mask had to save would have shown a secret to a runner without that mask.
    ...masked.map((line) => ({ place: line, bytes: Buffer.from(run.confidential.join('\n')) })),
  ];
}

function tracesOfServices({ api, results }: Platform, runs: readonly WorkflowRun[]): Trace[] {
  const { git: _git, parent: _parent, runs: _runs, releases, pulls, ...told } = api.state;
  return [
    ...Object.entries(told).map(([name, value]) => trace(name, value)),
    trace(
      'pulls',
      pulls.map(({ head: _head, ...pull }) => pull),
    ),
    ...releases.flatMap(({ assets, ...release }) => [
      trace(`release ${release.tag}`, release),
      ...assets.map(({ name, bytes }) => ({ place: `release ${release.tag}: ${name}`, bytes })),
    ]),
    ...runs.flatMap(({ id }) =>
      results.artifactsOf(id).flatMap(({ name }) =>
        [...results.readArtifact(name, id)].map(([path, bytes]) => ({
          place: `artifact ${name}: ${path}`,
          bytes,
        })),
      ),
    ),
    ...results
      .caches()
      .map(({ key }) => ({ place: `cache ${key}`, bytes: unpack(results.readCache(key)) })),
  ];
}

/** None of a leg that never began, and none where act runs, which takes its folders away. */
function foldersOf(runs: readonly WorkflowRun[]): string[] {
  return runs.flatMap(legsOf).flatMap(({ folder }) => (folder === null ? [] : [folder]));
}

async function tracesOfFolder(folder: string): Promise<Trace[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !RUNNERS_OWN.test(path));
  return await Promise.all(
    paths.map(async (path) => ({ place: path, bytes: await readFile(path) })),
  );
}

function trace(place: string, value: unknown): Trace {
  const text =
    typeof value === 'string'
      ? value
      : JSON.stringify(value, (_key, inner: unknown) =>
          inner instanceof Set ? [...inner] : inner,
        );
  return { place, bytes: Buffer.from(text) };
}

/** The toolkit packs with zstd where the machine has it, and with gzip elsewhere. */
function unpack(archive: Buffer): Buffer {
  return archive.readUInt32LE(0) === 0xfd2fb528 ? zstdDecompressSync(archive) : gunzipSync(archive);
}
