import { html } from 'hono/html';
import { type Saetze, saetzeVon } from '#forms/bedingungen';
import { badge, type Html } from '#ui';
import { type Element, elementeOf } from '../domain/elemente.ts';
import { type Json, listAt, placeOf, property, textAt } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { typeLabel } from '../settings/type-labels.ts';
import { gesagt } from './bedingung/gesagt.ts';

/** Every page and question of a form in order, with what people read and when it appears. */
export function formularListe(dokumente: Dokumente): Html {
  const satz = saetzeVon(dokumente);
  return html`<ol class="lw-werkstatt-liste">${elementeOf(dokumente.formular).map((page) => seite(page, satz))}</ol>`;
}

function seite(page: Element, satz: Saetze): Html {
  const exit = property(page.wert, 'exit') === true;
  return html`<li><h3 class="kern-heading-small">${page.titel}</h3>${exit ? html`<p class="kern-body">Hier endet der Weg.</p>` : ''}${wann(page, satz)}${absatz(textAt(page.wert, 'lead'))}${teile(page, satz)}</li>`;
}

function teile({ kinder }: Element, satz: Saetze): Html {
  return kinder.length === 0
    ? html``
    : html`<ul class="kern-list kern-list--bullet">${kinder.map((kind) => teil(kind, satz))}</ul>`;
}

function teil(element: Element, satz: Saetze): Html {
  const { wert, titel, art, pointer } = element;
  const required = property(wert, 'required');
  const pflicht =
    required === false
      ? ', freiwillig'
      : typeof required === 'string'
        ? html`, Pflicht nur, wenn ${gesagt(satz, placeOf([...pointer, 'required']), required)}`
        : '';
  return html`<li><strong>${titel}</strong> <span class="kern-body kern-body--small kern-body--muted">${typeLabel(art)}${pflicht}</span>${wann(element, satz)}${absatz(textAt(wert, 'hint'))}${absatz(textAt(wert, 'text'))}${auswahl(element, satz)}${pruefungen(element, satz)}${anzahl(wert)}${teile(element, satz)}</li>`;
}

function wann({ wert, pointer }: Element, satz: Saetze): Html {
  const condition = textAt(wert, 'condition');
  return condition === ''
    ? html``
    : html`<br><span class="kern-body kern-body--small">${badge('info', 'Nur, wenn')} ${gesagt(satz, placeOf([...pointer, 'condition']), condition)}</span>`;
}

function absatz(text: string): Html {
  return text === '' ? html`` : html`<br><span class="kern-body kern-body--small">${text}</span>`;
}

const meiste = 12;

function auswahl({ wert, pointer }: Element, satz: Saetze): Html {
  const options = listAt(wert, 'options');
  if (options.length === 0) return html``;
  const shown = options.slice(0, meiste).map((each, index) => {
    const condition = textAt(each, 'condition');
    const when = gesagt(satz, placeOf([...pointer, 'options', index, 'condition']), condition);
    return html`${index === 0 ? '' : ', '}${textAt(each, 'label')}${condition === '' ? '' : html` (nur, wenn ${when})`}`;
  });
  const rest = options.length > meiste ? ` und ${options.length - meiste} weitere` : '';
  return html`<br><span class="kern-body kern-body--small">Zur Wahl: ${shown}${rest}</span>`;
}

/** What an answer must hold besides. */
function pruefungen({ wert, pointer }: Element, satz: Saetze): Html {
  return html`${listAt(wert, 'checks').map(
    (each, index) =>
      html`<br><span class="kern-body kern-body--small">Es muss gelten, dass ${gesagt(satz, placeOf([...pointer, 'checks', index, 'holds']), textAt(each, 'holds'))}. Sonst: „${textAt(each, 'message')}“</span>`,
  )}`;
}

function anzahl(wert: Json): Html {
  const [min, max] = [property(wert, 'min'), property(wert, 'max')];
  if (textAt(wert, 'type') !== 'group' || (min === undefined && max === undefined)) return html``;
  const item = textAt(wert, 'item') || 'Einträge';
  return html`<br><span class="kern-body kern-body--small">${item}: ${min === undefined ? '' : `mindestens ${String(min)}`}${min !== undefined && max !== undefined ? ', ' : ''}${max === undefined ? '' : `höchstens ${String(max)}`}</span>`;
}
