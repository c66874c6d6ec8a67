// node scripts/on-node-24.mjs scripts/reference-tables.mjs [--check]: writes the tables of inputs and outputs in each
// action's README from its action.yml, the table of fields in docs/configuration.md from the schema, and the tables of
// anomalies, checks and figures in docs/data-validation.md from the code: each fact has one source. With --check it
// writes nothing and fails when a table is not up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { OWN_ANOMALIES, TFDV_ANOMALIES } from '../shared/data/anomaly-catalogue.ts';
import { RULE_CONSTANTS, RULE_FUNCTIONS } from '../shared/data/rule-functions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

const outdated = [...updateReadmes(), updateConfiguration(), updateValidation()].filter(
  (path) => path !== null,
);
if (check && outdated.length > 0) {
  console.error(`Out of date: ${outdated.join(', ')}. Run "npm run readme".`);
  process.exitCode = 1;
}

function updateReadmes() {
  return readdirSync(join(root, 'actions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const { inputs = {}, outputs = {} } = parse(
        readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8'),
      );
      return update(join('actions', name, 'README.md'), {
        inputs: table(['Input', 'What it does', 'Default'], inputs, name),
        outputs: table(['Output', 'What it holds'], outputs, name),
      });
    });
}

function updateConfiguration() {
  const schema = JSON.parse(readFileSync(join(root, 'schemas/mlops.schema.json'), 'utf8'));
  const rows = fieldsOf(schema, []).map(([path, rules, required]) => {
    const cells = [
      `\`${path}\``,
      rules.description ?? '',
      valuesOf(rules),
      required ? '**required**' : code(rules.default),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const fields = [
    '| Field | What it does | Values | Default |',
    '| --- | --- | --- | --- |',
    ...rows,
  ];
  return update(join('docs', 'configuration.md'), { fields: fields.join('\n') });
}

function updateValidation() {
  const kinds = [...TFDV_ANOMALIES, ...OWN_ANOMALIES];
  const anomalies = kinds.map(({ type, severity, when, check }) => {
    const mark = check === undefined ? severity : `${severity} (\`${check}\`)`;
    return `| \`${type}\` | ${mark} | ${when.replaceAll('|', '\\|')} |`;
  });
  const figures = [
    ...Object.entries(RULE_CONSTANTS).map(([name, says]) => `| \`${name}\` | ${says} |`),
    ...Object.entries(RULE_FUNCTIONS).map(([name, { says, argument }]) => {
      const call = { none: '"column"', text: '"column", "value"', quantile: '"column", q' };
      return `| \`${name}(${call[argument]})\` | ${says} |`;
    }),
  ];
  return update(join('docs', 'data-validation.md'), {
    anomalies: ['| Anomaly | Severity | When |', '| --- | --- | --- |', ...anomalies].join('\n'),
    figures: ['| Figure | What it is |', '| --- | --- |', ...figures].join('\n'),
  });
}

/** Every field with its rules; those of a list's items are shown as `list[].field`. */
function fieldsOf({ properties = {}, required = [] }, path) {
  return Object.entries(properties).flatMap(([name, rules]) => {
    const here = [...path, name];
    const section = [rules, ...(rules.anyOf ?? [])].find(({ properties }) => properties);
    if (section)
      return [...(rules.anyOf ? [[here.join('.'), rules, false]] : []), ...fieldsOf(section, here)];
    const field = [here.join('.'), rules, required.includes(name)];
    const items = rules.items?.properties ? fieldsOf(rules.items, [...path, `${name}[]`]) : [];
    // Names of the user's own, each with a section.
    const own = rules.additionalProperties?.anyOf
      ? fieldsOf({ properties: { '<column>': rules.additionalProperties } }, here)
      : [];
    return [field, ...items, ...own];
  });
}

function valuesOf(rules) {
  if (rules.enum) return rules.enum.map((value) => `\`${value}\``).join(' ');
  if (rules.anyOf) return rules.anyOf.map(valuesOf).join(' or ');
  if ('const' in rules) return `\`${rules.const}\``;
  const bounds = [
    rules.minimum !== undefined && `≥ ${rules.minimum}`,
    rules.exclusiveMinimum !== undefined && `> ${rules.exclusiveMinimum}`,
    rules.maximum !== undefined && `≤ ${rules.maximum}`,
    rules.exclusiveMaximum !== undefined && `< ${rules.exclusiveMaximum}`,
  ].filter(Boolean);
  const names = { array: 'list', integer: 'whole number', string: 'text', object: 'section' };
  const inner = rules.items && !rules.items.properties ? ` of ${valuesOf(rules.items)}` : '';
  return `${[rules.type]
    .flat()
    .map((type) => names[type] ?? type)
    .join(' or ')}${inner} ${bounds.join(', ')}`.trim();
}

function code(value) {
  if (value === undefined) return '';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** Null when the file was up to date, else its path. */
function update(path, sections) {
  const file = join(root, path);
  const before = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const after = Object.entries(sections).reduce(
    (text, [name, content]) => replace(text, name, content),
    before,
  );
  if (after === before) return null;
  if (!check) writeFileSync(file, after);
  return path;
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
