import { foldGerman, type LocalDate } from '#kernel';
import type { Anlaufstelle, RoutingWorld } from '#routing';

/** An office as the answers name it; what is not known is null. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly openingHours: string | null;
  readonly ars: readonly string[];
}

/** The office that a route names, where the Kommune itself says so; one of a feed stands in the feed's list. */
export function organisationOfRoute(
  { places }: RoutingWorld,
  ags: string,
  amt: Anlaufstelle | null,
): readonly Organisation[] {
  if (amt === null || amt.herkunft === 'feed') return [];
  const { name, anschrift, telefon, email, zeiten } = amt;
  const id = officeId(ags, name);
  const ars = arsOf(places.byAgs.get(ags)?.ars, ags);
  return [{ id, name, address: anschrift, phone: telefon, email, openingHours: zeiten, ars: [ars] }];
}

/** The offices that Kommunen show of themselves, whose name begins so or whose id it is. */
export function findOwnOffices(
  { auftrittByAgs, places }: RoutingWorld,
  text: string,
  tag: LocalDate,
): readonly Organisation[] {
  const wanted = foldGerman(text.trim());
  return [...auftrittByAgs.values()].flatMap(({ ags, veroeffentlichtAb, rathaus, aemter }) => {
    if (veroeffentlichtAb === null || veroeffentlichtAb > tag) return [];
    return [rathaus, ...aemter].flatMap(({ name, anschrift, telefon, email, zeiten }) => {
      const id = officeId(ags, name);
      if (id !== text && !foldGerman(name).startsWith(wanted)) return [];
      const ars = [arsOf(places.byAgs.get(ags)?.ars, ags)];
      const kontakt = { address: given(anschrift), phone: given(telefon), email: given(email) };
      return [{ id, name, ...kontakt, openingHours: given(zeiten), ars }];
    });
  });
}

function officeId(ags: string, name: string): string {
  return `eigen.${ags}.${foldGerman(name).replace(/[^a-z0-9]+/g, '-')}`;
}

function arsOf(ars: string | undefined, ags: string): string {
  return ars ?? ags.padEnd(12, '0');
}

function given(text: string): string | null {
  return text === '' ? null : text;
}
