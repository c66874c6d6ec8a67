import type { CachePort, LogPort } from './ports.ts';

/**
 * GitHub's cache. It only saves time: whatever goes wrong (an event that may not write, a quota, a service that is down)
 * is told and never fails a step. The toolkit's client is large: it is loaded when a step uses it.
 */
export function cachePort(log: LogPort): CachePort {
  const attempt = async <T>(what: string, otherwise: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      log.warning(`The cache was not ${what}: ${(cause as Error).message}`);
      return otherwise;
    }
  };
  return {
    restore: (key, directory) =>
      attempt('read', false, async () => {
        const cache = await import('@actions/cache');
        if (!cache.isFeatureAvailable()) return false;
        return (await cache.restoreCache([directory], key)) !== undefined;
      }),
    restoreNewest: (prefix, directory) =>
      attempt('read', false, async () => {
        const cache = await import('@actions/cache');
        if (!cache.isFeatureAvailable()) return false;
        return (await cache.restoreCache([directory], prefix, [prefix])) !== undefined;
      }),
    save: (key, directory) =>
      attempt('written', undefined, async () => {
        const cache = await import('@actions/cache');
        if (cache.isFeatureAvailable()) await cache.saveCache([directory], key);
      }),
  };
}
