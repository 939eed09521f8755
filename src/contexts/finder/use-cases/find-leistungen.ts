import { ok, type Result } from '#kernel';
import type { FinderReadDeps } from '../deps.ts';
import type { FacettenWahl, Suchergebnis } from '../domain/search/answer.ts';
import { search } from '../domain/search/search.ts';
import { suggest, type Vorschlag } from '../domain/search/suggest.ts';
import type { OrtInZeile, Ortswahl, Suchort } from '../ports.ts';

/** What somebody typed, and where. */
export interface Frage {
  readonly text: string;
  /** PLZ, name or key of a place; an empty one counts as none. */
  readonly ort?: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly facetten?: FacettenWahl;
}

/** What was found, and for which place. */
export interface Antwort extends Suchergebnis {
  readonly frage: string;
  readonly ort: Suchort | null;
  /** The places that may be meant, where the name among the words belongs to several. */
  readonly orte: readonly Ortswahl[];
}

type Deps = Pick<FinderReadDeps, 'index' | 'ort' | 'signals' | 'log'>;

const shown = 10;
const mostShown = 100;

/**
 * Finds Leistungen for what somebody typed. A place may be given apart or stand among the words; a place that nobody
 * knows is refused with suggestions. What was searched is counted, without the place and without who it was.
 */
export async function findLeistungen(deps: Deps, frage: Frage): Promise<Result<Antwort>> {
  const meant = await placed(deps, frage);
  if (!meant.ok) return meant;
  const { rest, ort, orte } = meant.value;
  const [index, signalOf] = await Promise.all([deps.index(), deps.signals(ort?.kette ?? null)]);
  const found = search(
    index,
    {
      text: rest,
      kette: ort?.kette ?? null,
      limit: Math.min(frage.limit ?? shown, mostShown),
      offset: frage.offset ?? 0,
      ...(frage.facetten === undefined ? {} : { facetten: frage.facetten }),
    },
    signalOf,
  );
  if ((frage.offset ?? 0) === 0) deps.log.note(rest, found.gesamt === 0 ? 'ohne-treffer' : 'gefunden');
  return ok({ ...found, frage: rest, ort, orte });
}

async function placed({ ort }: Pick<Deps, 'ort'>, frage: Frage): Promise<Result<OrtInZeile>> {
  const given = frage.ort?.trim() ?? '';
  if (given !== '') {
    const found = await ort.find(given);
    return found.ok ? ok({ rest: frage.text, ort: found.value, orte: [] }) : found;
  }
  return ok((await ort.inLine(frage.text)) ?? { rest: frage.text, ort: null, orte: [] });
}

/** What somebody may be about to type. */
export async function suggestFor(
  { index }: Pick<FinderReadDeps, 'index'>,
  prefix: string,
  limit = 8,
): Promise<readonly Vorschlag[]> {
  return suggest(await index(), { prefix, kette: null, limit: Math.min(limit, 20) });
}
