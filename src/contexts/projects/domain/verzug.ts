import type { LocalDate } from '#kernel';
import { type Phase, phasen, phaseOn } from './phase.ts';
import type { Projektinhalt } from './projekt.ts';

/** Begin or end of a phase. */
export type Termin = 'beginn' | 'ende';

/** How far a planned day and what happened lie apart, in days; negative where it was earlier. */
export interface Verzug {
  readonly phase: Phase;
  readonly termin: Termin;
  readonly tage: number;
  /** The planned day has passed and nobody has stated that it happened. */
  readonly offen: boolean;
}

const day = 86_400_000;

/** Days from one day to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

/** The slip of one begin or end; `null` where nothing was planned, or nothing is due yet. */
export function verzugOf(
  projekt: Pick<Projektinhalt, 'phasen' | 'abschluss'>,
  phase: Phase,
  termin: Termin,
  today: LocalDate,
): Verzug | null {
  const { planBeginn, planEnde, istBeginn, istEnde } = projekt.phasen[phase];
  const [plan, ist] = termin === 'beginn' ? [planBeginn, istBeginn] : [planEnde, istEnde];
  if (plan === null) return null;
  if (ist !== null && ist <= today) return { phase, termin, tage: daysBetween(plan, ist), offen: false };
  if (plan >= today || isBehind(projekt, phase, today)) return null;
  return { phase, termin, tage: daysBetween(plan, today), offen: true };
}

/** A project that ended, or went on to a later phase, is not waiting for this one any more. */
function isBehind(
  projekt: Pick<Projektinhalt, 'phasen' | 'abschluss'>,
  phase: Phase,
  today: LocalDate,
): boolean {
  const now = phaseOn(projekt, today);
  if (now === 'abgeschlossen' || now === 'abgebrochen') return true;
  const order: readonly string[] = phasen;
  return order.indexOf(now) > order.indexOf(phase);
}

/** The largest slip of a project on a day; `null` where it is on time or nothing was planned. */
export function groessterVerzug(
  projekt: Pick<Projektinhalt, 'phasen' | 'abschluss'>,
  today: LocalDate,
): Verzug | null {
  const all = phasen.flatMap((phase) =>
    (['beginn', 'ende'] as const).flatMap((termin) => verzugOf(projekt, phase, termin, today) ?? []),
  );
  return all.filter(({ tage }) => tage > 0).toSorted((a, b) => b.tage - a.tage)[0] ?? null;
}
