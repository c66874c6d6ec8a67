export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly job: string;
  readonly step: string;
}

/** A line of a step's output that is an order to the runner. */
export interface LogCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const NAMES = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * The command in a line, if there is one. The runner knows two forms: `::name key=value,…::data` at the line's
 * beginning, and the older `##[name key=value;…]data` anywhere in it. `resume` is the word that ends stop-commands.
 */
export function parseLogCommand(line: string, resume: string | null = null): LogCommand | null {
  const known = (name: string) => NAMES.has(name.toLowerCase()) || name === resume;
  const command = parseColons(line) ?? parseBrackets(line);
  return command !== null && known(command.name) ? command : null;
}

function parseColons(line: string): LogCommand | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end < 0) return null;
  const escapes = { '%3A': ':', '%2C': ',' };
  return makeCommand(text.slice(2, end), ',', text.slice(end + 2), escapes, {});
}

function parseBrackets(line: string): LogCommand | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const escapes = { '%3B': ';', '%5D': ']' };
  return makeCommand(line.slice(start + 3, end), ';', line.slice(end + 1), escapes, escapes);
}

function makeCommand(
  head: string,
  separator: string,
  text: string,
  inProperties: Readonly<Record<string, string>>,
  inData: Readonly<Record<string, string>>,
): LogCommand {
  const space = head.indexOf(' ');
  const pairs = space < 0 ? [] : head.slice(space + 1).split(separator);
  const properties = pairs.flatMap((pair) => {
    const at = pair.indexOf('=');
    if (at < 0) return [];
    return [[pair.slice(0, at).trim(), decode(pair.slice(at + 1), inProperties)] as const];
  });
  return {
    name: space < 0 ? head : head.slice(0, space),
    properties: Object.fromEntries(properties),
    data: decode(text, inData),
  };
}

function decode(text: string, more: Readonly<Record<string, string>>): string {
  const escapes: Record<string, string> = { '%0D': '\r', '%0A': '\n', ...more };
  const replaced = Object.entries(escapes).reduce(
    (result, [code, character]) => result.replaceAll(code, character),
    text,
  );
  return replaced.replaceAll('%25', '%');
}
