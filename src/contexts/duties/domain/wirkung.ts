import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { fallKey, fallOf } from './fall.ts';
import type { Regel } from './regel.ts';
import { type DutyLeistung, reaches } from './reichweite.ts';
import { type Fallpaar, type Unterschied, unterschiedeIn } from './unterschied.ts';

/** A change of the rule set by one rule: null before, where it is new; null after, where it goes. */
export interface Regelaenderung {
  readonly vorher: Regel | null;
  readonly nachher: Regel | null;
}

/** What a change means for one body: Leistungen that it gains, loses, or sees answered otherwise. */
export interface Betroffen<L extends DutyLeistung, B extends DutyBody> {
  readonly body: B;
  readonly gewinnt: readonly Unterschied<L, B>[];
  readonly verliert: readonly Unterschied<L, B>[];
  readonly sonst: readonly Unterschied<L, B>[];
}

/** Which bodies would gain, lose or change what; only what the changed rule reaches is decided anew. */
export function wirkungOf<L extends DutyLeistung, B extends DutyBody>(
  duties: CompiledDuties<L, B>,
  aenderung: Regelaenderung,
  date: LocalDate,
): readonly Betroffen<L, B>[] {
  const sicht = { duties, date };
  const wechsel = unterschiedeIn(fallpaareOf(duties, aenderung), sicht, sicht, duties.facts.bodies);
  const byBody = Map.groupBy(wechsel.filter(isToldApart), ({ body }) => body);
  return [...byBody].map(([body, each]) => ({
    body,
    gewinnt: each.filter((one) => isOwn(one.nachher) && !isOwn(one.vorher)),
    verliert: each.filter((one) => isOwn(one.vorher) && !isOwn(one.nachher)),
    sonst: each.filter((one) => isOwn(one.vorher) === isOwn(one.nachher)),
  }));
}

/** What stays open for another reason concerns nobody. */
function isToldApart({ vorher, nachher }: Unterschied): boolean {
  return vorher.offen === null || nachher.offen === null;
}

function isOwn({ verdict }: Unterschied['vorher']): boolean {
  return verdict === 'selbst';
}

/** The Leistungen that the rule reaches before or after, by their Fall now and their Fall then. */
function fallpaareOf<L extends DutyLeistung>(
  duties: CompiledDuties<L>,
  { vorher, nachher }: Regelaenderung,
): readonly Fallpaar<L>[] {
  const { regeln, uebertragungen } = duties.facts.regelwerk;
  const regelById = new Map(regeln.map((regel) => [regel.id, regel]));
  const byKey = new Map<string, Fallpaar<L>>();
  duties.facts.leistungen.forEach((leistung, index) => {
    if (![vorher, nachher].some((regel) => regel !== null && reaches(regel.reichweite, leistung))) return;
    const position = duties.fallByLeistung[index] ?? 0;
    const before = duties.faelle[position];
    if (before === undefined) return;
    const ids = before.kandidaten.map(({ regel }) => regel.id).filter((id) => id !== vorher?.id);
    const others = ids.flatMap((id) => regelById.get(id) ?? []);
    const regeln = nachher === null ? others : [...others, nachher];
    const after = fallOf(leistung, regeln, uebertragungen, before.ende);
    const key = `${position} ${fallKey(after)}`;
    const paar = byKey.get(key);
    if (paar) paar.leistungen.push(leistung);
    else byKey.set(key, { vorher: before, nachher: after, leistungen: [leistung] });
  });
  return [...byKey.values()];
}
