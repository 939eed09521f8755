import type { LocalDate } from '#kernel';

/** A step of a yearly price: up to so many inhabitants, `null` for everybody above. */
export interface Preisstufe {
  readonly bisEinwohner: number | null;
  readonly cent: number;
}

/** What a service costs a calendar year: one price, by inhabitants, or a share of the cost that is apportioned. */
export type Jahrespreis =
  | { readonly art: 'fest'; readonly cent: number }
  | { readonly art: 'staffel'; readonly stufen: readonly Preisstufe[] }
  | { readonly art: 'umlage' };

/** The four parts in which practice states a price: calendar year, first period, once, explanations. */
export interface Preisinhalt {
  readonly jaehrlich: Jahrespreis;
  /** What the first period costs where it differs from a calendar year. */
  readonly ersteCent: number | null;
  readonly einmalig: readonly { readonly bezeichnung: string; readonly cent: number }[];
  readonly erlaeuterung: string;
  /** Where the price was published or decided; said to be an assumption where there is no such source. */
  readonly quelle: string;
  readonly annahme: boolean;
}

/** A price sheet as it was stated; later ones never change earlier ones. */
export interface Preisblatt {
  readonly dienst: string;
  readonly nummer: number;
  readonly haus: string;
  readonly gueltigAb: LocalDate;
  readonly inhalt: Preisinhalt;
  readonly angegebenAm: Date;
}

/** The sheet that counts on a day: of those in force by then the one that was stated last for the latest day. */
export function preisblattOn(blaetter: readonly Preisblatt[], day: LocalDate): Preisblatt | null {
  const inForce = blaetter.filter(({ gueltigAb }) => gueltigAb <= day);
  return inForce.toSorted((a, b) => b.gueltigAb.localeCompare(a.gueltigAb) || b.nummer - a.nummer)[0] ?? null;
}

/** What the cost room reckons for one Kommune. */
export interface Schaetzung {
  readonly proJahrCent: number;
  readonly einmaligCent: number;
  readonly erlaeuterung: string;
  readonly href: string | null;
  /** It is what the Kommune was billed: it takes part already. */
  readonly abgerechnet: boolean;
}

export type Preisluecke = 'kein-preisblatt' | 'einwohner-unbekannt' | 'keine-stufe' | 'umlage-offen';

/** What a service costs one Kommune; without `jahrCent` nobody knows, and `luecke` says why. */
export interface Preis {
  readonly jahrCent: number | null;
  readonly ersteCent: number | null;
  readonly einmaligCent: number;
  readonly woher: 'preisblatt' | 'umlage';
  readonly luecke: Preisluecke | null;
}

/** The price for a Kommune with so many inhabitants; a share of apportioned cost comes from the estimate. */
export function preisFuer(
  blatt: Preisinhalt | null,
  einwohner: number | null,
  schaetzung: Schaetzung | null,
): Preis {
  if (blatt === null && schaetzung !== null) return geschaetzt(schaetzung);
  if (blatt === null)
    return {
      jahrCent: null,
      ersteCent: null,
      einmaligCent: 0,
      woher: 'preisblatt',
      luecke: 'kein-preisblatt',
    };
  const { jaehrlich, ersteCent } = blatt;
  const stated = blatt.einmalig.reduce((sum, { cent }) => sum + cent, 0);
  // A sheet that apportions and names nothing once leaves that to the price label.
  const open = jaehrlich.art === 'umlage' && blatt.einmalig.length === 0;
  const einmaligCent = open ? (schaetzung?.einmaligCent ?? 0) : stated;
  const known = (jahrCent: number | null, luecke: Preisluecke | null): Preis => ({
    jahrCent,
    ersteCent: jahrCent === null ? null : (ersteCent ?? jahrCent),
    einmaligCent,
    woher: jaehrlich.art === 'umlage' ? 'umlage' : 'preisblatt',
    luecke: jahrCent === null ? luecke : null,
  });
  if (jaehrlich.art === 'fest') return known(jaehrlich.cent, null);
  if (jaehrlich.art === 'umlage') return known(schaetzung?.proJahrCent ?? null, 'umlage-offen');
  if (einwohner === null) return known(null, 'einwohner-unbekannt');
  return known(stufeFuer(jaehrlich.stufen, einwohner)?.cent ?? null, 'keine-stufe');
}

/** Without a sheet of its own a service costs what the cost room reckons. */
function geschaetzt({ proJahrCent, einmaligCent }: Schaetzung): Preis {
  return { jahrCent: proJahrCent, ersteCent: proJahrCent, einmaligCent, woher: 'umlage', luecke: null };
}

function stufeFuer(stufen: readonly Preisstufe[], einwohner: number): Preisstufe | undefined {
  const upTo = ({ bisEinwohner }: Preisstufe) => bisEinwohner ?? Number.POSITIVE_INFINITY;
  return stufen.toSorted((a, b) => upTo(a) - upTo(b)).find((each) => einwohner <= upTo(each));
}
