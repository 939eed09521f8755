import { html } from 'hono/html';
import { ok, type Refusal, type Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { refusalNotice } from '#ui';
import type { Angabe } from '../domain/angabe.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readAngaben, readAngabenVerlauf } from '../store-angaben.ts';
import { type Erklaerung, explain, rowOf } from '../use-cases/explain.ts';
import { type Rangfolge, readRangfolge } from '../use-cases/read-rangfolge.ts';
import { stateAngabe } from '../use-cases/state-angaben.ts';
import { managerOf, type Viewer, viewerOf } from '../use-cases/viewer.ts';
import { angabeForm } from './angabe-form.ts';
import { done, flashOf } from './answers.ts';
import { beitraegeSection, stabilitaetSection, tiles, verlaufSection } from './leistung-parts.ts';
import { paths, withWeights } from './paths.ts';
import { weightsOf, wunschOf } from './weights-query.ts';

/** Why a Leistung stands where it does, how firmly, and what was stated of it. */
export function leistungRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'priorities.explain',
      method: 'GET',
      path: paths.leistung(':leistung'),
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'priorities.state',
      method: 'POST',
      path: paths.leistung(':leistung'),
      access: { permission: 'priorities.manage' },
      handle: (request) => receive(deps, request),
    },
  ];
}

interface Shown {
  readonly viewer: Viewer;
  readonly ranked: Rangfolge;
  readonly erklaerung: Erklaerung;
  readonly angaben: readonly Angabe[];
  readonly verlauf: readonly Angabe[];
}

async function shownOf(
  deps: PrioritiesDeps,
  { principal, params, query }: PageRequest,
): Promise<Result<Shown>> {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  const ranked = await readRangfolge(deps, viewer.value, wunschOf(query));
  if (!ranked.ok) return ranked;
  const { welt } = ranked.value;
  const row = rowOf(await deps.catalogue(), welt, params.leistung ?? '');
  if (!row.ok) return row;
  const about = {
    leistungId: welt.leistungen[row.value]?.id ?? '',
    ozgId: welt.leistungen[row.value]?.ozgId ?? null,
  };
  const { provider, tenant, actor } = viewer.value;
  const [angaben, verlauf] = await deps.db.withTenant(tenant, actor, async (tx) => [
    (await readAngaben(tx, provider.id)).filter(
      ({ bezugArt, bezugId }) => bezugId === (bezugArt === 'ozg' ? String(about.ozgId) : about.leistungId),
    ),
    await readAngabenVerlauf(tx, provider.id, about),
  ]);
  return ok({
    viewer: viewer.value,
    ranked: ranked.value,
    erklaerung: explain(ranked.value, row.value),
    angaben,
    verlauf,
  });
}

async function show(deps: PrioritiesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const shown = await shownOf(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const made = content(request, shown.value, reason, deps);
  return reason ? refusedPage(made, reason) : page(made);
}

async function receive(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const manager = await managerOf(deps, request.principal, 'Angaben machen');
  if (!manager.ok) return refusal(manager.refusal);
  const { form } = request;
  const field = (name: string) => form.get(name) ?? '';
  const wunsch = {
    bezug: field('bezug'),
    kriterium: field('kriterium'),
    wert: field('wert'),
    quelle: field('quelle'),
    stand: field('stand'),
  };
  const before = numberIn(field(`fassung-${wunsch.bezug}-${wunsch.kriterium}`));
  const saved = await stateAngabe(deps, manager.value, wunsch, before);
  return saved.ok
    ? done(paths.leistung(request.params.leistung ?? ''), 'angegeben')
    : show(deps, request, saved.refusal);
}

function content(
  request: PageRequest,
  shown: Shown,
  reason: Refusal | null,
  { clock }: PrioritiesDeps,
): PageContent {
  const { ranked, erklaerung, viewer, verlauf } = shown;
  const leistung = ranked.welt.leistungen[erklaerung.row];
  const weights = weightsOf(request.query);
  return {
    title: leistung?.name ?? '',
    preline: 'Warum steht diese Leistung hier?',
    wide: true,
    breadcrumb: [{ label: 'Prioritäten', href: withWeights(paths.rang, weights) }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${tiles(erklaerung, ranked)}${beitraegeSection(shown)}${stabilitaetSection(erklaerung)}${
      viewer.darfFuehren && leistung
        ? angabeForm({
            action: paths.leistung(leistung.id),
            csrfToken: request.csrfToken,
            leistung,
            angaben: shown.angaben,
            typed: reason ? request.form : new URLSearchParams(),
            problems: reason?.fields ?? [],
            today: clock.today(),
          })
        : ''
    }${verlaufSection(verlauf)}`,
    nextSteps: [
      {
        label: 'Mit einer anderen Leistung vergleichen',
        href: withWeights(paths.vergleich, weights, { a: leistung?.id ?? '' }),
      },
      { label: 'Woher die Werte kommen', href: paths.kriterien },
      { label: 'Die Leistung im Katalog', href: `/katalog/leistungen/${leistung?.id ?? ''}` },
    ],
  };
}
