import { html, raw } from 'hono/html';
import { toString as qrCode } from 'qrcode';
import type { Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  refusedPage,
} from '#platform';
import {
  alert,
  button,
  buttonRow,
  errorOf,
  form,
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
} from '#ui';
import type { IdentityDeps } from '../identity-deps.ts';
import { confirmCode } from '../use-cases/confirm-code.ts';
import { draftTotp, proveTotp, type TotpDraft } from '../use-cases/set-up-totp.ts';
import { cookieOf, page, redirect, safeAddress, sessionCookie } from './answers.ts';
import { passwordField } from './fields.ts';
import { goOn } from './sign-in-pages.ts';

/** The second step of signing in, and setting up a second factor: at sign-in or in the account. */
export function secondFactorRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const code = { capability: 'identity.sign-in.code', access: 'public', path: '/anmelden/code' } as const;
  return [
    { ...code, method: 'GET', handle: async (request) => page(codeContent(request, null)) },
    { ...code, method: 'POST', handle: (request) => takeCode(deps, request) },
    ...setUpRoutes(deps, atSignIn),
    ...setUpRoutes(deps, inAccount),
  ];
}

interface SetUpPlace {
  readonly path: string;
  readonly access: 'public' | 'signed-in';
  readonly asksPassword: boolean;
  readonly lead: string;
}

const atSignIn: SetUpPlace = {
  path: '/anmelden/einrichten',
  access: 'public',
  asksPassword: false,
  lead: 'Ihre Rolle liest persönliche Daten oder verwaltet Zugänge. Deshalb melden Sie sich mit Passwort und einem Code an, den eine App auf Ihrem Gerät erzeugt.',
};

const inAccount: SetUpPlace = {
  path: '/konto/zweiter-faktor',
  access: 'signed-in',
  asksPassword: true,
  lead: 'Mit einem zweiten Faktor kann sich niemand anmelden, der nur Ihr Passwort kennt. Ein neuer ersetzt den bisherigen.',
};

function setUpRoutes(deps: IdentityDeps, place: SetUpPlace): readonly PageRoute[] {
  const route = { capability: 'identity.second-factor', access: place.access, path: place.path } as const;
  return [
    { ...route, method: 'GET', handle: (request) => showSetUp(deps, request, place, null) },
    { ...route, method: 'POST', handle: (request) => takeProof(deps, request, place) },
  ];
}

async function takeCode(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  const opened = await confirmCode(deps, {
    cookieValue: cookieOf(deps, request),
    code: formField(request.form, 'code'),
  });
  if (opened.ok) return goOn(deps, opened.value, safeAddress(request.form.get('weiter')));
  if (opened.refusal.code === 'SIGN_IN_EXPIRED') return redirect('/anmelden');
  return refusedPage(codeContent(request, opened.refusal), opened.refusal);
}

function codeContent(request: PageRequest, reason: Refusal | null): PageContent {
  const next = safeAddress(request.query.get('weiter') ?? request.form.get('weiter'));
  return {
    title: 'Code eingeben',
    lead: 'Ihr Passwort stimmt. Jetzt fehlt noch der Code aus Ihrer App.',
    main: html`${refusalNotice(reason)}${form(
      { action: '/anmelden/code', csrfToken: request.csrfToken, hidden: { weiter: next } },
      html`${inputField({
        name: 'code',
        label: 'Code',
        hint: 'Sechs Ziffern aus der App, oder einer Ihrer Ersatzcodes. Jeder gilt einmal.',
        autocomplete: 'one-time-code',
        maxLength: 20,
        width: 'medium',
        spellcheck: false,
        error: errorOf(problemsOf(reason), 'code'),
      })}${buttonRow(button('Weiter'), linkButton('Zurück zur Anmeldung', '/anmelden', { kind: 'secondary' }))}`,
    )}`,
  };
}

async function showSetUp(
  deps: IdentityDeps,
  request: PageRequest,
  place: SetUpPlace,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const draft = await draftTotp(deps, cookieOf(deps, request));
  if (!draft.ok) return redirect('/anmelden');
  const content = await setUpContent(request, place, draft.value, reason);
  return reason ? refusedPage(content, reason) : page(content);
}

async function takeProof(deps: IdentityDeps, request: PageRequest, place: SetUpPlace): Promise<PageAnswer> {
  const proved = await proveTotp(deps, {
    cookieValue: cookieOf(deps, request),
    code: formField(request.form, 'code'),
    password: request.form.get('bisher') ?? '',
  });
  if (!proved.ok) return showSetUp(deps, request, place, proved.refusal);
  const next = safeAddress(request.form.get('weiter'));
  return page(recoveryContent(proved.value.recoveryCodes, next), sessionCookie(deps, proved.value));
}

async function setUpContent(
  request: PageRequest,
  place: SetUpPlace,
  draft: TotpDraft,
  reason: Refusal | null,
): Promise<PageContent> {
  const next = safeAddress(request.query.get('weiter') ?? request.form.get('weiter'));
  const problems = problemsOf(reason);
  const svg = await qrCode(draft.uri, { type: 'svg', margin: 2, width: 220 });
  return {
    title: 'Zweiten Faktor einrichten',
    lead: place.lead,
    main: html`${refusalNotice(reason)}
      ${section('1. App öffnen', html`<p class="kern-body">Öffnen Sie auf Ihrem Gerät eine App für Einmalcodes (TOTP). Viele Passwortmanager können das auch.</p>`)}
      ${section(
        '2. Schlüssel übernehmen',
        html`<p class="kern-body">Nehmen Sie dieses Bild mit der App auf. Geht das nicht, tippen Sie den Schlüssel ab.</p>
        <div class="lw-qr" role="img" aria-label="QR-Code mit dem Schlüssel für Ihre App">${raw(svg)}</div>
        <p class="kern-body">Schlüssel: <code>${grouped(draft.secret)}</code></p>`,
      )}
      ${section(
        '3. Code eingeben',
        form(
          { action: place.path, csrfToken: request.csrfToken, hidden: { weiter: next } },
          html`${place.asksPassword ? passwordField({ name: 'bisher', label: 'Ihr Passwort', error: errorOf(problems, 'bisher') }) : ''}
          ${inputField({ name: 'code', label: 'Code aus der App', inputmode: 'numeric', autocomplete: 'one-time-code', maxLength: 10, width: 'medium', error: errorOf(problems, 'code') })}
          ${buttonRow(button('Zweiten Faktor einschalten'))}`,
        ),
      )}`,
  };
}

/** The secret in groups of four, as it is typed off. */
function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

function recoveryContent(codes: readonly string[], next: string): PageContent {
  return {
    title: 'Ersatzcodes aufbewahren',
    lead: 'Der zweite Faktor ist eingeschaltet. Mit diesen Codes kommen Sie hinein, wenn Ihr Gerät fehlt.',
    main: html`${alert({ kind: 'warning', title: 'Diese Codes erscheinen nur jetzt. Bitte drucken oder notieren Sie sie.', body: 'Jeder gilt einmal. Bewahren Sie sie getrennt von Ihrem Passwort auf.' })}
      <ul class="kern-list kern-list--bullet">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
      ${buttonRow(linkButton('Ich habe die Codes, weiter', next))}`,
  };
}
