import { html } from 'hono/html';
import { distinctOptions, evidenceBadge, type ListDefinition, textLink, verdictBadge } from '#ui';
import { herkunftText, regelungZweifel } from '../domain/herkunft.ts';
import { verdictWords } from '../domain/verdict.ts';
import { type DutyListRow, gradeLabel, type ListedLeistung } from './duty-rows.ts';

const ohneOzg = 'ohne OZG-Leistung';

/** The duty list of one body: what it shows, by what it filters and sorts, what it exports. */
export function dutyListDefinition(
  ags: string,
  date: string,
  folded: (row: ListedLeistung) => string,
): ListDefinition<DutyListRow> {
  const chainAddress = (row: DutyListRow) => `/kommunen/${ags}/pflichten/${row.leistung.id}?datum=${date}`;
  return {
    id: `pflichten-${ags}`,
    keeps: ['datum'],
    // No column has this key: the rows stay as they come, one's own duties first.
    defaultSort: { key: 'eigene-zuerst', descending: false },
    search: searchText,
    folded,
    columns: [
      {
        key: 'name',
        label: 'Leistung',
        value: (row) => row.leistung.name,
        cell: (row) =>
          html`${textLink(chainAddress(row), row.leistung.name)}<p class="kern-body kern-body--small kern-body--muted">${row.ozgName ?? ohneOzg}</p>`,
        sortable: true,
        width: 'wide',
      },
      {
        key: 'katalog',
        label: 'Reihenfolge im Katalog',
        kind: 'number',
        value: (row) => row.position,
        sortable: true,
        exportOnly: true,
      },
      {
        key: 'regelung',
        label: 'Regelung',
        value: (row) => row.regelung,
        sortable: true,
        width: 'narrow',
      },
      {
        key: 'ergebnis',
        label: 'Vollzug: Wer ist zuständig?',
        value: (row) => row.verdict,
        cell: verdictCell,
        sortable: true,
      },
      {
        key: 'stelle',
        label: 'Stelle',
        value: (row) => row.stelle?.name ?? null,
        sortable: true,
        exportOnly: true,
      },
      {
        key: 'zweifel',
        label: 'Zweifel an der Regelung',
        value: (row) => row.herkunft && regelungZweifel(row.regelung, row.herkunft),
        exportOnly: true,
      },
      {
        key: 'herkunft',
        label: 'Herkunft der Regel',
        value: (row) => row.herkunft && herkunftText(row.herkunft, row.leistung.ozgId),
        exportOnly: true,
      },
      { key: 'grund', label: 'Warum offen?', value: (row) => row.open?.text ?? null, exportOnly: true },
      {
        key: 'beleg',
        label: 'Beleg',
        value: (row) => gradeLabel(row.grade),
        cell: (row) => (row.grade ? evidenceBadge(row.grade) : (row.open?.label ?? '')),
        sortable: true,
      },
      {
        key: 'gemeinden',
        label: 'Handelt für Gemeinden',
        kind: 'number',
        value: (row) => row.handeltFuer,
        sortable: true,
        exportOnly: true,
      },
      {
        key: 'leika',
        label: 'LeiKa-Schlüssel',
        value: (row) => row.leistung.leika,
        sortable: true,
        exportOnly: true,
      },
      { key: 'id', label: 'Nummer', value: (row) => row.leistung.id, exportOnly: true },
      {
        key: 'ozg',
        label: 'OZG-Nummer',
        kind: 'number',
        value: (row) => row.leistung.ozgId,
        exportOnly: true,
      },
      { key: 'ozgname', label: 'OZG-Leistung', value: (row) => row.ozgName ?? ohneOzg, exportOnly: true },
      { key: 'lage', label: 'Lage', value: (row) => row.lage, exportOnly: true },
      { key: 'feld', label: 'Themenfeld', value: (row) => row.themenfeld, exportOnly: true },
      { key: 'typ', label: 'Typisierung', value: (row) => row.leistung.typ, exportOnly: true },
    ],
    filters: [
      {
        key: 'urteil',
        label: 'Zuständig',
        options: verdictWords.map((word) => ({ value: word, label: word })),
        values: (row) => row.verdict,
      },
      {
        key: 'offen',
        label: 'Warum offen',
        options: distinctOptions((row: DutyListRow) => row.open?.label ?? null),
        values: (row) => row.open?.label ?? null,
      },
      {
        key: 'belegt',
        label: 'Beleg',
        options: distinctOptions((row: DutyListRow) => gradeLabel(row.grade)),
        values: (row) => gradeLabel(row.grade),
      },
      {
        key: 'stelle',
        label: 'Stelle',
        options: distinctOptions((row: DutyListRow) => row.stelle?.name ?? null),
        values: (row) => row.stelle?.name ?? null,
      },
      {
        key: 'themenfeld',
        label: 'Themenfeld',
        options: distinctOptions((row: DutyListRow) => row.themenfeld),
        values: (row) => row.themenfeld,
      },
      {
        key: 'regelung',
        label: 'Regelung',
        options: distinctOptions((row: DutyListRow) => row.regelung ?? 'nicht belegt'),
        values: (row) => row.regelung ?? 'nicht belegt',
      },
      {
        key: 'typ',
        label: 'Typisierung',
        options: distinctOptions((row: DutyListRow) => row.leistung.typ ?? 'ohne'),
        values: (row) => row.leistung.typ ?? 'ohne',
      },
    ],
  };
}

/** What a search in the list looks through. */
export function searchText({ leistung, ozgName }: ListedLeistung): string {
  return `${leistung.name} ${ozgName ?? ''} ${leistung.leika ?? ''} ${leistung.ozgId ?? ''} ${leistung.id}`;
}

function verdictCell(row: DutyListRow) {
  const other =
    row.stelle !== null && row.verdict !== 'selbst' && row.verdict !== 'Bund' ? row.stelle.name : undefined;
  const detail = other === undefined ? '' : html`<p class="kern-body kern-body--small">${other}</p>`;
  const acts =
    row.handeltFuer === null
      ? ''
      : html`<p class="kern-body kern-body--small">für ${row.handeltFuer} ${row.handeltFuer === 1 ? 'Gemeinde' : 'Gemeinden'}</p>`;
  return html`${verdictBadge(row.verdict)}${detail}${acts}`;
}
