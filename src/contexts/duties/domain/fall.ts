import { evidenceGrades } from '#kernel';
import type { Ende, Enden } from './ende.ts';
import { mitgezogen } from './mitgezogen.ts';
import { type Regel, type Vorbehalt, vorbehaltFor } from './regel.ts';
import { regelIndex } from './regel-index.ts';
import { type DutyLeistung, type FruehererName, type Rang, rang, trefferOf } from './reichweite.ts';
import { transfersLeistung, type Uebertragung } from './uebertragung.ts';

/** A rule that reaches a Leistung, how specially, by which former name if it moved along, and under which reservation. */
export interface Kandidat {
  readonly regel: Regel;
  readonly rang: Rang;
  readonly frueher: FruehererName | null;
  readonly vorbehalt: Vorbehalt | null;
}

/**
 * Everything about a Leistung that its verdict depends on. Leistungen with equal Typisierung, rules and transfers share
 * one Fall, so that a body is decided about a hundred times and not 5,249 times; one that ends is a Fall of its own.
 */
export interface Fall {
  readonly typ: string | null;
  /** The most special first, then the better sourced. */
  readonly kandidaten: readonly Kandidat[];
  readonly uebertragungen: readonly Uebertragung[];
  /** Null where no end of the Leistung is known. */
  readonly ende: Ende | null;
}

/** The Fall of one Leistung. */
export function fallOf(
  leistung: DutyLeistung,
  regeln: readonly Regel[],
  uebertragungen: readonly Uebertragung[],
  ende: Ende | null,
): Fall {
  const kandidaten = regeln
    .map((regel) => kandidatOf(regel, leistung))
    .filter((kandidat) => kandidat.rang !== rang.keine)
    .sort(byRangAndEvidence);
  const ids = new Set(kandidaten.map((kandidat) => kandidat.regel.aufgabeId));
  return {
    typ: leistung.typ,
    kandidaten,
    uebertragungen: uebertragungen.filter(
      (each) => each.aufgabeIds.some((id) => ids.has(id)) && transfersLeistung(each, leistung),
    ),
    ende,
  };
}

function kandidatOf(regel: Regel, leistung: DutyLeistung): Kandidat {
  const { rang, frueher } = trefferOf(regel.reichweite, leistung);
  const named = frueher === null ? regel : mitgezogen(regel, frueher);
  return { regel: named, rang, frueher, vorbehalt: vorbehaltFor(regel, leistung) };
}

/** The same Fall as if some rules did not exist. */
export function withoutRegeln(fall: Fall, ids: readonly string[]): Fall {
  return { ...fall, kandidaten: fall.kandidaten.filter((kandidat) => !ids.includes(kandidat.regel.id)) };
}

function byRangAndEvidence(a: Kandidat, b: Kandidat): number {
  const evidence = evidenceGrades.indexOf(a.regel.evidenz) - evidenceGrades.indexOf(b.regel.evidenz);
  return (
    b.rang - a.rang ||
    Number(isFormer(a)) - Number(isFormer(b)) ||
    evidence ||
    (a.regel.id < b.regel.id ? -1 : 1)
  );
}

/** Whether two decide side by side: equally special, and both by a present name or both by a former one. */
export function sameRang(a: Kandidat, b: Kandidat): boolean {
  return a.rang === b.rang && isFormer(a) === isFormer(b);
}

function isFormer({ frueher }: Kandidat): boolean {
  return frueher !== null;
}

/** The Fälle of a catalogue and, by the position of each Leistung, the position of its Fall. */
export interface Faelle {
  readonly faelle: readonly Fall[];
  readonly fallByLeistung: Uint16Array;
}

/** Sorts the Leistungen into Fälle; independent of body and date, so done once for a rule set. */
export function sortIntoFaelle(
  leistungen: readonly DutyLeistung[],
  regeln: readonly Regel[],
  uebertragungen: readonly Uebertragung[],
  enden: Enden,
): Faelle {
  const regelnFor = regelIndex(regeln);
  const faelle: Fall[] = [];
  const positionByKey = new Map<string, number>();
  const fallByLeistung = new Uint16Array(leistungen.length);
  leistungen.forEach((leistung, index) => {
    const fall = fallOf(leistung, regelnFor(leistung), uebertragungen, enden.get(leistung.id) ?? null);
    const key = fallKey(fall);
    let position = positionByKey.get(key);
    if (position === undefined) {
      position = faelle.push(fall) - 1;
      positionByKey.set(key, position);
    }
    fallByLeistung[index] = position;
  });
  return { faelle, fallByLeistung };
}

/** Equal for Fälle that decide alike. */
export function fallKey(fall: Fall): string {
  const kandidaten = fall.kandidaten.map(
    ({ regel, rang, frueher, vorbehalt }) =>
      `${regel.id}:${rang}:${frueher === null ? '' : `${frueher.art} ${frueher.id} ${frueher.leika}`}:${vorbehalt === null ? '' : regel.vorbehalte.indexOf(vorbehalt)}`,
  );
  const uebertragungen = fall.uebertragungen.map((each) => each.id);
  return JSON.stringify([fall.typ, kandidaten, uebertragungen, fall.ende?.leistungId]);
}
