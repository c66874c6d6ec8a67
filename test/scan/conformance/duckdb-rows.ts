import { writeFileSync } from 'node:fs';

/** What is used of `@duckdb/node-api`, which is fetched and no dependency. */
interface DuckDbModule {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<DuckDbInstance>;
  };
}
interface DuckDbInstance {
  connect(): Promise<DuckDbConnection>;
}
interface DuckDbConnection {
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}

/** Reads CSV as DuckDB does in its strict mode, every column as text. */
export class DuckDbReader {
  readonly #connection: DuckDbConnection;
  readonly #file: string;

  private constructor(connection: DuckDbConnection, file: string) {
    this.#connection = connection;
    this.#file = file;
  }

  /** `address`: of the module; `file`: where each file is written before it is read. */
  static async open(address: string, file: string): Promise<DuckDbReader> {
    const { DuckDBInstance } = (await import(address)) as DuckDbModule;
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    return new DuckDbReader(await instance.connect(), file);
  }

  /** Null for a file that DuckDB refuses. */
  async read(bytes: Uint8Array, delimiter: string, width: number): Promise<string[][] | null> {
    writeFileSync(this.#file, bytes);
    const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(',');
    try {
      const answer = await this.#connection.runAndReadAll(
        `SELECT * FROM read_csv('${this.#file}', delim='${delimiter}', quote='"', escape='"',
           header=false, auto_detect=false, columns={${columns}}, strict_mode=true)`,
      );
      // Unquoted empty cells are NULL.
      return answer.getRows().map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    } catch {
      return null;
    }
  }
}
