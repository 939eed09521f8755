import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import {
  type Html,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert, problemsOf, refusalNotice, section } from '#ui';
import { mitEigenenWerten } from '../domain/eigene-werte.ts';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import type { StandAenderung } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidStand, isKonflikt } from '../errors.ts';
import { changeStand } from '../use-cases/change-stand.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { readZelle, type Zelle } from '../use-cases/read-cell.ts';
import { werText } from '../views/feld-text.ts';
import { done, flashOf } from './answers.ts';
import { evidenceForms } from './cell-evidence.ts';
import { cellForm } from './cell-form.ts';
import { eingabeOf } from './cell-form-input.ts';
import type { FormState } from './cell-form-state.ts';
import { history } from './cell-history.ts';
import { confirmForm, hints, summary, zieleNotice } from './cell-parts.ts';
import { reifegradPart } from './cell-reifegrad.ts';
import { themenfeldAddress } from './first-steps.ts';

const edit = { permission: 'compass.stand.edit' } as const;

/** One Leistung of the own Kommune: what holds, the form, how to get better, and who said what when. */
export function cellRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.cell',
      method: 'GET',
      path: '/stand/:leistung',
      access: { permission: 'compass.stand.read' },
      handle: async (request) => {
        const zelle = await zelleFor(deps, request);
        return zelle.ok ? page(await contentOf(deps, zelle.value, request, null)) : refusal(zelle.refusal);
      },
    },
    {
      capability: 'compass.cell.change',
      method: 'POST',
      path: '/stand/:leistung',
      access: edit,
      handle: (request) => receive(deps, request),
    },
    {
      capability: 'compass.cell.confirm',
      method: 'POST',
      path: '/stand/:leistung/bestaetigen',
      access: edit,
      handle: (request) => confirm(deps, request),
    },
  ];
}

async function zelleFor(deps: CompassDeps, { principal, params }: PageRequest): Promise<Result<Zelle>> {
  const reader = await readerOf(deps, principal);
  return reader.ok ? readZelle(deps, reader.value, params.leistung ?? '') : reader;
}

/** What was typed and refused. */
interface Typed {
  readonly refusal: Refusal;
  readonly werte: StandAenderung;
}

async function receive(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const leistungId = request.params.leistung ?? '';
  const parsed = parseAenderung(eingabeOf(request.form, deps.modelle));
  if (!parsed.ok) {
    const werte = typedValues(request.form);
    return again(deps, request, { refusal: invalidStand(parsed.refusal), werte });
  }
  const grundlage = numberIn(request.form.get('grundlage'));
  const changed = await changeStand(deps, editor.value, {
    leistungId,
    grundlage,
    aenderung: parsed.value,
    zusammenfuehren: request.form.get('zusammenfuehren') === 'ja',
  });
  if (!changed.ok) return again(deps, request, { refusal: changed.refusal, werte: parsed.value });
  return done(`/stand/${leistungId}`, changed.value.fassung === grundlage ? 'nichts-neues' : 'gespeichert');
}

async function confirm(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const leistungId = request.params.leistung ?? '';
  const grundlage = numberIn(request.form.get('grundlage'));
  const wunsch = { leistungId, grundlage, aenderung: {}, bestaetigen: true };
  const changed = await changeStand(deps, editor.value, wunsch);
  return changed.ok
    ? done(`/stand/${leistungId}`, 'bestaetigt')
    : again(deps, request, { refusal: changed.refusal, werte: {} });
}

/** Fields that parse singly keep what was typed; the others stand as they are stored. */
function typedValues(form: URLSearchParams): StandAenderung {
  let werte: StandAenderung = {};
  for (const [name, value] of form) {
    const parsed = parseAenderung({ [name]: value });
    if (parsed.ok) werte = { ...werte, ...parsed.value };
  }
  return werte;
}

/** The page of a cell again, with why something else than its form was refused. */
export function cellAgain(deps: CompassDeps, request: PageRequest, reason: Refusal): Promise<PageAnswer> {
  return again(deps, request, { refusal: reason, werte: {} });
}

async function again(deps: CompassDeps, request: PageRequest, typed: Typed): Promise<PageAnswer> {
  const zelle = await zelleFor(deps, request);
  if (!zelle.ok) return refusal(typed.refusal);
  return refusedPage(await contentOf(deps, zelle.value, request, typed), typed.refusal);
}

async function contentOf(deps: CompassDeps, zelle: Zelle, request: PageRequest, typed: Typed | null) {
  const { reader, ort } = zelle;
  const record = { art: 'stand', id: `${reader.kommune.ags}/${ort.id}` };
  const rueckfragen = await deps.rueckfragen(request.principal, record, { art: 'leistung', id: ort.id });
  const ziele = await deps.ziele(reader.actor, reader.kommune, ort.id);
  return content(deps, zelle, request, typed, { rueckfragen, ziele: zieleNotice(ziele) });
}

function content(
  deps: CompassDeps,
  zelle: Zelle,
  request: PageRequest,
  typed: Typed | null,
  { rueckfragen, ziele }: { readonly rueckfragen: Html; readonly ziele: Html | '' },
): PageContent {
  const { ort, stand, reader } = zelle;
  const editing = reader.darfPflegen && zelle.gesperrt === null;
  const state = formState(deps, zelle, request, typed);
  return {
    title: ort.name,
    preline: `Umsetzungsstand ${reader.kommune.name}`,
    lead: `${ort.ozgName ?? 'ohne OZG-Leistung'}${ort.leika ? `, LeiKa ${ort.leika}` : ''}`,
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    ...flashOf(request),
    main: html`${typed ? notice(zelle, typed) : ''}${hints(zelle)}${section('Was gilt', html`${summary(zelle)}${ziele}${editing && state.konflikt === null ? confirmForm(zelle, request.csrfToken) : ''}`)}
      ${editing ? section(state.konflikt ? 'Entscheiden und speichern' : 'Ändern', html`${cellForm(zelle, state)}${evidenceForms(zelle, state)}`) : readOnlyNotice(zelle)}
      ${reifegradPart(stand, deps.modelle)}${rueckfragen}${history(zelle)}`,
    nextSteps: [
      ...(ort.themenfeld === null
        ? []
        : [{ label: `Weiter mit „${ort.themenfeld}“`, href: themenfeldAddress(ort.themenfeld) }]),
      { label: 'Zurück zur Liste', href: '/stand' },
      { label: 'Lücken und passende Lösungen', href: '/stand/luecken' },
      { label: 'Die Leistung im Katalog', href: `/katalog/leistungen/${ort.id}` },
    ],
  };
}

/** Why whoever keeps the Stand of some Fachbereiche finds no form here. */
function readOnlyNotice({ reader, gesperrt }: Zelle): Html | '' {
  return reader.darfPflegen && gesperrt
    ? section(
        'Ändern',
        alert({ kind: 'info', title: 'Sie können diese Leistung lesen', body: gesperrt.message }),
      )
    : '';
}

/** What stands in the form: what holds, or what was typed and refused. */
function formState(
  { modelle }: CompassDeps,
  { stand, felder, date }: Zelle,
  { csrfToken, form }: PageRequest,
  typed: Typed | null,
): FormState {
  const reason = typed?.refusal ?? null;
  const konflikt = reason !== null && isKonflikt(reason) ? reason.konflikt : null;
  const gilt = konflikt?.inzwischen ?? stand;
  return {
    werte: mitEigenenWerten(gilt, { ...gilt, ...typedOver(typed, konflikt?.nurIhre ?? []) }),
    grundlage: gilt?.fassung ?? 0,
    problems: konflikt ? [] : problemsOf(reason),
    konflikt,
    csrfToken,
    roh: typed !== null && konflikt === null && form.has('zustand') ? form : null,
    modelle,
    felder,
    date,
  };
}

/** What was typed, but for fields that only others changed: there theirs stands. */
function typedOver(typed: Typed | null, nurIhre: readonly string[]): StandAenderung {
  if (typed === null) return {};
  return Object.fromEntries(Object.entries(typed.werte).filter(([feld]) => !nurIhre.includes(feld)));
}

function notice({ personen }: Zelle, { refusal: reason }: Typed) {
  if (!isKonflikt(reason)) return refusalNotice(reason);
  const { inzwischen } = reason.konflikt;
  return alert({
    kind: 'warning',
    title: reason.message,
    body: html`<p class="kern-body">Zuletzt gespeichert hat ${werText(personen, inzwischen.angegebenVon)} (Fassung ${inzwischen.fassung}). Felder, die nur dort geändert wurden, stehen unten schon so.</p>`,
    live: true,
  });
}
