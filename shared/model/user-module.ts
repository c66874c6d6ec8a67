import { types } from 'node:util';
import type { ModuleArchitecture, Task } from '../config/index.ts';
import { UserError } from '../errors/index.ts';
import { BadLayers, listParameters, type Network, networkOfTopology } from '../network/index.ts';
import type { FilesPort, LogPort, ModulesPort, ThreadEnd } from '../platform/index.ts';
import { placeInModule } from './module-place.ts';
import type { ModuleAnswer, ModuleTask } from './module-worker.ts';

declare const __BUNDLED__: boolean | undefined;

const OWN_FOLDER = new URL('.', import.meta.url);

/** Making a model is a matter of milliseconds, and reading weights for it one of seconds. */
const TIMEOUT_SECONDS = 300;

/** What `createModel` is given beside `tf`. */
export interface CreateModelRequest {
  readonly task: Task;
  /** Numbers of an example. */
  readonly inputs: number;
  readonly outputs: number;
  /** In the order of the numbers. */
  readonly features: readonly ModuleFeature[];
  /** 0 … 2³² − 1. */
  readonly seed: number;
}

export interface ModuleFeature {
  readonly name: string;
  readonly kind: 'numbers' | 'categories' | 'cross' | 'tokens' | 'array';
  /** Place of its first number in an example. */
  readonly offset: number;
  readonly width: number;
  /** Its product is `width`; images have the channels last. */
  readonly shape: readonly number[];
  /** Of tokens: how many ids there are. */
  readonly ids?: number;
}

/** What a module has made: a network and the weights to begin with, one array for each of its parameters. */
export interface UserModel {
  readonly network: Network;
  readonly weights: readonly Float32Array[];
}

/**
 * Lets the user's module make the model. It runs in a thread of its own, without tokens; what it prints goes to the log.
 * Throws a `UserError` for a file that is not there, for what the module throws, at its line, and for a model that does not
 * fit or has layers that are not known.
 */
export async function createUserModel(
  { path }: ModuleArchitecture,
  request: CreateModelRequest,
  ports: {
    readonly files: FilesPort;
    readonly modules: ModulesPort;
    readonly log: LogPort;
    readonly signal?: AbortSignal;
  },
): Promise<UserModel> {
  const { files, modules, log, signal } = ports;
  if (!(await files.exists(path))) {
    throw new UserError({
      what: `training.architecture.path names ${path}, which is not there`,
      where: { file: path },
      remedy: 'Write it, or correct the path, which begins at the folder of mlops.yml',
    });
  }
  const end = await modules.run({
    program: new URL(isBundled() ? './module-worker.js' : './module-worker.ts', OWN_FOLDER),
    input: { address: modules.address(path), request } satisfies ModuleTask,
    timeoutSeconds: TIMEOUT_SECONDS,
    onLine: (text) => log.info(text),
    ...(signal === undefined ? {} : { signal }),
  });
  const { topology, weights } = made(end, path, files);
  try {
    const network = networkOfTopology(parse(topology), {
      ...request,
      widths: request.features.map(({ width }) => width),
    });
    return { network, weights: orderWeights(network, weights, path) };
  } catch (error) {
    if (!(error instanceof BadLayers)) throw error;
    throw new UserError({
      what: `The model of createModel can't be trained: ${error.what}`,
      where: { file: path },
      remedy: 'Change createModel; docs/training.md lists the layers that a model may be made of',
    });
  }
}

function parse(topology: string): unknown {
  try {
    return JSON.parse(topology);
  } catch {
    return null;
  }
}

function isBundled(): boolean {
  return typeof __BUNDLED__ !== 'undefined' && __BUNDLED__;
}

type Made = Extract<ModuleAnswer, { readonly kind: 'made' }>;

function made(end: ThreadEnd, path: string, files: FilesPort): Made {
  const where = { file: path };
  if (end.kind === 'timeout') {
    throw new UserError({
      what: `createModel took more than ${TIMEOUT_SECONDS} seconds`,
      where,
      remedy: 'Let it make the model alone: train-model trains it',
    });
  }
  if (end.kind === 'ended') {
    throw new UserError({
      what: 'The module ended its thread before it had made a model',
      where,
      remedy: 'Remove process.exit',
    });
  }
  if (end.kind === 'failed') throw thrown(end.error, path, files);
  const answer = readAnswer(end.answer);
  if (answer.kind === 'thrown') throw thrown(answer, path, files);
  if (answer.kind === 'made') return answer;
  throw new UserError({
    what: `The module ${answer.what}`,
    where,
    remedy: 'Write export function createModel({ tf, inputs, outputs }) { … return model; }',
  });
}

/** The module runs in the thread that answers, and can post what it likes. */
function readAnswer(value: unknown): ModuleAnswer {
  const answer = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const { kind } = answer;
  const isText = (...fields: string[]) => fields.every((name) => typeof answer[name] === 'string');
  if (kind === 'thrown' && isText('message', 'stack')) return answer as unknown as ModuleAnswer;
  if (kind === 'wrong' && isText('what')) return answer as unknown as ModuleAnswer;
  const { weights } = answer;
  const areWeights =
    Array.isArray(weights) &&
    weights.every(
      (weight: Partial<Made['weights'][number]> | null) =>
        typeof weight?.name === 'string' &&
        Array.isArray(weight.shape) &&
        types.isFloat32Array(weight.values),
    );
  if (kind === 'made' && isText('topology') && areWeights) {
    return answer as unknown as ModuleAnswer;
  }
  return { kind: 'wrong', what: 'posts messages to the thread that has started it' };
}

/** Of the message no more than this is shown: a module may put anything into it. */
const LONGEST_MESSAGE = 500;

function thrown(
  { message, stack = '' }: { readonly message: string; readonly stack?: string },
  path: string,
  files: FilesPort,
): UserError {
  const place = placeInModule(stack, files.absolute('.'), OWN_FOLDER);
  return new UserError({
    what: `The module that makes the model failed: ${message.slice(0, LONGEST_MESSAGE)}`,
    where: place ?? { file: path },
    remedy:
      place === null
        ? `Try it with node --check ${path}`
        : 'Correct it; docs/training.md says what createModel is given',
  });
}

/** One array for each parameter of the network. */
function orderWeights(
  network: Network,
  weights: Made['weights'],
  path: string,
): readonly Float32Array[] {
  const byName = new Map(weights.map((weight) => [weight.name, weight]));
  return listParameters(network).map(({ name, shape, size }) => {
    const found = byName.get(name);
    if (found === undefined || found.shape.join() !== shape.join()) {
      throw new BadLayers(`it has no weight ${name} of shape [${shape.join(', ')}]`);
    }
    if (found.values.length === size && found.values.every(Number.isFinite)) return found.values;
    throw new UserError({
      what: `The weight ${name} of the model of createModel is not all numbers`,
      where: { file: path },
      remedy: 'Initialise it with numbers',
    });
  });
}
