import type { InputReader } from '../../shared/action/index.ts';
import type { ConfigurationRequest } from '../../shared/config/index.ts';

export interface DeployModelInputs {
  readonly configuration: ConfigurationRequest;
  /** Why a model that has not passed is to be deployed all the same; absent without `force`. */
  readonly force?: string;
  /** A version's number, or `previous`. */
  readonly rollback?: string;
}

export function parseInputs(reader: InputReader): DeployModelInputs {
  const configuration = reader.configuration({ environment: 'deployment.environment' });
  reader.text('artifact-name');
  reader.text('token');
  const force = reader.boolean('force') ?? false;
  const reason = reader.text('reason');
  const rollback = reader.text('rollback');
  if (force && reason === undefined) {
    reader.refuse('reason', 'is empty', 'say why a model that has not passed is deployed');
  }
  if (!force && reason !== undefined) {
    reader.refuse('reason', 'has no meaning without force', 'set force: true or remove it');
  }
  if (rollback !== undefined && !/^([1-9]\d{0,8}|previous)$/.test(rollback)) {
    reader.refuse('rollback', `is "${rollback}"`, 'write the number of a version, or previous');
  }
  if (rollback !== undefined && force) {
    reader.refuse('rollback', 'is given with force', 'remove one: a rollback needs no force');
  }
  return {
    configuration,
    ...(force && reason !== undefined ? { force: reason } : {}),
    ...(rollback === undefined ? {} : { rollback }),
  };
}
