import { type Rational, ratio } from '#kernel';
import type { Abrechnung, Hinweis, Zahlung } from './abrechnung.ts';
import { type Json, toJson } from './json.ts';
import type { Kostenplan, Position } from './kostenplan.ts';

/**
 * The machine-readable sheet of a bill, `leitwerk/abrechnung@1`: what it rests on, every step, what each payer is billed. Sums are
 * whole cents and shares are fractions, both as texts, so that nobody's reader rounds them. docs/abrechnung-pruefen.mjs recomputes it.
 */
export interface Abrechnungsblatt {
  readonly format: 'leitwerk/abrechnung@1';
  readonly plan: Json<Kostenplan>;
  readonly schritte: {
    readonly abschnitte: readonly Json<Blattabschnitt>[];
    readonly verteiler: readonly Blattverteiler[];
    readonly toepfe: readonly Blatttopf[];
    readonly gruppen: readonly Blattgruppe[];
  };
  readonly zahlungen: readonly Blattzahlung[];
  readonly summe: Json<Abrechnung['summe']>;
  readonly hinweise: readonly Hinweis[];
}

type Blattabschnitt = Pick<
  Abrechnung['abschnitte'][number],
  'id' | 'position' | 'von' | 'bis' | 'monate' | 'monateGesamt' | 'cent' | 'gruppe' | 'norm'
>;

interface Blattverteiler {
  readonly id: string;
  readonly schluessel: string | null;
  readonly schicht: string;
  readonly von: string;
  readonly bis: string;
  readonly summe: string;
  readonly gewichte: readonly {
    readonly zahler: string;
    readonly wert: string;
    readonly monate: number;
    readonly gewicht: string;
  }[];
}

interface Blatttopf {
  readonly abschnitt: string;
  readonly schicht: string;
  readonly anteil: string;
  readonly betrag: string;
  readonly verteiler: string;
}

interface Blattgruppe {
  readonly id: string;
  readonly titel: string;
  readonly satz: string;
  readonly normen: readonly string[];
  readonly cent: string;
  /** `cent` only with `groesster-rest`. */
  readonly schichten: readonly {
    readonly schicht: string;
    readonly genau: string;
    readonly cent: string | null;
  }[];
}

interface Blattzahlung {
  readonly zahler: string;
  readonly genau: string;
  readonly netto: Readonly<Record<string, string>>;
  readonly steuern: readonly { readonly satz: string; readonly grundlage: string; readonly cent: string }[];
  readonly nettoCent: string;
  readonly steuerCent: string;
  readonly bruttoCent: string;
  readonly aufrundung: string | null;
}

/** Writes a bill as a sheet. */
export function blattOf(abrechnung: Abrechnung): Abrechnungsblatt {
  const { plan, summe, hinweise, gruppen, zahlungen } = abrechnung;
  return {
    format: 'leitwerk/abrechnung@1',
    plan: toJson({ ...plan, positionen: plan.positionen.map(inOrder) }),
    schritte: {
      abschnitte: abrechnung.abschnitte.map(
        ({ id, position, von, bis, monate, monateGesamt, cent, gruppe, norm }) =>
          toJson({ id, position, von, bis, monate, monateGesamt, cent, gruppe, norm }),
      ),
      verteiler: verteilerOf(abrechnung),
      toepfe: abrechnung.toepfe.map(({ anteil, betrag, ...rest }) => ({
        ...rest,
        anteil: ratio.toText(anteil),
        betrag: ratio.toText(betrag),
      })),
      gruppen: gruppen.map(({ id, titel, satz, normen, cent, schichten }) => ({
        ...{ id, titel, normen },
        satz: ratio.toText(satz),
        cent: String(cent),
        schichten: schichten.map((each) => ({
          schicht: each.schicht,
          genau: ratio.toText(each.genau),
          cent: each.cent === null ? null : String(each.cent),
        })),
      })),
    },
    zahlungen: zahlungen.map((each) => zahlungOf(abrechnung, each)),
    summe: toJson(summe),
    hinweise,
  };
}

/** Tax rules in the order in which they begin, so that the last one begun is in force. */
function inOrder(position: Position): Position {
  return { ...position, steuer: position.steuer.toSorted((a, b) => ((a.ab ?? '') < (b.ab ?? '') ? -1 : 1)) };
}

function verteilerOf({ plan, verteiler }: Abrechnung): readonly Blattverteiler[] {
  return verteiler.map(({ gewichte, summe, ...rest }) => ({
    ...rest,
    summe: String(summe),
    gewichte: gewichte.map(({ zahler, wert, monate, gewicht }) => ({
      zahler: plan.zahler[zahler]?.kennung ?? '',
      wert: ratio.toText(wert),
      monate,
      gewicht: String(gewicht),
    })),
  }));
}

function zahlungOf({ gruppen }: Abrechnung, zahlung: Zahlung): Blattzahlung {
  const { kennung, genau, nettoJeGruppe, steuern, netto, steuer, brutto, aufrundung } = zahlung;
  return {
    zahler: kennung,
    genau: lowest(genau),
    netto: Object.fromEntries(gruppen.map(({ id }, at) => [id, String(nettoJeGruppe[at] ?? 0n)])),
    steuern: steuern.map(({ satz, grundlage, cent }) => ({
      satz: ratio.toText(satz),
      grundlage: String(grundlage),
      cent: String(cent),
    })),
    nettoCent: String(netto),
    steuerCent: String(steuer),
    bruttoCent: String(brutto),
    aufrundung: aufrundung === null ? null : lowest(aufrundung),
  };
}

function lowest({ n, d }: Rational): string {
  return ratio.toText(ratio.rational(n, d));
}
