// dist/licenses.txt: every package whose code is in dist/, with its licence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bundles.mjs';

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;

/** Licences that may be bundled: permissive ones that ask for nothing but their text. */
const ALLOWED =
  /^(MIT|MIT\/X11|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|BlueOak-1\.0\.0|Unlicense|CC0-1\.0)$/;

export function renderLicenses(packages) {
  const entries = [...packages].map(readPackage).sort((a, b) => (a.title < b.title ? -1 : 1));
  return `${entries.map(({ title, license, text }) => `${'='.repeat(80)}\n${title} (${license})\n${'='.repeat(80)}\n\n${text}\n`).join('\n')}`;
}

function readPackage(folder) {
  const path = join(ROOT, folder);
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  );
  const identifier = license ?? licenses?.map(({ type }) => type).join(' OR ');
  const choices = String(identifier)
    .replace(/[()]/g, '')
    .split(/ OR | AND /);
  if (!choices.every((choice) => ALLOWED.test(choice))) {
    throw new Error(
      `${name}: the licence ${identifier} is not on the list of those that may be bundled`,
    );
  }
  const files = readdirSync(path)
    .filter((file) => LICENSE_FILE.test(file))
    .sort();
  const text = files
    .map((file) => readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
  return {
    title: `${name} ${version}`,
    license: identifier,
    text: text === '' ? standardText(name, choices) : text,
  };
}

/** A package without a licence file: the text of the licence that its package.json names. */
function standardText(name, choices) {
  if (choices.includes('Apache-2.0')) return readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  return `${name} ships no licence file; its package.json names ${choices.join(' and ')}.`;
}
