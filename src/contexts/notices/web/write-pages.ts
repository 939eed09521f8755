import { html } from 'hono/html';
import { type Refusal, refuse } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { refusalNotice } from '#ui';
import type { Caller, NoticesDeps } from '../deps.ts';
import type { Rundmail } from '../domain/rundmail.ts';
import { rundmailState } from '../errors.ts';
import { readZiele } from '../use-cases/find-recipients.ts';
import { readVerteiler } from '../use-cases/keep-verteiler.ts';
import { readRundmail } from '../use-cases/read-rundmails.ts';
import { draftRundmail, editRundmail } from '../use-cases/write-rundmail.ts';
import { done, pageOrRefused, withCaller } from './answers.ts';
import { rundmailForm, typedRundmail } from './rundmail-form.ts';

/** Writing a Rundmail, and changing its draft. */
export function writeRoutes(deps: NoticesDeps): readonly PageRoute[] {
  const access = { permission: 'notices.send' } as const;
  const write = { capability: 'notices.rundmail.write', access, path: '/rundmails/neu' } as const;
  const edit = { capability: 'notices.rundmail.edit', access, path: '/rundmails/:id/bearbeiten' } as const;
  return [
    { ...write, method: 'GET', handle: (request) => showNew(deps, request) },
    { ...write, method: 'POST', handle: (request) => takeNew(deps, request) },
    { ...edit, method: 'GET', handle: (request) => showEdit(deps, request) },
    { ...edit, method: 'POST', handle: (request) => takeEdit(deps, request) },
  ];
}

async function formPage(
  deps: NoticesDeps,
  caller: Caller,
  request: PageRequest,
  { stored, reason }: { readonly stored: Rundmail | null; readonly reason: Refusal | null },
): Promise<PageAnswer> {
  const choices = { ziele: await readZiele(deps, caller), verteiler: await readVerteiler(deps, caller) };
  const breadcrumb = [{ label: 'Rundmails', href: '/rundmails' }];
  const content = {
    title: stored ? `${stored.betreff} ändern` : 'Rundmail schreiben',
    lead: 'Gespeichert wird ein Entwurf. Im nächsten Schritt sehen Sie genau, wer die Mail bekommt, und geben sie frei.',
    breadcrumb: stored
      ? [...breadcrumb, { label: stored.betreff, href: `/rundmails/${stored.id}` }]
      : breadcrumb,
    main: html`${refusalNotice(reason)}${rundmailForm(request, stored, choices, reason)}`,
  };
  return pageOrRefused(content, reason);
}

function showNew(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, (caller) =>
    formPage(deps, caller, request, { stored: null, reason: null }),
  );
}

function takeNew(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const drafted = await draftRundmail(deps, caller, typedRundmail(request.form));
    if (drafted.ok) return done(`/rundmails/${drafted.value.id}`, 'entwurf');
    return formPage(deps, caller, request, { stored: null, reason: drafted.refusal });
  });
}

/** The draft that an address names; a released Rundmail cannot be changed. */
async function draftOf(deps: NoticesDeps, caller: Caller, { params }: PageRequest) {
  const detail = await readRundmail(deps, caller, params.id ?? '');
  if (detail.ok && detail.value.rundmail.zustand !== 'entwurf') return refuse(rundmailState);
  return detail;
}

function showEdit(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const detail = await draftOf(deps, caller, request);
    if (!detail.ok) return refusal(detail.refusal);
    return formPage(deps, caller, request, { stored: detail.value.rundmail, reason: null });
  });
}

function takeEdit(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const read = { id: request.params.id ?? '', fassung: Number(formField(request.form, 'fassung')) };
    const edited = await editRundmail(deps, caller, read, typedRundmail(request.form));
    if (edited.ok) return done(`/rundmails/${read.id}`, 'gespeichert');
    const detail = await draftOf(deps, caller, request);
    if (!detail.ok) return refusal(detail.refusal);
    return formPage(deps, caller, request, { stored: detail.value.rundmail, reason: edited.refusal });
  });
}
