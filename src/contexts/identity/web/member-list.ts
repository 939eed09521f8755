import { html } from 'hono/html';
import { localDate } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  answerList,
  badge,
  emptyState,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import type { Member, MemberState } from '../domain/member.ts';
import { roleLabel } from '../domain/roles.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { readMembers } from '../use-cases/read-members.ts';
import { flashOf, page, withCaller } from './answers.ts';

/** The way to every page of a member. */
export const breadcrumb = [{ label: 'Mitglieder', href: '/mitglieder' }];

export const stateLabels: Readonly<Record<MemberState, string>> = {
  invited: 'eingeladen',
  active: 'aktiv',
  suspended: 'gesperrt',
  removed: 'entfernt',
};

const stateKinds = { invited: 'info', active: 'success', suspended: 'warning', removed: 'neutral' } as const;

/** A member's state as word and colour. */
export function stateBadge(state: MemberState) {
  return badge(stateKinds[state], stateLabels[state]);
}

const definition: ListDefinition<Member> = {
  id: 'mitglieder',
  defaultSort: { key: 'name', descending: false },
  search: (member) => `${member.name} ${member.email ?? ''}`,
  columns: [
    {
      key: 'name',
      label: 'Name',
      value: (member) => member.name,
      cell: (member) => textLink(`/mitglieder/${member.id}`, member.name),
      sortable: true,
      width: 'wide',
    },
    { key: 'email', label: 'E-Mail', value: (member) => member.email, sortable: true, width: 'wide' },
    {
      key: 'rollen',
      label: 'Rollen',
      value: (member) => member.roles.map(roleLabel).join(', '),
      sortable: true,
    },
    {
      key: 'zustand',
      label: 'Zustand',
      value: (member) => stateLabels[member.state],
      cell: (member) => stateBadge(member.state),
      sortable: true,
    },
    {
      key: 'bis',
      label: 'Befristet bis',
      kind: 'date',
      value: (member) => member.gueltigBis,
      sortable: true,
    },
    {
      key: 'faktor',
      label: 'Zweiter Faktor',
      value: (member) => (member.hasTotp ? 'ja' : 'nein'),
      sortable: true,
    },
    {
      key: 'seit',
      label: 'Angelegt am',
      kind: 'date',
      value: (member) => localDate(member.createdAt.toISOString().slice(0, 10)),
      exportOnly: true,
    },
  ],
  filters: [
    {
      key: 'zustand',
      label: 'Zustand',
      options: Object.entries(stateLabels).map(([value, label]) => ({ value, label })),
      values: (member) => member.state,
    },
  ],
};

/** The members of the own organisation: the page and its two exports. */
export function memberListRoutes(deps: IdentityDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'identity.member.list',
    access: { permission: 'members.read' },
    method: 'GET',
    path: `/mitglieder${ending}`,
    handle: (request) => showList(deps, request),
  }));
}

function showList(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const list = { definition, rows: await readMembers(deps, caller) };
    const answered = await answerList(deps, list, request, {
      fileName: 'mitglieder',
      title: 'Mitglieder',
      source: 'Leitwerk',
      state: '',
    });
    if (answered.kind === 'download') return answered;
    const { result, problems } = answered;
    const invite = linkButton('Mitglied einladen', '/mitglieder/einladen');
    return page({
      title: 'Mitglieder',
      lead: 'Wer in Ihrer Organisation mit Leitwerk arbeitet, und mit welchen Rollen. Dass Sie diese Liste lesen, steht in der Prüfspur.',
      wide: true,
      ...flashOf(request),
      main: html`${caller.permissions.has('members.manage') ? html`<p>${invite}</p>` : ''}${listPage(
        definition,
        result,
        {
          action: '/mitglieder',
          caption: 'Mitglieder',
          problems,
          noun: ['Mitglied', 'Mitglieder'],
          emptyState: emptyState({
            title: 'Noch keine Mitglieder',
            body: 'Laden Sie die erste Person ein.',
            action: invite,
          }),
        },
      )}`,
    });
  });
}
