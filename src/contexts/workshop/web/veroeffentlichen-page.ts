import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusedPage,
} from '#platform';
import {
  alert,
  button,
  buttonRow,
  form,
  type Html,
  refusalNotice,
  section,
  textareaField,
  textLink,
} from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { entscheideGegen } from '../use-cases/entscheide-gegen.ts';
import { hindernisse, pruefung } from '../use-cases/pruefstand.ts';
import { legeVor, veroeffentliche } from '../use-cases/veroeffentlichen.ts';
import { adresse, entwurfSeite, getan, type Offen, route, withEntwurf } from './answers.ts';
import { hindernisWort } from './pruefung-page.ts';
import { decision } from './vorlage-entscheiden.ts';
import { verlauf } from './vorlage-verlauf.ts';

/** Proposing a draft, and deciding about it: two people. */
export function veroeffentlichenRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  const post = (capability: string, path: string, act: (offen: Offen) => Promise<PageAnswer>) =>
    route('POST', capability, path, (request: PageRequest) => withEntwurf(deps, request, act));
  return [
    route('GET', 'workshop.show', '/:dienst/veroeffentlichen', (request) =>
      withEntwurf(deps, request, async (offen) => page(await content(offen, null))),
    ),
    post('workshop.propose', '/:dienst/vorlegen', propose),
    post('workshop.publish', '/:dienst/freigeben', publish),
    post('workshop.reject', '/:dienst/ablehnen', (offen) => against(offen, 'abgelehnt')),
    post('workshop.reject', '/:dienst/zurueckziehen', (offen) => against(offen, 'zurueckgezogen')),
  ];
}

async function again(offen: Offen, reason: Refusal): Promise<PageAnswer> {
  return refusedPage(await content(offen, reason), reason);
}

async function propose(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const grundlage = numberIn(request.form.get('grundlage'));
  const done = await legeVor(deps, autor, entwurf.dienst, {
    grundlage,
    nachricht: formField(request.form, 'nachricht'),
  });
  return done.ok
    ? getan(adresse(entwurf.dienst, 'veroeffentlichen'), 'vorgelegt')
    : again(offen, done.refusal);
}

async function publish(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const done = await veroeffentliche(deps, autor, entwurf.dienst, numberIn(request.form.get('vorlage')));
  return done.ok
    ? getan(adresse(entwurf.dienst, 'veroeffentlichen'), 'veroeffentlicht')
    : again(offen, done.refusal);
}

async function against(offen: Offen, art: 'abgelehnt' | 'zurueckgezogen'): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const grund = formField(request.form, 'grund');
  if (art === 'abgelehnt' && grund === '') {
    const message = 'Bitte sagen Sie, warum. Wer den Entwurf vorgelegt hat, liest es hier.';
    return again(offen, {
      kind: 'invalid',
      code: 'WORKSHOP_INVALID',
      message,
      fields: [{ field: 'grund', message }],
    });
  }
  const vorlage = numberIn(request.form.get('vorlage'));
  const done = await entscheideGegen(deps, autor, entwurf.dienst, { vorlage, art, grund });
  return done.ok ? getan(adresse(entwurf.dienst, 'veroeffentlichen'), art) : again(offen, done.refusal);
}

async function content(offen: Offen, reason: Refusal | null) {
  const { deps, autor, entwurf } = offen;
  const names = await deps.namen(autor.anbieter.tenant);
  const main = html`${refusalNotice(reason)}${
    entwurf.offen === null ? await proposal(offen) : await decision(offen, entwurf.offen, names, reason)
  }${section('Bisher', verlauf(entwurf.vorlagen, names), { id: 'bisher' })}`;
  return entwurfSeite(offen, 'veroeffentlichen', { title: 'Veröffentlichen', main, wide: true }, reason);
}

async function proposal(offen: Offen): Promise<Html> {
  const { deps, entwurf, request } = offen;
  const stops = hindernisse(await pruefung(deps, entwurf.dokumente));
  if (stops.length > 0)
    return alert({
      kind: 'danger',
      title: hindernisWort(stops.length),
      body: html`<ul class="kern-list kern-list--bullet">${stops.slice(0, 8).map(({ message }) => html`<li>${message}</li>`)}</ul><p class="kern-body">${textLink(adresse(entwurf.dienst, 'pruefung'), 'Zur Prüfung')}</p>`,
    });
  return section(
    'Zur Veröffentlichung vorlegen',
    form(
      {
        action: adresse(entwurf.dienst, 'vorlegen'),
        csrfToken: request.csrfToken,
        hidden: { grundlage: String(entwurf.nummer) },
      },
      html`${textareaField({ name: 'nachricht', label: 'Nachricht an die zweite Person', rows: 3, optional: true, maxLength: 2000 })}${buttonRow(button('Vorlegen'))}`,
    ),
    {
      id: 'vorlegen',
      lead: 'Eine zweite Person prüft den Entwurf und veröffentlicht ihn, genau wie er jetzt ist. Danach können Sie weiterarbeiten.',
    },
  );
}
