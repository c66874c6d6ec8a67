import { fileURLToPath } from 'node:url';
import type { SourceLocation } from '../errors/index.ts';

/** An error that Node could place: by a line of its stack, or, for types that it can't strip, before it. */
const PLACES = [/(file:\/\/[^\s()]+?):(\d+):(\d+)/g, /^((?:\/|[A-Za-z]:\\)[^\n]+?):(\d+)()$/gm];

/**
 * The first place in a stack that is a file of the workspace, `root` by its absolute path, and neither in a package nor
 * beside the code of the suite in `own`; null where there is none.
 */
export function placeInModule(stack: string, root: string, own: URL): SourceLocation | null {
  const folder = root.replaceAll('\\', '/').replace(/\/?$/, '/');
  for (const pattern of PLACES) {
    for (const [, address = '', line = '', column = ''] of stack.matchAll(pattern)) {
      const path = toPath(address).replaceAll('\\', '/');
      if (!path.startsWith(folder) || path.includes('/node_modules/')) continue;
      if (address.startsWith(own.href)) continue;
      return {
        file: path.slice(folder.length),
        line: Number(line),
        ...(column === '' ? {} : { column: Number(column) }),
      };
    }
  }
  return null;
}

function toPath(address: string): string {
  if (!address.startsWith('file:')) return address;
  try {
    return fileURLToPath(address);
  } catch {
    return '';
  }
}
