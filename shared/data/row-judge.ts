import {
  CELL,
  type CellPredicate,
  type PlacedBatch,
  type Row,
  type RowRules,
} from '../scan/index.ts';
import { AnomalyTally } from './anomaly-tally.ts';
import type { SchemaJson } from './data-schema.ts';
import type { FileFormat } from './file-head.ts';
import { flagRows } from './flag-batch.ts';
import type { ParsedSchema } from './parse-schema.ts';
import { compileSchema, predicatesOfColumns, type SchemaPredicates } from './predicates/index.ts';
import { RowChecker } from './row-checker.ts';
import { RowFindings } from './row-findings.ts';
import { compileRows, type RowValidator } from './row-validator.ts';

const ASKS_NOTHING: CellPredicate = {
  refusedKinds: 0,
  bounds: null,
  lengths: null,
  automaton: null,
  allowed: null,
  test: null,
};

/** What a judge is made from; can be cloned. */
export interface JudgeTask {
  readonly schema: SchemaJson | null;
  /** Where the schema stands. */
  readonly file: string;
  readonly label: string;
  /** Whether rows must have it. */
  readonly needsLabel: boolean;
}

/** What single rows show by themselves: the schema's rules that they break, and labels that they lack. */
export class RowJudge {
  readonly missingLabels = new AnomalyTally();
  readonly #task: JudgeTask;
  readonly #schema: SchemaJson | null;
  readonly #predicates: SchemaPredicates | null;
  readonly #checker: RowChecker | null;
  readonly #label: string;
  readonly #needsLabel: boolean;
  #labelIndex = -1;
  #batchRules: { readonly columns: number; readonly rules: RowRules } | null = null;

  constructor(task: JudgeTask, validateRow: RowValidator | null) {
    const { schema, label, needsLabel } = task;
    this.#task = task;
    this.#schema = schema;
    this.#label = label;
    this.#needsLabel = needsLabel;
    this.#predicates = schema === null ? null : compileSchema(schema);
    this.#checker =
      schema === null || this.#predicates === null || validateRow === null
        ? null
        : new RowChecker(schema, validateRow, this.#predicates);
  }

  /** Data of an environment that the label is not in may lack it. */
  static forSchema(schema: ParsedSchema | null, label: string): RowJudge {
    const needsLabel = schema === null || !schema.absent.has(label);
    const task = { schema: schema?.json ?? null, file: schema?.file ?? '', label, needsLabel };
    return new RowJudge(task, schema?.validateRow ?? null);
  }

  /** A judge of other rows of the same data set, in another thread. */
  static of(task: JudgeTask): RowJudge {
    const { schema, file } = task;
    return new RowJudge(task, schema === null ? null : compileRows(schema, file));
  }

  get task(): JudgeTask {
    return this.#task;
  }

  /** Whether rows of these columns may be judged in any order: repeats are told by which row comes first. */
  isOrderless(names: readonly string[]): boolean {
    const schema = this.#schema;
    if (schema === null || this.#predicates === null) return true;
    return predicatesOfColumns(this.#predicates, schema, names).unique.length === 0;
  }

  /**
   * Adds what another judge found in other rows. False where values were too many to be counted one by one: which of them
   * are counted, the order of the rows decides.
   */
  merge(findings: RowFindings, missingLabels: AnomalyTally): boolean {
    this.#checker?.findings.merge(findings);
    this.missingLabels.merge(missingLabels);
    return this.findings.anomalies.every(({ tally }) => !tally.isFull);
  }

  /** After the last row. */
  get findings(): RowFindings {
    const findings = this.#checker?.findings ?? new RowFindings();
    findings.sort();
    return findings;
  }

  judge(row: Row): void {
    this.#checker?.check(row);
    this.#countMissingLabel(row);
  }

  /** What must be looked for in files with these columns, so that the judgement is that of `judge` on all rows. */
  rulesFor(names: readonly string[], kind: FileFormat['kind'] | 'columns'): RowRules {
    const checker = this.#checker;
    const asked =
      this.#schema === null || this.#predicates === null
        ? { columns: names.map(() => null), everyRow: false, unique: [] }
        : predicatesOfColumns(this.#predicates, this.#schema, names);
    const predicates = [...asked.columns];
    const label = names.indexOf(this.#label);
    if (this.#needsLabel && label >= 0) {
      const own = predicates[label] ?? ASKS_NOTHING;
      predicates[label] = { ...own, refusedKinds: own.refusedKinds | (1 << CELL.missing) };
    }
    checker?.meet(names);
    // It may come in a later row, or file: any file may lack what only JSON Lines has. Data without it is refused in the end.
    const awaitsLabel = this.#needsLabel && label < 0;
    // The kernel does not tell a JSON string from a number that reads like it, and batches have no texts.
    const asksRepeats = asked.unique.length > 0 && kind !== 'csv';
    const everyRow = asked.everyRow || awaitsLabel || asksRepeats;
    return {
      predicates,
      everyRow,
      onRow: (row) => {
        checker?.checkRules(row);
        if (asksRepeats) checker?.checkRepeats(row);
        this.#countMissingLabel(row);
      },
      ...(kind !== 'csv' || checker === null
        ? {}
        : {
            watched: asked.unique,
            onWatched: (column, text, place) => checker.checkRepeat(column, text, place),
          }),
    };
  }

  /** Which rows of a batch `rulesFor` its columns must be asked of. */
  rowsOf(placed: PlacedBatch): Uint8Array | 'every' | 'none' {
    const { predicates, everyRow } = this.batchRules(placed.names);
    return everyRow === true ? 'every' : (flagRows(placed, predicates) ?? 'none');
  }

  /** What is asked of columnar files, whose columns may be more than those of files before. */
  batchRules(names: readonly string[]): RowRules {
    if (this.#batchRules === null || this.#batchRules.columns !== names.length) {
      this.#batchRules = { columns: names.length, rules: this.rulesFor([...names], 'columns') };
    }
    return this.#batchRules.rules;
  }

  #countMissingLabel(row: Row): void {
    if (!this.#needsLabel) return;
    if (this.#labelIndex < 0) this.#labelIndex = row.names.indexOf(this.#label);
    const index = this.#labelIndex;
    if (index < 0 || index >= row.texts.length || row.kinds[index] === CELL.missing) {
      this.missingLabels.add(row, '');
    }
  }
}
