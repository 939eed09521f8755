import { html } from 'hono/html';
import { formatLocalDate, type Result } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  type AnsweredList,
  answerList,
  emptyState,
  formatNumber,
  type ListDefinition,
  listEndings,
  listPage,
  section,
  table,
  textLink,
} from '#ui';
import { orteOf } from '../../use-cases/leistung-orte.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { type Geholfen, type Nutzen, nutzenOf } from '../use-cases/nutzen.ts';
import { type Sicht, sichtOf } from '../use-cases/sicht.ts';
import { type Asked, definitionFor } from './nutzen-list.ts';

/** Whom a Lösung would help most: the page and its two files. */
export function nutzenRoutes(deps: MatchingDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'compass.benefit',
    method: 'GET',
    path: `/loesungen/:id/nutzen${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function ask(deps: MatchingDeps, { principal, params }: PageRequest): Promise<Result<Asked>> {
  const sicht = await sichtOf(deps, principal);
  if (!sicht.ok) return sicht;
  const nutzen = await nutzenOf(deps, sicht.value, params.id ?? '');
  if (!nutzen.ok) return nutzen;
  const orte = orteOf((await deps.world()).catalogue);
  const nameOf = (id: string) => orte.get(id)?.name ?? id;
  return { ok: true, value: { sicht: sicht.value, nutzen: nutzen.value, nameOf } };
}

async function answer(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const asked = await ask(deps, request);
  if (!asked.ok) return refusal(asked.refusal);
  const { loesung, kommunen, date } = asked.value.nutzen;
  const definition = definitionFor(asked.value);
  const list = await answerList(deps, { definition, rows: kommunen }, request, {
    fileName: `nutzen-${loesung.id}-${date}`,
    title: `Wem „${loesung.inhalt.name}“ hilft`,
    source: 'Angaben der Kommunen, die ihren Umsetzungsstand teilen',
    state: formatLocalDate(date),
  });
  return list.kind === 'list' ? page(content(asked.value, definition, list)) : list;
}

function content(
  { sicht, nutzen, nameOf }: Asked,
  definition: ListDefinition<Geholfen>,
  list: AnsweredList<Geholfen>,
): PageContent {
  const { loesung, ohneEinwilligung } = nutzen;
  const address = `/loesungen/${loesung.id}/nutzen`;
  const fehlen =
    ohneEinwilligung === 1 ? 'Eine Kommune fehlt' : `${formatNumber(ohneEinwilligung)} Kommunen fehlen`;
  return {
    title: `Wem „${loesung.inhalt.name}“ hilft`,
    preline: 'Lösung',
    lead: `Gezählt werden Lücken: Pflichten, die nicht online sind, unter Reifegrad 3 liegen oder ohne Angabe sind.${ohneEinwilligung > 0 ? ` ${fehlen} hier, weil sie ihren Stand nicht teilen.` : ''}`,
    breadcrumb: [
      { label: 'Lösungen', href: '/loesungen' },
      { label: loesung.inhalt.name, href: `/loesungen/${loesung.id}` },
    ],
    wide: true,
    main: html`${own(nutzen, nameOf, sicht)}${section(
      sicht.kommune ? 'Ihre und andere Kommunen' : 'Kommunen Ihres Verbunds',
      listPage(definition, list.result, {
        action: address,
        caption: 'Kommunen, denen die Lösung hilft',
        problems: list.problems,
        noun: ['Kommune', 'Kommunen'],
        emptyState: emptyState({
          title: 'Keine Lücke, die sie schließt',
          body: 'Von den Kommunen, die ihren Stand teilen, braucht diese Lösung heute keine.',
        }),
      }),
    )}`,
    nextSteps: [
      { label: 'Zur Lösung', href: `/loesungen/${loesung.id}` },
      ...(sicht.kommune ? [{ label: 'Ihre Lücken', href: '/stand/luecken' }] : []),
      { label: 'Kommunen mit demselben Bedarf', href: '/buendel' },
    ],
  };
}

function own({ kommunen }: Nutzen, nameOf: Asked['nameOf'], { kommune }: Sicht) {
  if (kommune === null) return '';
  const mine = kommunen.find(({ eigene }) => eigene);
  if (mine === undefined)
    return section(`Für ${kommune.name}`, html`<p class="kern-body">Sie schließt keine Ihrer Lücken.</p>`);
  return section(
    `Für ${kommune.name}`,
    html`<p class="kern-body">${mine.satz}</p>${table({
      caption: 'Diese Lücken schließt sie',
      small: true,
      columns: [{ label: 'Leistung', width: 'wide' }, { label: 'Nummer' }],
      rows: mine.deckt.map((id) => [textLink(`/stand/luecken/${id}`, nameOf(id)), id]),
    })}`,
  );
}
