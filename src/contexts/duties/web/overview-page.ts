import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, type LocalDate, type Result, refuse } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import {
  answerList,
  dateForm,
  emptyState,
  formatNumber,
  formatShare,
  listEndings,
  listPage,
  onDay,
  section,
  stackedBar,
  statTiles,
} from '#ui';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { type Overview, overviewOf } from '../use-cases/overview-of.ts';
import { overviewDefinition } from './overview-definition.ts';
import { verdictChart } from './verdict-chart.ts';

interface Asked {
  readonly world: DutiesWorld;
  readonly date: LocalDate;
  readonly whole: boolean;
  readonly overview: Overview;
}

/** The provider's view: all Kommunen of its circle (or the whole Land), and how much is decided. */
export function overviewRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const route = (ending: string): PageRoute => ({
    capability: 'duties.overview',
    method: 'GET',
    path: `/ueberblick${ending}`,
    access: { permission: 'circle.read' },
    handle: async (request) => answer(deps, await askFor(deps, request), request),
  });
  return listEndings.map(route);
}

async function askFor(deps: DutiesDeps, request: PageRequest): Promise<Result<Asked>> {
  const world = await deps.world();
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return refuse(date.refusal);
  const whole = request.query.get('umfang') === 'land';
  const ags = whole
    ? world.duties.facts.bodies.map((body) => body.ags)
    : ((await deps.circleOf(request.principal)) ?? []);
  return {
    ok: true,
    value: { world, date: date.value, whole, overview: overviewOf(world, ags, date.value) },
  };
}

async function answer(deps: DutiesDeps, asked: Result<Asked>, request: PageRequest): Promise<PageAnswer> {
  if (!asked.ok) return { kind: 'refusal', refusal: asked.refusal };
  const definition = overviewDefinition(asked.value.date);
  const { rows } = asked.value.overview;
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `zustaendigkeiten-${asked.value.date}`,
    title: 'Zuständigkeiten der Kommunen',
    source: asked.value.world.catalogue.fassung.quelle,
    state: onDay(asked.value.date),
  });
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: '/ueberblick',
    caption: 'Kommunen und ihre Pflichten',
    problems: answered.problems,
    noun: ['Kommune', 'Kommunen'],
    emptyState: emptyState({
      title: 'Noch keine betreuten Kommunen',
      body: 'Hier stehen die Kommunen, die Ihr Haus betreut. Nehmen Sie die erste unter „Betreute Kommunen“ auf, oder sehen Sie das ganze Land an.',
    }),
  });
  return { kind: 'page', content: content(asked.value, list) };
}

function content({ date, whole, overview, world }: Asked, list: ReturnType<typeof listPage>): PageContent {
  const { total, rows } = overview;
  const share = formatShare(total.decided, total.pairs);
  return {
    title: whole ? 'Alle Körperschaften in Nordrhein-Westfalen' : 'Unsere Kommunen',
    preline: 'Zuständigkeiten',
    lead: html`${formatNumber(rows.length)} Körperschaften × ${formatNumber(world.catalogue.leistungen.length)} Leistungen, Stand ${onDay(date)}. Entschieden ist, was eine belegte Regel trägt; der Rest ist offen.`,
    wide: true,
    main: html`
      ${dateForm('/ueberblick', date, whole ? { umfang: 'land' } : {})}
      ${statTiles([
        {
          label: 'Entschieden',
          value: share,
          note: `${formatNumber(total.decided)} von ${formatNumber(total.pairs)} Antworten`,
        },
        ...evidenceGrades.map((grade) => ({
          label: evidenceLabel[grade],
          value: formatNumber(total.decidedByGrade[grade]),
          note: `${formatShare(total.decidedByGrade[grade], total.decided)} des Entschiedenen`,
        })),
      ])}
      ${section(
        'Wer ist zuständig?',
        verdictChart(
          total,
          'Antworten über alle Kommunen',
          (word) => `/ueberblick?datum=${date}&sortierung=-${word === 'selbst' ? 'selbst' : 'offen'}#liste`,
        ),
      )}
      ${section('Wie gut ist das Entschiedene belegt?', gradeChart(total))}
      ${section('Die Kommunen', list)}`,
    nextSteps: [
      whole
        ? { label: 'Nur unsere Kommunen', href: `/ueberblick?datum=${date}` }
        : { label: 'Das ganze Land ansehen', href: `/ueberblick?umfang=land&datum=${date}` },
      { label: 'Die Regeln', href: '/regeln' },
    ],
  };
}

function gradeChart(total: Overview['total']) {
  return stackedBar({
    id: 'belege',
    caption: 'Entschiedene Antworten nach Beleg',
    description: `${formatNumber(total.decided)} Antworten sind entschieden.`,
    parts: evidenceGrades.map((grade) => ({
      label: evidenceLabel[grade],
      value: total.decidedByGrade[grade],
    })),
  });
}
