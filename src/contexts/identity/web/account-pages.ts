import { html } from 'hono/html';
import { formatLocalDate, localDate, type Refusal, type Result } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  badge,
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  inputField,
  linkButton,
  section,
  selectField,
  table,
} from '#ui';
import { roleLabel } from '../domain/roles.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { actFor } from '../use-cases/act-for.ts';
import { callerOf } from '../use-cases/actors.ts';
import { endDeputy, nameDeputy } from '../use-cases/name-deputy.ts';
import { addPasskey, passkeyRegistrationOptions, removePasskey } from '../use-cases/own-passkeys.ts';
import { changePassword } from '../use-cases/own-password.ts';
import { endOwnSessions } from '../use-cases/own-sessions.ts';
import { type Account, readAccount } from '../use-cases/read-account.ts';
import {
  cookieOf,
  done,
  field,
  flashOf,
  page,
  problemsOf,
  redirect,
  refusalNotice,
  refusedPage,
  sessionCookie,
} from './answers.ts';
import { passwordField } from './fields.ts';
import { passkeyForm } from './passkey-form.ts';

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
  const content = { title: 'Mein Konto', main, scripts: ['passkey'], ...flashOf(request) };
  return reason ? refusedPage(content, reason) : page(content);
}

function person({ member }: Account) {
  return descriptionList([
    ['Name', member.name],
    ['E-Mail-Adresse', member.email ?? ''],
    ['Rollen', member.roles.map(roleLabel).join(', ')],
  ]);
}

function passwordForm({ csrfToken }: PageRequest, reason: Refusal | null) {
  const problems = problemsOf(reason);
  return form(
    { action: '/konto/passwort', csrfToken, label: 'Passwort ändern' },
    html`${passwordField({ name: 'bisher', label: 'Bisheriges Passwort', error: errorOf(problems, 'bisher') })}
    ${passwordField({ name: 'passwort', label: 'Neues Passwort', hint: 'Mindestens 12 Zeichen. Ihre anderen Sitzungen enden.', autocomplete: 'new-password', error: errorOf(problems, 'passwort') })}
    ${buttonRow(button('Passwort ändern', { kind: 'secondary' }))}`,
  );
}

function secondFactor({ member, recoveryCodesLeft }: Account) {
  const state = member.hasTotp
    ? html`<p class="kern-body">${badge('success', 'eingeschaltet')} ${recoveryCodesLeft} Ersatzcodes sind noch unbenutzt.</p>`
    : html`<p class="kern-body">${badge('neutral', 'nicht eingeschaltet')} Mit einem zweiten Faktor reicht Ihr Passwort allein nicht mehr aus, um sich anzumelden.</p>`;
  const label = member.hasTotp ? 'Neu einrichten' : 'Einrichten';
  return html`${state}${buttonRow(linkButton(label, '/konto/zweiter-faktor', { kind: 'secondary' }))}`;
}

async function passkeys(deps: IdentityDeps, { csrfToken, origin }: PageRequest, account: Account) {
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

function vertretung({ csrfToken }: PageRequest, account: Account, reason: Refusal | null) {
  const nameOf = (id: string) =>
    account.colleagues.find((each) => each.id === id)?.name ?? 'nicht mehr aktiv';
  const given = account.vertretungen.filter(({ memberId }) => memberId === account.member.id);
  const received = account.vertretungen.filter(({ deputyId }) => deputyId === account.member.id);
  const days = (each: { validFrom: string; validTo: string }) =>
    `${formatLocalDate(localDate(each.validFrom))} bis ${formatLocalDate(localDate(each.validTo))}`;
  const rows = [
    ...given.map((each) => [
      `${nameOf(each.deputyId)} vertritt Sie`,
      days(each),
      postButton(`/konto/vertretung/${each.id}/beenden`, csrfToken, 'Beenden', nameOf(each.deputyId)),
    ]),
    ...received.map((each) => [
      `Sie vertreten ${nameOf(each.memberId)}`,
      days(each),
      html`${account.session.acting_for === each.memberId ? badge('info', 'Sie handeln gerade so') : actButton(csrfToken, each.memberId, nameOf(each.memberId))}`,
    ]),
  ];
  return html`${account.session.acting_for ? html`<p class="kern-body">Sie handeln in Vertretung für ${nameOf(account.session.acting_for)}.</p>${actButton(csrfToken, '', 'mich selbst')}` : ''}
    ${rows.length > 0 ? table({ caption: 'Vertretungen', captionHidden: true, columns: [{ label: 'Wer vertritt wen' }, { label: 'Von – bis' }, { label: 'Aktion' }], rows }) : html`<p class="kern-body">Im Augenblick vertritt Sie niemand, und Sie vertreten niemanden.</p>`}
    ${account.colleagues.length > 0 ? deputyForm({ action: '/konto/vertretung', csrfToken, people: account.colleagues, reason }) : ''}`;
}

/** The form that names a deputy, for the own account and for whoever manages members. */
export function deputyForm(options: {
  readonly action: string;
  readonly csrfToken: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly reason: Refusal | null;
}) {
  const problems = problemsOf(options.reason);
  const people = options.people.map(({ id, name }) => ({ value: id, label: name }));
  return form(
    { action: options.action, csrfToken: options.csrfToken, label: 'Vertretung eintragen' },
    html`${selectField({ name: 'vertretung', label: 'Wer vertritt?', options: people, error: errorOf(problems, 'vertretung') })}
    ${inputField({ name: 'von', label: 'Erster Tag', type: 'date', error: errorOf(problems, 'von') })}
    ${inputField({ name: 'bis', label: 'Letzter Tag', type: 'date', error: errorOf(problems, 'bis') })}
    ${buttonRow(button('Vertretung eintragen', { kind: 'secondary' }))}`,
  );
}

function sessions({ csrfToken }: PageRequest, account: Account) {
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

/** A button of its own; `about` tells screen readers what it is about, where several say the same. */
export function postButton(
  action: string,
  csrfToken: string,
  label: string,
  about: string,
  hidden: Readonly<Record<string, string>> = {},
) {
  return form(
    { action, csrfToken, hidden, label: about ? `${label}: ${about}` : label },
    button(label, { kind: 'secondary', small: true }),
  );
}

function actButton(csrfToken: string, memberId: string, name: string) {
  return postButton('/konto/handeln', csrfToken, `Handeln für ${name}`, '', { mitglied: memberId });
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
    label: field(request.form, 'bezeichnung'),
  });
}

async function nameOwnDeputy(deps: IdentityDeps, request: PageRequest): Promise<Result<unknown>> {
  const account = await readAccount(deps, cookieOf(deps, request));
  const caller = callerOf(request.principal);
  if (!account.ok) return account;
  if (!caller) return { ok: false, refusal: expired };
  return nameDeputy(deps, caller, { memberId: account.value.member.id, ...deputyInput(request.form) });
}

/** What the form of a Vertretung sends. */
export function deputyInput(form: URLSearchParams) {
  return { deputyId: field(form, 'vertretung'), from: field(form, 'von'), to: field(form, 'bis') };
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
  const memberId = field(request.form, 'mitglied') || null;
  const switched = await actFor(deps, cookieOf(deps, request), memberId);
  if (!switched.ok) return showAccount(deps, request, switched.refusal);
  return done('/konto', memberId ? 'in-vertretung' : 'wieder-selbst', sessionCookie(deps, switched.value));
}
