import type { Ports } from '../../shared/platform/index.ts';

/** Work with a folder for what goes to the cache or comes from it. It is empty before, and gone after, a cancellation too. */
export async function withStagingFolder<T>(
  directory: string,
  { files, cancellation }: Pick<Ports, 'files' | 'cancellation'>,
  work: () => Promise<T>,
): Promise<T> {
  const forget = cancellation.onCancel(({ files: last }) => last.remove(directory));
  try {
    await files.remove(directory);
    return await work();
  } finally {
    await files.remove(directory).then(forget, () => undefined);
  }
}
