import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import { type PageAnswer, type PageContent, type PageRequest, page, refusal, refusedPage } from '#platform';
import {
  badge,
  button,
  buttonRow,
  errorOf,
  fileField,
  form,
  formatInstant,
  linkButton,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import type { FieldsDeps } from '../deps.ts';
import { type Feld, giltAm } from '../domain/feld.ts';
import { herkunftLabel, typLabel } from '../messages.ts';
import type { FassungRow } from '../store.ts';
import { type Leser, readerOf } from '../use-cases/person.ts';
import { darfFeldAendern, type Felderstand, readHistory, readKind } from '../use-cases/read-fields.ts';
import { flashOf } from './answers.ts';
import { leadOf } from './kinds-page.ts';

/** The fields of one kind, in the order of its forms. */
export async function showKind(
  deps: FieldsDeps,
  request: PageRequest,
  reason: Refusal | null = null,
): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const stand = await readKind(deps, reader.value, request.params.art ?? '');
  if (!stand.ok) return refusal(stand.refusal);
  const { kind, felder } = stand.value;
  const history = await readHistory(deps, reader.value, kind.art);
  const content: PageContent = {
    title: `Felder: ${kind.label}`,
    lead: leadOf(reader.value),
    wide: true,
    breadcrumb: [{ label: 'Felder', href: '/felder' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${actions(reader.value, kind.art)}${section(
      'Alle Felder',
      fieldTable(reader.value, stand.value, deps.clock.today()),
    )}${felder.some((feld) => !giltAm(feld, deps.clock.today())) ? endedNote : ''}${transfer(reader.value, stand.value, request.csrfToken, reason)}${historyOf(history)}`,
    nextSteps: [
      { label: 'Formular ansehen und Vollständigkeit ausprobieren', href: `/felder/${kind.art}/vorschau` },
    ],
  };
  return reason ? refusedPage(content, reason) : page(content);
}

const endedNote = html`<p class="kern-body kern-body--small">Beendete Felder werden nicht mehr erfasst. Was dort steht, bleibt erhalten und ist weiter zu lesen.</p>`;

function actions({ darfAendern }: Leser, art: string) {
  return html`<p>${darfAendern ? linkButton('Feld ergänzen', `/felder/${art}/neu`) : ''} ${linkButton('Vorschau', `/felder/${art}/vorschau`, { kind: 'secondary' })}</p>`;
}

function fieldTable(reader: Leser, { kind, felder, eigene }: Felderstand, today: LocalDate) {
  return table({
    caption: `Felder von ${kind.label}`,
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Beschriftung', width: 'wide' },
      { label: 'Art' },
      { label: 'Pflichtfeld' },
      { label: 'Zählt für die Vollständigkeit' },
      { label: 'Herkunft' },
      { label: 'Gültig' },
    ],
    rows: felder.map((feld) => [
      darfFeldAendern(reader, feld, eigene)
        ? html`${textLink(`/felder/${kind.art}/feld/${feld.key}`, feld.label)}${tooltipOf(feld)}`
        : html`${feld.label}${tooltipOf(feld)}`,
      typLabel[feld.typ],
      feld.pflicht ? badge('info', 'Pflicht', null) : 'nein',
      countsText(feld),
      herkunftLabel[feld.herkunft],
      validityText(feld, today),
    ]),
  });
}

function tooltipOf({ tooltip }: Feld) {
  return tooltip === '' ? '' : html`<p class="kern-body kern-body--small kern-body--muted">${tooltip}</p>`;
}

function countsText({ zaehlt, gruppe }: Feld): string {
  if (!zaehlt) return 'nein';
  return gruppe === null ? 'ja' : `ja, eines der Gruppe „${gruppe}“ genügt`;
}

function validityText(feld: Feld, today: LocalDate) {
  const { gueltigVon, gueltigBis } = feld;
  if (gueltigVon === null && gueltigBis === null) return 'immer';
  const from = gueltigVon === null ? '' : `ab ${formatLocalDate(gueltigVon)}`;
  const to = gueltigBis === null ? '' : `bis ${formatLocalDate(gueltigBis)}`;
  const days = [from, to].filter(Boolean).join(' ');
  return giltAm(feld, today) ? days : html`${badge('neutral', 'gilt heute nicht')} ${days}`;
}

function transfer(
  { darfAendern }: Leser,
  { kind, eigene }: Felderstand,
  csrfToken: string,
  reason: Refusal | null,
) {
  const download = html`<p><a class="kern-link" download href="/felder/${kind.art}/definition">Definition als Datei herunterladen (JSON)</a></p>`;
  if (!darfAendern) return section('Übertragen', download);
  const hidden = { grundlage: String(eigene?.fassung ?? 0) };
  return section(
    'Übertragen',
    html`${download}${form(
      {
        action: `/felder/${kind.art}/definition`,
        csrfToken,
        multipart: true,
        label: 'Definition einlesen',
        hidden,
      },
      html`${fileField({
        name: 'datei',
        label: 'Definition einlesen',
        hint: 'Eine Datei, die hier heruntergeladen wurde. Eigene Felder, die nicht darin stehen, bleiben.',
        accept: '.json',
        error: errorOf(reason?.fields, 'datei'),
      })}${buttonRow(button('Einlesen', { kind: 'secondary' }))}`,
    )}`,
  );
}

function historyOf(history: readonly FassungRow[]) {
  if (history.length === 0) return '';
  return section(
    'Verlauf',
    table({
      caption: 'Frühere Fassungen Ihrer Definition',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Fassung' },
        { label: 'Geändert' },
        { label: 'Felder, zu denen etwas gesagt ist', numeric: true },
      ],
      rows: history
        .slice(0, 50)
        .map(({ fassung, erfasstAm, felder }) => [String(fassung), formatInstant(erfasstAm), felder]),
    }),
    { lead: 'Wer was geändert hat, steht in der Prüfspur.' },
  );
}
