import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  type AnsweredList,
  answerList,
  button,
  buttonRow,
  emptyState,
  form,
  linkButton,
  listEndings,
  listFormatOf,
  listPage,
  listParametersOf,
  section,
  textLink,
} from '#ui';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { type Rangfolge, readRangfolge } from '../use-cases/read-rangfolge.ts';
import { type Viewer, viewerOf } from '../use-cases/viewer.ts';
import { flashOf } from './answers.ts';
import { paths, withWeights } from './paths.ts';
import { type Rangzeile, rangDefinition, rangzeilen } from './rank-list.ts';
import { datenlage, grundlageSatz, topChart, topStability } from './rank-parts.ts';
import { head, refusedContent } from './rank-refused.ts';
import { weightFields } from './weights-form.ts';
import { gewichtParameter, gewichtungQuery, weightsOf, wunschOf } from './weights-query.ts';

/** The ranking as page, CSV and XLSX, all with the same rows under the same weights. */
export function rankRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'priorities.rank',
    method: 'GET',
    path: `${paths.rang}${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const ranked = await readRangfolge(deps, viewer.value, wunschOf(request.query));
  if (!ranked.ok)
    return listFormatOf(request.path) === null && ranked.refusal.kind === 'invalid'
      ? refusedPage(refusedContent(request, ranked.refusal), ranked.refusal)
      : refusal(ranked.refusal);
  const weights = weightsOf(request.query);
  const definition = rangDefinition(ranked.value, (id) => withWeights(paths.leistung(id), weights));
  const answered = await answerList(deps, { definition, rows: rangzeilen(ranked.value) }, request, {
    fileName: `prioritaeten-${ranked.value.welt.stichtag}`,
    title: 'Prioritäten',
    source: `Kriterien und Gewichte von ${viewer.value.provider.name}; je Wert steht die Herkunft dabei`,
    state: `Stichtag ${formatLocalDate(ranked.value.welt.stichtag)}`,
  });
  if (answered.kind !== 'list') return answered;
  return page(content({ request, viewer: viewer.value, ranked: ranked.value, definition, answered }));
}

interface Shown {
  readonly request: PageRequest;
  readonly viewer: Viewer;
  readonly ranked: Rangfolge;
  readonly definition: ReturnType<typeof rangDefinition>;
  readonly answered: AnsweredList<Rangzeile>;
}

function content(shown: Shown): PageContent {
  const { request, viewer, ranked, definition, answered } = shown;
  const weights = weightsOf(request.query);
  return {
    ...head,
    ...flashOf(request),
    main: html`${weightsSection(shown)}
<div id="rang-spitze" data-live>${section('Die ersten Plätze', html`<p class="kern-body">${grundlageSatz(ranked.grundlage, ranked.geaendert)}</p>${datenlage(ranked)}${topChart(ranked, weights)}`)}</div>
${section(
  'Alle Leistungen',
  listPage(definition, answered.result, {
    action: paths.rang,
    caption: 'Rangfolge der Leistungen',
    problems: answered.problems,
    noun: ['Leistung', 'Leistungen'],
    emptyState: emptyState({ title: 'Keine Leistungen', body: 'Der Katalog ist leer.' }),
  }),
)}
<div id="rang-festigkeit" data-live>${topStability(ranked, weights)}</div>`,
    nextSteps: [
      { label: 'Woher die Werte kommen und wie sie gerechnet werden', href: paths.kriterien },
      { label: 'Zwei Leistungen vergleichen', href: withWeights(paths.vergleich, weights) },
      {
        label: viewer.darfFuehren ? 'Schemata und Beschlüsse' : 'Beschlossene Schemata',
        href: paths.schemata,
      },
      { label: 'Angaben zu den Kriterien', href: paths.angaben },
      { label: 'Einführungsstrategie', href: paths.strategie },
      ...(viewer.darfFuehren
        ? [{ label: 'Weiter zum Plan: Maßnahmen aus dem Bedarf', href: '/planung/massnahmen/bedarf' }]
        : [{ label: 'Nächste Schritte', href: '/naechste-schritte' }]),
    ],
  };
}

function weightsSection({ viewer, ranked, definition, answered }: Shown) {
  const query = gewichtungQuery(ranked.gewichtung);
  // What the list was asked stays when the weights change; the page begins anew.
  const kept = [...listParametersOf(definition, { ...answered.result.query, page: 1 })].filter(
    ([name]) => !gewichtParameter.includes(name) || name === 'schema',
  );
  const save = viewer.darfFuehren
    ? html`<p class="kern-body" id="rang-speichern" data-live>${textLink(withWeights(`${paths.schemata}/neu`, query), 'Diese Gewichte als Schema speichern')}</p>`
    : '';
  return section(
    'Gewichte',
    html`${form(
      { action: paths.rang, method: 'get', label: 'Gewichte', id: 'gewichte' },
      html`${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${weightFields({ gewichtung: ranked.gewichtung, problems: [] })}${buttonRow(
        button('Neu berechnen'),
        linkButton('Zurücksetzen', paths.rang, { kind: 'tertiary' }),
      )}<p class="kern-sr-only" role="status"></p>`,
    )}${save}`,
    { lead: 'Ganze Zahlen von 0 bis 100. Es zählt, wie sie zueinander stehen.' },
  );
}
