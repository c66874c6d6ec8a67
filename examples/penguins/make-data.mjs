// Makes data/penguins.csv from the npm package vega-datasets 3.2.1 (data: Palmer penguins, CC0):
//   npm pack vega-datasets@3.2.1 && tar -xzf vega-datasets-3.2.1.tgz
//   node examples/penguins/make-data.mjs package/data/penguins.json
import { readFileSync, writeFileSync } from 'node:fs';

const columns = {
  species: 'Species',
  island: 'Island',
  bill_length_mm: 'Beak Length (mm)',
  bill_depth_mm: 'Beak Depth (mm)',
  flipper_length_mm: 'Flipper Length (mm)',
  body_mass_g: 'Body Mass (g)',
  sex: 'Sex',
};
const penguins = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const lines = penguins.map((penguin, index) =>
  // The source has one sex written "." for a penguin whose sex is not known.
  [index + 1, ...Object.values(columns).map((name) => penguin[name] ?? '')].join(','),
);
const header = ['row_id', ...Object.keys(columns)].join(',');
writeFileSync(
  new URL('data/penguins.csv', import.meta.url),
  `${[header, ...lines].join('\n').replace(/,\.$/gm, ',')}\n`,
);
// Every third penguin without its label: stands for what an app sent to the model this month.
const production = penguins.flatMap((penguin, index) =>
  index % 3 === 1
    ? [
        [
          index + 1,
          ...Object.values(columns)
            .slice(1)
            .map((name) => penguin[name] ?? ''),
        ].join(','),
      ]
    : [],
);
writeFileSync(
  new URL('data/production.csv', import.meta.url),
  `${[header.replace('species,', ''), ...production].join('\n').replace(/,\.$/gm, ',')}\n`,
);
