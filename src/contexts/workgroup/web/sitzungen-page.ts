import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { answerList, distinctOptions, emptyState, type ListDefinition, listEndings, listPage } from '#ui';
import type { WorkgroupDeps } from '../deps.ts';
import { formen, sitzungZustaende } from '../domain/sitzung.ts';
import { formLabel, sitzungZustandLabel } from '../messages.ts';
import { listSitzungen, type SitzungZeile } from '../use-cases/read-uebersicht.ts';
import { mitwirken, mitwirkendeOf } from '../use-cases/wer.ts';
import { flashOf } from './answers.ts';
import { krume, sitzungBadge, sitzungLink, teileTabs } from './teile.ts';

const definition: ListDefinition<SitzungZeile> = {
  id: 'sitzungen',
  defaultSort: { key: 'tag', descending: true },
  searchHint: 'Sucht in Titel, Tagesordnung, Protokoll und Beschlüssen aller Sitzungen.',
  search: ({ sitzung, gruppe, text }) => `${sitzung.titel} ${gruppe} ${sitzung.ort} ${text}`,
  columns: [
    {
      key: 'titel',
      label: 'Sitzung',
      value: ({ sitzung }) => sitzung.titel,
      cell: ({ sitzung, gruppe }) =>
        html`${sitzungLink(sitzung)}<br><span class="kern-body--small kern-body--muted">${gruppe}, ${sitzung.nummer}. Sitzung</span>`,
      sortable: true,
      width: 'wide',
    },
    { key: 'tag', label: 'Tag', kind: 'date', value: ({ sitzung }) => sitzung.tag, sortable: true },
    {
      key: 'zeit',
      label: 'Zeit',
      value: ({ sitzung }) => `${sitzung.beginn}–${sitzung.ende}`,
      width: 'narrow',
    },
    { key: 'form', label: 'Form', value: ({ sitzung }) => formLabel[sitzung.form], sortable: true },
    {
      key: 'zustand',
      label: 'Zustand',
      value: ({ sitzung }) => sitzungZustandLabel[sitzung.zustand],
      cell: ({ sitzung }) => sitzungBadge(sitzung.zustand),
      sortable: true,
    },
    {
      key: 'beschluesse',
      label: 'Beschlüsse',
      kind: 'number',
      value: ({ beschluesse }) => beschluesse,
      sortable: true,
    },
    { key: 'gruppe', label: 'Arbeitsgruppe', value: ({ gruppe }) => gruppe, exportOnly: true },
    { key: 'ort', label: 'Ort', value: ({ sitzung }) => sitzung.ort, exportOnly: true },
  ],
  filters: [
    {
      key: 'gruppe',
      label: 'Arbeitsgruppe',
      options: distinctOptions(({ gruppe }) => gruppe),
      values: ({ gruppe }) => gruppe,
    },
    {
      key: 'zustand',
      label: 'Zustand',
      options: sitzungZustaende.map((value) => ({ value, label: sitzungZustandLabel[value] })),
      values: ({ sitzung }) => sitzung.zustand,
    },
    {
      key: 'form',
      label: 'Form',
      options: formen.map((value) => ({ value, label: formLabel[value] })),
      values: ({ sitzung }) => sitzung.form,
    },
    {
      key: 'jahr',
      label: 'Jahr',
      options: distinctOptions(({ sitzung }) => sitzung.tag.slice(0, 4)),
      values: ({ sitzung }) => sitzung.tag.slice(0, 4),
    },
  ],
};

/** All sessions since the first, as page and as files. */
export function sitzungenRoutes(deps: WorkgroupDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'workgroup.sessions',
    method: 'GET',
    path: `/arbeitsgruppe/sitzungen${ending}`,
    access: { permission: mitwirken },
    handle: (request) => show(deps, request),
  }));
}

async function show(deps: WorkgroupDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await mitwirkendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const rows = await listSitzungen(deps, wer.value);
  const file = {
    fileName: 'sitzungen',
    title: 'Sitzungen der Arbeitsgruppe',
    source: 'Sitzungen, die diese Person sehen darf',
    state: formatLocalDate(deps.clock.today()),
  };
  const answered = await answerList(deps, { definition, rows }, request, file);
  if (answered.kind === 'download') return answered;
  const main = listPage(definition, answered.result, {
    action: '/arbeitsgruppe/sitzungen',
    caption: 'Sitzungen',
    problems: answered.problems,
    noun: ['Sitzung', 'Sitzungen'],
    emptyState: emptyState({
      title: 'Noch keine Sitzung',
      body: 'Hier stehen alle Sitzungen seit der ersten, mit Tagesordnung, Protokoll und Beschlüssen.',
    }),
  });
  const content = {
    title: 'Sitzungen',
    breadcrumb: krume,
    wide: true,
    ...flashOf(request),
    main: html`${teileTabs(request.path)}${main}`,
  };
  return page(content);
}
