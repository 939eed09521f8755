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
import {
  alert,
  badge,
  button,
  buttonRow,
  fieldset,
  form,
  type Html,
  inputField,
  linkButton,
  refusalNotice,
  section,
  selectField,
  textLink,
} from '#ui';
import type { VerorteterBefund } from '../befund.ts';
import type { WorkshopDeps } from '../deps.ts';
import { alleElemente, type Element, elementeOf, type Weg } from '../domain/elemente.ts';
import type { Umbau } from '../domain/umbauen.ts';
import { stepImpossible } from '../errors.ts';
import { formate } from '../settings/from-schema.ts';
import { typeLabel } from '../settings/labels.ts';
import { bereiche, ortText } from '../settings/ort.ts';
import { baueUm } from '../use-cases/bauen.ts';
import { geheZurueckOderVor } from '../use-cases/entwurf.ts';
import { schnellPruefung } from '../use-cases/pruefstand.ts';
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
        : `${adresse(entwurf.dienst)}#${anker(weg)}`;
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

function maengel({ entwurf: { dienst } }: Offen, befunde: readonly VerorteterBefund[]): Html {
  if (befunde.length === 0) return html``;
  const most = 8;
  const items = befunde
    .slice(0, most)
    .map(
      ({ ort, ortTitel, was }) =>
        html`<li>${textLink(adresse(dienst, 'teil', { ort }), ortTitel)}: ${was}</li>`,
    );
  const more =
    befunde.length > most
      ? html`<p class="kern-body">${textLink(adresse(dienst, 'pruefung'), `Alle ${befunde.length} Fehler`)}</p>`
      : '';
  const title =
    befunde.length === 1 ? 'Eine Stelle stimmt noch nicht' : `${befunde.length} Stellen stimmen noch nicht`;
  return alert({
    kind: 'warning',
    title,
    body: html`<ul class="kern-list kern-list--bullet">${items}</ul>${more}`,
  });
}

function baum(offen: Offen, elemente: readonly Element[], befunde: readonly VerorteterBefund[]): Html {
  const { entwurf, request } = offen;
  return form(
    {
      action: adresse(entwurf.dienst, 'aufbau'),
      csrfToken: request.csrfToken,
      hidden: { grundlage: String(entwurf.nummer) },
      label: 'Aufbau ändern',
    },
    html`<ol class="lw-werkstatt-baum">${elemente.map((each, index) => knoten(offen, each, { index, of: elemente.length }, befunde))}</ol>`,
  );
}

function knoten(
  offen: Offen,
  element: Element,
  place: { readonly index: number; readonly of: number },
  befunde: readonly VerorteterBefund[],
): Html {
  const { weg, titel, art, kinder } = element;
  const ort = ortText(weg);
  const own = befunde.filter((each) => each.ort === ort).length;
  return html`<li class="${art === 'page' ? 'lw-werkstatt-seite' : 'lw-werkstatt-teil'}" id="${anker(weg)}"><div class="lw-werkstatt-knoten">
<span class="lw-werkstatt-name">${textLink(adresse(offen.entwurf.dienst, 'teil', { ort }), titel)} <span class="kern-body kern-body--small kern-body--muted">${typeLabel(art)} · ${weg.at(-1)}</span>${own > 0 ? html` ${badge('danger', own === 1 ? '1 Fehler' : `${own} Fehler`)}` : ''}</span>
<span class="lw-werkstatt-knoepfe">${place.index > 0 ? knopf('hoch', '↑', 'nach oben', element) : ''}${place.index < place.of - 1 ? knopf('runter', '↓', 'nach unten', element) : ''}${knopf('doppeln', '×2', 'verdoppeln', element)}${knopf('entfernen', '✕', 'entfernen', element)}</span></div>${
    kinder.length > 0
      ? html`<ol class="lw-werkstatt-baum">${kinder.map((each, index) => knoten(offen, each, { index, of: kinder.length }, befunde))}</ol>`
      : ''
  }</li>`;
}

function knopf(tun: string, zeichen: string, wort: string, { titel, weg }: Element): Html {
  return html`<button class="lw-werkstatt-knopf" type="submit" name="tun" value="${`${tun}:${weg.join('/')}`}" title="${wort}"><span aria-hidden="true">${zeichen}</span><span class="kern-sr-only">„${titel}“ ${wort}</span></button>`;
}

function anker(weg: Weg): string {
  return `teil-${weg.join('-')}`;
}

function neuesFeld({ entwurf, request }: Offen, elemente: readonly Element[]): Html {
  const places = alleElemente(elemente).filter(({ behaelter }) => behaelter);
  return form(
    {
      action: adresse(entwurf.dienst, 'aufbau'),
      csrfToken: request.csrfToken,
      hidden: { grundlage: String(entwurf.nummer), tun: 'neues-feld' },
      label: 'Frage hinzufügen',
    },
    fieldset(
      'Frage oder Hinweis hinzufügen',
      html`${inputField({ name: 'label', label: 'Was Menschen lesen', hint: 'Die Frage oder Überschrift' })}${selectField(
        {
          name: 'typ',
          label: 'Art',
          placeholder: null,
          options: [...formate().felder.keys()].map((value) => ({ value, label: typeLabel(value) })),
        },
      )}${selectField({
        name: 'in',
        label: 'Wohin',
        placeholder: null,
        options: places.map(({ weg, titel, art }) => ({
          value: weg.join('/'),
          label: `${'– '.repeat(weg.length - 1)}${typeLabel(art)}: ${titel}`,
        })),
        value: request.query.get('in') ?? places.at(-1)?.weg.join('/') ?? null,
      })}${buttonRow(button('Hinzufügen', { kind: 'secondary' }))}`,
    ),
  );
}

function neueSeite({ entwurf, request }: Offen, elemente: readonly Element[]): Html {
  return form(
    {
      action: adresse(entwurf.dienst, 'aufbau'),
      csrfToken: request.csrfToken,
      hidden: { grundlage: String(entwurf.nummer), tun: 'neue-seite' },
      label: 'Seite hinzufügen',
    },
    fieldset(
      'Seite hinzufügen',
      html`${inputField({ name: 'titel', label: 'Titel der Seite', id: 'feld-seitentitel' })}${selectField({
        name: 'nach',
        label: 'Nach welcher Seite',
        placeholder: null,
        options: elemente.map(({ weg, titel }) => ({ value: weg[0] ?? '', label: titel })),
        value: elemente.at(-1)?.weg[0] ?? null,
      })}${buttonRow(button('Seite hinzufügen', { kind: 'secondary' }))}`,
    ),
  );
}

function bereichListe({ entwurf: { dienst } }: Offen, befunde: readonly VerorteterBefund[]): Html {
  const links = Object.entries(bereiche).map(([name, { titel }]) => {
    const ort = `bereich/${name}`;
    const count = befunde.filter((each) => each.ort === ort).length;
    return html`<li>${textLink(adresse(dienst, 'teil', { ort }), titel)}${count > 0 ? html` ${badge('danger', `${count} Fehler`)}` : ''}</li>`;
  });
  return html`<ul class="kern-list kern-list--bullet">${links}</ul>${buttonRow(linkButton('Als Bürgerin oder Bürger ansehen', adresse(dienst, 'vorschau'), { kind: 'secondary' }))}`;
}
