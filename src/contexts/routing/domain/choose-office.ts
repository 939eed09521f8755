import type { LocalDate } from '#kernel';
import type { Anlaufstelle, Auftritt, Fremdes, Kontakt, LocalDienst } from './route.ts';

/** What is known of the body that acts. */
export interface OfficeSources {
  readonly auftritt: Auftritt | null;
  readonly dienst: LocalDienst | null;
  readonly fremd: Fremdes;
  readonly website: string | null;
  readonly koerperschaft: string | null;
}

/**
 * The office to turn to, the most special that is known: the one that the body names for the Leistung, the one that its
 * Onlinedienst names for the day, the one of a feed for the most special area, its general contact, its website.
 */
export function chooseOffice(
  sources: OfficeSources,
  leistungIds: readonly string[],
  tag: LocalDate,
): Anlaufstelle | null {
  const { auftritt, dienst, fremd, website, koerperschaft } = sources;
  const shown = auftritt && isPublic(auftritt, tag) ? auftritt : null;
  const amt = shown?.aemter.find(({ leistungen }) => leistungIds.some((id) => leistungen.includes(id)));
  if (shown && amt) return { ...officeOf(amt, shown), herkunft: 'amt' };
  const named = dienst && officeOn(dienst, tag);
  if (named) return { ...contactOf({ ...named, zeiten: named.oeffnungszeiten }), herkunft: 'onlinedienst' };
  const [stelle] = fremd.stellen;
  if (stelle)
    return {
      name: stelle.name,
      anschrift: stelle.anschrift,
      telefon: stelle.telefon,
      email: stelle.email,
      zeiten: stelle.oeffnungszeiten,
      website: null,
      herkunft: 'feed',
    };
  if (shown) return { ...contactOf(shown.rathaus), website: shown.origin, herkunft: 'rathaus' };
  if (website === null || koerperschaft === null) return null;
  return { ...unknown, name: koerperschaft, website: `https://${website}`, herkunft: 'website' };
}

/** Whether everybody may see a site on a day. */
export function isPublic({ veroeffentlichtAb }: Auftritt, tag: LocalDate): boolean {
  return veroeffentlichtAb !== null && veroeffentlichtAb <= tag;
}

const unknown = { anschrift: null, telefon: null, email: null, zeiten: null, website: null };

function officeOn({ stellen }: LocalDienst, tag: LocalDate) {
  return stellen.findLast(({ gueltigVon }) => gueltigVon <= tag) ?? stellen[0] ?? null;
}

function officeOf(amt: Kontakt, { rathaus, origin }: Auftritt) {
  return { ...contactOf({ ...amt, anschrift: amt.anschrift || rathaus.anschrift }), website: origin };
}

function contactOf({ name, anschrift, telefon, email, zeiten }: Kontakt) {
  return {
    name,
    anschrift: anschrift || null,
    telefon: telefon || null,
    email: email || null,
    zeiten: zeiten || null,
    website: null,
  };
}
