import { html } from 'hono/html';
import { badge, form, type Html, textLink } from '#ui';
import type { VerorteterBefund } from '../befund.ts';
import type { Element, Weg } from '../domain/elemente.ts';
import { ortText } from '../settings/ort.ts';
import { typeLabel } from '../settings/type-labels.ts';
import { adresse, type Offen } from './answers.ts';

export function baum(offen: Offen, elemente: readonly Element[], befunde: readonly VerorteterBefund[]): Html {
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

export function anker(weg: Weg): string {
  return `teil-${weg.join('-')}`;
}
