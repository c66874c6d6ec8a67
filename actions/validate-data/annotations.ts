import type { Anomaly } from '../../shared/data/index.ts';
import type { AnnotationsPort } from '../../shared/platform/index.ts';
import { displayText, formatCount } from '../../shared/report/index.ts';
import { hasVisibleLines, placeText } from '../../shared/sources/index.ts';

export interface AnnotatedPlaces {
  /** Rows at fault that were shown at their line. */
  readonly shown: number;
  /** Rows at fault in all. */
  readonly total: number;
}

/** One cause often breaks many rows: the first of them show it, and more would hide what else is wrong. */
const MOST_PLACES_OF_A_FILE = 3;

/**
 * Annotates the data files where anomalies stand: at most three places of an anomaly in each file, the last one saying
 * how many there are more. The first place of every anomaly comes first, so that one anomaly with many rows does not use
 * up what the platform shows.
 */
export function annotateAnomalies(
  annotations: AnnotationsPort,
  anomalies: readonly Anomaly[],
): AnnotatedPlaces {
  const chosen = anomalies.map((anomaly) => ({ anomaly, places: choosePlaces(anomaly) }));
  let shown = 0;
  const deepest = Math.max(1, ...chosen.map(({ places }) => places.length));
  for (let turn = 0; turn < deepest; turn++) {
    for (const { anomaly, places } of chosen) {
      const place = places[turn];
      if (place === undefined && turn > 0) continue;
      const rest = turn === places.length - 1 ? anomaly.count - places.length : 0;
      const wasShown = annotations.add({
        level: anomaly.severity,
        title: anomaly.column === undefined ? anomaly.title : `${anomaly.column}: ${anomaly.title}`,
        message: [
          ...(place === undefined || hasVisibleLines(place.file) ? [] : [`${placeText(place)}:`]),
          anomaly.description,
          ...foundValues(anomaly),
          ...(rest > 0 ? [`And ${formatCount(rest)} more.`] : []),
        ].join(' '),
        // Of a packed or binary file, nobody can see a line.
        ...(place === undefined || hasVisibleLines(place.file) ? place : { file: place.file }),
      });
      if (wasShown && place !== undefined) shown++;
    }
  }
  const total = anomalies.reduce((sum, { count }) => sum + count, 0);
  return { shown, total };
}

const VALUES_SHOWN = 3;
const LONGEST_VALUE = 40;

/** What stands there, as far as the description does not say it. */
function foundValues({ values }: Anomaly): string[] {
  if (values.length === 0) return [];
  const shown = values
    .slice(0, VALUES_SHOWN)
    .map(({ value }) => `"${displayText(value, LONGEST_VALUE)}"`);
  return [`Found: ${shown.join(', ')}${values.length > shown.length ? ', …' : ''}.`];
}

function choosePlaces({ places, count }: Anomaly): Anomaly['places'] {
  // Of what is wrong with a column as a whole, one line is example enough.
  if (count === 0) return places.slice(0, 1);
  const inFile = new Map<string, number>();
  return places.filter(({ file }) => {
    const before = inFile.get(file) ?? 0;
    inFile.set(file, before + 1);
    return before < MOST_PLACES_OF_A_FILE;
  });
}
