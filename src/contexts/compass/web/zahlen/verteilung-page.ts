import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { answerList, listPage, section } from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { answerVerteilung } from '../../figures/answer-figures.ts';
import { type Gliederung, gliederungen, spaltengliederungen } from '../../figures/teile.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { gliederungLabel } from '../../views/gliederung-label.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { nothingCounted } from './abdeckung-page.ts';
import { fileOf } from './file-of.ts';
import { umfangForm } from './umfang-form.ts';
import { verteilungChart } from './verteilung-chart.ts';
import { type Achsen, mostColumns, sum, verteilungDefinition, type Zeile } from './verteilung-list.ts';
import { askedOf, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const address = '/zahlen/verteilung';

/** How many pairs there are, by two divisions that one chooses. */
export function verteilungRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.verteilung', path: address }, (frage, request) =>
    answer(deps, frage, request),
  );
}

async function answer(deps: CompassDeps, frage: GestellteFrage, request: PageRequest): Promise<PageAnswer> {
  const { query } = request;
  const achsen: Achsen = {
    zeilen: gliederungen.find((each) => each === query.get('zeilen')) ?? 'themenfeld',
    spalten: spaltengliederungen.find((each) => each === query.get('spalten')) ?? 'zustand',
  };
  const verteilung = await answerVerteilung(frage, achsen.zeilen, achsen.spalten);
  const zeilen = verteilung.zeilen.map((teil, at): Zeile => {
    const paare = verteilung.paare[at] ?? [];
    return { teil, paare, summe: sum(paare) };
  });
  const definition = verteilungDefinition(frage, achsen, verteilung);
  const asked = askedOf(request, frage, { ...achsen });
  const title = `${gliederungLabel[achsen.zeilen]} nach ${gliederungLabel[achsen.spalten]}`;
  const list = await answerList(
    deps,
    { definition, rows: zeilen },
    asked,
    fileOf(frage, 'verteilung', title),
  );
  if (list.kind !== 'list') return list;
  return zahlenPage(frage, address, {
    title: 'Verteilung',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Wie verteilen sich die Leistungen der Kommunen? Jede Zahl führt zu genau den Leistungen, die sie zählt. ${werGezaehltIst(frage)}`,
    main: html`${umfangForm(frage, address, choices, asked.query)}
      ${zeilen.length > 1 && zeilen.length <= 60 && verteilung.spalten.length <= 9 ? verteilungChart(frage, achsen, verteilung) : ''}
      ${section(
        title,
        listPage(definition, list.result, {
          action: address,
          caption: title,
          problems: list.problems,
          noun: ['Zeile', 'Zeilen'],
          emptyState: nothingCounted,
        }),
        verteilung.spalten.length > mostColumns
          ? {
              lead: 'Gezeigt sind die sieben Spalten mit den meisten Leistungen; weitere unter „Ansicht“ und in den Dateien.',
            }
          : {},
      )}`,
  });
}

const option = (value: Gliederung) => ({ value, label: gliederungLabel[value] });

const choices = [
  { name: 'zeilen', label: 'Zeilen', options: gliederungen.map(option) },
  { name: 'spalten', label: 'Spalten', options: spaltengliederungen.map(option) },
];
