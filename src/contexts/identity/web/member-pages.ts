import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal, refusedPage } from '#platform';
import {
  alert,
  badge,
  button,
  buttonRow,
  descriptionList,
  form,
  formatInstant,
  linkButton,
  refusalNotice,
  section,
} from '#ui';
import { hasEnded, type Member } from '../domain/member.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import { roleLabel } from '../domain/roles.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import type { Stelle } from '../use-cases/change-offices.ts';
import { readOrganisation } from '../use-cases/circle.ts';
import type { Caller } from '../use-cases/deps.ts';
import { type MemberDetail, readMember } from '../use-cases/read-members.ts';
import { done, flashOf, page, withCaller } from './answers.ts';
import { showInvite, takeInvite } from './invite-pages.ts';
import { actions } from './member-actions.ts';
import { breadcrumb, stateBadge } from './member-list.ts';
import { officesForm, officesText } from './member-offices.ts';
import { access, limitForm, rolesForm, vertretungen } from './member-sections.ts';

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

function showMember(deps: IdentityDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const detail = await readMember(deps, caller, request.params.id ?? '');
    const organisation = await readOrganisation(deps, caller);
    if (!detail.ok) return refusal(detail.refusal);
    if (!organisation.ok) return refusal(organisation.refusal);
    const { member } = detail.value;
    const manages = caller.permissions.has('members.manage') && member.state !== 'removed';
    const offices = await officesFor(deps, caller, member);
    const parts = { request, detail: detail.value, reason };
    const content = {
      title: member.name,
      preline: 'Mitglied',
      breadcrumb,
      ...flashOf(request),
      main: html`${refusalNotice(reason)}${facts(member, offices, deps.clock.today())}
        ${manages ? managing(parts, organisation.value.organisation.kind, offices) : ''}
        ${section('Vertretung', vertretungen(request, detail.value, manages, reason))}
        ${manages ? section('Zugang', access(request, detail.value)) : ''}`,
      nextSteps: [{ label: 'Was diese Person getan hat', href: `/pruefspur?wer=${member.id}` }],
    };
    return reason ? refusedPage(content, reason) : page(content);
  });
}

interface MemberParts {
  readonly request: PageRequest;
  readonly detail: MemberDetail;
  readonly reason: Refusal | null;
}

/** The forms of whoever manages members: roles, offices, the last day. */
function managing(
  { request, detail, reason }: MemberParts,
  kind: OrganisationKind,
  offices: readonly Stelle[] | null,
) {
  return html`${section('Rollen ändern', rolesForm(request, detail, kind, reason))}
    ${offices?.length ? section('Stellen', officesForm(request, detail.member, offices, reason)) : ''}
    ${section('Befristung', limitForm(request, detail, reason))}`;
}

/** The offices of the organisation, where the member is one of those who work for some. */
async function officesFor(
  deps: IdentityDeps,
  caller: Caller,
  { roles }: Member,
): Promise<readonly Stelle[] | null> {
  return roles.includes('fachbereich') ? deps.officesOf(caller) : null;
}

function facts(member: Member, offices: readonly Stelle[] | null, today: LocalDate) {
  return descriptionList([
    ['Zustand', stateBadge(member.state)],
    ['E-Mail-Adresse', member.email],
    ['Rollen', member.roles.map(roleLabel).join(', ') || 'keine'],
    ...(offices ? ([['Stellen', officesText(member, offices)]] as const) : []),
    ['Zugang gilt bis', endText(member, today)],
    ['Zweiter Faktor', member.hasTotp ? 'eingeschaltet' : 'nicht eingeschaltet'],
    ['Angelegt', formatInstant(member.createdAt)],
  ]);
}

function endText({ gueltigBis }: Member, today: LocalDate) {
  if (gueltigBis === null) return 'unbefristet';
  const day = formatLocalDate(gueltigBis);
  return hasEnded(gueltigBis, today) ? html`${day} ${badge('warning', 'abgelaufen')}` : day;
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
