import { html } from 'hono/html';
import type { PageContent, PageRequest } from '#platform';
import {
  badge,
  button,
  descriptionList,
  emptyState,
  form,
  formatInstant,
  formatNumber,
  progress,
  section,
  table,
  textLink,
} from '#ui';
import { annahmeIn } from '../domain/zustand.ts';
import { flashOf, schrittLabel, zusatzLabel, zustandLabel } from '../messages.ts';
import type { Beteiligung, Beteiligungszahlen, Beteiligungszeile } from '../use-cases/participation.ts';
import { abgabeBadge, fristText, zustandBadge } from './parts.ts';
import { schrittForms } from './step-forms.ts';
import { address } from './wer.ts';

/** A survey as its IT-Dienstleister sees it: state, live participation, what can be done, what happened. */
export function houseContent(
  request: PageRequest,
  found: Beteiligung,
  darfFuehren: boolean,
  jetzt: Date,
  steps: Parameters<typeof schrittForms>[2] = null,
): PageContent {
  const { umfrage, zustand, zahlen } = found;
  const live = annahmeIn(zustand) !== 'nicht';
  return {
    title: umfrage.titel,
    preline: 'Bedarfsabfrage',
    lead: html`${zustandBadge(zustand)} ${fristText(zustand, umfrage.frist, umfrage.nachfrist)}${umfrage.erfunden ? html` ${badge('neutral', 'erfunden')}` : ''}`,
    breadcrumb: [{ label: 'Bedarfsabfragen', href: '/bedarf' }],
    wide: true,
    ...flashOf(request),
    ...(live ? { refreshSeconds: 60 } : {}),
    main: html`${zustand === 'entwurf' ? '' : beteiligungSection(request, found, darfFuehren && live, jetzt)}${
      darfFuehren ? section('Nächster Schritt', schrittForms(request, found, steps)) : ''
    }${umfangSection(found)}${verlaufSection(found)}`,
    nextSteps: [
      ...(zustand === 'entwurf' && darfFuehren
        ? [{ label: 'Entwurf ändern', href: address(umfrage.id, 'bearbeiten') }]
        : []),
      ...(zustand !== 'entwurf' && zahlen.freigegeben > 0
        ? [{ label: 'Auswertung ansehen', href: address(umfrage.id, 'auswertung') }]
        : []),
      ...(zustand === 'ausgewertet' || zustand === 'veroeffentlicht' ? nachDerAuswertung : []),
      ...(zustand === 'veroeffentlicht'
        ? [{ label: 'Veröffentlichtes Ergebnis', href: address(umfrage.id, 'ergebnis') }]
        : []),
    ],
  };
}

/** Where the counted need goes on: it moves the ranking, and becomes Massnahmen. */
const nachDerAuswertung = [
  { label: 'Prioritäten mit diesem Bedarf', href: '/prioritaeten' },
  { label: 'Maßnahmen aus diesem Bedarf', href: '/planung/massnahmen/bedarf' },
];

/** How many have answered, in words; the script renews it. */
export function beteiligungText({ gefragt, freigegeben, quorum }: Beteiligungszahlen): string {
  const rest = quorum - freigegeben;
  const reached =
    rest <= 0
      ? 'Das Quorum ist erreicht.'
      : `Zum Quorum von ${formatNumber(quorum)} fehlen noch ${formatNumber(rest)}.`;
  return `${formatNumber(freigegeben)} von ${formatNumber(gefragt)} Kommunen haben geantwortet.${quorum === 0 ? '' : ` ${reached}`}`;
}

/** The numbers beside it, by their label. */
export function beteiligungFacts(zahlen: Beteiligungszahlen): Readonly<Record<string, string>> {
  return {
    'warten auf Freigabe': formatNumber(zahlen.eingereicht),
    'in Arbeit': formatNumber(zahlen.inArbeit),
    'nicht begonnen': formatNumber(zahlen.ohneAnfang),
    'ohne Einwilligung': formatNumber(zahlen.ohneEinwilligung),
    verspätet: formatNumber(zahlen.spaet),
  };
}

function beteiligungSection(request: PageRequest, found: Beteiligung, erinnern: boolean, jetzt: Date) {
  const { umfrage, zahlen, zeilen, zustand } = found;
  const live = annahmeIn(zustand) !== 'nicht';
  return section(
    'Beteiligung',
    html`${progress({
      label: 'Freigegebene Antworten',
      value: zahlen.freigegeben,
      max: Math.max(1, zahlen.gefragt),
      text: beteiligungText(zahlen),
      facts: beteiligungFacts(zahlen),
      pollUrl: live ? address(umfrage.id, 'beteiligung') : undefined,
    })}${table({
      caption: 'Wie weit die Kommunen sind',
      columns: [
        { label: 'Kommune' },
        { label: 'Stand' },
        { label: 'Beantwortet', numeric: true },
        { label: 'Zuletzt geändert' },
        { label: 'Freigegeben' },
      ],
      rows: zeilen.map(kommuneRow),
      empty: emptyState({ title: 'Niemand wird gefragt', body: 'Der Umfang trifft keine betreute Kommune.' }),
    })}<p class="kern-body kern-body--small kern-body--muted">Stand ${formatInstant(jetzt)}. ${textLink(address(umfrage.id), 'Neu laden')}. Gezeigt werden Zahlen, keine Antworten; was in den Antworten steht, sehen Sie erst nach der Freigabe durch die Kommune.</p>${
      erinnern ? erinnernForm(request, found) : ''
    }`,
  );
}

function kommuneRow({ ags, name, gefragt, teilt, teilnahme }: Beteiligungszeile) {
  if (!teilt)
    return [`${name} (${ags})`, 'teilt nicht mit Ihnen', `– von ${formatNumber(gefragt)}`, '–', '–'];
  const zustand = teilnahme?.zustand ?? 'unbearbeitet';
  return [
    `${name} (${ags})`,
    html`${abgabeBadge(zustand)}${teilnahme?.spaet ? html` ${badge('warning', 'verspätet')}` : ''}`,
    `${formatNumber(teilnahme?.beantwortet ?? 0)} von ${formatNumber(gefragt)}`,
    teilnahme?.zuletzt ? formatInstant(teilnahme.zuletzt) : '–',
    teilnahme?.freigegebenAm ? formatInstant(teilnahme.freigegebenAm) : '–',
  ];
}

function erinnernForm({ csrfToken }: PageRequest, { umfrage, erinnerungen }: Beteiligung) {
  const last = erinnerungen.at(-1);
  const told = last
    ? html`<p class="kern-body kern-body--small">Zuletzt erinnert: ${formatInstant(last.am)} (${last.anlass})${last.mails === null ? ', wird noch versandt' : `: ${formatNumber(last.mails)} Mails an ${formatNumber(last.kommunen ?? 0)} Kommunen`}.</p>`
    : '';
  return html`${told}${form(
    { action: address(umfrage.id, 'erinnern'), csrfToken },
    html`${button('Alle erinnern, die noch nicht geantwortet haben', { kind: 'secondary' })}`,
  )}`;
}

function umfangSection({ umfrage }: Beteiligung) {
  const { umfang, zusatz, fragen, quorum, erinnerungen, beschreibung } = umfrage;
  return section(
    'Was gefragt wird',
    descriptionList([
      ['Beschreibung', beschreibung],
      ['Themenfelder', umfang.themenfelder.length > 0 ? formatNumber(umfang.themenfelder.length) : ''],
      ['Leistungen im Blick', umfang.fokus.join(', ')],
      [
        'Weitere Leistungen',
        umfang.liste.length > 20 ? `${umfang.liste.length} Leistungen` : umfang.liste.join(', '),
      ],
      ['Nur eigene Pflichten', umfang.nurPflichten ? 'ja' : 'nein'],
      ['Nur Lücken', umfang.nurLuecken ? 'ja' : 'nein'],
      ['Zu jeder Leistung', ['Bedarf', ...zusatz.map((each) => zusatzLabel[each])].join(', ')],
      ['Eigene Fragen', fragen.map(({ text }) => text).join(' · ')],
      ['Quorum', quorum === 0 ? 'keines' : `${formatNumber(quorum)} Kommunen`],
      [
        'Erinnerungen',
        erinnerungen.length === 0 ? 'keine' : `${erinnerungen.join(' und ')} Tage vor der Frist`,
      ],
    ]),
  );
}

function verlaufSection({ schritte }: Beteiligung) {
  if (schritte.length === 0) return '';
  return section(
    'Verlauf',
    table({
      caption: 'Was bisher geschah',
      captionHidden: true,
      columns: [{ label: 'Wann' }, { label: 'Schritt' }, { label: 'Danach' }, { label: 'Warum' }],
      rows: schritte.map(({ am, art, nach, grund }) => [
        formatInstant(am),
        schrittLabel[art],
        zustandLabel[nach],
        grund ?? '–',
      ]),
    }),
  );
}
