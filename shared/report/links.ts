import type { RunRecord } from '../lineage/index.ts';
import { type Html, html } from './html.ts';

/** A link that opens a web page; text alone where the address is not one. */
export function link(address: string | null | undefined, text: Html | string): Html {
  const url = webAddress(address);
  return url === null ? html`${text}` : html`<a href="${url}" rel="noreferrer">${text}</a>`;
}

/** The repository's page, taken from the run's address: a company may have a GitHub of its own. */
function repositoryAddress(source: RunRecord['source']): string | null {
  const run = webAddress(source?.runUrl);
  if (run === null || source?.repository === undefined) return null;
  return `${new URL(run).origin}/${source.repository.split('/').map(segment).join('/')}`;
}

export function commitAddress(source: RunRecord['source']): string | null {
  const repository = repositoryAddress(source);
  if (repository === null || source?.commit === undefined) return null;
  return `${repository}/commit/${segment(source.commit)}`;
}

/** A line of a file of the repository at this commit. */
export function lineAddress(
  source: RunRecord['source'],
  file: string,
  line: number,
): string | null {
  const repository = repositoryAddress(source);
  if (repository === null || source?.commit === undefined || file.startsWith('/')) return null;
  const path = file.split('/').map(segment).join('/');
  return `${repository}/blob/${segment(source.commit)}/${path}#L${line}`;
}

/** A part of an address. Half a surrogate pair, which encodeURIComponent throws at, becomes U+FFFD. */
function segment(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Longer addresses are cut by the escaping and would lead astray. */
const LONGEST_ADDRESS = 200;

function webAddress(address: string | null | undefined): string | null {
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS) return null;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return address;
}
