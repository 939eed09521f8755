import type { Bestimmung } from './bestimmung.ts';
import type { Enden } from './ende.ts';
import { type Fall, fallOf, sortIntoFaelle } from './fall.ts';
import type { KlasseLookup } from './groessenklasse.ts';
import type { Regel } from './regel.ts';
import type { DutyLeistung } from './reichweite.ts';
import type { Uebertragung } from './uebertragung.ts';

/** What the rules need to know of a body. */
export interface DutyBody {
  /** 8 digits for a Gemeinde, 5 for a Kreis or a Städteregion. */
  readonly ags: string;
  readonly name: string;
  readonly art: string;
  readonly kreisAgs: string | null;
}

/** The rule set: rules, transfers and Bestimmungen. */
export interface Regelwerk {
  readonly regeln: readonly Regel[];
  readonly uebertragungen: readonly Uebertragung[];
  readonly bestimmungen: readonly Bestimmung[];
}

/** All facts that verdicts are made from. */
export interface DutyFacts<L extends DutyLeistung = DutyLeistung, B extends DutyBody = DutyBody> {
  readonly regelwerk: Regelwerk;
  readonly leistungen: readonly L[];
  readonly enden: Enden;
  readonly bodies: readonly B[];
  readonly klasseOn: KlasseLookup;
}

/** The facts with the indexes that make verdicts fast; immutable, independent of body and date. */
export interface CompiledDuties<L extends DutyLeistung = DutyLeistung, B extends DutyBody = DutyBody> {
  readonly facts: DutyFacts<L, B>;
  readonly faelle: readonly Fall[];
  readonly fallByLeistung: Uint16Array;
  readonly positionById: ReadonlyMap<string, number>;
  readonly bodyByAgs: ReadonlyMap<string, B>;
  readonly gemeindenByKreis: ReadonlyMap<string, readonly B[]>;
  readonly bestimmungenByKey: ReadonlyMap<string, readonly Bestimmung[]>;
}

export function compileDuties<L extends DutyLeistung, B extends DutyBody>(
  facts: DutyFacts<L, B>,
): CompiledDuties<L, B> {
  const { regeln, uebertragungen, bestimmungen } = facts.regelwerk;
  return {
    facts,
    ...sortIntoFaelle(facts.leistungen, regeln, uebertragungen, facts.enden),
    positionById: new Map(facts.leistungen.map((leistung, position) => [leistung.id, position])),
    bodyByAgs: new Map(facts.bodies.map((body) => [body.ags, body])),
    gemeindenByKreis: groupBy(
      facts.bodies.filter((body) => body.kreisAgs !== null),
      (body) => body.kreisAgs ?? '',
    ),
    bestimmungenByKey: groupBy(bestimmungen, (each) => bestimmungKey(each.ags, each.aufgabeId)),
  };
}

/** The Fall of a Leistung, also of one that the catalogue does not hold. */
export function fallFor(duties: CompiledDuties, leistung: DutyLeistung): Fall {
  const position = duties.positionById.get(leistung.id);
  const known = position === undefined ? undefined : duties.facts.leistungen[position];
  const fall = known === leistung ? duties.faelle[duties.fallByLeistung[position ?? 0] ?? 0] : undefined;
  const { regelwerk, enden } = duties.facts;
  return fall ?? fallOf(leistung, regelwerk.regeln, regelwerk.uebertragungen, enden.get(leistung.id) ?? null);
}

export function bestimmungenFor(
  duties: CompiledDuties,
  ags: string,
  aufgabeId: string,
): readonly Bestimmung[] {
  return duties.bestimmungenByKey.get(bestimmungKey(ags, aufgabeId)) ?? [];
}

function bestimmungKey(ags: string, aufgabeId: string): string {
  return `${ags} ${aufgabeId}`;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
