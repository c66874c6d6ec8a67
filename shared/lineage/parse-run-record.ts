import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../schemas/run.schema.json' with { type: 'json' };
import { UserError } from '../errors/index.ts';
import type { RunRecord } from './run-record.ts';

let validate: ValidateFunction | undefined;

const MAKE_ANEW = 'Remove it and run the actions again, from train-model on';

/**
 * Reads the text of a `run.json` and holds it against its schema. Throws a `UserError` that names `file`; `remedy` is
 * for a record that can't be made anew.
 */
export function parseRunRecord(text: string, file: string, remedy = MAKE_ANEW): RunRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(file, remedy, 'it is not JSON', cause);
  }
  validate ??= new Ajv2020({ strictTypes: false }).compile(schema);
  if (validate(value)) return value as RunRecord;
  const [error] = validate.errors ?? [];
  const place = error === undefined || error.instancePath === '' ? '' : ` at ${error.instancePath}`;
  throw damaged(file, remedy, `${error?.message ?? 'it has another form'}${place}`);
}

function damaged(file: string, remedy: string, why: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `${file} is not a run record: ${why}`,
      where: { file },
      remedy,
    },
    { cause },
  );
}
