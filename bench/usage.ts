import { readFileSync } from 'node:fs';

/** What a measured process says of itself, as the last line of its output. */
export interface Usage {
  readonly rows: number;
  /** All threads, start of the process included. */
  readonly cpuSeconds: number;
  /** Most physical memory at one time, 10⁶ bytes. */
  readonly peakMegabytes: number;
}

/** `figures`: what it has counted and taken the time of by itself. */
export function reportUsage(figures: Readonly<Record<string, number>> & { rows: number }): void {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage: Usage = {
    ...figures,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: peakMegabytes(),
  };
  console.log(JSON.stringify(usage));
}

/** On Linux from the kernel's high-water mark: `maxRSS` of a child begins with what its parent had. */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return (process.resourceUsage().maxRSS * 1024) / 1e6;
  const [, kibibytes = 'NaN'] =
    /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return (Number(kibibytes) * 1024) / 1e6;
}
