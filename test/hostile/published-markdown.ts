import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What our Markdown may become, with the attributes that each may have. */
const MARKDOWN_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'h1 h2 h3 h4 p br strong em ul li blockquote table thead tbody tr pre details summary sub'
      .split(' ')
      .map((name) => [name, []]),
  ),
  th: ['align'],
  td: ['align'],
  code: ['class'],
  a: ['href'],
};

/** Where GitHub looks for no mention and no reference. */
const QUOTED = new Set(['code', 'pre', 'a']);

/** Hidden lines of ours. */
const MARKER = /^ mlops-actions[ :][a-z -]*:? [\p{L}\p{N}_. -]*$/u;

/** What GitHub makes links, messages or backlinks of wherever it stands in text. */
const REFERENCES: Readonly<Record<string, RegExp>> = {
  mention: /@[a-z0-9]/i,
  issue: /#\d|\b(?:gh|ghsa|cve)-[a-z0-9]/i,
  commit: /\b(?=[0-9]*[a-f])[0-9a-f]{7,40}\b|\b[0-9a-f]{40}\b/i,
  address: /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)|mailto:\S*@[a-z0-9]/i,
};

/** Direction marks, control and invisible characters; a zero-width space is ours. */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;

/** Instead of the filter that takes `<script>` and some others out. */
const AS_IT_IS: ReturnType<typeof gfmHtml> = {
  exit: {
    htmlFlowData(token) {
      this.raw(this.sliceSerialize(token));
    },
    htmlTextData(token) {
      this.raw(this.sliceSerialize(token));
    },
  },
};

const GITHUB_FLAVOURED = {
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [gfm()],
  htmlExtensions: [gfmHtml(), AS_IT_IS],
};

/** Markdown as a page, before GitHub takes out of it what is dangerous. */
export function renderMarkdown(source: string): Node {
  return parseFragment(micromark(source, GITHUB_FLAVOURED));
}

/** What should not be in published Markdown, each with where it stands; empty when all is well. */
export function findEscaped(source: string): string[] {
  const found: string[] = [];
  walk(renderMarkdown(source), [], (node, parents) => {
    if ('tagName' in node) {
      const allowed = Object.hasOwn(MARKDOWN_ELEMENTS, node.tagName)
        ? MARKDOWN_ELEMENTS[node.tagName]
        : undefined;
      if (allowed === undefined) found.push(`element ${node.tagName}`);
      for (const { name, value } of node.attrs) {
        if (allowed?.includes(name) !== true) found.push(`attribute ${node.tagName} ${name}`);
        if (name === 'href' && !/^https?:\/\/[^@]*$/.test(value)) found.push(`link to ${value}`);
      }
    } else if (node.nodeName === '#comment') {
      const { data } = node as DefaultTreeAdapterTypes.CommentNode;
      if (!MARKER.test(data)) found.push(`comment ${data}`);
    } else if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      if (HIDDEN.test(value)) found.push(`hidden character in ${JSON.stringify(value)}`);
      if (parents.some((name) => QUOTED.has(name))) return;
      for (const [kind, pattern] of Object.entries(REFERENCES)) {
        if (pattern.test(value)) found.push(`${kind} in ${JSON.stringify(value)}`);
      }
    }
  });
  return found;
}

/** The elements alone, as nested lists: what no text may change. */
export function shapeOf(source: string): string {
  const outline = (node: Node): string =>
    'childNodes' in node
      ? `${'tagName' in node ? node.tagName : ''}(${node.childNodes.map(outline).join('')})`
      : '';
  return outline(renderMarkdown(source));
}

const PAGE_ELEMENTS = new Set(
  'html head meta title link style body a div header main nav section footer h1 h2 h3 p ul ol li dl dt dd figure figcaption table caption thead tbody tr th td details summary span bdi code strong em b i small sub sup br svg g path rect line circle text tspan polyline polygon time abbr'.split(
    ' ',
  ),
);

/** What should not be in the report page: all that could run, load or send something, or that we never write. */
export function findEscapedHtml(source: string): string[] {
  const found: string[] = [];
  walk(parse(source), [], (node) => {
    if (node.nodeName === '#comment') found.push('comment');
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      if (HIDDEN.test(value)) found.push(`hidden character in ${JSON.stringify(value)}`);
    }
    if (!('tagName' in node)) return;
    if (!PAGE_ELEMENTS.has(node.tagName)) found.push(`element ${node.tagName}`);
    for (const { name, value } of node.attrs) {
      if (/^(on|src|srcset|formaction|action|background|ping)/i.test(name))
        found.push(`${node.tagName} ${name}`);
      if (/href$/i.test(name) && !isHarmless(node, value)) found.push(`link to ${value}`);
    }
  });
  return found;
}

function isHarmless(node: Element, address: string): boolean {
  if (node.tagName === 'link') return address.startsWith('data:image/svg+xml,%3Csvg ');
  return /^(#|https?:\/\/)/.test(address);
}

function walk(
  node: Node,
  parents: readonly string[],
  visit: (node: Node, parents: readonly string[]) => void,
): void {
  visit(node, parents);
  if (!('childNodes' in node)) return;
  const inside = 'tagName' in node ? [...parents, node.tagName] : parents;
  for (const child of node.childNodes) walk(child, inside, visit);
}
