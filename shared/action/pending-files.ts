import type { FilesPort, FileToWrite } from '../platform/index.ts';

/** `files` as they will be once `pending` has been written: for reading only. */
export function pendingFiles(files: FilesPort, pending: readonly FileToWrite[]): FilesPort {
  const content = new Map(pending.map(({ path, content }) => [path, content]));
  const bytesOf = (path: string): Uint8Array | undefined => {
    const found = content.get(path);
    return typeof found === 'string' ? new TextEncoder().encode(found) : found;
  };
  const refuse = () => {
    throw new Error('files that are about to be written can only be read');
  };
  return {
    read: async (path) => bytesOf(path) ?? (await files.read(path)),
    readText: async (path) => {
      const bytes = bytesOf(path);
      return bytes === undefined ? await files.readText(path) : new TextDecoder().decode(bytes);
    },
    size: async (path) => bytesOf(path)?.byteLength ?? (await files.size(path)),
    exists: async (path) => content.has(path) || (await files.exists(path)),
    stream: (path) => files.stream(path),
    open: (path) => files.open(path),
    isDirectory: (path) => files.isDirectory(path),
    list: (directory) => files.list(directory),
    walk: (directory) => files.walk(directory),
    listSpecial: (directory) => files.listSpecial(directory),
    glob: (pattern) => files.glob(pattern),
    absolute: (path) => files.absolute(path),
    writeAll: refuse,
    rename: refuse,
    makeDirectory: refuse,
    remove: refuse,
    scratch: refuse,
  };
}
