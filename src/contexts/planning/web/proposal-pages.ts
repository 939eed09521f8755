import { html } from 'hono/html';
import { formatQuartal, type Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusedPage } from '#platform';
import {
  button,
  buttonRow,
  checkboxGroup,
  emptyState,
  errorOf,
  form,
  linkButton,
  refusalNotice,
  selectField,
} from '#ui';
import { invalid } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { bestandOf } from '../use-cases/grundlage.ts';
import { proposals, takeOver, type Vorschlag } from '../use-cases/proposals.ts';
import { done, plannerRoute, planung } from './answers.ts';

const address = '/planung/massnahmen';
const shownMost = 100;

/** What Kommunen need and nobody plans yet, to be taken over. */
export function proposalRoutes(deps: PlanningDeps): readonly PageRoute[] {
  const here = `${address}/bedarf`;
  return [
    plannerRoute(deps, 'planning.measures.from-demand', 'GET', here, (planner, request) =>
      show(deps, planner, request, null),
    ),
    plannerRoute(deps, 'planning.measures.from-demand', 'POST', here, (planner, request) =>
      take(deps, planner, request),
    ),
  ];
}

async function offered(deps: PlanningDeps, planner: Planner, { principal }: PageRequest) {
  return principal === null ? [] : proposals(deps, planner, principal);
}

async function take(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const chosen = new Set(request.form.getAll('leistung'));
  const vorlage = request.form.get('vorlage') ?? '';
  const all = (await offered(deps, planner, request)).filter(({ leistungId }) => chosen.has(leistungId));
  if (all.length === 0)
    return show(
      deps,
      planner,
      request,
      invalid([{ field: 'leistung', message: 'Bitte wählen Sie mindestens eine Leistung.' }]),
    );
  const made = await takeOver(deps, planner, all, vorlage);
  return made.ok ? done(address, 'uebernommen') : show(deps, planner, request, made.refusal);
}

async function show(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const [all, { vorlagen }] = await Promise.all([offered(deps, planner, request), bestandOf(deps, planner)]);
  const content = {
    title: 'Maßnahmen aus dem Bedarf',
    lead: 'Was Kommunen in der jüngsten ausgewerteten Bedarfsabfrage brauchen oder die Einführungsstrategie für alle vorsieht und was noch keine Maßnahme ist.',
    breadcrumb: [planung, { label: 'Maßnahmen', href: address }],
    main: html`${refusalNotice(reason)}${all.length === 0 ? nothing() : offer(request, all, vorlagen, reason)}`,
  };
  return reason ? refusedPage(content, reason) : page(content);
}

function nothing() {
  return emptyState({
    title: 'Nichts zu übernehmen',
    body: 'Entweder ist noch keine Bedarfsabfrage ausgewertet, oder alles, was gebraucht wird, ist schon eine Maßnahme.',
    action: linkButton('Maßnahme von Hand anlegen', `${address}/neu`, { kind: 'secondary' }),
  });
}

function offer(
  { csrfToken, form: values }: PageRequest,
  all: readonly Vorschlag[],
  vorlagen: readonly { readonly id: string; readonly name: string; readonly beendet: boolean }[],
  reason: Refusal | null,
) {
  return form(
    { action: `${address}/bedarf`, csrfToken, label: 'Maßnahmen übernehmen' },
    html`${selectField({
      name: 'vorlage',
      label: 'Aufwandsvorlage für alle gewählten',
      value: values.get('vorlage') ?? '',
      options: vorlagen.filter(({ beendet }) => !beendet).map(({ id, name }) => ({ value: id, label: name })),
      error: errorOf(reason?.fields, 'vorlage'),
    })}<p class="kern-body">${all.length > shownMost ? `Die ${shownMost} wichtigsten von ${all.length}.` : `${all.length} Vorschläge, die wichtigsten zuerst.`}</p>${checkboxGroup(
      {
        name: 'leistung',
        label: 'Leistungen',
        values: values.getAll('leistung'),
        error: errorOf(reason?.fields, 'leistung'),
        options: all.slice(0, shownMost).map((one) => ({
          value: one.leistungId,
          label: `${one.titel} (${one.kommunen.length === 1 ? 'eine Kommune' : `${one.kommunen.length} Kommunen`}, Gewicht ${one.gewicht})`,
          hint: [one.begruendung, one.strategie && `${one.strategie}.`, fruehestes(one)]
            .filter(Boolean)
            .join(' '),
        })),
      },
    )}${buttonRow(button('Gewählte übernehmen'), linkButton('Abbrechen', address, { kind: 'tertiary' }))}`,
  );
}

function fruehestes({ kommunen }: Vorschlag): string {
  const first = kommunen.flatMap(({ quartal }) => quartal ?? []).sort()[0];
  return first === undefined ? '' : `Frühester Wunsch: ${formatQuartal(first)}.`;
}
