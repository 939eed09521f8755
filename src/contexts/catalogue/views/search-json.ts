import { type LocalDate, ok, type Result } from '#kernel';
import type { LeistungId } from '../domain/catalogue.ts';
import { endeOn, type Leistungsenden } from '../domain/ended.ts';
import type { CatalogueIndex } from '../use-cases/catalogue-indexer.ts';
import { searchCatalogue, type Treffer } from '../use-cases/search-catalogue.ts';

/**
 * Port: who is responsible for these Leistungen on a day where a body is asked for. The body is named as people name it; a name
 * that is unknown or ambiguous is refused. `duties` answers, `app` wires.
 */
export type VerdictsFor = (
  body: string,
  leistungen: readonly LeistungId[],
  date: LocalDate,
) => Promise<Result<ReadonlyMap<LeistungId, string>>>;

export interface TrefferJson extends Treffer {
  readonly verdict?: string;
}

/** Searches, and adds the verdict of a body to each Treffer where one is named. */
export async function searchJson(
  index: CatalogueIndex,
  wanted: {
    readonly words: string;
    readonly kommune?: string | undefined;
    readonly limit?: number | undefined;
    /** What has ended by this day is not found. */
    readonly datum: LocalDate;
    readonly enden: Leistungsenden;
  },
  verdictsFor: VerdictsFor | undefined,
): Promise<Result<{ gesamt: number; treffer: TrefferJson[] }>> {
  const { gesamt, treffer } = searchCatalogue(
    index,
    wanted.words,
    wanted.limit,
    (id) => endeOn(wanted.enden, id, wanted.datum) === null,
  );
  if (wanted.kommune === undefined || verdictsFor === undefined) return ok({ gesamt, treffer: [...treffer] });
  const ids = treffer.map(({ id }) => id);
  const verdicts = await verdictsFor(wanted.kommune, ids, wanted.datum);
  if (!verdicts.ok) return verdicts;
  return ok({
    gesamt,
    treffer: treffer.map((one) => {
      const verdict = verdicts.value.get(one.id);
      return verdict === undefined ? one : { ...one, verdict };
    }),
  });
}
