import { type DutiesWorld, type Verdict, verdictOf } from '#duties';
import { type FinderIndex, ketteOf, type SearchLog, search } from '#finder';
import { foldGerman } from '#kernel';
import type { FindServices, PortalReadDeps } from '../deps.ts';
import type { Treffer } from '../domain/treffer.ts';
import { type Bestand, dienstFor, readBestand } from './read-bestand.ts';

const longestWords = 200;
/** Of so many Leistungen that fit the words, the competence is looked at. */
const considered = 60;
const shown = 25;
/** Of each OZG-Leistung so many further Leistungen stand beside the best. */
const mostSisters = 3;

type FinderDeps = Pick<PortalReadDeps, 'db' | 'clock' | 'world' | 'ended' | 'dienste'> & {
  readonly index: () => Promise<FinderIndex>;
  readonly log: Pick<SearchLog, 'note'>;
};

/**
 * Search on a Kommune's site: Onlinedienste whose title or words fit come first, then the Leistungen that the Kommune
 * released or owes itself, then those of other bodies with their name. Ended Leistungen are never found.
 */
export function catalogueFinder(deps: FinderDeps): FindServices {
  return async (given, site) => {
    const words = given.slice(0, longestWords).trim();
    if (words === '') return [];
    const [bestand, world, index] = await Promise.all([readBestand(deps, site), deps.world(), deps.index()]);
    const dienste = await findDienste(deps, bestand, words, site);
    const own = new Set(dienste.map(({ id }) => id));
    const hits = idsFor(index, words, world, site.ags)
      .filter((id) => !bestand.ended.has(id))
      // An Onlinedienst that was found stands for its Leistungen, but for those with a text of their own.
      .filter((id) => {
        const live = dienstFor(world.catalogue, bestand, id);
        return bestand.texte.has(id) || live === null || !own.has(live.dienst);
      })
      .flatMap((id) => trefferOf(world, bestand, id, site.ags) ?? []);
    const here = hits.filter(({ art }) => art !== 'anderswo');
    const elsewhere = hits.filter(({ art }) => art === 'anderswo');
    const found = [...dienste, ...here, ...elsewhere].slice(0, shown);
    deps.log.note(words, found.length === 0 ? 'ohne-treffer' : 'gefunden');
    return found;
  };
}

/** The Leistungen that fit, each followed by its sisters that fit too. */
function idsFor(index: FinderIndex, text: string, world: DutiesWorld, ags: string): readonly string[] {
  const body = world.territory.bodyByAgs.get(ags);
  const kette = body === undefined ? null : ketteOf(body);
  const { treffer } = search(index, { text, kette, limit: considered, offset: 0 });
  return treffer
    .flatMap(({ leistungId, geschwister }) => [leistungId, ...geschwister.slice(0, mostSisters)])
    .slice(0, considered);
}

async function findDienste(
  { dienste }: Pick<FinderDeps, 'dienste'>,
  bestand: Bestand,
  words: string,
  site: Parameters<FindServices>[1],
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
      art: ausgesetztGrund === null ? 'online' : 'text',
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

function trefferOf(world: DutiesWorld, bestand: Bestand, id: string, ags: string): Treffer | null {
  const leistung = world.catalogue.leistungById.get(id);
  const body = world.territory.bodyByAgs.get(ags);
  if (!leistung) return null;
  const found = { id, name: leistung.name, href: `/leistungen/${id}`, stelle: null };
  const live = dienstFor(world.catalogue, bestand, id);
  if (live?.ausgesetztGrund === null) return { ...found, art: 'online' };
  if (live !== null || bestand.texte.has(id)) return { ...found, art: 'text' };
  if (!body) return null;
  const verdict = verdictOf(world.duties, leistung, body, bestand.heute);
  if (verdict.verdict === 'selbst') return { ...found, art: 'hier' };
  const stelle = otherBody(verdict);
  return stelle === null ? null : { ...found, art: 'anderswo', href: null, stelle };
}

/** Who has it instead; null where that is not decided, so that nothing is promised. */
export function otherBody({ verdict, stelle }: Pick<Verdict, 'verdict' | 'stelle'>): string | null {
  const name = stelle && !/^(Land|Bund)$/.test(stelle.name) ? stelle.name : null;
  if (verdict === 'Land') return name ?? 'das Land';
  if (verdict === 'Bund') return name ?? 'eine Behörde des Bundes';
  if (verdict === 'Kreis' || verdict === 'andere Stelle') return name;
  return null;
}
