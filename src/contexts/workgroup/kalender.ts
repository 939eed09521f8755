import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { LocalDate } from '#kernel';

/** What a calendar entry says of a session. */
export interface Termin {
  readonly id: string;
  readonly titel: string;
  readonly tag: LocalDate;
  readonly beginn: string;
  readonly ende: string;
  readonly ort: string;
  readonly link: string;
  /** Rises with every change that goes out; calendars take the highest. */
  readonly folge: number;
}

const zone = 'Europe/Berlin';

// The rules of the time zone since 1996, as RFC 5545 writes them.
const berlin = `BEGIN:VTIMEZONE
TZID:${zone}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

export interface KalenderWunsch {
  readonly method: 'REQUEST' | 'CANCEL';
  /** A `CANCEL` takes only its attendee out; for everybody else the session takes place. */
  readonly nurTeilnahme?: boolean;
  readonly origin: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string } | null;
  readonly stempel: Date;
}

/**
 * A session as iCalendar (RFC 5545): UID stable over all changes, SEQUENCE rising, wall time of Europe/Berlin with its own
 * VTIMEZONE. `REQUEST` adds and changes, `CANCEL` takes away; without a STATUS where it uninvites one (RFC 5546, 3.2.5).
 */
export function kalenderdatei(termin: Termin, wunsch: KalenderWunsch): string {
  const { method, origin, organizer, attendee, stempel, nurTeilnahme = false } = wunsch;
  const cancelled = method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Leitwerk', product: 'Arbeitsgruppe', language: 'DE' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    timezone: { name: null, generator: () => berlin },
  });
  calendar.createEvent({
    id: uidOf(termin.id),
    sequence: termin.folge,
    stamp: stempel,
    timezone: zone,
    start: wandzeit(termin.tag, termin.beginn),
    end: wandzeit(termin.tag, termin.ende),
    summary: oneLine(termin.titel),
    location: oneLine([termin.ort, termin.link].filter(Boolean).join(' / ')),
    description: `Tagesordnung, Unterlagen und Anmeldung: ${origin}/arbeitsgruppe/sitzungen/${termin.id}`,
    status: statusOf(cancelled, nurTeilnahme),
    organizer: { name: oneLine(organizer.name), email: organizer.email },
    attendees:
      attendee === null ? [] : [{ name: oneLine(attendee.name), email: attendee.email, rsvp: !cancelled }],
  });
  return calendar.toString();
}

function statusOf(cancelled: boolean, nurTeilnahme: boolean): ICalEventStatus | null {
  if (!cancelled) return ICalEventStatus.CONFIRMED;
  return nurTeilnahme ? null : ICalEventStatus.CANCELLED;
}

/** Names the entry in every calendar, for as long as the session exists. */
export function uidOf(sitzungId: string): string {
  return `sitzung-${sitzungId}@leitwerk`;
}

// The generator writes the local parts of a Date beside the TZID, so the parts are set, not the instant.
function wandzeit(tag: LocalDate, zeit: string): Date {
  const [year = 0, month = 1, day = 1] = tag.split('-').map(Number);
  const [hour = 0, minute = 0] = zeit.split(':').map(Number);
  return new Date(year, month - 1, day, hour, minute);
}

// What somebody typed must not begin a line of its own.
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\p{Cc}]+/gu, ' ').trim();
}
