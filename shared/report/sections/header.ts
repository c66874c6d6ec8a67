import { ACTION_NAMES } from '../../config/index.ts';
import { isKnown } from '../charts/index.ts';
import { known, prose, shortDigest, sign } from '../components.ts';
import { engineText } from '../engine-text.ts';
import { Html, html } from '../html.ts';
import { commitAddress, link } from '../links.ts';
import { formatMetric, formatMetricChange } from '../metric-text.ts';
import { countOf, formatCount, formatSeconds } from '../numbers.ts';
import type { ReportInput } from '../report-input.ts';
import { verdictHeadline, verdictTone, verdictWord } from '../verdict-headline.ts';
import { keyMetric, metricTitle, renderInterval } from './metric.ts';

/** The first screen: which model, what became of it and why, its key figure, where it comes from, the six steps. */
export function renderHeader(input: ReportInput): Html {
  const { tone, word, reason, notes } = verdictHeadline(input);
  const figure = keyFigure(input);
  return html`<header class="top"><p class="kicker">Model report</p><h1><bdi>${input.record.model}</bdi></h1>
<div class="verdict ${tone}"><div class="verdict-text"><p class="verdict-word">${sign(tone)}<span>${word}</span></p><p class="reason">${prose(sentence(reason))}</p>${
    notes.length > 0
      ? html`<ul class="notes">${notes.map((note) => html`<li>${prose(note)}</li>`)}</ul>`
      : null
  }</div>${figure}</div>
${facts(input)}
${steps(input)}</header>`;
}

function keyFigure({ evaluation }: ReportInput): Html | null {
  if (evaluation === undefined) return null;
  const metric = keyMetric(evaluation);
  if (metric === null || !isKnown(metric.value)) return null;
  const interval = renderInterval(metric.metric, metric.interval);
  const baseline = evaluation.baseline?.metrics.find((other) => other.metric === metric.metric);
  return html`<div class="key-figure"><p class="figure-name">${metricTitle(metric.metric)}</p><p class="figure">${formatMetric(metric.metric, metric.value)}</p><p class="figure-note">${
    interval === null ? null : html`${interval} (95 %)<br/>`
  }on ${countOf(evaluation.examples, 'example')}${
    isKnown(baseline?.value)
      ? html`<br/>baseline ${formatMetric(metric.metric, baseline.value)} (${formatMetricChange(metric.metric, metric.value - baseline.value)})`
      : null
  }</p></div>`;
}

function facts({ record }: ReportInput): Html {
  const { source, training } = record;
  const data = training?.data ?? record.data?.files;
  const entries: (readonly [string, Html | string])[] = [];
  if (source?.commit !== undefined) {
    const commit = link(commitAddress(source), html`<code>${source.commit.slice(0, 7)}</code>`);
    const branch = source.ref?.replace(/^refs\/(heads|tags)\//, '');
    entries.push(['Commit', html`${commit}${branch === undefined ? null : html` on ${branch}`}`]);
  }
  if (source?.runUrl !== undefined) {
    const number = /\/runs\/(\d+)/.exec(source.runUrl)?.[1];
    entries.push(['Run', link(source.runUrl, number ?? 'open')]);
  }
  if (data !== undefined && data[0] !== undefined) {
    const more = data.length > 1 ? ` and ${countOf(data.length - 1, 'more file')}` : '';
    entries.push(['Data', html`${shortDigest(data[0].sha256)}${more}`]);
  }
  if (record.data !== undefined) entries.push(['Examples', formatCount(record.data.examples)]);
  if (training !== undefined) {
    entries.push(['Seed', String(training.seed)]);
    entries.push(['Engine', prose(engineText(training.engine))]);
    entries.push(['Model', shortDigest(training.modelDigest)]);
  }
  return entries.length === 0
    ? new Html('')
    : html`<dl class="origin">${entries.map(
        ([term, description]) => html`<div><dt>${term}</dt><dd>${description}</dd></div>`,
      )}</dl>`;
}

function steps({ record }: ReportInput): Html {
  const items = ACTION_NAMES.map((name) => {
    const entry = record.actions?.[name];
    if (entry === undefined) {
      return html`<li class="step absent"><p class="step-name">${sign('neutral')}${name}</p><p class="step-text">not run</p></li>`;
    }
    const outcome = name === 'evaluate-gate' ? record.evaluation?.outcome : undefined;
    const tone = verdictTone(entry.verdict, outcome);
    return html`<li class="step ${tone}"><p class="step-name">${sign(tone)}${name}</p><p class="step-text"><span class="step-verdict">${verdictWord(entry.verdict)}</span> ${entry.headline}</p><p class="step-time">${known(entry.seconds * 1000, formatSeconds)}</p></li>`;
  });
  return html`<ol class="steps" aria-label="Steps">${items}</ol>`;
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
