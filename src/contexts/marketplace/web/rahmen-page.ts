import { html } from 'hono/html';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import {
  formField,
  largestDocument,
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
import { addRahmen, giveNotice, listRahmen, type Rahmenwunsch, readHaeuser } from '../use-cases/rahmen.ts';
import { type Betrachtende, betrachtendeOf } from '../use-cases/read-bestellungen.ts';
import { bestellendeOf } from '../use-cases/wer.ts';
import { done, fileOf, flashOf } from './answers.ts';
import { dayReader } from './form-days.ts';
import { krumeMarkt } from './parts.ts';
import { addForm, address, list, type Shown } from './rahmen-parts.ts';

const prepare = { permission: 'marketplace.prepare' } as const;

/** The contracts between a Kommune and its providers: once made, below them every service is called off. */
export function rahmenRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.frameworks',
      method: 'GET',
      path: address,
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.framework.add',
      method: 'POST',
      path: address,
      access: prepare,
      uploadLimit: largestDocument,
      admitUpload: ({ principal }) => bestellendeOf(deps, principal, 'vorbereiten'),
      handle: (request) => add(deps, request),
    },
    {
      capability: 'marketplace.framework.end',
      method: 'POST',
      path: `${address}/:id/kuendigen`,
      access: prepare,
      handle: (request) => end(deps, request),
    },
  ];
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const who = await betrachtendeOf(deps, request.principal);
  if (!who.ok) return refusal(who.refusal);
  const all = await listRahmen(deps, who.value.wer);
  const haeuser = await deps.db.withPublic(readHaeuser);
  const made = content(who.value, { all, haeuser, today: deps.clock.today() }, request, reason);
  return reason === null ? page(made) : refusedPage(made, reason);
}

async function add(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const wunsch = readWunsch(request, deps.clock.today());
  const added = wunsch.ok ? await addRahmen(deps, wer.value, wunsch.value, await fileOf(request)) : wunsch;
  return added.ok ? done(address, 'rahmen') : show(deps, request, added.refusal);
}

function readWunsch({ form: typed }: PageRequest, today: LocalDate): Result<Rahmenwunsch> {
  const days = dayReader(typed);
  const months = formField(typed, 'kuendigungMonate');
  const wunsch = {
    anbieterId: formField(typed, 'anbieter'),
    titel: formField(typed, 'titel'),
    gueltigVon: days.required('gueltigVon', today),
    gueltigBis: days.optional('gueltigBis'),
    kuendigungMonate: /^\d{1,2}$/.test(months) ? Number(months) : -1,
    gezeichnetVon: formField(typed, 'gezeichnetVon'),
  };
  return days.problems.length > 0 ? refuse(invalid(days.problems)) : ok(wunsch);
}

async function end(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const days = dayReader(request.form);
  const zum = days.required('zum', deps.clock.today());
  const ended =
    days.problems.length > 0
      ? refuse(invalid(days.problems))
      : await giveNotice(deps, wer.value, request.params.id ?? '', zum);
  if (ended.ok) return done(address, 'gekuendigt');
  return ended.refusal.kind === 'not-found' ? refusal(ended.refusal) : show(deps, request, ended.refusal);
}

function content(who: Betrachtende, shown: Shown, request: PageRequest, reason: Refusal | null): PageContent {
  const own = who.seite === 'kommune';
  const mayAdd = own && who.wer.darfVorbereiten;
  return {
    title: 'Rahmenvereinbarungen',
    preline: own ? who.wer.kommune.name : who.wer.anbieter.name,
    lead: own
      ? 'Einmal mit jedem Anbieter geschlossen. Danach rufen Sie jeden Onlinedienst einzeln ab.'
      : 'Was Kommunen mit Ihrem Haus vereinbart und hier eingetragen haben.',
    wide: true,
    breadcrumb: [krumeMarkt],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${list(shown, mayAdd, request, reason)}${mayAdd ? section('Rahmenvereinbarung eintragen', addForm(shown, request, reason), { id: 'eintragen' }) : ''}`,
    nextSteps: [
      { label: 'Bestellungen', href: '/bestellungen' },
      { label: 'Marktplatz', href: '/marktplatz' },
    ],
  };
}
