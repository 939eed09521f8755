import type { Leistung } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { Body } from '#territory';
import { type Befund, befundeOf } from '../domain/befunde.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import {
  type Delegationsinhalt,
  type Delegationsstand,
  delegationsstandOn,
  withDelegationen,
} from '../domain/delegation.ts';
import { decisionsOf } from '../domain/duty-list.ts';
import type { Fall } from '../domain/fall.ts';
import type { Uebertragung } from '../domain/uebertragung.ts';
import { type Unterschied, unterschiede } from '../domain/unterschied.ts';
import type { OpenReasonCode } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** A transfer as the register lists it on a day. */
export interface DelegationRow {
  readonly uebertragung: Uebertragung;
  readonly von: string;
  readonly nach: string;
  readonly gebiet: string;
  readonly aufgaben: string;
  readonly stand: Delegationsstand;
}

/** The whole register as it stands on a day. */
export function delegationRows(world: DutiesWorld, date: LocalDate): readonly DelegationRow[] {
  return world.duties.facts.regelwerk.uebertragungen.map((each) => delegationRow(world, each, date));
}

/** One transfer in words. */
export function delegationRow(
  world: DutiesWorld,
  uebertragung: Uebertragung,
  date: LocalDate,
): DelegationRow {
  const nameOf = bodyNames(world);
  const { von, nach, gebiet, aufgabeIds } = uebertragung;
  return {
    uebertragung,
    von: nameOf(von),
    nach: nach?.name ?? 'nicht belegt',
    gebiet: gebiet === null ? 'ganzes Gebiet' : gebiet.map(nameOf).join(', '),
    aufgaben: aufgabeIds.map((id) => aufgabeName(world, id)).join(', '),
    stand: delegationsstandOn(uebertragung, date),
  };
}

/** What a body is called, by its key. */
export function bodyNames({ duties }: DutiesWorld): (ags: string) => string {
  return (ags) => duties.bodyByAgs.get(ags)?.name ?? ags;
}

/** What a task is called: as the rule says that bears its name, else as its first rule does. */
export function aufgabeName({ duties }: DutiesWorld, id: string): string {
  const regeln = duties.facts.regelwerk.regeln.filter(({ aufgabeId }) => aufgabeId === id);
  return (regeln.find((regel) => regel.id === id) ?? regeln[0])?.aufgabe ?? id;
}

/** The findings about the register that touch a day or whose day is not known, with all others behind. */
export function befundeIn(world: DutiesWorld): readonly Befund[] {
  const { regelwerk, leistungen } = world.duties.facts;
  return befundeOf(regelwerk.uebertragungen, leistungen);
}

/** How many pairs (Leistung, Gemeinde) of the whole Land have exactly one executor on a day, and why others are open. */
export interface Vollstaendigkeit {
  readonly paare: number;
  readonly mitStelle: number;
  readonly nichtEinschlaegig: number;
  readonly offen: number;
  readonly gruende: readonly { readonly code: OpenReasonCode; readonly paare: number }[];
}

/** Counts over all Gemeinden and Leistungen. */
export function vollstaendigkeitOn({ duties }: DutiesWorld, date: LocalDate): Vollstaendigkeit {
  const gemeinden = duties.facts.bodies.filter(({ ags }) => ags.length === 8);
  const weights = duties.faelle.map(() => 0);
  for (const fall of duties.fallByLeistung) weights[fall] = (weights[fall] ?? 0) + 1;
  const byReason = new Map<OpenReasonCode, number>();
  let nichtEinschlaegig = 0;
  for (const body of gemeinden)
    decisionsOf(duties, body, date).forEach(({ open, verdict }, fall) => {
      const weight = weights[fall] ?? 0;
      if (open !== null) byReason.set(open, (byReason.get(open) ?? 0) + weight);
      else if (verdict === 'nicht einschlägig') nichtEinschlaegig += weight;
    });
  const gruende = [...byReason].map(([code, count]) => ({ code, paare: count }));
  const offen = gruende.reduce((sum, { paare }) => sum + paare, 0);
  const paare = gemeinden.length * duties.fallByLeistung.length;
  return {
    paare,
    mitStelle: paare - offen - nichtEinschlaegig,
    nichtEinschlaegig,
    offen,
    gruende: gruende.sort((a, b) => b.paare - a.paare),
  };
}

function tasksOf(uebertragungen: readonly Uebertragung[], inhalt: Delegationsinhalt): readonly string[] {
  if (inhalt.art === 'eintragen') return inhalt.uebertragung.aufgabeIds;
  return uebertragungen.find(({ id }) => id === inhalt.zielId)?.aufgabeIds ?? [];
}

/** Which pairs an entry of the register would answer otherwise on a day. */
export function wirkungOfDelegation(
  { duties }: DutiesWorld,
  inhalt: Delegationsinhalt,
  date: LocalDate,
): readonly Unterschied<Leistung, Body>[] {
  const { regelwerk, bodies } = duties.facts;
  const uebertragungen = withDelegationen(regelwerk.uebertragungen, [{ inhalt }]);
  const after = compileDuties({ ...duties.facts, regelwerk: { ...regelwerk, uebertragungen } });
  const tasks = new Set(tasksOf(regelwerk.uebertragungen, inhalt));
  const isConcerned = ({ kandidaten }: Fall) => kandidaten.some(({ regel }) => tasks.has(regel.aufgabeId));
  return unterschiede({ duties, date }, { duties: after, date }, bodies, isConcerned);
}
