import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { dateForm, type Html, onDay } from '#ui';
import type { Fassung } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';

/** The day as of which a page stands, to choose, and what the choice shows. */
export function dayChoice(
  action: string,
  fassung: Fassung,
  date: LocalDate | null,
  kept: Readonly<Record<string, string>> = {},
): Html {
  const note =
    date === null ? messages.bestand : `Nur was ${onDay(date)} gilt. ${fassungNote(fassung, date)}`;
  return html`<div>${dateForm(action, date, kept)}${muted(note)}</div>`;
}

/** The same for one Leistung, which is always shown as of a day. */
export function dayOfLeistung(action: string, fassung: Fassung, day: LocalDate): Html {
  return html`${dateForm(action, day)}${muted(fassungNote(fassung, day))}`;
}

/** Which state of the catalogue answers for a day; a day before the oldest is told so. */
function fassungNote({ stand }: Fassung, date: LocalDate): string {
  const older = date < stand ? ' Eine ältere Fassung des Katalogs liegt nicht vor.' : '';
  return `Katalogstand ${formatLocalDate(stand)}.${older}`;
}

function muted(text: string): Html {
  return html`<p class="kern-body kern-body--small kern-body--muted">${text}</p>`;
}
