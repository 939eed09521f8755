import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { answerList, listEndings, listPage } from '#ui';
import type { ReportsDeps } from '../reports-deps.ts';
import { askBericht } from './asked.ts';
import { numbersFile } from './numbers-file.ts';
import { rowsDefinitionOn } from './rows-list.ts';

const access = { permission: 'compass.stand.read' } as const;

/** The rows that the numbers of a report count, and the numbers as a file. */
export function rowsRoutes(deps: ReportsDeps): readonly PageRoute[] {
  const rows = listEndings.map(
    (ending): PageRoute => ({
      capability: 'reports.show',
      method: 'GET',
      path: `/berichte/:id/leistungen${ending}`,
      access,
      handle: (request) => showRows(deps, request),
    }),
  );
  return [
    ...rows,
    {
      capability: 'reports.show',
      method: 'GET',
      path: '/berichte/:id/zahlen.csv',
      access,
      handle: (request) => numbersFile(deps, request),
    },
  ];
}

async function showRows(deps: ReportsDeps, request: PageRequest): Promise<PageAnswer> {
  const asked = await askBericht(deps, request, 'lesen');
  if (!asked.ok) return refusal(asked.refusal);
  const { id, nummer, bestand, gezeigt } = asked.value.bericht;
  const definition = rowsDefinitionOn(bestand.stichtag);
  const list = await answerList(deps, { definition, rows: bestand.pflichten }, request, {
    fileName: `bericht-${bestand.ags}-${nummer}-leistungen`,
    title: `Gezählte Leistungen, ${gezeigt.titel}`,
    source: `Eigene Angaben der Kommune ${bestand.kommune}`,
    state: formatLocalDate(bestand.stichtag),
  });
  if (list.kind === 'download') return list;
  return page({
    title: 'Gezählte Leistungen',
    preline: gezeigt.titel,
    lead: `Jede Pflicht von ${bestand.kommune}, wie sie am ${formatLocalDate(bestand.stichtag)} stand. Aus diesen Zeilen entstehen alle Zahlen des Berichts.`,
    wide: true,
    breadcrumb: [
      { label: 'Berichte', href: '/berichte' },
      { label: `Bericht ${nummer}`, href: `/berichte/${id}` },
    ],
    main: listPage(definition, list.result, {
      action: `/berichte/${id}/leistungen`,
      caption: 'Gezählte Leistungen',
      problems: list.problems,
      noun: ['Leistung', 'Leistungen'],
    }),
    nextSteps: [{ label: 'Zum Bericht', href: `/berichte/${id}?fassung=${gezeigt.fassung}` }],
  });
}
