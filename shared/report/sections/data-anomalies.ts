import type { Anomaly } from '../../data/index.ts';
import type { RunRecord } from '../../lineage/index.ts';
import { hasVisibleLines, placeText } from '../../sources/index.ts';
import { known, PAGE_LIMITS, prose, restNote, sign, value } from '../components.ts';
import { type Html, html } from '../html.ts';
import { lineAddress, link } from '../links.ts';
import { formatCount } from '../numbers.ts';

export function anomalyList(
  anomalies: readonly Anomaly[],
  source: RunRecord['source'],
): (Html | null)[] {
  if (anomalies.length === 0) return [];
  const items = anomalies.slice(0, PAGE_LIMITS.anomalies).map((anomaly) => {
    const tone = anomaly.severity === 'error' ? 'fail' : 'warn';
    const column = anomaly.column === undefined ? null : html`: ${value(anomaly.column)}`;
    return html`<li class="anomaly ${tone}"><p class="anomaly-title">${sign(tone)}<span><span class="severity">${anomaly.severity}</span> ${anomaly.title}${column}</span></p><p>${prose(anomaly.description)}</p>${offenders(anomaly)}${places(anomaly, source)}</li>
`;
  });
  return [
    html`<h3>Anomalies</h3><ul class="anomalies">${items}</ul>`,
    restNote(anomalies.length, PAGE_LIMITS.anomalies, 'anomaly', 'anomalies'),
  ];
}

function offenders({ values }: Anomaly): Html | null {
  if (!Array.isArray(values) || values.length === 0) return null;
  const shown = (values as Anomaly['values']).slice(0, 10);
  return html`<p class="minor">Values: ${shown.map(
    (item, index) =>
      html`${index === 0 ? '' : ', '}${value(item.value)} × ${known(item.count, formatCount)}`,
  )}</p>`;
}

function places({ places: all, count }: Anomaly, source: RunRecord['source']): Html | null {
  if (!Array.isArray(all) || all.length === 0) return null;
  const shown = (all as Anomaly['places']).slice(0, 10);
  const rest = count > shown.length ? ` and ${formatCount(count - shown.length)} more` : '';
  return html`<p class="minor">Places: ${shown.map(
    ({ file, line }, index) =>
      html`${index === 0 ? '' : ', '}${link(lineAddress(source, file, hasVisibleLines(file) ? line : 1), placeText({ file, line }))}`,
  )}${rest}</p>`;
}
