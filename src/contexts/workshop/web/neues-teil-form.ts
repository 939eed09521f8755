import { html } from 'hono/html';
import { button, buttonRow, fieldset, form, type Html, inputField, selectField } from '#ui';
import { alleElemente, type Element } from '../domain/elemente.ts';
import { formate } from '../settings/from-schema.ts';
import { typeLabel } from '../settings/type-labels.ts';
import { adresse, type Offen } from './answers.ts';

export function neuesFeld({ entwurf, request }: Offen, elemente: readonly Element[]): Html {
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

export function neueSeite({ entwurf, request }: Offen, elemente: readonly Element[]): Html {
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
