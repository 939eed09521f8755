import { ok, type Quartal, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Bedarf } from '../domain/antwort.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import { resultMissing, umfrageUnknown } from '../errors.ts';
import { type Ergebnis, readErgebnis } from '../store-ergebnis.ts';
import { readFreigegebene } from '../store-freigabe.ts';
import { readGefragte } from '../store-gefragte.ts';
import { listUmfragen, readUmfrage } from '../store-umfrage.ts';
import { type Auswertungszeile, type Deps, gefragtJeLeistung } from './evaluate.ts';
import { ortMitId } from './leistung-orte.ts';

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
