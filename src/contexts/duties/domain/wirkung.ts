import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { type Fall, fallKey, fallOf } from './fall.ts';
import type { Regel } from './regel.ts';
import { type DutyLeistung, reaches } from './reichweite.ts';
import type { Stelle, VerdictWord } from './verdict.ts';

/** A change of the rule set by one rule: null before, where it is new; null after, where it goes. */
export interface Regelaenderung {
  readonly vorher: Regel | null;
  readonly nachher: Regel | null;
}

/** A verdict that would be another one. */
export interface Wechsel<L extends DutyLeistung> {
  readonly leistung: L;
  readonly vorher: VerdictWord;
  readonly nachher: VerdictWord;
  readonly stelleVorher: Stelle | null;
  readonly stelleNachher: Stelle | null;
}

/** What a change means for one body: Leistungen that it gains, loses, or sees answered otherwise. */
export interface Betroffen<L extends DutyLeistung, B extends DutyBody> {
  readonly body: B;
  readonly gewinnt: readonly Wechsel<L>[];
  readonly verliert: readonly Wechsel<L>[];
  readonly sonst: readonly Wechsel<L>[];
}

/** Leistungen with the same Fall before and the same Fall after: decided once for a body. */
interface Gruppe<L> {
  readonly vorher: Fall;
  readonly nachher: Fall;
  readonly leistungen: L[];
}

/** Which bodies would gain, lose or change what; only what the changed rule reaches is decided anew. */
export function wirkungOf<L extends DutyLeistung, B extends DutyBody>(
  duties: CompiledDuties<L, B>,
  aenderung: Regelaenderung,
  date: LocalDate,
): readonly Betroffen<L, B>[] {
  const gruppen = gruppenOf(duties, aenderung);
  return duties.facts.bodies.flatMap((body) => {
    const wechsel = gruppen.flatMap((gruppe) => wechselOf(duties, gruppe, body, date));
    if (wechsel.length === 0) return [];
    const gewinnt = wechsel.filter(({ nachher, vorher }) => nachher === 'selbst' && vorher !== 'selbst');
    const verliert = wechsel.filter(({ nachher, vorher }) => vorher === 'selbst' && nachher !== 'selbst');
    const sonst = wechsel.filter((each) => !gewinnt.includes(each) && !verliert.includes(each));
    return [{ body, gewinnt, verliert, sonst }];
  });
}

function gruppenOf<L extends DutyLeistung>(
  duties: CompiledDuties<L>,
  { vorher, nachher }: Regelaenderung,
): readonly Gruppe<L>[] {
  const byKey = new Map<string, Gruppe<L>>();
  duties.facts.leistungen.forEach((leistung, index) => {
    if (![vorher, nachher].some((regel) => regel !== null && reaches(regel.reichweite, leistung))) return;
    const position = duties.fallByLeistung[index] ?? 0;
    const before = duties.faelle[position];
    if (before === undefined) return;
    const others = before.kandidaten.map(({ regel }) => regel).filter(({ id }) => id !== vorher?.id);
    const regeln = nachher === null ? others : [...others, nachher];
    const after = fallOf(leistung, regeln, duties.facts.regelwerk.uebertragungen, before.ende);
    const key = `${position} ${fallKey(after)}`;
    const gruppe = byKey.get(key);
    if (gruppe) gruppe.leistungen.push(leistung);
    else byKey.set(key, { vorher: before, nachher: after, leistungen: [leistung] });
  });
  return [...byKey.values()];
}

function wechselOf<L extends DutyLeistung>(
  duties: CompiledDuties<L>,
  { vorher, nachher, leistungen }: Gruppe<L>,
  body: DutyBody,
  date: LocalDate,
): readonly Wechsel<L>[] {
  const before = decide(duties, vorher, body, date);
  const after = decide(duties, nachher, body, date);
  if (sameAnswer(before, after)) return [];
  return leistungen.map((leistung) => ({
    leistung,
    vorher: before.verdict,
    nachher: after.verdict,
    stelleVorher: before.stelle,
    stelleNachher: after.stelle,
  }));
}

function sameAnswer(a: Decision, b: Decision): boolean {
  return a.verdict === b.verdict && a.stelle?.name === b.stelle?.name && a.stelle?.ags === b.stelle?.ags;
}
