import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { Html, PageContent, PageRequest } from '#platform';
import { alert, problemsOf, refusalNotice, section } from '#ui';
import { mitEigenenWerten } from '../domain/eigene-werte.ts';
import type { StandAenderung } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { isKonflikt } from '../errors.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { werText } from '../views/feld-text.ts';
import { flashOf } from './answers.ts';
import { evidenceForms } from './cell-evidence.ts';
import { cellForm } from './cell-form.ts';
import type { FormState } from './cell-form-state.ts';
import { history } from './cell-history.ts';
import { confirmForm, hints, summary, zieleNotice } from './cell-parts.ts';
import { reifegradPart } from './cell-reifegrad.ts';
import { takeBackForm } from './cell-take-back.ts';
import { themenfeldAddress } from './first-steps.ts';

export async function contentOf(deps: CompassDeps, zelle: Zelle, request: PageRequest, typed: Typed | null) {
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
      ${editing ? section(state.konflikt ? 'Entscheiden und speichern' : 'Ändern', html`${cellForm(zelle, state)}${evidenceForms(zelle, state)}${takeBackForm(zelle, state, request.form)}`) : readOnlyNotice(zelle)}
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

/** What was typed and refused. */
export interface Typed {
  readonly refusal: Refusal;
  readonly werte: StandAenderung;
}
