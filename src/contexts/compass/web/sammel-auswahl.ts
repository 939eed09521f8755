import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert, formatNumber, listIndex, type RowSelection, selectedRows } from '#ui';
import type { CompassDeps } from '../doors-deps.ts';
import { feldLabel, keineAngabe } from '../messages.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import { orteOf } from '../use-cases/leistung-orte.ts';
import { createSammel } from '../use-cases/sammel.ts';
import { type StandZeile, standListe, umfaenge, zeilenIn } from '../use-cases/stand-liste.ts';
import type { Namen } from '../views/feld-text.ts';
import { standDefinition } from '../views/stand-list.ts';
import { sammelAddress } from './sammel-address.ts';
import { sammelFormPage } from './sammel-auswahl-form.ts';
import { leistungIdsIn, type SammelFeld, wunschIn } from './sammel-auswahl-input.ts';
import { sammelOverview } from './sammel-overview.ts';

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
      handle: (request) => sammelOverview(deps, request),
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
  return page(sammelFormPage(await namenOf(deps, editor.value), ids, request, null));
}

const keyOf = ({ ort }: StandZeile) => ort.id;

async function namenOf(deps: CompassDeps, editor: Editor): Promise<Namen> {
  const liste = await standListe(deps, editor);
  const loesungen = await deps.loesungen();
  return liste.ok
    ? { ...liste.value, loesungen }
    : { personen: [], felder: [], fachbereiche: { fachbereiche: [] }, loesungen };
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

async function preview(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const ids = leistungIdsIn(request.form);
  if (ids.length === 0) return refusedPage(nothingChosen, noRows);
  const wunsch = wunschIn(request.form);
  if (!wunsch.ok) {
    const namen = await namenOf(deps, editor.value);
    return refusedPage(sammelFormPage(namen, ids, request, wunsch.refusal), wunsch.refusal);
  }
  const orte = orteOf((await deps.world()).catalogue);
  const plain = { zeile: null, grundlage: null, probleme: [], hinweise: [], zellen: [] };
  const named = wunsch.value.zuruecknehmen
    ? [keineAngabe]
    : Object.keys(wunsch.value.aenderung).map((feld) => feldLabel[feld as SammelFeld]);
  const { id } = await createSammel(deps, editor.value, {
    art: 'auswahl',
    titel: `Auswahl von ${formatNumber(ids.length)} Leistungen: ${named.join(', ')}`.slice(0, 200),
    wuensche: ids.map((leistungId) => ({
      ...plain,
      leistungId,
      name: orte.get(leistungId)?.name ?? leistungId,
      ...wunsch.value,
    })),
  });
  return { kind: 'redirect', to: `${sammelAddress}/${id}` };
}
