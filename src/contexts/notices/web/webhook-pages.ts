import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
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
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import type { NoticesDeps } from '../deps.ts';
import type { Webhook } from '../domain/webhook.ts';
import { addWebhook, readWebhooks, type TypedWebhook } from '../use-cases/manage-webhooks.ts';
import { eventLabel } from '../views/labels.ts';
import { flashOf, pageOrRefused, withCaller } from './answers.ts';

/** The webhooks of the own organisation, and setting one up. */
export function webhookRoutes(deps: NoticesDeps): readonly PageRoute[] {
  const access = { permission: 'notices.webhooks' } as const;
  return [
    {
      capability: 'notices.webhook.list',
      access,
      method: 'GET',
      path: '/webhooks',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'notices.webhook.add',
      access,
      method: 'POST',
      path: '/webhooks',
      handle: (request) => add(deps, request),
    },
  ];
}

/** A webhook's state as word and colour. */
export function webhookBadge({ zustand }: Webhook) {
  return zustand === 'aktiv' ? badge('success', 'aktiv') : badge('danger', 'abgeschaltet');
}

/** What the form of a webhook sends. */
export function typedWebhook(values: URLSearchParams): TypedWebhook {
  return {
    bezeichnung: formField(values, 'bezeichnung'),
    url: formField(values, 'url'),
    ereignisse: values.getAll('ereignisse'),
  };
}

/** The form of a webhook, new or known. */
export function webhookForm(
  { webhookEvents, demo }: NoticesDeps,
  {
    action,
    csrfToken,
    label,
  }: { readonly action: string; readonly csrfToken: string; readonly label: string },
  typed: TypedWebhook,
  reason: Refusal | null,
) {
  const problems = problemsOf(reason);
  const hint = demo
    ? 'Beginnt mit https://. In der Vorführung gehen auch http:// und die eigene Maschine.'
    : 'Beginnt mit https:// und führt ins öffentliche Netz.';
  return form(
    { action, csrfToken, label },
    html`${inputField({ name: 'bezeichnung', label: 'Wofür ist der Webhook?', hint: 'Zum Beispiel „Ticketsystem“.', value: typed.bezeichnung, maxLength: 100, error: errorOf(problems, 'bezeichnung') })}
    ${inputField({ name: 'url', label: 'Adresse der Gegenstelle', type: 'url', hint, value: typed.url, maxLength: 2000, spellcheck: false, error: errorOf(problems, 'url') })}
    ${checkboxGroup({ name: 'ereignisse', label: 'Wovon soll sie erfahren?', options: webhookEvents.map((event) => ({ value: event.name, label: event.label })), values: typed.ereignisse, error: errorOf(problems, 'ereignisse') })}
    ${buttonRow(button(label))}`,
  );
}

function show(deps: NoticesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const rows = (await readWebhooks(deps, caller)).map((webhook) => [
      textLink(`/webhooks/${webhook.id}`, webhook.bezeichnung),
      new URL(webhook.url).host,
      webhook.ereignisse.map((name) => eventLabel(deps.webhookEvents, name)).join(', '),
      webhookBadge(webhook),
    ]);
    const address = { action: '/webhooks', csrfToken: request.csrfToken, label: 'Webhook einrichten' };
    const content: PageContent = {
      title: 'Webhooks',
      lead: 'Leitwerk ruft ein anderes Programm auf, sobald etwas geschieht. Der Aufruf nennt nur Kennungen; was dahinter steht, holt das Programm mit einem Zugang über die Schnittstelle.',
      ...flashOf(request),
      main: html`${refusalNotice(reason)}${table({ caption: 'Eingerichtete Webhooks', columns: [{ label: 'Wofür' }, { label: 'Gegenstelle' }, { label: 'Ereignisse' }, { label: 'Stand' }], rows, empty: emptyState({ title: 'Noch keine Webhooks', body: 'Unten richten Sie den ersten ein. Sein Geheimnis erscheint einmal.' }) })}
        ${section('Neuer Webhook', webhookForm(deps, address, typedWebhook(request.form), reason))}
        ${section('Wie die Gegenstelle einen Aufruf prüft', howToCheck)}`,
      nextSteps: [{ label: 'Zugänge für Maschinen', href: '/zugaenge' }],
    };
    return pageOrRefused(content, reason);
  });
}

const howToCheck = html`<p class="kern-body lw-measure">Jeder Aufruf trägt drei Kopfzeilen nach der Spezifikation „Standard Webhooks“: <code>webhook-id</code> (bei jeder Wiederholung dieselbe), <code>webhook-timestamp</code> (Sekunden seit 1970) und <code>webhook-signature</code>: <code>v1,</code> und das HMAC-SHA256 von <code>id.timestamp.Inhalt</code> in Base64. Schlüssel ist, was im Geheimnis hinter <code>whsec_</code> steht, aus Base64 gelesen. Nehmen Sie nur Aufrufe an, deren Unterschrift stimmt und deren Zeit höchstens fünf Minuten abweicht.</p>
<p class="kern-body lw-measure">Antworten Sie innerhalb von 10 Sekunden mit 2xx. Sonst ruft Leitwerk 24 Stunden lang wieder auf, in wachsenden Abständen; danach schaltet es den Webhook ab und schreibt Ihrer Administration.</p>`;

function add(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const added = await addWebhook(deps, caller, typedWebhook(request.form));
    if (!added.ok) return show(deps, request, added.refusal);
    return page(secretContent('Webhook eingerichtet', added.value));
  });
}

/** The page that shows a secret, this once. */
export function secretContent(
  title: string,
  { id, secret }: { readonly id: string; readonly secret: string },
): PageContent {
  return {
    title,
    breadcrumb: [{ label: 'Webhooks', href: '/webhooks' }],
    main: html`${alert({ kind: 'warning', title: 'Dieses Geheimnis erscheint nur jetzt. Bitte übertragen Sie es gleich.', body: 'Mit ihm prüft die Gegenstelle, dass ein Aufruf von Leitwerk kommt.' })}
      <p class="kern-body"><code>${secret}</code></p>
      ${buttonRow(linkButton('Zum Webhook', `/webhooks/${id}`))}`,
  };
}
