import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  alert,
  badge,
  buttonRow,
  descriptionList,
  emptyState,
  formatInstant,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { Caller, NoticesDeps } from '../deps.ts';
import type { Webhook, Zustellung } from '../domain/webhook.ts';
import { changeWebhook, readWebhook, removeWebhook, renewSecret } from '../use-cases/manage-webhooks.ts';
import { replayDelivery, testWebhook } from '../use-cases/resend-webhook.ts';
import { eventLabel, zustellungLabels } from '../views/labels.ts';
import { done, flashOf, pageOrRefused, postButton, withCaller } from './answers.ts';
import { secretContent, typedWebhook, webhookBadge, webhookForm } from './webhook-pages.ts';

/** One webhook: its log, and what is done with it. */
export function webhookDetailRoutes(deps: NoticesDeps): readonly PageRoute[] {
  const access = { permission: 'notices.webhooks' } as const;
  const path = '/webhooks/:id';
  const post = (capability: string, name: string, act: Act): PageRoute => ({
    capability,
    access,
    method: 'POST',
    path: `${path}/${name}`,
    handle: (request) =>
      withCaller(request.principal, (caller) => act(caller, request, request.params.id ?? '')),
  });
  return [
    {
      capability: 'notices.webhook.show',
      access,
      method: 'GET',
      path,
      handle: (request) => show(deps, request, null),
    },
    post('notices.webhook.change', 'aendern', async (caller, request, id) => {
      const changed = await changeWebhook(deps, caller, id, typedWebhook(request.form));
      return changed.ok ? done(`/webhooks/${id}`, 'gespeichert') : show(deps, request, changed.refusal);
    }),
    post('notices.webhook.secret', 'geheimnis', async (caller, _, id) => {
      const renewed = await renewSecret(deps, caller, id);
      if (!renewed.ok) return refusal(renewed.refusal);
      return page(secretContent('Neues Geheimnis', { id, ...renewed.value }));
    }),
    post('notices.webhook.test', 'probe', async (caller, request, id) => {
      const sent = await testWebhook(deps, caller, id);
      return sent.ok ? done(`/webhooks/${id}`, 'probe') : show(deps, request, sent.refusal);
    }),
    post('notices.webhook.remove', 'loeschen', async (caller, _, id) => {
      const removed = await removeWebhook(deps, caller, id);
      return removed.ok ? done('/webhooks', 'geloescht') : refusal(removed.refusal);
    }),
    post('notices.webhook.replay', 'zustellungen/:zustellung/erneut', async (caller, request, id) => {
      const delivery = { webhook: id, id: request.params.zustellung ?? '' };
      const again = await replayDelivery(deps, caller, delivery);
      return again.ok ? done(`/webhooks/${id}`, 'nachgesendet') : show(deps, request, again.refusal);
    }),
  ];
}

type Act = (caller: Caller, request: PageRequest, id: string) => Promise<PageAnswer>;

function show(deps: NoticesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const id = request.params.id ?? '';
    const found = await readWebhook(deps, caller, id);
    if (!found.ok) return refusal(found.refusal);
    const { webhook, zustellungen } = found.value;
    const { csrfToken } = request;
    const typed = reason?.fields ? typedWebhook(request.form) : webhook;
    const address = { action: `/webhooks/${id}/aendern`, csrfToken, label: 'Webhook speichern' };
    const content = {
      title: webhook.bezeichnung,
      preline: 'Webhook',
      wide: true,
      breadcrumb: [{ label: 'Webhooks', href: '/webhooks' }],
      ...flashOf(request),
      main: html`<div class="lw-stack">${refusalNotice(reason)}${offNotice(webhook)}${facts(webhook)}
        ${webhook.zustand === 'aktiv' ? postButton(`/webhooks/${id}/probe`, csrfToken, 'Probe senden') : ''}
        ${section('Protokoll', log(deps, webhook, zustellungen, csrfToken))}
        ${section('Ändern', webhookForm(deps, address, typed, reason))}
        ${section(
          'Geheimnis und Löschen',
          html`<p class="kern-body lw-measure">Ein neues Geheimnis gilt ab sofort; das bisherige gilt dann nicht mehr. Mit dem Webhook wird auch sein Protokoll gelöscht.</p>
          ${buttonRow(postButton(`/webhooks/${id}/geheimnis`, csrfToken, 'Neues Geheimnis erzeugen'), postButton(`/webhooks/${id}/loeschen`, csrfToken, 'Webhook löschen'))}`,
        )}</div>`,
    };
    return pageOrRefused(content, reason);
  });
}

function offNotice({ zustand, grund }: Webhook) {
  if (zustand === 'aktiv') return '';
  const body = `${grund ?? ''} Speichern Sie ihn unten neu, sobald die Gegenstelle wieder antwortet; Aufgegebenes senden Sie dann aus dem Protokoll noch einmal.`;
  return alert({ kind: 'danger', title: 'Dieser Webhook ist abgeschaltet.', body });
}

function facts(webhook: Webhook) {
  return descriptionList([
    ['Stand', webhookBadge(webhook)],
    ['Gegenstelle', webhook.url],
    ['Eingerichtet', formatInstant(webhook.angelegtAm)],
  ]);
}

function log(
  { webhookEvents }: NoticesDeps,
  { id: webhook, zustand: state }: Webhook,
  zustellungen: readonly Zustellung[],
  csrfToken: string,
) {
  const rows = zustellungen.map(
    ({ id, ereignis, angelegtAm, zustand, versuche, antwort, grund, naechsterVersuch }) => [
      formatInstant(angelegtAm),
      html`${eventLabel(webhookEvents, ereignis)}<p class="kern-body kern-body--small kern-body--muted">${id}</p>`,
      html`${badge(...zustellungLabels[zustand])}${versuche > 0 ? html` <span>${versuche} ${versuche === 1 ? 'Versuch' : 'Versuche'}</span>` : ''}`,
      html`${antwort ?? ''} ${grund ?? ''}${zustand === 'wartet' && versuche > 0 ? ` Nächster Versuch ${formatInstant(naechsterVersuch)}.` : ''}`,
      zustand === 'aufgegeben' && state === 'aktiv'
        ? postButton(
            `/webhooks/${webhook}/zustellungen/${id}/erneut`,
            csrfToken,
            'Noch einmal senden',
            id.slice(0, 8),
          )
        : '',
    ],
  );
  const columns = ['Wann', 'Ereignis', 'Stand', 'Antwort', 'Aktion'].map((label) => ({ label }));
  const empty = emptyState({
    title: 'Noch nichts gesendet',
    body: 'Mit „Probe senden“ prüfen Sie, ob die Gegenstelle antwortet.',
  });
  return table({ caption: 'Die letzten 100 Aufrufe', columns, rows, empty });
}
