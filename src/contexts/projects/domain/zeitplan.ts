import type { LocalDate } from '#kernel';
import { type Phase, type Phasentermine, phasen, phaseOn } from './phase.ts';
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
    const termine = projekt.phasen[phase];
    const geplant = plannedStretch(termine);
    const tatsaechlich = actualStretch(termine, phase === now, today);
    return geplant || tatsaechlich ? [{ phase, geplant, tatsaechlich }] : [];
  });
}

function plannedStretch({ planBeginn, planEnde }: Phasentermine): Zeitraum | null {
  const from = planBeginn ?? planEnde;
  return from === null ? null : { from, to: planEnde ?? from };
}

/** A phase that was planned as one day is done when it began, and one that was left behind does not go on. */
function actualStretch(
  { planEnde, istBeginn, istEnde }: Phasentermine,
  isNow: boolean,
  today: LocalDate,
): Zeitraum | null {
  if (istBeginn === null || istBeginn > today) return null;
  if (istEnde !== null && istEnde <= today) return { from: istBeginn, to: istEnde };
  return { from: istBeginn, to: isNow && planEnde !== null ? null : istBeginn };
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
