import { html } from 'hono/html';
import {
  accordion,
  alert,
  button,
  buttonRow,
  checkboxGroup,
  fieldset,
  type Html,
  inputField,
  selectField,
} from '#ui';
import { aehnlichText, mehrdeutigText, type Verstanden } from '../domain/nennung.ts';
import type { Teilnehmer } from '../domain/ringe.ts';
import type { TypedRing } from './rollout-typed.ts';

/** A ring with what is understood of its text. */
export interface VerstandenerRing extends TypedRing {
  readonly verstanden: Verstanden<Teilnehmer>;
}

/** So many names stand openly below a field; more are folded away. */
const openNames = 12;

/** What was understood of a ring's text, name by name, and what was not. */
export function verstandenPart({ gefunden, mehrdeutig, unbekannt }: Verstanden<Teilnehmer>): Html | '' {
  if (gefunden.length + mehrdeutig.length + unbekannt.length === 0) return '';
  const names = gefunden.map(({ name, ags, ruht }) => `${name} (${ags})${ruht ? ', ruht' : ''}`);
  const count = `Verstanden: ${gefunden.length === 1 ? '1 Kommune' : `${gefunden.length} Kommunen`}`;
  const understood =
    names.length > openNames
      ? accordion({ title: count, body: html`<p class="kern-body">${names.join(', ')}</p>` })
      : html`<p class="kern-body kern-body--small">${count}${names.length > 0 ? `: ${names.join(', ')}` : ''}</p>`;
  const lines = [
    ...mehrdeutig.map(mehrdeutigText),
    ...unbekannt.map((each) =>
      [`„${each.wort.slice(0, 80)}“`, aehnlichText(each)].filter(Boolean).join('. '),
    ),
  ];
  if (lines.length === 0) return understood;
  return html`${understood}${alert({
    kind: 'warning',
    title: `Nicht unter den Kommunen mit einer früheren Fassung: ${lines.length}`,
    body: html`<ul class="kern-list kern-list--bullet">${lines.slice(0, 50).map((line) => html`<li>${line}</li>`)}</ul>`,
  })}`;
}

/** So many Kommunen are offered at once. */
const mostOffered = 40;

/** A search with checkboxes that puts Kommunen into a ring. */
export function wahlPart(
  ringe: readonly VerstandenerRing[],
  teilnehmer: readonly Teilnehmer[],
  { suche, ziel }: { readonly suche: string | null; readonly ziel: string },
): Html {
  const found = suche === null ? [] : gesucht(suche, teilnehmer);
  const ringOf = new Map(
    ringe.flatMap(({ name, verstanden }) => verstanden.gefunden.map(({ ags }) => [ags, name] as const)),
  );
  const offered = found.slice(0, mostOffered).map(({ ags, name, ruht }) => {
    const ring = ringOf.get(ags);
    return {
      value: ags,
      label: `${name}${ruht ? ', ruht' : ''}`,
      hint: ring ? `${ags}, steht in ${ring}` : ags,
    };
  });
  const rest = found.length - offered.length;
  const results =
    suche === null
      ? ''
      : found.length === 0
        ? nichtsGefunden(suche, teilnehmer)
        : html`${checkboxGroup({ name: 'wahl', label: `${found.length} gefunden`, options: offered })}
        ${rest > 0 ? html`<p class="kern-body">Es gibt ${rest} weitere. Bitte suchen Sie genauer.</p>` : ''}
        ${selectField({ name: 'ziel', label: 'In welchen Ring?', placeholder: null, value: ziel, options: ringe.map(({ field, name }) => ({ value: field, label: name })) })}
        ${buttonRow(button('Auswahl übernehmen', { kind: 'secondary', name: 'aktion', value: 'dazu' }))}`;
  return fieldset(
    'Kommunen suchen',
    html`${inputField({
      name: 'suche',
      label: 'Name oder Anfang des Schlüssels',
      hint: 'Zum Beispiel „Bad“ oder „05766“ für alle im Kreis Lippe. Leer: alle.',
      value: suche ?? '',
      optional: true,
      autocomplete: 'off',
    })}
    ${buttonRow(button('Suchen', { kind: 'secondary', name: 'aktion', value: 'suchen' }))}${results}`,
  );
}

function nichtsGefunden(suche: string, teilnehmer: readonly Teilnehmer[]): Html {
  if (teilnehmer.length === 0)
    return alert({
      kind: 'info',
      title: 'Niemand zum Umstellen',
      body: 'Keine Kommune nutzt diesen Onlinedienst in einer früheren Fassung als der gewählten.',
    });
  return alert({
    kind: 'info',
    title: `Keine Kommune mit „${suche.slice(0, 60)}“`,
    body: 'Gesucht wird in Namen und am Anfang des Schlüssels, unter den Kommunen mit einer früheren Fassung.',
  });
}

function gesucht(suche: string, teilnehmer: readonly Teilnehmer[]): readonly Teilnehmer[] {
  const wanted = suche.trim().toLowerCase();
  return teilnehmer.filter(({ ags, name }) => ags.startsWith(wanted) || name.toLowerCase().includes(wanted));
}
