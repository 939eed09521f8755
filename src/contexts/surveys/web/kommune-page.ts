import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  badge,
  buttonRow,
  formatInstant,
  formatNumber,
  linkButton,
  progress,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import { annahmeIn } from '../domain/zustand.ts';
import { abgabeArtLabel, flashOf } from '../messages.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { type Bogen, fragtKurz } from '../use-cases/read-bogen.ts';
import { abgabeSection } from './kommune-abgabe.ts';
import { abgabeBadge, fristText, zustandBadge } from './parts.ts';
import { verwahrtSection } from './verwahrt-section.ts';
import { address } from './wer.ts';

/** A survey as a Kommune sees it: how far it is, what is left to do, and what the others decided. */
export function kommuneContent(
  request: PageRequest,
  who: Antwortende,
  bogen: Bogen,
  reason: Refusal | null,
): PageContent {
  const { umfrage, zustand, teilnahme } = bogen;
  const { id } = umfrage;
  return {
    title: umfrage.titel,
    preline: 'Bedarfsabfrage',
    lead: html`${zustandBadge(zustand)} ${fristText(zustand, umfrage.frist, umfrage.nachfrist)}${umfrage.erfunden ? html` ${badge('neutral', 'erfunden')}` : ''}`,
    breadcrumb: [{ label: 'Bedarfsabfragen', href: '/bedarf' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${umfrage.beschreibung === '' ? '' : html`<p class="kern-body lw-measure">${umfrage.beschreibung}</p>`}${verwahrtSection(
      request,
      bogen,
      who.darfAntworten,
    )}${section(
      'Antworten Ihrer Kommune',
      html`<p class="kern-body">${abgabeBadge(teilnahme?.zustand ?? 'unbearbeitet')}</p>${stand(bogen)}${wege(who, bogen)}`,
    )}${abgabeSection(request, who, bogen, reason)}${verlauf(bogen)}`,
    nextSteps: [
      ...(who.darfVerteilen
        ? [{ label: 'Leistungen an Kolleginnen und Kollegen zuteilen', href: address(id, 'verteilen') }]
        : []),
      { label: 'Antworten als Tabelle: Excel', href: address(id, 'antworten.xlsx') },
      { label: 'Antworten als Tabelle: CSV', href: address(id, 'antworten.csv') },
      ...(who.darfAntworten && annahmeIn(zustand) !== 'nicht'
        ? [{ label: 'Ausgefüllte Tabelle einlesen', href: address(id, 'einlesen') }]
        : []),
      ...(zustand === 'veroeffentlicht'
        ? [{ label: 'Ergebnis aller Kommunen', href: address(id, 'ergebnis') }]
        : []),
    ],
  };
}

function stand({ zeilen }: Bogen) {
  const said = zeilen.filter(({ antwort }) => antwort !== null).length;
  const filledIn = zeilen.filter(
    ({ antwort, vorbelegung }) => antwort === null && vorbelegung.werte.bedarf !== null,
  );
  return progress({
    label: 'Beantwortete Leistungen',
    value: said,
    max: Math.max(1, zeilen.length),
    text: `${formatNumber(said)} von ${formatNumber(zeilen.length)} Leistungen beantwortet${filledIn.length === 0 ? '' : `, ${formatNumber(filledIn.length)} weitere sind vorbelegt`}.`,
    facts: {
      'im Blick, noch offen': formatNumber(
        zeilen.filter(({ fokus, antwort }) => fokus && antwort === null).length,
      ),
    },
  });
}

/** The two ways to answer, and what is mine. */
function wege(who: Antwortende, { umfrage, zeilen, zustand, letzteRunde }: Bogen) {
  const here = address(umfrage.id, 'antworten');
  if (!who.darfAntworten)
    return html`<p class="kern-body">${textLink(`${here}?modus=alle`, 'Antworten ansehen')}</p>`;
  if (annahmeIn(zustand) === 'nicht')
    return html`<p class="kern-body">${textLink(`${here}?modus=alle`, 'Antworten ansehen')}. Ändern lassen sie sich nicht mehr.</p>`;
  const mine = zeilen.filter(({ meine }) => meine);
  const kurz = mine.filter(fragtKurz).length;
  const short = letzteRunde !== null && kurz < mine.length;
  return html`${
    short
      ? html`<p class="kern-body lw-measure"><strong>In zehn Minuten:</strong> gefragt wird nur, was sich seit „${letzteRunde}“ geändert hat oder die vordersten Plätze ändern kann: ${formatNumber(kurz)} statt ${formatNumber(mine.length)} Leistungen. Alles andere bleibt, wie es vorbelegt ist.</p>`
      : html`<p class="kern-body lw-measure">${letzteRunde === null ? 'Es ist die erste Runde: Gefragt wird nach allem. Beim nächsten Mal nur noch nach dem, was sich geändert hat.' : 'Seit der letzten Runde hat sich so viel geändert, dass nach allem gefragt wird.'}</p>`
  }${buttonRow(
    short ? linkButton('In zehn Minuten antworten', `${here}?modus=kurz`) : '',
    linkButton(short ? 'Alle Leistungen durchgehen' : 'Antworten', `${here}?modus=alle`, {
      kind: short ? 'secondary' : 'primary',
    }),
  )}`;
}

function verlauf({ abgaben }: Bogen) {
  if (abgaben.length === 0) return '';
  return section(
    'Verlauf',
    table({
      caption: 'Was mit den Antworten geschah',
      captionHidden: true,
      columns: [{ label: 'Wann' }, { label: 'Was' }, { label: 'Warum' }],
      rows: abgaben.map(({ am, art, grund }) => [formatInstant(am), abgabeArtLabel[art], grund ?? '–']),
    }),
  );
}
