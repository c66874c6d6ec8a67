import type { Anomaly } from '../../shared/data/index.ts';
import type { AnnotationsPort } from '../../shared/platform/index.ts';

export interface AnnotatedPlaces {
  /** Rows at fault that were shown at their line. */
  readonly shown: number;
  /** Rows at fault in all. */
  readonly total: number;
}

/**
 * Annotates the data files where anomalies stand. The first place of every anomaly comes first, so that one anomaly
 * with many rows does not use up what the platform shows.
 */
export function annotateAnomalies(
  annotations: AnnotationsPort,
  anomalies: readonly Anomaly[],
): AnnotatedPlaces {
  let shown = 0;
  const deepest = Math.max(1, ...anomalies.map(({ places }) => places.length));
  for (let turn = 0; turn < deepest; turn++) {
    for (const anomaly of anomalies) {
      const place = anomaly.places[turn];
      if (place === undefined && turn > 0) continue;
      const wasShown = annotations.add({
        level: anomaly.severity,
        title: anomaly.column === undefined ? anomaly.title : `${anomaly.column}: ${anomaly.title}`,
        message: anomaly.description,
        ...place,
      });
      if (wasShown && place !== undefined) shown++;
    }
  }
  const total = anomalies.reduce((sum, { count }) => sum + count, 0);
  return { shown, total };
}
