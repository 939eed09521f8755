import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
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
  linkButton,
  listEndings,
  listPage,
} from '#ui';
import { flashOf } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { readUmfragen, type Umfragezeile, type Wer, werOf } from '../use-cases/read-umfragen.ts';
import { umfrageliste } from './umfrage-list.ts';

/** The surveys of a house, or those that ask a Kommune, as page, CSV and XLSX. */
export function listRoutes(deps: SurveysDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'surveys.list',
    method: 'GET',
    path: `/bedarf${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: SurveysDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await werOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const zeilen = await readUmfragen(deps, wer.value);
  const definition = umfrageliste(wer.value.art);
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: 'bedarfsabfragen',
    title: 'Bedarfsabfragen',
    source: 'Bedarfsabfragen dieser Installation',
    state: `Stand ${formatLocalDate(deps.clock.today())}`,
  });
  return answered.kind === 'list' ? page(content(request, wer.value, definition, answered)) : answered;
}

function content(
  request: PageRequest,
  wer: Wer,
  definition: ListDefinition<Umfragezeile>,
  { result, problems }: AnsweredList<Umfragezeile>,
): PageContent {
  const runs = wer.art === 'fragt' && wer.fragende.darfFuehren;
  return {
    title: 'Bedarfsabfragen',
    lead:
      wer.art === 'fragt'
        ? 'Was brauchen Ihre Kommunen, und wann? Hier fragen Sie danach, sehen die Beteiligung und werten aus.'
        : 'Ihr IT-Dienstleister fragt, welche Leistungen Ihre Kommune online braucht. Was schon bekannt ist, steht ausgefüllt da.',
    wide: true,
    ...flashOf(request),
    main: html`${runs ? html`<p>${linkButton('Neue Bedarfsabfrage', '/bedarf/neu')}</p>` : ''}${listPage(
      definition,
      result,
      {
        action: '/bedarf',
        caption: 'Bedarfsabfragen',
        noun: ['Bedarfsabfrage', 'Bedarfsabfragen'],
        problems,
        emptyState: emptyState(
          wer.art === 'fragt'
            ? {
                title: 'Noch keine Bedarfsabfrage',
                body: `Legen Sie einen Entwurf an, wählen Sie den Umfang und öffnen Sie die Abfrage. Erst dann sehen Ihre Kommunen sie.`,
              }
            : {
                title: 'Zurzeit fragt Sie niemand',
                body: `Sobald Ihr IT-Dienstleister eine Bedarfsabfrage öffnet, steht sie hier. Bis ${formatNumber(10)} Minuten reichen oft, um sie zu beantworten.`,
              },
        ),
      },
    )}`,
  };
}
