import type { LocalDate } from '#kernel';
import type { Gewichtung } from './gewichtung.ts';
import type { Beleg } from './kriterium.ts';
import { type Bewertet, type Bewertungswelt, type Rangliste, weltOf } from './rangfolge.ts';

/** A scheme of weights as it was last saved. */
export interface Schemafassung {
  readonly id: string;
  readonly fassung: number;
  readonly titel: string;
  readonly gewichtung: Gewichtung;
  readonly gespeichertAm: Date;
}

/** A decision for a scheme: who, when, why; what it rests on is kept beside it. */
export interface Beschluss {
  readonly nummer: number;
  readonly schemaId: string;
  readonly fassung: number;
  readonly titel: string;
  readonly gewichtung: Gewichtung;
  readonly stichtag: LocalDate;
  readonly gremium: string;
  readonly grund: string;
  readonly sitzungsbeschluss: string | null;
  readonly leistungen: number;
  readonly pruefsumme: string;
  readonly beschlossenAm: Date;
}

/** All that a ranking was computed from. */
export interface Eingaben {
  readonly stichtag: LocalDate;
  readonly leistungen: readonly Bewertet[];
  readonly belege: readonly (readonly Beleg[])[];
}

/** What came out, in the order of the input. */
export interface Ergebnis {
  readonly gesamt: number;
  readonly summen: readonly number[];
  readonly raenge: readonly number[];
}

export function eingabenOf({ stichtag, leistungen, belege }: Bewertungswelt): Eingaben {
  return { stichtag, leistungen, belege };
}

export function ergebnisOf({ gesamt, summen, raenge }: Rangliste): Ergebnis {
  return { gesamt, summen: [...summen], raenge: [...raenge] };
}

/** The world as it was when it was decided. */
export function weltOfEingaben({ stichtag, leistungen, belege }: Eingaben): Bewertungswelt {
  return weltOf(stichtag, leistungen, belege);
}

/** Whether a ranking is, number for number, the one that was kept. */
export function stimmtUeberein(kept: Ergebnis, now: Rangliste): boolean {
  return (
    kept.gesamt === now.gesamt &&
    kept.summen.length === now.summen.length &&
    kept.summen.every((sum, row) => sum === now.summen[row]) &&
    kept.raenge.every((rang, row) => rang === now.raenge[row])
  );
}
