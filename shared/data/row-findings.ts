import { compareCodePoints } from '../scan/index.ts';
import { AnomalyTally, comparePlaces, type TallyJson } from './anomaly-tally.ts';
import { demand } from './shard-consistency.ts';
import { UniqueValues, type UniqueValuesJson } from './unique-values.ts';

/** One rule that rows broke. */
export interface RowAnomaly {
  readonly type: string;
  readonly column?: string;
  /** The keyword of JSON Schema, with what it asks for. */
  readonly rule: string;
  readonly tally: AnomalyTally;
}

export type RowAnomalyJson = Omit<RowAnomaly, 'tally'> & TallyJson;

const REPEATED = 'FEATURE_TYPE_LOW_UNIQUE';

/** What checking rows against a schema finds, rule by rule in the order in which they are first broken; mergeable. */
export class RowFindings {
  #anomalies = new Map<string, RowAnomaly>();
  readonly #unique = new Map<string, UniqueValues>();

  get anomalies(): readonly RowAnomaly[] {
    return [...this.#anomalies.values()];
  }

  /** The values of columns that must be unique. */
  get unique(): ReadonlyMap<string, UniqueValues> {
    return this.#unique;
  }

  tallyOf(type: string, column: string | undefined, rule: string): AnomalyTally {
    const key = JSON.stringify([type, column, rule]);
    let anomaly = this.#anomalies.get(key);
    if (anomaly === undefined) {
      anomaly = {
        type,
        ...(column === undefined ? {} : { column }),
        rule,
        tally: new AnomalyTally(),
      };
      this.#anomalies.set(key, anomaly);
    }
    return anomaly.tally;
  }

  repeatsOf(column: string): AnomalyTally {
    return this.tallyOf(REPEATED, column, 'unique');
  }

  uniqueValuesOf(column: string): UniqueValues {
    let values = this.#unique.get(column);
    if (values === undefined) {
      values = new UniqueValues(column);
      this.#unique.set(column, values);
    }
    return values;
  }

  /** `other` is of the rows that follow. */
  merge(other: RowFindings): void {
    for (const { type, column, rule, tally } of other.#anomalies.values()) {
      this.tallyOf(type, column, rule).merge(tally);
    }
    for (const [column, values] of other.#unique) {
      const repeated = this.uniqueValuesOf(column).merge(values);
      if (repeated.count > 0) this.repeatsOf(column).merge(repeated);
    }
    // A value may be repeated in rows before those where `other` saw the first rule broken.
    this.sort();
  }

  /** Puts the rules into the order of the rows in which they are first broken. */
  sort(): void {
    this.#anomalies = new Map([...this.#anomalies].sort(([, a], [, b]) => compareFirst(a, b)));
  }

  toJson(): { readonly rules: RowAnomalyJson[]; readonly unique: UniqueValuesJson[] } {
    return {
      rules: this.anomalies.map(({ tally, ...rule }) => ({ ...rule, ...tally.toJson() })),
      unique: [...this.#unique.values()].map((values) => values.toJson()),
    };
  }

  /** Throws `InconsistentShard`. */
  static fromJson(
    rules: readonly RowAnomalyJson[],
    unique: readonly UniqueValuesJson[],
  ): RowFindings {
    const findings = new RowFindings();
    for (const json of rules) {
      const tally = findings.tallyOf(json.type, json.column, json.rule);
      demand(tally.count === 0, 'a rule stands twice');
      tally.merge(AnomalyTally.fromJson(json));
    }
    for (const json of unique) {
      demand(!findings.#unique.has(json.column), `"${json.column}" stands twice`);
      findings.#unique.set(json.column, UniqueValues.fromJson(json));
    }
    return findings;
  }
}

/** A total order, which does not depend on how the rows are read: in one row repeated values come first. */
function compareFirst(a: RowAnomaly, b: RowAnomaly): number {
  const [first, second] = [a.tally.firstPlace, b.tally.firstPlace];
  if (first === undefined || second === undefined) return 0;
  return (
    comparePlaces(first, second) ||
    rank(a) - rank(b) ||
    compareCodePoints(a.column ?? '', b.column ?? '') ||
    compareCodePoints(a.type, b.type) ||
    compareCodePoints(a.rule, b.rule)
  );
}

function rank({ type }: RowAnomaly): number {
  return type === REPEATED ? 0 : 1;
}
