import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField } from '#platform';
import {
  alert,
  button,
  buttonRow,
  errorOf,
  form,
  formatInstant,
  type Html,
  section,
  textareaField,
} from '#ui';
import type { Vorlage } from '../store-vorlage.ts';
import { adresse, type Offen } from './answers.ts';
import { vorlageInhalt } from './vorlage-inhalt.ts';

/** What was proposed, in full; at its end the second person decides. */
export async function decision(
  offen: Offen,
  vorlage: Vorlage,
  names: ReadonlyMap<string, string>,
  reason: Refusal | null,
): Promise<Html> {
  const { autor, entwurf } = offen;
  const who = names.get(vorlage.vorgelegtVon) ?? vorlage.vorgelegtVon;
  const said = alert({
    kind: 'info',
    title: `Vorgelegt von ${who}, ${formatInstant(vorlage.vorgelegtAm)}`,
    body: vorlage.nachricht || undefined,
  });
  const later =
    vorlage.schritt === entwurf.lage.stand
      ? ''
      : html`<p class="kern-body">Seit der Vorlage wurde weitergearbeitet. Veröffentlicht wird der vorgelegte Stand.</p>`;
  const inhalt = await vorlageInhalt(offen, vorlage);
  if (vorlage.vorgelegtVon === autor.actor)
    return html`${said}${later}${zurueckziehen(offen, vorlage)}${inhalt}`;
  if (!autor.veroeffentlicht)
    return html`${said}${later}<p class="kern-body">Ihr Konto darf nicht veröffentlichen.</p>${inhalt}`;
  return html`${said}${later}${inhalt}${section('Entscheiden', entscheiden(offen, vorlage, reason), { id: 'entscheiden' })}`;
}

function zurueckziehen({ entwurf, request }: Offen, { nummer }: Vorlage): Html {
  const hidden = { vorlage: String(nummer) };
  return html`<p class="kern-body">Eine zweite Person entscheidet. Sie sieht dasselbe wie Sie hier.</p>${form({ action: adresse(entwurf.dienst, 'zurueckziehen'), csrfToken: request.csrfToken, hidden }, buttonRow(button('Vorlage zurückziehen', { kind: 'secondary' })))}`;
}

function entscheiden({ entwurf, request }: Offen, { nummer }: Vorlage, reason: Refusal | null): Html {
  const hidden = { vorlage: String(nummer) };
  const { csrfToken } = request;
  return html`<div class="lw-stack">${form({ action: adresse(entwurf.dienst, 'freigeben'), csrfToken, hidden }, buttonRow(button('Veröffentlichen')))}${form(
    { action: adresse(entwurf.dienst, 'ablehnen'), csrfToken, hidden },
    html`${textareaField({ name: 'grund', label: 'Grund, wenn Sie ablehnen', rows: 3, value: formField(request.form, 'grund'), error: errorOf(reason?.fields, 'grund'), maxLength: 2000 })}${buttonRow(button('Ablehnen', { kind: 'secondary' }))}`,
  )}</div>`;
}
