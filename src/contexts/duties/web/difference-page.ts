import { html } from 'hono/html';
import { addDays, formatLocalDate, type LocalDate, ok, parseLocalDate, type Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  answerList,
  button,
  emptyState,
  form,
  formatNumber,
  inputField,
  listEndings,
  listPage,
  section,
  statTiles,
} from '#ui';
import { groessenklasseLabel } from '../domain/groessenklasse.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { answerDifference, type DifferenceAnswer } from '../use-cases/answer-difference.ts';
import { unterschiedList } from './unterschied-list.ts';

/** What changed for a Kommune between two days: the page and its two exports. */
export function differenceRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const route = (ending: string): PageRoute => ({
    capability: 'duties.differences',
    method: 'GET',
    path: `/kommunen/:ags/aenderungen${ending}`,
    access: 'public',
    handle: (request) => answer(deps, request),
  });
  return listEndings.map(route);
}

async function answer(deps: DutiesDeps, { params, path, query }: PageRequest): Promise<PageAnswer> {
  const today = deps.clock.today();
  const [von, bis] = [readDay(query, 'von', addDays(today, -365)), readDay(query, 'bis', today)];
  if (!von.ok) return { kind: 'refusal', refusal: von.refusal };
  if (!bis.ok) return { kind: 'refusal', refusal: bis.refusal };
  const found = answerDifference(await deps.world(), params.ags ?? '', von.value, bis.value);
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const definition = unterschiedList({
    id: `aenderungen-${found.value.body.ags}`,
    keeps: ['von', 'bis'],
    withBody: false,
    reasonsOn: found.value.bis,
  });
  const answered = await answerList(
    deps,
    { definition, rows: found.value.rows },
    { path, query },
    {
      fileName: `aenderungen-${found.value.body.ags}-${found.value.von}-${found.value.bis}`,
      title: `Änderungen für ${found.value.body.name}`,
      source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
      state: `${formatLocalDate(found.value.von)} gegen ${formatLocalDate(found.value.bis)}`,
    },
  );
  if (answered.kind === 'download') return answered;
  const action = `/kommunen/${found.value.body.ags}/aenderungen`;
  const list = listPage(definition, answered.result, {
    action,
    caption: `Änderungen für ${found.value.body.name}`,
    problems: answered.problems,
    noun: ['Änderung', 'Änderungen'],
    emptyState: emptyState({
      title: 'Nichts hat sich geändert',
      body: 'An beiden Tagen lautet jede Antwort gleich. Wählen Sie andere Tage.',
    }),
  });
  return { kind: 'page', content: content(found.value, action, list) };
}

/** A day in the address under its own name, else the given one. */
function readDay(query: URLSearchParams, name: string, standard: LocalDate): Result<LocalDate> {
  const text = query.get(name);
  return text === null || text === '' ? ok(standard) : parseLocalDate(text);
}

function content(
  { body, von, bis, klasseVon, klasseBis, rows }: DifferenceAnswer,
  action: string,
  list: ReturnType<typeof listPage>,
): PageContent {
  const days = `${formatLocalDate(von)} und ${formatLocalDate(bis)}`;
  return {
    title: `Was hat sich für ${body.name} geändert?`,
    preline: 'Vergleich zweier Tage',
    lead: `Verglichen werden ${days}. Gezeigt ist jede Leistung, für die an den beiden Tagen eine andere Stelle zuständig ist oder ein anderer Grund offen bleibt.`,
    wide: true,
    breadcrumb: [
      { label: 'Kommunen', href: '/kommunen' },
      { label: body.name, href: `/kommunen/${body.ags}` },
      { label: 'Pflichten', href: `/kommunen/${body.ags}/pflichten?datum=${bis}` },
    ],
    main: html`
      ${form(
        { action, method: 'get', label: 'Tage wählen' },
        html`<div class="lw-inline-form">${inputField({ name: 'von', label: 'Erster Tag', type: 'date', value: von })}${inputField({ name: 'bis', label: 'Zweiter Tag', type: 'date', value: bis })}${button('Vergleichen', { kind: 'secondary' })}</div>`,
      )}
      ${section('Auf einen Blick', html`${statTiles(tilesOf(rows))}${klasseVon === klasseBis ? '' : html`<p>Die Größenklasse hat sich geändert: ${labelOf(klasseVon)} → ${labelOf(klasseBis)}.</p>`}`)}
      ${section('Die Änderungen', list)}`,
    nextSteps: [
      { label: `Pflichten am ${formatLocalDate(von)}`, href: `/kommunen/${body.ags}/pflichten?datum=${von}` },
      { label: `Pflichten am ${formatLocalDate(bis)}`, href: `/kommunen/${body.ags}/pflichten?datum=${bis}` },
    ],
  };
}

function tilesOf(rows: DifferenceAnswer['rows']) {
  const count = (test: (row: DifferenceAnswer['rows'][number]) => boolean) =>
    formatNumber(rows.filter(test).length);
  const own = (verdict: string) => verdict === 'selbst';
  return [
    { label: 'Geändert', value: formatNumber(rows.length), note: 'Leistungen mit anderer Antwort' },
    {
      label: 'Neu selbst zuständig',
      value: count(({ vorher, nachher }) => own(nachher.verdict) && !own(vorher.verdict)),
    },
    {
      label: 'Nicht mehr selbst',
      value: count(({ vorher, nachher }) => own(vorher.verdict) && !own(nachher.verdict)),
    },
    {
      label: 'Neu offen',
      value: count(({ vorher, nachher }) => nachher.offen !== null && vorher.offen === null),
    },
  ];
}

function labelOf(klasse: DifferenceAnswer['klasseVon']): string {
  return klasse === null ? 'ohne Beleg' : groessenklasseLabel[klasse];
}
