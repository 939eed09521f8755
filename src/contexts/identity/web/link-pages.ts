import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  refusal,
  refusedPage,
} from '#platform';
import { button, buttonRow, descriptionList, errorOf, form, problemsOf, refusalNotice } from '#ui';
import { passwordLength } from '../domain/password-rules.ts';
import { linkRefused } from '../errors.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import type { LinkPurpose } from '../store/links.ts';
import { type LinkHolder, readLink, useLink } from '../use-cases/accept-invitation.ts';
import { done, flashOf, noCookie, page, redirect } from './answers.ts';
import { passwordField } from './fields.ts';
import { askForMail, forgottenContent } from './forgotten-pages.ts';

interface LinkPlace {
  readonly path: string;
  readonly purpose: LinkPurpose;
  readonly capability: string;
  readonly title: string;
  readonly lead: (holder: LinkHolder) => string;
  readonly action: string;
}

const invitation: LinkPlace = {
  path: '/einladung',
  purpose: 'invitation',
  capability: 'identity.member.accept',
  title: 'Einladung annehmen',
  lead: ({ organisation }) =>
    `${organisation} lädt Sie ein. Wählen Sie ein Passwort, dann ist Ihr Zugang offen.`,
  action: 'Einladung annehmen',
};

const reset: LinkPlace = {
  path: '/neues-passwort',
  purpose: 'password-reset',
  capability: 'identity.password.reset',
  title: 'Neues Passwort wählen',
  lead: () => 'Danach sind alle Ihre Sitzungen beendet, und Sie melden sich neu an.',
  action: 'Passwort speichern',
};

/** What opens from links in mails: invitation and new password; and the page that asks for such a mail. */
export function linkRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const forgotten = {
    capability: 'identity.password.reset',
    access: 'public',
    path: '/passwort-vergessen',
  } as const;
  return [
    ...placeRoutes(deps, invitation),
    ...placeRoutes(deps, reset),
    {
      ...forgotten,
      method: 'GET',
      handle: async (request) => page({ ...forgottenContent(request, null), ...flashOf(request) }),
    },
    { ...forgotten, method: 'POST', handle: (request) => askForMail(deps, request) },
  ];
}

function placeRoutes(deps: IdentityDeps, place: LinkPlace): readonly PageRoute[] {
  const route = { capability: place.capability, access: 'public' } as const;
  return [
    {
      ...route,
      method: 'GET',
      path: `${place.path}/:secret`,
      // The secret leaves the address at once, so that neither history nor a proxy's log keeps it for long.
      handle: async ({ params }) =>
        redirect(place.path, [
          { name: deps.linkCookieName, value: params.secret ?? '', maxAgeSeconds: 3600 },
        ]),
    },
    { ...route, method: 'GET', path: place.path, handle: (request) => showPlace(deps, request, place, null) },
    { ...route, method: 'POST', path: place.path, handle: (request) => usePlace(deps, request, place) },
  ];
}

async function showPlace(
  deps: IdentityDeps,
  request: PageRequest,
  place: LinkPlace,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const holder = await readLink(deps, request.cookies.get(deps.linkCookieName) ?? '', place.purpose);
  if (!holder.ok) return refusal(linkRefused);
  const content = placeContent(request, place, holder.value, reason);
  return reason ? refusedPage(content, reason) : page(content);
}

async function usePlace(deps: IdentityDeps, request: PageRequest, place: LinkPlace): Promise<PageAnswer> {
  const password = request.form.get('passwort') ?? '';
  if (password !== request.form.get('wiederholung')) return showPlace(deps, request, place, notEqual);
  const secret = request.cookies.get(deps.linkCookieName) ?? '';
  const used = await useLink(deps, { secret, purpose: place.purpose, password });
  if (used.ok) return done('/anmelden', 'passwort-gesetzt', noCookie(deps.linkCookieName));
  return showPlace(deps, request, place, used.refusal);
}

const notEqual: Refusal = {
  kind: 'invalid',
  code: 'PASSWORD_REPEAT',
  message: 'Die beiden Passwörter sind verschieden.',
  fields: [
    {
      field: 'wiederholung',
      message: 'Die beiden Passwörter sind verschieden. Bitte tippen Sie noch einmal.',
    },
  ],
};

function placeContent(
  request: PageRequest,
  place: LinkPlace,
  holder: LinkHolder,
  reason: Refusal | null,
): PageContent {
  const problems = problemsOf(reason);
  return {
    title: place.title,
    lead: place.lead(holder),
    main: html`${refusalNotice(reason)}
      ${descriptionList([
        ['Name', holder.name],
        ['E-Mail-Adresse', holder.email],
      ])}
      ${form(
        { action: place.path, csrfToken: request.csrfToken },
        html`<input type="hidden" name="username" value="${holder.email}" autocomplete="username">
        ${passwordField({ name: 'passwort', label: 'Neues Passwort', hint: `Mindestens ${passwordLength.least} Zeichen. Ein Satz aus mehreren Wörtern ist gut zu merken. Sonderzeichen sind nicht nötig.`, autocomplete: 'new-password', error: errorOf(problems, 'passwort') })}
        ${passwordField({ name: 'wiederholung', label: 'Passwort wiederholen', autocomplete: 'new-password', error: errorOf(problems, 'wiederholung') })}
        ${buttonRow(button(place.action))}`,
      )}`,
  };
}
