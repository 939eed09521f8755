import { foldGerman } from '#kernel';
import type { AuskunftDeps, PortalSite } from '../deps.ts';
import type { Treffer } from '../domain/treffer.ts';
import { type Fund, findAtPlace, type Suchantwort, type Suchfrage } from './find-at-place.ts';
import { placeOfBody } from './find-place-of-words.ts';
import { type Bestand, dienstFor, readBestand } from './read-bestand.ts';

/** What a search on a Kommune's site found: its Onlinedienste and the Leistungen, and for which place. */
export interface PortalSuche extends Suchantwort {
  /** Onlinedienste of this Kommune whose title or words fit; none where the line names another place. */
  readonly dienste: readonly Treffer[];
}

type Site = Pick<PortalSite, 'ags' | 'tenant'>;

/**
 * Searches on a Kommune's site: its Onlinedienste whose title or words fit come first, then Leistungen by the finder, each
 * with who is competent. A place in the line leads to that place's answers.
 */
export async function findServices(
  deps: AuskunftDeps,
  site: Site,
  frage: Omit<Suchfrage, 'own'>,
): Promise<PortalSuche> {
  const [bestand, world] = await Promise.all([readBestand(deps, site), deps.routing.world()]);
  const antwort = await findAtPlace(deps, { ...frage, own: placeOfBody(world, site.ags) });
  const isHere = antwort.ort.kind === 'einer' && antwort.ort.place.ags === site.ags;
  const narrowed = Object.keys(frage.wahl).length > 0 || frage.ab > 0;
  const dienste = isHere && !narrowed ? await findDienste(deps, bestand, antwort.worte, site) : [];
  const own = new Set(dienste.map(({ id }) => id));
  // An Onlinedienst that was found stands for its Leistungen, but for those with a text of their own.
  const funde = antwort.funde.filter(({ leistungId }) => {
    const live = dienstFor(world.catalogue, bestand, leistungId);
    return bestand.texte.has(leistungId) || live === null || !own.has(live.dienst);
  });
  const gesamt = antwort.gesamt - (antwort.funde.length - funde.length) + dienste.length;
  return { ...antwort, dienste, funde, gesamt };
}

/** The same as plain hits, for machines. */
export function trefferOf({ dienste, funde }: PortalSuche, site: Pick<Site, 'ags'>): readonly Treffer[] {
  return [...dienste, ...funde.map((fund) => plainTreffer(fund, site.ags))];
}

function plainTreffer({ leistungId: id, name, route }: Fund, ags: string): Treffer {
  const found = { id, name, href: `/leistungen/${id}` };
  if (route?.onlinedienst) return { ...found, art: 'online', stelle: null };
  if (route?.stelle?.ags === ags) return { ...found, art: 'hier', stelle: null };
  const stelle = route?.stelle?.name ?? null;
  return { ...found, art: stelle === null ? 'offen' : 'anderswo', stelle };
}

async function findDienste(
  { dienste }: Pick<AuskunftDeps, 'dienste'>,
  bestand: Bestand,
  words: string,
  site: Site,
): Promise<readonly Treffer[]> {
  const wanted = termsOf(words);
  const scored = await Promise.all(
    bestand.live.map(async (live) => {
      const seite = await dienste(site.tenant, live, bestand.heute);
      const terms = termsOf([live.titel, ...(seite?.woerter ?? [])].join(' '));
      return { live, score: wanted.filter((word) => terms.some((term) => fits(word, term))).length };
    }),
  );
  return scored
    .filter(({ score }) => score > 0 && score * 2 >= wanted.length)
    .toSorted((a, b) => b.score - a.score)
    .map(({ live: { dienst, titel, ausgesetztGrund } }) => ({
      id: dienst,
      name: titel,
      art: ausgesetztGrund === null ? 'online' : 'hier',
      href: `/dienste/${dienst}`,
      stelle: null,
    }));
}

function termsOf(text: string): readonly string[] {
  const words = foldGerman(text).split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word.length >= 3))];
}

function fits(word: string, term: string): boolean {
  return term.startsWith(word) || (term.length >= 4 && word.startsWith(term));
}
