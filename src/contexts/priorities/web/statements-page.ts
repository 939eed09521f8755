import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  answerList,
  distinctOptions,
  emptyState,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import { type Angabe, angabeLesen } from '../domain/angabe.ts';
import { kriteriumText } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readAngaben } from '../store-angaben.ts';
import { spaltenLabel } from '../tabelle.ts';
import { viewerOf } from '../use-cases/viewer.ts';
import { flashOf } from './answers.ts';
import { paths } from './paths.ts';

/** What was stated of the criteria, as page, CSV and XLSX; the files come back through the import without a change. */
export function statementsRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'priorities.statements',
    method: 'GET',
    path: `${paths.angaben}${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

/** A statement with the name of what it is about. */
interface Zeile {
  readonly angabe: Angabe;
  readonly name: string;
}

function nameOf(catalogue: Catalogue, { bezugArt, bezugId }: Angabe): string {
  const name =
    bezugArt === 'ozg'
      ? catalogue.ozgById.get(Number(bezugId))?.name
      : catalogue.leistungen.find(({ id }) => id === bezugId)?.name;
  return name ?? 'nicht mehr im Katalog';
}

const definition: ListDefinition<Zeile> = {
  id: 'prioritaeten-angaben',
  defaultSort: { key: 'bezeichnung', descending: false },
  search: ({ angabe, name }) => `${name} ${angabe.bezugId} ${angabe.quelle}`,
  columns: [
    {
      key: 'bezeichnung',
      label: spaltenLabel.bezeichnung,
      width: 'wide',
      sortable: true,
      value: ({ name }) => name,
      cell: ({ angabe: { bezugArt, bezugId }, name }) =>
        bezugArt === 'ozg' ? html`OZG-Leistung ${name}` : textLink(paths.leistung(bezugId), name),
    },
    { key: 'bezug', label: spaltenLabel.bezug, sortable: true, value: ({ angabe }) => angabe.bezugId },
    {
      key: 'kriterium',
      label: spaltenLabel.kriterium,
      sortable: true,
      value: ({ angabe }) => kriteriumText[angabe.kriterium].label,
    },
    {
      key: 'wert',
      label: spaltenLabel.wert,
      value: ({ angabe }) => angabe.rohwert,
      cell: ({ angabe: { kriterium, rohwert } }) =>
        rohwert === null || kriterium === 'bedarf'
          ? 'zurückgenommen'
          : angabeLesen[kriterium].zeigen(rohwert),
    },
    { key: 'quelle', label: spaltenLabel.quelle, width: 'wide', value: ({ angabe }) => angabe.quelle },
    {
      key: 'stand',
      label: spaltenLabel.stand,
      kind: 'date',
      sortable: true,
      value: ({ angabe }) => angabe.stand,
    },
  ],
  filters: [
    {
      key: 'kriterium',
      label: 'Kriterium',
      options: distinctOptions(({ angabe }: Zeile) => kriteriumText[angabe.kriterium].label),
      values: ({ angabe }) => kriteriumText[angabe.kriterium].label,
    },
  ],
};

async function answer(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const { tenant, actor, provider, darfFuehren } = viewer.value;
  const angaben = await deps.db.withTenant(tenant, actor, (tx) => readAngaben(tx, provider.id));
  const catalogue = await deps.catalogue();
  const rows = angaben.map((angabe) => ({ angabe, name: nameOf(catalogue, angabe) }));
  const today = deps.clock.today();
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `prioritaeten-angaben-${today}`,
    title: 'Angaben zu den Kriterien',
    source: `Angaben von ${provider.name}; je Zeile steht die Quelle`,
    state: `Stichtag ${formatLocalDate(today)}`,
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Angaben zu den Kriterien',
    preline: 'Prioritäten',
    lead: 'Was die Leute des IT-Dienstleisters angegeben haben, je mit Quelle und Stand. Eine Angabe zu einer OZG-Leistung gilt für alle ihre Leistungen ohne eigene Angabe.',
    wide: true,
    breadcrumb: [{ label: 'Prioritäten', href: paths.rang }],
    ...flashOf(request),
    main: listPage(definition, answered.result, {
      action: paths.angaben,
      caption: 'Angaben zu den Kriterien',
      problems: answered.problems,
      noun: ['Angabe', 'Angaben'],
      emptyState: emptyState({
        title: 'Noch keine Angaben',
        body: 'Werte wie OZG-Priorität oder gesellschaftliche Relevanz stehen in keinem Register. Der IT-Dienstleister gibt sie an: auf der Seite einer Leistung oder mit einer Tabelle.',
        ...(darfFuehren ? { action: linkButton('Tabelle einlesen', paths.einlesen) } : {}),
      }),
    }),
    nextSteps: [
      ...(darfFuehren ? [{ label: 'Angaben aus einer Tabelle einlesen', href: paths.einlesen }] : []),
      { label: 'Woher die Werte kommen', href: paths.kriterien },
    ],
  });
}
