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
import { type AnsweredList, answerList, emptyState, type ListDefinition, listEndings, listPage } from '#ui';
import type { SurveysDeps } from '../surveys-deps.ts';
import { type Auswertung, type Auswertungszeile, evaluate, evaluateLeistung } from '../use-cases/evaluate.ts';
import type { Fragende } from '../use-cases/people.ts';
import { leistungContent } from './auswertung-leistung.ts';
import { auswertungsliste } from './auswertung-liste.ts';
import { bedarfBild, kennzahlen } from './auswertung-parts.ts';
import { zustandBadge } from './parts.ts';
import { address, asFragende } from './wer.ts';

/** What the Kommunen said, counted and, for one Leistung, singly. */
export function auswertungRoutes(deps: SurveysDeps): readonly PageRoute[] {
  const lists = listEndings.map(
    (ending): PageRoute => ({
      capability: 'surveys.evaluate',
      method: 'GET',
      path: `/bedarf/:id/auswertung${ending}`,
      access: 'signed-in',
      handle: asFragende(deps, 'lesen', (who, request) => answer(deps, who, request)),
    }),
  );
  return [
    ...lists,
    {
      capability: 'surveys.leistung',
      method: 'GET',
      path: '/bedarf/:id/auswertung/:leistung',
      access: 'signed-in',
      handle: asFragende(deps, 'lesen', async (who, request) => {
        const { id = '', leistung = '' } = request.params;
        const found = await evaluateLeistung(deps, who, id, leistung);
        return found.ok ? page(leistungContent(found.value)) : refusal(found.refusal);
      }),
    },
  ];
}

async function answer(deps: SurveysDeps, who: Fragende, request: PageRequest): Promise<PageAnswer> {
  const found = await evaluate(deps, who, request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { umfrage, zeilen } = found.value;
  const here = address(umfrage.id, 'auswertung');
  const definition = auswertungsliste('bedarf-auswertung', (leistungId) => `${here}/${leistungId}`);
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: `bedarf-auswertung-${deps.clock.today()}`,
    title: `${umfrage.titel}: Auswertung`,
    source: 'Freigegebene Antworten der Kommunen, die mit dem IT-Dienstleister teilen',
    state: `Stand ${formatLocalDate(deps.clock.today())}`,
  });
  return answered.kind === 'list' ? page(content(found.value, definition, answered)) : answered;
}

function content(
  auswertung: Auswertung,
  definition: ListDefinition<Auswertungszeile>,
  { result, problems }: AnsweredList<Auswertungszeile>,
): PageContent {
  const { umfrage, zeilen } = auswertung;
  const here = address(umfrage.id, 'auswertung');
  return {
    title: 'Auswertung',
    preline: umfrage.titel,
    lead: html`${zustandBadge(umfrage.zustand)} Gezählt ist, was die Kommunen freigegeben haben und mit Ihnen teilen.`,
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: umfrage.titel, href: address(umfrage.id) },
    ],
    wide: true,
    main: html`${kennzahlen(auswertung)}${bedarfBild(zeilen, (id) => `${here}/${id}`)}${listPage(
      definition,
      result,
      {
        action: here,
        caption: 'Bedarf je Leistung',
        noun: ['Leistung', 'Leistungen'],
        problems,
        emptyState: emptyState({
          title: 'Noch nichts auszuwerten',
          body: 'Hier steht der Bedarf, sobald Kommunen gefragt sind.',
        }),
      },
    )}`,
    nextSteps: [
      { label: 'Alle einzelnen Antworten: Excel', href: address(umfrage.id, 'einzelantworten.xlsx') },
      { label: 'Alle einzelnen Antworten: CSV', href: address(umfrage.id, 'einzelantworten.csv') },
      { label: 'Zurück zur Bedarfsabfrage', href: address(umfrage.id) },
    ],
  };
}
