import type { Anomaly } from '../../shared/data/index.ts';
import {
  code,
  countOf,
  formatCount,
  joinBlocks,
  Markdown,
  type MarkdownColumn,
  markdownTable,
  md,
} from '../../shared/report/index.ts';
import { placeText } from '../../shared/sources/index.ts';
import type { AnnotatedPlaces } from './annotations.ts';

const MOST_ANOMALIES_SHOWN = 50;
const PLACES_SHOWN = 3;
const VALUES_SHOWN = 3;

const ANOMALY_COLUMNS: readonly MarkdownColumn[] = [
  { title: md``, align: 'center' },
  { title: md`column` },
  { title: md`what is wrong` },
  { title: md`values` },
  { title: md`where` },
  { title: md`anomaly` },
];

export function renderAnomalies(
  found: readonly Anomaly[],
  annotated: AnnotatedPlaces,
): Markdown | null {
  if (found.length === 0) return null;
  const rows = found
    .slice(0, MOST_ANOMALIES_SHOWN)
    .map((anomaly) => [
      md`${anomaly.severity === 'error' ? '❌' : '⚠️'}`,
      anomaly.column === undefined ? md`all` : code(anomaly.column),
      md`${anomaly.title}: ${anomaly.description}`,
      renderValues(anomaly),
      renderPlaces(anomaly),
      code(anomaly.type),
    ]);
  const hidden = found.length - rows.length;
  const unseen = annotated.total - annotated.shown;
  return joinBlocks([
    markdownTable(ANOMALY_COLUMNS, rows),
    hidden > 0 ? md`${countOf(hidden, 'more anomaly', 'more anomalies')} in anomalies.json.` : null,
    unseen > 0
      ? md`${countOf(annotated.shown, 'row')} of ${formatCount(annotated.total)} at fault are annotated at their line; anomalies.json and the report have more.`
      : null,
  ]);
}

function renderValues({ values }: Anomaly): Markdown {
  const shown = values.slice(0, VALUES_SHOWN).map(({ value, count }) => {
    return count > 1 ? md`${code(value)} ×${formatCount(count)}` : code(value);
  });
  return joinInline(shown, values.length > VALUES_SHOWN);
}

function renderPlaces({ places, count }: Anomaly): Markdown {
  const shown = places.slice(0, PLACES_SHOWN).map((place) => code(placeText(place)));
  return joinInline(shown, count > shown.length && shown.length > 0);
}

function joinInline(parts: readonly Markdown[], more: boolean): Markdown {
  const list = parts.map(({ source }) => source).join(', ');
  return new Markdown(more ? `${list}, …` : list);
}
