import { html } from 'hono/html';
import { evidenceLabel, type LocalDate, ok } from '#kernel';
import type { PageContent, PageRoute } from '#platform';
import {
  type AnsweredList,
  barChart,
  dateForm,
  distinctOptions,
  evidenceBadge,
  type ListDefinition,
  listPage,
  onDay,
  section,
  textLink,
} from '#ui';
import { akteurArten, type Rolle, schritte } from '../domain/akteur.ts';
import type { LawDeps, LawWorld } from '../law-world.ts';
import { type AkteurWithRoles, akteureOn, findAkteur } from '../use-cases/find-akteur.ts';
import { akteurContent } from './akteur-page.ts';
import { type AskedList, ask, listRoutes, pageRoute } from './ask.ts';
import { artLabel, ebeneLabel, schrittLabel } from './labels.ts';
import { validityOf } from './parts.ts';

/** The Akteure: a list, and a page for each. */
export function akteurePages(deps: LawDeps): readonly PageRoute[] {
  const prepare = async (request: Parameters<PageRoute['handle']>[0]) => {
    const asked = await ask(deps, request);
    if (!asked.ok) return asked;
    const { world, date } = asked.value;
    const rows = akteureOn(world.law, date);
    const list = { definition: definitionOn(date), rows, title: 'Akteure', fileName: 'akteure' };
    return ok({ ...asked.value, ...list });
  };
  return [
    ...listRoutes(deps, { capability: 'law.akteure', path: '/akteure' }, prepare, listContent),
    pageRoute('law.akteur', '/akteure/:id', async (request) => {
      const asked = await ask(deps, request);
      if (!asked.ok) return asked;
      const found = findAkteur(asked.value.world.law, request.params.id ?? '', asked.value.date);
      return found.ok ? ok(akteurContent(asked.value, found.value)) : found;
    }),
  ];
}

/** The list with links that carry the day along. */
function definitionOn(date: LocalDate): ListDefinition<AkteurWithRoles> {
  const name: ListDefinition<AkteurWithRoles>['columns'][number] = {
    key: 'name',
    label: 'Akteur',
    value: ({ akteur }) => akteur.name,
    cell: ({ akteur }) => textLink(`/akteure/${akteur.id}?datum=${date}`, akteur.name),
    sortable: true,
    width: 'wide',
  };
  return { ...definition, columns: [name, ...definition.columns] };
}

const definition: ListDefinition<AkteurWithRoles> = {
  id: 'akteure',
  keeps: ['datum'],
  defaultSort: { key: 'name', descending: false },
  search: ({ akteur }) => `${akteur.name} ${akteur.kurz ?? ''} ${akteur.aufgabe}`,
  columns: [
    { key: 'art', label: 'Art', value: ({ akteur }) => artLabel[akteur.art], sortable: true },
    { key: 'ebene', label: 'Ebene', value: ({ akteur }) => ebeneLabel[akteur.ebene], sortable: true },
    {
      key: 'schritte',
      label: 'Schritte',
      value: ({ rollen }) => stepsOf(rollen).join(', ') || null,
      cell: ({ rollen }) => stepsOf(rollen).join(', ') || 'keine Rolle belegt',
    },
    {
      key: 'beleg',
      label: 'Beleg',
      value: ({ akteur }) => evidenceLabel[akteur.evidenz],
      cell: ({ akteur }) => evidenceBadge(akteur.evidenz),
      sortable: true,
    },
    { key: 'id', label: 'Kennung', value: ({ akteur }) => akteur.id, exportOnly: true },
    { key: 'aufgabe', label: 'Aufgabe', value: ({ akteur }) => akteur.aufgabe, exportOnly: true },
    {
      key: 'rollen',
      label: 'Rollen',
      kind: 'number',
      value: ({ rollen }) => rollen.length,
      exportOnly: true,
    },
    { key: 'website', label: 'Website', value: ({ akteur }) => akteur.website, exportOnly: true },
    { key: 'quelle', label: 'Quelle', value: ({ akteur }) => akteur.quelle.title, exportOnly: true },
    { key: 'gueltig', label: 'Gültig', value: ({ akteur }) => validityOf(akteur), exportOnly: true },
    { key: 'hinweis', label: 'Hinweis', value: ({ akteur }) => akteur.hinweis, exportOnly: true },
  ],
  filters: [
    {
      key: 'art',
      label: 'Art',
      options: akteurArten.map((value) => ({ value, label: artLabel[value] })),
      values: ({ akteur }) => akteur.art,
    },
    {
      key: 'schritt',
      label: 'Schritt',
      options: schritte
        .filter((schritt) => schritt !== 'vollzieht')
        .map((value) => ({ value, label: schrittLabel[value] })),
      values: ({ rollen }) => rollen.map(({ schritt }) => schritt),
    },
    {
      key: 'beleg',
      label: 'Beleg',
      options: distinctOptions(({ akteur }: AkteurWithRoles) => evidenceLabel[akteur.evidenz]),
      values: ({ akteur }) => evidenceLabel[akteur.evidenz],
    },
  ],
};

function stepsOf(rollen: readonly Rolle[]): readonly string[] {
  const taken = new Set(rollen.map(({ schritt }) => schritt));
  return schritte.filter((schritt) => taken.has(schritt)).map((schritt) => schrittLabel[schritt]);
}

function listContent(asked: AskedList<AkteurWithRoles>, list: AnsweredList<AkteurWithRoles>): PageContent {
  const { rows, date, world } = asked;
  const without = rows.filter(({ rollen }) => rollen.length === 0).length;
  return {
    title: 'Bund, Land, Kommune: die Akteure',
    preline: 'Wer macht was?',
    lead: `Wer an Leistungen mitwirkt, und in welchem Schritt, ${onDay(date)}. Erfasst ist nur, was eine Quelle sagt; bei ${without} von ${rows.length} ist keine Rolle belegt. ${federfuehrung(world, rows)} Wer eine Leistung regelt und vollzieht, rechnet Leitwerk für jede Leistung aus.`,
    wide: true,
    main: html`${dateForm('/akteure', date)}${section(
      'Auf einen Blick',
      barChart({
        id: 'akteure-art',
        caption: 'Akteure nach Art',
        description: `${rows.length} Akteure sind erfasst.`,
        parts: akteurArten.map((art) => ({
          label: artLabel[art],
          value: rows.filter(({ akteur }) => akteur.art === art).length,
        })),
      }),
    )}${section(
      'Alle Akteure',
      listPage(asked.definition, list.result, {
        action: '/akteure',
        caption: 'Akteure',
        problems: list.problems,
        noun: ['Akteur', 'Akteure'],
      }),
    )}`,
    nextSteps: [
      { label: 'Leistung suchen und sehen, wer was macht', href: `/katalog/leistungen?datum=${date}` },
      { label: 'Register und Fristen des OZG 2.0', href: `/ozg2?datum=${date}` },
    ],
  };
}

/** For how many Themenfelder no source says who leads the development. */
function federfuehrung({ catalogue }: LawWorld, rows: readonly AkteurWithRoles[]): string {
  const led = new Set(
    rows.flatMap(({ rollen }) =>
      rollen.filter(({ schritt }) => schritt === 'entwickelt').flatMap(({ bereich }) => bereich.themenfelder),
    ),
  );
  const all = catalogue.themenfelder.length;
  return `Für ${all - led.size} von ${all} Themenfeldern ist nicht belegt, wer federführend entwickelt.`;
}
