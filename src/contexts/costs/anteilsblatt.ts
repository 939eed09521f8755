import { type Rational, ratio } from '#kernel';
import type { Abrechnung, Gewicht, Topf, Verteiler } from './domain/abrechnung.ts';
import type { Kostenart, Kostenplan, Steuerzuordnung } from './domain/kostenplan.ts';
import { monateBetween } from './domain/monat.ts';
import { percent } from './domain/schluesselwerte.ts';
import { teilnahmeMonate } from './domain/teilnahme.ts';
import { anteilText } from './views/anteil-text.ts';

// What one payer may see of a bill: the sums of all, and every step to its own share. No other payer's name or amount.

/** One step: what a layer bears of a part of a position, and what of it falls to this payer. Texts are exact numbers. */
export interface Anteilsschritt {
  readonly positionId: string;
  readonly position: string;
  readonly kostenart: string;
  readonly von: string;
  readonly bis: string;
  readonly cent: number;
  readonly schicht: string;
  /** The layer's part of the sum. */
  readonly anteil: string;
  /** What the layer bears, in cents. */
  readonly betrag: string;
  /** `null` where this payer bears all. */
  readonly schluessel: string | null;
  readonly wert: string;
  readonly monate: number;
  readonly gewicht: string;
  readonly summe: string;
  /** What falls to this payer, in cents before rounding. */
  readonly genau: string;
}

/** What a position costs this payer in a whole year, net, and how it is taxed: from it a budget goes on. */
export interface Anteilsposten {
  readonly id: string;
  readonly titel: string;
  readonly art: Kostenart;
  readonly cent: number;
  readonly steuer: readonly Steuerzuordnung[];
}

export interface Anteilsblatt {
  readonly titel: string;
  readonly jahr: number;
  readonly von: string;
  readonly bis: string;
  readonly rundung: string;
  readonly finanzierung: string;
  /** Of all payers, in cents. */
  readonly kosten: number;
  readonly zahler: number;
  readonly schritte: readonly Anteilsschritt[];
  readonly posten: readonly Anteilsposten[];
  /** The last day on which it takes part. */
  readonly endet: string | null;
  readonly gruppen: readonly {
    readonly titel: string;
    readonly satz: string;
    readonly normen: readonly string[];
    readonly netto: number;
  }[];
  readonly genau: string;
  readonly netto: number;
  readonly steuern: readonly { readonly satz: string; readonly grundlage: number; readonly cent: number }[];
  readonly steuer: number;
  readonly brutto: number;
  /** What the full euro asks for beyond the exact share, in cents. */
  readonly aufrundung: string | null;
  readonly schluessel: readonly {
    readonly titel: string;
    readonly quelle: string | null;
    readonly stichtag: string | null;
    readonly renormiert: boolean;
  }[];
  readonly hinweise: readonly string[];
}

/** The sheets of payers by their places in the plan: of all of them where none are named. */
export function anteilsblaetter(
  abrechnung: Abrechnung,
  only: readonly number[] = [...abrechnung.plan.zahler.keys()],
): readonly Anteilsblatt[] {
  const wanted = new Set(only);
  const places = new Map(
    abrechnung.verteiler.map((one) => {
      const own = one.gewichte.filter(({ zahler }) => wanted.has(zahler));
      return [one.id, { one, byZahler: new Map(own.map((gewicht) => [gewicht.zahler, gewicht])) }];
    }),
  );
  return only
    .filter((zahler) => zahler in abrechnung.zahlungen)
    .map((zahler) =>
      blattOf(
        abrechnung,
        zahler,
        abrechnung.toepfe.flatMap((topf) => {
          const place = places.get(topf.verteiler);
          const gewicht = place?.byZahler.get(zahler);
          return place && gewicht ? [schrittOf(abrechnung, topf, place.one, gewicht)] : [];
        }),
      ),
    );
}

function schrittOf(
  { plan, abschnitte }: Abrechnung,
  topf: Topf,
  verteiler: Verteiler,
  { wert, monate, gewicht }: Gewicht,
): Anteilsschritt {
  const abschnitt = abschnitte.find(({ id }) => id === topf.abschnitt);
  const schicht = [...plan.finanzierung.schichten, ...plan.finanzierung.vorab].find(
    ({ id }) => id === topf.schicht,
  );
  const genau = ratio.mul(topf.betrag, ratio.rational(gewicht, verteiler.summe));
  return {
    positionId: abschnitt?.position ?? topf.abschnitt,
    position: abschnitt?.titel ?? topf.abschnitt,
    kostenart: abschnitt?.art ?? '',
    von: abschnitt?.von ?? plan.von,
    bis: abschnitt?.bis ?? plan.bis,
    cent: Number(abschnitt?.cent ?? 0n),
    schicht: schicht?.titel ?? 'allein getragen',
    anteil: ratio.toText(topf.anteil),
    betrag: ratio.toText(topf.betrag),
    schluessel: plan.schluessel.find(({ id }) => id === verteiler.schluessel)?.titel ?? null,
    wert: ratio.toText(wert),
    monate,
    gewicht: String(gewicht),
    summe: String(verteiler.summe),
    genau: ratio.toText(genau),
  };
}

function blattOf(abrechnung: Abrechnung, index: number, schritte: readonly Anteilsschritt[]): Anteilsblatt {
  const { plan, gruppen, zahlungen, summe, hinweise } = abrechnung;
  const zahlung = zahlungen[index];
  if (!zahlung) throw new RangeError(`The bill has no payer ${index}.`);
  return {
    titel: plan.titel,
    jahr: plan.jahr,
    von: plan.von,
    bis: plan.bis,
    rundung: plan.rundung,
    finanzierung: plan.finanzierung.titel,
    kosten: Number(summe.kosten),
    zahler: plan.zahler.length,
    schritte,
    posten: postenOf(plan, index, schritte),
    endet: plan.zahler[index]?.bis ?? null,
    gruppen: gruppen.flatMap(({ titel, satz, normen }, at) => {
      const netto = Number(zahlung.nettoJeGruppe[at] ?? 0n);
      return netto === 0 ? [] : [{ titel, satz: satzText(satz), normen, netto }];
    }),
    genau: ratio.toText(zahlung.genau),
    netto: Number(zahlung.netto),
    steuern: zahlung.steuern
      .filter(({ grundlage }) => grundlage !== 0n)
      .map(({ satz, grundlage, cent }) => ({
        satz: satzText(satz),
        grundlage: Number(grundlage),
        cent: Number(cent),
      })),
    steuer: Number(zahlung.steuer),
    brutto: Number(zahlung.brutto),
    aufrundung: zahlung.aufrundung === null ? null : ratio.toText(zahlung.aufrundung),
    schluessel: plan.schluessel.filter(needsWords).map((one) => ({
      titel: one.titel,
      quelle: one.quelle ?? herkunft(one, plan),
      stichtag: one.stichtag ?? null,
      renormiert: one.renormiert ?? false,
    })),
    hinweise: hinweise.map(withoutNames),
  };
}

/** A combination needs no source: it says of which keys it is made. */
function herkunft({ art, teile }: Kostenplan['schluessel'][number], plan: Kostenplan): string | null {
  if (art !== 'kombination') return null;
  const titleOf = (id: string) => plan.schluessel.find((one) => one.id === id)?.titel ?? id;
  return (teile ?? [])
    .map(({ schluessel, gewicht }) => `${anteilText(gewicht)} ${titleOf(schluessel)}`)
    .join(', ');
}

/** By position; who took part in some months only is reckoned up to the whole year. */
function postenOf(
  plan: Kostenplan,
  index: number,
  schritte: readonly Anteilsschritt[],
): readonly Anteilsposten[] {
  const payer = plan.zahler[index];
  const own = payer ? teilnahmeMonate(payer, plan.von, plan.bis, plan) : 0;
  const whole = ratio.rational(BigInt(monateBetween(plan.von, plan.bis)), BigInt(Math.max(1, own)));
  return plan.positionen.flatMap(({ id, titel, art, steuer }) => {
    const steps = schritte.filter(({ positionId }) => positionId === id);
    if (steps.length === 0) return [];
    const genau = ratio.sum(steps.map((step) => ratio.ofDecimal(step.genau)));
    return [{ id, titel, art, cent: Number(ratio.roundHalfAway(ratio.mul(genau, whole))), steuer }];
  });
}

/** Who else takes part for how long is nobody's business here. */
function withoutNames({ code, text }: Abrechnung['hinweise'][number]): string {
  if (code !== 'teiljahr') return text;
  return 'Nicht alle nehmen die ganze Zeit teil. Ein Gewicht zählt nach angefangenen Monaten; den Rest tragen die übrigen mit.';
}

/** Equal parts explain themselves. */
function needsWords({ art }: Kostenplan['schluessel'][number]): boolean {
  return art !== 'gleich';
}

/** `19 %`. */
export function satzText(satz: Rational): string {
  return `${percent(ratio.mul(satz, ratio.rational(100n)))} %`;
}
