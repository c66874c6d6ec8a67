import { joinBlocks, type Markdown, md } from '../report/index.ts';
import type { EvaluationBlocks } from './evaluation-markdown.ts';

/** GitHub refuses a comment of more than 65,536 characters (422); a hidden line names the run in some of them. */
export const LONGEST_COMMENT = 65_536 - 80;

/**
 * The hidden line by which the comment of this model is found again. `-->` would end it early and a line break would
 * show it, so only plain characters of the names are kept. A name has no spaces then, so that the marker with an
 * `origin` is never that of another comment.
 */
export function commentMarker(model: string, label: string, origin?: 'from-fork'): string {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}_.]+/gu, '-').slice(0, 100);
  const names = [plain(model), plain(label), ...(origin === undefined ? [] : [origin])];
  return `<!-- mlops-actions: ${names.join(' ')} -->`;
}

/**
 * The comment's body, which with its marker has at most `limit` characters: folded sections are left out from the last
 * one on, then the tables, and a sentence says so and links the run.
 */
export function composeComment(
  marker: string,
  { head, sections, foot, run }: EvaluationBlocks,
  limit: number = LONGEST_COMMENT,
): string {
  // A line break stands between the marker and the body, and one at the end of the file.
  const room = limit - marker.length - 2;
  const place = run === undefined ? md`the run's summary` : md`the summary of ${run}`;
  const shortened = md`_Shortened: a comment can't hold all of it. The rest is in ${place} and in <code>evaluation.json</code>._`;
  const compose = (blocks: readonly Markdown[]) => joinBlocks(blocks).source;
  const full = compose([...head, ...sections, foot]);
  if (full.length <= room) return full;
  for (let kept = sections.length - 1; kept >= 0; kept--) {
    const body = compose([...head, ...sections.slice(0, kept), shortened, foot]);
    if (body.length <= room) return body;
  }
  for (let kept = head.length - 1; kept > 1; kept--) {
    const body = compose([...head.slice(0, kept), shortened, foot]);
    if (body.length <= room) return body;
  }
  const short = compose([...head.slice(0, 2), shortened]);
  return short.length <= room ? short : compose([...head.slice(0, 1), shortened]);
}
