import type { LocalDate } from '#kernel';
import { type Phase, phasen } from './phase.ts';
import type { Projektfassung } from './projekt.ts';
import { daysBetween, type Termin } from './verzug.ts';

/** A planned day and since when it was planned so. `null`: the plan was taken back. */
export interface GeplanterTag {
  readonly tag: LocalDate | null;
  readonly stand: LocalDate;
  readonly fassung: number;
}

/** Every planned day that a begin or an end ever had. */
export interface Planverlauf {
  readonly phase: Phase;
  readonly termin: Termin;
  readonly tage: readonly GeplanterTag[];
  /** From the first planned day to the present one; positive is later, `null` where one of them is missing. */
  readonly verschobenUm: number | null;
}

/** The planned days of all phases over the changes of a project, oldest first; those never planned are left out. */
export function planverlaeufe(verlauf: readonly Projektfassung[]): readonly Planverlauf[] {
  return phasen.flatMap((phase) =>
    (['beginn', 'ende'] as const).flatMap((termin) => {
      const tage = tageOf(verlauf, phase, termin);
      return tage.some(({ tag }) => tag !== null) ? [{ phase, termin, tage, verschobenUm: moved(tage) }] : [];
    }),
  );
}

function tageOf(verlauf: readonly Projektfassung[], phase: Phase, termin: Termin): readonly GeplanterTag[] {
  const tage: GeplanterTag[] = [];
  for (const { inhalt, stand, fassung } of verlauf) {
    const { planBeginn, planEnde } = inhalt.phasen[phase];
    const tag = termin === 'beginn' ? planBeginn : planEnde;
    const before = tage.at(-1)?.tag ?? null;
    if (tag !== before) tage.push({ tag, stand, fassung });
  }
  return tage;
}

function moved(tage: readonly GeplanterTag[]): number | null {
  const first = tage[0]?.tag ?? null;
  const last = tage.at(-1)?.tag ?? null;
  return first === null || last === null ? null : daysBetween(first, last);
}
