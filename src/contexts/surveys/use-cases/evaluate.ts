import { ok, type Result, refuse } from '#kernel';
import { type Ergebniszeile, type FreigegebeneAntwort, zaehleAus } from '../domain/auswertung.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import { leistungNotAsked, umfrageUnknown } from '../errors.ts';
import { readTeilnahmen } from '../store-abgabe.ts';
import { readFreigegebene } from '../store-freigabe.ts';
import { type Gefragte, readGefragte } from '../store-gefragte.ts';
import { readUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { type LeistungOrt, ortMitId } from './leistung-orte.ts';
import type { Fragende } from './people.ts';

/** A line of the evaluation with the name of its Leistung. */
export interface Auswertungszeile extends Ergebniszeile {
  readonly ort: LeistungOrt;
  readonly fokus: boolean;
}

export interface Auswertung {
  readonly umfrage: Umfrage;
  readonly kommunen: number;
  readonly beteiligt: number;
  readonly zeilen: readonly Auswertungszeile[];
}

export type Deps = Pick<SurveysDeps, 'db' | 'world'>;

/** What the Kommunen released, counted for each Leistung; consent is applied by what the transaction sees. */
export async function evaluate(
  { db, world }: Deps,
  { actor, anbieter }: Fragende,
  id: string,
): Promise<Result<Auswertung>> {
  const { catalogue } = await world();
  return db.withCircle(anbieter.tenant, actor, async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    if (!umfrage) return refuse(umfrageUnknown);
    const gefragte = await readGefragte(tx, id);
    const antworten = await readFreigegebene(tx, id);
    const teilnahmen = await readTeilnahmen(tx, id);
    return ok({
      umfrage,
      kommunen: gefragte.length,
      beteiligt: teilnahmen.filter(({ freigegebenAm }) => freigegebenAm !== null).length,
      zeilen: zaehleAus(gefragtJeLeistung(gefragte), antworten).map((zeile) => ({
        ...zeile,
        ort: ortMitId(catalogue, zeile.leistungId),
        fokus: umfrage.umfang.fokus.includes(zeile.leistungId),
      })),
    });
  });
}

/** An answer with the name of the Kommune that gave it. */
export interface BenannteAntwort extends FreigegebeneAntwort {
  readonly kommune: string;
}

export interface Leistungsauswertung {
  readonly umfrage: Umfrage;
  readonly ort: LeistungOrt;
  readonly zeile: Ergebniszeile;
  readonly antworten: readonly BenannteAntwort[];
  /** Asked, and nothing released that may be seen. */
  readonly ohneAntwort: readonly string[];
}

/** What each Kommune said of one Leistung. */
export async function evaluateLeistung(
  { db, world }: Deps,
  { actor, anbieter }: Fragende,
  id: string,
  leistungId: string,
): Promise<Result<Leistungsauswertung>> {
  const { catalogue } = await world();
  return db.withCircle(anbieter.tenant, actor, async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    if (!umfrage) return refuse(umfrageUnknown);
    const gefragte = (await readGefragte(tx, id)).filter(({ leistungen }) => leistungen.includes(leistungId));
    if (gefragte.length === 0) return refuse(leistungNotAsked);
    const antworten = await readFreigegebene(tx, id, leistungId);
    const names = new Map(gefragte.map(({ kommune, name }) => [String(kommune), name]));
    const [zeile] = zaehleAus(new Map([[leistungId, gefragte.length]]), antworten);
    if (!zeile) return refuse(leistungNotAsked);
    const said = new Set(antworten.filter(({ bedarf }) => bedarf !== null).map(({ tenant }) => tenant));
    return ok({
      umfrage,
      ort: ortMitId(catalogue, leistungId),
      zeile,
      antworten: antworten.map((each) => ({ ...each, kommune: names.get(each.tenant) ?? each.ags })),
      ohneAntwort: gefragte.filter(({ kommune }) => !said.has(kommune)).map(({ name }) => name),
    });
  });
}

/** An answer with the names of its Kommune and Leistung. */
export interface Einzelantwort extends BenannteAntwort {
  readonly ort: LeistungOrt;
}

/** Every released answer, one by one: the file from which everything else can be counted again. */
export async function einzelantworten(
  { db, world }: Deps,
  { actor, anbieter }: Fragende,
  id: string,
): Promise<Result<{ readonly umfrage: Umfrage; readonly antworten: readonly Einzelantwort[] }>> {
  const { catalogue } = await world();
  return db.withCircle(anbieter.tenant, actor, async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    if (!umfrage) return refuse(umfrageUnknown);
    const names = new Map((await readGefragte(tx, id)).map(({ kommune, name }) => [String(kommune), name]));
    const antworten = (await readFreigegebene(tx, id)).map((each) => ({
      ...each,
      kommune: names.get(each.tenant) ?? each.ags,
      ort: ortMitId(catalogue, each.leistungId),
    }));
    return ok({ umfrage, antworten });
  });
}

/** How many Kommunen are asked about each Leistung. */
export function gefragtJeLeistung(gefragte: readonly Gefragte[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { leistungen } of gefragte)
    for (const id of leistungen) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
