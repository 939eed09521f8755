import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { descriptionList, table } from '#ui';
import {
  kommendeAusnahmen,
  type Moment,
  type Oeffnungszeiten,
  oeffnetWieder,
  offenBis,
  sindBekannt,
  wochentage,
  wochentagLabel,
  wochentagOf,
  zeitenAm,
} from '../domain/opening-hours.ts';
import { formatZeiten, shortTime } from '../domain/parse-opening-hours.ts';
import type { Anlaufstelle } from '../use-cases/service-view.ts';

/** Whether it is open now, in a sentence. */
export function openNow(zeiten: Oeffnungszeiten, moment: Moment): string {
  if (!sindBekannt(zeiten)) return 'Öffnungszeiten sind noch nicht angegeben.';
  const bis = offenBis(zeiten, moment);
  const { grund } = zeitenAm(zeiten, moment.tag);
  const because = grund ? ` (${grund})` : '';
  if (bis) return `Jetzt geöffnet bis ${shortTime(bis)} Uhr${because}.`;
  const next = oeffnetWieder(zeiten, moment);
  if (next === null) return `Jetzt geschlossen${because}.`;
  const when =
    next.tag === moment.tag
      ? 'heute'
      : `am ${wochentagLabel[wochentagOf(next.tag)]}, ${formatLocalDate(next.tag)}`;
  return `Jetzt geschlossen${because}. Öffnet wieder ${when} um ${shortTime(next.uhrzeit)} Uhr.`;
}

/** The hours of a week, and the days to come on which others hold. */
export function hoursTable(zeiten: Oeffnungszeiten, of: string, today: LocalDate) {
  if (!sindBekannt(zeiten)) return html`<p class="kern-body">Öffnungszeiten sind noch nicht angegeben.</p>`;
  const ausnahmen = kommendeAusnahmen(zeiten, today);
  const week = table({
    caption: `Öffnungszeiten: ${of}`,
    captionHidden: true,
    columns: [{ label: 'Tag' }, { label: 'Geöffnet' }],
    rows: wochentage.map((tag) => [wochentagLabel[tag], withUhr(formatZeiten(zeiten.woche[tag]))]),
    small: true,
  });
  const others = html`<p class="kern-body">An diesen Tagen gilt anderes:</p><ul class="kern-list kern-list--bullet">${ausnahmen.map(
    ({ tag, zeiten: times, grund }) =>
      html`<li>${wochentagLabel[wochentagOf(tag)]}, ${formatLocalDate(tag)}: ${withUhr(formatZeiten(times))}${grund ? ` (${grund})` : ''}</li>`,
  )}</ul>`;
  return html`${week}${ausnahmen.length > 0 ? others : ''}`;
}

function withUhr(text: string): string {
  return text === '' ? 'geschlossen' : `${text} Uhr`;
}

/** A telephone number that a phone dials. */
export function phoneLink(telefon: string) {
  const number = telefon.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  return html`<a class="kern-link kern-link--no-visited-state" href="tel:${number}">${telefon}</a>`;
}

export function mailLink(email: string) {
  return html`<a class="kern-link kern-link--no-visited-state" href="mailto:${email}">${email}</a>`;
}

/** Text as it was typed: a line for each line. */
export function lines(text: string) {
  return html`${text.split('\n').map((line, index) => html`${index > 0 ? html`<br>` : ''}${line}`)}`;
}

/** How to reach an office. */
export function contactList(stelle: Omit<Anlaufstelle, 'zeiten' | 'name'>) {
  return descriptionList([
    ['Anschrift', stelle.anschrift && lines(stelle.anschrift)],
    ['Telefon', stelle.telefon && phoneLink(stelle.telefon)],
    ['E-Mail', stelle.email && mailLink(stelle.email)],
  ]);
}

function textHours(zeiten: string) {
  return zeiten === '' ? '' : html`<p class="kern-body"><strong>Geöffnet</strong><br>${lines(zeiten)}</p>`;
}

/** An office with how to reach it and when. */
export function anlaufstelle(stelle: Anlaufstelle, moment: Moment) {
  const { zeiten } = stelle;
  const when =
    typeof zeiten === 'string'
      ? textHours(zeiten)
      : html`<p class="kern-body"><strong>${openNow(zeiten, moment)}</strong></p>${hoursTable(zeiten, stelle.name, moment.tag)}`;
  return html`<h3 class="kern-title">${stelle.name}</h3>${contactList(stelle)}${when}`;
}
