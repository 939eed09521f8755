import { type EvidenceGrade, isValidOn, type LocalDate, type Source, type Validity } from '#kernel';
import { type DutyLeistung, type Reichweite, reaches } from './reichweite.ts';

/** Where a transferred task goes: a body of ours, or one without AGS (a Zweckverband) by its name. */
export interface Uebernehmer {
  readonly name: string;
  readonly ags: string | null;
}

/** A task that one body has given to another (Vereinbarung, law, Heranziehungssatzung). */
export interface Uebertragung extends Validity {
  readonly id: string;
  readonly von: string;
  /** Null: that something was transferred is known, whether this task belongs to it is not. */
  readonly nach: Uebernehmer | null;
  /** The Gemeinden for whose area the transfer holds; null: all that `von` serves. */
  readonly gebiet: readonly string[] | null;
  /** The tasks that are transferred. */
  readonly aufgabeIds: readonly string[];
  /** Narrows the Leistungen of the tasks; null: all of them. */
  readonly reichweite: Reichweite | null;
  readonly norm: string;
  readonly source: Source;
  readonly evidenz: EvidenceGrade;
  readonly erfunden: boolean;
  readonly note: string | null;
}

export function transfersLeistung(uebertragung: Uebertragung, leistung: DutyLeistung): boolean {
  return uebertragung.reichweite === null || reaches(uebertragung.reichweite, leistung);
}

/** One step of a task from body to body. */
export interface Schritt {
  readonly nach: Uebernehmer;
  readonly belege: readonly Uebertragung[];
}

/** How a task travels from the body that the norm names. */
export type Weg =
  | { readonly art: 'ziel'; readonly ziel: Uebernehmer; readonly schritte: readonly Schritt[] }
  | { readonly art: 'ungeklaert' | 'widerspruch' | 'kreislauf'; readonly belege: readonly Uebertragung[] };

export interface Aufgabe {
  readonly aufgabeId: string;
  /** The Gemeinde for whose area the task is done; null for a task of the Kreis itself. */
  readonly gebiet: string | null;
  readonly date: LocalDate;
}

/** Follows the transfers from the body that the norm names; what is unclear or contradicts itself is told. */
export function follow(start: Uebernehmer, uebertragungen: readonly Uebertragung[], aufgabe: Aufgabe): Weg {
  const schritte: Schritt[] = [];
  const besucht = new Set([start.ags]);
  let hier = start;
  for (;;) {
    const belege = knownBefore(
      uebertragungen.filter((each) => each.von === hier.ags && holds(each, aufgabe)),
    );
    const [erste] = belege;
    if (erste === undefined) return { art: 'ziel', ziel: hier, schritte };
    const nach = erste.nach;
    if (belege.some((each) => !sameTarget(each.nach, nach))) return { art: 'widerspruch', belege };
    if (nach === null) return { art: 'ungeklaert', belege };
    if (nach.ags !== null && besucht.has(nach.ags)) return { art: 'kreislauf', belege };
    schritte.push({ nach, belege });
    if (nach.ags === null) return { art: 'ziel', ziel: nach, schritte };
    besucht.add(nach.ags);
    hier = nach;
  }
}

/** A transfer whose target is known clears up one of which only the fact is known. */
function knownBefore(belege: readonly Uebertragung[]): readonly Uebertragung[] {
  const known = belege.filter(({ nach }) => nach !== null);
  return known.length > 0 ? known : belege;
}

function holds(uebertragung: Uebertragung, aufgabe: Aufgabe): boolean {
  if (!uebertragung.aufgabeIds.includes(aufgabe.aufgabeId) || !isValidOn(uebertragung, aufgabe.date))
    return false;
  return (
    uebertragung.gebiet === null || (aufgabe.gebiet !== null && uebertragung.gebiet.includes(aufgabe.gebiet))
  );
}

function sameTarget(a: Uebernehmer | null, b: Uebernehmer | null): boolean {
  return a?.ags === b?.ags && a?.name === b?.name;
}
