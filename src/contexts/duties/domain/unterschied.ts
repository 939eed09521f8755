import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Fall } from './fall.ts';
import type { DutyLeistung } from './reichweite.ts';
import type { OpenReasonCode, Stelle, VerdictWord } from './verdict.ts';

/** The law as it is seen on a day: facts (perhaps supposed ones) and the day. */
export interface Sicht<L extends DutyLeistung = DutyLeistung, B extends DutyBody = DutyBody> {
  readonly duties: CompiledDuties<L, B>;
  readonly date: LocalDate;
}

/** Who acts in one sight: the authority, or nobody and why. */
export interface Antwort {
  readonly verdict: VerdictWord;
  readonly stelle: Stelle | null;
  readonly offen: OpenReasonCode | null;
}

/** What makes two answers differ, as far as the facts behind them tell. */
export const anlaesse = ['Ende', 'Größenklasse', 'Norm', 'Bestimmung', 'Übertragung', 'Gemeinden'] as const;

export type Anlass = (typeof anlaesse)[number];

/** A pair (Leistung, body) with two different answers. */
export interface Unterschied<L extends DutyLeistung = DutyLeistung, B extends DutyBody = DutyBody> {
  readonly leistung: L;
  readonly body: B;
  readonly vorher: Antwort;
  readonly nachher: Antwort;
  readonly anlass: Anlass | null;
  /** The task and its norm, as the later answer names them, else the earlier. */
  readonly aufgabe: string | null;
  readonly norm: string | null;
}

/**
 * Every pair of these bodies that two sights answer differently. Both sights are of the same catalogue; Leistungen that
 * share their Fall in both are decided once; a Fall that cannot differ is not decided at all.
 */
export function unterschiede<L extends DutyLeistung, B extends DutyBody>(
  vorher: Sicht<L, B>,
  nachher: Sicht<L, B>,
  bodies: readonly B[],
  mayDiffer: (fall: Fall) => boolean = () => true,
): readonly Unterschied<L, B>[] {
  const gruppen = gruppenOf(vorher.duties, nachher.duties).filter(({ before, after }) =>
    [vorher.duties.faelle[before], nachher.duties.faelle[after]].some((fall) => fall && mayDiffer(fall)),
  );
  return bodies.flatMap((body) =>
    gruppen.flatMap(({ before, after, leistungen }) => {
      const [a, b] = [decisionOf(vorher, before, body), decisionOf(nachher, after, body)];
      return a === null || b === null || sameAnswer(a, b) ? [] : pairsOf(leistungen, body, a, b);
    }),
  );
}

interface Gruppe<L> {
  readonly before: number;
  readonly after: number;
  readonly leistungen: L[];
}

/** The Leistungen by their two Fälle. */
function gruppenOf<L extends DutyLeistung>(
  vorher: CompiledDuties<L>,
  nachher: CompiledDuties<L>,
): readonly Gruppe<L>[] {
  const byPair = new Map<number, Gruppe<L>>();
  vorher.facts.leistungen.forEach((leistung, index) => {
    const before = vorher.fallByLeistung[index] ?? 0;
    const after = nachher.fallByLeistung[index] ?? 0;
    const key = before * nachher.faelle.length + after;
    const gruppe = byPair.get(key);
    if (gruppe) gruppe.leistungen.push(leistung);
    else byPair.set(key, { before, after, leistungen: [leistung] });
  });
  return [...byPair.values()];
}

function decisionOf({ duties, date }: Sicht, position: number, body: DutyBody): Decision | null {
  const fall = duties.faelle[position];
  return fall === undefined ? null : decide(duties, fall, body, date);
}

/** Equal for the reader: the same word, the same authority, and where nothing is decided the same reason. */
function sameAnswer(a: Decision, b: Decision): boolean {
  return (
    a.verdict === b.verdict &&
    a.open === b.open &&
    a.stelle?.name === b.stelle?.name &&
    a.stelle?.ags === b.stelle?.ags
  );
}

function pairsOf<L extends DutyLeistung, B extends DutyBody>(
  leistungen: readonly L[],
  body: B,
  a: Decision,
  b: Decision,
): readonly Unterschied<L, B>[] {
  const [regel] = b.regeln.length > 0 ? b.regeln : a.regeln;
  const shared = {
    body,
    vorher: antwortOf(a),
    nachher: antwortOf(b),
    anlass: anlassOf(a, b),
    aufgabe: regel?.aufgabe ?? null,
    norm: regel?.norm ?? null,
  };
  return leistungen.map((leistung) => ({ leistung, ...shared }));
}

function antwortOf({ verdict, stelle, open }: Decision): Antwort {
  return { verdict, stelle, offen: open };
}

/** The first fact of the chain, the end before all and then from the norm on, that is another one. */
function anlassOf(a: Decision, b: Decision): Anlass | null {
  if (a.ende?.leistungId !== b.ende?.leistungId) return 'Ende';
  if (a.klasse !== null && b.klasse !== null && a.klasse.klasse !== b.klasse.klasse) return 'Größenklasse';
  if (a.open !== b.open && [a.open, b.open].some((code) => code?.startsWith('norm-'))) return 'Norm';
  if (idsOf(a.regeln) !== idsOf(b.regeln)) return 'Norm';
  if (idsOf(a.bestimmungen) !== idsOf(b.bestimmungen)) return 'Bestimmung';
  if (transfersOf(a) !== transfersOf(b)) return 'Übertragung';
  return a.gemeinden !== null || b.gemeinden !== null ? 'Gemeinden' : null;
}

function transfersOf({ schritte, strittig }: Decision): string {
  return idsOf([...schritte.flatMap(({ belege }) => belege), ...strittig]);
}

function idsOf(facts: readonly { readonly id: string }[]): string {
  return facts.map(({ id }) => id).join(' ');
}
