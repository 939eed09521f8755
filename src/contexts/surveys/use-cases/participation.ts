import { ok, type Result, refuse } from '#kernel';
import type { Teilnahme } from '../domain/abgabe.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import { type Zustand, zustandOn } from '../domain/zustand.ts';
import { umfrageUnknown } from '../errors.ts';
import { readTeilnahmen } from '../store-abgabe.ts';
import { type Erinnerung, readErinnerungen } from '../store-erinnerung.ts';
import { readGefragte } from '../store-gefragte.ts';
import { readSchritte, readUmfrage, type Schritt } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Fragende } from './people.ts';

/** One Kommune in the live view. */
export interface Beteiligungszeile {
  readonly ags: string;
  readonly name: string;
  readonly gefragt: number;
  /** Does not share with this house: nothing is known of it. */
  readonly teilt: boolean;
  readonly teilnahme: Teilnahme | null;
}

/** A survey and how far each Kommune is with it. */
export interface Beteiligung {
  readonly umfrage: Umfrage;
  readonly zustand: Zustand;
  readonly zeilen: readonly Beteiligungszeile[];
  readonly zahlen: Beteiligungszahlen;
  readonly schritte: readonly Schritt[];
  readonly erinnerungen: readonly Erinnerung[];
}

export interface Beteiligungszahlen {
  readonly gefragt: number;
  readonly freigegeben: number;
  readonly eingereicht: number;
  readonly inArbeit: number;
  readonly ohneAnfang: number;
  readonly ohneEinwilligung: number;
  readonly spaet: number;
  readonly quorum: number;
}

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'betreute'>;

/** How far the Kommunen are, as of this moment. */
export async function readBeteiligung(
  { db, clock, betreute }: Deps,
  { actor, anbieter }: Fragende,
  id: string,
): Promise<Result<Beteiligung>> {
  const teilen = new Set(
    (await betreute(anbieter.tenant)).filter(({ teilt }) => teilt).map(({ ags }) => ags),
  );
  return db.withCircle(anbieter.tenant, actor, async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    if (!umfrage || umfrage.tenant !== anbieter.tenant) return refuse(umfrageUnknown);
    const teilnahmen = new Map((await readTeilnahmen(tx, id)).map((each) => [each.ags, each]));
    const zeilen = (await readGefragte(tx, id)).map(({ ags, name, leistungen }) => ({
      ags,
      name,
      gefragt: leistungen.length,
      teilt: teilen.has(ags),
      teilnahme: teilnahmen.get(ags) ?? null,
    }));
    return ok({
      umfrage,
      zustand: zustandOn(umfrage, clock.today()),
      zeilen,
      zahlen: zahlenOf(zeilen, umfrage.quorum),
      schritte: await readSchritte(tx, id),
      erinnerungen: await readErinnerungen(tx, id),
    });
  });
}

/** A Kommune that released once counts as answered, also while it changes something again. */
function zahlenOf(zeilen: readonly Beteiligungszeile[], quorum: number): Beteiligungszahlen {
  const geteilt = zeilen.filter(({ teilt }) => teilt);
  const frei = geteilt.filter(({ teilnahme }) => teilnahme?.freigegebenAm != null);
  const rest = geteilt.filter(({ teilnahme }) => teilnahme?.freigegebenAm == null);
  const inState = (...wanted: readonly string[]) =>
    rest.filter(({ teilnahme }) => wanted.includes(teilnahme?.zustand ?? 'unbearbeitet')).length;
  return {
    gefragt: zeilen.length,
    freigegeben: frei.length,
    eingereicht: inState('eingereicht'),
    inArbeit: inState('in-arbeit'),
    ohneAnfang: inState('unbearbeitet'),
    ohneEinwilligung: zeilen.length - geteilt.length,
    spaet: frei.filter(({ teilnahme }) => teilnahme?.spaet === true).length,
    quorum,
  };
}
