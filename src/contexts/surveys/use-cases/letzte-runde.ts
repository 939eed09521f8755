import type { Tx } from '#platform';
import type { Antwortwerte } from '../domain/antwort.ts';
import { bedarfPunkte, bewegliche, type Spielraum, spielraumOf } from '../domain/kurzfassung.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import { readEigeneTeilnahmen } from '../store-abgabe.ts';
import { type Ergebnis, readErgebnis } from '../store-ergebnis.ts';
import { readEigeneFreigegebene } from '../store-freigabe.ts';
import { listUmfragen } from '../store-umfrage.ts';

/** What a Kommune said in the last round of the same IT-Dienstleister. */
export interface LetzteRunde {
  readonly titel: string | null;
  readonly antworten: ReadonlyMap<string, Antwortwerte & { readonly am: Date }>;
  /**
   * The Leistungen whose answer can move the first places; with others' answers as in the last published result, where
   * nobody hands in better bounds. Without a published result every Leistung may.
   */
  readonly bewegt: (raeume: readonly Spielraum[] | null) => { readonly has: (leistungId: string) => boolean };
}

/** The newest earlier survey to which the transaction's Kommune released answers. */
export async function letzteRunde(tx: Tx, umfrage: Umfrage): Promise<LetzteRunde> {
  const released = new Set(
    (await readEigeneTeilnahmen(tx))
      .filter(({ freigegebenAm }) => freigegebenAm !== null)
      .map(({ umfrageId }) => umfrageId),
  );
  const earlier = (await listUmfragen(tx)).find(
    ({ id, tenant, angelegtAm }) =>
      id !== umfrage.id && tenant === umfrage.tenant && angelegtAm < umfrage.angelegtAm && released.has(id),
  );
  if (!earlier) return { titel: null, antworten: new Map(), bewegt: bewegtOf(null, new Map()) };
  const own = await readEigeneFreigegebene(tx, earlier.id);
  const antworten = new Map(own.map((each) => [each.leistungId, each]));
  const ergebnis = await readErgebnis(tx, earlier.id);
  return { titel: earlier.titel, antworten, bewegt: bewegtOf(ergebnis, antworten) };
}

const everything = { has: () => true };

function bewegtOf(
  ergebnis: Ergebnis | null,
  own: ReadonlyMap<string, Pick<Antwortwerte, 'bedarf'>>,
): LetzteRunde['bewegt'] {
  return (raeume) => {
    if (raeume !== null) return bewegliche(raeume);
    if (ergebnis === null) return everything;
    return bewegliche(
      ergebnis.zeilen.map(({ leistungId, ja, spaeter }) => {
        const bedarf = own.get(leistungId)?.bedarf ?? null;
        const eigene = bedarf === null ? 0 : bedarfPunkte[bedarf];
        return spielraumOf(leistungId, bedarfPunkte.ja * ja + bedarfPunkte.spaeter * spaeter - eigene);
      }),
    );
  };
}
