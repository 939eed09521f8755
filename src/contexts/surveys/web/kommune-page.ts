import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  accordion,
  alert,
  badge,
  button,
  buttonRow,
  errorOf,
  form,
  formatInstant,
  formatNumber,
  linkButton,
  problemsOf,
  progress,
  refusalNotice,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { abgabeUebergaenge } from '../domain/abgabe.ts';
import { annahmeIn } from '../domain/zustand.ts';
import { abgabeArtLabel, flashOf } from '../messages.ts';
import { istZweite } from '../use-cases/abgeben.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { type Bogen, fragtKurz } from '../use-cases/read-bogen.ts';
import { vorbelegte } from '../use-cases/take-defaults.ts';
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

function abgabeSection(request: PageRequest, who: Antwortende, bogen: Bogen, reason: Refusal | null) {
  const { teilnahme, zustand } = bogen;
  const here = teilnahme?.zustand ?? 'unbearbeitet';
  if (annahmeIn(zustand) === 'nicht') return '';
  const possible = abgabeUebergaenge[here];
  const parts = [
    possible.eingereicht && who.darfVerteilen ? einreichenForm(request, bogen) : '',
    possible.freigegeben && who.darfFreigeben ? freigebenForms(request, who, bogen, reason) : '',
    here === 'eingereicht' && !who.darfFreigeben
      ? html`<p class="kern-body">Eine zweite Person gibt die Antworten frei. Bis dahin sieht Ihr IT-Dienstleister sie nicht.</p>`
      : '',
    here === 'freigegeben'
      ? html`<p class="kern-body">Ihr IT-Dienstleister sieht die freigegebenen Antworten. Bis zur Frist können Sie weiter ändern; dann braucht es eine neue Freigabe.</p>`
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : section('Abgeben', html`${parts}`);
}

function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}

function stepOf({ abgaben }: Bogen): string {
  return String(abgaben.at(-1)?.nummer ?? 0);
}

function einreichenForm({ csrfToken }: PageRequest, bogen: Bogen) {
  const defaults = vorbelegte(bogen).length;
  const open = bogen.zeilen.filter(
    ({ antwort, vorbelegung }) => antwort === null && vorbelegung.werte.bedarf === null,
  ).length;
  return form(
    {
      action: address(bogen.umfrage.id, 'abgabe'),
      csrfToken,
      hidden: { art: 'eingereicht', schritt: stepOf(bogen) },
      label: 'Antworten einreichen',
    },
    html`<p class="kern-body lw-measure">${defaults === 0 ? '' : `${count(defaults, 'vorbelegte Leistung gilt', 'vorbelegte Leistungen gelten')} dann als beantwortet. `}${open === 0 ? '' : `${count(open, 'Leistung bleibt', 'Leistungen bleiben')} ohne Angabe. `}Danach gibt eine zweite Person die Antworten frei.</p>${button('Antworten einreichen', { kind: 'secondary' })}`,
  );
}

function freigebenForms(
  { csrfToken }: PageRequest,
  { actor }: Antwortende,
  bogen: Bogen,
  reason: Refusal | null,
) {
  if (!istZweite(bogen.abgaben, actor))
    return alert({
      kind: 'info',
      title: 'Die Antworten warten auf eine zweite Person',
      body: 'Sie haben sie eingereicht. Freigeben kann sie jemand anderes aus der OZG-Koordination oder der Verwaltungsleitung.',
    });
  const action = address(bogen.umfrage.id, 'abgabe');
  const schritt = stepOf(bogen);
  return html`${form(
    { action, csrfToken, hidden: { art: 'freigegeben', schritt }, label: 'Antworten freigeben' },
    html`<p class="kern-body lw-measure">Mit der Freigabe sieht Ihr IT-Dienstleister die Antworten, soweit Ihre Kommune mit ihm teilt. ${textLink(`${address(bogen.umfrage.id, 'antworten')}?modus=alle`, 'Antworten vorher ansehen')}</p>${button('Antworten freigeben')}`,
  )}${accordion({
    title: 'Zurückgeben',
    open: errorOf(problemsOf(reason), 'grund') !== null,
    body: form(
      { action, csrfToken, hidden: { art: 'zurueckgegeben', schritt }, label: 'Antworten zurückgeben' },
      html`${textareaField({ name: 'grund', label: 'Was ist noch zu tun?', rows: 2, maxLength: 1000, error: errorOf(problemsOf(reason), 'grund') })}${button('Zurückgeben', { kind: 'secondary' })}`,
    ),
  })}`;
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
