import { type Cents, type Rational, rateOf, ratio } from '#kernel';

/** How EN 16931 names a way of taxing: taxed, exempt, outside the scope of VAT. */
export type Steuerkategorie = 'S' | 'E' | 'O';

/** What of a share is taxed alike, as its sheet says it. */
export interface Anteilsgruppe {
  readonly titel: string;
  readonly satz: string;
  readonly normen: readonly string[];
  readonly netto: number;
}

export interface Teilzeile {
  readonly titel: string;
  readonly kategorie: Steuerkategorie;
  /** In percent; 0 where no tax is due. */
  readonly satz: Rational;
  readonly netto: Cents;
}

/** All lines of a part that are taxed alike. */
export interface Teilsteuer {
  readonly kategorie: Steuerkategorie;
  readonly satz: Rational;
  readonly grundlage: Cents;
  readonly cent: Cents;
  /** Why no tax is due; empty where it is. */
  readonly grund: string;
}

/** One electronic bill of a share. */
export interface Rechnungsteil {
  /** From 1. */
  readonly nummer: number;
  readonly von: number;
  readonly nichtSteuerbar: boolean;
  readonly zeilen: readonly Teilzeile[];
  readonly steuern: readonly Teilsteuer[];
  readonly netto: Cents;
  readonly steuer: Cents;
  readonly brutto: Cents;
}

const hundred = ratio.rational(100n);

/**
 * The electronic bills of a share. What is outside the scope of VAT may stand with nothing else in one invoice (EN 16931,
 * BR-O-11 to BR-O-14), so a share that has both is two bills; together they are the share, to the cent.
 */
export function rechnungsteile(
  gruppen: readonly Anteilsgruppe[],
  kategorieOf: (titel: string) => Steuerkategorie,
): readonly Rechnungsteil[] {
  const zeilen = gruppen.map(({ titel, satz, normen, netto }) => ({
    ...{ titel, normen, kategorie: kategorieOf(titel), netto: BigInt(netto) },
    satz: ratio.ofDecimal(satz.replace('%', '').trim().replace(',', '.')),
  }));
  const parts = [
    zeilen.filter(({ kategorie }) => kategorie !== 'O'),
    zeilen.filter(({ kategorie }) => kategorie === 'O'),
  ].filter((part) => part.length > 0);
  return parts.map((part, index) => teilOf(part, index + 1, parts.length));
}

type Zeile = Teilzeile & { readonly normen: readonly string[] };

function teilOf(zeilen: readonly Zeile[], nummer: number, von: number): Rechnungsteil {
  const byTax = Map.groupBy(zeilen, ({ kategorie, satz }) => `${kategorie}|${ratio.toText(satz)}`);
  const steuern = [...byTax.values()].map(steuerOf);
  const netto = sum(zeilen.map((zeile) => zeile.netto));
  const steuer = sum(steuern.map(({ cent }) => cent));
  const nichtSteuerbar = zeilen.every(({ kategorie }) => kategorie === 'O');
  return { nummer, von, nichtSteuerbar, zeilen, steuern, netto, steuer, brutto: netto + steuer };
}

function steuerOf(zeilen: readonly Zeile[]): Teilsteuer {
  const { kategorie = 'S', satz = ratio.rational(0n) } = zeilen[0] ?? {};
  const grundlage = sum(zeilen.map(({ netto }) => netto));
  const normen = [...new Set(zeilen.flatMap((zeile) => zeile.normen))].join(', ');
  return {
    ...{ kategorie, satz, grundlage },
    cent: kategorie === 'S' ? rateOf(grundlage, ratio.div(satz, hundred)) : 0n,
    grund: kategorie === 'S' ? '' : `${kategorie === 'E' ? 'Steuerfrei' : 'Nicht steuerbar'}: ${normen}`,
  };
}

function sum(all: readonly Cents[]): Cents {
  return all.reduce((total, each) => total + each, 0n);
}
