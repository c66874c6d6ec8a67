/** A line of the result, and whether what was promised holds. */
export function tell(what: string, bars: readonly (readonly [string, boolean])[]): void {
  const told = bars.map(([bar, held]) => `${bar}: ${held ? 'held' : '**not held**'}`);
  console.log(`- ${what}${told.length === 0 ? '' : ` (${told.join('; ')})`}`);
}
