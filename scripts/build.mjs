// node scripts/build.mjs [--out <folder>]: makes dist/ anew. The same sources give the same bytes in every folder.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildAll, ROOT } from './build/bundles.mjs';
import { renderLicenses } from './build/licenses.mjs';

const flag = process.argv.indexOf('--out');
const out = flag < 0 ? join(ROOT, 'dist') : resolve(process.argv[flag + 1]);

const { files, packages } = await buildAll();
files.set('licenses.txt', renderLicenses(packages));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, content] of files) writeFileSync(join(out, name), content);
const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
console.log(
  `${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, ${packages.size} packages → ${out}`,
);
