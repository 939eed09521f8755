import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { type AbgabeArt, type AbgabeZustand, abgabeUebergaenge } from '../domain/abgabe.ts';
import { annahmeIn, zustandOn } from '../domain/zustand.ts';
import {
  abgabeRefused,
  changedMeanwhile,
  closed,
  invalidUmfrage,
  notAllowed,
  nothingAnswered,
  secondPersonNeeded,
  umfrageUnknown,
} from '../errors.ts';
import { abgabeLabel } from '../messages.ts';
import {
  type Abgabeschritt,
  insertAbgabe,
  readAbgaben,
  readEigeneTeilnahme,
  updateZustand,
} from '../store-abgabe.ts';
import { releaseAntworten } from '../store-freigabe.ts';
import { readUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { type Antwortende, sindAndere } from './people.ts';
import { type Bogen, readBogen } from './read-bogen.ts';
import { takeDefaultsIn, vorbelegte } from './take-defaults.ts';

/** What people do with the answers of their Kommune as a whole. */
export const abgabeWuensche = ['eingereicht', 'freigegeben', 'zurueckgegeben'] as const;
export type AbgabeWunschArt = (typeof abgabeWuensche)[number];

export interface Abgabewunsch {
  readonly art: AbgabeWunschArt;
  /** The number of the last step that the person saw: nobody releases what changed meanwhile. */
  readonly schritt: number;
  readonly grund: string;
}

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'world' | 'kompass' | 'personen' | 'spielraum'>;

/**
 * Presents the answers, releases them or gives them back. Presenting takes along what is filled in and nobody changed; a
 * second person releases, and from then on the IT-Dienstleister sees them, by consent.
 */
export async function abgeben(
  deps: Deps,
  who: Antwortende,
  id: string,
  wunsch: Abgabewunsch,
): Promise<Result<{ readonly zustand: AbgabeZustand }>> {
  if (!(wunsch.art === 'eingereicht' ? who.darfVerteilen : who.darfFreigeben)) return refuse(notAllowed);
  const grund = wunsch.grund.trim();
  if (grund.length > 1000 || (wunsch.art === 'zurueckgegeben' && grund === ''))
    return refuse(invalidUmfrage([{ field: 'grund', message: 'Bitte sagen Sie in einem Satz, warum.' }]));
  const bogen = await readBogen(deps, who, id);
  if (!bogen.ok) return bogen;
  if (wunsch.art === 'eingereicht') {
    const taken = await takeAlong(deps, who, bogen.value, wunsch);
    if (!taken.ok) return taken;
  }
  return deps.db.withTenant(who.kommune.tenant, who.actor, async (tx) => {
    const admitted = await admit(tx, deps, who, id, wunsch);
    if (!admitted.ok) return admitted;
    const { zustand, spaet } = admitted.value;
    const done = await carryOut(tx, deps, who, { id, zustand, spaet, art: wunsch.art });
    if (!done.ok) return done;
    await insertAbgabe(tx, id, { art: wunsch.art, grund: grund === '' ? null : grund, am: deps.clock.now() });
    await recordAudit(tx, {
      action: `surveys.abgabe.${wunsch.art}`,
      object: { type: 'surveys.umfrage', id },
      summary: { spaet, antworten: done.value },
    });
    return ok({ zustand });
  });
}

/** Makes answers of what is filled in, in a transaction of its own: nobody who types now waits for one who presents. */
function takeAlong(
  deps: Deps,
  who: Antwortende,
  bogen: Bogen,
  wunsch: Abgabewunsch,
): Promise<Result<number>> {
  return deps.db.withTenant(who.kommune.tenant, who.actor, async (tx) => {
    const admitted = await admit(tx, deps, who, bogen.umfrage.id, wunsch, false);
    return admitted.ok ? takeDefaultsIn(tx, deps, who, bogen, vorbelegte(bogen), true) : admitted;
  });
}

/** Whether a step may be taken now, and what the answers become by it. */
async function admit(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  who: Antwortende,
  id: string,
  { art, schritt }: Abgabewunsch,
  hold = true,
): Promise<Result<{ readonly zustand: AbgabeZustand; readonly spaet: boolean }>> {
  const umfrage = await readUmfrage(tx, id);
  if (!umfrage) return refuse(umfrageUnknown);
  const annahme = annahmeIn(zustandOn(umfrage, clock.today()));
  if (annahme === 'nicht') return refuse(closed(umfrage.nachfrist ?? umfrage.frist, false));
  const before = (await readEigeneTeilnahme(tx, id, hold))?.zustand ?? 'unbearbeitet';
  const abgaben = await readAbgaben(tx, id);
  const zustand = abgabeUebergaenge[before][art];
  if (zustand === undefined) return refuse(abgabeRefused(abgabeLabel[before]));
  if ((abgaben.at(-1)?.nummer ?? 0) !== schritt) return refuse(changedMeanwhile);
  if (art === 'freigegeben' && !istZweite(abgaben, who.actor)) return refuse(secondPersonNeeded);
  return ok({ zustand, spaet: annahme === 'spaet' });
}

/** Whether an actor had no part in presenting what lies there. */
export function istZweite(
  abgaben: readonly Pick<Abgabeschritt, 'art' | 'gegangenVon'>[],
  actor: string,
): boolean {
  const presented = abgaben.findLast(({ art }) => art === ('eingereicht' satisfies AbgabeArt));
  return presented === undefined || sindAndere(actor, presented.gegangenVon);
}

interface Vorgang {
  readonly id: string;
  readonly zustand: AbgabeZustand;
  readonly spaet: boolean;
  readonly art: AbgabeWunschArt;
}

/** Does what a step does to the answers; gives how many they are. */
async function carryOut(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  { kommune }: Antwortende,
  { id, zustand, spaet, art }: Vorgang,
): Promise<Result<number>> {
  if (art === 'eingereicht') {
    const beantwortet = (await readEigeneTeilnahme(tx, id))?.beantwortet ?? 0;
    if (beantwortet === 0) return refuse(nothingAnswered);
    await updateZustand(tx, id, zustand);
    return ok(beantwortet);
  }
  if (art === 'zurueckgegeben') {
    await updateZustand(tx, id, zustand);
    return ok(0);
  }
  const released = await releaseAntworten(tx, id, kommune.ags, spaet);
  await updateZustand(tx, id, zustand, { am: clock.now(), spaet: released.spaet });
  return ok(released.zahl);
}
