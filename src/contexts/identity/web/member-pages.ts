import { html } from 'hono/html';
import { formatLocalDate, localDate, type Refusal, type Result } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxGroup,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  inputField,
  linkButton,
  section,
  table,
} from '#ui';
import { possibleActions } from '../domain/member.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import { roleLabel, roles, rolesOf } from '../domain/roles.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { changeMemberState, changeRoles } from '../use-cases/change-member.ts';
import { readOrganisation } from '../use-cases/circle.ts';
import type { Caller } from '../use-cases/deps.ts';
import { inviteMember, resendInvitation } from '../use-cases/invite-member.ts';
import { endDeputy, nameDeputy } from '../use-cases/name-deputy.ts';
import { type MemberDetail, readMember } from '../use-cases/read-members.ts';
import { deputyForm, deputyInput, postButton } from './account-pages.ts';
import {
  done,
  field,
  flashOf,
  page,
  problemsOf,
  refusal,
  refusalNotice,
  refusedPage,
  withCaller,
} from './answers.ts';
import { emailField } from './fields.ts';
import { stateBadge } from './member-list.ts';

const breadcrumb = [{ label: 'Mitglieder', href: '/mitglieder' }];

/** Inviting a member, and everything that is done with one. */
export function memberRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const manage = { access: { permission: 'members.manage' } } as const;
  const invite = { ...manage, capability: 'identity.member.invite', path: '/mitglieder/einladen' } as const;
  return [
    { ...invite, method: 'GET', handle: (request) => showInvite(deps, request, null) },
    { ...invite, method: 'POST', handle: (request) => takeInvite(deps, request) },
    {
      capability: 'identity.member.show',
      access: { permission: 'members.read' },
      method: 'GET',
      path: '/mitglieder/:id',
      handle: (request) => showMember(deps, request, null),
    },
    {
      ...manage,
      capability: 'identity.member.remove',
      method: 'GET',
      path: '/mitglieder/:id/entfernen',
      handle: (request) => confirmRemoval(deps, request),
    },
    ...actions(deps).map(([name, capability, act]) => ({
      ...manage,
      capability,
      method: 'POST' as const,
      path: `/mitglieder/:id/${name}`,
      handle: (request: PageRequest) =>
        withCaller(request.principal, async (caller) => {
          const acted = await act(caller, request);
          if (!acted.ok) return showMember(deps, request, acted.refusal);
          const to = name === 'entfernen' ? '/mitglieder' : `/mitglieder/${request.params.id}`;
          return done(to, acted.value);
        }),
    })),
  ];
}

type Flash = Parameters<typeof done>[1];
type Act = (caller: Caller, request: PageRequest) => Promise<Result<Flash>>;

function actions(deps: IdentityDeps): readonly (readonly [name: string, capability: string, act: Act])[] {
  const id = (request: PageRequest) => request.params.id ?? '';
  const state =
    (action: 'suspend' | 'resume' | 'remove', flash: Flash): Act =>
    async (caller, request) =>
      said(await changeMemberState(deps, caller, id(request), action), flash);
  return [
    ['sperren', 'identity.member.suspend', state('suspend', 'gesperrt')],
    ['entsperren', 'identity.member.resume', state('resume', 'entsperrt')],
    ['entfernen', 'identity.member.remove', state('remove', 'entfernt')],
    [
      'rollen',
      'identity.member.roles',
      async (caller, request) =>
        said(await changeRoles(deps, caller, id(request), request.form.getAll('rollen')), 'rollen'),
    ],
    [
      'einladung',
      'identity.member.resend',
      async (caller, request) => {
        const sent = await resendInvitation(deps, caller, id(request));
        return said(sent, sent.ok && sent.value.mailSent ? 'eingeladen' : 'eingeladen-ohne-mail');
      },
    ],
    [
      'vertretung',
      'identity.vertretung.name',
      async (caller, request) =>
        said(
          await nameDeputy(deps, caller, { memberId: id(request), ...deputyInput(request.form) }),
          'vertretung',
        ),
    ],
    [
      'vertretung/beenden',
      'identity.vertretung.end',
      async (caller, request) =>
        said(await endDeputy(deps, caller, field(request.form, 'eintrag')), 'vertretung-beendet'),
    ],
  ];
}

function said(result: Result<unknown>, flash: Flash): Result<Flash> {
  return result.ok ? { ok: true, value: flash } : result;
}

function showInvite(deps: IdentityDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const detail = await readOrganisation(deps, caller);
    if (!detail.ok) return refusal(detail.refusal);
    const { kind, name } = detail.value.organisation;
    const { form: values } = request;
    const problems = problemsOf(reason);
    const content = {
      title: 'Mitglied einladen',
      lead: `Die Person bekommt eine Mail mit einem Link und wählt ihr Passwort selbst. Sie arbeitet dann für ${name}.`,
      breadcrumb,
      main: html`${refusalNotice(reason)}${form(
        { action: '/mitglieder/einladen', csrfToken: request.csrfToken },
        html`${inputField({ name: 'name', label: 'Vor- und Nachname', value: values.get('name'), autocomplete: 'off', maxLength: 120, error: errorOf(problems, 'name') })}
        ${emailField({ name: 'email', label: 'Dienstliche E-Mail-Adresse', value: values.get('email'), autocomplete: 'off', error: errorOf(problems, 'email') })}
        ${rolesField(kind, values.getAll('rollen'), errorOf(problems, 'rollen'))}
        ${buttonRow(button('Einladung senden'), linkButton('Abbrechen', '/mitglieder', { kind: 'secondary' }))}`,
      )}`,
    };
    return reason ? refusedPage(content, reason) : page(content);
  });
}

function rolesField(kind: OrganisationKind, values: readonly string[], error: string | null) {
  const options = rolesOf(kind).map((role) => ({
    value: role,
    label: roleLabel(role),
    hint: roles[role].secondFactor ? 'Braucht zur Anmeldung einen zweiten Faktor.' : undefined,
  }));
  return checkboxGroup({ name: 'rollen', label: 'Rollen', options, values, error, optional: false });
}

function takeInvite(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const invited = await inviteMember(deps, caller, {
      name: field(request.form, 'name'),
      email: field(request.form, 'email'),
      roles: request.form.getAll('rollen'),
    });
    if (!invited.ok) return showInvite(deps, request, invited.refusal);
    return done('/mitglieder', invited.value.mailSent ? 'eingeladen' : 'eingeladen-ohne-mail');
  });
}

function showMember(deps: IdentityDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const detail = await readMember(deps, caller, request.params.id ?? '');
    const organisation = await readOrganisation(deps, caller);
    if (!detail.ok) return refusal(detail.refusal);
    if (!organisation.ok) return refusal(organisation.refusal);
    const { member } = detail.value;
    const manages = caller.permissions.has('members.manage') && member.state !== 'removed';
    const content = {
      title: member.name,
      preline: 'Mitglied',
      breadcrumb,
      ...flashOf(request),
      main: html`${refusalNotice(reason)}
        ${descriptionList([
          ['Zustand', stateBadge(member.state)],
          ['E-Mail-Adresse', member.email],
          ['Rollen', member.roles.map(roleLabel).join(', ') || 'keine'],
          ['Zweiter Faktor', member.hasTotp ? 'eingeschaltet' : 'nicht eingeschaltet'],
          ['Angelegt', formatInstant(member.createdAt)],
        ])}
        ${manages ? section('Rollen ändern', rolesForm(request, detail.value, organisation.value.organisation.kind, reason)) : ''}
        ${section('Vertretung', vertretungen(request, detail.value, manages, reason))}
        ${manages ? section('Zugang', access(request, detail.value)) : ''}`,
      nextSteps: [{ label: 'Was diese Person getan hat', href: `/pruefspur?wer=${member.id}` }],
    };
    return reason ? refusedPage(content, reason) : page(content);
  });
}

function rolesForm(
  request: PageRequest,
  { member }: MemberDetail,
  kind: OrganisationKind,
  reason: Refusal | null,
) {
  return form(
    { action: `/mitglieder/${member.id}/rollen`, csrfToken: request.csrfToken, label: 'Rollen ändern' },
    html`${rolesField(kind, member.roles, errorOf(problemsOf(reason), 'rollen'))}
    <p class="kern-body">Mit der Änderung enden alle Sitzungen der Person; sie meldet sich neu an.</p>
    ${buttonRow(button('Rollen speichern', { kind: 'secondary' }))}`,
  );
}

function vertretungen(request: PageRequest, detail: MemberDetail, manages: boolean, reason: Refusal | null) {
  const { member, colleagues, vertretungen: all } = detail;
  const nameOf = (id: string) => [member, ...colleagues].find((each) => each.id === id)?.name ?? 'unbekannt';
  const rows = all.map((each) => [
    `${nameOf(each.deputyId)} vertritt ${nameOf(each.memberId)}`,
    `${formatLocalDate(localDate(each.validFrom))} bis ${formatLocalDate(localDate(each.validTo))}`,
    each.endedAt
      ? `beendet ${formatInstant(each.endedAt)}`
      : manages
        ? postButton(
            `/mitglieder/${member.id}/vertretung/beenden`,
            request.csrfToken,
            'Beenden',
            nameOf(each.deputyId),
            { eintrag: each.id },
          )
        : '',
  ]);
  const people = colleagues.filter(({ state }) => state === 'active');
  return html`${rows.length > 0 ? table({ caption: 'Vertretungen', captionHidden: true, columns: [{ label: 'Wer vertritt wen' }, { label: 'Von – bis' }, { label: 'Stand' }], rows }) : html`<p class="kern-body">Es ist keine Vertretung eingetragen.</p>`}
    ${manages && people.length > 0 ? deputyForm({ action: `/mitglieder/${member.id}/vertretung`, csrfToken: request.csrfToken, people, reason }) : ''}`;
}

function access({ csrfToken }: PageRequest, { member }: MemberDetail) {
  const possible = possibleActions(member.state);
  const path = (name: string) => `/mitglieder/${member.id}/${name}`;
  return html`${member.state === 'invited' ? postButton(path('einladung'), csrfToken, 'Einladung noch einmal senden', '') : ''}
    ${possible.includes('suspend') ? postButton(path('sperren'), csrfToken, 'Zugang sperren', '') : ''}
    ${possible.includes('resume') ? postButton(path('entsperren'), csrfToken, 'Zugang wieder öffnen', '') : ''}
    ${buttonRow(linkButton('Mitglied entfernen …', path('entfernen'), { kind: 'tertiary' }))}`;
}

function confirmRemoval(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const detail = await readMember(deps, caller, request.params.id ?? '');
    if (!detail.ok) return refusal(detail.refusal);
    const { id, name } = detail.value.member;
    return page({
      title: `${name} entfernen?`,
      breadcrumb: [...breadcrumb, { label: name, href: `/mitglieder/${id}` }],
      main: html`${alert({ kind: 'warning', title: 'Das lässt sich nicht rückgängig machen.', body: 'Die Person kann sich nicht mehr anmelden. E-Mail-Adresse, Passwort und zweiter Faktor werden gelöscht, Zugänge für Maschinen, die sie ausgestellt hat, widerrufen. Der Name bleibt, damit die Prüfspur lesbar ist.' })}
        ${form({ action: `/mitglieder/${id}/entfernen`, csrfToken: request.csrfToken }, buttonRow(button(`${name} entfernen`), linkButton('Abbrechen', `/mitglieder/${id}`, { kind: 'secondary' })))}`,
    });
  });
}
