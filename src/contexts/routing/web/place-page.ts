import { html } from 'hono/html';
import type { Result } from '#kernel';
import type { PageContent } from '#platform';
import {
  alert,
  button,
  form,
  type Html,
  inputField,
  positionButton,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import type { Place, PlaceAnswer } from '../domain/place.ts';
import { placesJson } from '../views/place-json.ts';

type Found = Result<Exclude<PlaceAnswer, { kind: 'none' }>>;

/** Look up a place: the form, and what was found with its keys. */
export function placesContent(ort: string, found: Found | null): PageContent {
  return {
    title: 'Orte',
    preline: 'Zuständigkeit',
    lead: 'Alle Gemeinden Deutschlands nach Name, Postleitzahl, Adresse, Gemeindeschlüssel oder Position.',
    main: html`${askForm(ort)}${found === null ? '' : answered(found)}`,
    scripts: ['position'],
    nextSteps: [{ label: 'Wege zur zuständigen Stelle', href: '/wege' }],
  };
}

function askForm(ort: string): Html {
  return form(
    { action: '/orte', method: 'get', label: 'Ort suchen' },
    html`${inputField({
      name: 'ort',
      label: 'Ort',
      hint: 'Zum Beispiel Lemgo, 32657 oder „Marktplatz 1, 32657 Lemgo“',
      value: ort,
      maxLength: 300,
    })}${positionButton('ort')}${button('Ort suchen')}`,
  );
}

function answered(found: Found): Html {
  if (!found.ok)
    return html`${refusalNotice(found.refusal)}<ul class="kern-list kern-list--bullet">${(
      found.refusal.suggestions ?? []
    ).map(({ key, label }) => html`<li>${textLink(`/orte?ort=${key}`, label)}</li>`)}</ul>`;
  const { orte, hinweis } = placesJson(found.value);
  return section(
    orte.length === 1 ? 'Gefunden' : `${orte.length} Orte`,
    html`${hinweis ? alert({ kind: 'info', title: hinweis }) : ''}${placesTable(orte)}`,
  );
}

function placesTable(orte: readonly Place[]): Html {
  return table({
    caption: 'Gefundene Orte',
    captionHidden: true,
    columns: [
      { label: 'Gemeinde' },
      { label: 'Kreis' },
      { label: 'Land' },
      { label: 'AGS' },
      { label: 'ARS' },
    ],
    rows: orte.map(({ name, kreis, land, ags, ars }) => [name, kreis ?? 'kreisfrei', land, ags, ars]),
  });
}
