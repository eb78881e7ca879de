/** A moment as calendars have it, in UTC. */
function stamp(atMs: number): string {
  return new Date(atMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

/** Texts of a calendar keep their signs by a backslash (RFC 5545). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

export interface CalendarEntry {
  /** Tells the entry from all others, so that a calendar which has it changes it instead of having two. */
  uid: string;
  title: string;
  atMs: number;
  madeAtMs: number;
}

/** One entry of a quarter of an hour before the moment, with a reminder an hour ahead: RFC 5545. Nothing personal and no link stands in it: calendars are shared. */
export function calendarFile({ uid, title, atMs, madeAtMs }: CalendarEntry): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shouwen//Status//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}@shouwen`,
    `DTSTAMP:${stamp(madeAtMs)}`,
    `DTSTART:${stamp(atMs - 15 * 60_000)}`,
    `DTEND:${stamp(atMs)}`,
    `SUMMARY:${escaped(title)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
