import { TEXT_FORMATS } from './formats.ts';

const hasFormat = (name: string, text: string) => TEXT_FORMATS.get(name)?.test(text) === true;
const OFFSET = /(?:z|([+-]\d\d)(?::?(\d\d))?)$/i;
const LEAP_SECOND = /:60(?=[.z+-]|$)/i;

/**
 * Milliseconds since 1970 of an ISO 8601 date (`2026-11-25`, its midnight in UTC) or instant (`2026-11-25T14:30:00Z`,
 * without an offset in UTC); NaN for what is neither. A leap second is that of the next minute's first.
 */
export function parseTime(text: string): number {
  if (hasFormat('date', text)) return Date.parse(`${text}T00:00:00Z`);
  if (!hasFormat('iso-date-time', text)) return Number.NaN;
  // The format allows what Date.parse refuses or reads as the machine's own time: a blank for the T, no offset, hours
  // alone, leap seconds.
  const clock = text.slice(11);
  const [whole = '', hours, minutes = '00'] = OFFSET.exec(clock) ?? [];
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const time = clock.slice(0, clock.length - whole.length);
  const leap = LEAP_SECOND.test(time) ? 1000 : 0;
  return Date.parse(`${text.slice(0, 10)}T${time.replace(LEAP_SECOND, ':59')}${offset}`) + leap;
}
