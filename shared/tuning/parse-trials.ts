import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import schema from '../../schemas/trials.schema.json' with { type: 'json' };
import { UserError } from '../errors/index.ts';
import type { TrialParameters, TrialsFile } from './trials.ts';

let validate: ValidateFunction | undefined;
let validateParameters: ValidateFunction | undefined;

/** Reads the text of a part and holds it against its schema. Throws a `UserError` that names `file`. */
export function parseTrials(text: string, file: string): TrialsFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(file, 'it is not JSON', cause);
  }
  validate ??= new Ajv2020({ strictTypes: false }).compile(schema);
  if (validate(value)) return value as TrialsFile;
  const [error] = validate.errors ?? [];
  const place = error?.instancePath ? ` at ${error.instancePath}` : '';
  throw damaged(file, `${error?.message ?? 'it has another form'}${place}`);
}

/** Parameters of a trial that another file tells of. Throws a `UserError` that names `file`. */
export function checkParameters(parameters: unknown, file: string): TrialParameters {
  validateParameters ??= new Ajv2020({ strictTypes: false }).compile({
    ...schema.$defs.parameters,
  });
  if (validateParameters(parameters)) return parameters as TrialParameters;
  const [error] = validateParameters.errors ?? [];
  const place = error?.instancePath ? ` at ${error.instancePath}` : '';
  throw new UserError({
    what: `The parameters of a tuning in ${file} are none of a training: ${error?.message ?? 'they have another form'}${place}`,
    where: { file },
    remedy: 'Restore the file as the training left it',
  });
}

function damaged(file: string, why: string, cause?: unknown): UserError {
  return new UserError(
    {
      what: `${file} does not hold results of trials: ${why}`,
      where: { file },
      remedy: 'Run its trials again',
    },
    { cause },
  );
}
