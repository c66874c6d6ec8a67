import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TrainingReport } from '../../shared/model/index.ts';
import { type ReportInput, renderReportPage } from '../../shared/report/index.ts';
import { dataFixture, dataPage, TRIP_COLUMNS } from './fixtures/data.ts';
import { empty, failing, HOSTILE, hostile, regression, wide } from './fixtures/others.ts';
import { penguins } from './fixtures/penguins.ts';
import { type Element, elementsOf, parsePage, textOf } from './well-formed.ts';

const trips = dataPage(dataFixture(TRIP_COLUMNS));
const fixtures = {
  penguins,
  failing,
  regression,
  empty,
  hostile,
  wide,
  trips,
  'trips without numbers': dataPage(dataFixture(TRIP_COLUMNS, 0)),
  'trips with hostile names': dataPage(dataFixture(HOSTILE)),
};

function render(input: ReportInput): { source: string; page: Element; text: string } {
  const source = renderReportPage(input);
  const page = parsePage(source);
  return { source, page, text: textOf(page) };
}

function headings(page: Element): string[] {
  return elementsOf(page, 'h2').map(textOf);
}

/** Attributes that hold numbers, where a word would break the picture. */
const NUMERIC = /^(x|y|x1|x2|y1|y2|cx|cy|r|rx|dx|dy|width|height|d|viewBox|style)$/;

function brokenNumbers(page: Element): string[] {
  return elementsOf(page).flatMap((element) =>
    [...element.attributes]
      .filter(([name, value]) => NUMERIC.test(name) && /NaN|Infinity|undefined|null/.test(value))
      .map(([name, value]) => `${element.name} ${name}=${value}`),
  );
}

describe.each(Object.entries(fixtures))('the page of %s', (_, input) => {
  const { source, page } = render(input);
  const elements = elementsOf(page);

  test('loads nothing, runs nothing, and says so to the browser', () => {
    const policy = elementsOf(page, 'meta').find((meta) =>
      meta.attributes.has('http-equiv'),
    )?.attributes;
    expect(policy?.get('http-equiv')).toBe('Content-Security-Policy');
    expect(policy?.get('content')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/,
    );
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'img', 'iframe', 'object', 'embed', 'form', 'base']) {
      expect(names).not.toContain(name);
    }
    const unwanted = elements
      .flatMap(({ attributes }) => [...attributes])
      .filter(
        ([name, value]) =>
          /^(on|src)/.test(name) ||
          (name === 'href' && !/^(#|https?:\/\/|data:image\/svg\+xml,)/.test(value)),
      );
    expect(unwanted).toEqual([]);
    expect(textOf(elementsOf(page, 'style')[0] as Element)).not.toMatch(/url\(|@import/);
  });

  test('every picture has a title or is hidden from those who can not see it', () => {
    for (const svg of elementsOf(page, 'svg')) {
      const hidden = svg.attributes.get('aria-hidden') === 'true';
      const titles = svg.children.filter(
        (child) => typeof child !== 'string' && child.name === 'title' && textOf(child) !== '',
      );
      const named = titles.length === 1 && svg.attributes.get('role') === 'img';
      if (hidden ? titles.length > 0 : !named) throw new Error(`unnamed: ${textOf(svg)}`);
    }
  });

  test('every number in the markup is a number', () => {
    expect(brokenNumbers(page)).toEqual([]);
    expect(source).not.toMatch(/undefined|\[object|NaN(?!<\/td>|<\/code>)/);
  });

  test('has one main part, one first heading, and each section under its own name', () => {
    expect(elementsOf(page, 'main')).toHaveLength(1);
    expect(elementsOf(page, 'h1')).toHaveLength(1);
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const section of elementsOf(page, 'section')) {
      expect(ids).toContain(section.attributes.get('aria-labelledby'));
    }
    for (const { attributes } of elementsOf(page, 'a')) {
      const target = attributes.get('href') ?? '';
      if (target.startsWith('#')) expect(ids).toContain(target.slice(1));
    }
  });

  test('every table says what it holds, and its rows are as long as its head', () => {
    for (const table of elementsOf(page, 'table')) {
      expect(elementsOf(table, 'caption').map(textOf)).toEqual([expect.stringMatching(/\w/)]);
      const lengths = elementsOf(table, 'tr').map(
        ({ children }) => children.filter((child) => typeof child !== 'string').length,
      );
      expect(new Set(lengths).size).toBe(1);
    }
  });

  test('is small enough to open', () => {
    expect(Buffer.byteLength(source)).toBeLessThan(2_000_000);
  });

  test('is the same for the same input', () => {
    expect(renderReportPage(input)).toBe(source);
  });
});

describe('sections', () => {
  test('all of them when every step has run', () => {
    expect(headings(render(penguins).page)).toEqual([
      'Gates',
      'Metrics',
      'Confusion matrix',
      'Slices',
      'Training',
      'Data',
      'Exported files',
      'Deployment',
      'Drift',
      'Provenance',
    ]);
  });

  test('a training shows how far the models of its cross-validation lie apart', () => {
    const { text } = render(penguins);
    expect(text).toMatch(/5 further models of the same configuration/);
    expect(text).toMatch(/Accuracy\s*4 of 5 folds\s*0\.98\d*\s*0\.014\s*0\.966 … 1\.000/);
    const { crossValidation: _, ...training } = penguins.training as TrainingReport;
    expect(render({ ...penguins, training }).source).not.toMatch(/cross-validation/i);
    for (const broken of [null, {}, { folds: 3, rounds: [null], metrics: [null] }, 'x']) {
      const part = { ...training, crossValidation: broken } as unknown as TrainingReport;
      expect(render({ ...penguins, training: part }).source).not.toMatch(/cross-validation/i);
    }
  });

  test('a training shows which features the model needs', () => {
    const { text } = render(penguins);
    expect(text).toMatch(/dealt anew to the 52 validation examples \(5 times\)/);
    expect(text).toMatch(/bill_length_mm\s*1\.91[\s\S]*0\.702/);
    const { importance: _, ...training } = penguins.training as TrainingReport;
    for (const broken of [null, {}, { features: [null] }, { features: 'x' }, 7]) {
      const part = { ...training, importance: broken } as unknown as TrainingReport;
      expect(render({ ...penguins, training: part }).source).not.toMatch(/Importance of/);
    }
    const part = { features: [{}] } as unknown as TrainingReport['importance'];
    expect(
      render({ ...penguins, training: { ...training, importance: part } as TrainingReport }).text,
    ).toMatch(/Importance of/);
  });

  test('a training shows how few features are enough', () => {
    const { text } = render(penguins);
    expect(text).toMatch(/Each of 4 models learned without [\s\S]*5 permutations/);
    expect(text).toMatch(/Enough, [^:]*: bill_length_mm, flipper_length_mm/);
    expect(text).toMatch(/2\s*0\.061\s*0\.024\s*enough\s*flipper_length_mm/);
    const training = penguins.training as TrainingReport;
    const withPart = (elimination: unknown) =>
      render({ ...penguins, training: { ...training, elimination } as TrainingReport });
    for (const broken of [null, {}, { steps: [null] }, { steps: 'x' }, 7, { steps: [{}] }])
      expect(withPart(broken).source).not.toMatch(/Elimination of/);
    const odd = { steps: [{}], ranking: [null], repeats: 1, suggested: 1, failure: '<b>' };
    expect(withPart(odd).text).toMatch(/Elimination of[\s\S]*before the fewest features: <b>/);
    expect(withPart(odd).source).not.toContain('<b>');
  });

  test('a regression shows its predictions', () => {
    expect(headings(render(regression).page)).toEqual([
      'Gates',
      'Metrics',
      'Predictions',
      'Training',
      'Provenance',
    ]);
  });

  test('none without data, and no table of contents', () => {
    const { page, text } = render(empty);
    expect(headings(page)).toEqual([]);
    expect(elementsOf(page, 'nav')).toEqual([]);
    expect(text).toContain('Not evaluated');
    expect(text.match(/not run/g)).toHaveLength(6);
  });

  test.each([
    ['statistics', 'Data', { statistics: penguins.statistics }],
    ['anomalies', 'Data', { anomalies: penguins.anomalies }],
    ['training', 'Training', { training: penguins.training }],
    ['export', 'Exported files', { export: penguins.export }],
    ['deployment', 'Deployment', { deployment: penguins.deployment }],
    ['drift', 'Drift', { drift: penguins.drift }],
  ])('%s alone gives %s alone', (_, title, part) => {
    const { page } = render({ ...empty, ...part } as ReportInput);
    expect(headings(page)).toEqual([title]);
  });
});

test('slices of exported files stand there with what is worse first, and reports without slices have none', () => {
  const { export: report } = penguins;
  const { text } = render({ ...empty, export: report } as ReportInput);
  const places = [
    'How the files agree with the trained model by slice',
    'island = Dreamit agrees on 96.4 % of 28, which could be chance',
    'Could be chance',
    '−0.036−0.100 … 0.000',
    'island = Biscoe',
    'paired bootstrap',
  ].map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  const older = { ...report, variants: report?.variants.map(({ slices: _, ...rest }) => rest) };
  expect(render({ ...empty, export: older } as ReportInput).text).not.toContain('by slice');
});

test('a pull request is a link, and what a person has to do stands below', () => {
  const url = 'https://github.com/octo/models/pull/5';
  const [first] = penguins.deployment?.targets ?? [];
  if (first === undefined) throw new Error('the example has a deployment');
  const proposed = { ...first, target: 'pull-request', location: url, note: 'Checks <b>wait' };
  const deployment = { ...penguins.deployment, targets: [proposed] };
  const { page, source, text } = render({ ...empty, deployment } as ReportInput);
  expect(elementsOf(page, 'a').map(textOf)).toContain(url);
  expect(source).toContain(`href="${url}"`);
  expect(text).toContain('Checks <b>wait');
});

describe('the first screen', () => {
  const header = (input: ReportInput) =>
    elementsOf(render(input).page, 'header').map(textOf).join(' ');

  test('a pass with its key figure, its origin and the warnings of other steps', () => {
    const text = header(penguins);
    for (const part of [
      'penguin-species',
      'Pass',
      'All 4 gates passed.',
      '0.985',
      '0.921 … 0.997 (95 %)',
      'baseline 0.971 (+0.015)',
      'validate-data: 344 examples',
      'a1b2c3d',
      '9f2c9f2c9f2c',
      'wasm 4.22.0, SIMD',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('a failed gate is a fail', () => {
    expect(header(failing)).toMatch(/Fail1 of 4 gates failed: accuracy for sex = FEMALE fell/);
  });

  test('a failed step is a fail, whatever the gates say', () => {
    const step = { ...penguins.record.actions['export-tflite'], verdict: 'fail', headline: 'int8' };
    const input = {
      ...penguins,
      record: {
        ...penguins.record,
        actions: { ...penguins.record.actions, 'export-tflite': step },
      },
    } as ReportInput;
    expect(header(input)).toMatch(/Failexport-tflite: int8\./);
    expect(header(input)).toContain('evaluate-gate: All 4 gates passed');
  });

  test('no baseline is never a pass', () => {
    const text = header(regression);
    expect(text).toContain('No baseline');
    expect(text).not.toContain('Pass.No');
    expect(renderReportPage(regression)).toContain('<div class="verdict warn">');
  });

  test('commit, run and places link to the repository, and only to the web', () => {
    const links = elementsOf(render(penguins).page, 'a').map(({ attributes }) =>
      attributes.get('href'),
    );
    const commit = penguins.record.source?.commit;
    expect(links).toContain(`https://github.com/example/penguins/commit/${commit}`);
    expect(links).toContain('https://github.com/example/penguins/actions/runs/17283940');
    expect(links).toContain(
      `https://github.com/example/penguins/blob/${commit}/data/penguins.csv#L338`,
    );
    const inward = elementsOf(render(hostile).page, 'a').every(({ attributes }) =>
      attributes.get('href')?.startsWith('#'),
    );
    expect(inward).toBe(true);
  });
});

describe('bounds', () => {
  test('of 1,000 columns 200 are shown and the rest is counted', () => {
    const { page, text } = render(wide);
    expect(text).toContain('column 199');
    expect(text).not.toContain('column 200');
    expect(text.match(/800 more columns are not shown/g)).toHaveLength(2);
    expect(elementsOf(page, 'tr').length).toBeLessThan(600);
  });

  test('many classes become a list of the worst confusions', () => {
    const classes = Array.from({ length: 40 }, (_, index) => `class ${index}`);
    const counts = classes.map((_, row) => classes.map((__, column) => (row * column) % 7));
    const { text } = render({
      ...empty,
      evaluation: {
        ...(penguins.evaluation as NonNullable<ReportInput['evaluation']>),
        confusion: { classes, counts },
      },
    });
    expect(text).toContain('most frequent confusions among 40 classes');
    expect(text).toMatch(/more pairs of classes are not shown/);
  });

  test('slices stand worst first, those without a value last', () => {
    const { page } = render(penguins);
    const table = elementsOf(page, 'section').find(
      ({ attributes }) => attributes.get('id') === 'slices',
    ) as Element;
    const names = elementsOf(table, 'tr').map((row) => textOf(elementsOf(row, 'th')[0] as Element));
    expect(names.slice(1, 4)).toEqual([
      'island = Dream, sex = FEMALE',
      'island = Dream',
      'sex = FEMALE',
    ]);
  });
});

describe('whatever the files hold', () => {
  /** Every number and every free text of a report replaced, in turn, by those of the pools. */
  function scramble<Value>(value: Value, numbers: readonly unknown[], texts: readonly string[]) {
    let turn = 0;
    const walk = (inner: unknown, key: string): unknown => {
      if (typeof inner === 'number')
        return key === 'version' ? inner : numbers[turn++ % numbers.length];
      if (typeof inner === 'string') return key === 'kind' ? inner : texts[turn++ % texts.length];
      if (Array.isArray(inner)) return inner.map((item) => walk(item, ''));
      if (typeof inner !== 'object' || inner === null) return inner;
      return Object.fromEntries(
        Object.entries(inner).map(([name, item]) => [name, walk(item, name)]),
      );
    };
    return walk(value, '') as Value;
  }

  const numbers = fc.array(
    fc.oneof(
      fc.double(),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom(null, Number.NaN, 0, -1, 1e308),
    ),
    { minLength: 1, maxLength: 40 },
  );
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('<script>', '"onload="', 'https://x', '../', 'pass', 'toString', '__proto__'),
    ),
    { minLength: 1, maxLength: 20 },
  );

  test.each([
    ['penguins', penguins],
    ['regression', regression],
    ['trips', trips],
  ])('the page of %s is well-formed and has no script', (_, input) => {
    fc.assert(
      fc.property(numbers, texts, (numberPool, textPool) => {
        const { page } = render(scramble(input, numberPool, textPool));
        const active = elementsOf(page).filter(
          ({ name, attributes }) =>
            name === 'script' || [...attributes.keys()].some((attribute) => /^on/.test(attribute)),
        );
        expect(active).toEqual([]);
        expect(brokenNumbers(page)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test('the learning rate of each epoch is told where the training has recorded it', () => {
  const { training } = penguins;
  if (training === undefined || !('history' in training)) throw new Error('no training');
  const titles = (input: ReportInput) => elementsOf(render(input).page, 'th').map(textOf);
  expect(titles(penguins)).not.toContain('Learning rate');
  const history = training.history.map((epoch) => ({ ...epoch, learningRate: 0.0123 }));
  const scheduled = render({
    ...penguins,
    training: { ...training, history, stoppedBy: 'time-budget', stoppedEarly: true },
  });
  expect(elementsOf(scheduled.page, 'th').map(textOf)).toContain('Learning rate');
  expect(scheduled.text).toContain('0.0123');
  expect(scheduled.text).toContain('out of time');
});
