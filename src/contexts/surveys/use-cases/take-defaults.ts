import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { abgabeUebergaenge, schrittNachAntwort } from '../domain/abgabe.ts';
import { annahmeIn, zustandOn } from '../domain/zustand.ts';
import { closed } from '../errors.ts';
import { insertAbgabe, noteAntworten, readEigeneTeilnahme } from '../store-abgabe.ts';
import { appendAntworten } from '../store-antwort.ts';
import { readUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Antwortende } from './people.ts';
import { type Bogen, type Bogenzeile, readBogen } from './read-bogen.ts';

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'world' | 'kompass' | 'personen' | 'spielraum'>;

/** Makes answers of what is filled in and nobody changed; of these Leistungen, or of all. Gives how many. */
export async function takeDefaults(
  deps: Deps,
  who: Antwortende,
  id: string,
  leistungen: readonly string[] | null,
): Promise<Result<number>> {
  const bogen = await readBogen(deps, who, id);
  if (!bogen.ok) return bogen;
  const wanted = leistungen && new Set(leistungen);
  const zeilen = vorbelegte(bogen.value).filter(({ ort }) => wanted === null || wanted.has(ort.id));
  return deps.db.withTenant(who.kommune.tenant, who.actor, (tx) =>
    takeDefaultsIn(tx, deps, who, bogen.value, zeilen),
  );
}

/** The lines that the person may answer, that have no answer and of which the need is known. */
export function vorbelegte({ zeilen }: Pick<Bogen, 'zeilen'>): readonly Bogenzeile[] {
  return zeilen.filter(
    ({ antwort, meine, vorbelegung }) => antwort === null && meine && vorbelegung.werte.bedarf !== null,
  );
}

/**
 * The same inside a transaction of the Kommune; a Leistung that somebody answered meanwhile keeps that answer.
 * `still` leaves the step out that answering is otherwise: presenting follows at once.
 */
export async function takeDefaultsIn(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  { kommune }: Antwortende,
  { umfrage, zeilen: all }: Pick<Bogen, 'umfrage' | 'zeilen'>,
  zeilen: readonly Bogenzeile[],
  still = false,
): Promise<Result<number>> {
  if (zeilen.length === 0) return ok(0);
  const current = (await readUmfrage(tx, umfrage.id)) ?? umfrage;
  const annahme = annahmeIn(zustandOn(current, clock.today()));
  if (annahme === 'nicht') return refuse(closed(current.nachfrist ?? current.frist, false));
  const am = clock.now();
  const taken = await appendAntworten(
    tx,
    umfrage.id,
    zeilen.map(({ ort, vorbelegung }) => ({
      ...vorbelegung.werte,
      leistungId: ort.id,
      fassung: 1,
      vorbelegt: true,
      spaet: annahme === 'spaet',
      angegebenAm: am,
    })),
  );
  if (taken.size === 0) return ok(0);
  const before = (await readEigeneTeilnahme(tx, umfrage.id))?.zustand ?? 'unbearbeitet';
  const schritt = schrittNachAntwort(before);
  const zustand = (schritt && abgabeUebergaenge[before][schritt]) ?? before;
  await noteAntworten(tx, umfrage.id, {
    ags: kommune.ags,
    gefragt: all.length,
    neue: taken.size,
    zustand,
    am,
  });
  if (schritt !== null && !still) await insertAbgabe(tx, umfrage.id, { art: schritt, grund: null, am });
  return ok(taken.size);
}
