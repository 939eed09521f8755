import { html } from 'hono/html';
import { type Leistung, resolveLeistung } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import type { Body } from '#territory';
import {
  distinctOptions,
  type ListDefinition,
  listDownload,
  listIndex,
  listPage,
  readListQuery,
  section,
  textLink,
  verdictBadge,
} from '#ui';
import { fallFor } from '../domain/compiled-duties.ts';
import { decide } from '../domain/decide.ts';
import { dutyStatistics } from '../domain/duty-statistics.ts';
import { groessenklasseLabel } from '../domain/groessenklasse.ts';
import { type Stelle, type VerdictWord, verdictWords } from '../domain/verdict.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { gradeLabel } from './duty-rows.ts';
import { onDay, readDate } from './read-date.ts';
import { verdictChart } from './verdict-chart.ts';

interface BodyRow {
  readonly body: Body;
  readonly klasse: string;
  readonly kreis: string | null;
  readonly verdict: VerdictWord;
  readonly stelle: Stelle | null;
  readonly beleg: string | null;
}

/** One Leistung, all 427 bodies: who acts where. */
export function competenceRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const route = (ending: string, format: 'csv' | 'xlsx' | null): PageRoute => ({
    capability: 'duties.competence',
    method: 'GET',
    path: `/leistungen/:leistung/zustaendigkeit${ending}`,
    access: 'public',
    handle: (request) => answer(deps, request, format),
  });
  return [route('', null), route('.csv', 'csv'), route('.xlsx', 'xlsx')];
}

async function answer(
  deps: DutiesDeps,
  request: PageRequest,
  format: 'csv' | 'xlsx' | null,
): Promise<PageAnswer> {
  const world = await deps.world();
  const leistung = resolveLeistung(world.catalogue, request.params.leistung ?? '');
  if (!leistung.ok) return { kind: 'refusal', refusal: leistung.refusal };
  const date = readDate(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const definition = definitionFor(leistung.value, date.value);
  const index = listIndex(definition, bodyRows(world, leistung.value, date.value));
  const { query } = readListQuery(definition, request.query);
  if (format === null)
    return {
      kind: 'page',
      content: content(world, leistung.value, date.value, request, { definition, index }),
    };
  return listDownload(definition, index.select(query), query, format, {
    fileName: `zustaendigkeit-${leistung.value.id}-${date.value}`,
    notes: {
      title: leistung.value.name,
      source: world.catalogue.fassung.quelle,
      state: onDay(date.value),
      demo: deps.demo,
      createdAt: deps.clock.now(),
    },
  });
}

function content(
  world: DutiesWorld,
  leistung: Leistung,
  date: LocalDate,
  request: PageRequest,
  list: {
    readonly definition: ListDefinition<BodyRow>;
    readonly index: ReturnType<typeof listIndex<BodyRow>>;
  },
): PageContent {
  const action = `/leistungen/${leistung.id}/zustaendigkeit`;
  const { query, problems } = readListQuery(list.definition, request.query);
  const statistics = dutyStatistics(
    world.duties,
    world.duties.facts.bodies,
    date,
    ({ id }) => id === leistung.id,
  );
  const chart = verdictChart(
    statistics,
    `${statistics.pairs} Körperschaften in Nordrhein-Westfalen ${onDay(date)}`,
    (word) => `${action}?datum=${date}&urteil=${encodeURIComponent(word)}#liste`,
  );
  return {
    title: 'Wer ist wo zuständig?',
    preline: leistung.name,
    breadcrumb: [
      { label: 'Katalog', href: '/katalog' },
      { label: leistung.name, href: `/katalog/leistungen/${leistung.id}` },
    ],
    wide: true,
    main: html`${section('Auf einen Blick', chart)}${section(
      'Alle Körperschaften',
      listPage(list.definition, list.index.run(query), {
        action,
        caption: 'Zuständigkeit je Körperschaft',
        exportLinks: { csv: `${action}.csv`, xlsx: `${action}.xlsx` },
        problems,
        noun: ['Körperschaft', 'Körperschaften'],
      }),
    )}`,
    nextSteps: [{ label: 'Die Leistung im Katalog', href: `/katalog/leistungen/${leistung.id}` }],
  };
}

function bodyRows({ duties }: DutiesWorld, leistung: Leistung, date: LocalDate): readonly BodyRow[] {
  const fall = fallFor(duties, leistung);
  return duties.facts.bodies.map((body) => {
    const decision = decide(duties, fall, body, date);
    const klasse = duties.facts.klasseOn(body.ags, date)?.klasse;
    const kreis = body.kreisAgs === null ? undefined : duties.bodyByAgs.get(body.kreisAgs);
    return {
      body,
      klasse: klasse ? groessenklasseLabel[klasse] : 'ohne',
      kreis: kreis?.name ?? null,
      verdict: decision.verdict,
      stelle: decision.stelle,
      beleg: gradeLabel(decision.grade),
    };
  });
}

function definitionFor(leistung: Leistung, date: LocalDate): ListDefinition<BodyRow> {
  return {
    id: `zustaendigkeit-${leistung.id}`,
    keeps: ['datum'],
    defaultSort: { key: 'name', descending: false },
    search: (row) => `${row.body.name} ${row.body.ags} ${row.kreis ?? ''}`,
    columns: [
      {
        key: 'name',
        label: 'Körperschaft',
        value: (row) => row.body.name,
        cell: (row) =>
          textLink(`/kommunen/${row.body.ags}/pflichten/${leistung.id}?datum=${date}`, row.body.name),
        sortable: true,
        width: 'wide',
      },
      { key: 'ags', label: 'AGS', value: (row) => row.body.ags, sortable: true, exportOnly: true },
      { key: 'klasse', label: 'Größenklasse', value: (row) => row.klasse, sortable: true },
      { key: 'kreis', label: 'Kreis', value: (row) => row.kreis, sortable: true },
      {
        key: 'ergebnis',
        label: 'Wer ist zuständig?',
        value: (row) => row.verdict,
        cell: (row) => verdictBadge(row.verdict),
        sortable: true,
      },
      { key: 'stelle', label: 'Stelle', value: (row) => row.stelle?.name ?? null, sortable: true },
      { key: 'beleg', label: 'Beleg', value: (row) => row.beleg, sortable: true, exportOnly: true },
    ],
    filters: [
      {
        key: 'urteil',
        label: 'Zuständig',
        options: verdictWords.map((word) => ({ value: word, label: word })),
        values: (row) => row.verdict,
      },
      {
        key: 'klasse',
        label: 'Größenklasse',
        options: distinctOptions((row: BodyRow) => row.klasse),
        values: (row) => row.klasse,
      },
      {
        key: 'kreis',
        label: 'Kreis',
        options: distinctOptions((row: BodyRow) => row.kreis),
        values: (row) => row.kreis,
      },
    ],
  };
}
