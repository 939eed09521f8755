import type { Tx } from '#platform';
import { type Oeffnungszeiten, wochentage, wochentagLabel } from '../domain/opening-hours.ts';
import { formatZeiten } from '../domain/parse-opening-hours.ts';
import type { SiteText } from '../domain/site.ts';
import { readAllOffices, readSites } from '../store.ts';

/** How to reach an office or a town hall, with its hours as one reads them aloud. */
export interface Contact {
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly zeiten: string;
}

/** A Kommune's site with whom to ask: the town hall, and the offices with the Leistungen that they handle. */
export interface SiteContacts extends Pick<SiteText, 'veroeffentlichtAb'> {
  readonly ags: string;
  readonly slug: string;
  readonly rathaus: Contact;
  readonly aemter: readonly (Contact & { readonly leistungen: readonly string[] })[];
}

/** The contacts of all sites, published or not, for whoever routes people to them. */
export async function readSiteContacts(tx: Tx): Promise<readonly SiteContacts[]> {
  const [sites, offices] = [await readSites(tx), await readAllOffices(tx)];
  const byTenant = Map.groupBy(offices, ({ tenant }) => tenant);
  return sites.map((site) => ({
    ags: site.ags,
    slug: site.slug,
    veroeffentlichtAb: site.veroeffentlichtAb,
    rathaus: contactOf(site),
    aemter: (byTenant.get(site.tenant) ?? []).map((office) => ({
      ...contactOf(office),
      leistungen: office.leistungen,
    })),
  }));
}

type Described = Omit<Contact, 'zeiten'> & { readonly oeffnungszeiten: Oeffnungszeiten };

function contactOf({ name, anschrift, telefon, email, oeffnungszeiten }: Described): Contact {
  return { name, anschrift, telefon, email, zeiten: hoursInWords(oeffnungszeiten) };
}

/** „Montag 8–12 Uhr; Dienstag 8–12 und 14–16 Uhr“; empty where nothing is known. */
function hoursInWords({ woche }: Oeffnungszeiten): string {
  return wochentage
    .filter((tag) => woche[tag].length > 0)
    .map((tag) => `${wochentagLabel[tag]} ${formatZeiten(woche[tag])} Uhr`)
    .join('; ');
}
