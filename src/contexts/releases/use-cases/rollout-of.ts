import { type Kommune, readAngebote } from '#efa';
import { readLiveOfDienst } from '#efa/fassungen';
import { formatLocalDate } from '#kernel';
import type { Tx } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import { istUnterwegs } from '../domain/zustand.ts';
import { readAusrollungen } from '../store-ausrollung.ts';
import { currentOf } from './take-step.ts';
import { ringOf } from './vorschau.ts';

/** Which Kommune has which version of a service, and what is on its way. */
export async function rolloutOf(tx: Tx, dienst: string) {
  const live = await readLiveOfDienst(tx, dienst);
  const angebote = (await readAngebote(tx, dienst)).filter(({ zurueckgezogen }) => !zurueckgezogen);
  const neueste = angebote.toSorted((a, b) => b.data.version - a.data.version)[0]?.fassung ?? null;
  const current = currentOf(await readAusrollungen(tx, dienst));
  return {
    neueste,
    unterwegs: current && istUnterwegs(current.zustand) ? current.fassung : null,
    kommunen: live.map(({ ags, kommune, fassung }) => ({ ags, kommune, fassung })),
  };
}

/** Why a Kommune cannot take a version by itself; `null` where it may: while it is rolled out, it waits for its ring. */
export async function heldFor(
  { db, clock }: Pick<ReleasesDeps, 'db' | 'clock'>,
  { ags }: Pick<Kommune, 'ags'>,
  dienst: string,
  fassung: string,
): Promise<string | null> {
  const all = await db.withPublic((tx) => readAusrollungen(tx, dienst));
  const current = currentOf(all);
  if (current === null || current.fassung !== fassung || !istUnterwegs(current.zustand)) return null;
  if (current.zustand === 'angehalten')
    return 'Sie ist gerade angehalten. Bitte warten Sie, bis es weitergeht.';
  const ring = current.ringe[ringOf(current.ringe, ags)];
  if (ring === undefined || (ring.ab <= clock.today() && current.zustand === 'laeuft')) return null;
  return `Ihre Kommune ist ab dem ${formatLocalDate(ring.ab)} an der Reihe (${ring.name}). Sie müssen nichts tun.`;
}
