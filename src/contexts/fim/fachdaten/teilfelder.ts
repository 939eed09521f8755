import type { Teil } from './definition-teile.ts';
import type { Strukturknoten } from './struktur.ts';

/** The federal building blocks whose fields are parts of one answer here (address, birthday with unknown parts). */
const teile: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  address: {
    F60000000243: 'street',
    F60000000244: 'number',
    F60000000246: 'plz',
    F60000000247: 'city',
    F60000000261: 'country',
  },
  partialDate: { F60000000231: 'day', F60000000232: 'month', F60000000233: 'year' },
};

/** Which fields of a group of the schema hold which parts of an answer. */
export function teileOf(
  type: Teil['type'],
  { kinder }: Strukturknoten,
): readonly { readonly teil: string; readonly knoten: Strukturknoten }[] {
  const known = teile[type] ?? {};
  return kinder.flatMap((knoten) => {
    const teil = known[knoten.id];
    return teil === undefined ? [] : [{ teil, knoten }];
  });
}
