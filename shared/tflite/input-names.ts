/** Column to the name of the file's input. */
export interface InputNames {
  get(column: string): string;
}

/** Characters of an input's name: enough to tell columns apart, short enough to type. */
const LONGEST_NAME = 64;

/**
 * Names that every runtime and language takes: letters, digits and underscores, no digit first, each only once, also in
 * lower case. Python's runner takes inputs as keyword arguments, C stops a name at a zero byte.
 * `Body mass (g)` becomes `Body_mass_g`; a name of which nothing is left becomes `column_<place>`.
 */
export function nameInputs(columns: readonly string[], output: string): InputNames {
  const names = new Map<string, string>();
  // The graph's own tensors hold a slash, these two excepted.
  const taken = new Set([output, 'features']);
  for (const [index, column] of columns.entries()) {
    const letters = column
      .slice(0, 4 * LONGEST_NAME)
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, LONGEST_NAME);
    const base = letters === '' ? `column_${index + 1}` : letters.replace(/^(?=\d)/, 'column_');
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base}_${copy}`;
    taken.add(name.toLowerCase());
    names.set(column, name);
  }
  return {
    get(column) {
      const name = names.get(column);
      if (name === undefined) throw new Error(`column ${column} is no input of the model`);
      return name;
    },
  };
}
