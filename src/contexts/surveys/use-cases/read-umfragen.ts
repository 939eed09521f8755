import { ok, type Result, refuse } from '#kernel';
import type { Principal, Tx } from '#platform';
import type { Teilnahme } from '../domain/abgabe.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import { type Zustand, zustandOn } from '../domain/zustand.ts';
import { notAllowed } from '../errors.ts';
import { readEigeneTeilnahmen, readTeilnahmen } from '../store-abgabe.ts';
import { readEigeneFragen, readGefragte } from '../store-gefragte.ts';
import { listUmfragen } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { type Antwortende, antwortendeOf, type Fragende, fragendeOf } from './people.ts';

/** Who looks at surveys: a house that asks, or a Kommune that is asked. */
export type Wer =
  | { readonly art: 'fragt'; readonly fragende: Fragende }
  | { readonly art: 'antwortet'; readonly antwortende: Antwortende };

/** Finds out on which side somebody stands. */
export async function werOf(
  deps: Pick<SurveysDeps, 'ownAnbieter' | 'ownKommune'>,
  principal: Principal | null,
): Promise<Result<Wer>> {
  const fragende = await fragendeOf(deps, principal, 'lesen');
  if (fragende.ok) return ok({ art: 'fragt', fragende: fragende.value });
  const antwortende = await antwortendeOf(deps, principal, 'lesen');
  return antwortende.ok ? ok({ art: 'antwortet', antwortende: antwortende.value }) : refuse(notAllowed);
}

/** A survey in the list of whoever looks. */
export interface Umfragezeile {
  readonly umfrage: Umfrage;
  readonly zustand: Zustand;
  /** For a house: the Kommunen asked and how many of them released. For a Kommune: its Leistungen and how many it answered. */
  readonly gefragt: number;
  readonly fertig: number;
  /** The own part of a Kommune. */
  readonly teilnahme: Teilnahme | null;
}

/** The surveys of a house, or those that ask a Kommune, the newest first. */
export async function readUmfragen(
  deps: Pick<SurveysDeps, 'db' | 'clock'>,
  wer: Wer,
): Promise<readonly Umfragezeile[]> {
  return wer.art === 'fragt' ? ofHouse(deps, wer.fragende) : ofKommune(deps, wer.antwortende);
}

function ofHouse(
  { db, clock }: Pick<SurveysDeps, 'db' | 'clock'>,
  { actor, anbieter }: Fragende,
): Promise<readonly Umfragezeile[]> {
  return db.withCircle(anbieter.tenant, actor, async (tx) => {
    const zeilen: Umfragezeile[] = [];
    for (const umfrage of await listUmfragen(tx)) {
      const teilnahmen = await readTeilnahmen(tx, umfrage.id);
      zeilen.push({
        umfrage,
        zustand: zustandOn(umfrage, clock.today()),
        gefragt: (await readGefragte(tx, umfrage.id)).length,
        fertig: teilnahmen.filter(({ freigegebenAm }) => freigegebenAm !== null).length,
        teilnahme: null,
      });
    }
    return zeilen;
  });
}

function ofKommune(
  { db, clock }: Pick<SurveysDeps, 'db' | 'clock'>,
  { actor, kommune }: Antwortende,
): Promise<readonly Umfragezeile[]> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const fragen = new Map((await readEigeneFragen(tx)).map(({ umfrageId, zahl }) => [umfrageId, zahl]));
    const own = new Map((await readEigeneTeilnahmen(tx)).map((each) => [each.umfrageId, each]));
    return (await listUmfragen(tx)).flatMap((umfrage) => {
      const gefragt = fragen.get(umfrage.id);
      if (gefragt === undefined) return [];
      const teilnahme = own.get(umfrage.id) ?? null;
      const zustand = zustandOn(umfrage, clock.today());
      return [{ umfrage, zustand, gefragt, fertig: teilnahme?.beantwortet ?? 0, teilnahme }];
    });
  });
}

/** Runs a read as whoever looks, with what that one may see. */
export function asReader(
  { db }: Pick<SurveysDeps, 'db'>,
  wer: Wer,
): <T>(fn: (tx: Tx) => Promise<T>) => Promise<T> {
  if (wer.art === 'antwortet') {
    const { kommune, actor } = wer.antwortende;
    return (fn) => db.withTenant(kommune.tenant, actor, fn);
  }
  const { anbieter, actor } = wer.fragende;
  return (fn) => db.withCircle(anbieter.tenant, actor, fn);
}
