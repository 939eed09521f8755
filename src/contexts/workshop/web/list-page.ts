import { type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import {
  type AnsweredList,
  answerList,
  distinctOptions,
  emptyState,
  formatInstant,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { listeWerke, type WerkZeile, type WerkZustand } from '../use-cases/liste.ts';
import { address, adresse, flashOf, route, withAutor } from './answers.ts';

export const zustandWort: Readonly<Record<WerkZustand, string>> = {
  entwurf: 'Entwurf',
  vorgelegt: 'Liegt zur Veröffentlichung vor',
  veroeffentlicht: 'Veröffentlicht',
  ausgeliefert: 'Mitgeliefert',
};

/** All services and drafts as page, CSV and XLSX. */
export function listRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    route('GET', 'workshop.list', ending, (request) => answer(deps, request)),
  );
}

const liste: ListDefinition<WerkZeile> = {
  id: 'werkstatt',
  defaultSort: { key: 'titel', descending: false },
  search: ({ titel, dienst }) => `${titel} ${dienst}`,
  columns: [
    {
      key: 'titel',
      label: 'Onlinedienst',
      value: ({ titel }) => titel,
      cell: ({ titel, dienst, entwurf }) =>
        textLink(entwurf ? adresse(dienst) : `${address}/neu?vorlage=${encodeURIComponent(dienst)}`, titel),
      sortable: true,
      width: 'wide',
    },
    { key: 'dienst', label: 'Kurzname', value: ({ dienst }) => dienst, sortable: true },
    { key: 'zustand', label: 'Zustand', value: ({ zustand }) => zustandWort[zustand], sortable: true },
    { key: 'fassung', label: 'Fassung', kind: 'number', value: ({ fassung }) => fassung, sortable: true },
    {
      key: 'geaendert',
      label: 'Geändert',
      kind: 'date',
      value: ({ geaendertAm }) => geaendertAm?.toISOString().slice(0, 10) ?? null,
      cell: ({ geaendertAm, geaendertVon }) =>
        geaendertAm === null
          ? '–'
          : `${formatInstant(geaendertAm)}${geaendertVon ? `, ${geaendertVon}` : ''}`,
      sortable: true,
    },
    { key: 'schritte', label: 'Schritte', kind: 'number', value: ({ schritte }) => schritte, hidden: true },
  ],
  filters: [
    {
      key: 'zustand',
      label: 'Zustand',
      options: distinctOptions(
        ({ zustand }) => zustand,
        (value) => zustandWort[value as WerkZustand],
      ),
      values: ({ zustand }) => zustand,
    },
  ],
};

function answer(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
  return withAutor(deps, request, async (autor) => {
    const rows = await listeWerke(deps, autor);
    const day = deps.clock.today();
    const answered = await answerList(deps, { definition: liste, rows }, request, {
      fileName: `werkstatt-${day}`,
      title: 'Werkstatt: Onlinedienste und Entwürfe',
      source: `Werkstatt von ${autor.anbieter.name}`,
      state: day,
    });
    return answered.kind === 'list' ? page(content(request, answered)) : answered;
  });
}

function content(request: PageRequest, answered: AnsweredList<WerkZeile>) {
  return {
    title: 'Werkstatt',
    lead: 'Hier bauen und ändern Sie Onlinedienste: Seiten, Fragen, Bedingungen, Gebühren und Texte. Was eine zweite Person veröffentlicht, können Kommunen sofort anbinden.',
    wide: true,
    ...flashOf(request),
    main: listPage(liste, answered.result, {
      action: address,
      caption: 'Onlinedienste und Entwürfe',
      problems: answered.problems,
      noun: ['Onlinedienst', 'Onlinedienste'],
      emptyState: emptyState({
        title: 'Noch kein Onlinedienst',
        body: 'Beginnen Sie den ersten: Titel und Leistung genügen.',
        action: linkButton('Onlinedienst beginnen', `${address}/neu`),
      }),
    }),
    nextSteps: [
      { label: 'Neuen Onlinedienst beginnen', href: `${address}/neu` },
      { label: 'Dateien eines Onlinedienstes einlesen', href: `${address}/einlesen` },
    ],
  };
}
