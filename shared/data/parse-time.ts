import { TEXT_FORMATS } from './formats.ts';

const hasFormat = (name: string, text: string) => TEXT_FORMATS.get(name)?.test(text) === true;
const OFFSET = /(?:z|([+-]\d\d)(?::?(\d\d))?)$/i;
const LEAP_SECOND = /:60(?=[.z+-]|$)/i;
const SLASHES = /^\d{4}\/\d\d\/\d\d(?:$|[t\s])/i;
const WITHOUT_SECONDS = /^\d\d:\d\d(?=$|[z+-])/i;

/** What `parseTime` reads, for the remedies of messages. */
export const TIME_EXAMPLES =
  'an ISO 8601 date such as 2026-11-25, 2026-11-25 14:30 or 2026-11-25T14:30:00Z';

/**
 * Milliseconds since 1970 of an ISO 8601 date (`2026-11-25`, its midnight in UTC) or instant (`2026-11-25T14:30:00Z`,
 * without an offset in UTC, with a blank for the T, without seconds); NaN for what is neither. Year, month and day may
 * stand between slashes (`2026/11/25`), in this order alone: all others are read differently from place to place. A leap
 * second is that of the next minute's first.
 */
export function parseTime(text: string): number {
  const day = SLASHES.test(text) ? text.slice(0, 10).replaceAll('/', '-') : text.slice(0, 10);
  if (text.length === 10)
    return hasFormat('date', day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const clock = text.slice(11).replace(WITHOUT_SECONDS, '$&:00');
  if (!hasFormat('iso-date-time', `${day}${text.charAt(10)}${clock}`)) return Number.NaN;
  // The format allows what Date.parse refuses or reads as the machine's own time: a blank for the T, no offset, hours
  // alone, leap seconds.
  const [whole = '', hours, minutes = '00'] = OFFSET.exec(clock) ?? [];
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const time = clock.slice(0, clock.length - whole.length);
  const leap = LEAP_SECOND.test(time) ? 1000 : 0;
  return Date.parse(`${day}T${time.replace(LEAP_SECOND, ':59')}${offset}`) + leap;
}
