// node bench/ours.ts <file> <workers> [<schema>]: what validate-data does with a file, without writing its report: the
// statistics, the anomalies and a proposed schema; with a schema, its row rules as well.
import { basename, dirname, resolve } from 'node:path';
import { examineData, readSchema } from '../shared/data/index.ts';
import { FileSystem } from '../shared/platform/index.ts';
import { reportUsage } from './usage.ts';

const [file = '', , schemaFile] = process.argv.slice(2);
const files = new FileSystem(dirname(resolve(file)));
const schema =
  schemaFile === undefined
    ? null
    : await readSchema(new FileSystem(dirname(resolve(schemaFile))), basename(schemaFile));
const { statistics, anomalies } = await examineData(
  files,
  {
    path: [basename(file)],
    label: 'label',
    format: 'auto',
    missingValues: [],
    ignore: [],
    split: { by: 'hash', key: [], fractions: { train: 0.7, validation: 0.1, evaluation: 0.2 } },
  },
  schema,
);
const refused = anomalies.anomalies.filter(({ severity }) => severity === 'error');
if (schema !== null && refused.length > 0) {
  throw new Error(`The generated rows break the schema: ${JSON.stringify(refused)}`);
}
reportUsage({ rows: statistics.examples });
