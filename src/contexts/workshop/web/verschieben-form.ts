import { html } from 'hono/html';
import { button, buttonRow, fieldset, form, type Html, section, selectField } from '#ui';
import { alleElemente, elementeOf } from '../domain/elemente.ts';
import type { Ort } from '../settings/ort.ts';
import { typeLabel } from '../settings/type-labels.ts';
import { adresse, type Offen } from './answers.ts';

/** Moves a part into another page or group. */
export function verschieben({ entwurf, request }: Offen, { element }: Ort): Html {
  if (element === null || element.weg.length < 2) return html``;
  const here = element.weg.slice(0, -1).join('/');
  const targets = alleElemente(elementeOf(entwurf.dokumente.formular)).filter(
    ({ behaelter, weg }) =>
      behaelter && weg.join('/') !== here && !weg.join('/').startsWith(element.weg.join('/')),
  );
  if (targets.length === 0) return html``;
  return section(
    'An eine andere Stelle',
    form(
      {
        action: adresse(entwurf.dienst, 'aufbau'),
        csrfToken: request.csrfToken,
        hidden: { grundlage: String(entwurf.nummer), tun: `verschieben:${element.weg.join('/')}` },
      },
      fieldset(
        'Verschieben',
        html`${selectField({ name: 'ziel', label: 'Ziel', placeholder: null, options: targets.map(({ weg, titel, art }) => ({ value: weg.join('/'), label: `${'– '.repeat(weg.length - 1)}${typeLabel(art)}: ${titel}` })) })}${buttonRow(button('Verschieben', { kind: 'secondary' }))}`,
      ),
    ),
    { id: 'verschieben' },
  );
}
