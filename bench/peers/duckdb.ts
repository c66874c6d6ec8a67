// node bench/peers/duckdb.ts <file> <threads>: the statistics of `columns.json` in SQL, as fast as DuckDB has them:
// sketches for quantiles, distinct counts and frequent values.
import { findDuckDb } from '../../scripts/checks/peers.mjs';
import { reportUsage } from '../usage.ts';
import given from './columns.json' with { type: 'json' };

const [file = '', threads = '1'] = process.argv.slice(2);
const { numbers, texts, repeated, quantiles, top } = given;

const counts = (name: string) => [
  `count("${name}"), approx_count_distinct("${name}")`,
  ...(repeated.includes(name) ? [`approx_top_k("${name}", ${top})`] : []),
];
const selected = [
  'count(*)',
  ...numbers.flatMap((name) => [
    ...counts(name),
    `min("${name}"), max("${name}"), avg("${name}"), stddev_pop("${name}")`,
    `count(*) FILTER (WHERE "${name}" = 0), approx_quantile("${name}", [${quantiles}])`,
  ]),
  ...texts.flatMap((name) => {
    const length = `length("${name}"::VARCHAR)`;
    return [...counts(name), `min(${length}), max(${length}), avg(${length})`];
  }),
];

/** Given, so that nothing is spent on finding them out; of the texts only what no format makes a time. */
const types: Readonly<Record<string, string>> = {
  id: 'BIGINT',
  user_id: 'BIGINT',
  age: 'BIGINT',
  clicks: 'BIGINT',
  label: 'BIGINT',
  is_active: 'BOOLEAN',
};
const columns = [
  'id ts user_id country device plan age income score lat lon clicks session_s is_active signup_date email comment product price label',
]
  .flatMap((names) => names.split(' '))
  .map((name) => {
    const type = types[name] ?? (numbers.includes(name) ? 'DOUBLE' : 'VARCHAR');
    return `'${name}': '${type}'`;
  })
  .join(', ');

function source(): string {
  if (file.endsWith('.parquet')) return `read_parquet('${file}')`;
  if (file.endsWith('.jsonl')) {
    return `read_json('${file}', format='newline_delimited', columns={${columns}})`;
  }
  return `read_csv('${file}', header=true, auto_detect=false, delim=',', quote='"', escape='"', columns={${columns}})`;
}

const address = findDuckDb();
if (address === null) throw new Error('DuckDB is not to be had here');
const { DuckDBInstance } = await import(address);
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const answer = await connection.runAndReadAll(`SELECT ${selected.join(', ')} FROM ${source()}`);
reportUsage({ rows: Number(answer.getRows()[0][0]) });
