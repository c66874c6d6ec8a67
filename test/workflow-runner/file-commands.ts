/**
 * Reads what a step wrote to GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: `name=value`, or `name<<delimiter` with the
 * value on the lines until the delimiter. Throws an Error in the runner's words when the file is not of this form.
 */
export function readAssignments(text: string): Record<string, string> {
  const assignments: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') throw new Error(`Invalid format '${line}'`);
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      assignments[name] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (equals > 0) {
      assignments[line.slice(0, equals)] = line.slice(equals + 1);
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return assignments;
}

/** Variables for later steps. The runner's own and NODE_OPTIONS can't be set this way. */
export function readEnvironment(text: string): Record<string, string> {
  const variables = readAssignments(text);
  for (const name of Object.keys(variables)) {
    if (/^(GITHUB|RUNNER)_/i.test(name) || name.toUpperCase() === 'NODE_OPTIONS') {
      throw new Error(`Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
    }
  }
  return variables;
}

/** Folders for PATH, the last one first: it is to be found first. */
export function readPaths(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .reverse();
}
