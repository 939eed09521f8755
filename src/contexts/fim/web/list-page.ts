import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import {
  answerList,
  buttonRow,
  distinctOptions,
  emptyState,
  formatNumber,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  statTiles,
  textLink,
} from '#ui';
import { freigabeOf } from '../domain/schemafassung.ts';
import type { FimDeps } from '../fim-deps.ts';
import type { Author } from '../use-cases/author.ts';
import { readSchemas, type Schemazeile } from '../use-cases/read-schema.ts';
import { address, authorRoute, flashOf, schemaHref } from './route.ts';

/** The list of schemas as page, CSV and XLSX, all with the same rows. */
export function listRoutes(deps: FimDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    authorRoute('fim.list', 'GET', ending, (author, request) => answer(deps, author, request)),
  );
}

const schemaliste: ListDefinition<Schemazeile> = {
  id: 'fim',
  defaultSort: { key: 'bezeichnung', descending: false },
  search: ({ fassung }) => `${fassung.id} ${fassung.bezeichnung} ${fassung.name} ${fassung.bezug.join(' ')}`,
  columns: [
    {
      key: 'bezeichnung',
      label: 'Datenschema',
      sortable: true,
      width: 'wide',
      value: ({ fassung }) => fassung.bezeichnung,
      cell: ({ fassung }) => textLink(schemaHref(fassung), fassung.bezeichnung),
    },
    { key: 'kennung', label: 'Kennung', sortable: true, width: 'narrow', value: ({ fassung }) => fassung.id },
    { key: 'version', label: 'Version', sortable: true, value: ({ fassung }) => fassung.version },
    {
      key: 'freigabe',
      label: 'Freigabe',
      sortable: true,
      value: ({ fassung }) => freigabeOf(fassung.freigabestatus),
    },
    zahl('felder', 'Felder', ({ fassung }) => fassung.kennzahlen.felder),
    zahl('gruppen', 'Gruppen', ({ fassung }) => fassung.kennzahlen.gruppen),
    zahl('regeln', 'Regeln', ({ fassung }) => fassung.kennzahlen.regeln),
    zahl('offen', 'Offene Arbeitspunkte', ({ offen }) => offen),
    {
      key: 'codelisten',
      label: 'Codelisten',
      kind: 'number',
      exportOnly: true,
      value: ({ fassung }) => fassung.kennzahlen.codelisten,
    },
    {
      key: 'luecken',
      label: 'Lücken',
      kind: 'number',
      exportOnly: true,
      value: ({ fassung }) => fassung.kennzahlen.luecken,
    },
    {
      key: 'bezug',
      label: 'Handlungsgrundlagen',
      exportOnly: true,
      value: ({ fassung }) => fassung.bezug.join('; '),
    },
    { key: 'quelle', label: 'Quelle', exportOnly: true, value: ({ fassung }) => fassung.quelle },
    { key: 'lizenz', label: 'Lizenz', exportOnly: true, value: ({ fassung }) => fassung.lizenz },
    { key: 'sha256', label: 'Prüfsumme SHA-256', exportOnly: true, value: ({ fassung }) => fassung.sha256 },
    {
      key: 'eingelesen',
      label: 'Eingelesen am',
      kind: 'date',
      exportOnly: true,
      value: ({ fassung }) => fassung.eingelesenAm.toISOString().slice(0, 10),
    },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Arbeit',
      options: [
        { value: 'offen', label: 'Etwas offen' },
        { value: 'fertig', label: 'Nichts offen' },
      ],
      values: ({ offen }) => (offen > 0 ? 'offen' : 'fertig'),
    },
    {
      key: 'freigabestatus',
      label: 'Freigabe',
      options: distinctOptions(({ fassung }: Schemazeile) => freigabeOf(fassung.freigabestatus)),
      values: ({ fassung }) => freigabeOf(fassung.freigabestatus),
    },
  ],
};

function zahl(key: string, label: string, value: (zeile: Schemazeile) => number) {
  return { key, label, kind: 'number' as const, sortable: true, value };
}

async function answer(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const zeilen = await readSchemas(deps, author);
  const today = deps.clock.today();
  const answered = await answerList(deps, { definition: schemaliste, rows: zeilen }, request, {
    fileName: `fim-datenschemata-${today}`,
    title: 'FIM-Datenschemata',
    source: 'Eingelesene Dateien, jede mit Quelle und Lizenz',
    state: `Stand ${formatLocalDate(today)}`,
  });
  if (answered.kind !== 'list') return answered;
  const offen = zeilen.reduce((sum, zeile) => sum + zeile.offen, 0);
  return page({
    title: 'FIM-Datenschemata',
    lead: 'Aus einem freigegebenen Datenschema wird ein Formular. Was ein Formular nicht tragen kann, steht im Bericht; was ein Mensch prüfen muss, haken Sie hier ab.',
    wide: true,
    ...flashOf(request),
    main: html`<div class="lw-stack">${
      zeilen.length === 0
        ? ''
        : html`${statTiles([
            { label: 'Schemata', value: formatNumber(zeilen.length) },
            {
              label: 'Offene Arbeitspunkte',
              value: formatNumber(offen),
              href: `${address}?stand=offen#liste`,
            },
          ])}${buttonRow(linkButton('Datenschema einlesen', `${address}/einlesen`), linkButton('Codelisten', `${address}/codelisten`, { kind: 'secondary' }))}`
    }${listPage(schemaliste, answered.result, {
      action: address,
      caption: 'FIM-Datenschemata',
      problems: answered.problems,
      noun: ['Schema', 'Schemata'],
      emptyState: emptyState({
        title: 'Noch kein Datenschema',
        body: 'Laden Sie im FIM-Portal ein Datenschema als XDatenfelder (XML) herunter und lesen Sie es hier ein. Sie sehen erst, was daraus wird.',
        action: linkButton('Erstes Datenschema einlesen', `${address}/einlesen`),
      }),
    })}</div>`,
  });
}
