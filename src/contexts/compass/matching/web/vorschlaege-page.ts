import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { artLabel, statusLabel } from '#solutions';
import { answerList, emptyState, type ListDefinition, listEndings, listPage, section, textLink } from '#ui';
import { readerOf } from '../../use-cases/editor.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { lueckenOf, type Vorschlag, vorschlaegeFor } from '../use-cases/luecken.ts';
import { kurzgrund, punkteText } from '../views/gruende.ts';

/** The Lösungen that close most gaps of the own Kommune: the page and its two files. */
export function vorschlaegeRoutes(deps: MatchingDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'compass.suggestions',
    method: 'GET',
    path: `/loesungen-vorschlaege${ending}`,
    access: { permission: 'compass.stand.read' },
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const found = await lueckenOf(deps, reader.value);
  if (!found.ok) return refusal(found.refusal);
  const { name, ags } = reader.value.kommune;
  const list = await answerList(deps, { definition, rows: vorschlaegeFor(found.value) }, request, {
    fileName: `loesungen-vorschlaege-${ags}-${found.value.date}`,
    title: `Lösungen, die Lücken von ${name} schließen`,
    source: `Angaben der Kommune ${name} und das Register der Lösungen in dieser Installation`,
    state: formatLocalDate(found.value.date),
  });
  if (list.kind !== 'list') return list;
  return page({
    title: 'Was schließt die meisten Lücken?',
    preline: `Lösungen für ${name}`,
    lead: 'Zuerst steht, was am meisten Ihrer Lücken schließt; bei gleich vielen entscheiden die Gründe. Ohne Angabe zu einer Pflicht zählt sie als Lücke.',
    breadcrumb: [
      { label: 'Umsetzungsstand', href: '/stand' },
      { label: 'Lücken', href: '/stand/luecken' },
    ],
    wide: true,
    main: section(
      'Vorschläge',
      listPage(definition, list.result, {
        action: '/loesungen-vorschlaege',
        caption: `Vorschläge für ${name}`,
        problems: list.problems,
        noun: ['Lösung', 'Lösungen'],
        emptyState: emptyState({
          title: 'Keine Lösung im Register schließt eine Ihrer Lücken',
          body: html`Kennen Sie eine? ${textLink('/loesungen/neu', 'Tragen Sie sie bei')}.`,
        }),
      }),
    ),
    nextSteps: [
      { label: 'Lücken einzeln ansehen', href: '/stand/luecken' },
      { label: 'Alle Lösungen', href: '/loesungen' },
    ],
  });
}

const namesShown = 4;

function namesOf({ luecken }: Vorschlag): string {
  const names = luecken.map(({ zeile }) => zeile.ort.name);
  const more = names.length - namesShown;
  return `${names.slice(0, namesShown).join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`;
}

const definition: ListDefinition<Vorschlag> = {
  id: 'vorschlaege',
  // No column has this key: the rows stay in their rank.
  defaultSort: { key: 'rang', descending: false },
  search: ({ rang, luecken }) =>
    `${rang.loesung.inhalt.name} ${luecken.map(({ zeile }) => zeile.ort.name).join(' ')}`,
  columns: [
    {
      key: 'name',
      label: 'Lösung',
      value: ({ rang }) => rang.loesung.inhalt.name,
      cell: ({ rang: { loesung } }) =>
        html`${textLink(`/loesungen/${loesung.id}`, loesung.inhalt.name)}<p class="kern-body kern-body--small kern-body--muted">${artLabel[loesung.inhalt.art]}</p>`,
      sortable: true,
      width: 'wide',
    },
    {
      key: 'schliesst',
      label: 'Schließt Lücken',
      kind: 'number',
      value: ({ luecken }) => luecken.length,
      sortable: true,
    },
    { key: 'leistungen', label: 'Welche', value: namesOf, width: 'wide' },
    {
      key: 'faelle',
      label: 'Fälle im Jahr',
      kind: 'number',
      value: ({ faelle }) => faelle,
      sortable: true,
    },
    { key: 'warum', label: 'Warum', value: ({ rang }) => kurzgrund(rang), width: 'wide' },
    {
      key: 'punkte',
      label: 'Punkte',
      kind: 'number',
      value: ({ rang }) => Math.round(rang.punkte / 100) / 10,
      cell: ({ rang }) => punkteText(rang.punkte),
      sortable: true,
    },
    { key: 'id', label: 'Kennung', value: ({ rang }) => rang.loesung.id, exportOnly: true },
  ],
  filters: [
    {
      key: 'status',
      label: 'Status',
      options: Object.entries(statusLabel).map(([value, label]) => ({ value, label })),
      values: ({ rang }) => rang.loesung.status,
    },
    {
      key: 'art',
      label: 'Art',
      options: Object.entries(artLabel).map(([value, label]) => ({ value, label })),
      values: ({ rang }) => rang.loesung.inhalt.art,
    },
  ],
};
