import { type LocalDate, ok, type Result, ratio, refuse } from '#kernel';
import type { Schluessel, Schluesselart } from './kostenplan.ts';
import { declaresHundred, percent, valuesOf } from './schluesselwerte.ts';

/** A table of weights by payer, of a day, with its source. Weights are exact decimals as text. */
export interface SchluesseltabelleInhalt {
  readonly name: string;
  readonly art: Schluesselart;
  /** The year that the weights describe. */
  readonly jahr: number;
  /** The year for which a Königsteiner Schlüssel is applied. */
  readonly angewandtFuer?: number | undefined;
  readonly stand: LocalDate | null;
  readonly quelle: { readonly title: string; readonly url: string | null };
  /** No source was found: pages and bills say *Annahme*. */
  readonly annahme: boolean;
  /** The shares did not sum to 100, and somebody wants them taken in proportion all the same; bills name it. */
  readonly renormiert: boolean;
  readonly gewichte: Readonly<Record<string, string>>;
}

export interface Schluesseltabelle extends SchluesseltabelleInhalt {
  readonly id: string;
  readonly fassung: number;
  readonly angegebenAm: Date;
}

/** The table as a key of a plan: all its weights, or those of some payers. */
export function schluesselFrom(
  tabelle: SchluesseltabelleInhalt & { readonly id: string },
  only: ReadonlySet<string> | null = null,
): Schluessel {
  const { id, name, art, jahr, angewandtFuer, stand, quelle, annahme, renormiert, gewichte } = tabelle;
  // Parts of a hundred are checked as a whole, whoever pays.
  const all = only === null || declaresHundred({ art });
  return {
    id,
    titel: name,
    art,
    werte: all
      ? gewichte
      : Object.fromEntries(Object.entries(gewichte).filter(([kennung]) => only.has(kennung))),
    jahr,
    angewandtFuer,
    stichtag: stand ?? undefined,
    quelle: annahme ? undefined : quelle.title,
    renormiert,
  };
}

/** The sum of a table's weights as people write it: `99,97961`. */
export function summeText({ gewichte }: Pick<SchluesseltabelleInhalt, 'gewichte'>): string {
  return percent(ratio.sum(Object.values(gewichte).map(ratio.ofDecimal)));
}

/** What is wrong with a table as a whole, in words that say what to do; `null` where nothing is. */
export function problemOf(tabelle: SchluesseltabelleInhalt & { readonly id: string }): string | null {
  const weights = Object.values(tabelle.gewichte);
  if (weights.length === 0) return 'Die Tabelle hat keine Zeile mit einem Gewicht.';
  if (weights.every((text) => ratio.ofDecimal(text).n === 0n))
    return 'Alle Gewichte sind null. Nach diesem Schlüssel lässt sich nichts verteilen.';
  const checked = valuesOf(schluesselFrom(tabelle));
  return checked.ok ? null : checked.refusal.message;
}

const thousands = /^\d{1,3}(\.\d{3})+$/;

/**
 * A weight as somebody wrote it, as a decimal with a point; refuses what is no number, negative, or may be read in two
 * ways: `41.234` of a table of whole numbers.
 */
export function gewichtOf(text: string, prozent: boolean): Result<string, string> {
  const typed = text.replace(/[\s%]/g, '');
  const shown = text.slice(0, 40);
  if (!prozent && thousands.test(typed))
    return refuse(`„${shown}“ kann zweierlei heißen. Bitte schreiben Sie Zahlen ohne Tausenderpunkt.`);
  const plain = typed.includes(',') ? typed.replaceAll('.', '') : typed;
  const value = ratio.parse(plain);
  if (!value.ok || plain.includes('/')) return refuse(`„${shown}“ ist keine Zahl.`);
  if (value.value.n < 0n) return refuse(`„${shown}“ ist negativ. Ein Gewicht ist null oder größer.`);
  return ok(plain.replace(',', '.'));
}
