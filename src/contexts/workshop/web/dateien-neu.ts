import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, refusedPage } from '#platform';
import { button, buttonRow, form, refusalNotice } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { dateien } from '../dokumente.ts';
import { textAt } from '../domain/json.ts';
import { invalidEntwurf } from '../errors.ts';
import { lies } from '../use-cases/beginne.ts';
import { address, adresse, getan, withAutor } from './answers.ts';
import { felder, texte } from './dateien-felder.ts';

export function receiveNew(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
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

export function newContent(request: PageRequest, reason: Refusal | null) {
  return {
    title: 'Dateien einlesen',
    lead: 'Die Dateien eines Ordners, wie die Befehlszeile ihn ausgibt. Daraus wird ein neuer Entwurf.',
    breadcrumb: [{ label: 'Werkstatt', href: address }],
    main: html`${refusalNotice(reason)}${form({ action: `${address}/einlesen`, csrfToken: request.csrfToken, multipart: true }, html`${felder(reason, false)}${buttonRow(button('Einlesen'))}`)}`,
  };
}
