import type { DriftReport } from '../../shared/drift/index.ts';
import { isUserError } from '../../shared/errors/index.ts';
import type { Ports } from '../../shared/platform/index.ts';

const EVENT = 'mlops-retrain';

/** GitHub refuses a payload of more than 64 KB. */
const MOST_COLUMNS = 50;
const LONGEST_NAME = 100;

/**
 * Asks for a retraining when the data set has drifted: a `repository_dispatch` that a workflow of the default branch
 * listens to. Returns whether it was sent. What keeps it from being sent is a warning: the report stands all the same.
 */
export async function requestRetraining(
  model: string,
  report: DriftReport,
  { annotations, github, log, run }: Ports,
): Promise<boolean> {
  if (report.status !== 'drift') return false;
  if (github === null) {
    log.info('No GitHub here to ask for a retraining');
    return false;
  }
  if ((run.attempt ?? 1) > 1) {
    // GitHub gives no way to see whether the first attempt was heard, and a training costs more than a day's delay.
    log.info('No retraining is asked for: this run is tried again, and its first attempt did it');
    return false;
  }
  try {
    await github.dispatch({
      type: EVENT,
      payload: {
        model,
        columns: driftedColumns(report),
        ...(run.runUrl === undefined ? {} : { run_url: run.runUrl }),
      },
    });
    log.info(`Retraining asked for: repository_dispatch of type ${EVENT}`);
    return true;
  } catch (error) {
    annotations.add({
      level: 'warning',
      title: 'No retraining was asked for',
      message: error instanceof Error ? error.message : String(error),
    });
    if (!isUserError(error) && error instanceof Error) log.debug(error.stack ?? '');
    return false;
  }
}

/** Names of the most drifted columns. They come from the data: a workflow must not put them into a script. */
function driftedColumns({ columns }: DriftReport): string[] {
  return columns
    .filter(({ drifted }) => drifted)
    .slice(0, MOST_COLUMNS)
    .map(({ column }) => column.slice(0, LONGEST_NAME).toWellFormed());
}
