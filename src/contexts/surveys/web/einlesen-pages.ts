import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  type Upload,
} from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fileField,
  form,
  goodOnlyField,
  type ImportRow,
  importCounts,
  importReview,
  importRowsOf,
  linkButton,
  readImportView,
  refusalNotice,
  textLink,
} from '#ui';
import type { Frage } from '../domain/umfrage.ts';
import { invalidTable } from '../errors.ts';
import { done } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import {
  applyEinlesung,
  beginEinlesung,
  type GeplanteZeile,
  previewEinlesung,
  type Vorschau,
  type Zeilenart,
} from '../use-cases/einlesen.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { feldLabel } from './verwahrt-section.ts';
import { address, asAntwortende } from './wer.ts';

const uploadLimit = 10_000_000;

/** A table of answers: sent, looked at row by row, taken over. */
export function einlesenRoutes(deps: SurveysDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    act: (deps: SurveysDeps, who: Antwortende, request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability: 'surveys.import',
    method,
    path,
    access: { permission: 'surveys.answer' },
    handle: asAntwortende(deps, 'antworten', (who, request) => act(deps, who, request)),
  });
  return [
    route('GET', '/bedarf/:id/einlesen', async (_deps, _who, request) => page(uploadContent(request, null))),
    { ...route('POST', '/bedarf/:id/einlesen', receive), uploadLimit },
    route('GET', '/bedarf/:id/einlesen/:einlesung', (deps, who, request) =>
      preview(deps, who, request, null),
    ),
    route('POST', '/bedarf/:id/einlesen/:einlesung/uebernehmen', apply),
  ];
}

function uploadContent({ params, csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  const id = params.id ?? '';
  return {
    title: 'Antworten aus einer Tabelle einlesen',
    preline: 'Bedarfsabfrage',
    lead: 'CSV oder Excel, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde. Fehlende Spalten bleiben, wie sie sind.',
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: 'Diese Abfrage', href: address(id) },
    ],
    main: html`${refusalNotice(reason)}<p class="kern-body">Die Vorlage sind ${textLink(address(id, 'antworten.xlsx'), 'Ihre Antworten als Excel-Datei')}, ausgefüllt mit allem, was schon bekannt ist.</p>${form(
      { action: address(id, 'einlesen'), csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({ name: 'datei', label: 'Tabelle', accept: '.csv,.txt,.xlsx', error: errorOf(reason?.fields, 'datei') })}${buttonRow(
        button('Änderungen zeigen'),
        linkButton('Abbrechen', address(id), { kind: 'tertiary' }),
      )}`,
    )}`,
  };
}

async function receive(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const wrong = file
    ? infected(file)
    : invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.');
  if (!file || wrong) return refused(request, wrong ?? invalidTable('Die Datei fehlt.'));
  const begun = await beginEinlesung(deps, who, id, { name: file.fileName, bytes: await bytesOf(file) });
  return begun.ok
    ? { kind: 'redirect', to: address(id, `einlesen/${begun.value}`) }
    : refused(request, begun.refusal);
}

function infected({ scanned, fileName }: Upload): Refusal | null {
  return scanned === 'infected'
    ? invalidTable(`In der Datei „${fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`)
    : null;
}

function refused(request: PageRequest, reason: Refusal): PageAnswer {
  const told = reason.fields ? reason : { ...reason, fields: [{ field: 'datei', message: reason.message }] };
  return refusedPage(uploadContent(request, told), told);
}

async function bytesOf(upload: Upload): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of upload.open()) parts.push(part);
  return Buffer.concat(parts);
}

async function preview(
  deps: SurveysDeps,
  who: Antwortende,
  request: PageRequest,
  error: string | null,
): Promise<PageAnswer> {
  const { id = '', einlesung = '' } = request.params;
  const found = await previewEinlesung(deps, who, id, einlesung);
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, found.value, error);
  return error === null ? page(content) : page({ ...content, error: true }, 422);
}

async function apply(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const { id = '', einlesung = '' } = request.params;
  const looked = await previewEinlesung(deps, who, id, einlesung);
  if (!looked.ok) return refusal(looked.refusal);
  const bad = looked.value.zeilen.some(({ art }) => art === 'fehler');
  if (bad && request.form.get(goodOnlyField) !== 'ja')
    return preview(deps, who, request, 'Bitte bestätigen Sie, dass nur die guten Zeilen übernommen werden.');
  const applied = await applyEinlesung(deps, who, id, einlesung);
  return applied.ok ? done(address(id), 'eingelesen') : refusal(applied.refusal);
}

const kindOf: Readonly<Record<Zeilenart, ImportRow['kind']>> = {
  neu: 'added',
  geaendert: 'changed',
  unveraendert: 'unchanged',
  fehler: 'refused',
};

function importRow(
  { zeile, art, name, aenderungen, fehler }: GeplanteZeile,
  fragen: readonly Frage[],
): ImportRow {
  return {
    kind: kindOf[art],
    line: zeile,
    entry: name,
    changes: aenderungen.map(({ feld, vorher, nachher }) => ({
      field: feldLabel(feld, fragen),
      before: vorher,
      after: nachher,
    })),
    problems: fehler,
  };
}

function previewContent(
  request: PageRequest,
  { dateiname, zeilen, bogen }: Vorschau,
  error: string | null,
): PageContent {
  const { id, titel, fragen } = bogen.umfrage;
  const here = address(id, `einlesen/${request.params.einlesung ?? ''}`);
  const all = zeilen.map((zeile) => importRow(zeile, fragen));
  const view = readImportView(request.query);
  const shown = importRowsOf(all, view);
  return {
    title: 'Was sich ändern würde',
    preline: dateiname,
    wide: true,
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: titel, href: address(id) },
    ],
    main: importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Zeile', 'Zeilen'],
      form: { action: `${here}/uebernehmen`, csrfToken: request.csrfToken, label: 'Antworten übernehmen' },
      cancelHref: address(id),
      error: error ?? undefined,
    }),
  };
}
