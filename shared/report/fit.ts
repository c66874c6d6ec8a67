/** Said where something was left out. */
const NOTE = '\n\n_Shortened: the full report is in `report.html` among the files of this run._\n';

/**
 * Markdown of at most `limit` UTF-8 bytes. What is too long ends before a block that no longer fits: never inside a
 * table row, a code block or a folded section, which would swallow all that follows on the page.
 */
export function fitMarkdown(source: string, limit: number): string {
  if (byteLength(source) <= limit) return source;
  const room = limit - byteLength(NOTE);
  let kept = '';
  let used = 0;
  for (const section of splitIntoClosedBlocks(source)) {
    used += byteLength(section);
    if (used > room) break;
    kept += section;
  }
  return kept.trimEnd() + NOTE;
}

/** Cuts at empty lines outside of `<details>` and fenced code. The parts joined are the source again. */
function splitIntoClosedBlocks(source: string): string[] {
  const blocks: string[] = [];
  let block = '';
  let depth = 0;
  let fenced = false;
  for (const line of source.split(/(?<=\n)/)) {
    block += line;
    if (line.startsWith('```')) fenced = !fenced;
    if (fenced) continue;
    depth += count(line, '<details') - count(line, '</details>');
    if (depth <= 0 && line.trim() === '') {
      blocks.push(block);
      block = '';
    }
  }
  return block === '' ? blocks : [...blocks, block];
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
