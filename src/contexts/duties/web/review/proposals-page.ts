import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import {
  answerList,
  distinctOptions,
  emptyState,
  formatInstant,
  type ListDefinition,
  listPage,
  textLink,
} from '#ui';
import { vorschlagArtLabel } from '../../domain/regel-review.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import type { Vorschlag } from '../../store-vorschlag.ts';
import { readOwnVorschlaege } from '../../use-cases/read-review.ts';

interface Row extends Vorschlag {
  readonly aufgabe: string;
}

const definition: ListDefinition<Row> = {
  id: 'vorschlaege',
  defaultSort: { key: 'am', descending: true },
  search: ({ aufgabe, regelId, begruendung, haus }) => `${aufgabe} ${regelId} ${begruendung} ${haus}`,
  columns: [
    {
      key: 'aufgabe',
      label: 'Regel',
      value: ({ aufgabe }) => aufgabe,
      cell: ({ id, aufgabe }) => textLink(`/regeln/vorschlaege/${id}`, aufgabe),
      sortable: true,
      width: 'wide',
    },
    { key: 'art', label: 'Vorschlag', value: ({ art }) => vorschlagArtLabel[art], sortable: true },
    { key: 'haus', label: 'Von', value: ({ haus }) => haus, sortable: true },
    {
      key: 'am',
      label: 'Am',
      kind: 'date',
      value: ({ vorgeschlagenAm }) => vorgeschlagenAm.toISOString().slice(0, 10),
      cell: ({ vorgeschlagenAm }) => formatInstant(vorgeschlagenAm),
      sortable: true,
    },
    { key: 'stand', label: 'Stand', value: standOf, sortable: true },
    {
      key: 'begruendung',
      label: 'Begründung',
      value: ({ begruendung }) => begruendung || null,
      width: 'wide',
    },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: distinctOptions((row: Row) => standOf(row)),
      values: standOf,
    },
  ],
};

function standOf({ entscheidung }: Row): string {
  return entscheidung ?? 'offen';
}

/** The proposals that the reader's organisation made or received. */
export async function showProposals(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal } = request;
  const { duties } = await deps.world();
  const nameById = new Map(duties.facts.regelwerk.regeln.map(({ id, aufgabe }) => [id, aufgabe]));
  const own = principal === null ? [] : await readOwnVorschlaege(deps.db, principal);
  const rows = own.map((each) => ({
    ...each,
    aufgabe: nameById.get(each.regelId) ?? each.regel?.aufgabe ?? each.regelId,
  }));
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: 'vorschlaege-zu-regeln',
    title: 'Vorschläge zu Regeln',
    source: 'Werkbank der Regeln',
    state: formatLocalDate(deps.clock.today()),
  });
  if (answered.kind === 'download') return answered;
  const main = listPage(definition, answered.result, {
    action: '/regeln/vorschlaege',
    caption: 'Vorschläge zu Regeln',
    problems: answered.problems,
    noun: ['Vorschlag', 'Vorschläge'],
    emptyState: emptyState({
      title: 'Noch keine Vorschläge',
      body: 'Öffnen Sie eine Regel und bestätigen oder ändern Sie sie. Ihr Vorschlag steht dann hier, bis eine zweite Person entschieden hat.',
    }),
  });
  return {
    kind: 'page',
    content: {
      title: 'Vorschläge zu Regeln',
      preline: 'Werkbank',
      breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
      wide: true,
      main,
      nextSteps: [{ label: 'Regeln prüfen', href: '/regeln/pruefen' }],
    },
  };
}
