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
import { aenderungen } from './aenderungen.ts';
import { adresse, type Offen } from './answers.ts';

export async function decision(
  offen: Offen,
  vorlage: Vorlage,
  names: ReadonlyMap<string, string>,
  reason: Refusal | null,
): Promise<Html> {
  const { autor, entwurf, request } = offen;
  const own = vorlage.vorgelegtVon === autor.actor;
  const hidden = { vorlage: String(vorlage.nummer) };
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
  const changes = section('Was sich ändert', await aenderungen(offen, vorlage), { id: 'aenderungen' });
  if (own)
    return html`${said}${later}${form({ action: adresse(entwurf.dienst, 'zurueckziehen'), csrfToken: request.csrfToken, hidden }, buttonRow(button('Vorlage zurückziehen', { kind: 'secondary' })))}${changes}`;
  if (!autor.veroeffentlicht)
    return html`${said}${later}<p class="kern-body">Ihr Konto darf nicht veröffentlichen.</p>${changes}`;
  return html`${said}${later}${changes}${section(
    'Entscheiden',
    html`<div class="lw-stack">${form({ action: adresse(entwurf.dienst, 'freigeben'), csrfToken: request.csrfToken, hidden }, buttonRow(button('Veröffentlichen')))}${form(
      { action: adresse(entwurf.dienst, 'ablehnen'), csrfToken: request.csrfToken, hidden },
      html`${textareaField({ name: 'grund', label: 'Grund, wenn Sie ablehnen', rows: 3, value: formField(request.form, 'grund'), error: errorOf(reason?.fields, 'grund'), maxLength: 2000 })}${buttonRow(button('Ablehnen', { kind: 'secondary' }))}`,
    )}</div>`,
    { id: 'entscheiden' },
  )}`;
}
