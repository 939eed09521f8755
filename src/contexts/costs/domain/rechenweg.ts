import { type Rational, ratio } from '#kernel';
import type { Abrechnung, Abschnitt, Gewicht, Topf, Verteiler } from './abrechnung.ts';

/** One step of a payer's bill: `betrag × gewicht / summe = genau`. */
export interface Rechenzeile {
  readonly abschnitt: Abschnitt;
  readonly topf: Topf;
  /** The layer's name as people read it. */
  readonly schicht: string;
  /** The key's name; `null` where the payer bears the layer alone. */
  readonly schluessel: string | null;
  readonly gewicht: Gewicht;
  readonly summe: bigint;
  /** Exact cents. */
  readonly genau: Rational;
}

/** Every step that leads to what a payer is billed; their exact sum is `Zahlung.genau`. */
export function rechenwegOf(abrechnung: Abrechnung, kennung: string): readonly Rechenzeile[] {
  const { plan, abschnitte, toepfe } = abrechnung;
  const payer = plan.zahler.findIndex((each) => each.kennung === kennung);
  const parts = new Map(abschnitte.map((each) => [each.id, each]));
  const own = gewichteOf(abrechnung, payer);
  return toepfe.flatMap((topf): readonly Rechenzeile[] => {
    const [abschnitt, found] = [parts.get(topf.abschnitt), own.get(topf.verteiler)];
    if (abschnitt === undefined || found === undefined) return [];
    const { gewicht, verteiler } = found;
    const share = ratio.rational(gewicht.gewicht, verteiler.summe);
    return [
      {
        abschnitt,
        topf,
        schicht: layerName(abrechnung, topf.schicht),
        schluessel: plan.schluessel.find(({ id }) => id === verteiler.schluessel)?.titel ?? null,
        gewicht,
        summe: verteiler.summe,
        genau: ratio.mul(topf.betrag, share),
      },
    ];
  });
}

function gewichteOf({ verteiler }: Abrechnung, payer: number) {
  const own = new Map<string, { readonly gewicht: Gewicht; readonly verteiler: Verteiler }>();
  for (const each of verteiler) {
    const gewicht = each.gewichte.find(({ zahler }) => zahler === payer);
    if (gewicht !== undefined) own.set(each.id, { gewicht, verteiler: each });
  }
  return own;
}

function layerName({ plan: { finanzierung } }: Abrechnung, id: string): string {
  const all = [...finanzierung.schichten, ...finanzierung.vorab];
  return all.find((each) => each.id === id)?.titel ?? 'Eigener Übertrag';
}
