import { setTimeout as sleep } from 'node:timers/promises';
import { html } from 'hono/html';
import type { Result } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  uploadBytes,
} from '#platform';
import { linkButton } from '#ui';
import type { WorkgroupDeps } from '../deps.ts';
import { groessteDatei } from '../domain/datei.ts';
import { ungueltig } from '../errors.ts';
import { paketPdf, protokollPdf, terminDatei } from '../use-cases/dateien.ts';
import { type Bestellung, madeDokument } from '../use-cases/dokument.ts';
import { addMaterial, openMaterial } from '../use-cases/materialien.ts';
import { leiten, type Mitwirkende, mitwirken, mitwirkendeOf } from '../use-cases/wer.ts';
import { done } from './answers.ts';
import { sitzungSeite } from './sitzung-page.ts';
import { krume, sitzungHref } from './teile.ts';

type Asked = (wer: Mitwirkende, request: PageRequest) => Promise<PageAnswer>;

/** Files: calendar entry, minutes and pack as PDF, and what was handed in for a session. */
export function dateiRoutes(deps: WorkgroupDeps): readonly PageRoute[] {
  const get = (capability: string, path: string, answer: Asked): PageRoute => ({
    capability,
    method: 'GET',
    path,
    access: { permission: mitwirken },
    handle: async (request) => {
      const wer = await mitwirkendeOf(deps, request.principal);
      return wer.ok ? answer(wer.value, request) : refusal(wer.refusal);
    },
  });
  return [
    get('workgroup.session.ics', '/arbeitsgruppe/sitzungen/:id/termin.ics', async (wer, { params }) => {
      const file = await terminDatei(deps, wer, params.id ?? '');
      return file.ok
        ? {
            kind: 'download',
            fileName: 'termin.ics',
            contentType: 'text/calendar; charset=utf-8',
            body: file.value,
          }
        : refusal(file.refusal);
    }),
    get('workgroup.minutes.pdf', '/arbeitsgruppe/sitzungen/:id/protokoll.pdf', (wer, request) =>
      pdfAnswer(deps, wer, request, protokollPdf(deps, wer, request.params.id ?? '')),
    ),
    get('workgroup.pack.pdf', '/arbeitsgruppe/einarbeitung.pdf', (wer, request) =>
      pdfAnswer(
        deps,
        wer,
        request,
        paketPdf(deps, wer, {
          person: request.query.get('person') ?? '',
          rolle: request.query.get('rolle') ?? '',
        }),
      ),
    ),
    get('workgroup.material.open', '/arbeitsgruppe/unterlagen/:id', async (wer, { params }) => {
      const opened = await openMaterial(deps, wer, params.id ?? '');
      if (!opened.ok) return refusal(opened.refusal);
      const { material, inhalt } = opened.value;
      return {
        kind: 'download',
        fileName: material.name,
        contentType: material.mediaType,
        body: new Uint8Array(inhalt),
      };
    }),
    {
      capability: 'workgroup.material.add',
      method: 'POST',
      path: '/arbeitsgruppe/sitzungen/:id/unterlagen',
      access: { permission: leiten },
      uploadLimit: groessteDatei,
      admitUpload: ({ principal }) => mitwirkendeOf(deps, principal, 'leiten'),
      handle: (request) => receive(deps, request),
    },
  ];
}

async function receive(deps: WorkgroupDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await mitwirkendeOf(deps, request.principal, 'leiten');
  if (!wer.ok) return refusal(wer.refusal);
  const id = request.params.id ?? '';
  const upload = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const added = upload
    ? await addMaterial(deps, wer.value, id, {
        punkt: formField(request.form, 'punkt'),
        fileName: upload.fileName,
        scanned: upload.scanned,
        bytes: await uploadBytes(upload),
      })
    : {
        ok: false as const,
        refusal: ungueltig([
          { field: 'datei', message: 'Bitte wählen Sie eine Datei aus, die nicht leer ist.' },
        ]),
      };
  if (added.ok) return done(sitzungHref(id), 'unterlage');
  if (added.refusal.kind !== 'invalid') return refusal(added.refusal);
  const content = await sitzungSeite(deps, wer.value, request, added.refusal);
  return content.ok ? refusedPage(content.value, added.refusal) : refusal(content.refusal);
}

const [waits, waitMs] = [25, 250];

/** Waits some seconds for the worker, so that one click is enough. */
async function pdfAnswer(
  deps: WorkgroupDeps,
  wer: Mitwirkende,
  { path, query }: PageRequest,
  ordered: Promise<Result<Bestellung>>,
): Promise<PageAnswer> {
  const order = await ordered;
  if (!order.ok) return refusal(order.refusal);
  const { name, fileName } = order.value;
  let { inhalt } = order.value;
  for (let wait = 0; inhalt === null && wait < waits; wait += 1) {
    await sleep(waitMs);
    inhalt = await madeDokument(deps, wer, name);
  }
  if (inhalt !== null)
    return { kind: 'download', fileName, contentType: 'application/pdf', body: new Uint8Array(inhalt) };
  return page({
    title: 'Das PDF wird erstellt',
    breadcrumb: krume,
    refreshSeconds: 5,
    main: html`<p class="kern-body">Das dauert gerade etwas länger. Bitte versuchen Sie es in wenigen Sekunden noch einmal.</p>${linkButton('PDF abrufen', `${path}?${query}`)}`,
  });
}
