import { html } from 'hono/html';
import { formatLocalDate, localDate } from '#kernel';
import { alert, descriptionList, formatInstant, formatNumber, section, table, textLink } from '#ui';
import type { AnswerRow, AnswerSection, Antrag } from '../domain/antrag.ts';
import { applicantActor, type Eintrag } from '../domain/eintrag.ts';
import { istOffen } from '../domain/zustand.ts';
import { eintragLabel, ergebnisLabel, origin } from '../messages.ts';
import type { EingangDetail } from '../use-cases/read.ts';
import { scanState } from './scan-state.ts';
import { words } from './words.ts';
import { zustandBadge } from './zustand-badge.ts';

/** Where the case stands: what is in clear. */
export function standPart({ eingang, leistung, stelle, names, inhalt }: EingangDetail) {
  const { bearbeiter, eingegangenAm, geaendertAm, loeschenAm, zustand } = eingang;
  return html`${descriptionList([
    ['Zustand', zustandBadge(zustand)],
    ['Leistung', leistung],
    ['Leistungsschlüssel', inhalt.antrag.leistungen.map(({ leika }) => leika).join(', ')],
    ['Stelle', stelle],
    ['Bearbeitet von', bearbeiter === null ? 'noch niemandem' : names(bearbeiter)],
    ['Eingegangen', formatInstant(eingegangenAm)],
    ['Zuletzt geändert', formatInstant(geaendertAm)],
    ['Wird gelöscht am', loeschenAm === null ? null : formatLocalDate(loeschenAm)],
  ])}${zustand === 'entschieden' ? alert({ kind: 'info', title: 'Der Bescheid kommt per Post.' }) : ''}`;
}

/** The answers, each with where it comes from. */
export function answersPart({ inhalt: { antrag } }: EingangDetail) {
  return section('Antrag', html`${antrag.dokument.sections.map(answerSection)}${feePart(antrag)}`);
}

function answerSection({ title, rows, parts }: AnswerSection) {
  return html`<h3 class="kern-heading-small">${title}</h3>${answerList(rows)}
    ${parts.map((part) => html`<h4 class="kern-title kern-title--small">${part.title}</h4>${answerList(part.rows)}`)}`;
}

function answerList(rows: readonly AnswerRow[]) {
  if (rows.length === 0) return '';
  return descriptionList(
    rows.map(({ question, answer, origin: from, previous }) => [
      question,
      html`${words(answer)}${previous === undefined ? '' : html`<span class="kern-body">bisher: ${previous}</span><br>`}<span class="kern-body kern-body--small kern-body--muted">${from ?? origin.applicant}</span>`,
    ]),
  );
}

const euro = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

function feePart({ gebuehr }: Antrag) {
  if (!gebuehr?.lines.length) return '';
  return html`<h3 class="kern-heading-small">Gebühr, berechnet</h3>${descriptionList([
    ...gebuehr.lines.map(
      ({ label, cents, period }) =>
        [
          label,
          `${cents === null ? 'steht noch nicht fest' : euro.format(cents / 100)}${period === 'yearly' ? ' im Jahr' : ''}`,
        ] as const,
    ),
    ['Zahlung', 'nach Bescheid'],
  ])}`;
}

/** The files that came with the Antrag. */
export function attachmentsPart(
  { eingang, inhalt: { anlagen }, pruefungen }: EingangDetail,
  scanning: boolean,
) {
  if (anlagen.length === 0) return '';
  const rows = anlagen.map(({ id, name, mimeType, bytes, scanned }) => [
    textLink(`/eingang/${eingang.nummer}/anlagen/${id}`, name),
    mimeType,
    `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`,
    scanState(pruefungen.get(id), scanned, scanning),
  ]);
  const hint = scanning
    ? 'Jede Datei wird vor dem Herunterladen auf Schadsoftware geprüft.'
    : 'Auf Schadsoftware prüft hier niemand. Öffnen Sie nicht geprüfte Dateien nur auf einem geschützten Rechner.';
  return section(
    'Anlagen',
    table({
      caption: 'Anlagen',
      captionHidden: true,
      columns: [
        { label: 'Datei', width: 'wide' },
        { label: 'Art' },
        { label: 'Größe' },
        { label: 'Prüfung' },
      ],
      rows,
    }),
    { lead: hint },
  );
}

/** Questions to the applicant, and what came back. */
export function messagesPart({ verlauf, eingang, names }: EingangDetail) {
  const messages = verlauf.filter(
    ({ art }) => art === 'rueckfrage' || art === 'nachricht' || art === 'kontakt' || art === 'nachgereicht',
  );
  if (messages.length === 0) return '';
  const late =
    eingang.abgeschlossenAm !== null &&
    !istOffen(eingang.zustand) &&
    messages.some(({ wer, am }) => wer === applicantActor && am > (eingang.abgeschlossenAm ?? am));
  const notice = late
    ? alert({
        kind: 'warning',
        title:
          'Nach dem Ende des Vorgangs ist noch etwas eingegangen. Bitte sehen Sie nach, ob etwas zu tun ist.',
      })
    : '';
  return section('Nachrichten', html`${notice}${descriptionList(messages.map((one) => line(one, names)))}`);
}

/** Everything that happened, oldest first. */
export function historyPart({ verlauf, names }: EingangDetail) {
  return section('Verlauf', descriptionList(verlauf.map((eintrag) => line(eintrag, names))));
}

function line(eintrag: Eintrag, names: EingangDetail['names']) {
  const head = `${formatInstant(eintrag.am)}, ${eintragLabel[eintrag.art]}`;
  return [
    head,
    html`${whatOf(eintrag, names)}<span class="kern-body kern-body--small kern-body--muted">${names(eintrag.wer)}</span>`,
  ] as const;
}

function whatOf(eintrag: Eintrag, names: EingangDetail['names']) {
  switch (eintrag.art) {
    case 'eingegangen':
    case 'uebernommen':
    case 'nachforderung-zurueckgenommen':
      return '';
    case 'abgegeben':
      return words(`an ${names(eintrag.an)}`);
    case 'entschieden':
      return words([ergebnisLabel[eintrag.ergebnis], eintrag.text].filter(Boolean).join('\n'));
    case 'nachgefordert':
      return words(`bis ${formatLocalDate(localDate(eintrag.frist))}\n${eintrag.text}`);
    case 'nachgereicht':
      return words(`${eintrag.verspaetet ? 'nach der Frist\n' : ''}${eintrag.text}`);
    case 'zugeleitet':
      return words(`von ${eintrag.von} an ${eintrag.an}\n${eintrag.text}`);
    case 'weitergeleitet':
      return words(`an ${eintrag.an}\n${eintrag.text}`);
    default:
      return words(eintrag.text);
  }
}
