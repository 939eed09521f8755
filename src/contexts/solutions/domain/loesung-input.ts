/** A contained Leistung as somebody typed it. */
export interface LeistungInput {
  /** Number, LeiKa key or exact name. */
  readonly leistung: string;
  readonly status: string;
  readonly reifegrad11: string;
  readonly reifegrad20: string;
  readonly kommentar: string;
}

/** What a form, a table, the API or the command line brings, as text; nothing of it is trusted. */
export interface LoesungInput {
  readonly name: string;
  readonly art: string;
  readonly anbieter: string;
  readonly hersteller: string;
  readonly preisText: string;
  /** In euros: `1.200`, `99,90`. */
  readonly preisEinmalig: string;
  readonly preisJaehrlich: string;
  readonly schnittstellen: readonly string[];
  readonly fachverfahren: readonly string[];
  readonly voraussetzungen: string;
  readonly vertrauensniveau: string;
  readonly zahlverfahren: readonly string[];
  readonly portale: readonly string[];
  readonly verfuegbarAb: string;
  readonly endetAm: string;
  readonly status: string;
  readonly efa: Readonly<Record<string, string>>;
  readonly leistungen: readonly LeistungInput[];
  readonly url: string;
  readonly hinweis: string;
  readonly quelle: string;
  readonly quelleUrl: string;
  readonly quelleStand: string;
  readonly evidenz: string;
  /** Own fields by key: what is not named stays, a blank one goes. */
  readonly felder: Readonly<Record<string, string>>;
}

const amount = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?(?:\s*(?:€|EUR|Euro))?$/i;

/** An amount in euros as cents; null where the text is none. Without a binary float on the way. */
export function parseEuro(text: string): number | null {
  const match = amount.exec(text.trim());
  if (!match) return null;
  const euros = Number((match[1] ?? '').replaceAll('.', ''));
  return euros * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Cents as euros: `99,90`; empty where nobody said. */
export function euroText(cents: number | null): string {
  if (cents === null) return '';
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}
