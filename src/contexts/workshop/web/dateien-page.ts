import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  type Upload,
} from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fileField,
  form,
  type Html,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  textLink,
} from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { type Datei, dateien, dateiText, leseDateien } from '../dokumente.ts';
import { textAt } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { invalidEntwurf, stepUnknown } from '../errors.ts';
import { lies } from '../use-cases/beginne.ts';
import {
  address,
  adresse,
  entwurfSeite,
  getan,
  type Offen,
  route,
  withAutor,
  withEntwurf,
} from './answers.ts';

const uploadLimit = 3_000_000;
const alle = Object.keys(dateien) as readonly Datei[];

/** The files of a service's folder, out and in. */
export function dateienRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.export', '/:dienst/dateien', (request) =>
      withEntwurf(deps, request, async (offen) => page(content(offen, null))),
    ),
    ...alle.map((datei) =>
      route('GET', 'workshop.export', `/:dienst/${dateien[datei]}`, (request) =>
        withEntwurf(deps, request, (offen) => download(offen, datei)),
      ),
    ),
    route('POST', 'workshop.edit', '/:dienst/dateien', (request) => withEntwurf(deps, request, receive), {
      uploadLimit,
    }),
    route('GET', 'workshop.begin', '/einlesen', (request) =>
      withAutor(deps, request, async () => page(newContent(request, null))),
    ),
    route('POST', 'workshop.begin', '/einlesen', (request) => receiveNew(deps, request), { uploadLimit }),
  ];
}

async function download({ entwurf }: Offen, datei: Datei): Promise<PageAnswer> {
  const dokument = entwurf.dokumente[datei];
  if (dokument === undefined) return refusal(stepUnknown);
  return {
    kind: 'download',
    fileName: dateien[datei],
    contentType: 'application/json',
    body: dateiText(dokument),
  };
}

function content(offen: Offen, reason: Refusal | null) {
  const { entwurf, request } = offen;
  const links = alle.map(
    (datei) => html`<li>${textLink(adresse(entwurf.dienst, dateien[datei]), dateien[datei])}</li>`,
  );
  const main = html`${refusalNotice(reason)}${section('Herunterladen', html`<ul class="kern-list kern-list--bullet">${links}</ul><p class="kern-body">Auf der Befehlszeile: <code>leitwerk werkstatt ausgeben ${entwurf.dienst} --nach ordner</code></p>`, { id: 'herunterladen' })}${section(
    'Geänderte Dateien einlesen',
    form(
      {
        action: adresse(entwurf.dienst, 'dateien'),
        csrfToken: request.csrfToken,
        multipart: true,
        hidden: { grundlage: String(entwurf.nummer) },
      },
      html`${felder(reason, true)}${inputField({ name: 'schritt', label: 'Aus welchem Schritt die Dateien stammen', hint: `Der Entwurf ist bei Schritt ${entwurf.nummer}. Wurde er seither geändert, wird nichts überschrieben.`, value: entwurf.nummer, inputmode: 'numeric', width: 'narrow' })}${buttonRow(button('Einlesen'))}`,
    ),
    { id: 'einlesen', lead: 'Was Sie nicht auswählen, bleibt, wie es ist.' },
  )}`;
  return entwurfSeite(offen, 'dateien', { title: 'Dateien', main }, reason);
}

function felder(reason: Refusal | null, optional: boolean): Html {
  const problems = problemsOf(reason);
  return html`<div class="lw-stack">${alle.map((datei) =>
    fileField({
      name: datei,
      label: dateien[datei],
      accept: '.json',
      optional: optional || datei === 'testfaelle',
      error: errorOf(problems, dateien[datei]),
    }),
  )}</div>`;
}

async function texte({ uploads }: PageRequest, now: Dokumente | null): Promise<Result<Dokumente>> {
  const read = { dienst: null, formular: null, testfaelle: null } as Record<Datei, string | null>;
  for (const datei of alle) {
    const [upload] = uploads.get(datei) ?? [];
    if (upload && upload.bytes > 0) read[datei] = await textOf(upload);
    else if (now !== null) read[datei] = JSON.stringify(now[datei]);
  }
  return leseDateien(read);
}

async function textOf(upload: Upload): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of upload.open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

async function receive(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const read = await texte(request, entwurf.dokumente);
  if (!read.ok) return refusedPage(content(offen, read.refusal), read.refusal);
  const grundlage = numberIn(formField(request.form, 'schritt'));
  const done = await lies(deps, autor, entwurf.dienst, read.value, grundlage);
  return done.ok
    ? getan(adresse(entwurf.dienst), 'eingelesen')
    : refusedPage(content(offen, done.refusal), done.refusal);
}

function receiveNew(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
  return withAutor(deps, request, async (autor) => {
    const read = await texte(request, null);
    if (!read.ok) return refusedPage(newContent(request, read.refusal), read.refusal);
    const dienst = textAt(read.value.dienst, 'id');
    const done = /^[a-z0-9-]{1,60}$/.test(dienst)
      ? await lies(deps, autor, dienst, read.value, null)
      : {
          ok: false as const,
          refusal: invalidEntwurf([
            { field: dateien.dienst, message: 'In der Datei fehlt der Kurzname (id).' },
          ]),
        };
    return done.ok
      ? getan(adresse(done.value.dienst), 'eingelesen')
      : refusedPage(newContent(request, done.refusal), done.refusal);
  });
}

function newContent(request: PageRequest, reason: Refusal | null) {
  return {
    title: 'Dateien einlesen',
    lead: 'Die Dateien eines Ordners, wie die Befehlszeile ihn ausgibt. Daraus wird ein neuer Entwurf.',
    breadcrumb: [{ label: 'Werkstatt', href: address }],
    main: html`${refusalNotice(reason)}${form({ action: `${address}/einlesen`, csrfToken: request.csrfToken, multipart: true }, html`${felder(reason, false)}${buttonRow(button('Einlesen'))}`)}`,
  };
}
