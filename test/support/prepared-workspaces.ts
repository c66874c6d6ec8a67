import { createHash } from 'node:crypto';
import { makeWorkspace, readTree, runStep } from './run-bundle.ts';

export interface Step {
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** A verdict of fail is expected. */
  readonly mayFail?: boolean;
}

type Workspace = AsyncDisposable & { path: string };

/** Workspaces in which actions have run already. Chains that begin alike share the steps that they have in common. */
export class PreparedWorkspaces implements AsyncDisposable {
  readonly #finished = new Map<string, Promise<Workspace>>();

  /** A workspace of the caller's own: a copy of the files that `steps` leave in a copy of `template`. */
  async make(template: string, steps: readonly Step[]): Promise<Workspace> {
    const start = digestTree(await readTree(template));
    const last = await this.#run(template, start, steps);
    return await makeWorkspace(last?.path ?? template);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const workspace of this.#finished.values()) await (await workspace)[Symbol.asyncDispose]();
  }

  /** The shared workspace after `steps`, not to be changed; null when there are none. */
  async #run(template: string, start: string, steps: readonly Step[]): Promise<Workspace | null> {
    const step = steps.at(-1);
    if (step === undefined) return null;
    const key = JSON.stringify([start, steps]);
    const known = this.#finished.get(key);
    if (known !== undefined) return await known;
    const before = await this.#run(template, start, steps.slice(0, -1));
    const running = runInCopy(before?.path ?? template, step);
    this.#finished.set(key, running);
    return await running;
  }
}

async function runInCopy(folder: string, step: Step): Promise<Workspace> {
  const { action, inputs = {}, mayFail = false } = step;
  const workspace = await makeWorkspace(folder);
  const { exitCode, stdout } = await runStep(action, workspace.path, { inputs });
  if (exitCode === 0 || (exitCode === 1 && mayFail)) return workspace;
  await workspace[Symbol.asyncDispose]();
  throw new Error(`${action} ended with ${exitCode}\n${stdout}`);
}

function digestTree(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}
