import { html } from 'hono/html';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
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
import { refusalNotice, section } from '#ui';
import { invalid } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readOfferings } from '../use-cases/offering.ts';
import { decideForAll, listSammel, orderForAll, type Sammelwunsch } from '../use-cases/sammel.ts';
import { anbietendeOf } from '../use-cases/wer.ts';
import { done, flashOf } from './answers.ts';
import { dayReader } from './form-days.ts';
import { krumeMarkt } from './parts.ts';
import { address, list, orderForm, type Shown } from './sammel-parts.ts';

const manage = { permission: 'marketplace.manage' } as const;

/** What a Land or a Bündler ordered for all its Kommunen, each with its legal basis. */
export function sammelRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.joint',
      method: 'GET',
      path: address,
      access: 'public',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.joint.order',
      method: 'POST',
      path: address,
      access: manage,
      handle: (request) => receive(deps, request),
    },
    {
      capability: 'marketplace.joint.decide',
      method: 'POST',
      path: `${address}/:id/entscheiden`,
      access: manage,
      handle: (request) => decide(deps, request),
    },
  ];
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  const offerings = await deps.db.withPublic((tx) => readOfferings(tx, deps));
  const shown = {
    all: await listSammel(deps),
    titles: new Map(offerings.map(({ angebot }) => [angebot.dienst, angebot.data.title])),
    laender: (await deps.efa.world()).territory.laender,
    wer: wer.ok ? wer.value : null,
    circle: (await deps.efa.circleOf(request.principal))?.length ?? 0,
  };
  const made = content(shown, request, reason);
  return reason === null ? page(made) : refusedPage(made, reason);
}

async function receive(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const wunsch = readWunsch(request, deps.clock.today());
  const circle = (await deps.efa.circleOf(request.principal)) ?? [];
  const ordered = wunsch.ok
    ? await orderForAll(
        deps,
        wer.value,
        wunsch.value,
        circle.map(({ ags }) => ags),
      )
    : wunsch;
  return ordered.ok ? done(address, 'sammel') : show(deps, request, ordered.refusal);
}

function readWunsch({ form: typed }: PageRequest, today: LocalDate): Result<Sammelwunsch> {
  const text = (name: string) => formField(typed, name);
  const days = dayReader(typed);
  const wunsch = {
    dienst: text('dienst'),
    auftraggeber: text('auftraggeber'),
    land: text('fuer') === 'kreis' ? null : text('fuer'),
    rechtsgrundlage: text('rechtsgrundlage'),
    quelle: text('quelle'),
    gueltigVon: days.required('gueltigVon', today),
    gueltigBis: days.optional('gueltigBis'),
    zahlt: text('zahlt') === 'auftraggeber' ? ('auftraggeber' as const) : ('kommune' as const),
    gezeichnetVon: text('gezeichnetVon'),
    gezeichnetAm: days.required('gezeichnetAm', today),
  };
  const problems = [
    ...days.problems,
    ...(text('fuer') === '' ? [{ field: 'fuer', message: 'Bitte wählen Sie, für wen bestellt wird.' }] : []),
    ...(text('dienst') === '' ? [{ field: 'dienst', message: 'Bitte wählen Sie den Onlinedienst.' }] : []),
  ];
  return problems.length > 0 ? refuse(invalid(problems)) : ok(wunsch);
}

async function decide(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const angenommen = request.form.get('aktion') === 'annehmen';
  const decided = await decideForAll(deps, wer.value, request.params.id ?? '', {
    angenommen,
    grund: formField(request.form, 'grund'),
  });
  if (decided.ok) return done(address, 'entschieden');
  return decided.refusal.kind === 'not-found'
    ? refusal(decided.refusal)
    : show(deps, request, decided.refusal);
}

function content(shown: Shown, request: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Bestellungen für alle Kommunen',
    preline: 'Länder und Bündler',
    lead: 'Ein Land oder ein Bündler bestellt für alle seine Kommunen, mit Rechtsgrundlage und Tag. Diese Kommunen brauchen keine eigene Bestellung.',
    wide: true,
    breadcrumb: [krumeMarkt],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${list(shown, request, reason)}${shown.wer ? section('Bestellung für alle eintragen', orderForm(shown, request, reason), { id: 'eintragen' }) : ''}`,
    nextSteps: [{ label: 'Marktplatz', href: '/marktplatz' }],
  };
}
