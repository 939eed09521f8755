import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { answerList, listPage, section } from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { answerVerlauf } from '../../figures/answer-figures.ts';
import { ohneAngabenFilter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { nothingCounted } from './abdeckung-page.ts';
import { fileOf } from './file-of.ts';
import { umfangForm } from './umfang-form.ts';
import { onlineChart, stackedChart } from './verlauf-charts.ts';
import { verlaufDefinition, zeilenOf } from './verlauf-list.ts';
import { askedOf, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const address = '/zahlen/verlauf';
const monate = 24;

/** How the Zustaende changed over 24 months. */
export function verlaufRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.verlauf', path: address }, (frage, request) =>
    answer(deps, ohneAngabenFilter(frage), request),
  );
}

async function answer(deps: CompassDeps, frage: GestellteFrage, request: PageRequest): Promise<PageAnswer> {
  const verlauf = await answerVerlauf(frage, monate);
  const zeilen = zeilenOf(verlauf);
  const definition = verlaufDefinition(frage);
  const list = await answerList(
    deps,
    { definition, rows: zeilen },
    askedOf(request, frage),
    fileOf(frage, 'verlauf', `Verlauf über ${monate} Monate`),
  );
  if (list.kind !== 'list') return list;
  const nothing = zeilen.every(({ summe }) => summe === 0);
  return zahlenPage(frage, address, {
    title: 'Verlauf',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Wie sich die Zustände in ${monate} Monaten geändert haben, jeweils am Monatsende. Pflichten sind die vom ${formatLocalDate(frage.umfang.datum)}, damit das Ganze gleich bleibt. ${werGezaehltIst(frage)}`,
    main: html`${umfangForm(frage, address)}
      ${nothing ? nothingCounted : section('Auf einen Blick', html`${onlineChart(zeilen)}${stackedChart(zeilen)}`)}
      ${section(
        'Zahlen je Monat',
        listPage(definition, list.result, {
          action: address,
          caption: 'Wie viele in welchem Zustand sind, am Monatsende',
          problems: list.problems,
          noun: ['Tag', 'Tage'],
        }),
        {
          lead: 'Weitere Zustände lassen sich unter „Ansicht“ als Spalten zeigen; die Dateien enthalten alle.',
        },
      )}`,
  });
}
