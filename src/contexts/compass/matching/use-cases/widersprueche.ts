import type { Catalogue } from '#catalogue';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Register } from '#solutions';
import { type Widerspruch, widersprueche } from '../../domain/matching/widerspruch.ts';
import type { Stand } from '../../domain/stand.ts';
import type { Kommune } from '../../doors-deps.ts';
import { readPruefungen } from '../../store-pruefung.ts';
import { readStaende } from '../../store-stand.ts';
import { changeStand } from '../../use-cases/change-stand.ts';
import type { Editor, Reader } from '../../use-cases/editor.ts';
import { type OrtLeistung, orteOf, ortOfUnknown } from '../../use-cases/leistung-orte.ts';
import { widerspruchGone } from '../errors.ts';
import type { LiveAngebot, MatchingDeps } from '../matching-deps.ts';
import { loesungOf } from './loesung-of.ts';

/** A contradiction at its Leistung. */
export interface WiderspruchZeile extends Widerspruch {
  readonly ort: OrtLeistung;
  readonly stand: Stand | null;
}

/** Where the statements of a Kommune and what is known otherwise disagree, in the order of the catalogue's names. */
export async function widerspruecheOf(
  deps: MatchingDeps,
  { kommune, actor }: Pick<Reader, 'kommune' | 'actor'>,
): Promise<readonly WiderspruchZeile[]> {
  const heute = deps.clock.today();
  const [stored, { catalogue }, register, live] = await Promise.all([
    deps.db.withTenant(kommune.tenant, actor, async (tx) => ({
      staende: await readStaende(tx),
      pruefungen: await readPruefungen(tx),
    })),
    deps.world(),
    deps.register(),
    liveIn(deps, kommune),
  ]);
  const staende = new Map(stored.staende.map((stand) => [stand.leistungId, stand]));
  const pruefungen = new Map(stored.pruefungen.map((each) => [each.leistungId, each]));
  const liveByLeistung = leistungenOf(catalogue, live);
  const angebot = genanntesAngebot(register, heute);
  const liveIds = new Set(live.map(({ loesungId }) => loesungId));
  const orte = orteOf(catalogue);
  return [...new Set([...staende.keys(), ...liveByLeistung.keys()])]
    .flatMap((id) => {
      const stand = staende.get(id) ?? null;
      const genannt = angebot(stand);
      const befund = {
        stand,
        pruefung: pruefungen.get(id) ?? null,
        live: liveByLeistung.get(id) ?? null,
        genanntesAngebot: genannt,
        genanntesLive: genannt !== null && liveIds.has(genannt),
      };
      const ort = orte.get(id) ?? ortOfUnknown(id, id);
      return widersprueche(befund, heute).map((each) => ({ ...each, ort, stand }));
    })
    .toSorted((a, b) => a.ort.name.localeCompare(b.ort.name, 'de'));
}

/** Which contradiction, how it is mended, and the fassung that the person had before their eyes. */
export interface KorrekturWunsch {
  readonly leistungId: string;
  readonly art: string;
  readonly korrektur: string;
  readonly grundlage: number;
}

/** Mends a contradiction that still stands; whoever changed the cell meanwhile is not overwritten. */
export async function korrigiere(
  deps: MatchingDeps,
  editor: Editor,
  { leistungId, art, korrektur, grundlage }: KorrekturWunsch,
): Promise<Result<Stand>> {
  const found = (await widerspruecheOf(deps, editor)).find(
    (each) => each.ort.id === leistungId && each.art === art,
  );
  const wanted = found?.korrekturen.find(({ key }) => key === korrektur);
  if (wanted === undefined) return refuse(widerspruchGone);
  const changed = await changeStand(deps, editor, { leistungId, grundlage, aenderung: wanted.aenderung });
  return changed.ok ? ok(changed.value) : changed;
}

async function liveIn({ live }: Pick<MatchingDeps, 'live'>, { ags }: Kommune) {
  return (await live()).filter((each) => each.ags === ags);
}

function leistungenOf(catalogue: Catalogue, live: readonly LiveAngebot[]): ReadonlyMap<string, LiveAngebot> {
  const found = new Map<string, LiveAngebot>();
  for (const each of live)
    for (const leika of each.leika) {
      const leistung = catalogue.leistungByLeika.get(leika);
      // One that citizens can use counts before one that is suspended.
      if (leistung && (each.ausgesetztGrund === null || !found.has(leistung.id)))
        found.set(leistung.id, each);
    }
  return found;
}

/** The Onlinedienst offered in this house that a statement names; only of those is known where they are live. */
function genanntesAngebot(register: Register, date: LocalDate): (stand: Stand | null) => string | null {
  return (stand) => {
    if (stand === null || stand.loesungId === null) return null;
    const loesung = loesungOf(register, stand.loesungId, date);
    return loesung?.herkunft === 'angebot' ? loesung.id : null;
  };
}
