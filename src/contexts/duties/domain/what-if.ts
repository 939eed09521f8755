import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import type { Fall } from './fall.ts';
import { type Groessenklasse, gemeindeklassen, type KlasseLookup } from './groessenklasse.ts';
import type { DutyLeistung } from './reichweite.ts';
import { type Unterschied, unterschiede } from './unterschied.ts';

/** A Gemeinde that is supposed to have another status. */
export interface Statusaenderung {
  readonly ags: string;
  readonly klasse: Groessenklasse;
}

/** What a supposed status does to one body. */
export interface Bilanz<B extends DutyBody = DutyBody> {
  readonly body: B;
  /** Pairs (Leistung, Gemeinde) that it does from then on, and those that it does no longer. */
  readonly gewinnt: number;
  readonly verliert: number;
}

/** The pairs that another body does, and the account of every body that gains or loses one. */
export interface WhatIf<L extends DutyLeistung = DutyLeistung, B extends DutyBody = DutyBody> {
  readonly paare: readonly Unterschied<L, B>[];
  readonly bilanzen: readonly Bilanz<B>[];
  /** Pairs that nobody did before or does after: their other side is „offen“ or no authority of ours. */
  readonly ohneGegenseite: number;
}

/** The same facts with a supposed status: everything else stays as it is. */
export function withStatus<L extends DutyLeistung, B extends DutyBody>(
  duties: CompiledDuties<L, B>,
  aenderungen: readonly Statusaenderung[],
): CompiledDuties<L, B> {
  const supposed = new Map(aenderungen.map(({ ags, klasse }) => [ags, klasse]));
  const klasseOn: KlasseLookup = (ags, date) => {
    const fact = duties.facts.klasseOn(ags, date);
    const klasse = supposed.get(ags);
    if (klasse === undefined || (fact !== null && fact.klasse === klasse)) return fact;
    return { klasse, ...annahme };
  };
  return { ...duties, facts: { ...duties.facts, klasseOn } };
}

const annahme = {
  validFrom: null,
  validTo: null,
  source: { title: 'Annahme für den Vergleich', url: null },
  grade: 'einschaetzung',
  note: 'angenommen, kein geltender Status',
} as const;

/** Which pairs (Leistung, Gemeinde) change hands when Gemeinden have another status on a day. */
export function whatIf<L extends DutyLeistung, B extends DutyBody>(
  duties: CompiledDuties<L, B>,
  aenderungen: readonly Statusaenderung[],
  date: LocalDate,
): WhatIf<L, B> {
  const after = withStatus(duties, aenderungen);
  const named = aenderungen.flatMap(({ ags }) => duties.bodyByAgs.get(ags) ?? []);
  const known = named.every(({ ags }) => duties.facts.klasseOn(ags, date) !== null);
  const mayDiffer = known ? tellsGemeindenApart : () => true;
  const paare = unterschiede(
    { duties, date },
    { duties: after, date },
    [...new Set(named)],
    mayDiffer,
  ).filter(changesHands);
  return { paare, bilanzen: bilanzenOf(duties, paare), ohneGegenseite: paare.filter(isOneSided).length };
}

/** Only rules that give the classes of Gemeinden different values can make a status matter. */
function tellsGemeindenApart({ kandidaten }: Fall): boolean {
  return kandidaten.some(
    ({ regel: { verteilung } }) => new Set(gemeindeklassen.map((klasse) => verteilung[klasse])).size > 1,
  );
}

function changesHands({ vorher, nachher }: Unterschied): boolean {
  return handOf(vorher) !== handOf(nachher);
}

function handOf({ stelle, verdict }: Unterschied['vorher']): string {
  return stelle === null ? verdict : (stelle.ags ?? stelle.name);
}

function isOneSided({ vorher, nachher }: Unterschied): boolean {
  return !vorher.stelle?.ags || !nachher.stelle?.ags;
}

/** Every pair once at the body that does it no longer and once at the body that does it from then on. */
function bilanzenOf<L extends DutyLeistung, B extends DutyBody>(
  duties: CompiledDuties<L, B>,
  paare: readonly Unterschied<L, B>[],
): readonly Bilanz<B>[] {
  const counts = new Map<string, { gewinnt: number; verliert: number }>();
  const count = (ags: string | null | undefined, side: 'gewinnt' | 'verliert') => {
    if (!ags) return;
    const sides = counts.get(ags) ?? { gewinnt: 0, verliert: 0 };
    sides[side] += 1;
    counts.set(ags, sides);
  };
  for (const { vorher, nachher } of paare) {
    count(vorher.stelle?.ags, 'verliert');
    count(nachher.stelle?.ags, 'gewinnt');
  }
  return [...counts].flatMap(([ags, sides]) => {
    const body = duties.bodyByAgs.get(ags);
    return body ? [{ body, ...sides }] : [];
  });
}
