import { isUserError } from '../errors/index.ts';
import { digestFile, prettyJson, sha256 } from '../lineage/index.ts';
import { COMMAND_MODEL_FILE, readDescription } from '../model-directory/index.ts';
import { MODEL_FILES } from '../network/index.ts';
import type { FilesPort, FileToWrite } from '../platform/index.ts';

export const CHECKSUMS_FILE = 'checksums.txt';
/** Written last; holds the model's digest. A folder without it is not a version. */
export const READY_FILE = 'READY';
export const CURRENT_FILE = 'current.json';

/** What versioned folders need of files: a disk has it, and a branch on GitHub. */
export type VersionFiles = Pick<
  FilesPort,
  | 'readText'
  | 'stream'
  | 'size'
  | 'exists'
  | 'isDirectory'
  | 'list'
  | 'writeAll'
  | 'rename'
  | 'remove'
>;

/** Names in a version folder: plain, so that a list of checksums can't lead out of it. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** checksums.txt, current.json and READY hold a few lines; a larger one is not ours. */
const LARGEST_MARKER = 1_000_000;

/** `current.json`: which version readers use. */
export interface CurrentVersion {
  readonly version: string;
  readonly modelDigest: string;
}

/** Version numbers in a model's folder, ascending. */
export async function listVersions(files: VersionFiles, folder: string): Promise<number[]> {
  const names = await files.list(folder);
  return names
    .filter((name) => /^[1-9]\d{0,8}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Null when there is none, or the file is not one that deploy-model wrote. */
export async function readCurrent(
  files: VersionFiles,
  folder: string,
): Promise<CurrentVersion | null> {
  const text = await readMarker(files, `${folder}/${CURRENT_FILE}`);
  if (text === null) return null;
  try {
    const { version, modelDigest } = JSON.parse(text) as Partial<CurrentVersion>;
    if (typeof version !== 'string' || !/^[1-9]\d{0,8}$/.test(version)) return null;
    if (typeof modelDigest !== 'string' || !/^[0-9a-f]{64}$/.test(modelDigest)) return null;
    return { version, modelDigest };
  } catch {
    return null;
  }
}

/** Switches readers to another version: one file is replaced at once. */
export async function writeCurrent(
  files: VersionFiles,
  folder: string,
  current: CurrentVersion,
): Promise<void> {
  await files.writeAll([{ path: `${folder}/${CURRENT_FILE}`, content: prettyJson(current) }]);
}

/** SHA-256 of each file, by its name. */
export function digestFiles(files: readonly FileToWrite[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, content }) => [path, sha256(content)]));
}

/** In the format of `sha256sum`, sorted by name. */
export function renderChecksums(files: readonly FileToWrite[]): string {
  return files
    .map(({ path, content }) => ({ path, line: `${sha256(content)}  ${path}\n` }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ line }) => line)
    .join('');
}

export type VersionState =
  | {
      readonly intact: true;
      readonly modelDigest: string;
      readonly files: readonly string[];
      /** Of all files but READY. */
      readonly digests: Readonly<Record<string, string>>;
    }
  | { readonly intact: false; readonly reason: string };

/** Whether a version folder is complete and every file is the one that was deployed. */
export async function verifyVersion(files: VersionFiles, folder: string): Promise<VersionState> {
  const damaged = (reason: string): VersionState => ({ intact: false, reason });
  const ready = await readMarker(files, `${folder}/${READY_FILE}`);
  if (ready === null) return damaged(`${READY_FILE} is missing`);
  const checksums = await readMarker(files, `${folder}/${CHECKSUMS_FILE}`);
  if (checksums === null) return damaged(`${CHECKSUMS_FILE} is missing`);
  const digests = parseChecksums(checksums);
  if (digests === null) return damaged(`${CHECKSUMS_FILE} is not a list of checksums`);
  for (const [name, digest] of digests) {
    if (!(await files.exists(`${folder}/${name}`))) return damaged(`${name} is missing`);
    if ((await digestFile(files, `${folder}/${name}`)).sha256 !== digest) {
      return damaged(`${name} is not the file that was deployed`);
    }
  }
  const names = await namesOfModel(files, folder);
  if (names === null)
    return damaged(`${COMMAND_MODEL_FILE} does not say which files make the model`);
  const missing = names.find((name) => !digests.has(name));
  if (missing !== undefined) return damaged(`${CHECKSUMS_FILE} does not list ${missing}`);
  // As `digestModel` and `digestCommandModel` make it from the files themselves.
  const modelDigest = sha256(names.map((name) => `${digests.get(name)}  ${name}\n`).join(''));
  if (ready.trim() !== modelDigest) return damaged(`${READY_FILE} names another model`);
  return {
    intact: true,
    modelDigest,
    files: [...digests.keys(), CHECKSUMS_FILE, READY_FILE],
    digests: Object.fromEntries([...digests, [CHECKSUMS_FILE, sha256(checksums)]]),
  };
}

/** SHA-256 of each file of a version, by its name, as it was deployed; null where that is not written down. */
export async function readChecksums(
  files: VersionFiles,
  folder: string,
): Promise<Record<string, string> | null> {
  const text = await readMarker(files, `${folder}/${CHECKSUMS_FILE}`);
  const digests = text === null ? null : parseChecksums(text);
  if (text === null || digests === null) return null;
  return Object.fromEntries([...digests, [CHECKSUMS_FILE, sha256(text)]]);
}

/** Digest of each file by its name; null when the text is not what `renderChecksums` writes. */
function parseChecksums(text: string): Map<string, string> | null {
  const digests = new Map<string, string>();
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const [digest = '', name = ''] = line.split('  ');
    if (!PLAIN_NAME.test(name)) return null;
    digests.set(name, digest);
  }
  return digests;
}

/** In the order of the model's digest; null where the list of a command's model can't be read. */
async function namesOfModel(files: VersionFiles, folder: string): Promise<string[] | null> {
  try {
    const description = await readDescription(files, folder);
    if (description === null) return Object.values(MODEL_FILES);
    return [COMMAND_MODEL_FILE, ...description.files.map(({ path }) => path)];
  } catch (error) {
    if (isUserError(error)) return null;
    throw error;
  }
}

async function readMarker(files: VersionFiles, path: string): Promise<string | null> {
  if (!(await files.exists(path)) || (await files.isDirectory(path))) return null;
  return (await files.size(path)) > LARGEST_MARKER ? null : await files.readText(path);
}
