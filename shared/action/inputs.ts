import type { ConfigurationRequest } from '../config/index.ts';
import { nearestName, type Problem, UserError } from '../errors/index.ts';

/** Where input texts come from: `INPUT_*` variables of a workflow step, or flags of a command line. */
export interface InputSource {
  /** The text given for an input, trimmed; undefined when it was not given or is empty. */
  read(name: string): string | undefined;
  /** Names that were given without a value (a command line): true for a boolean, a mistake for all else. */
  readonly switches?: ReadonlySet<string>;
  /** Names that were given, where the source can tell (a command line); used to refuse unknown ones. */
  readonly given?: readonly string[];
  /** How the user wrote an input, for messages: `input "epochs"` or `--epochs`. */
  describe(name: string): string;
}

/** One of several equal parts of some work, from 1. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/** GitHub starts at most 256 jobs of one matrix. */
export const MOST_PARTS = 256;

const DEFAULT_CONFIGURATION = 'mlops.yml';

/**
 * Reads inputs strictly: no value is guessed. Problems are collected, so that a user sees all of them at once when
 * `finish` throws; until then a wrong value reads as if it had not been given.
 */
export class InputReader {
  readonly #source: InputSource;
  readonly #known = new Set<string>();
  readonly #problems: Problem[] = [];

  constructor(source: InputSource) {
    this.#source = source;
  }

  text(name: string): string | undefined {
    this.#known.add(name);
    if (this.#source.switches?.has(name) === true) {
      this.#refuse(name, 'has no value', `write ${this.#source.describe(name)} and the value`);
    }
    return this.#source.read(name);
  }

  /** One of `allowed`. */
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined || (allowed as readonly string[]).includes(text)) return text as T;
    const near = nearestName(text, allowed);
    this.#refuse(
      name,
      `is "${text}"`,
      near === undefined ? `use one of: ${allowed.join(', ')}` : `did you mean "${near}"?`,
    );
    return undefined;
  }

  /** YAML 1.2 booleans, as everywhere in GitHub Actions. */
  boolean(name: string): boolean | undefined {
    if (this.#source.switches?.has(name) === true) {
      this.#known.add(name);
      return true;
    }
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (/^(true|True|TRUE)$/.test(text)) return true;
    if (/^(false|False|FALSE)$/.test(text)) return false;
    this.#refuse(name, `is "${text}"`, 'write true or false');
    return undefined;
  }

  integer(
    name: string,
    { min, max }: { readonly min: number; readonly max: number },
  ): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (/^[+-]?\d+$/.test(text) && value >= min && value <= max) return value;
    this.#refuse(name, `is "${text}"`, `write a whole number from ${min} to ${max}`);
    return undefined;
  }

  /** A part such as `2/4`: the second of four. */
  part(name: string): Part | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const [, index, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? [];
    const part = { index: Number(index), of: Number(of) };
    if (part.index <= part.of && part.of <= MOST_PARTS) return part;
    this.#refuse(
      name,
      `is "${text}"`,
      `write which part of how many, from 1/1 to ${MOST_PARTS}/${MOST_PARTS}: 2/4 is the second of four`,
    );
    return undefined;
  }

  /**
   * The inputs `config` and `output-directory`, and those that override a field of the configuration file.
   * `overrides` maps an input's name to the field, e.g. `{ epochs: 'training.epochs' }`.
   */
  configuration(overrides: Readonly<Record<string, string>>): ConfigurationRequest {
    const file = this.text('config') ?? DEFAULT_CONFIGURATION;
    return {
      file,
      // A workflow passes the default that action.yml names as if someone had written it.
      given: file !== DEFAULT_CONFIGURATION,
      overrides: Object.entries({ 'output-directory': 'output-directory', ...overrides }).flatMap(
        ([input, field]) => {
          const value = this.text(input);
          if (value === undefined) return [];
          return [{ input: this.#source.describe(input), field: field.split('.'), value }];
        },
      ),
    };
  }

  /** Reports a problem that a caller found in an input's value. */
  refuse(name: string, what: string, remedy: string): void {
    this.#refuse(name, what, remedy);
  }

  /** Throws one `UserError` with every problem met, unknown inputs included. Call it last. */
  finish(): void {
    for (const name of this.#source.given ?? []) {
      if (this.#known.has(name)) continue;
      const near = nearestName(name, this.#known);
      this.#problems.push({
        what: `${this.#source.describe(name)} is not known`,
        remedy:
          near === undefined
            ? `the inputs are: ${[...this.#known].sort().join(', ')}`
            : `did you mean ${this.#source.describe(near)}?`,
      });
    }
    if (this.#problems.length > 0) throw new UserError(this.#problems);
  }

  #refuse(name: string, what: string, remedy: string): void {
    this.#problems.push({ what: `${this.#source.describe(name)} ${what}`, remedy });
  }
}
