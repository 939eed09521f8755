import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  atFile,
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusedPage,
  sentFile,
} from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fileField,
  form,
  formatInstant,
  formatNumber,
  type Html,
  inputField,
  refusalNotice,
  section,
  table,
} from '#ui';
import { noFile } from '../errors.ts';
import type { FimDeps } from '../fim-deps.ts';
import type { Author } from '../use-cases/author.ts';
import { type Codelistenstand, leseCodeliste, readCodelistenstand } from '../use-cases/codelisten.ts';
import { address, authorRoute, done, flashOf } from './route.ts';

const here = `${address}/codelisten`;

/** Code lists that stand outside of schemas. */
export function codelistenRoutes(deps: FimDeps): readonly PageRoute[] {
  return [
    authorRoute('fim.lists', 'GET', '/codelisten', async (author, request) =>
      page(content(request, await readCodelistenstand(deps, author), null)),
    ),
    {
      ...authorRoute('fim.lists.import', 'POST', '/codelisten', (author, request) =>
        receive(deps, author, request),
      ),
      uploadLimit: 5_000_000,
    },
  ];
}

async function receive(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const refused = async (reason: Refusal) =>
    refusedPage(content(request, await readCodelistenstand(deps, author), reason), reason);
  const file = await sentFile(request, noFile('Bitte wählen Sie eine Tabelle aus (CSV oder Excel).'));
  if (!file.ok) return refused(file.refusal);
  const read = await leseCodeliste(deps, author, {
    bytes: file.value.bytes,
    urn: formField(request.form, 'urn'),
    version: formField(request.form, 'version'),
    titel: formField(request.form, 'titel'),
    quelle: formField(request.form, 'quelle'),
    lizenz: formField(request.form, 'lizenz'),
  });
  if (read.ok) return done(here, 'liste');
  return refused(atFile(read.refusal));
}

function content(
  request: PageRequest,
  { gehalten, fehlend }: Codelistenstand,
  reason: Refusal | null,
): PageContent {
  return {
    title: 'Codelisten',
    preline: 'FIM-Datenschemata',
    lead: 'Manche Schemata nennen eine Liste, die nicht in ihrer Datei steht. Lesen Sie sie hier ein; danach bietet das Formular ihre Einträge zur Wahl an.',
    wide: true,
    ...flashOf(request),
    breadcrumb: [{ label: 'FIM-Datenschemata', href: address }, { label: 'Codelisten' }],
    main: html`${refusalNotice(reason)}${section('Listen, die noch fehlen', missingTable(fehlend))}${section('Eingelesene Listen', heldTable(gehalten))}${section('Codeliste einlesen', uploadForm(request, reason))}`,
  };
}

function missingTable(fehlend: Codelistenstand['fehlend']): Html {
  return table({
    caption: 'Fehlende Codelisten',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Kennung', width: 'wide' }, { label: 'Schemata' }],
    rows: fehlend.map(({ urn, schemata }) => [
      html`<span class="lw-long-address">${urn}</span>`,
      schemata.join(', '),
    ]),
    empty: html`<p class="kern-body">Keine.</p>`,
  });
}

function heldTable(gehalten: Codelistenstand['gehalten']): Html {
  return table({
    caption: 'Eingelesene Codelisten',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Titel' },
      { label: 'Kennung', width: 'wide' },
      { label: 'Version' },
      { label: 'Einträge', numeric: true },
      { label: 'Quelle und Lizenz' },
      { label: 'Eingelesen' },
    ],
    rows: gehalten.map(({ titel, urn, version, anzahl, quelle, lizenz, eingelesenAm }) => [
      titel,
      html`<span class="lw-long-address">${urn}</span>`,
      version,
      formatNumber(anzahl),
      html`<span class="lw-long-address">${quelle}</span>, ${lizenz}`,
      formatInstant(eingelesenAm),
    ]),
    empty: html`<p class="kern-body">Noch keine.</p>`,
  });
}

const fields = [
  ['urn', 'Kennung', 'So wie das Schema sie nennt.'],
  ['version', 'Version', 'Leer, wenn die Liste keine hat.'],
  ['titel', 'Titel', ''],
  ['quelle', 'Quelle', 'Die Adresse, von der Sie die Liste haben.'],
  ['lizenz', 'Lizenz', 'Zum Beispiel „keine Angabe“.'],
] as const;

function uploadForm({ csrfToken, form: sent }: PageRequest, reason: Refusal | null): Html {
  return form(
    { action: here, csrfToken, multipart: true, label: 'Codeliste einlesen' },
    html`${fileField({
      name: 'datei',
      label: 'Tabelle',
      hint: 'CSV oder Excel mit den Spalten „Code“ und „Name“, dazu wenn nötig „Hilfe“.',
      accept: '.csv,.xlsx',
      error: errorOf(reason?.fields, 'datei'),
    })}${fields.map(([name, label, hint]) =>
      inputField({
        name,
        label,
        value: formField(sent, name),
        error: errorOf(reason?.fields, name),
        ...(hint === '' ? {} : { hint }),
      }),
    )}${buttonRow(button('Codeliste einlesen'))}`,
  );
}
