import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import {
  button,
  buttonRow,
  checkboxGroup,
  emptyState,
  errorOf,
  form,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { NoticesDeps } from '../deps.ts';
import { readZiele } from '../use-cases/find-recipients.ts';
import { readVerteiler, removeVerteiler, saveVerteiler } from '../use-cases/keep-verteiler.ts';
import { done, flashOf, pageOrRefused, postButton, withCaller } from './answers.ts';

const path = '/rundmails/verteiler';

/** Groups of Kommunen, to write to them again. */
export function verteilerRoutes(deps: NoticesDeps): readonly PageRoute[] {
  const access = { permission: 'notices.send' } as const;
  return [
    {
      capability: 'notices.verteiler.list',
      access,
      method: 'GET',
      path,
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'notices.verteiler.save',
      access,
      method: 'POST',
      path,
      handle: (request) => save(deps, request),
    },
    {
      capability: 'notices.verteiler.remove',
      access,
      method: 'POST',
      path: `${path}/:id/loeschen`,
      handle: (request) =>
        withCaller(request.principal, async (caller) => {
          const removed = await removeVerteiler(deps, caller, request.params.id ?? '');
          return removed.ok ? done(path, 'geloescht') : refusal(removed.refusal);
        }),
    },
  ];
}

function save(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const typed = { name: formField(request.form, 'name'), kommunen: request.form.getAll('kommunen') };
    const saved = await saveVerteiler(deps, caller, typed);
    return saved.ok ? done(path, 'verteiler') : show(deps, request, saved.refusal);
  });
}

function show(deps: NoticesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const ziele = await readZiele(deps, caller);
    const nameOf = (id: string) => ziele.find((ziel) => ziel.id === id)?.name ?? 'nicht mehr betreut';
    const rows = (await readVerteiler(deps, caller)).map(({ id, name, kommunen }) => [
      name,
      kommunen.map(nameOf).join(', '),
      postButton(`${path}/${id}/loeschen`, request.csrfToken, 'Löschen', name),
    ]);
    const problems = problemsOf(reason);
    const newOne = form(
      { action: path, csrfToken: request.csrfToken, label: 'Verteiler speichern' },
      html`${inputField({ name: 'name', label: 'Name', hint: 'Einen Verteiler mit diesem Namen ersetzen Sie damit.', value: request.form.get('name'), maxLength: 100, error: errorOf(problems, 'name') })}
      ${checkboxGroup({ name: 'kommunen', label: 'Kommunen', options: ziele.map(({ id, name }) => ({ value: id, label: name })), values: request.form.getAll('kommunen'), error: errorOf(problems, 'kommunen') })}
      ${buttonRow(button('Verteiler speichern'))}`,
    );
    const content = {
      title: 'Verteiler',
      lead: 'Ein Verteiler ist eine Gruppe von Kommunen, der Sie öfter schreiben.',
      breadcrumb: [{ label: 'Rundmails', href: '/rundmails' }],
      ...flashOf(request),
      main: html`${refusalNotice(reason)}${table({ caption: 'Ihre Verteiler', columns: [{ label: 'Name' }, { label: 'Kommunen' }, { label: 'Aktion' }], rows, empty: emptyState({ title: 'Noch kein Verteiler', body: 'Unten legen Sie den ersten an.' }) })}
        ${section('Verteiler anlegen oder ersetzen', newOne)}`,
    };
    return pageOrRefused(content, reason);
  });
}
