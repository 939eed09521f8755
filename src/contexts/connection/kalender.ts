import ical from 'ical-generator';
import type { Ablauf } from './domain/ablauf.ts';

/** What runs out, as a calendar (RFC 5545): a day each, the same UID whenever it is fetched. */
export function fristenKalender(
  ablaeufe: readonly Ablauf[],
  { origin, stempel }: { readonly origin: string; readonly stempel: Date },
): string {
  const calendar = ical({
    prodId: { company: 'Leitwerk', product: 'Fristen', language: 'DE' },
    name: 'Fristen der Anbindungen',
  });
  for (const { was, titel, kommune, bis, href } of ablaeufe) {
    const [year = 0, month = 1, day = 1] = bis.split('-').map(Number);
    calendar.createEvent({
      id: `${encodeURIComponent(`${was} ${kommune}`)}@leitwerk`,
      stamp: stempel,
      // The generator writes the local parts of a Date for a whole day.
      start: new Date(year, month - 1, day),
      allDay: true,
      summary: oneLine(`Läuft ab: ${titel} (${kommune})`),
      description: `${origin}${href}`,
    });
  }
  return calendar.toString();
}

// What somebody typed must not begin a line of its own.
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\p{Cc}]+/gu, ' ').trim();
}
