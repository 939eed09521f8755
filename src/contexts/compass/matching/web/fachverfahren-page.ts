import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  button,
  emptyState,
  errorOf,
  form,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  table,
} from '#ui';
import { type Fachverfahren, wirdGenutzt } from '../../domain/matching/fachverfahren.ts';
import { editorOf, type Reader, readerOf } from '../../use-cases/editor.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { addFachverfahren, endeFachverfahren, fachverfahrenOf } from '../use-cases/fachverfahren.ts';
import { gesagt, zeige } from './flashes.ts';

/** Which Fachverfahren the own Kommune uses. */
export function fachverfahrenRoutes(deps: MatchingDeps): readonly PageRoute[] {
  const edit = { permission: 'compass.stand.edit' } as const;
  return [
    {
      capability: 'compass.fachverfahren',
      method: 'GET',
      path: '/fachverfahren',
      access: { permission: 'compass.stand.read' },
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'compass.fachverfahren.add',
      method: 'POST',
      path: '/fachverfahren',
      access: edit,
      handle: (request) => add(deps, request),
    },
    {
      capability: 'compass.fachverfahren.end',
      method: 'POST',
      path: '/fachverfahren/:id/beenden',
      access: edit,
      handle: (request) => end(deps, request),
    },
  ];
}

async function show(deps: MatchingDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const all = await fachverfahrenOf(deps, reader.value);
  const shown = content(reader.value, all, deps.clock.today(), request, reason);
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

async function add(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const added = await addFachverfahren(deps, editor.value, {
    name: request.form.get('name') ?? '',
    hersteller: request.form.get('hersteller'),
    fachbereich: request.form.get('fachbereich'),
    von: request.form.get('von'),
    bis: request.form.get('bis'),
  });
  return added.ok ? gesagt('/fachverfahren', 'eingetragen') : show(deps, request, added.refusal);
}

async function end(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const ended = await endeFachverfahren(deps, editor.value, request.params.id ?? '', null);
  return ended.ok ? gesagt('/fachverfahren', 'beendet') : refusal(ended.refusal);
}

function content(
  { kommune, darfPflegen }: Reader,
  all: readonly Fachverfahren[],
  today: LocalDate,
  request: PageRequest,
  reason: Refusal | null,
): PageContent {
  return {
    title: `Fachverfahren von ${kommune.name}`,
    preline: 'Stand',
    lead: 'Womit arbeiten Ihre Fachbereiche? Lösungen, die zu einem Ihrer Fachverfahren passen, stehen bei Ihren Lücken weiter oben. Kommunen Ihres Verbunds und Ihr IT-Dienstleister sehen die Liste, wenn Sie Ihren Stand teilen.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    ...zeige(request),
    main: html`${refusalNotice(reason)}${section('Im Einsatz', overview(all, today, darfPflegen, request.csrfToken))}
      ${darfPflegen ? section('Fachverfahren eintragen', addForm(request, reason)) : ''}`,
    nextSteps: [
      { label: 'Lücken und passende Lösungen', href: '/stand/luecken' },
      { label: 'Umsetzungsstand', href: '/stand' },
    ],
  };
}

function overview(all: readonly Fachverfahren[], today: LocalDate, darfPflegen: boolean, csrfToken: string) {
  if (all.length === 0)
    return emptyState({
      title: 'Noch kein Fachverfahren',
      body: 'Solange nichts hier steht, sagen wir bei Lösungen, die eines verlangen: „Ihre kennen wir nicht.“',
    });
  return table({
    caption: 'Fachverfahren',
    captionHidden: true,
    columns: [
      { label: 'Name', width: 'wide' },
      { label: 'Hersteller' },
      { label: 'Fachbereich' },
      { label: 'Seit' },
      { label: 'Bis' },
      { label: 'Ändern' },
    ],
    rows: all.map((each) => [
      each.name,
      each.hersteller ?? '–',
      each.fachbereich ?? '–',
      each.von ? formatLocalDate(each.von) : '–',
      each.bis ? formatLocalDate(each.bis) : '–',
      darfPflegen && each.bis === null && wirdGenutzt(each, today) ? endForm(each, csrfToken) : '–',
    ]),
  });
}

function endForm({ id, name }: Fachverfahren, csrfToken: string) {
  return form(
    { action: `/fachverfahren/${id}/beenden`, csrfToken, label: `${name} beenden` },
    button('Heute beenden', { kind: 'tertiary', small: true }),
  );
}

function addForm(request: PageRequest, reason: Refusal | null) {
  const fields = [
    { name: 'name', label: 'Name', type: 'text' },
    { name: 'hersteller', label: 'Hersteller (freiwillig)', type: 'text' },
    { name: 'fachbereich', label: 'Fachbereich (freiwillig)', type: 'text' },
    { name: 'von', label: 'Im Einsatz seit (freiwillig)', type: 'date' },
    { name: 'bis', label: 'Im Einsatz bis (freiwillig)', type: 'date' },
  ] as const;
  return form(
    { action: '/fachverfahren', csrfToken: request.csrfToken, label: 'Fachverfahren eintragen' },
    html`${fields.map(({ name, label, type }) =>
      inputField({
        name,
        label,
        type,
        value: request.form.get(name),
        ...(type === 'text' ? { maxLength: 120 } : {}),
        error: errorOf(problemsOf(reason), name),
      }),
    )}${button('Eintragen')}`,
  );
}
