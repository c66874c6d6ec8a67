import type { Configuration } from '../../shared/config/index.ts';
import { isEngineName, openEngine } from '../../shared/engine/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import type { RunRecord } from '../../shared/lineage/index.ts';
import type { EngineDescription, EngineName } from '../../shared/model/index.ts';
import type { Ports } from '../../shared/platform/index.ts';

/**
 * The engine that trained the model, for it and for its baseline; `wasm` where the record tells of none. A job that only
 * evaluates may not have installed the native one: `wasm` takes its place with a warning, and a model predicts the same
 * up to the last bits.
 */
export async function engineOfEvaluation(
  record: RunRecord | null | undefined,
  configuration: Configuration,
  ports: Ports,
): Promise<EngineName> {
  const trained = record?.training?.engine.name;
  if (trained === undefined || !isEngineName(trained)) return 'wasm';
  try {
    const engine = await openEngine(trained, configuration, ports);
    const differences = differencesOf(record?.training?.engine, engine);
    if (differences !== '') {
      ports.annotations.add({
        level: 'warning',
        title: 'Another engine evaluates than trained',
        message: `The engine ${trained} is another one than that which trained (${differences}): predictions may differ in their last bits.`,
      });
    }
    return engine.name;
  } catch (error) {
    if (!isUserError(error)) throw error;
    ports.annotations.add({
      level: 'warning',
      title: 'Another engine evaluates than trained',
      message: `The engine ${trained} trained, and wasm evaluates: predictions may differ in their last bits. ${error.message}`,
    });
    return 'wasm';
  }
}

/** `library 2.9.1 trained, 2.12.0 evaluates`; empty where there are none. SIMD of WebAssembly is none of these. */
function differencesOf(recorded: object | undefined, engine: EngineDescription): string {
  const before = (recorded ?? {}) as Partial<EngineDescription>;
  return (['backend', 'library', 'threads'] as const)
    .filter((field) => before[field] !== engine[field])
    .map(
      (field) =>
        `${field} ${before[field] ?? 'unknown'} trained, ${engine[field] ?? 'unknown'} evaluates`,
    )
    .join('; ');
}
