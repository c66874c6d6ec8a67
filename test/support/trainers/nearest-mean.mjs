// A trainer as a user writes one, for tests: each class by the mean of its numbers. Its first argument picks a fault.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const {
  MLOPS_TRAIN: train,
  MLOPS_EVALUATION: evaluation,
  MLOPS_OUTPUT: output,
  MLOPS_LABEL: label,
} = process.env;
const [fault] = process.argv.slice(2);

const read = (path) => {
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell])));
};
const vector = ({ [label]: _, mlops_row: __, ...cells }) =>
  Object.values(cells)
    .filter((cell) => cell !== '' && !Number.isNaN(Number(cell)))
    .map(Number);

console.log('::set-output name=verdict::forged');
console.log('::add-mask::a');
console.error('##[error]forged');
console.log(
  `secrets: ${process.env.GITHUB_TOKEN} ${process.env.INPUT_TOKEN} ${process.env.MY_TOKEN}`,
);
if (fault === 'exit') process.exit(4);
if (fault === 'hang') {
  console.log(`hanging: ${process.pid}`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const rows = read(train);
const classes = [...new Set(rows.map((row) => row[label]))].sort();
const model = Object.fromEntries(
  classes.map((name) => {
    const vectors = rows.filter((row) => row[label] === name).map(vector);
    const mean = (column) => vectors.reduce((sum, x) => sum + x[column], 0) / vectors.length;
    return [name, vectors[0].map((_, column) => mean(column))];
  }),
);
const lines = read(evaluation).map((row) => {
  const closeness = classes.map((name) =>
    Math.exp(-vector(row).reduce((sum, x, column) => sum + (x - model[name][column]) ** 2, 0)),
  );
  const total = closeness.reduce((sum, x) => sum + x, 0);
  return [row.mlops_row, ...closeness.map((x) => x / total)].join(',');
});
writeFileSync(
  join(output, 'predictions.csv'),
  [['mlops_row', ...classes].join(','), ...lines, ''].join('\n'),
);
writeFileSync(join(output, 'model', 'means.json'), JSON.stringify(model));
if (fault === 'link') symlinkSync('/etc/hostname', join(output, 'model', 'host'));
if (fault === 'folder-link') {
  rmSync(join(output, 'model'), { recursive: true });
  mkdirSync('elsewhere', { recursive: true });
  writeFileSync('elsewhere/secret.txt', 'secret');
  symlinkSync(join(process.cwd(), 'elsewhere'), join(output, 'model'));
}
