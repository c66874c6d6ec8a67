import { type FormatName, fullFormats } from 'ajv-formats/dist/formats.js';
import { LinearPattern } from './linear-pattern.ts';

/** What `format` of JSON Schema may ask of a text. */
export interface TextFormat {
  /** In time linear in the text. */
  readonly test: (text: string) => boolean;
  /** A pattern that no text but those that pass has, as long as they have at most `longest` characters. */
  readonly pattern: string | null;
  readonly longest: number | null;
}

/** The largest pattern here, that of `ipv6`, has 1,128 parts with its repetitions written out. */
const MOST_FORMAT_PARTS = 1_200;

/** Characters of a text that may be a point in time; ajv's checks cut it into pieces. */
const LONGEST_TIME = 100;
/** Characters of a text that may be a regular expression: an engine must read it to know. */
const LONGEST_REGEX = 10_000;
/** RFC 1123. A dot at the end is not counted. */
const LONGEST_HOSTNAME = 253;

const DATE =
  '(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)';
/** Without leap seconds and without fractions so long that they round up to one. */
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,12})?';
const ZONE = '(?:[zZ]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)';
const DATE_PERIOD = '(?:\\d+Y(?:\\d+M)?(?:\\d+D)?|\\d+M(?:\\d+D)?|\\d+D)';
const TIME_PERIOD = 'T(?:\\d+H(?:\\d+M)?(?:\\d+S)?|\\d+M(?:\\d+S)?|\\d+S)';
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/**
 * Formats by name: those of JSON Schema 2020-12 but for the international ones (`iri`, `idn-email`, …), and ajv's for
 * points in time without a zone. What they accept is what `ajv-formats` accepts in full mode, but for very long texts.
 */
export const TEXT_FORMATS: ReadonlyMap<string, TextFormat> = new Map<string, TextFormat>([
  ['date', regular(`^${DATE}$`)],
  ['time', pointInTime('time', `^${TIME}${ZONE}$`)],
  ['date-time', pointInTime('date-time', `^${DATE}[tT\\s]${TIME}${ZONE}$`)],
  ['iso-time', pointInTime('iso-time', `^${TIME}${ZONE}?$`)],
  ['iso-date-time', pointInTime('iso-date-time', `^${DATE}[tT\\s]${TIME}${ZONE}?$`)],
  ['duration', regular(`^P(?:${DATE_PERIOD}(?:${TIME_PERIOD})?|${TIME_PERIOD}|\\d+W)$`)],
  ['email', regular(sourceOf('email'))],
  ['hostname', hostname()],
  ['ipv4', regular(sourceOf('ipv4'))],
  ['ipv6', regular(sourceOf('ipv6'))],
  ['uri', regular(uri())],
  ['uri-reference', regular(sourceOf('uri-reference'))],
  ['uri-template', regular(sourceOf('uri-template'))],
  ['uuid', regular(sourceOf('uuid'))],
  ['json-pointer', regular(sourceOf('json-pointer'))],
  ['relative-json-pointer', regular(sourceOf('relative-json-pointer'))],
  ['regex', { test: bounded('regex', LONGEST_REGEX), pattern: null, longest: null }],
]);

/** A pattern that says all there is to say; made when it is first needed. */
function regular(pattern: string): TextFormat {
  let linear: LinearPattern | undefined;
  return {
    test: (text) => {
      linear ??= new LinearPattern(pattern, MOST_FORMAT_PARTS);
      return linear.test(text);
    },
    pattern,
    longest: null,
  };
}

/** Leap seconds depend on the zone, so that the pattern leaves them out. */
function pointInTime(name: FormatName, pattern: string): TextFormat {
  return { test: bounded(name, LONGEST_TIME), pattern, longest: null };
}

function hostname(): TextFormat {
  const { test, pattern } = regular(`^${LABEL}(?:\\.${LABEL})*\\.?$`);
  return {
    test: (text) => {
      const length = text.endsWith('.') ? text.length - 1 : text.length;
      return length <= LONGEST_HOSTNAME && test(text);
    },
    pattern,
    longest: LONGEST_HOSTNAME,
  };
}

/** The check of `ajv-formats`, for texts that it can't be slow for. */
function bounded(name: FormatName, longest: number): (text: string) => boolean {
  const format = fullFormats[name];
  const check = typeof format === 'object' && 'validate' in format ? format.validate : format;
  if (typeof check !== 'function') throw new TypeError(`the format "${name}" is no function`);
  const validate = check as (text: string) => boolean;
  return (text) => text.length <= longest && validate(text);
}

/** The regular expression of `ajv-formats`. */
function sourceOf(name: FormatName): string {
  const format = fullFormats[name];
  if (!(format instanceof RegExp)) throw new TypeError(`the format "${name}" is no pattern`);
  return format.ignoreCase ? inAnyCase(format.source) : format.source;
}

/** What the flag `i` means for the ASCII letters of the formats' patterns, written out. */
function inAnyCase(source: string): string {
  return source
    .replaceAll('a-z', 'a-zA-Z')
    .replaceAll('a-f', 'a-fA-F')
    .replace('urn:uuid:', '[uU][rR][nN]:[uU][uU][iI][dD]:');
}

/** A reference with a scheme, something behind it, and no `"` (`ajv-formats` keeps this one to itself). */
function uri(): string {
  return sourceOf('uri-reference')
    .replace('^(?:[a-zA-Z][a-zA-Z0-9+\\-.]*:)?', '^(?:[a-zA-Z][a-zA-Z0-9+\\-.]*:)')
    .replaceAll('\'"', "'")
    .replace(')?(?:\\?', ')(?:\\?');
}
