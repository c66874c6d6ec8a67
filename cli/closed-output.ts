/**
 * `mlops pipeline | head -1` closes the pipe early. Whoever reads has seen enough; the work goes on, and its exit code
 * stays the verdict instead of that of a crash.
 */
export function ignoreClosedOutput(output: NodeJS.WritableStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
