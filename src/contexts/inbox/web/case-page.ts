import { html } from 'hono/html';
import { ok, type Refusal, type Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { problemsOf, refusalNotice } from '#ui';
import type { ForwardTarget, InboxDeps, Worker } from '../ports.ts';
import { act, capabilityOf } from '../use-cases/act.ts';
import { openAttachment } from '../use-cases/open-attachment.ts';
import { type EingangDetail, openEingang } from '../use-cases/read.ts';
import { workerOf } from '../use-cases/worker.ts';
import { type PageAction, pageActions } from './action-fields.ts';
import { actionsPart } from './action-forms.ts';
import { done, flashOf } from './answers.ts';
import { askedPart } from './asked-part.ts';
import { answersPart, attachmentsPart, historyPart, messagesPart, standPart } from './case-parts.ts';
import { forwardedPart } from './forwarded-part.ts';

const read = { permission: 'inbox.read' } as const;
const work = { permission: 'inbox.work' } as const;

/** A case: its answers, files, messages and history, and what can be done with it; the same for printing; its files. */
export function caseRoutes(deps: InboxDeps): readonly PageRoute[] {
  return [
    {
      capability: 'inbox.show',
      method: 'GET',
      path: '/eingang/:nummer',
      access: read,
      handle: async (request) => {
        const shown = await readShown(deps, request);
        return shown.ok ? page(content(deps, shown.value, request, null)) : refusal(shown.refusal);
      },
    },
    {
      capability: 'inbox.show',
      method: 'GET',
      path: '/eingang/:nummer/druck',
      access: read,
      handle: async (request) => {
        const shown = await readShown(deps, request);
        return shown.ok ? page(printContent(deps, shown.value.detail)) : refusal(shown.refusal);
      },
    },
    {
      capability: 'inbox.attachment',
      method: 'GET',
      path: '/eingang/:nummer/anlagen/:anlage',
      access: read,
      handle: (request) => download(deps, request),
    },
    ...pageActions.map(
      (aktion): PageRoute => ({
        capability: capabilityOf[aktion],
        method: 'POST',
        path: `/eingang/:nummer/${aktion}`,
        access: work,
        handle: (request) => receiveAction(deps, request, aktion),
      }),
    ),
  ];
}

interface Shown {
  readonly worker: Worker;
  readonly detail: EingangDetail;
  readonly targets: readonly ForwardTarget[];
}

async function readShown(deps: InboxDeps, { principal, params }: PageRequest): Promise<Result<Shown>> {
  const worker = workerOf(principal, 'inbox.read');
  if (!worker.ok) return worker;
  const detail = await openEingang(deps, worker.value, params.nummer ?? '');
  if (!detail.ok) return detail;
  const targets = await deps.forwardTargets(worker.value);
  return ok({ worker: worker.value, detail: detail.value, targets });
}

/** What was typed and refused, so that it stands in its form again. */
interface Refused {
  readonly aktion: PageAction;
  readonly reason: Refusal;
}

function content(
  deps: InboxDeps,
  { worker, detail, targets }: Shown,
  request: PageRequest,
  refused: Refused | null,
): PageContent {
  const { nummer } = detail.eingang;
  const mayWork = request.principal?.permissions.has(work.permission) === true;
  const reason = refused && namedFor(refused);
  const actions = actionsPart(detail, {
    csrfToken: request.csrfToken,
    colleagues: detail.colleagues,
    targets,
    mitglied: worker.mitglied,
    refused: refused?.aktion ?? null,
    typed: request.form,
    problems: problemsOf(reason),
  });
  return {
    title: detail.inhalt.antrag.titel,
    preline: nummer,
    breadcrumb: [{ label: 'Eingang', href: '/eingang' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${standPart(detail)}${mayWork ? actions : ''}${forwardedPart(detail)}
      ${askedPart(detail)}${messagesPart(detail)}${answersPart(detail)}${attachmentsPart(detail, deps.scan !== null)}${historyPart(detail)}`,
    nextSteps: [
      { label: 'Druckansicht', href: `/eingang/${nummer}/druck` },
      { label: 'Fachdaten herunterladen', href: `/eingang/${nummer}/fachdaten` },
      { label: 'Alle Vorgänge', href: '/eingang' },
    ],
  };
}

/** The problems of a refusal, named as the fields of the action's own form. */
function namedFor({ aktion, reason }: Refused): Refusal {
  if (!reason.fields) return reason;
  const fields = reason.fields.map(({ field, message }) => ({ field: `${aktion}-${field}`, message }));
  return { ...reason, fields };
}

function printContent(deps: InboxDeps, detail: EingangDetail): PageContent {
  const { nummer } = detail.eingang;
  return {
    title: `${detail.inhalt.antrag.titel}: Druckansicht`,
    preline: nummer,
    breadcrumb: [
      { label: 'Eingang', href: '/eingang' },
      { label: nummer, href: `/eingang/${nummer}` },
    ],
    main: html`${standPart(detail)}${forwardedPart(detail)}${askedPart(detail)}${answersPart(detail)}
      ${attachmentsPart(detail, deps.scan !== null)}${historyPart(detail)}`,
  };
}

async function receiveAction(deps: InboxDeps, request: PageRequest, aktion: PageAction): Promise<PageAnswer> {
  const worker = workerOf(request.principal, 'inbox.work');
  if (!worker.ok) return refusal(worker.refusal);
  const { form, params } = request;
  const given = (name: string) => form.get(name) ?? undefined;
  const result = await act(deps, worker.value, aktion, {
    nummer: params.nummer ?? '',
    version: numberIn(form.get('version')),
    text: given('text'),
    mitglied: given('mitglied'),
    ziel: given('ziel'),
    ergebnis: given('ergebnis'),
    felder: form.getAll('felder'),
    frist: given('frist'),
  });
  if (result.ok) return done(result.value.nummer, aktion);
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const reason = result.refusal;
  return refusedPage(content(deps, shown.value, request, { aktion, reason }), reason);
}

async function download(deps: InboxDeps, { principal, params }: PageRequest): Promise<PageAnswer> {
  const worker = workerOf(principal, 'inbox.read');
  if (!worker.ok) return refusal(worker.refusal);
  const { nummer = '', anlage = '' } = params;
  const opened = await openAttachment(deps, worker.value, { nummer, anlage });
  if (!opened.ok) return refusal(opened.refusal);
  const { name, mimeType, scanned, bytes } = opened.value;
  return {
    kind: 'download',
    fileName: scanned ? name : `ungeprueft-${name}`,
    contentType: mimeType,
    body: ReadableStream.from(bytes),
  };
}
