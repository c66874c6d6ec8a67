import fc from 'fast-check';

/** Text that means something to a runner, to GitHub, to a browser or to a terminal, each piece by itself. */
export const HOSTILE_TEXTS = [
  '::set-output name=verdict::pass',
  '::add-mask::a',
  '::stop-commands::x',
  '##[error]x',
  'mid-line ##[set-output name=verdict]pass',
  'two\n::error::lines',
  'two\r::error::lines',
  'two\u2028::error::lines',
  'a|b||c',
  '`code` ```mermaid',
  '\n\n```\nfence',
  '@octocat',
  '@octo/team',
  '#123',
  'octo/models#1',
  'GH-1',
  'octocat@0123456789abcdef0123456789abcdef01234567',
  '0123456789abcdef0123456789abcdef01234567',
  'https://evil.example/?a=1',
  'http://github.com/octo/models/issues/1',
  'www.evil.example',
  'mailto:a@evil.example a@evil.example',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- hidden',
  '--> shown',
  '</details></td></table><h1>x',
  '</style></title></head>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '[^1]: x',
  '<https://evil.example>',
  '\u202egnp.exe\u202c',
  'a\u200eb\u200fc\u2066d\u2069\u061c',
  'in\u200bvis\u200c\u200d\u2060\ufeffible\u00ad',
  'tag\u{e0041}\u{e007f}',
  '\u001b[2J\u001b]8;;https://evil.example\u0007x',
  '\u0000\u0007\ud800',
  '    indented',
  '1. list',
  '- list',
  '# heading',
  '> quote',
  '\\',
  '&amp;&#64;octocat&commat;octocat',
  '$x$ $$y$$',
  '__proto__',
  '',
] as const;

/** A piece, or several of them joined, or characters that Markdown and HTML are made of. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...HOSTILE_TEXTS, ' ', 'x'), { maxLength: 4 })
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'<>&|`*_[]()#@!~:.-+=$\\/\n\r\t "\'1awGHwe0'),
      maxLength: 40,
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
