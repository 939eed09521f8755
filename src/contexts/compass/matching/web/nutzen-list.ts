import { html } from 'hono/html';
import { groessenklasseLabel } from '#territory';
import { badge, distinctOptions, type ListDefinition, textLink } from '#ui';
import type { Geholfen, Nutzen } from '../use-cases/nutzen.ts';
import type { Sicht } from '../use-cases/sicht.ts';

const labels: Readonly<Record<string, string>> = groessenklasseLabel;

function klasseText({ klasse }: Geholfen): string {
  return klasse === null ? 'ohne Größenklasse' : (labels[klasse] ?? klasse);
}

export function definitionFor({ nameOf }: Asked): ListDefinition<Geholfen> {
  return {
    id: 'nutzen',
    // No column has this key: the rows stay in their rank.
    defaultSort: { key: 'rang', descending: false },
    search: ({ name, ags }) => `${name} ${ags}`,
    columns: [
      {
        key: 'name',
        label: 'Kommune',
        value: ({ name }) => name,
        cell: ({ name, ags, eigene }) =>
          html`${textLink(`/kommunen/${ags}`, name)}${eigene ? html` ${badge('info', 'Ihre Kommune')}` : ''}`,
        sortable: true,
        width: 'wide',
      },
      { key: 'klasse', label: 'Größenklasse', value: klasseText, sortable: true },
      {
        key: 'schliesst',
        label: 'Schließt Lücken',
        kind: 'number',
        value: ({ deckt }) => deckt.length,
        sortable: true,
      },
      {
        key: 'ohne-angabe',
        label: 'davon ohne Angabe',
        kind: 'number',
        value: ({ ohneAngabe }) => ohneAngabe,
        sortable: true,
      },
      {
        key: 'luecken',
        label: 'Lücken insgesamt',
        kind: 'number',
        value: ({ luecken }) => luecken,
        sortable: true,
      },
      {
        key: 'faelle',
        label: 'Fälle im Jahr',
        kind: 'number',
        value: ({ faelle }) => faelle,
        sortable: true,
      },
      { key: 'ags', label: 'AGS', value: ({ ags }) => ags, exportOnly: true },
      {
        key: 'leistungen',
        label: 'Leistungen',
        value: ({ deckt }) => deckt.map(nameOf).join('; '),
        exportOnly: true,
      },
    ],
    filters: [
      {
        key: 'klasse',
        label: 'Größenklasse',
        options: distinctOptions(klasseText),
        values: klasseText,
      },
    ],
  };
}

export interface Asked {
  readonly sicht: Sicht;
  readonly nutzen: Nutzen;
  readonly nameOf: (leistungId: string) => string;
}
