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
  sentFile,
} from '#platform';
import { button, buttonRow, fileField, form, refusalNotice, textareaField } from '#ui';
import { ohneKopf, spaltenLabel } from '../domain/tabellen-spalten.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { editorOf } from '../use-cases/editor.ts';
import { beginEinlesen, sammelOfTabelle } from '../use-cases/einlesen.ts';
import { readEingefuegt } from '../use-cases/read-tabelle.ts';
import { backToStand, sammelAddress } from './sammel-address.ts';

const access = { permission: 'compass.stand.edit' } as const;
const uploadLimit = 25_000_000;
const breadcrumb = [{ label: 'Umsetzungsstand', href: '/stand' }];

/** A file or pasted rows become a bulk change with its preview. */
export function einlesenRoutes(deps: CompassDeps): readonly PageRoute[] {
  const route = { capability: 'compass.import', access } as const;
  return [
    {
      ...route,
      method: 'GET',
      path: '/stand/einlesen',
      handle: async (request) => page(uploadPage(request)),
    },
    {
      ...route,
      method: 'POST',
      path: '/stand/einlesen',
      uploadLimit,
      admitUpload: ({ principal }) => editorOf(deps, principal),
      handle: (request) => receiveFile(deps, request),
    },
    {
      ...route,
      method: 'GET',
      path: '/stand/einfuegen',
      handle: async (request) => page(pastePage(request)),
    },
    { ...route, method: 'POST', path: '/stand/einfuegen', handle: (request) => receivePaste(deps, request) },
  ];
}

async function receiveFile(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const file = await sentFile(request, noFile);
  if (!file.ok) return refusedPage(uploadPage(request, file.refusal), file.refusal);
  const { name: fileName, bytes } = file.value;
  const id = await beginEinlesen(deps, editor.value, { fileName, bytes });
  return { kind: 'redirect', to: `${sammelAddress}/${id}` };
}

async function receivePaste(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const gelesen = readEingefuegt(request.form.get('zeilen') ?? '');
  if (!gelesen.ok) {
    const reason = pasteEmpty;
    return refusedPage(pastePage(request, reason), reason);
  }
  const count = gelesen.value.tabelle.zeilen.length;
  const art = { art: 'einfuegen', titel: `Eingefügt: ${count} Zeilen` } as const;
  const id = await sammelOfTabelle(deps, editor.value, art, gelesen.value);
  return { kind: 'redirect', to: `${sammelAddress}/${id}` };
}

const noFile = missing('datei', 'Bitte wählen Sie eine Datei aus, die nicht leer ist.');
const pasteEmpty = missing('zeilen', 'Bitte fügen Sie Zeilen aus einer Tabelle ein.');

function missing(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'COMPASS_TABLE_MISSING', message, fields: [{ field, message }] };
}

function uploadPage({ csrfToken }: PageRequest, reason: Refusal | null = null): PageContent {
  return {
    title: 'Umsetzungsstand aus einer Datei einlesen',
    lead: 'Excel (.xlsx) oder CSV, zum Beispiel die Datei, die Sie hier heruntergeladen und bearbeitet haben. Sie sehen erst, was sich ändern würde.',
    breadcrumb,
    main: html`${refusalNotice(reason)}${form(
      { action: '/stand/einlesen', csrfToken, multipart: true, label: 'Datei hochladen' },
      html`${fileField({
        name: 'datei',
        label: 'Datei',
        accept: '.xlsx,.csv,.txt',
        hint: 'Eine Zeile je Leistung: Nummer, LeiKa-Schlüssel oder Name, dazu was sich ändern soll. Andere Überschriften ordnen Sie danach zu.',
        error: reason?.message,
      })}${buttonRow(button('Änderungen zeigen'), backToStand)}`,
    )}`,
    nextSteps: [
      { label: 'Datei mit allen Leistungen herunterladen (Excel)', href: '/stand.xlsx?umfang=pflichten' },
      { label: 'Nur ein paar Zeilen aus Excel einfügen', href: '/stand/einfuegen' },
    ],
  };
}

function pastePage({ csrfToken, form: given }: PageRequest, reason: Refusal | null = null): PageContent {
  const order = ohneKopf.map(spaltenLabel).join(', ');
  return {
    title: 'Zeilen aus Excel einfügen',
    lead: 'Kopieren Sie Zeilen in Excel und fügen Sie sie hier ein. Sie sehen erst, was sich ändern würde.',
    breadcrumb,
    main: html`${refusalNotice(reason)}${form(
      { action: '/stand/einfuegen', csrfToken, label: 'Aus Excel einfügen' },
      html`${textareaField({
        name: 'zeilen',
        label: 'Zeilen',
        rows: 12,
        value: given.get('zeilen'),
        hint: `Am besten mit der Zeile der Überschriften. Ohne sie gilt: Nummer, LeiKa-Schlüssel oder Name; dann ${order}.`,
        error: reason?.message,
      })}${buttonRow(button('Änderungen zeigen'), backToStand)}`,
    )}`,
    nextSteps: [{ label: 'Eine ganze Datei einlesen', href: '/stand/einlesen' }],
  };
}
