import { type Catalogue, lineageOf } from '#catalogue';
import { type LiveDienst, stelleOn } from '#efa';
import type { Anlaufstelle as Amt, Route } from '#routing';
import { type Office, officeFor } from '../domain/office.ts';
import type { Oeffnungszeiten } from '../domain/opening-hours.ts';
import type { Site } from '../domain/site.ts';
import type { Bestand } from './read-bestand.ts';

/** Where citizens turn: an office as the Kommune described it, or as its Onlinedienst names it. */
export interface Anlaufstelle {
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  /** Structured hours, or the text that the Onlinedienst carries. */
  readonly zeiten: Oeffnungszeiten | string;
  readonly website?: string | null;
}

/** The office that a route names. */
export function stellenOf(route: Route | null): readonly Anlaufstelle[] {
  return route?.amt ? [anlaufstelleOf(route.amt)] : [];
}

function anlaufstelleOf({ name, anschrift, telefon, email, zeiten, website }: Amt): Anlaufstelle {
  const [address, phone, mail] = [anschrift ?? '', telefon ?? '', email ?? ''];
  return {
    name,
    anschrift: address,
    telefon: phone,
    email: mail,
    zeiten: (zeiten ?? '').replaceAll('; ', '\n'),
    website,
  };
}

/** An office named for a Leistung is that of its parts and of what it was merged into, too. */
export function withForerunners(
  catalogue: Catalogue,
  ids: readonly string[],
  { heute }: Bestand,
): readonly string[] {
  return ids.flatMap((id) => lineageOf(catalogue, id, heute));
}

/** The offices that handle the Leistungen; else the one that the Onlinedienst names; else the town hall. */
export function stellenFor(
  offices: readonly Office[],
  leistungIds: readonly string[],
  live: LiveDienst | null,
  description: Site,
  { heute }: Bestand,
): readonly Anlaufstelle[] {
  const own = [...new Set(leistungIds.flatMap((id) => officeFor(offices, id) ?? []))];
  if (own.length > 0)
    return own.map((office) => ({
      ...office,
      anschrift: office.anschrift || description.anschrift,
      zeiten: office.oeffnungszeiten,
    }));
  const named = live && stelleOn(live.stellen, heute);
  if (named) return [{ ...named, zeiten: named.oeffnungszeiten }];
  const { name, anschrift, telefon, email, oeffnungszeiten } = description;
  return [{ name, anschrift, telefon, email, zeiten: oeffnungszeiten }];
}
