import { invalid, missing, pairsOf, Refusal, textOf } from './rules.ts';

export interface KeptVersion {
  readonly run: string;
  readonly source: string;
  readonly tags: Map<string, string>;
}

export interface KeptModel {
  /** The first has the number 1. */
  readonly versions: KeptVersion[];
  /** Numbers of versions by alias. */
  readonly aliases: Map<string, string>;
}

const LONGEST_TAG = 100_000;

/** The registry of models of a server in memory. `runOf` throws for a run that is not there. */
export class ModelRegistry {
  readonly models = new Map<string, KeptModel>();
  readonly #runOf: (id: unknown) => string;

  constructor(runOf: (id: unknown) => string) {
    this.#runOf = runOf;
  }

  carryOut(line: string, json: Record<string, unknown>, query: URLSearchParams): object {
    switch (line) {
      case 'POST registered-models/create': {
        const name = textOf(json.name);
        if (this.models.has(name)) {
          throw new Refusal(400, 'RESOURCE_ALREADY_EXISTS', `${name} already exists`);
        }
        this.models.set(name, { versions: [], aliases: new Map() });
        return { registered_model: { name } };
      }
      case 'POST model-versions/create': {
        const model = this.#model(json.name);
        const run = this.#runOf(json.run_id);
        model.versions.push({ run, source: textOf(json.source), tags: new Map() });
        return { model_version: { name: json.name, version: String(model.versions.length) } };
      }
      case 'GET model-versions/search': {
        const [, name, run] =
          /^name = '([^']+)' and run_id = '([^']+)'$/.exec(query.get('filter') ?? '') ?? [];
        if (name === undefined) throw invalid('filter');
        const index = this.models.get(name)?.versions.findLastIndex((one) => one.run === run) ?? -1;
        return index < 0 ? {} : { model_versions: [{ name, version: String(index + 1) }] };
      }
      case 'POST model-versions/set-tag': {
        const version = this.#version(json);
        for (const [key, value] of pairsOf([json], LONGEST_TAG)) version.tags.set(key, value);
        return {};
      }
      case 'POST registered-models/alias': {
        const alias = textOf(json.alias);
        if (!/^[\w-]{1,255}$/.test(alias) || /^(latest|v\d+)$/i.test(alias)) throw invalid(alias);
        this.#version(json);
        this.#model(json.name).aliases.set(alias, textOf(json.version));
        return {};
      }
      default:
        throw new Refusal(404, 'ENDPOINT_NOT_FOUND', line);
    }
  }

  #model(name: unknown): KeptModel {
    const model = this.models.get(textOf(name));
    if (model === undefined) throw missing(`no registered model ${name}`);
    return model;
  }

  #version({ name, version }: Record<string, unknown>): KeptVersion {
    const found = this.#model(name).versions[Number(textOf(version)) - 1];
    if (found === undefined) throw missing(`no version ${version}`);
    return found;
  }
}
