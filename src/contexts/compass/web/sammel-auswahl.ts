import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxGroup,
  emptyState,
  errorOf,
  form,
  formatInstant,
  formatNumber,
  type Html,
  inputField,
  listIndex,
  type RowSelection,
  section,
  selectedRows,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import { prioritaeten, type StandAenderung, type StandFeld } from '../domain/stand.ts';
import { zustaende } from '../domain/zustand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidStand } from '../errors.ts';
import { feldLabel, zustandLabel } from '../messages.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import { orteOf } from '../use-cases/leistung-orte.ts';
import { createSammel, sammelListe } from '../use-cases/sammel.ts';
import { type StandZeile, standListe, umfaenge, zeilenIn } from '../use-cases/stand-liste.ts';
import { type Namen, werText } from '../views/feld-text.ts';
import { page, problemsOf, refusal, refusalNotice, refusedPage } from './answers.ts';
import { backToStand, sammelAddress } from './sammel-address.ts';
import { standDefinition } from './stand-list.ts';

const access = { permission: 'compass.stand.edit' } as const;

/** What can be done with ticked rows of the list. */
export function standSelection(csrfToken: string): RowSelection<StandZeile> {
  return {
    key: ({ ort }) => ort.id,
    label: ({ ort }) => ort.name,
    action: sammelAddress,
    csrfToken,
    buttons: [{ label: 'Gemeinsam ändern' }],
  };
}

/** Rows are chosen in the list, fields here; then comes the preview. */
export function sammelAuswahlRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.bulk.list',
      method: 'GET',
      path: sammelAddress,
      access,
      handle: (request) => overview(deps, request),
    },
    {
      capability: 'compass.bulk',
      method: 'POST',
      path: sammelAddress,
      access,
      handle: (request) => choose(deps, request),
    },
    {
      capability: 'compass.bulk',
      method: 'POST',
      path: `${sammelAddress}/vorschau`,
      access,
      handle: (request) => preview(deps, request),
    },
  ];
}

async function overview(deps: CompassDeps, { principal }: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, principal);
  if (!editor.ok) return refusal(editor.refusal);
  const { actor, kommune } = editor.value;
  const [koepfe, personen] = [await sammelListe(deps, editor.value), await deps.personen(actor, kommune)];
  const empty = emptyState({
    title: 'Noch keine Sammeländerung',
    body: 'Wählen Sie im Umsetzungsstand mehrere Leistungen, fügen Sie Zeilen aus Excel ein oder lesen Sie eine Datei ein.',
  });
  const rows = koepfe.map((kopf) => [
    textLink(`${sammelAddress}/${kopf.id}`, kopf.titel),
    formatInstant(kopf.angewendetAm ?? kopf.erstelltAm),
    werText(personen, kopf.erstelltVon),
    formatNumber(kopf.geschrieben),
    kopf.zurueckAm ? 'rückgängig gemacht' : '–',
  ]);
  return page({
    title: 'Sammeländerungen',
    preline: 'Umsetzungsstand',
    lead: 'Die letzten Änderungen vieler Leistungen auf einmal. Jede lässt sich einen Monat lang rückgängig machen.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    wide: true,
    main:
      rows.length === 0
        ? empty
        : table({
            caption: 'Letzte Sammeländerungen',
            captionHidden: true,
            columns: [
              { label: 'Was', width: 'wide' },
              { label: 'Wann' },
              { label: 'Wer' },
              { label: 'Geändert', numeric: true },
              { label: 'Danach' },
            ],
            rows,
          }),
    nextSteps: [
      { label: 'Tabelle zum schnellen Eintragen', href: '/stand/matrix' },
      { label: 'Aus Excel einfügen', href: '/stand/einfuegen' },
      { label: 'Datei einlesen', href: '/stand/einlesen' },
    ],
  });
}

/** The rows that were ticked in the list become the form that asks what to set. */
async function choose(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const liste = await standListe(deps, editor.value);
  if (!liste.ok) return refusal(liste.refusal);
  const wanted = new URLSearchParams(request.form.get('abfrage') ?? '').get('umfang');
  const zeilen = zeilenIn(liste.value, umfaenge.find((each) => each === wanted) ?? 'pflichten');
  const selected = selectedRows(standDefinition, listIndex(standDefinition, zeilen), keyOf, request.form);
  if (selected.length === 0) return refusedPage(nothingChosen, noRows);
  const ids = selected.map(keyOf);
  return page(formPage(await namenOf(deps, editor.value), ids, request, null));
}

const keyOf = ({ ort }: StandZeile) => ort.id;

async function namenOf(deps: CompassDeps, editor: Editor): Promise<Namen> {
  const liste = await standListe(deps, editor);
  const loesungen = await deps.loesungen();
  return liste.ok
    ? { ...liste.value, loesungen }
    : { personen: [], fachbereiche: { fachbereiche: [] }, loesungen };
}

const noRows: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_BULK_EMPTY',
  message: 'Bitte kreuzen Sie wenigstens eine Leistung an.',
};

const nothingChosen: PageContent = {
  title: 'Keine Leistung gewählt',
  breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
  main: alert({ kind: 'danger', title: noRows.message, live: true }),
  nextSteps: [{ label: 'Zurück zur Liste', href: '/stand' }],
};

/** The fields that a bulk change can set. */
const felder = [
  'zustand',
  'grund',
  'geplantFuer',
  'umgesetztAm',
  'abgeschaltetAm',
  'prioritaet',
  'zustaendig',
  'vertretung',
  'fachbereichId',
  'loesungId',
  'bemerkung',
] as const satisfies readonly StandFeld[];

type Feld = (typeof felder)[number];

async function preview(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const ids = idsIn(request.form);
  if (ids.length === 0) return refusedPage(nothingChosen, noRows);
  const aenderung = aenderungIn(request.form);
  if (!aenderung.ok) {
    const namen = await namenOf(deps, editor.value);
    return refusedPage(formPage(namen, ids, request, aenderung.refusal), aenderung.refusal);
  }
  const orte = orteOf((await deps.world()).catalogue);
  const plain = { zeile: null, grundlage: null, probleme: [], hinweise: [], zellen: [] };
  const named = Object.keys(aenderung.value).map((feld) => feldLabel[feld as Feld]);
  const { id } = await createSammel(deps, editor.value, {
    art: 'auswahl',
    titel: `Auswahl von ${formatNumber(ids.length)} Leistungen: ${named.join(', ')}`.slice(0, 200),
    wuensche: ids.map((leistungId) => ({
      ...plain,
      leistungId,
      name: orte.get(leistungId)?.name ?? leistungId,
      aenderung: aenderung.value,
    })),
  });
  return { kind: 'redirect', to: `${sammelAddress}/${id}` };
}

function idsIn(given: URLSearchParams): readonly string[] {
  return [...new Set((given.get('leistungen') ?? '').split(' ').filter((id) => /^L\d{5}$/.test(id)))];
}

/** Filled fields are set, ticked ones emptied; at least one of either. */
function aenderungIn(
  given: URLSearchParams,
): { readonly ok: true; readonly value: StandAenderung } | { readonly ok: false; readonly refusal: Refusal } {
  const leeren = new Set(given.getAll('leeren'));
  const eingabe = Object.fromEntries(
    felder.flatMap((feld): [string, unknown][] => {
      const text = given.get(feld)?.trim() ?? '';
      if (text !== '') return [[feld, text]];
      return leeren.has(feld) && feld !== 'zustand' ? [[feld, null]] : [];
    }),
  );
  if (Object.keys(eingabe).length === 0)
    return {
      ok: false,
      refusal: invalidStand([{ field: 'zustand', message: 'Bitte füllen Sie wenigstens ein Feld aus.' }]),
    };
  const parsed = parseAenderung(eingabe);
  return parsed.ok ? parsed : { ok: false, refusal: invalidStand(parsed.refusal) };
}

function formPage(
  namen: Namen,
  ids: readonly string[],
  request: PageRequest,
  reason: Refusal | null,
): PageContent {
  const count = ids.length === 1 ? '1 Leistung' : `${formatNumber(ids.length)} Leistungen`;
  return {
    title: `${count} gemeinsam ändern`,
    preline: 'Umsetzungsstand',
    lead: 'Ausgefüllte Felder werden bei allen gesetzt, alle anderen bleiben. Danach sehen Sie für jede Leistung, was sich ändern würde.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    main: html`${refusalNotice(reason)}${form(
      {
        action: `${sammelAddress}/vorschau`,
        csrfToken: request.csrfToken,
        hidden: { leistungen: ids.join(' ') },
        label: 'Was soll gelten?',
      },
      html`${section('Was soll gelten?', html`${fields(namen, request.form, reason)}`)}${buttonRow(button('Vorschau zeigen'), backToStand)}`,
    )}`,
  };
}

function fields(namen: Namen, given: URLSearchParams, reason: Refusal | null): readonly Html[] {
  const common = (name: Feld) => ({
    name,
    label: capital(feldLabel[name]),
    optional: true,
    value: given.get(name) ?? '',
    error: errorOf(problemsOf(reason), name),
  });
  const select = (name: Feld, options: readonly { readonly value: string; readonly label: string }[]) =>
    selectField({ ...common(name), options, placeholder: 'nicht ändern' });
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const people = named(namen.personen.filter(({ entfernt }) => !entfernt));
  return [
    select(
      'zustand',
      zustaende.map((value) => ({ value, label: zustandLabel[value] })),
    ),
    inputField({ ...common('grund'), maxLength: 500, hint: 'nötig bei „nicht anwendbar“' }),
    ...(['geplantFuer', 'umgesetztAm', 'abgeschaltetAm'] as const).map((name) =>
      inputField({ ...common(name), type: 'date' }),
    ),
    select(
      'prioritaet',
      prioritaeten.map((each) => ({ value: String(each), label: String(each) })),
    ),
    select('zustaendig', people),
    select('vertretung', people),
    select('fachbereichId', named(namen.fachbereiche.fachbereiche)),
    select('loesungId', named(namen.loesungen)),
    textareaField({ ...common('bemerkung'), maxLength: 2000, rows: 3 }),
    checkboxGroup({
      name: 'leeren',
      label: 'Diese Felder leeren',
      optional: true,
      values: given.getAll('leeren'),
      options: felder
        .filter((feld) => feld !== 'zustand')
        .map((feld) => ({ value: feld, label: capital(feldLabel[feld]) })),
    }),
  ];
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
