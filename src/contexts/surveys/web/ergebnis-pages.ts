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
  formatInstant,
  type ListDefinition,
  listEndings,
  listPage,
} from '#ui';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Auswertungszeile } from '../use-cases/evaluate.ts';
import { readVeroeffentlichtes, type Veroeffentlichtes } from '../use-cases/read-bedarf.ts';
import { asReader, werOf } from '../use-cases/read-umfragen.ts';
import { auswertungsliste } from './auswertung-liste.ts';
import { bedarfBild, kennzahlen } from './auswertung-parts.ts';
import { address } from './wer.ts';

/** The published result: counts for everybody whom the house cares for. */
export function ergebnisRoutes(deps: SurveysDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'surveys.result',
    method: 'GET',
    path: `/bedarf/:id/ergebnis${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: SurveysDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await werOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const found = await readVeroeffentlichtes(deps, asReader(deps, wer.value), request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { umfrage, zeilen, veroeffentlichtAm } = found.value;
  const definition = auswertungsliste('bedarf-ergebnis', null);
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: `bedarf-ergebnis-${deps.clock.today()}`,
    title: `${umfrage.titel}: Ergebnis`,
    source: 'Freigegebene Antworten der Kommunen, veröffentlicht von ihrem IT-Dienstleister',
    state: `Veröffentlicht ${formatInstant(veroeffentlichtAm)}, abgerufen ${formatLocalDate(deps.clock.today())}`,
  });
  return answered.kind === 'list' ? page(content(found.value, definition, answered)) : answered;
}

function content(
  ergebnis: Veroeffentlichtes,
  definition: ListDefinition<Auswertungszeile>,
  { result, problems }: AnsweredList<Auswertungszeile>,
): PageContent {
  const { umfrage, zeilen, veroeffentlichtAm } = ergebnis;
  const here = address(umfrage.id, 'ergebnis');
  return {
    title: 'Ergebnis',
    preline: umfrage.titel,
    lead: `Veröffentlicht ${formatInstant(veroeffentlichtAm)}. Gezeigt werden Zahlen über alle Kommunen, keine einzelnen Antworten.`,
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: umfrage.titel, href: address(umfrage.id) },
    ],
    wide: true,
    main: html`${kennzahlen(ergebnis)}${bedarfBild(zeilen, (id) => `/katalog/leistungen/${id}`)}${listPage(
      definition,
      result,
      {
        action: here,
        caption: 'Bedarf je Leistung',
        noun: ['Leistung', 'Leistungen'],
        problems,
      },
    )}`,
    nextSteps: [
      { label: 'Prioritäten: was zuerst kommt, und warum', href: '/prioritaeten' },
      { label: 'Zurück zur Bedarfsabfrage', href: address(umfrage.id) },
    ],
  };
}
