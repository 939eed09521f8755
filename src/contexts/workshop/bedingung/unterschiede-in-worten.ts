import { type Saetze, saetzeVon } from '#forms/bedingungen';
import type { Stelle } from '../domain/angaben.ts';
import { placeOf } from '../domain/json.ts';
import { lesbar } from '../domain/lesbar.ts';
import { abweichungen, type Dokumente, type Unterschied } from '../domain/unterschied.ts';

/** What differs between two states, its conditions as sentences. */
export function unterschiedeInWorten(before: Dokumente, after: Dokumente): readonly Unterschied[] {
  const [alt, neu] = [saetzeVon(before), saetzeVon(after)];
  return abweichungen(before, after).map((each) => ({
    ...each,
    angaben: each.angaben.map(({ name, vorher, nachher }) => {
      const [old, now] = [gesagt(vorher, alt, satzAllein), gesagt(nachher, neu, satzAllein)];
      // Two conditions that are said alike differ in how they are written.
      return old === now
        ? { name, vorher: gesagt(vorher, alt, beides), nachher: gesagt(nachher, neu, beides) }
        : { name, vorher: old, nachher: now };
    }),
  }));
}

const satzAllein = (satz: string) => satz;
const beides = (satz: string, ausdruck: string) => `${satz} [${ausdruck}]`;

/** A value as somebody reads it, the conditions in it as sentences. */
function gesagt(
  { wert, at }: Stelle,
  satz: Saetze,
  sage: (satz: string, ausdruck: string) => string,
): string {
  if (at === null) return lesbar(wert);
  return lesbar(wert, (text, inner) => {
    const said = satz(placeOf([...at, ...inner]), text);
    return said === null ? text : sage(said, text);
  });
}
