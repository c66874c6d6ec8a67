// Makes data/<island>.csv from examples/penguins/data/penguins.csv, each with the header and the island's rows:
//   node examples/penguins-by-island/make-data.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const source = readFileSync(new URL('../penguins/data/penguins.csv', import.meta.url), 'utf8');
const [header, ...rows] = source.trimEnd().split('\n');
const island = header.split(',').indexOf('island');
const islandOf = (row) => row.split(',')[island].toLowerCase();
for (const name of new Set(rows.map(islandOf))) {
  const own = rows.filter((row) => islandOf(row) === name);
  const path = new URL(`data/${name}.csv`, import.meta.url);
  writeFileSync(path, `${[header, ...own].join('\n')}\n`);
}
