// node scripts/action-tables.mjs [--check]: writes the tables of inputs and outputs in each action's README from its
// action.yml, which is their only source. With --check it writes nothing and fails when a table is not up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../actions', import.meta.url));
const check = process.argv.includes('--check');

const outdated = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .filter(({ name }) => !update(name))
  .map(({ name }) => name);

if (check && outdated.length > 0) {
  console.error(`Out of date: ${outdated.join(', ')}. Run "npm run readme".`);
  process.exitCode = 1;
}

/** True when the README was up to date. */
function update(action) {
  const { inputs = {}, outputs = {} } = parse(
    readFileSync(join(folder, action, 'action.yml'), 'utf8'),
  );
  const path = join(folder, action, 'README.md');
  const before = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const after = replace(
    replace(before, 'inputs', table(['Input', 'What it does', 'Default'], inputs, action)),
    'outputs',
    table(['Output', 'What it holds'], outputs, action),
  );
  if (!check && after !== before) writeFileSync(path, after);
  return after === before;
}

function replace(text, name, content) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`a README lacks ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

function table(header, entries, action) {
  const rows = Object.entries(entries).map(([name, { description, default: value }]) => {
    if (!description) throw new Error(`${action}: "${name}" has no description`);
    const text = String(description)
      .trim()
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|');
    const cells = [`\`${name}\``, text];
    if (header.length === 3) cells.push(value === undefined || value === '' ? '' : `\`${value}\``);
    return `| ${cells.join(' | ')} |`;
  });
  return [`| ${header.join(' | ')} |`, `|${' --- |'.repeat(header.length)}`, ...rows].join('\n');
}
