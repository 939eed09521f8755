import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  emptyState,
  errorOf,
  form,
  problemsOf,
  radioGroup,
  refusalNotice,
  section,
  textLink,
} from '#ui';
import type { NoticesDeps } from '../deps.ts';
import { rhythms } from '../domain/summary-due.ts';
import { changeNotices, type OwnNotices, ownMember, readNotices } from '../use-cases/summary.ts';
import { readUnsubscribeToken, unsubscribe } from '../use-cases/unsubscribe.ts';
import { rhythmLabels } from '../views/labels.ts';
import { sinceText } from '../views/times.ts';
import { done, flashOf, pageOrRefused, withCaller } from './answers.ts';

const path = '/benachrichtigungen';

/** What a person is told by mail, and the way out of Rundmails without signing in. */
export function ownRoutes(deps: NoticesDeps): readonly PageRoute[] {
  const access = 'signed-in';
  const leave = { capability: 'notices.unsubscribe', access: 'public', path: '/abbestellen/:link' } as const;
  return [
    {
      capability: 'notices.setting.show',
      access,
      method: 'GET',
      path,
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'notices.setting.change',
      access,
      method: 'POST',
      path,
      handle: (request) => change(deps, request),
    },
    { ...leave, method: 'GET', handle: async (request) => askToLeave(deps, request) },
    { ...leave, method: 'POST', handle: (request) => takeLeave(deps, request) },
  ];
}

function change(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const member = ownMember(request.principal);
    if (!member.ok) return refusal(member.refusal);
    const wanted = {
      zusammenfassung: formField(request.form, 'zusammenfassung'),
      rundmails: request.form.get('rundmails') === 'ja',
      anbindungen: request.form.get('anbindungen') === 'ja',
      berichte: request.form.get('berichte') === 'ja',
    };
    const changed = await changeNotices(deps, caller, member.value, wanted);
    return changed.ok ? done(path, 'gespeichert') : show(deps, request, changed.refusal);
  });
}

function show(deps: NoticesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const member = ownMember(request.principal);
    if (!member.ok) return refusal(member.refusal);
    const own = await readNotices(deps, caller, member.value);
    if (!own.ok) return refusal(own.refusal);
    const content = {
      title: 'Benachrichtigungen',
      lead: 'Was Leitwerk Ihnen per Mail sagt. Mails zu Ihrem Zugang und zum Betrieb kommen immer.',
      breadcrumb: [{ label: 'Mein Konto', href: '/konto' }],
      ...flashOf(request),
      main: html`${refusalNotice(reason)}${settingForm(request, own.value, reason)}
        ${section('So sähe die nächste Zusammenfassung aus', preview(own.value))}`,
    };
    return pageOrRefused(content, reason);
  });
}

function settingForm({ csrfToken }: PageRequest, own: OwnNotices, reason: Refusal | null) {
  return form(
    { action: path, csrfToken, label: 'Benachrichtigungen' },
    html`${radioGroup({
      name: 'zusammenfassung',
      label: 'Wie oft möchten Sie lesen, was für Sie neu ist?',
      hint: 'Wenn nichts neu ist, kommt keine Mail.',
      options: rhythms.map((value) => ({ value, label: rhythmLabels[value] })),
      value: own.zusammenfassung,
      error: errorOf(problemsOf(reason), 'zusammenfassung'),
    })}
    ${checkboxField({ name: 'rundmails', label: 'Rundmails des IT-Dienstleisters bekommen', checked: own.rundmails, optional: true })}
    ${checkboxField({ name: 'anbindungen', label: 'Eine Mail bekommen, wenn bei einer Anbindung Ihr Haus am Zug ist, höchstens eine in der Stunde; mit einer Zusammenfassung steht es dort', checked: own.anbindungen, optional: true })}
    ${checkboxField({ name: 'berichte', label: 'Eine Mail bekommen, wenn ein Bericht auf Ihre Freigabe wartet; mit einer Zusammenfassung steht es dort', checked: own.berichte, optional: true })}
    ${buttonRow(button('Speichern'))}`,
  );
}

function preview({ parts, since }: OwnNotices) {
  if (parts.length === 0)
    return emptyState({
      title: 'Nichts Neues',
      body: `Seit dem ${sinceText(since)} hat sich für Sie nichts geändert. Es käme keine Mail.`,
    });
  return html`<p class="kern-body">Seit dem ${sinceText(since)}:</p>${parts.map(
    ({ label, href, count, lines }) =>
      html`<h3 class="kern-heading-small">${label}: ${count}</h3>
        <ul class="kern-list kern-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>
        <p class="kern-body">${textLink(href, `${label} öffnen`)}</p>`,
  )}`;
}

function askToLeave(deps: NoticesDeps, { params, csrfToken }: PageRequest): PageAnswer {
  const token = params.link ?? '';
  const read = readUnsubscribeToken(deps, token);
  if (!read.ok) return refusal(read.refusal);
  return page({
    title: 'Rundmails abbestellen?',
    lead: 'Sie bekommen dann keine Rundmails Ihres IT-Dienstleisters mehr. Mails zum Betrieb (Wartung, Störung, Sicherheit) kommen weiter.',
    main: form(
      { action: `/abbestellen/${token}`, csrfToken, label: 'Abbestellen' },
      buttonRow(button('Rundmails abbestellen')),
    ),
  });
}

async function takeLeave(deps: NoticesDeps, { params }: PageRequest): Promise<PageAnswer> {
  const left = await unsubscribe(deps, params.link ?? '');
  if (!left.ok) return refusal(left.refusal);
  return page({
    title: 'Rundmails abbestellt',
    main: alert({
      kind: 'success',
      title: 'Sie bekommen keine Rundmails mehr.',
      body: html`Nach der Anmeldung können Sie sie unter ${textLink(path, 'Benachrichtigungen')} wieder einschalten.`,
    }),
  });
}
