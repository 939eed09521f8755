import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  refusedPage,
} from '#platform';
import { alert, button, buttonRow, errorOf, form, problemsOf, refusalNotice, section, textLink } from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import type { OpenedSession } from '../use-cases/open-session.ts';
import { readSession } from '../use-cases/read-session.ts';
import { signIn } from '../use-cases/sign-in.ts';
import { passkeySignInOptions, signInWithPasskey } from '../use-cases/sign-in-with-passkey.ts';
import { signOut } from '../use-cases/sign-out.ts';
import { cookieOf, done, flashOf, noCookie, page, redirect, safeAddress, sessionCookie } from './answers.ts';
import { emailField, passwordField } from './fields.ts';
import { passkeyForm } from './passkey-form.ts';

/** Signing in with password or passkey, signing out, and prolonging a session. */
export function signInRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const open = { capability: 'identity.sign-in', access: 'public' } as const;
  return [
    { ...open, method: 'GET', path: '/anmelden', handle: (request) => showSignIn(deps, request) },
    { ...open, method: 'POST', path: '/anmelden', handle: (request) => takePassword(deps, request) },
    { ...open, method: 'POST', path: '/anmelden/passkey', handle: (request) => takePasskey(deps, request) },
    {
      capability: 'identity.sign-out',
      access: 'public',
      method: 'POST',
      path: '/abmelden',
      handle: async (request) => {
        await signOut(deps, cookieOf(deps, request));
        return done('/anmelden', 'abgemeldet', noCookie(deps.cookieName));
      },
    },
    {
      capability: 'identity.session.extend',
      access: 'signed-in',
      method: 'POST',
      path: '/sitzung/verlaengern',
      handle: (request) => extendSession(deps, request),
    },
  ];
}

async function showSignIn(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  const next = safeAddress(request.query.get('weiter'));
  if (request.principal) return redirect(next);
  return page({ ...signInContent(deps, request, next, '', null), ...flashOf(request) });
}

async function takePassword(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  const next = safeAddress(request.form.get('weiter'));
  const email = formField(request.form, 'email');
  const opened = await signIn(deps, {
    email,
    password: request.form.get('passwort') ?? '',
    clientAddress: request.clientAddress,
  });
  if (opened.ok) return goOn(deps, opened.value, next);
  return refusedPage(signInContent(deps, request, next, email, opened.refusal), opened.refusal);
}

async function takePasskey(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  const next = safeAddress(request.form.get('weiter'));
  const { origin, clientAddress } = request;
  const opened = await signInWithPasskey(deps, {
    origin,
    clientAddress,
    answer: request.form.get('antwort') ?? '',
  });
  if (opened.ok) return goOn(deps, opened.value, next);
  return refusedPage(signInContent(deps, request, next, '', opened.refusal), opened.refusal);
}

/** The page after a step of signing in: where the person wanted to go, or the next step. */
export function goOn(deps: IdentityDeps, opened: OpenedSession, next: string): PageAnswer {
  const steps = { complete: next, code: '/anmelden/code', enrol: '/anmelden/einrichten' } as const;
  const to = steps[opened.stage];
  const address =
    opened.stage === 'complete' || next === '/' ? to : `${to}?weiter=${encodeURIComponent(next)}`;
  return redirect(address, sessionCookie(deps, opened));
}

function signInContent(
  deps: IdentityDeps,
  request: PageRequest,
  next: string,
  email: string,
  reason: Refusal | null,
): PageContent {
  const { csrfToken } = request;
  const options = passkeySignInOptions(deps, request.origin);
  return {
    title: 'Anmelden',
    scripts: ['passkey'],
    main: html`${refusalNotice(reason)}
      ${next === '/' ? '' : alert({ kind: 'info', title: 'Nach der Anmeldung geht es weiter zu der Seite, die Sie öffnen wollten.' })}
      ${form(
        { action: '/anmelden', csrfToken, hidden: { weiter: next } },
        html`${emailField({ name: 'email', label: 'E-Mail-Adresse', value: email, autocomplete: 'username', error: errorOf(problemsOf(reason), 'email') })}
        ${passwordField({ name: 'passwort', label: 'Passwort', error: errorOf(problemsOf(reason), 'passwort') })}
        ${buttonRow(button('Anmelden'))}`,
      )}
      ${passkeyForm({ mode: 'get', action: '/anmelden/passkey', csrfToken, options, label: 'Mit Passkey anmelden', hidden: { weiter: next } })}
      ${section('Passwort vergessen?', html`<p class="kern-body">${textLink('/passwort-vergessen', 'Neues Passwort wählen')}. Wir senden Ihnen dazu einen Link.</p>`)}`,
  };
}

async function extendSession(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  const session = await readSession(deps, cookieOf(deps, request));
  // Back to the page, which says the new end: without script the person reads it, with script the script does.
  return redirect(session ? safeAddress(request.query.get('weiter')) : '/anmelden');
}
