import type { LocalDate } from '#kernel';
import { type Decision, decided, offen } from './decision.ts';
import { endeBy } from './ende.ts';
import type { Fall, Kandidat } from './fall.ts';
import type { Groessenklasse } from './groessenklasse.ts';
import { normlageOn } from './normlage.ts';
import { vollzugOf } from './typisierung.ts';

export type Gueltige = readonly [Kandidat, ...Kandidat[]];

/** What holds on a day for every body of a Land: one answer for all, or rules that tell the classes apart. */
export type Rechtslage =
  | { readonly art: 'entschieden'; readonly decision: Decision }
  | { readonly art: 'nach-klasse'; readonly kandidaten: Gueltige };

/** The part of a decision that does not depend on the body. What has ended nobody owes, whatever the rules say. */
export function rechtslageOn(fall: Fall, land: string, date: LocalDate): Rechtslage {
  const ende = endeBy(fall.ende, date);
  return ende === null
    ? regellageOn(fall, land, date)
    : forAll(decided('nicht einschlägig', ende.evidenz, { ende }));
}

/** What Typisierung and rules say, whether or not the Leistung still exists. */
export function regellageOn(fall: Fall, land: string, date: LocalDate): Rechtslage {
  const vollzug = vollzugOf(fall.typ);
  if (vollzug === 'fehlt') return forAll(offen('typisierung-fehlt'));
  if (vollzug === 'unbekannt') return forAll(offen('typisierung-unbekannt'));
  if (vollzug === 'keine-leistung') return forAll(decided('nicht einschlägig', 'sekundaerquelle'));
  const norm = normlageOn(fall, land, date);
  if (norm.art === 'ausser-kraft')
    return forAll(offen('norm-ausser-kraft', { regeln: [norm.kandidat.regel] }));
  if (norm.art === 'gilt') return underNorm(norm.kandidaten, vollzug === 'bund');
  if (vollzug === 'bund')
    return forAll(decided('Bund', 'sekundaerquelle', { stelle: { name: 'Bund', ags: null } }));
  return norm.art === 'noch-nicht'
    ? forAll(offen('norm-noch-nicht-in-kraft', { regeln: [norm.kandidat.regel] }))
    : forAll(offen('keine-regel'));
}

/** The rule that gives another answer for a class than the first, best one; undefined where all agree. */
export function contradictionFor(kandidaten: Gueltige, klasse: Groessenklasse): Kandidat | undefined {
  return kandidaten.find((each) => contradict(each, kandidaten[0], klasse));
}

function underNorm(kandidaten: Gueltige, bund: boolean): Rechtslage {
  const warned = kandidaten.find((kandidat) => kandidat.vorbehalt !== null);
  if (warned) return forAll(offen('vorbehalt', { regeln: [warned.regel], vorbehalt: warned.vorbehalt }));
  const contradicted = kandidaten.find(({ regel }) => bund && regel.auchTyp1 === null);
  if (contradicted) return forAll(offen('widerspruch-typisierung', { regeln: [contradicted.regel] }));
  return { art: 'nach-klasse', kandidaten };
}

function forAll(decision: Decision): Rechtslage {
  return { art: 'entschieden', decision };
}

function contradict(a: Kandidat, b: Kandidat, klasse: Groessenklasse): boolean {
  const wert = a.regel.verteilung[klasse];
  if (wert !== b.regel.verteilung[klasse]) return true;
  return (wert === 'L' || wert === 'X') && a.regel.stelle !== b.regel.stelle;
}
