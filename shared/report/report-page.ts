import { present, renderSection, type Section } from './components.ts';
import { Html, html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { ReportInput } from './report-input.ts';
import {
  dataSection,
  deploymentSection,
  driftSection,
  exportsSection,
  gatesSection,
  generatedBy,
  metricsSection,
  predictionsSection,
  provenanceSection,
  renderHeader,
  slicesSection,
  trainingSection,
  tuningSection,
} from './sections/index.ts';
import { verdictHeadline } from './verdict-headline.ts';

/** In the order of the page; each leaves itself out when there is nothing to show. */
const SECTIONS: readonly ((input: ReportInput) => Section | null)[] = [
  gatesSection,
  metricsSection,
  predictionsSection,
  slicesSection,
  trainingSection,
  tuningSection,
  dataSection,
  exportsSection,
  deploymentSection,
  driftSection,
  provenanceSection,
];

/** Nothing is loaded and no script runs, even if a value from data found a way into the markup. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The colours of the verdict in a tab, light enough and dark enough for both schemes. */
const ICON_COLOURS = { pass: '2f9e5f', fail: 'd9453b', warn: 'c98a1b', neutral: '8a929b' } as const;

/**
 * `report.html`: one page without scripts and without the network, that says what this run found. It is well-formed XML
 * too. At most about 2 MB: of long lists the first entries are shown and the rest is counted.
 */
export function renderReportPage(input: ReportInput): string {
  const headline = verdictHeadline(input);
  const sections = SECTIONS.map((section) => section(input)).filter((section) => section !== null);
  const icon = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='7' fill='%23${ICON_COLOURS[headline.tone]}'/%3E%3C/svg%3E`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${new Html(CONTENT_SECURITY_POLICY)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>${input.record.model}: ${headline.word.toLowerCase()}</title>
<link rel="icon" href="${new Html(icon)}"/>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the results</a>
<div class="page">
${renderHeader(input)}
${sections.length > 1 ? contents(sections) : null}<main id="content">
${present(sections.map(renderSection))}</main>
${generatedBy(input)}
</div>
</body>
</html>
`.source;
}

function contents(sections: readonly Section[]): Html {
  return html`<nav class="contents" aria-label="Contents"><ul>${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>
`;
}
