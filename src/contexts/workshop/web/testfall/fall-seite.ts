import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  alert,
  button,
  buttonRow,
  errorOf,
  form,
  type Html,
  inputField,
  linkButton,
  refusalNotice,
  section,
  textLink,
} from '#ui';
import { adresse, entwurfSeite, type Offen } from '../answers.ts';
import { felder } from '../vorschau-felder.ts';
import type { FallAngaben } from './fall-angaben.ts';
import { eingaben } from './fall-eingaben.ts';
import { erwartung } from './fall-erwartung.ts';
import { alsJson } from './fall-json.ts';
import type { GespielterFall } from './fall-lauf.ts';
import { werteDerKommune } from './fall-werte.ts';

/** A test case: what was typed in, and what must come of it. */
export function fallSeite(offen: Offen, { angaben, lauf }: GespielterFall, reason: Refusal | null = null) {
  const { entwurf } = offen;
  const main = html`${refusalNotice(reason)}${
    lauf.ok
      ? html`${section('Diese Eingaben', html`${eingaben(lauf.value)}${aendern(offen, angaben)}`, { id: 'eingaben' })}${form(
          {
            action: adresse(entwurf.dienst, 'testfall'),
            csrfToken: offen.request.csrfToken,
            hidden: versteckt(offen, angaben),
          },
          html`<div class="lw-stack">${kopf(angaben, reason)}</div>${section(
            'Was herauskommen muss',
            erwartung(offen, lauf.value, angaben, reason),
            {
              id: 'erwartung',
              lead:
                angaben.id === ''
                  ? 'Gewählt ist, was der Entwurf heute daraus macht. Prüfen Sie jede Angabe: Was hier steht, muss von nun an immer herauskommen.'
                  : 'Was hier steht, muss bei jedem Stand herauskommen.',
            },
          )}${werteDerKommune(lauf.value.dienst.definition.parameters, angaben, reason)}${knoepfe(angaben)}`,
        )}`
      : geht(offen, lauf.refusal)
  }${alsJson(offen, angaben)}`;
  const title = angaben.id === '' ? 'Testfall behalten' : `Testfall „${angaben.titel}“`;
  return entwurfSeite(offen, 'testfall', { title, main }, reason);
}

function kopf({ titel, tag }: FallAngaben, reason: Refusal | null): Html {
  return html`${inputField({
    name: 'titel',
    label: 'Was dieser Fall zeigt',
    hint: 'Zum Beispiel: Zwei Sofas, Abholung an der Straße',
    value: titel,
    error: errorOf(reason?.fields, 'titel'),
  })}${inputField({ name: 'tag', label: 'Tag, dessen Recht gilt', hint: 'An diesem Tag ist das Formular ausgefüllt.', type: 'date', value: tag, error: errorOf(reason?.fields, 'tag') })}`;
}

function versteckt({ entwurf }: Offen, { id, antworten, parameter }: FallAngaben) {
  return {
    id,
    grundlage: String(entwurf.nummer),
    antworten: JSON.stringify(antworten),
    parameter: JSON.stringify(parameter),
  };
}

function knoepfe({ id }: FallAngaben): Html {
  return buttonRow(
    button(id === '' ? 'Als Testfall behalten' : 'Speichern'),
    id === '' ? '' : button('Testfall entfernen', { kind: 'tertiary', name: 'entfernen', value: 'ja' }),
  );
}

/** Leads into the form with these answers; there they are changed and kept anew. */
function aendern({ entwurf, request }: Offen, { id, antworten }: FallAngaben): Html {
  const none = Object.keys(antworten).length === 0;
  if (none && id === '')
    return html`<p class="kern-body">Noch ist nichts eingegeben. Füllen Sie die Vorschau aus; unter jeder Seite steht „Diese Eingaben als Testfall behalten“.</p>${buttonRow(linkButton('Vorschau ausfüllen', adresse(entwurf.dienst, 'vorschau'), { kind: 'secondary' }))}`;
  return form(
    {
      action: adresse(entwurf.dienst, 'vorschau/formular', id === '' ? {} : { testfall: id }),
      csrfToken: request.csrfToken,
      hidden: { [felder.antworten]: JSON.stringify(antworten), [felder.gehe]: '' },
    },
    buttonRow(button('Eingaben in der Vorschau ändern', { kind: 'secondary' })),
  );
}

function geht({ entwurf }: Offen, { message }: Refusal): Html {
  return alert({
    kind: 'warning',
    title: 'So lässt sich der Testfall nicht ausprobieren',
    body: html`<p class="kern-body">${message}</p><p class="kern-body">${textLink(adresse(entwurf.dienst, 'pruefung'), 'Was am Entwurf noch nicht stimmt')}</p>`,
  });
}
