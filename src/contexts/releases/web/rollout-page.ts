import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert, refusalNotice } from '#ui';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { istUnterwegs } from '../domain/zustand.ts';
import { planAusrollung } from '../use-cases/plan-ausrollung.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import { readFassungen } from '../use-cases/read-fassungen.ts';
import { teilnehmerFor, vorschau } from '../use-cases/vorschau.ts';
import { done, leadRoute } from './answers.ts';
import { type RingFormState, ringForm } from './rollout-form.ts';
import { frame, previewContent } from './rollout-preview.ts';
import { startingWith, type Typed, typedIn, withChosen, withWave, wunschOf } from './rollout-typed.ts';

/** Rolling a version out: rings typed, looked at, confirmed. */
export function rolloutRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  const path = '/fassungen/:dienst/ausrollen';
  return [
    leadRoute(deps, 'releases.roll-out', 'GET', path, async (lead, request) =>
      withStand(deps, lead, request, async (stand) =>
        page(underWay(stand) ?? (await formContent(deps, request, stand, startingWith(stand), null))),
      ),
    ),
    leadRoute(deps, 'releases.preview', 'POST', `${path}/vorschau`, (lead, request) =>
      withStand(deps, lead, request, (stand) => look(deps, lead, request, stand)),
    ),
    leadRoute(deps, 'releases.roll-out', 'POST', path, (lead, request) =>
      withStand(deps, lead, request, (stand) => plan(deps, lead, request, stand)),
    ),
  ];
}

async function withStand(
  deps: ReleasesDeps,
  lead: Lead,
  request: PageRequest,
  act: (stand: Dienststand) => Promise<PageAnswer> | PageAnswer,
): Promise<PageAnswer> {
  const stand = await readFassungen(deps, { art: 'anbieter', lead }, request.params.dienst ?? '');
  return stand.ok ? act(stand.value) : refusal(stand.refusal);
}

/** Nobody types a rollout while another one holds it up. */
function underWay(stand: Dienststand): PageContent | null {
  const { ausrollung, dienst } = stand;
  if (ausrollung === null || !istUnterwegs(ausrollung.zustand)) return null;
  return {
    ...frame(stand, 'Fassung ausrollen'),
    main: alert({
      kind: 'info',
      title: `Fassung ${ausrollung.fassung} ist schon geplant oder unterwegs`,
      body: 'Es gibt je Onlinedienst eine Ausrollung zur Zeit. Schließen oder verwerfen Sie diese, bevor Sie eine neue planen.',
    }),
    nextSteps: [{ label: 'Zur Ausrollung', href: `/fassungen/${dienst}` }],
  };
}

const aktionen = ['suchen', 'dazu', 'welle', 'pruefen', 'aendern'];

async function look(
  deps: ReleasesDeps,
  lead: Lead,
  request: PageRequest,
  stand: Dienststand,
): Promise<PageAnswer> {
  const typed = typedIn(request.form);
  if (aktionen.includes(formField(request.form, 'aktion')))
    return page(await formContent(deps, request, stand, typed, null));
  const wunsch = wunschOf(stand.dienst, typed);
  const seen = wunsch.ok ? await vorschau(deps, lead, wunsch.value) : wunsch;
  if (seen.ok) return page(previewContent(stand, request, typed, seen.value));
  return refusedPage(await formContent(deps, request, stand, typed, seen.refusal), seen.refusal);
}

async function plan(
  deps: ReleasesDeps,
  lead: Lead,
  request: PageRequest,
  stand: Dienststand,
): Promise<PageAnswer> {
  const typed = typedIn(request.form);
  const wunsch = wunschOf(stand.dienst, typed);
  const planned = wunsch.ok ? await planAusrollung(deps, lead, wunsch.value) : wunsch;
  if (planned.ok) return done(`/fassungen/${stand.dienst}`, 'geplant');
  return refusedPage(await formContent(deps, request, stand, typed, planned.refusal), planned.refusal);
}

async function formContent(
  deps: ReleasesDeps,
  request: PageRequest,
  stand: Dienststand,
  typed: Typed,
  reason: Refusal | null,
): Promise<PageContent> {
  const teilnehmer = await teilnehmerFor(deps, stand.dienst, typed.fassung);
  const state = stateOf(request.form, typed, teilnehmer, reason);
  return {
    ...frame(stand, 'Fassung ausrollen'),
    lead: 'Zuerst bekommen wenige Pilotkommunen die neue Fassung, dann bis zu acht Wellen, dann alle. Bevor etwas geschieht, sehen Sie, was es für jede Kommune heißt.',
    main: html`${refusalNotice(reason)}${ringForm(stand, request, state)}`,
    nextSteps: [{ label: 'Wer welche Fassung nutzt', href: `/fassungen/${stand.dienst}/kommunen` }],
  };
}

/** What the form shows after one of its buttons was pressed. */
function stateOf(
  form: URLSearchParams,
  typed: Typed,
  teilnehmer: RingFormState['teilnehmer'],
  reason: Refusal | null,
): RingFormState {
  const [aktion, ziel] = [formField(form, 'aktion'), formField(form, 'ziel') || 'pilot'];
  const isSearching = aktion === 'suchen' || aktion === 'dazu';
  const roomy = typed.ringe.length === 1 || aktion === 'welle' ? withWave(typed) : typed;
  return {
    typed: aktion === 'dazu' ? withChosen(roomy, ziel, form.getAll('wahl'), teilnehmer) : roomy,
    teilnehmer,
    suche: isSearching ? formField(form, 'suche') : null,
    ziel,
    reason,
  };
}
