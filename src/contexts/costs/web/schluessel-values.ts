import type { ListDefinition } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { Schluesseltabelle } from '../domain/schluesseltabelle.ts';
import { zahlerName } from '../domain/zahler-name.ts';

interface Wert {
  readonly zahler: string;
  readonly name: string;
  readonly gewicht: string;
}

export const definition: ListDefinition<Wert> = {
  id: 'schluesselwerte',
  defaultSort: { key: 'name', descending: false },
  search: ({ zahler, name }) => `${zahler} ${name}`,
  columns: [
    { key: 'name', label: 'Zahler', width: 'wide', value: ({ name }) => name },
    { key: 'ags', label: 'AGS', value: ({ zahler }) => zahler },
    {
      key: 'gewicht',
      label: 'Gewicht',
      kind: 'number',
      value: ({ gewicht }) => Number(gewicht),
      cell: ({ gewicht }) => gewicht.replace('.', ','),
    },
  ],
};

export async function werteOf(deps: CostsDeps, one: Schluesseltabelle): Promise<readonly Wert[]> {
  const territory = await deps.territory();
  return Object.entries(one.gewichte).map(([zahler, gewicht]) => ({
    zahler,
    name: zahlerName(territory, zahler),
    gewicht,
  }));
}

export const fileOf = (deps: CostsDeps, { id, name, quelle, stand, jahr }: Schluesseltabelle) => ({
  fileName: `schluessel-${id}-${deps.clock.today()}`,
  title: name,
  source: quelle.title || 'Annahme ohne Quelle',
  state: stand ?? String(jahr),
});
