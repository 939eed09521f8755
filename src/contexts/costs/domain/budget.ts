import { type Cents, ok, type Rational, type Result, ratio, refuse } from '#kernel';
import { apportion } from './apportion.ts';
import type { Dezimal, Kostenplan } from './kostenplan.ts';
import { planFuer } from './plan-fuer.ts';
import { planRefusal } from './refusals.ts';

export const szenarien = ['niedrig', 'erwartet', 'hoch'] as const;
export type Szenario = (typeof szenarien)[number];
export type JeSzenario<T> = Readonly<Record<Szenario, T>>;

/** How prices move, a year; always said to be an assumption where no source is named. */
export interface Preisentwicklung {
  readonly satz: JeSzenario<Dezimal>;
  readonly grundlage: string;
}

/** What is paid once: connecting, an interface of the Fachverfahren, training. */
export interface Einmalig {
  readonly titel: string;
  readonly jahr: number;
  readonly cent: JeSzenario<Cents>;
  readonly grundlage: string;
}

/** Money from others, by a dated programme. */
export interface Foerderung {
  readonly titel: string;
  readonly vonJahr: number;
  readonly bisJahr: number;
  /** Of what the Kommune pays in such a year; never more than that. */
  readonly anteil: Dezimal;
  readonly quelle: string;
}

export interface Budgetwunsch {
  readonly kennung: string;
  readonly abJahr: number;
  readonly jahre: number;
  readonly preise: Preisentwicklung;
  readonly einmalig: readonly Einmalig[];
  readonly foerderungen: readonly Foerderung[];
}

/** One year of a Kommune's budget; gross, in cents. */
export interface Budgetjahr {
  readonly jahr: number;
  readonly laufend: JeSzenario<Cents>;
  readonly einmalig: JeSzenario<Cents>;
  readonly foerderung: JeSzenario<Cents>;
  readonly summe: JeSzenario<Cents>;
}

export interface Budget {
  readonly kennung: string;
  readonly jahre: readonly Budgetjahr[];
  readonly summe: JeSzenario<Cents>;
  /** What it rests on, in words for the Kämmerei. */
  readonly annahmen: readonly string[];
}

/**
 * What a service costs a Kommune over some years: the plan's positions carried on by the price development, apportioned anew for
 * every year with the participation and the tax of that year. Refuses as `apportion`.
 */
export function budgetOf(plan: Kostenplan, wunsch: Budgetwunsch): Result<Budget> {
  const wrong = pruefe(plan, wunsch);
  if (!wrong.ok) return wrong;
  const jahre: Budgetjahr[] = [];
  for (let jahr = wunsch.abJahr; jahr < wunsch.abJahr + wunsch.jahre; jahr += 1) {
    const year = budgetjahrOf(plan, wunsch, jahr);
    if (!year.ok) return year;
    jahre.push(year.value);
  }
  const summe = eachSzenario((which) => jahre.reduce((sum, each) => sum + each.summe[which], 0n));
  return ok({ kennung: wunsch.kennung, jahre, summe, annahmen: annahmenOf(plan, wunsch) });
}

function budgetjahrOf(plan: Kostenplan, wunsch: Budgetwunsch, jahr: number): Result<Budgetjahr> {
  const running: Partial<Record<Szenario, Cents>> = {};
  for (const which of szenarien) {
    const bill = apportion(planFuer(plan, jahr, ratio.ofDecimal(wunsch.preise.satz[which])));
    if (!bill.ok) return bill;
    running[which] = bill.value.zahlungen.find(({ kennung }) => kennung === wunsch.kennung)?.brutto ?? 0n;
  }
  const laufend = eachSzenario((which) => running[which] ?? 0n);
  const once = wunsch.einmalig.filter((each) => each.jahr === jahr);
  const einmalig = eachSzenario((which) => once.reduce((sum, { cent }) => sum + cent[which], 0n));
  const share = anteilIn(wunsch, jahr);
  const foerderung = eachSzenario((which) =>
    ratio.floor(ratio.mul(ratio.rational(laufend[which] + einmalig[which]), share)),
  );
  const summe = eachSzenario((which) => laufend[which] + einmalig[which] - foerderung[which]);
  return ok({ jahr, laufend, einmalig, foerderung, summe });
}

function pruefe(plan: Kostenplan, wunsch: Budgetwunsch): Result<null> {
  if (!plan.zahler.some(({ kennung }) => kennung === wunsch.kennung))
    return refuse(
      planRefusal(
        'COSTS_PAYER_UNKNOWN',
        `„${wunsch.kennung}“ nimmt an diesem Dienst nicht teil. Simulieren Sie zuerst den Beitritt.`,
        'kennung',
      ),
    );
  if (!Number.isInteger(wunsch.jahre) || wunsch.jahre < 1 || wunsch.jahre > 10)
    return refuse(
      planRefusal(
        'COSTS_YEARS_INVALID',
        'Ein Budget reicht über 1 bis 10 Jahre. Ändern Sie die Zahl der Jahre.',
        'jahre',
      ),
    );
  const numbers = [...Object.values(wunsch.preise.satz), ...wunsch.foerderungen.map(({ anteil }) => anteil)];
  const bad = numbers.find((text) => !isShare(text));
  if (bad === undefined) return ok(null);
  return refuse(
    planRefusal(
      'COSTS_RATE_INVALID',
      `„${bad}“ ist kein Anteil zwischen −0,5 und 1. Drei Prozent schreiben Sie 0,03.`,
      'preise',
    ),
  );
}

function isShare(text: string): boolean {
  const value = ratio.parse(text);
  return (
    value.ok && ratio.cmp(value.value, ratio.ofDecimal('-0.5')) >= 0 && ratio.cmp(value.value, ratio.one) <= 0
  );
}

/** Programmes add up, but never beyond what is paid. */
function anteilIn({ foerderungen }: Budgetwunsch, jahr: number): Rational {
  const valid = foerderungen.filter(({ vonJahr, bisJahr }) => vonJahr <= jahr && jahr <= bisJahr);
  const sum = ratio.sum(valid.map(({ anteil }) => ratio.ofDecimal(anteil)));
  if (sum.n < 0n) return ratio.zero;
  return ratio.cmp(sum, ratio.one) > 0 ? ratio.one : sum;
}

function annahmenOf(plan: Kostenplan, { preise, einmalig, foerderungen }: Budgetwunsch): readonly string[] {
  const percent = (text: Dezimal) =>
    `${ratio.toDecimal(ratio.mul(ratio.ofDecimal(text), ratio.rational(100n)), 1).replace('.', ',')} %`;
  return [
    `Annahme: Die Kosten ${plan.jahr} entwickeln sich um ${percent(preise.satz.erwartet)} im Jahr (mindestens ${percent(preise.satz.niedrig)}, höchstens ${percent(preise.satz.hoch)}). Grundlage: ${preise.grundlage}.`,
    'Annahme: Teilnehmende, Schlüsselwerte und Fälle bleiben, wie sie im Kostenplan stehen; Beitritt und Austritt zählen ab ihrem Tag.',
    ...einmalig.map(
      ({ titel, jahr, grundlage }) => `${titel} fällt ${jahr} einmal an. Grundlage: ${grundlage}.`,
    ),
    ...foerderungen.map(
      ({ titel, vonJahr, bisJahr, anteil, quelle }) =>
        `${titel} trägt ${vonJahr} bis ${bisJahr} ${percent(anteil)}. Quelle: ${quelle}.`,
    ),
  ];
}

function eachSzenario(of: (which: Szenario) => Cents): JeSzenario<Cents> {
  return { niedrig: of('niedrig'), erwartet: of('erwartet'), hoch: of('hoch') };
}
