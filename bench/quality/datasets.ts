import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDataPackage } from '../../scripts/checks/data-packages.mjs';

const DIGITS = 10;
const PIXELS = 784;

/** Makes a data set of a package from npm as `data.csv` in `folder`, the same bytes on every machine. */
export type MakeDataset = (folder: string) => void;

export const makePenguins: MakeDataset = (folder) => {
  const columns = [
    'Species',
    'Island',
    'Beak Length (mm)',
    'Beak Depth (mm)',
    'Flipper Length (mm)',
    'Body Mass (g)',
    'Sex',
  ];
  const names = ['species', 'island', 'bill_length', 'bill_depth', 'flipper_length', 'mass', 'sex'];
  // The source has one sex written "." for a penguin whose sex is not known.
  const cell = (value: unknown) => (value === null || value === '.' ? '' : value);
  const rows = readJson<Record<string, unknown>[]>('vega-datasets', 'data/penguins.json').map(
    (penguin) => columns.map((name) => cell(penguin[name])),
  );
  writeCsv(folder, names, rows);
};

export const makeWeather: MakeDataset = (folder) => {
  const [header = '', ...lines] = read('vega-datasets', 'data/seattle-weather.csv')
    .trim()
    .split(/\r?\n/);
  writeCsv(
    folder,
    header.split(','),
    lines.map((line) => line.split(',')),
  );
};

export const makeFlights: MakeDataset = (folder) => {
  const names = ['date', 'delay', 'distance', 'origin', 'destination'];
  const flights = readJson<Record<string, unknown>[]>('vega-datasets', 'data/flights-20k.json');
  writeCsv(
    folder,
    names,
    flights.map((flight) => names.map((name) => flight[name])),
  );
};

/** A column for each pixel, 0 … 255. The rows are those of digit 0, then of 1, and so on. */
export const makeDigits: MakeDataset = (folder) => {
  const rows = Array.from({ length: DIGITS }, (_, digit) => {
    const { data } = readJson<{ data: number[] }>('mnist', `src/digits/${digit}.json`);
    return Array.from({ length: data.length / PIXELS }, (_, image) => [
      digit,
      ...data.slice(image * PIXELS, (image + 1) * PIXELS).map((value) => Math.round(value * 255)),
    ]);
  }).flat();
  const pixels = Array.from({ length: PIXELS }, (_, pixel) => `pixel_${pixel}`);
  writeCsv(folder, ['label', ...pixels], rows);
};

/** A first column has the number of the row, by which rows are split. */
function writeCsv(folder: string, names: readonly string[], rows: readonly unknown[][]): void {
  const lines = rows.map((cells, row) => [row + 1, ...cells].join());
  writeFileSync(join(folder, 'data.csv'), `${['row', ...names].join()}\n${lines.join('\n')}\n`);
}

function read(name: 'mnist' | 'vega-datasets', path: string): string {
  return readFileSync(join(findDataPackage(name), path), 'utf8');
}

function readJson<Content>(name: 'mnist' | 'vega-datasets', path: string): Content {
  return JSON.parse(read(name, path)) as Content;
}
