export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
}

/**
 * Reads a page as strict XML reads it: every tag closed in order, every attribute quoted and given once, no bare `<` or
 * `&`, no character that XML forbids. Throws with the place otherwise.
 */
export function parsePage(source: string): Element {
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.exec(
    source,
  );
  if (forbidden !== null) throw new Error(`forbidden character at ${forbidden.index}`);
  const root: Element = { name: '', attributes: new Map(), children: [] };
  const open: Element[] = [root];
  const token =
    /<!DOCTYPE html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
  let place = 0;
  while (place < source.length) {
    token.lastIndex = place;
    const match = token.exec(source);
    if (match === null) throw new Error(`no markup: ${source.slice(place, place + 80)}`);
    place = token.lastIndex;
    const [text, closing, name, attributeText, empty] = match;
    const top = open.at(-1) as Element;
    if (name === undefined) {
      if (!text.startsWith('<!DOCTYPE')) top.children.push(readText(text));
    } else if (closing === '/') {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else {
      const element = { name, attributes: readAttributes(attributeText ?? ''), children: [] };
      top.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([a-zA-Z0-9:-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`${name} is given twice`);
    attributes.set(name, readText(value));
  }
  return attributes;
}

function readText(text: string): string {
  return text.replace(/&(#\d+;)?/g, (reference, code?: string) => {
    if (code === undefined) throw new Error(`bare & in ${text.slice(0, 80)}`);
    return String.fromCodePoint(Number.parseInt(reference.slice(2), 10));
  });
}

export function elementsOf(root: Element, name?: string): Element[] {
  return root.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(name === undefined || child.name === name ? [child] : []), ...elementsOf(child, name)],
  );
}

export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}
