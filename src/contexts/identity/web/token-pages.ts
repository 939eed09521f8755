import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formatLocalDate, localDate } from '#kernel';
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
  badge,
  button,
  buttonRow,
  checkboxGroup,
  emptyState,
  errorOf,
  form,
  formatInstant,
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
  table,
} from '#ui';
import { permissionLabel, permissions } from '../domain/permissions.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import type { StoredToken } from '../store/tokens.ts';
import type { Caller } from '../use-cases/deps.ts';
import { type IssuedToken, issueToken, readTokens, revokeToken } from '../use-cases/machine-tokens.ts';
import { answerOf, done, flashOf, page, withCaller } from './answers.ts';
import { postButton } from './post-button.ts';

/** Tokens by which machines use the API. */
export function tokenRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const access = { permission: 'tokens.manage' } as const;
  return [
    {
      capability: 'identity.token.list',
      access,
      method: 'GET',
      path: '/zugaenge',
      handle: (request) => showTokens(deps, request, null),
    },
    {
      capability: 'identity.token.issue',
      access,
      method: 'POST',
      path: '/zugaenge',
      handle: (request) => issue(deps, request),
    },
    {
      capability: 'identity.token.revoke',
      access,
      method: 'POST',
      path: '/zugaenge/:id/widerrufen',
      handle: (request) =>
        withCaller(request.principal, async (caller) =>
          answerOf(await revokeToken(deps, caller, request.params.id ?? ''), done('/zugaenge', 'widerrufen')),
        ),
    },
  ];
}

function showTokens(deps: IdentityDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const tokens = await readTokens(deps, caller);
    const content: PageContent = {
      title: 'Zugänge für Maschinen',
      lead: 'Mit einem Zugang fragt ein anderes Programm die Schnittstelle im Namen Ihrer Organisation. Er kann nur, was Sie ankreuzen, und endet von selbst.',
      ...flashOf(request),
      main: html`${refusalNotice(reason)}
        ${tokenTable(deps, request, tokens)}
        ${section('Neuer Zugang', issueForm(request, caller, reason))}`,
    };
    return reason ? refusedPage(content, reason) : page(content);
  });
}

function tokenTable(deps: IdentityDeps, { csrfToken }: PageRequest, tokens: readonly StoredToken[]) {
  return table({
    caption: 'Ausgestellte Zugänge',
    columns: [
      { label: 'Wofür' },
      { label: 'Rechte' },
      { label: 'Gilt bis' },
      { label: 'Zuletzt benutzt' },
      { label: 'Stand' },
    ],
    rows: tokens.map((token) => [
      html`${token.label}<br><code>lwt_${token.prefix}_…</code>`,
      token.scopes.map(permissionLabel).join('; ') || 'nur öffentliche Daten',
      formatInstant(token.expires_at),
      token.last_used_on ? formatLocalDate(localDate(token.last_used_on)) : 'noch nie',
      stateOf(deps, token) ??
        postButton(`/zugaenge/${token.id}/widerrufen`, csrfToken, 'Widerrufen', token.label),
    ]),
    empty: emptyState({
      title: 'Noch keine Zugänge',
      body: 'Unten stellen Sie den ersten aus. Sein Geheimnis erscheint einmal.',
    }),
  });
}

function stateOf(deps: IdentityDeps, token: StoredToken) {
  if (token.revoked_at) return badge('warning', 'widerrufen');
  return token.expires_at <= deps.clock.now() ? badge('neutral', 'abgelaufen') : null;
}

function issueForm(request: PageRequest, caller: Caller, reason: Refusal | null) {
  const { form: values, csrfToken } = request;
  const problems = problemsOf(reason);
  const options = Object.entries(permissions)
    .filter(([name]) => caller.permissions.has(name))
    .map(([value, label]) => ({ value, label }));
  return form(
    { action: '/zugaenge', csrfToken },
    html`${inputField({ name: 'bezeichnung', label: 'Wofür ist der Zugang?', hint: 'Zum Beispiel „Auswertung Fachbereich 2“.', value: values.get('bezeichnung'), maxLength: 100, error: errorOf(problems, 'bezeichnung') })}
    ${checkboxGroup({ name: 'rechte', label: 'Was darf er? Ohne Kreuz liest er öffentliche Daten.', options, values: values.getAll('rechte'), error: errorOf(problems, 'rechte') })}
    ${inputField({ name: 'tage', label: 'Wie viele Tage soll er gelten?', hint: 'Höchstens 365.', type: 'number', value: values.get('tage') ?? '90', min: 1, max: 365, width: 'narrow', error: errorOf(problems, 'tage') })}
    ${buttonRow(button('Zugang ausstellen'))}`,
  );
}

function issue(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const issued = await issueToken(deps, caller, {
      label: formField(request.form, 'bezeichnung'),
      scopes: request.form.getAll('rechte'),
      days: Number(formField(request.form, 'tage')),
    });
    return issued.ok ? page(issuedContent(issued.value)) : showTokens(deps, request, issued.refusal);
  });
}

function issuedContent({ token, expiresAt }: IssuedToken): PageContent {
  return {
    title: 'Zugang ausgestellt',
    breadcrumb: [{ label: 'Zugänge für Maschinen', href: '/zugaenge' }],
    main: html`${alert({ kind: 'warning', title: 'Dieses Geheimnis erscheint nur jetzt. Bitte übertragen Sie es gleich.', body: 'Wer es kennt, handelt im Namen Ihrer Organisation.' })}
      <p class="kern-body"><code>${token}</code></p>
      <p class="kern-body">Das Programm sendet es bei jeder Anfrage als Kopfzeile <code>Authorization: Bearer …</code> mit. Es gilt bis ${formatInstant(expiresAt)}.</p>
      ${buttonRow(linkButton('Zurück zu den Zugängen', '/zugaenge'))}`,
  };
}
