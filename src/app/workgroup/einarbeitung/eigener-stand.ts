import { type CompassDeps, type Reader, readerOf, standListe } from '#compass';
import type { PaketWunsch } from '#workgroup';

/** The Stand of the Kommune as the person answers for it; `null` where there is none to see. */
export async function standFuer(compass: CompassDeps, { principal, person }: PaketWunsch) {
  const reader = await readerOf(compass, principal);
  if (!reader.ok) return null;
  const own: Reader = { ...reader.value, mitglied: person };
  const liste = await standListe(compass, own);
  return liste.ok ? liste.value : null;
}
