import { html } from 'hono/html';
import { formatLocalDate, localDate } from '#kernel';
import type { PageRequest } from '#platform';
import { formatInstant, table } from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import { passkeyRegistrationOptions } from '../use-cases/own-passkeys.ts';
import type { Account } from '../use-cases/read-account.ts';
import { passkeyForm } from './passkey-form.ts';
import { postButton } from './post-button.ts';

export async function passkeys(deps: IdentityDeps, { csrfToken, origin }: PageRequest, account: Account) {
  const options = await passkeyRegistrationOptions(deps, account.session, account.passkeys, {
    origin,
    account: account.member.email ?? account.member.name,
  });
  const rows = account.passkeys.map((each) => [
    each.label,
    formatInstant(each.created_at),
    each.last_used_on ? formatLocalDate(localDate(each.last_used_on)) : 'noch nie',
    postButton(`/konto/passkeys/${each.id}/entfernen`, csrfToken, 'Entfernen', each.label),
  ]);
  return html`<p class="kern-body">Mit einem Passkey melden Sie sich ohne Passwort und Code an: mit Fingerabdruck, Gesicht oder PIN Ihres Geräts.</p>
    ${rows.length > 0 ? table({ caption: 'Ihre Passkeys', captionHidden: true, columns: [{ label: 'Name' }, { label: 'Seit' }, { label: 'Zuletzt benutzt' }, { label: 'Aktion' }], rows }) : ''}
    ${passkeyForm({ mode: 'create', action: '/konto/passkeys', csrfToken, options, label: 'Passkey anlegen' })}
    <noscript><p class="kern-body">Passkeys brauchen JavaScript. Ohne melden Sie sich mit Passwort und Code an.</p></noscript>`;
}
