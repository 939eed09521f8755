import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { type Meldung, partsOf } from './domain/meldung.ts';

const zone = 'Europe/Berlin';

// The rules of the time zone since 1996, as RFC 5545 writes them.
const berlin = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\n');

/** Announcements as a calendar to subscribe to (RFC 5545): one that changes or ends keeps its entry. */
export function wartungskalender(meldungen: readonly Meldung[]): string {
  const calendar = ical({
    prodId: { company: 'Leitwerk', product: 'Wartung', language: 'DE' },
    name: 'Wartung der Onlinedienste',
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: () => berlin },
  });
  for (const { id, fassung, titel, text, von, bis, entfallen, geschriebenAm } of meldungen)
    calendar.createEvent({
      id: `meldung-${id}@leitwerk`,
      sequence: fassung - 1,
      stamp: geschriebenAm,
      timezone: zone,
      start: wandzeit(von),
      end: wandzeit(bis),
      summary: titel.replaceAll(/[\r\n\p{Cc}]+/gu, ' ').trim(),
      description: text,
      status: entfallen ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}

// The generator writes the local parts of a Date beside the TZID, so the parts are set, not the instant.
function wandzeit(minute: string): Date {
  const [tag, zeit] = partsOf(minute);
  const [year = 0, month = 1, day = 1] = tag.split('-').map(Number);
  const [hour = 0, minutes = 0] = zeit.split(':').map(Number);
  return new Date(year, month - 1, day, hour, minutes);
}
