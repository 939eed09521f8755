import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { answerList, emptyState, linkButton, listPage } from '#ui';
import { ownAngaben } from '../bestimmung-actions.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { angabenDefinition, angabeRows } from './bestimmung-list.ts';

/** All Angaben that somebody may see, as a page or a file. */
export async function listBestimmungen(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const world = await deps.world();
  const rows = angabeRows(world, await ownAngaben(deps, request.principal));
  const answered = await answerList(deps, { definition: angabenDefinition, rows }, request, {
    fileName: 'bestimmungen',
    title: 'Bestimmungen',
    source: 'Angaben der Kommunen',
    state: formatLocalDate(deps.clock.today()),
  });
  if (answered.kind === 'download') return answered;
  const mayState = request.principal?.permissions.has('duties.bestimmung.state') === true;
  return {
    kind: 'page',
    content: {
      title: 'Bestimmungen',
      lead: 'Manche Aufgaben, etwa das Jugendamt, nimmt eine Stadt nur wahr, wenn das Land sie dazu bestimmt hat. Die Kommune gibt Datum und Quelle an, ihr IT-Dienstleister bestätigt.',
      wide: true,
      main: html`${mayState ? html`<p>${linkButton('Bestimmung angeben', '/bestimmungen/neu')}</p>` : ''}${listPage(
        angabenDefinition,
        answered.result,
        {
          action: '/bestimmungen',
          caption: 'Angegebene Bestimmungen',
          problems: answered.problems,
          noun: ['Angabe', 'Angaben'],
          emptyState: emptyState({
            title: 'Noch keine Angaben',
            body: 'Hier stehen die Bestimmungen, die Kommunen angeben. Solange keine bestätigt ist, bleiben die betroffenen Leistungen offen.',
          }),
        },
      )}`,
    },
  };
}
