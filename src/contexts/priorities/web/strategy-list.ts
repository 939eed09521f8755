import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { answerList, barChart, emptyState, listEndings, listPage, section } from '#ui';
import { type Entscheid, entscheide } from '../domain/strategie.ts';
import { entscheidLabel } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readStrategieliste, type Strategiezeile } from '../use-cases/strategie.ts';
import { viewerOf } from '../use-cases/viewer.ts';
import { flashOf } from './answers.ts';
import { paths } from './paths.ts';
import { strategieDefinition } from './strategy-definition.ts';

/** The Einführungsstrategie as page, CSV and XLSX. */
export function strategyListRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'strategy.list',
    method: 'GET',
    path: `${paths.strategie}${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const zeilen = await readStrategieliste(deps, viewer.value);
  const today = deps.clock.today();
  const answered = await answerList(deps, { definition: strategieDefinition, rows: zeilen }, request, {
    fileName: `einfuehrungsstrategie-${today}`,
    title: 'Einführungsstrategie',
    source: `Entscheide von ${viewer.value.provider.name} mit seinen Kommunen`,
    state: `Stichtag ${formatLocalDate(today)}`,
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Einführungsstrategie',
    lead: 'Was die Gruppe zu jedem EfA-Dienst entschieden hat: alle, wer will, nicht oder später, mit Grund, Quartal und Stelle. Weicht eine Kommune ab, sagt sie, warum.',
    wide: true,
    ...flashOf(request),
    main: html`${chart(zeilen)}${section(
      'Alle EfA-Dienste',
      listPage(strategieDefinition, answered.result, {
        action: paths.strategie,
        caption: 'Einführungsstrategie',
        problems: answered.problems,
        noun: ['Dienst', 'Dienste'],
        emptyState: emptyState({
          title: 'Noch keine EfA-Dienste',
          body: 'Hier stehen die Onlinedienste dieser Installation, EfA-Dienste aus dem Register der Lösungen und EfA-Projekte.',
        }),
      }),
    )}`,
    nextSteps: [
      { label: 'Prioritäten der Leistungen', href: paths.rang },
      { label: 'Register der Lösungen', href: '/loesungen' },
    ],
  });
}

function chart(zeilen: readonly Strategiezeile[]) {
  const count = (entscheid: Entscheid | null) =>
    zeilen.filter(({ stand }) => (stand?.entscheid ?? null) === entscheid).length;
  return barChart({
    id: 'entscheide',
    caption: 'Entschieden',
    description: `${zeilen.length - count(null)} von ${zeilen.length} Diensten sind entschieden.`,
    parts: [
      ...entscheide.map((value) => ({
        label: entscheidLabel[value],
        value: count(value),
        href: `${paths.strategie}?entscheid=${value}#liste`,
      })),
      {
        label: 'noch nicht entschieden',
        value: count(null),
        tone: 'open',
        href: `${paths.strategie}?entscheid=offen#liste`,
      },
    ],
  });
}
