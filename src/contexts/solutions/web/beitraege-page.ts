import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { answerList, emptyState, formatInstant, type ListDefinition, listPage, textLink } from '#ui';
import { type Beitrag, type BeitragStand, beitragStand } from '../domain/beitrag.ts';
import type { Register } from '../domain/register.ts';
import { beitragArtLabel, beitragStandLabel } from '../messages.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { newestName } from '../use-cases/find-loesung.ts';
import { ownBeitraege } from '../use-cases/read-beitraege.ts';
import { type TakenMany, takeMany } from '../use-cases/take-many.ts';
import { paths } from '../views/paths.ts';
import { decideForm, outcome, type Row } from './take-many-form.ts';

const staende = Object.keys(beitragStandLabel) as readonly BeitragStand[];

/** What a contribution is about, in a few words. */
export function beitragTitel(register: Register, { inhalt, loesungId, inId }: Beitrag): string {
  const known = register.byId.get(loesungId);
  const name = inhalt?.name ?? (known ? newestName(known) : loesungId);
  if (inId === null) return name;
  const kept = register.byId.get(inId);
  return `${name} → ${kept ? newestName(kept) : inId}`;
}

const definition: ListDefinition<Row> = {
  id: 'loesungsbeitraege',
  defaultSort: { key: 'am', descending: true },
  search: ({ beitrag, titel }) => `${titel} ${beitrag.haus} ${beitrag.loesungId}`,
  columns: [
    {
      key: 'titel',
      label: 'Lösung',
      value: ({ titel }) => titel,
      cell: ({ beitrag, titel }) => textLink(paths.beitrag(beitrag.id), titel),
      sortable: true,
      width: 'wide',
    },
    { key: 'art', label: 'Beitrag', value: ({ beitrag }) => beitragArtLabel[beitrag.art], sortable: true },
    { key: 'haus', label: 'Von', value: ({ beitrag }) => beitrag.haus, sortable: true },
    {
      key: 'am',
      label: 'Am',
      kind: 'date',
      value: ({ beitrag }) => beitrag.beigetragenAm.toISOString().slice(0, 10),
      cell: ({ beitrag }) => formatInstant(beitrag.beigetragenAm),
      sortable: true,
    },
    {
      key: 'stand',
      label: 'Stand',
      value: ({ beitrag }) => beitragStandLabel[beitragStand(beitrag)],
      sortable: true,
    },
    { key: 'antwort', label: 'Antwort', value: ({ beitrag }) => beitrag.antwort, exportOnly: true },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: staende.map((value) => ({ value, label: beitragStandLabel[value] })),
      values: ({ beitrag }) => beitragStand(beitrag),
    },
  ],
};

/** The contributions that the reader's organisation made or has to decide. */
export function showBeitraege(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  return beitraegeAnswer(deps, request, null);
}

/** Takes several over at once and says what became of each. */
export async function receiveMany(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const done = await takeMany(deps, request.principal, request.form.getAll('beitrag'));
  return done.ok ? beitraegeAnswer(deps, request, done.value) : { kind: 'refusal', refusal: done.refusal };
}

async function beitraegeAnswer(
  deps: SolutionsDeps,
  request: PageRequest,
  done: TakenMany | null,
): Promise<PageAnswer> {
  const register = await deps.register();
  const rows = (await ownBeitraege(deps, request.principal)).map((beitrag) => ({
    beitrag,
    titel: beitragTitel(register, beitrag),
  }));
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: 'beitraege-zu-loesungen',
    title: 'Beiträge zum Register der Lösungen',
    source: 'Register der Lösungen',
    state: formatLocalDate(deps.clock.today()),
  });
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: paths.beitraege,
    caption: 'Beiträge zum Register',
    problems: answered.problems,
    noun: ['Beitrag', 'Beiträge'],
    emptyState: emptyState({
      title: 'Noch kein Beitrag',
      body: 'Was Ihre Organisation zum Register beiträgt oder zu entscheiden hat, steht hier.',
    }),
  });
  return {
    kind: 'page',
    content: {
      title: 'Beiträge zum Register der Lösungen',
      preline: 'Lösungen',
      breadcrumb: [{ label: 'Lösungen', href: paths.register }],
      wide: true,
      main: html`${done === null ? '' : outcome(done)}${list}${decideForm(rows, request)}`,
      nextSteps: [
        { label: 'Lösung beitragen', href: paths.create },
        { label: 'Tabelle einlesen', href: paths.import },
      ],
    },
  };
}
