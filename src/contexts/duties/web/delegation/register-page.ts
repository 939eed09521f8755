import { html } from 'hono/html';
import { evidenceLabel, formatLocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageRequest } from '#platform';
import {
  answerList,
  dateForm,
  distinctOptions,
  emptyState,
  evidenceBadge,
  type ListDefinition,
  listPage,
  textLink,
} from '#ui';
import { delegationsstaende } from '../../domain/delegation.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import { type DelegationRow, delegationRows } from '../../use-cases/answer-delegations.ts';
import { paths } from './paths.ts';

/** The register as it stands on a day: the page or a file. */
export async function showRegister(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const definition = definitionOn(date.value);
  const answered = await answerList(
    deps,
    { definition, rows: delegationRows(await deps.world(), date.value) },
    request,
    {
      fileName: `delegationen-${date.value}`,
      title: 'Register der Übertragungen',
      source: 'Leitwerk, jede Zeile mit Norm und Quelle',
      state: `Stichtag ${formatLocalDate(date.value)}`,
    },
  );
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: paths.register,
    caption: 'Übertragungen',
    problems: answered.problems,
    noun: ['Übertragung', 'Übertragungen'],
    emptyState: emptyState({
      title: 'Noch keine Übertragung',
      body: 'Geben Sie die erste an; sie gilt, sobald eine zweite Person sie bestätigt hat.',
    }),
  });
  return {
    kind: 'page',
    content: {
      title: 'Register der Übertragungen',
      preline: 'Zuständigkeit',
      lead: `Öffentlich-rechtliche Vereinbarungen, Zweckverbände und Heranziehungssatzungen, mit ihrem Stand am ${formatLocalDate(date.value)}. Eine Übertragung gilt, wenn zwei Personen sie geprüft haben.`,
      wide: true,
      main: html`${dateForm(paths.register, date.value)}${list}`,
      nextSteps: [
        {
          label: 'Lücken und Überschneidungen im ganzen Land',
          href: `${paths.findings}?datum=${date.value}`,
        },
        { label: 'Übertragung angeben', href: paths.create },
        { label: 'Unsere Angaben', href: paths.statements },
      ],
    },
  };
}

function definitionOn(date: string): ListDefinition<DelegationRow> {
  return {
    id: 'delegationen',
    keeps: ['datum'],
    defaultSort: { key: 'von', descending: false },
    search: ({ uebertragung, von, nach, aufgaben, gebiet }) =>
      `${von} ${nach} ${aufgaben} ${gebiet} ${uebertragung.norm} ${uebertragung.id}`,
    columns: [
      {
        key: 'von',
        label: 'Von',
        value: ({ von }) => von,
        cell: ({ uebertragung, von }) => textLink(`${paths.one(uebertragung.id)}?datum=${date}`, von),
        sortable: true,
      },
      { key: 'nach', label: 'Auf', value: ({ nach }) => nach, sortable: true },
      {
        key: 'aufgaben',
        label: 'Aufgaben',
        value: ({ aufgaben }) => aufgaben,
        sortable: true,
        width: 'wide',
      },
      { key: 'gebiet', label: 'Gebiet', value: ({ gebiet }) => gebiet, exportOnly: true },
      { key: 'stand', label: 'Stand', value: ({ stand }) => stand, sortable: true },
      {
        key: 'ab',
        label: 'Gilt ab',
        kind: 'date',
        value: ({ uebertragung }) => uebertragung.validFrom,
        sortable: true,
      },
      {
        key: 'bis',
        label: 'Gilt bis',
        kind: 'date',
        value: ({ uebertragung }) => uebertragung.validTo,
        sortable: true,
      },
      {
        key: 'beleg',
        label: 'Beleg',
        value: ({ uebertragung }) => evidenceLabel[uebertragung.evidenz],
        cell: ({ uebertragung }) => evidenceBadge(uebertragung.evidenz),
        sortable: true,
      },
      { key: 'norm', label: 'Norm', value: ({ uebertragung }) => uebertragung.norm, exportOnly: true },
      {
        key: 'quelle',
        label: 'Quelle',
        value: ({ uebertragung }) => uebertragung.source.title,
        exportOnly: true,
      },
      { key: 'id', label: 'Kennung', value: ({ uebertragung }) => uebertragung.id, exportOnly: true },
    ],
    filters: [
      {
        key: 'stand',
        label: 'Stand',
        options: delegationsstaende.map((value) => ({ value, label: value })),
        values: ({ stand }) => stand,
      },
      {
        key: 'von',
        label: 'Von',
        options: distinctOptions(({ von }: DelegationRow) => von),
        values: ({ von }) => von,
      },
      {
        key: 'auf',
        label: 'Auf',
        options: distinctOptions(({ nach }: DelegationRow) => nach),
        values: ({ nach }) => nach,
      },
    ],
  };
}
