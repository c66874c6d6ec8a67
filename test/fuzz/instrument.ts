import { readFile } from 'node:fs/promises';
import { type NodePath, types as t, transformAsync } from '@babel/core';
import { build, type Plugin, transform } from 'esbuild';

/** Counters of the branches that ran, and constants that the code compares with, for the code of one bundle. */
export interface Instrumented {
  readonly branches: number;
  readonly words: readonly (number | string)[];
}

/** The name under which a bundle finds its counters, a Uint8Array with an element for each branch. */
export const COUNTERS = '__branchCounters';

/** What is guided by its branches: the project's code and the readers of binary formats. */
const GUIDED =
  /[\\/](shared[\\/].+\.ts|planted[\\/].+\.ts|node_modules[\\/](hyparquet|flatbuffers)[\\/].+\.js)$/;

/**
 * Bundles a target for Node, with a counter in each branch: both sides of conditions, cases, bodies of loops and
 * functions, right sides of `&&`, `||` and `??`.
 */
export async function bundleInstrumented(entry: string, outfile: string): Promise<Instrumented> {
  const words = new Set<number | string>();
  let branches = 0;
  const plugin: Plugin = {
    name: 'branches',
    setup(bundle) {
      bundle.onLoad({ filter: GUIDED }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const loader = path.endsWith('.ts') ? 'ts' : 'js';
        const { code } = await transform(source, { loader, target: 'node24' });
        const result = await transformAsync(code, {
          configFile: false,
          babelrc: false,
          compact: false,
          plugins: [{ visitor: visitorOf(() => branches++, words) }],
        });
        return { contents: result?.code ?? '', loader: 'js' };
      });
    },
  };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // CommonJS packages ask for what Node gives only to CommonJS.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [plugin],
    logLevel: 'error',
  });
  return { branches, words: [...words] };
}

function visitorOf(nextBranch: () => number, words: Set<number | string>) {
  const count = () =>
    t.updateExpression(
      '++',
      t.memberExpression(
        t.memberExpression(t.identifier('globalThis'), t.identifier(COUNTERS)),
        t.numericLiteral(nextBranch()),
        true,
      ),
    );
  const counted = (statement: t.Statement) =>
    t.blockStatement([t.expressionStatement(count()), statement]);
  const valued = (expression: t.Expression) => t.sequenceExpression([count(), expression]);
  const remember = (node: t.Node | null | undefined) => {
    if (t.isNumericLiteral(node) || t.isStringLiteral(node)) words.add(node.value);
  };
  return {
    IfStatement({ node }: NodePath<t.IfStatement>) {
      node.consequent = counted(node.consequent);
      node.alternate = counted(node.alternate ?? t.emptyStatement());
    },
    Loop({ node }: NodePath<t.Loop>) {
      node.body = counted(node.body);
    },
    SwitchCase({ node }: NodePath<t.SwitchCase>) {
      remember(node.test);
      node.consequent.unshift(t.expressionStatement(count()));
    },
    ConditionalExpression({ node }: NodePath<t.ConditionalExpression>) {
      node.consequent = valued(node.consequent);
      node.alternate = valued(node.alternate);
    },
    LogicalExpression({ node }: NodePath<t.LogicalExpression>) {
      node.right = valued(node.right);
    },
    BlockStatement({ node, parent }: NodePath<t.BlockStatement>) {
      if (t.isFunction(parent)) node.body.unshift(t.expressionStatement(count()));
    },
    BinaryExpression({ node }: NodePath<t.BinaryExpression>) {
      if (!/^[=!<>]/.test(node.operator)) return;
      remember(node.left);
      remember(node.right);
    },
  };
}
