import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { answerList, emptyState, formatInstant, type ListDefinition, listPage, textLink } from '#ui';
import { ownDelegationAngaben } from '../../delegation-actions.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import type { DutiesWorld } from '../../duties-world.ts';
import type { DelegationAngabe } from '../../store-delegation.ts';
import { aufgabeName } from '../../use-cases/answer-delegations.ts';
import { paths } from './paths.ts';

const standLabel = { bestaetigt: 'bestätigt', abgelehnt: 'abgelehnt' } as const;

/** What became of a statement, in a word. */
export function angabeStand({ entscheidung }: DelegationAngabe): string {
  return entscheidung === null ? 'wartet auf Bestätigung' : standLabel[entscheidung];
}

/** What a statement says, in a line. */
export function angabeTitle(world: DutiesWorld, { inhalt }: DelegationAngabe): string {
  if (inhalt.art === 'beenden') return `Ende am ${formatLocalDate(inhalt.letzterTag)}: ${inhalt.zielId}`;
  const { von, nach, aufgabeIds } = inhalt.uebertragung;
  const name = world.duties.bodyByAgs.get(von)?.name ?? von;
  return `${name} → ${nach?.name ?? 'nicht belegt'}: ${aufgabeIds.map((id) => aufgabeName(world, id)).join(', ')}`;
}

interface Row {
  readonly angabe: DelegationAngabe;
  readonly title: string;
}

const definition: ListDefinition<Row> = {
  id: 'delegation-angaben',
  defaultSort: { key: 'am', descending: true },
  search: ({ angabe, title }) => `${title} ${angabe.haus}`,
  columns: [
    {
      key: 'was',
      label: 'Angabe',
      value: ({ title }) => title,
      cell: ({ angabe, title }) => textLink(paths.statement(angabe.id), title),
      sortable: true,
      width: 'wide',
    },
    { key: 'haus', label: 'Von', value: ({ angabe }) => angabe.haus, sortable: true },
    {
      key: 'am',
      label: 'Am',
      kind: 'date',
      value: ({ angabe }) => angabe.angegebenAm.toISOString().slice(0, 10),
      cell: ({ angabe }) => formatInstant(angabe.angegebenAm),
      sortable: true,
    },
    { key: 'stand', label: 'Stand', value: ({ angabe }) => angabeStand(angabe), sortable: true },
    { key: 'antwort', label: 'Antwort', value: ({ angabe }) => angabe.antwort, exportOnly: true },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: ['wartet auf Bestätigung', 'bestätigt', 'abgelehnt'].map((value) => ({ value, label: value })),
      values: ({ angabe }) => angabeStand(angabe),
    },
  ],
};

/** The statements that the reader's organisation made or received. */
export async function showStatements(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const world = await deps.world();
  const rows = (await ownDelegationAngaben(deps, request.principal)).map((angabe) => ({
    angabe,
    title: angabeTitle(world, angabe),
  }));
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: 'angaben-zum-register',
    title: 'Angaben zum Register der Übertragungen',
    source: 'Register der Übertragungen',
    state: formatLocalDate(deps.clock.today()),
  });
  if (answered.kind === 'download') return answered;
  const main = listPage(definition, answered.result, {
    action: paths.statements,
    caption: 'Angaben zum Register',
    problems: answered.problems,
    noun: ['Angabe', 'Angaben'],
    emptyState: emptyState({
      title: 'Noch keine Angaben',
      body: 'Was Ihre Organisation zum Register angibt oder zu bestätigen hat, steht hier.',
    }),
  });
  return {
    kind: 'page',
    content: {
      title: 'Unsere Angaben zum Register',
      preline: 'Register der Übertragungen',
      breadcrumb: [{ label: 'Register der Übertragungen', href: paths.register }],
      wide: true,
      main,
      nextSteps: [{ label: 'Übertragung angeben', href: paths.create }],
    },
  };
}
