import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

// TypeScript 7 has no JavaScript compiler API, so esbuild strips the types; `npm run typecheck` checks them.
const options = (file, esm) => ({
  loader: file.endsWith('.ts') ? 'ts' : 'js',
  format: esm ? 'esm' : 'cjs',
  target: 'node24',
  supported: { 'import-attributes': true },
  sourcemap: 'inline',
  sourcesContent: false,
  sourcefile: file,
});

/**
 * Jest's modules run in a context whose globals are looked up through an interceptor, 15 times slower than what stands
 * in the module: work that hashes a million cells takes minutes. On the first line, so that line numbers stay.
 */
const GLOBALS = 'const { Math, Number } = globalThis;';

const withGlobals = (source, esm) => (esm ? `${GLOBALS} ${source}` : source);

/** `import x from "y.json"` is an error in Node without its attribute. */
const withJsonAttribute = (source) =>
  source.replace(/^(import \w+ from "[^"]+\.json");$/gm, '$1 with { type: "json" };');

export default {
  canInstrument: false,
  getCacheKey: (source, file, { supportsStaticESM }) =>
    createHash('sha256')
      .update(`${version}\0${GLOBALS}\0${supportsStaticESM}\0${file}\0`)
      .update(source)
      .digest('hex'),
  process: (source, file, { supportsStaticESM }) => ({
    code: withGlobals(
      transformSync(withJsonAttribute(source), options(file, supportsStaticESM)).code,
      supportsStaticESM,
    ),
  }),
};
