import { html } from 'hono/html';
import { type Leistung, regelungOf, resolveLeistung } from '#catalogue';
import type { LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import {
  type AnsweredList,
  answerList,
  dateForm,
  type ListDefinition,
  listEndings,
  listPage,
  onDay,
  section,
} from '#ui';
import { endeText } from '../domain/chain-texts.ts';
import { fallFor } from '../domain/compiled-duties.ts';
import { dutyStatistics } from '../domain/duty-statistics.ts';
import { endeBy } from '../domain/ende.ts';
import { herkunftOf, herkunftText } from '../domain/herkunft.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { type BodyRow, bodyRows, competenceDefinition } from './competence-definition.ts';
import { verdictAddress, verdictChart } from './verdict-chart.ts';

/** One Leistung, all 427 bodies: who acts where. */
export function competenceRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const route = (ending: string): PageRoute => ({
    capability: 'duties.competence',
    method: 'GET',
    path: `/leistungen/:leistung/zustaendigkeit${ending}`,
    access: 'public',
    handle: (request) => answer(deps, request),
  });
  return listEndings.map(route);
}

async function answer(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const world = await deps.world();
  const leistung = resolveLeistung(world.catalogue, request.params.leistung ?? '');
  if (!leistung.ok) return { kind: 'refusal', refusal: leistung.refusal };
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const definition = competenceDefinition(leistung.value, date.value);
  const rows = bodyRows(world, leistung.value, date.value);
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `zustaendigkeit-${leistung.value.id}-${date.value}`,
    title: leistung.value.name,
    source: world.catalogue.fassung.quelle,
    state: onDay(date.value),
  });
  return answered.kind === 'list'
    ? { kind: 'page', content: content(world, leistung.value, date.value, definition, answered) }
    : answered;
}

function content(
  world: DutiesWorld,
  leistung: Leistung,
  date: LocalDate,
  definition: ListDefinition<BodyRow>,
  { result, problems }: AnsweredList<BodyRow>,
): PageContent {
  const action = `/leistungen/${leistung.id}/zustaendigkeit`;
  const statistics = dutyStatistics(
    world.duties,
    world.duties.facts.bodies,
    date,
    ({ id }) => id === leistung.id,
  );
  const chart = verdictChart(
    statistics,
    `${statistics.pairs} Körperschaften in Nordrhein-Westfalen ${onDay(date)}`,
    (word) => verdictAddress(action, [word], date),
  );
  return {
    title: 'Wer ist wo zuständig?',
    preline: leistung.name,
    lead: achsenText(world, leistung, date),
    breadcrumb: [
      { label: 'Katalog', href: '/katalog' },
      { label: leistung.name, href: `/katalog/leistungen/${leistung.id}?datum=${date}` },
    ],
    wide: true,
    main: html`${dateForm(action, date)}${section('Auf einen Blick', chart)}${section(
      'Alle Körperschaften',
      listPage(definition, result, {
        action,
        caption: 'Zuständigkeit je Körperschaft',
        problems,
        noun: ['Körperschaft', 'Körperschaften'],
      }),
    )}`,
    nextSteps: [
      { label: 'Die Leistung im Katalog', href: `/katalog/leistungen/${leistung.id}?datum=${date}` },
    ],
  };
}

const landOfTheRules = '05';

/** That it has ended, or the two axes in a sentence: who regulates, and where the rule of the execution comes from. */
function achsenText({ catalogue, duties }: DutiesWorld, leistung: Leistung, date: LocalDate): string {
  const fall = fallFor(duties, leistung);
  const ende = endeBy(fall.ende, date);
  if (ende !== null) return endeText(ende);
  const herkunft = herkunftOf(fall, landOfTheRules, date);
  const regelung = regelungOf(catalogue, leistung).wer ?? 'nicht belegt';
  return `Regelung: ${regelung}. Vollzug: wie unten, ${herkunftText(herkunft, leistung.ozgId)}.`;
}
