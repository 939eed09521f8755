import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Result, refuse } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { type Body, resolveBody } from '#territory';
import {
  type AnsweredList,
  answerList,
  dateForm,
  formatNumber,
  listEndings,
  listPage,
  onDay,
  section,
} from '#ui';
import { groessenklasseLabel } from '../domain/groessenklasse.ts';
import type { VerdictWord } from '../domain/verdict.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import type { DutyListRow } from './duty-rows.ts';
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
  return listEndings.map((ending) => ({
    capability: 'duties.list',
    method: 'GET',
    path: `/kommunen/:ags/pflichten${ending}`,
    access: 'public',
    handle: async (request) => {
      const asked = await askFor(deps, cache, request);
      return asked.ok ? answer(deps, asked.value, request) : { kind: 'refusal', refusal: asked.refusal };
    },
  }));
}

async function answer(deps: DutiesDeps, asked: Asked, request: PageRequest): Promise<PageAnswer> {
  const { world, body, date, prepared } = asked;
  const { quelle, stand } = world.catalogue.fassung;
  const answered = await answerList(deps, prepared, request, {
    fileName: `pflichten-${body.ags}-${date}`,
    title: `Pflichten ${body.name}`,
    source: quelle,
    state: `Katalog ${formatLocalDate(stand)}, Stichtag ${formatLocalDate(date)}`,
  });
  return answered.kind === 'list' ? { kind: 'page', content: listContent(asked, answered) } : answered;
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

function listContent(
  { world, body, date, prepared }: Asked,
  { result, problems }: AnsweredList<DutyListRow>,
): PageContent {
  const action = `/kommunen/${body.ags}/pflichten`;
  const hrefOf = (...words: readonly VerdictWord[]) => verdictAddress(action, words, date);
  const list = listPage(prepared.definition, result, {
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
