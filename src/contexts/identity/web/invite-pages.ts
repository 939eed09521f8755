import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageAnswer, type PageRequest, refusal, refusedPage } from '#platform';
import {
  button,
  buttonRow,
  checkboxGroup,
  errorOf,
  form,
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
} from '#ui';
import type { OrganisationKind } from '../domain/organisation.ts';
import { roles } from '../domain/role-definitions.ts';
import { roleLabel, rolesOf } from '../domain/roles.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { readOrganisation } from '../use-cases/circle.ts';
import { inviteMember } from '../use-cases/invite-member.ts';
import { done, page, withCaller } from './answers.ts';
import { emailField } from './fields.ts';
import { breadcrumb } from './member-list.ts';

export function showInvite(
  deps: IdentityDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
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

export function rolesField(kind: OrganisationKind, values: readonly string[], error: string | null) {
  const options = rolesOf(kind).map((role) => ({
    value: role,
    label: roleLabel(role),
    hint: roles[role].secondFactor ? 'Braucht zur Anmeldung einen zweiten Faktor.' : undefined,
  }));
  return checkboxGroup({ name: 'rollen', label: 'Rollen', options, values, error, optional: false });
}

export function takeInvite(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const invited = await inviteMember(deps, caller, {
      name: formField(request.form, 'name'),
      email: formField(request.form, 'email'),
      roles: request.form.getAll('rollen'),
    });
    if (!invited.ok) return showInvite(deps, request, invited.refusal);
    return done('/mitglieder', invited.value.mailSent ? 'eingeladen' : 'eingeladen-ohne-mail');
  });
}
