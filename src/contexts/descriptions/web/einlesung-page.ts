import { html } from 'hono/html';
import { formatBytes, type Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  descriptionList,
  form,
  formatInstant,
  formatNumber,
  type Html,
  progress,
  section,
  table,
} from '#ui';
import { type Einlesung, endetOhneFrage, endsTooMuch, hinweisLabel } from '../domain/einlesung.ts';
import { flashOf } from './answers.ts';
import { bilanzPart } from './bilanz-part.ts';
import { paths } from './paths.ts';
import { stateBadge } from './xzufi-page.ts';

/** One reading: its progress, then what it would change and the decision about it. */
export function einlesungContent(
  request: PageRequest,
  einlesung: Einlesung,
  reason: Refusal | null = null,
): PageContent {
  const { nummer, zustand } = einlesung;
  return {
    title: `Lieferung Nr. ${nummer}`,
    preline: `Quelle ${einlesung.quelle}`,
    breadcrumb: [{ label: 'XZuFi', href: paths.xzufi }],
    ...flashOf(request),
    ...(zustand === 'liest' ? { refreshSeconds: 2 } : {}),
    main: html`${reason ? alert({ kind: 'danger', title: reason.message, live: true }) : ''}
      ${facts(einlesung)}${zustand === 'liest' ? running(request, einlesung) : ''}${refusedPart(einlesung)}
      ${einlesung.bilanz ? bilanzPart(einlesung.bilanz) : ''}
      ${zustand === 'geprueft' ? decision(request, einlesung) : ''}${hintsPart(einlesung)}`,
    nextSteps: [{ label: 'Alle Lieferungen', href: paths.xzufi }],
  };
}

function facts(einlesung: Einlesung): Html {
  return descriptionList([
    ['Stand', stateBadge(einlesung)],
    ['Datei', `${einlesung.dateiname}, ${formatBytes(einlesung.bytes)}`],
    ['Fassung', einlesung.fassung === null ? null : `XZuFi ${einlesung.fassung}`],
    ['Umfang', einlesung.umfang === 'vollstaendig' ? 'Alles aus dieser Quelle' : 'Nur Änderungen'],
    ['Begonnen', formatInstant(einlesung.angelegtAm)],
  ]);
}

function running({ csrfToken }: PageRequest, einlesung: Einlesung): Html {
  const base = paths.einlesung(einlesung.nummer);
  return html`${progress({
    label: 'Die Datei wird gelesen',
    value: einlesung.gelesenBytes,
    max: Math.max(1, einlesung.bytes),
    text: progressText(einlesung),
    pollUrl: `${base}/stand`,
    cancel: { action: `${base}/verwerfen`, csrfToken },
  })}${form(
    { action: `${base}/weiter`, csrfToken, label: 'Weiterlesen' },
    html`<p class="kern-hint lw-measure">Steht die Anzeige lange still, lesen Sie weiter. Es geht dort weiter, wo es aufgehört hat.</p>
      ${buttonRow(button('Weiterlesen', { kind: 'tertiary' }))}`,
  )}`;
}

export function progressText({ gelesen, gelesenBytes, bytes }: Einlesung): string {
  return `${formatNumber(gelesen)} Objekte, ${formatBytes(gelesenBytes)} von ${formatBytes(bytes)}`;
}

function refusedPart({ grund }: Einlesung): Html | '' {
  if (grund === null) return '';
  return alert({
    kind: 'danger',
    title: 'Diese Lieferung ist fehlerhaft. Der Bestand ist unverändert.',
    body: grund.message,
  });
}

function decision({ csrfToken }: PageRequest, einlesung: Einlesung): Html {
  const base = paths.einlesung(einlesung.nummer);
  const much = einlesung.bilanz !== null && endsTooMuch(einlesung.bilanz);
  const confirm = much
    ? html`${alert({
        kind: 'warning',
        title: `Mehr als ${endetOhneFrage} von hundert Objekten würden enden`,
        body: 'Das kann richtig sein. Es kann aber auch heißen, dass die Lieferung unvollständig ist.',
      })}${checkboxField({
        name: 'enden',
        label: `Ja, ${formatNumber(einlesung.bilanz?.endet ?? 0)} Objekte sollen enden`,
      })}`
    : '';
  return section(
    'Entscheiden',
    html`${form(
      { action: `${base}/uebernehmen`, csrfToken, label: 'Lieferung übernehmen' },
      html`${confirm}${buttonRow(button('Lieferung übernehmen'))}`,
    )}${form(
      { action: `${base}/verwerfen`, csrfToken, label: 'Lieferung verwerfen' },
      buttonRow(button('Verwerfen', { kind: 'secondary' })),
    )}`,
  );
}

function hintsPart({ hinweise }: Einlesung): Html | '' {
  if (hinweise.length === 0) return '';
  return section(
    'Hinweise',
    table({
      caption: 'Hinweise',
      captionHidden: true,
      columns: [
        { label: 'Was' },
        { label: 'Bedeutung' },
        { label: 'Wie oft', numeric: true },
        { label: 'Zuerst in Zeile', numeric: true },
      ],
      rows: hinweise.map(({ art, was, anzahl, zeile }) => [
        was,
        hinweisLabel[art] ?? art,
        formatNumber(anzahl),
        formatNumber(zeile),
      ]),
    }),
  );
}
