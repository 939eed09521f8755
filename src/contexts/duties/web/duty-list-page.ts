import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Result, refuse } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { type Body, resolveBody } from '#territory';
import { dateForm, formatNumber, listDownload, listPage, onDay, readListQuery, section } from '#ui';
import { groessenklasseLabel } from '../domain/groessenklasse.ts';
import type { VerdictWord } from '../domain/verdict.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { dutyListCache, type PreparedDuties } from './list-cache.ts';
import { dutyTiles, verdictAddress, verdictChart } from './verdict-chart.ts';

interface Asked {
  readonly world: DutiesWorld;
  readonly body: Body;
  readonly date: LocalDate;
  readonly prepared: PreparedDuties;
}

/** What a body owes on a day: the page and its two exports. */
export function dutyListRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const cache = dutyListCache();
  const ask = (request: PageRequest) => askFor(deps, cache, request);
  const route = (ending: string, handle: PageRoute['handle']): PageRoute => ({
    capability: 'duties.list',
    method: 'GET',
    path: `/kommunen/:ags/pflichten${ending}`,
    access: 'public',
    handle,
  });
  return [
    route('', async (request) => {
      const asked = await ask(request);
      return asked.ok
        ? { kind: 'page', content: listContent(asked.value, request) }
        : { kind: 'refusal', refusal: asked.refusal };
    }),
    route('.csv', async (request) => exported(deps, await ask(request), request, 'csv')),
    route('.xlsx', async (request) => exported(deps, await ask(request), request, 'xlsx')),
  ];
}

async function askFor(
  deps: DutiesDeps,
  cache: ReturnType<typeof dutyListCache>,
  request: PageRequest,
): Promise<Result<Asked>> {
  const world = await deps.world();
  const body = resolveBody(world.territory, request.params.ags ?? '');
  if (!body.ok) return body;
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return refuse(date.refusal);
  return {
    ok: true,
    value: { world, body: body.value, date: date.value, prepared: cache(world, body.value, date.value) },
  };
}

function listContent({ world, body, date, prepared }: Asked, request: PageRequest): PageContent {
  const action = `/kommunen/${body.ags}/pflichten`;
  const hrefOf = (...words: readonly VerdictWord[]) => verdictAddress(action, words, date);
  const { query, problems } = readListQuery(prepared.definition, request.query);
  const list = listPage(prepared.definition, prepared.index.run(query), {
    action,
    caption: `Pflichten von ${body.name}`,
    problems,
    noun: ['Leistung', 'Leistungen'],
  });
  return {
    title: `Was schuldet ${body.name}?`,
    preline: 'Pflichten',
    lead: leadOf(world, body, date),
    wide: true,
    breadcrumb: [
      { label: 'Kommunen', href: '/kommunen' },
      { label: body.name, href: `/kommunen/${body.ags}` },
    ],
    main: html`${dateForm(action, date)}${dutyTiles(prepared.statistics, hrefOf, world.catalogue.fassung.stand)}
      ${section('Wer ist zuständig?', verdictChart(prepared.statistics, `${formatNumber(prepared.statistics.pairs)} Leistungen, gesehen von ${body.name} ${onDay(date)}`, hrefOf))}
      ${section('Alle Leistungen', list)}`,
    nextSteps: [
      { label: 'Was hat sich geändert?', href: `/kommunen/${body.ags}/aenderungen?bis=${date}` },
      { label: 'Wie ein Ergebnis zustande kommt: die Regeln', href: '/regeln' },
      {
        label: 'Radar: Fristen und was schon nutzbar ist',
        href: `/kommunen/${body.ags}/radar?datum=${date}`,
      },
      { label: `${body.name}: Größenklasse, Einwohner, Kreis`, href: `/kommunen/${body.ags}` },
    ],
  };
}

function leadOf({ catalogue, duties }: DutiesWorld, body: Body, date: LocalDate) {
  const klasse = duties.facts.klasseOn(body.ags, date);
  const kreis = body.kreisAgs === null ? undefined : duties.bodyByAgs.get(body.kreisAgs);
  const status = klasse ? groessenklasseLabel[klasse.klasse] : 'ohne belegte Größenklasse';
  const where = kreis ? `, ${kreis.name}` : '';
  return html`${status}${where}. Gezeigt wird der Stand ${onDay(date)}; Katalogstand ${formatLocalDate(catalogue.fassung.stand)}. Was niemand belegt hat, bleibt offen.`;
}

async function exported(
  deps: DutiesDeps,
  asked: Result<Asked>,
  request: PageRequest,
  format: 'csv' | 'xlsx',
): Promise<PageAnswer> {
  if (!asked.ok) return { kind: 'refusal', refusal: asked.refusal };
  const { world, body, date, prepared } = asked.value;
  const { query } = readListQuery(prepared.definition, request.query);
  return listDownload(prepared.definition, prepared.index.select(query), query, format, {
    fileName: `pflichten-${body.ags}-${date}`,
    notes: {
      title: `Pflichten ${body.name}`,
      source: world.catalogue.fassung.quelle,
      state: `Katalog ${formatLocalDate(world.catalogue.fassung.stand)}, Stichtag ${formatLocalDate(date)}`,
      demo: deps.demo,
      createdAt: deps.clock.now(),
    },
  });
}
