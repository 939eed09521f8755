import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageAnswer, type PageRequest, refusal, refusedPage } from '#platform';
import { button, buttonRow, errorOf, form, inputField, linkButton, problemsOf, refusalNotice } from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import { onboardKommune, renewOnboarding } from '../use-cases/onboard-kommune.ts';
import { done, withCaller } from './answers.ts';
import { emailField } from './fields.ts';

export function onboardContent(request: PageRequest, reason: Refusal | null) {
  const { form: values } = request;
  const problems = problemsOf(reason);
  return {
    title: 'Kommune aufnehmen',
    lead: 'Sie legen die Organisation an und laden eine Person der Kommune als Administration ein. Mit deren Annahme ist die Organisation übergeben; ab dann sehen Sie deren Mitglieder nicht.',
    breadcrumb: [{ label: 'Betreute Kommunen', href: '/betreuung' }],
    main: html`${refusalNotice(reason)}${form(
      { action: '/betreuung/aufnehmen', csrfToken: request.csrfToken },
      html`${inputField({ name: 'kommune', label: 'Kommune', hint: 'Name oder amtlicher Schlüssel, zum Beispiel 05766044.', value: values.get('kommune'), error: errorOf(problems, 'kommune') })}
      ${inputField({ name: 'name', label: 'Vor- und Nachname der Administration', value: values.get('name'), autocomplete: 'off', error: errorOf(problems, 'name') })}
      ${emailField({ name: 'email', label: 'Dienstliche E-Mail-Adresse', value: values.get('email'), autocomplete: 'off', error: errorOf(problems, 'email') })}
      ${buttonRow(button('Aufnehmen und einladen'), linkButton('Abbrechen', '/betreuung', { kind: 'secondary' }))}`,
    )}`,
  };
}

export function takeIn(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const founded = await onboardKommune(deps, caller, {
      body: formField(request.form, 'kommune'),
      administrator: { name: formField(request.form, 'name'), email: formField(request.form, 'email') },
    });
    if (!founded.ok) return refusedPage(onboardContent(request, founded.refusal), founded.refusal);
    return done('/betreuung', founded.value.mailSent ? 'aufgenommen' : 'aufgenommen-ohne-mail');
  });
}

export function renew(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const sent = await renewOnboarding(deps, caller, request.params.id ?? '');
    if (!sent.ok) return refusal(sent.refusal);
    return done('/betreuung', sent.value.mailSent ? 'eingeladen' : 'aufgenommen-ohne-mail');
  });
}
