import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { answerList, formatShare, listPage, nrwMap, section } from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { type Abdeckung, answerAbdeckung } from '../../figures/answer-figures.ts';
import { ohneAngabenFilter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { abdeckungDefinition } from './abdeckung-list.ts';
import { nothingCounted } from './abdeckung-page.ts';
import { fileOf } from './file-of.ts';
import { umfangForm } from './umfang-form.ts';
import { askedOf, paareHref, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const address = '/karte';

/** Coverage of each Kommune on a map of Nordrhein-Westfalen, with the table behind it. */
export function karteRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.karte', path: address }, (frage, request) =>
    answer(deps, ohneAngabenFilter(frage), request),
  );
}

async function answer(deps: CompassDeps, frage: GestellteFrage, request: PageRequest): Promise<PageAnswer> {
  const zeilen = await answerAbdeckung(frage, 'kommune');
  const definition = abdeckungDefinition(frage, 'kommune');
  const list = await answerList(
    deps,
    { definition, rows: zeilen },
    askedOf(request, frage),
    fileOf(frage, 'karte', 'Abdeckung nach Kommune'),
  );
  if (list.kind !== 'list') return list;
  return zahlenPage(frage, address, {
    title: 'Karte',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Welcher Anteil ihrer Pflichten ist in welcher Kommune online? ${werGezaehltIst(frage)}`,
    main: html`${umfangForm(frage, address)}
      ${section('Auf der Karte', map(frage, zeilen))}
      ${section(
        'Dasselbe als Tabelle',
        listPage(definition, list.result, {
          action: address,
          caption: 'Abdeckung nach Kommune',
          problems: list.problems,
          noun: ['Kommune', 'Kommunen'],
          emptyState: nothingCounted,
        }),
        { lead: 'Auch die Kreise stehen hier, die auf der Karte keine eigene Fläche haben.' },
      )}`,
  });
}

function map({ parameters }: GestellteFrage, zeilen: readonly Abdeckung[]) {
  return nrwMap({
    id: 'abdeckung',
    caption: 'Anteil der Pflichten, die online sind',
    description:
      'Kommunen ohne Farbe haben noch nichts angegeben, teilen ihre Angaben nicht mit Ihnen oder nutzen diese Installation nicht.',
    values: new Map(
      zeilen.map(({ key, kommunen, ohneAngabe }) => [
        key,
        ohneAngabe === kommunen.whole ? null : (kommunen.part / kommunen.whole) * 100,
      ]),
    ),
    legend: {
      title: 'Anteil der Pflichten, die online sind',
      classes: [
        { from: 0, label: 'unter 10 %' },
        { from: 10, label: '10 bis unter 25 %' },
        { from: 25, label: '25 bis unter 50 %' },
        { from: 50, label: '50 bis unter 75 %' },
        { from: 75, label: '75 % und mehr' },
      ],
    },
    href: (ags) => paareHref(parameters, { kommune: ags }),
    format: (value) => formatShare(value, 100),
  });
}
