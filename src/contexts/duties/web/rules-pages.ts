import { html } from 'hono/html';
import { evidenceLabel, formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageContent, type PageRoute } from '#platform';
import {
  type AnsweredList,
  answerList,
  dateForm,
  distinctOptions,
  evidenceBadge,
  type ListDefinition,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import { groessenklasseLabel, groessenklassen } from '../domain/groessenklasse.ts';
import type { Regel } from '../domain/regel.ts';
import { regelstaende, regelstandOn } from '../domain/regel-on.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { ruleAnswer } from './rule-page.ts';
import { wertLabel } from './wert-label.ts';

/** The competence rules: all of them, and each with its norm, spread and reach. */
export function rulesRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const list = (ending: string): PageRoute => ({
    capability: 'duties.rules',
    method: 'GET',
    path: `/regeln${ending}`,
    access: 'public',
    handle: async (request) => {
      const date = dayOfAddress(request.query, deps.clock);
      if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
      const { duties } = await deps.world();
      const definition = definitionOn(date.value);
      const rows = duties.facts.regelwerk.regeln;
      const answered = await answerList(deps, { definition, rows }, request, {
        fileName: 'regeln',
        title: 'Regeln',
        source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
        state: `Stichtag ${formatLocalDate(date.value)}`,
      });
      if (answered.kind === 'download') return answered;
      return { kind: 'page', content: listContent(definition, answered, date.value) };
    },
  });
  const one: PageRoute = {
    capability: 'duties.rule',
    method: 'GET',
    path: '/regeln/:id',
    access: 'public',
    handle: (request) => ruleAnswer(deps, request),
  };
  return [...listEndings.map(list), one];
}

const definitionOn = (date: LocalDate): ListDefinition<Regel> => ({
  id: 'regeln',
  keeps: ['datum'],
  defaultSort: { key: 'aufgabe', descending: false },
  search: (regel) =>
    `${regel.aufgabe} ${regel.norm} ${regel.reichweite.ozgIds.join(' ')} ${regel.bemerkung ?? ''}`,
  columns: [
    {
      key: 'aufgabe',
      label: 'Aufgabe',
      value: (regel) => regel.aufgabe,
      cell: (regel) => textLink(`/regeln/${regel.id}?datum=${date}`, regel.aufgabe),
      sortable: true,
      width: 'wide',
    },
    { key: 'norm', label: 'Norm', value: (regel) => regel.norm, sortable: true, width: 'wide' },
    {
      key: 'beleg',
      label: 'Beleg',
      value: (regel) => evidenceLabel[regel.evidenz],
      cell: (regel) => evidenceBadge(regel.evidenz),
      sortable: true,
    },
    { key: 'von', label: 'Gilt ab', kind: 'date', value: (regel) => regel.validFrom, exportOnly: true },
    { key: 'bis', label: 'Gilt bis', kind: 'date', value: (regel) => regel.validTo, sortable: true },
    { key: 'stand', label: 'Stand', value: (regel) => regelstandOn(regel, date), sortable: true },
    ...groessenklassen.map((klasse) => ({
      key: klasse,
      label: groessenklasseLabel[klasse],
      value: (regel: Regel) => wertLabel[regel.verteilung[klasse]],
      exportOnly: true,
    })),
    {
      key: 'ozg',
      label: 'OZG-Leistungen',
      value: (regel) => regel.reichweite.ozgIds.join(' '),
      exportOnly: true,
    },
    { key: 'bemerkung', label: 'Bemerkung', value: (regel) => regel.bemerkung, exportOnly: true },
  ],
  filters: [
    {
      key: 'beleg',
      label: 'Beleg',
      options: distinctOptions((regel: Regel) => evidenceLabel[regel.evidenz]),
      values: (regel) => evidenceLabel[regel.evidenz],
    },
    {
      key: 'stand',
      label: 'Stand am Stichtag',
      options: regelstaende.map((value) => ({ value, label: value })),
      values: (regel) => regelstandOn(regel, date),
    },
  ],
});

function listContent(
  definition: ListDefinition<Regel>,
  { result, problems }: AnsweredList<Regel>,
  date: LocalDate,
): PageContent {
  return {
    title: 'Regeln der Zuständigkeit',
    lead: 'Jede Regel verbindet eine Aufgabe mit ihrer Norm und verteilt sie auf die sechs Klassen von Körperschaften. Was keine Regel erreicht, bleibt offen.',
    wide: true,
    nextSteps: [
      { label: 'Wie viel die Regeln entscheiden', href: '/regeln/abdeckung' },
      { label: 'Was noch offen ist', href: '/regeln/offen' },
      { label: 'Übertragungen zwischen Körperschaften', href: '/delegationen' },
    ],
    main: html`${dateForm('/regeln', date)}${listPage(definition, result, {
      action: '/regeln',
      caption: 'Regeln',
      problems,
      noun: ['Regel', 'Regeln'],
    })}`,
  };
}
