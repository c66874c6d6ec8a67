import {
  code,
  countOf,
  details,
  displayText,
  formatBytes,
  formatPercent,
  formatQuantity,
  joinBlocks,
  Markdown,
  type MarkdownColumn,
  markdownTable,
  md,
} from '../report/index.ts';
import type { ExportReport, TfliteInput, VariantReport } from './export-report.ts';
import { renderChanges, renderSlices } from './parity-markdown.ts';

/** Rows and words shown on the step's page; `export.json` has them all. */
const MOST_INPUTS = 100;
const MOST_WORDS = 20;

/** Inputs that the example feeds by name. */
const MOST_EXAMPLE_INPUTS = 8;

/** The step's page: verdict first, one row for each file, the rest folded. */
export function renderExport(report: ExportReport, model: string): Markdown {
  return joinBlocks([
    renderVerdict(report, model),
    renderVariants(report),
    renderSlices(report),
    renderChanges(report),
    details(
      md`What to feed: ${countOf(report.inputs.length, 'input')}`,
      joinBlocks([renderInputs(report), ...report.variants.map(renderEndpoints)]),
    ),
    renderExample(report),
    details(md`Operators`, renderOperators(report)),
  ]);
}

function renderVerdict({ variants, examples }: ExportReport, model: string): Markdown {
  const failed = variants.filter(({ status }) => status === 'fail');
  if (failed.length === 0) {
    return md`## ✅ ${model}: ${countOf(variants.length, 'TFLite file')}

Each file was executed in LiteRT on ${countOf(examples, 'evaluation example')} and answers like the trained model.`;
  }
  const reasons = failed.map(
    ({ variant, reason }) => md`
- **${variant}**: ${reason}.`,
  );
  return md`## ❌ ${model}: ${failed.length} of ${countOf(variants.length, 'TFLite file')} must not be used
${reasons}`;
}

function renderVariants({ variants, examples }: ExportReport): Markdown {
  const metrics = variants[0]?.metrics.map(({ metric }) => metric) ?? [];
  const right = (title: Markdown): MarkdownColumn => ({ title, align: 'right' });
  return markdownTable(
    [
      { title: md`file` },
      right(md`size`),
      right(md`same answer`),
      right(md`largest difference`),
      ...metrics.map((metric) => right(md`${metric}`)),
      { title: md``, align: 'center' },
    ],
    [
      [
        md`trained model`,
        md``,
        md``,
        md``,
        ...metrics.map((metric) => metricCell(variants[0], metric, 'model')),
        md``,
      ],
      ...variants.map((variant) => [
        md`${code(variant.file.path)}`,
        md`${formatBytes(variant.file.bytes)}`,
        md`${examples - variant.disagreements} of ${examples} (${formatPercent(variant.agreement)})`,
        md`${formatQuantity(variant.maxDifference, 2)}`,
        ...metrics.map((metric) => metricCell(variant, metric, 'file')),
        variant.status === 'pass' ? md`✅` : md`❌`,
      ]),
    ],
  );
}

function metricCell(
  variant: VariantReport | undefined,
  metric: string,
  side: 'model' | 'file',
): Markdown {
  const pair = variant?.metrics.find((entry) => entry.metric === metric);
  return pair === undefined ? md`–` : md`${formatQuantity(pair[side])}`;
}

function renderInputs({ inputs, output }: ExportReport): Markdown {
  const rows = inputs
    .slice(0, MOST_INPUTS)
    .map((input) => [
      code(input.name),
      md`${input.column}`,
      md`${input.type} [${input.shape.join(', ')}]`,
      md`${input.missing}`,
      input.unknown === undefined ? md`–` : md`${input.unknown}`,
      renderVocabulary(input),
    ]);
  const hidden = inputs.length - rows.length;
  return joinBlocks([
    markdownTable(
      ['input', 'column', 'type', 'missing value', 'unknown value', 'values'].map((title) => ({
        title: md`${title}`,
      })),
      rows,
    ),
    hidden > 0 ? md`${countOf(hidden, 'more input')} in ${code('export.json')}.` : null,
    output.classes === undefined
      ? md`Output ${code(output.name)}: the predicted value in the label's own units.`
      : renderClasses(output.name, output.classes),
  ]);
}

function renderVocabulary({ vocabulary, buckets, meaning, columns }: TfliteInput): Markdown {
  if (meaning !== undefined) return md`${meaning}`;
  if (columns !== undefined) {
    const joined = joinList(columns.map((column) => md`${column}`));
    return md`hash of the values of ${joined}, joined by ${code('_X_')}, modulo ${buckets ?? ''}`;
  }
  if (buckets !== undefined) return md`hash of the value, modulo ${buckets}`;
  if (vocabulary === undefined) return md`–`;
  const words = vocabulary.slice(0, MOST_WORDS).map((word, id) => md`${id}: ${word}`);
  const hidden = vocabulary.length - words.length;
  return md`${joinList(words)}${hidden > 0 ? `, and ${hidden} more in export.json` : ''}`;
}

function renderClasses(name: string, classes: readonly string[]): Markdown {
  if (name === 'probability') {
    return md`Output ${code(name)}: the probability of ${classes[1] ?? ''}.`;
  }
  const shown = classes.slice(0, MOST_WORDS).map((word) => md`${word}`);
  const more = classes.length > shown.length ? ' …' : '';
  return md`Output ${code(name)}: the probabilities of ${joinList(shown)}${more}, in this order.`;
}

function joinList(items: readonly Markdown[]): Markdown {
  return new Markdown(items.map(({ source }) => source).join(', '));
}

/** Names of inputs and outputs hold letters, digits and underscores only, so that they are safe as code of Python. */
function renderExample({ inputs, output, variants }: ExportReport): Markdown | null {
  const shown = variants.find(({ endpoints }) => endpoints === undefined);
  if (shown === undefined) return null;
  const feeds = inputs
    .slice(0, MOST_EXAMPLE_INPUTS)
    .map(({ name, type, missing, buckets, shape: [, width = 1] }) => {
      if (width > 1 && buckets === undefined) {
        const value = missing === 'NaN' ? 'np.nan' : inFencedCode(missing);
        return `    ${name}=np.full((1, ${width}), ${value}, np.${type}),`;
      }
      if (width > 1) return `    ${name}=np.eye(1, ${width}, ${width - 1}, dtype=np.${type}),`;
      const value = type === 'float32' ? 'np.nan' : inFencedCode(missing);
      return `    ${name}=np.array([[${value}]], np.${type}),`;
    });
  if (inputs.length > feeds.length) feeds.push('    # … and the other inputs in export.json');
  const source = new Markdown(
    [
      '```python',
      'import numpy as np',
      'from ai_edge_litert.interpreter import Interpreter',
      '',
      `model = Interpreter('${inFencedCode(shown.file.path)}').get_signature_runner()`,
      '# Every value here is given as missing.',
      'answer = model(',
      ...feeds,
      ')',
      `print(answer['${output.name}'])`,
      '```',
    ].join('\n'),
  );
  return details(md`How to call it from Python`, source);
}

/** A file with integers at its ends is fed otherwise than the others. */
function renderEndpoints({ file, endpoints }: VariantReport): Markdown | null {
  if (endpoints === undefined) return null;
  const { input, output } = endpoints;
  const offset = output.offset === undefined ? '' : ` + ${output.offset}`;
  return md`${code(file.path)} takes the vector of the transform instead: ${code(input.name)}, ${input.type} [${input.shape.join(', ')}], a number x as round(x / ${input.scale}) + ${input.zeroPoint}, limited to −128 … 127. It answers ${code(output.name)}, ${output.type} [${output.shape.join(', ')}]: ${output.scale} × (stored − ${output.zeroPoint})${offset}. The places of the features are in ${code('export.json')}, how their numbers are made in ${code('transform.json')}.`;
}

/** Text within a line of fenced code and within quotes of Python: it ends neither. */
function inFencedCode(text: string): string {
  return displayText(text).replace(/[`'\\]/g, '_');
}

function renderOperators({ variants, runtime }: ExportReport): Markdown {
  return joinBlocks([
    markdownTable(
      [{ title: md`file` }, { title: md`operators` }, { title: md`since TFLite` }],
      variants.map(({ variant, operators, minRuntimeVersion = '' }) => [
        md`${variant}`,
        md`${operators.join(', ')}`,
        md`${minRuntimeVersion}`,
      ]),
    ),
    md`Executed in ${runtime.name} ${runtime.version}.`,
  ]);
}
