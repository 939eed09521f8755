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
  statTiles,
  table,
} from '#ui';
import {
  type Bilanz,
  type Einlesung,
  endetOhneFrage,
  endsTooMuch,
  hinweisLabel,
} from '../domain/einlesung.ts';
import { flashOf } from './answers.ts';
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

function bilanzPart(bilanz: Bilanz): Html {
  const tiles = [
    { label: 'Neu', value: formatNumber(bilanz.neu) },
    { label: 'Geändert', value: formatNumber(bilanz.geaendert) },
    { label: 'Unverändert', value: formatNumber(bilanz.gleich) },
    {
      label: 'Enden',
      value: formatNumber(bilanz.endet),
      note: `von ${formatNumber(bilanz.bestand)} im Bestand`,
    },
    ...(bilanz.aelter > 0
      ? [
          {
            label: 'Älter als der Bestand',
            value: formatNumber(bilanz.aelter),
            note: 'bleiben unberücksichtigt',
          },
        ]
      : []),
    ...(bilanz.unbekannt > 0
      ? [{ label: 'Zu löschen, nicht vorhanden', value: formatNumber(bilanz.unbekannt) }]
      : []),
  ];
  return section(
    'Was sich ändert',
    html`${statTiles(tiles)}${examples('Neu', bilanz.beispiele.neu, bilanz.neu)}
      ${examples('Geändert', bilanz.beispiele.geaendert, bilanz.geaendert)}
      ${examples('Enden', bilanz.beispiele.endet, bilanz.endet)}`,
  );
}

function examples(label: string, names: readonly string[], count: number): Html | '' {
  if (names.length === 0) return '';
  const more = count > names.length ? html`<li>… und ${formatNumber(count - names.length)} weitere</li>` : '';
  return html`<h3 class="kern-heading-small">${label}</h3>
    <ul class="kern-list kern-list--bullet">${names.map((name) => html`<li>${name}</li>`)}${more}</ul>`;
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
