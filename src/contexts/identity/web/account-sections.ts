import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  badge,
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  linkButton,
  problemsOf,
  table,
} from '#ui';
import { roleLabel } from '../domain/roles.ts';
import type { Account } from '../use-cases/read-account.ts';
import { passwordField } from './fields.ts';
import { postButton } from './post-button.ts';

export function person({ member }: Account) {
  return descriptionList([
    ['Name', member.name],
    ['E-Mail-Adresse', member.email ?? ''],
    ['Rollen', member.roles.map(roleLabel).join(', ')],
  ]);
}

export function passwordForm({ csrfToken }: PageRequest, reason: Refusal | null) {
  const problems = problemsOf(reason);
  return form(
    { action: '/konto/passwort', csrfToken, label: 'Passwort ändern' },
    html`${passwordField({ name: 'bisher', label: 'Bisheriges Passwort', error: errorOf(problems, 'bisher') })}
    ${passwordField({ name: 'passwort', label: 'Neues Passwort', hint: 'Mindestens 12 Zeichen. Ihre anderen Sitzungen enden.', autocomplete: 'new-password', error: errorOf(problems, 'passwort') })}
    ${buttonRow(button('Passwort ändern', { kind: 'secondary' }))}`,
  );
}

export function secondFactor({ member, recoveryCodesLeft }: Account) {
  const state = member.hasTotp
    ? html`<p class="kern-body">${badge('success', 'eingeschaltet')} ${recoveryCodesLeft} Ersatzcodes sind noch unbenutzt.</p>`
    : html`<p class="kern-body">${badge('neutral', 'nicht eingeschaltet')} Mit einem zweiten Faktor reicht Ihr Passwort allein nicht mehr aus, um sich anzumelden.</p>`;
  const label = member.hasTotp ? 'Neu einrichten' : 'Einrichten';
  return html`${state}${buttonRow(linkButton(label, '/konto/zweiter-faktor', { kind: 'secondary' }))}`;
}

export function sessions({ csrfToken }: PageRequest, account: Account) {
  const rows = account.sessions.map((each) => [
    formatInstant(each.created_at),
    formatInstant(each.last_seen_at),
    each.id === account.session.id
      ? badge('info', 'diese Sitzung')
      : postButton('/konto/sitzungen/beenden', csrfToken, 'Beenden', formatInstant(each.created_at), {
          sitzung: each.id,
        }),
  ]);
  return html`${table({ caption: 'Ihre Sitzungen', captionHidden: true, columns: [{ label: 'Angemeldet' }, { label: 'Zuletzt benutzt' }, { label: 'Aktion' }], rows })}
    ${rows.length > 1 ? postButton('/konto/sitzungen/beenden', csrfToken, 'Alle anderen beenden', '') : ''}`;
}
