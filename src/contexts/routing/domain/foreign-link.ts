import type { Place } from './place.ts';
import type { FremderDienst } from './route.ts';

/** What a parameter of a link may carry, told by the name that the Onlinedienst gave it. */
const carried: readonly (readonly [RegExp, (place: Place, leika: string | null) => string | null])[] = [
  [/^(ars|regionalschluessel)$/i, ({ ars }) => ars],
  [/^(ags|gemeindeschluessel|gkz)$/i, ({ ags }) => ags],
  [/^(plz|postleitzahl)$/i, ({ plz }) => plz],
  [/^(ort|gemeinde)$/i, ({ name }) => name],
  [/^(leika|leikaid|leika-?key|leika-?schluessel|leistungsschluessel)$/i, (_, leika) => leika],
];

/** The address of somebody else's Onlinedienst with place and Leistung, as far as it names parameters for them. */
export function foreignLink(dienst: FremderDienst, place: Place, leika: string | null): string {
  const url = URL.parse(dienst.link);
  if (url === null || url.protocol !== 'https:') return dienst.link;
  for (const { name } of dienst.parameter) {
    const value = carried.find(([pattern]) => pattern.test(name))?.[1](place, leika) ?? null;
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}
