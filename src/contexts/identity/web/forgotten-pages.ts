import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageAnswer, type PageContent, type PageRequest, refusedPage } from '#platform';
import { button, buttonRow, errorOf, form, linkButton, problemsOf, refusalNotice } from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import { requestPasswordReset } from '../use-cases/request-password-reset.ts';
import { done } from './answers.ts';
import { emailField } from './fields.ts';

export async function askForMail(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  const asked = await requestPasswordReset(deps, {
    email: formField(request.form, 'email'),
    clientAddress: request.clientAddress,
  });
  if (asked.ok) return done('/passwort-vergessen', 'mail-unterwegs');
  return refusedPage(forgottenContent(request, asked.refusal), asked.refusal);
}

export function forgottenContent(request: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Passwort vergessen',
    lead: 'Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort wählen.',
    breadcrumb: [{ label: 'Anmelden', href: '/anmelden' }],
    main: html`${refusalNotice(reason)}${form(
      { action: '/passwort-vergessen', csrfToken: request.csrfToken },
      html`${emailField({ name: 'email', label: 'E-Mail-Adresse', autocomplete: 'username', error: errorOf(problemsOf(reason), 'email') })}
      ${buttonRow(button('Link anfordern'), linkButton('Zurück zur Anmeldung', '/anmelden', { kind: 'secondary' }))}`,
    )}`,
  };
}
