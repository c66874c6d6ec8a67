import type { ActionResult } from '../action/index.ts';
import type { Ports } from '../platform/index.ts';
import { md, webLink } from '../report/index.ts';
import { orWarn } from './track-run.ts';

/** A page of MLflow that tells of what a step has logged. */
export interface TrackedPage {
  readonly url: string;
  /** What it shows, e.g. `the run of this training`. */
  readonly text: string;
  /** What is not in MLflow, and why. */
  readonly lacks?: string;
}

/** A result of which nothing is logged: the output for the page is empty. */
export function untracked(result: ActionResult, output: string): ActionResult {
  return { ...result, outputs: { ...result.outputs, [output]: '' } };
}

/**
 * The result of an action, which is logged where the environment names a server. The page stands in the output, the log and
 * the step's summary: no byte of the files depends on the server.
 */
export function trackedResult(
  result: ActionResult,
  output: string,
  ports: Ports,
  track: () => Promise<TrackedPage | null>,
): ActionResult {
  const quiet = untracked(result, output);
  if (ports.tracking === null) return quiet;
  return {
    ...quiet,
    track: async () => {
      const page = await orWarn(ports, track);
      if (page === null) return {};
      await tell(page, ports);
      return { [output]: page.url };
    },
  };
}

async function tell({ url, text, lacks }: TrackedPage, { log, summary }: Ports): Promise<void> {
  const without = lacks === undefined ? '' : `, without ${lacks}`;
  log.info(`MLflow: ${text}${without}: ${url}`);
  await summary.add(md`**MLflow:** ${webLink(url, text)}${without}`.source);
}
