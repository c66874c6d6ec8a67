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

/** `import x from "y.json"` is an error in Node without its attribute. */
const withJsonAttribute = (source) =>
  source.replace(/^(import \w+ from "[^"]+\.json");$/gm, '$1 with { type: "json" };');

export default {
  canInstrument: false,
  getCacheKey: (source, file, { supportsStaticESM }) =>
    createHash('sha256')
      .update(`${version}\0${supportsStaticESM}\0${file}\0`)
      .update(source)
      .digest('hex'),
  process: (source, file, { supportsStaticESM }) => ({
    code: transformSync(withJsonAttribute(source), options(file, supportsStaticESM)).code,
  }),
};
