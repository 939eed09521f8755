import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { type ListQuery, listDownload, listFormatOf, listPage, listResult, readListQuery } from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { tooManyForExcel } from '../../figure-errors.ts';
import { answerPaare, type Paare, type PaarSuche, paarSortierungen } from '../../figures/answer-paare.ts';
import { valuesOf } from '../../figures/umfang.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { fileOf } from './file-of.ts';
import { gefiltert, paareDefinition } from './paare-list.ts';
import { zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const address = '/zahlen/paare';

/** A sheet of Excel has so many rows, one of them the head. */
const mostInExcel = 1_048_000;

/** The pairs that a number counts: looked into, searched, sorted, taken along. */
export function paareRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.paare', path: address }, (frage, request) =>
    answer(deps, frage, request),
  );
}

async function answer(
  { clock, demo }: CompassDeps,
  frage: GestellteFrage,
  { path, query: given }: PageRequest,
): Promise<PageAnswer> {
  const definition = paareDefinition(frage);
  const { query, problems } = readListQuery(definition, eachApart(given));
  const paare = await answerPaare(frage, sucheOf(query));
  const format = listFormatOf(path);
  if (format !== null) {
    if (format === 'xlsx' && paare.anzahl > mostInExcel) return refusal(tooManyForExcel(paare.anzahl));
    const { fileName, ...notes } = fileOf(frage, 'paare', 'Paare aus Kommune und Leistung');
    const file = { fileName, notes: { ...notes, demo, createdAt: clock.now() } };
    return listDownload(definition, paare.from(0, paare.anzahl), query, format, file);
  }
  return zahlenPage(frage, address, content(frage, paare, query, problems));
}

function content(frage: GestellteFrage, paare: Paare, query: ListQuery, problems: readonly FieldProblem[]) {
  const definition = paareDefinition(frage);
  const pages = Math.max(1, Math.ceil(paare.anzahl / query.size));
  const shown = Math.min(query.page, pages);
  const rows = [...paare.from((shown - 1) * query.size, shown * query.size)];
  const result = listResult(definition, query, { rows, total: paare.anzahl, page: shown, size: query.size });
  const was = frage.umfang.nurPflichten ? 'Pflichten' : 'Leistungen des ganzen Katalogs';
  return {
    title: 'Zeile für Zeile',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Jede Zeile ist eine Leistung in einer Kommune. Gezeigt sind ${was}. ${werGezaehltIst(frage)}`,
    main: html`${listPage(definition, result, {
      action: address,
      caption: 'Leistungen, Kommune für Kommune',
      problems,
      noun: ['Zeile', 'Zeilen'],
    })}`,
  };
}

/** Filters of a list are repeated in its address; elsewhere figures put commas between. */
function eachApart(given: URLSearchParams): URLSearchParams {
  const apart = new URLSearchParams(given);
  for (const name of gefiltert) {
    const values = valuesOf(given, name);
    apart.delete(name);
    for (const value of values) apart.append(name, value);
  }
  return apart;
}

function sucheOf({ search, sort, further }: ListQuery): PaarSuche {
  const ordnung = [sort, ...further].flatMap(({ key, descending }) => {
    const nach = paarSortierungen.find((each) => each === key);
    return nach ? [{ nach, absteigend: descending }] : [];
  });
  return { suche: search, ordnung };
}
