/** A plain table: two spaces in front, columns as wide as their widest cell, the last one to the right. */
export function renderTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))),
  );
  const render = (line: readonly string[]) =>
    `  ${line
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - displayWidth(cell));
        return column === header.length - 1 ? gap + cell : cell + gap;
      })
      .join('   ')}`.trimEnd();
  const rule = `  ${widths.map((width) => '─'.repeat(width)).join('───')}`;
  return [render(header), rule, ...rows.map(render)].join('\n');
}

function displayWidth(text: string): number {
  return [...text].length;
}
