import type { LocalDate } from '#kernel';
import { type Phase, phasen, phaseOn } from './phase.ts';
import type { Projektinhalt } from './projekt.ts';

/** A stretch of days, both included; without `to` it goes on. */
export interface Zeitraum {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** One phase in the timetable: what was planned and what happened. */
export interface Phasenzeile {
  readonly phase: Phase;
  readonly geplant: Zeitraum | null;
  readonly tatsaechlich: Zeitraum | null;
}

/** The phases of a project that have a planned or an actual day, each with its own days. */
export function phasenzeilen(
  projekt: Pick<Projektinhalt, 'phasen' | 'abschluss'>,
  today: LocalDate,
): readonly Phasenzeile[] {
  const now = phaseOn(projekt, today);
  return phasen.flatMap((phase) => {
    const { planBeginn, planEnde, istBeginn, istEnde } = projekt.phasen[phase];
    const planned = planBeginn ?? planEnde;
    const geplant = planned === null ? null : { from: planned, to: planEnde ?? planned };
    // A phase that was planned as one day is done when it began, and one that was left behind does not go on.
    const goesOn = istEnde === null && planEnde !== null && phase === now;
    const began = istBeginn !== null && istBeginn <= today ? istBeginn : null;
    const tatsaechlich = began === null ? null : { from: began, to: goesOn ? null : (istEnde ?? began) };
    return geplant || tatsaechlich ? [{ phase, geplant, tatsaechlich }] : [];
  });
}

/** Whether a line has a day within a window. */
export function liegtIn(
  { geplant, tatsaechlich }: Phasenzeile,
  from: LocalDate,
  to: LocalDate,
  today: LocalDate,
): boolean {
  const within = (stretch: Zeitraum | null) =>
    stretch !== null && stretch.from <= to && (stretch.to ?? today) >= from;
  return within(geplant) || within(tatsaechlich);
}

/** The years in which a project has a day, planned or actual. */
export function jahreOf(projekt: Pick<Projektinhalt, 'phasen' | 'abschluss'>): readonly string[] {
  const days = phasen.flatMap((phase) => {
    const { planBeginn, planEnde, istBeginn, istEnde } = projekt.phasen[phase];
    return [planBeginn, planEnde, istBeginn, istEnde].flatMap((each) => each ?? []);
  });
  if (projekt.abschluss) days.push(projekt.abschluss.am);
  const years = days.map((each) => Number(each.slice(0, 4)));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
