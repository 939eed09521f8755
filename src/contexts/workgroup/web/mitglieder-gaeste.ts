import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { accordion, button, errorOf, form, type Html, inputField, problemsOf, table } from '#ui';
import type { Gruppe, Sitz } from '../store/gruppen.ts';
import type { Gast } from '../use-cases/gaeste.ts';
import type { Mitwirkende } from '../use-cases/wer.ts';
import { getippt } from './teile.ts';

export function gaesteTeil({ gruppe, gaeste, request, refused, bisTag }: Auf): Html {
  const here = request.params.gruppe === gruppe.id && request.path.endsWith('/gaeste');
  const problems = here ? problemsOf(refused) : [];
  const id = (name: string) => (here ? `feld-${name}` : `${name}-${gruppe.id}`);
  const value = (name: string, sonst = '') => (here ? getippt(request, name, sonst) : sonst);
  const list = table({
    caption: `Gäste (${gaeste.length})`,
    columns: [
      { label: 'Name' },
      { label: 'Organisation' },
      { label: 'E-Mail' },
      { label: 'Wird gelöscht', width: 'narrow' },
      { label: 'Vorher löschen' },
    ],
    rows: gaeste.map((gast) => [
      gast.name,
      gast.organisation,
      gast.email,
      formatLocalDate(gast.loeschenAm),
      form(
        {
          action: `/arbeitsgruppe/gaeste/${gast.id}/loeschen`,
          csrfToken: request.csrfToken,
          label: `Angaben von ${gast.name} löschen`,
        },
        button('Löschen', { kind: 'tertiary', small: true }),
      ),
    ]),
    empty: html`<p class="kern-body">Noch kein Gast.</p>`,
  });
  return html`${list}${accordion({
    title: 'Gast aufnehmen',
    open: here,
    body: form(
      {
        action: `/arbeitsgruppe/gruppen/${gruppe.id}/gaeste`,
        csrfToken: request.csrfToken,
        label: 'Gast aufnehmen',
      },
      html`<p class="kern-body lw-measure">Ein Gast braucht kein Konto und erhält die Einladungen. Seine Angaben liegen verschlüsselt, nur Ihre Organisation liest sie, und am genannten Tag werden sie gelöscht.</p>
      ${inputField({ name: 'name', id: id('name'), label: 'Name', value: value('name'), maxLength: 120, error: errorOf(problems, 'name') })}
      ${inputField({ name: 'haus', id: id('haus'), label: 'Organisation', value: value('haus'), maxLength: 200, error: errorOf(problems, 'haus') })}
      ${inputField({ name: 'email', id: id('email'), label: 'E-Mail-Adresse', type: 'email', autocomplete: 'off', value: value('email'), maxLength: 200, error: errorOf(problems, 'email') })}
      ${inputField({ name: 'loeschenAm', id: id('loeschenAm'), label: 'Löschen am', type: 'date', value: value('loeschenAm', bisTag), error: errorOf(problems, 'loeschenAm') })}${button('Gast aufnehmen', { kind: 'secondary' })}`,
    ),
  })}`;
}

export interface Auf {
  readonly gruppe: Gruppe;
  readonly sitze: readonly Sitz[];
  readonly gaeste: readonly Gast[];
  readonly wer: Mitwirkende;
  readonly request: PageRequest;
  readonly refused: Refusal | null;
  readonly bisTag: string;
  /** Names of the people of the own organisation. */
  readonly eigene: ReadonlyMap<string, string>;
}
