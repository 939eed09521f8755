import { ok, type Quartal, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Bedarf } from '../domain/antwort.ts';
import { type Ergebniszeile, type FreigegebeneAntwort, zaehleAus } from '../domain/auswertung.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import { leistungNotAsked, resultMissing, umfrageUnknown } from '../errors.ts';
import { readFreigegebene, readTeilnahmen } from '../store-abgabe.ts';
import { type Ergebnis, readErgebnis } from '../store-ergebnis.ts';
import { type Gefragte, listUmfragen, readGefragte, readUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { type LeistungOrt, ortMitId } from './leistung-orte.ts';
import type { Fragende } from './people.ts';

/** How many Kommunen are asked about each Leistung. */
export function gefragtJeLeistung(gefragte: readonly Gefragte[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { leistungen } of gefragte)
    for (const id of leistungen) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

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

type Deps = Pick<SurveysDeps, 'db' | 'world'>;

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

/** The need for one Leistung, Kommune by Kommune, as priorities and plans read it. */
export interface BedarfJeLeistung {
  readonly leistungId: string;
  readonly kommunen: readonly {
    readonly kommuneId: string;
    readonly bedarf: Bedarf;
    readonly wunschquartal: Quartal | null;
    readonly fallzahl: number | null;
    readonly spaet: boolean;
  }[];
  readonly geantwortet: number;
  readonly gefragt: number;
}

/** The released need of every Leistung that a survey asks about; of the Kommunen that the transaction may see. */
export async function readBedarf(tx: Tx, umfrageId: string): Promise<readonly BedarfJeLeistung[]> {
  const gefragt = gefragtJeLeistung(await readGefragte(tx, umfrageId));
  const byLeistung = Map.groupBy(await readFreigegebene(tx, umfrageId), ({ leistungId }) => leistungId);
  return [...gefragt].map(([leistungId, wieViele]) => {
    const kommunen = (byLeistung.get(leistungId) ?? []).flatMap(
      ({ tenant, bedarf, wunschquartal, fallzahl, spaet }) =>
        bedarf === null ? [] : [{ kommuneId: tenant, bedarf, wunschquartal, fallzahl, spaet }],
    );
    return { leistungId, kommunen, geantwortet: kommunen.length, gefragt: wieViele };
  });
}

/** The newest survey whose answers are counted and stand, or `null`. */
export async function latestUmfrage(tx: Tx): Promise<Umfrage | null> {
  const all = await listUmfragen(tx);
  return all.find(({ zustand }) => zustand === 'ausgewertet' || zustand === 'veroeffentlicht') ?? null;
}

/** A published result with the names of its Leistungen. */
export interface Veroeffentlichtes extends Omit<Ergebnis, 'zeilen'> {
  readonly umfrage: Umfrage;
  readonly zeilen: readonly Auswertungszeile[];
}

/** The published result of a survey, for its house and for every Kommune that it cares for. */
export async function readVeroeffentlichtes(
  { world }: Pick<Deps, 'world'>,
  read: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>,
  id: string,
): Promise<Result<Veroeffentlichtes>> {
  const { catalogue } = await world();
  return read(async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    if (!umfrage) return refuse(umfrageUnknown);
    const ergebnis = await readErgebnis(tx, id);
    if (!ergebnis) return refuse(resultMissing);
    const zeilen = ergebnis.zeilen.map((zeile) => ({
      ...zeile,
      ort: ortMitId(catalogue, zeile.leistungId),
      fokus: umfrage.umfang.fokus.includes(zeile.leistungId),
    }));
    return ok({ ...ergebnis, umfrage, zeilen });
  });
}
