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

/** Leistungen that share their Fall in both sights: decided once for a body. */
export interface Fallpaar<L> {
  readonly vorher: Fall;
  readonly nachher: Fall;
  readonly leistungen: L[];
}

/**
 * Every pair of these bodies that two sights answer differently. Both sights are of the same catalogue; a Fall that cannot
 * differ is not decided at all.
 */
export function unterschiede<L extends DutyLeistung, B extends DutyBody>(
  vorher: Sicht<L, B>,
  nachher: Sicht<L, B>,
  bodies: readonly B[],
  mayDiffer: (fall: Fall) => boolean = () => true,
): readonly Unterschied<L, B>[] {
  const paare = fallpaareOf(vorher.duties, nachher.duties);
  const asked = paare.filter((paar) => mayDiffer(paar.vorher) || mayDiffer(paar.nachher));
  return unterschiedeIn(asked, vorher, nachher, bodies);
}

/** The same for Fälle that somebody has paired already. */
export function unterschiedeIn<L extends DutyLeistung, B extends DutyBody>(
  paare: readonly Fallpaar<L>[],
  vorher: Sicht<L, B>,
  nachher: Sicht<L, B>,
  bodies: readonly B[],
): readonly Unterschied<L, B>[] {
  return bodies.flatMap((body) =>
    paare.flatMap((paar) => {
      const a = decide(vorher.duties, paar.vorher, body, vorher.date);
      const b = decide(nachher.duties, paar.nachher, body, nachher.date);
      return sameAnswer(a, b) ? [] : pairsOf(paar.leistungen, body, a, b);
    }),
  );
}

/** The Leistungen by their two Fälle. */
function fallpaareOf<L extends DutyLeistung>(
  vorher: CompiledDuties<L>,
  nachher: CompiledDuties<L>,
): readonly Fallpaar<L>[] {
  const byPair = new Map<number, Fallpaar<L>>();
  vorher.facts.leistungen.forEach((leistung, index) => {
    const [before, after] = [vorher.fallByLeistung[index] ?? 0, nachher.fallByLeistung[index] ?? 0];
    const key = before * nachher.faelle.length + after;
    const known = byPair.get(key);
    const [a, b] = [vorher.faelle[before], nachher.faelle[after]];
    if (known) known.leistungen.push(leistung);
    else if (a && b) byPair.set(key, { vorher: a, nachher: b, leistungen: [leistung] });
  });
  return [...byPair.values()];
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
