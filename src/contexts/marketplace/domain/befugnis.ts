import type { LocalDate } from '#kernel';

export const befugnisarten = ['leitung', 'vertretung', 'vollmacht', 'laufende-verwaltung'] as const;
/** Head of the administration, deputy in office, holder of a Vollmacht, or whoever may do business of current administration. */
export type Befugnisart = (typeof befugnisarten)[number];

/** Somebody may bind the Kommune from a day to a day, perhaps up to a value. */
export interface Befugnis {
  readonly id: string;
  readonly name: string;
  /** The member of the organisation who it is; `null` where this person has no access here. */
  readonly mitglied: string | null;
  readonly art: Befugnisart;
  readonly grenzeCent: number | null;
  readonly gueltigVon: LocalDate;
  readonly gueltigBis: LocalDate | null;
  /** What it rests on: Wahl, Bestellung, Hauptsatzung, Zuständigkeitsordnung. */
  readonly grundlage: string;
  /** The paper of a Vollmacht. */
  readonly datei: string | null;
  /** From this day on it no longer holds. */
  readonly widerrufenZum: LocalDate | null;
}

/** What is to be signed. */
export interface Geschaeft {
  readonly tag: LocalDate;
  readonly wertCent: number;
  readonly laufendeVerwaltung: boolean;
}

export type Hindernis =
  | 'keine'
  | 'noch-nicht'
  | 'abgelaufen'
  | 'widerrufen'
  | 'nur-laufend'
  | 'ohne-papier'
  | 'grenze';

export type Pruefung =
  | { readonly darf: true; readonly befugnis: Befugnis }
  | { readonly darf: false; readonly hindernis: Hindernis; readonly befugnis: Befugnis | null };

/** Whether one of these Befugnisse carries the business; otherwise what stands in the way of the one that comes nearest. */
export function pruefeBefugnisse(befugnisse: readonly Befugnis[], geschaeft: Geschaeft): Pruefung {
  const checked = befugnisse.map((befugnis) => ({ befugnis, hindernis: hindernisOf(befugnis, geschaeft) }));
  const good = checked.find(({ hindernis }) => hindernis === null);
  if (good) return { darf: true, befugnis: good.befugnis };
  const [nearest] = checked.toSorted((a, b) => nearness(b.hindernis) - nearness(a.hindernis));
  return { darf: false, hindernis: nearest?.hindernis ?? 'keine', befugnis: nearest?.befugnis ?? null };
}

const order: readonly Hindernis[] = [
  'keine',
  'widerrufen',
  'abgelaufen',
  'noch-nicht',
  'nur-laufend',
  'ohne-papier',
  'grenze',
];

function nearness(hindernis: Hindernis | null): number {
  return hindernis === null ? order.length : order.indexOf(hindernis);
}

/** Why this Befugnis does not carry the business; `null` where it does. */
export function hindernisOf(
  befugnis: Befugnis,
  { tag, wertCent, laufendeVerwaltung }: Geschaeft,
): Hindernis | null {
  const { art, gueltigVon, gueltigBis, widerrufenZum, grenzeCent, datei } = befugnis;
  if (widerrufenZum !== null && widerrufenZum <= tag) return 'widerrufen';
  if (gueltigVon > tag) return 'noch-nicht';
  if (gueltigBis !== null && gueltigBis < tag) return 'abgelaufen';
  if (art === 'laufende-verwaltung' && !laufendeVerwaltung) return 'nur-laufend';
  if (art === 'vollmacht' && datei === null) return 'ohne-papier';
  return grenzeCent !== null && wertCent > grenzeCent ? 'grenze' : null;
}
