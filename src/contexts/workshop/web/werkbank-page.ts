import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { refusalNotice, section } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { elementeOf } from '../domain/elemente.ts';
import type { Umbau } from '../domain/umbauen.ts';
import { stepImpossible } from '../errors.ts';
import { formate } from '../settings/from-schema.ts';
import { ortText } from '../settings/ort.ts';
import { baueUm } from '../use-cases/bauen.ts';
import { schnellPruefung } from '../use-cases/pruefstand.ts';
import { geheZurueckOderVor } from '../use-cases/zurueck-oder-vor.ts';
import {
  adresse,
  entwurfSeite,
  getan,
  type Offen,
  orRefusal,
  route,
  withAutor,
  withEntwurf,
  zurueckUndVor,
} from './answers.ts';
import { anker, baum } from './aufbau-baum.ts';
import { bereichListe, maengel } from './aufbau-maengel.ts';
import { neueSeite, neuesFeld } from './neues-teil-form.ts';

/** The structure of a draft, its changes, and the steps back and forth. */
export function werkbankRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.show', '/:dienst', (request) => withEntwurf(deps, request, show)),
    route('POST', 'workshop.edit', '/:dienst/aufbau', (request) => receive(deps, request)),
    route('POST', 'workshop.undo', '/:dienst/zurueck', (request) => step(deps, request, 'zurueck')),
    route('POST', 'workshop.undo', '/:dienst/vor', (request) => step(deps, request, 'vor')),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  return page(content(offen, null));
}

function step(deps: WorkshopDeps, request: PageRequest, art: 'zurueck' | 'vor'): Promise<PageAnswer> {
  return withAutor(deps, request, async (autor) => {
    const { dienst = '' } = request.params;
    const done = await geheZurueckOderVor(deps, autor, dienst, art, numberIn(request.form.get('grundlage')));
    return orRefusal(done, () => getan(adresse(dienst), art));
  });
}

const worte = {
  hoch: 'verschoben',
  runter: 'verschoben',
  doppeln: 'verdoppelt',
  entfernen: 'entfernt',
  verschieben: 'verschoben',
  'neue-seite': 'hinzugefuegt',
  'neues-feld': 'hinzugefuegt',
} as const;

/** Changes the structure; what was added opens with its settings, anything else comes back at its place in the tree. */
function receive(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
  return withEntwurf(deps, request, async (offen) => {
    const { autor, entwurf } = offen;
    const umbau = umbauAus(request.form);
    if (umbau === null) return refusal(stepImpossible);
    const done = await baueUm(deps, autor, entwurf.dienst, umbau, numberIn(request.form.get('grundlage')));
    if (!done.ok) return refusedPage(content(offen, done.refusal), done.refusal);
    const { weg } = done.value;
    const isNew = umbau.art === 'neue-seite' || umbau.art === 'neues-feld' || umbau.art === 'doppeln';
    const to =
      isNew && umbau.art !== 'neue-seite'
        ? adresse(entwurf.dienst, 'teil', { ort: ortText(weg) })
        : `${adresse(entwurf.dienst, '', umbau.art === 'neue-seite' ? { in: weg.join('/') } : {})}#${anker(weg)}`;
    return getan(to, worte[umbau.art]);
  });
}

function umbauAus(sent: URLSearchParams): Umbau | null {
  const [tun = '', ...rest] = (sent.get('tun') ?? '').split(':');
  const weg = rest.join(':').split('/').filter(Boolean);
  if (tun === 'hoch' || tun === 'runter' || tun === 'doppeln' || tun === 'entfernen')
    return { art: tun, weg };
  if (tun === 'neue-seite') {
    const nach = formField(sent, 'nach');
    return { art: tun, titel: formField(sent, 'titel').slice(0, 200), nach: nach === '' ? null : [nach] };
  }
  if (tun === 'verschieben')
    return { art: tun, weg, nach: formField(sent, 'ziel').split('/').filter(Boolean) };
  const typ = formField(sent, 'typ');
  if (tun !== 'neues-feld' || !formate().felder.has(typ)) return null;
  return {
    art: tun,
    typ,
    in: formField(sent, 'in').split('/').filter(Boolean),
    label: formField(sent, 'label').slice(0, 500),
  };
}

function content(offen: Offen, reason: Refusal | null) {
  const { entwurf, request } = offen;
  const elemente = elementeOf(entwurf.dokumente.formular);
  const { befunde } = schnellPruefung(entwurf.dokumente);
  const main = html`${refusalNotice(reason)}${zurueckUndVor(entwurf, request.csrfToken)}${maengel(offen, befunde)}
${section('Seiten und Fragen', html`${baum(offen, elemente, befunde)}`, { id: 'aufbau' })}
${section('Hinzufügen', html`<div class="lw-werkstatt-neu">${neuesFeld(offen, elemente)}${neueSeite(offen, elemente)}</div>`, { id: 'hinzufuegen' })}
${section('Der Onlinedienst im Ganzen', bereichListe(offen, befunde), { id: 'ganzes' })}`;
  return entwurfSeite(offen, '', { title: entwurf.titel, main, wide: true }, reason);
}
