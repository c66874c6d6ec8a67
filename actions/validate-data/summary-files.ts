import type { StatisticsReport } from '../../shared/data/index.ts';
import {
  code,
  countOf,
  details,
  formatBytes,
  joinBlocks,
  type Markdown,
  markdownTable,
  md,
} from '../../shared/report/index.ts';

/** More are counted: statistics.json has them all. */
const MOST_FILES_SHOWN = 60;

export function renderFiles(files: StatisticsReport['files']): Markdown {
  const rows = files
    .slice(0, MOST_FILES_SHOWN)
    .map(({ path, bytes, sha256 }) => [code(path), md`${formatBytes(bytes)}`, code(sha256)]);
  const hidden = files.length - rows.length;
  return details(
    md`Files: ${countOf(files.length, 'file')}`,
    joinBlocks([
      markdownTable(
        [{ title: md`file` }, { title: md`size`, align: 'right' }, { title: md`SHA-256` }],
        rows,
      ),
      hidden > 0 ? md`${countOf(hidden, 'more file')} in statistics.json.` : null,
    ]),
  );
}
