import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, numberIn, type PageAnswer, type PageRoute, page, refusal, refusedPage } from '#platform';
import { button, buttonRow, form, inputField, refusalNotice, section, textLink } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { type Datei, dateien, dateiText } from '../dokumente.ts';
import { stepUnknown } from '../errors.ts';
import { lies } from '../use-cases/beginne.ts';
import { adresse, entwurfSeite, getan, type Offen, route, withAutor, withEntwurf } from './answers.ts';
import { alle, felder, texte } from './dateien-felder.ts';
import { newContent, receiveNew } from './dateien-neu.ts';

const uploadLimit = 3_000_000;

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
