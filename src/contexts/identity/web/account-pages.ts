import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, refusedPage } from '#platform';
import { refusalNotice, section } from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import { actFor } from '../use-cases/act-for.ts';
import { callerOf } from '../use-cases/actors.ts';
import { endDeputy, nameDeputy } from '../use-cases/name-deputy.ts';
import { addPasskey, removePasskey } from '../use-cases/own-passkeys.ts';
import { changePassword } from '../use-cases/own-password.ts';
import { endOwnSessions } from '../use-cases/own-sessions.ts';
import { readAccount } from '../use-cases/read-account.ts';
import { passkeys } from './account-passkeys.ts';
import { passwordForm, person, secondFactor, sessions } from './account-sections.ts';
import { vertretung } from './account-vertretung.ts';
import { cookieOf, done, flashOf, page, redirect, sessionCookie } from './answers.ts';
import { deputyInput } from './deputy-form.ts';

/** The person's own account: password, second factor, passkeys, sessions, Vertretung. */
export function accountRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const act = (path: string, capability: string, handle: PageRoute['handle']): PageRoute => ({
    capability,
    access: 'signed-in',
    method: 'POST',
    path,
    handle,
  });
  const then = async (request: PageRequest, result: Result<unknown>, flash: Parameters<typeof done>[1]) =>
    result.ok ? done('/konto', flash) : showAccount(deps, request, result.refusal);
  const cookie = (request: PageRequest) => cookieOf(deps, request);
  return [
    {
      capability: 'identity.account',
      access: 'signed-in',
      method: 'GET',
      path: '/konto',
      handle: (request) => showAccount(deps, request, null),
    },
    act('/konto/passwort', 'identity.password.change', async (request) =>
      then(request, await changeOwnPassword(deps, request), 'passwort'),
    ),
    act('/konto/passkeys', 'identity.passkey', async (request) =>
      then(request, await addOwnPasskey(deps, request), 'passkey'),
    ),
    act('/konto/passkeys/:id/entfernen', 'identity.passkey', async (request) =>
      then(request, await removePasskey(deps, cookie(request), request.params.id ?? ''), 'passkey-entfernt'),
    ),
    act('/konto/sitzungen/beenden', 'identity.session.end', async (request) =>
      then(request, await endOwnSessions(deps, cookie(request), request.form.get('sitzung')), 'sitzung'),
    ),
    act('/konto/vertretung', 'identity.vertretung.own', async (request) =>
      then(request, await nameOwnDeputy(deps, request), 'vertretung'),
    ),
    act('/konto/vertretung/:id/beenden', 'identity.vertretung.own', async (request) =>
      then(request, await endOwnDeputy(deps, request), 'vertretung-beendet'),
    ),
    act('/konto/handeln', 'identity.vertretung.act', (request) => switchActing(deps, request)),
  ];
}

async function showAccount(
  deps: IdentityDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const account = await readAccount(deps, cookieOf(deps, request));
  if (!account.ok) return redirect('/anmelden');
  const main = html`${refusalNotice(reason)}
    ${section('Ihre Angaben', person(account.value))}
    ${section('Passwort ändern', passwordForm(request, reason))}
    ${section('Zweiter Faktor', secondFactor(account.value))}
    ${section('Passkeys', await passkeys(deps, request, account.value))}
    ${section('Vertretung', vertretung(request, account.value, reason))}
    ${section('Ihre Sitzungen', sessions(request, account.value))}`;
  const content = {
    title: 'Mein Konto',
    main,
    scripts: ['passkey'],
    nextSteps: nextStepsOf(request),
    ...flashOf(request),
  };
  return reason ? refusedPage(content, reason) : page(content);
}

function changeOwnPassword(deps: IdentityDeps, request: PageRequest): Promise<Result<null>> {
  return changePassword(deps, {
    cookieValue: cookieOf(deps, request),
    current: request.form.get('bisher') ?? '',
    next: request.form.get('passwort') ?? '',
  });
}

function addOwnPasskey(deps: IdentityDeps, request: PageRequest): Promise<Result<null>> {
  return addPasskey(deps, {
    cookieValue: cookieOf(deps, request),
    origin: request.origin,
    answer: request.form.get('antwort') ?? '',
    label: formField(request.form, 'bezeichnung'),
  });
}

async function nameOwnDeputy(deps: IdentityDeps, request: PageRequest): Promise<Result<unknown>> {
  const account = await readAccount(deps, cookieOf(deps, request));
  const caller = callerOf(request.principal);
  if (!account.ok) return account;
  if (!caller) return { ok: false, refusal: expired };
  return nameDeputy(deps, caller, { memberId: account.value.member.id, ...deputyInput(request.form) });
}

const expired: Refusal = {
  kind: 'unauthenticated',
  code: 'SIGN_IN_EXPIRED',
  message: 'Ihre Sitzung ist beendet. Bitte melden Sie sich noch einmal an.',
};

async function endOwnDeputy(deps: IdentityDeps, request: PageRequest): Promise<Result<null>> {
  const caller = callerOf(request.principal);
  return caller ? endDeputy(deps, caller, request.params.id ?? '') : { ok: false, refusal: expired };
}

async function switchActing(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  const memberId = formField(request.form, 'mitglied') || null;
  const switched = await actFor(deps, cookieOf(deps, request), memberId);
  if (!switched.ok) return showAccount(deps, request, switched.refusal);
  return done('/konto', memberId ? 'in-vertretung' : 'wieder-selbst', sessionCookie(deps, switched.value));
}

function nextStepsOf({ principal }: PageRequest) {
  const organisation = { label: 'Ihre Organisation, und was sie teilt', href: '/organisation' };
  const tokens = { label: 'Zugänge für Maschinen', href: '/zugaenge' };
  const notices = { label: 'Was Leitwerk Ihnen per Mail sagt', href: '/benachrichtigungen' };
  return principal?.permissions.has('tokens.manage')
    ? [notices, organisation, tokens]
    : [notices, organisation];
}
