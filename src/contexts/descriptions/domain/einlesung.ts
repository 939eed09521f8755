/** Where a reading of a feed stands. */
export const einlesungZustaende = [
  'liest',
  'geprueft',
  'aktiv',
  'abgeloest',
  'abgelehnt',
  'verworfen',
] as const;
export type EinlesungZustand = (typeof einlesungZustaende)[number];
export type EinlesungAktion = 'pruefen' | 'ablehnen' | 'verwerfen' | 'uebernehmen' | 'abloesen';

/** What may follow what. Only what was read to its end can become active. */
export const einlesungTransitions: Readonly<
  Record<EinlesungZustand, Readonly<Partial<Record<EinlesungAktion, EinlesungZustand>>>>
> = {
  liest: { pruefen: 'geprueft', ablehnen: 'abgelehnt', verwerfen: 'verworfen' },
  geprueft: { uebernehmen: 'aktiv', ablehnen: 'abgelehnt', verwerfen: 'verworfen' },
  aktiv: { abloesen: 'abgeloest' },
  abgeloest: {},
  abgelehnt: {},
  verworfen: {},
};

export const zustandLabel: Readonly<Record<EinlesungZustand, string>> = {
  liest: 'Wird gelesen',
  geprueft: 'Wartet auf Ihre Entscheidung',
  aktiv: 'Übernommen',
  abgeloest: 'Durch eine neuere ersetzt',
  abgelehnt: 'Fehlerhaft, nicht übernommen',
  verworfen: 'Verworfen',
};

/** A feed that tells everything, or only what changed. */
export const umfaenge = ['vollstaendig', 'aenderungen'] as const;
export type Umfang = (typeof umfaenge)[number];

/** What taking over a reading would change, counted in objects; and a few of them by name. */
export interface Bilanz {
  readonly bestand: number;
  readonly neu: number;
  readonly geaendert: number;
  readonly gleich: number;
  readonly endet: number;
  /** Older than what is held; a feed of changes leaves those alone. */
  readonly aelter: number;
  /** Deleted by the feed, but not held. */
  readonly unbekannt: number;
  readonly beispiele: {
    readonly neu: readonly string[];
    readonly geaendert: readonly string[];
    readonly endet: readonly string[];
  };
  /** The last change of the source that the counts rest on. */
  readonly grundlage: number;
}

/** The share of held objects that may end without a word of their own, in percent. */
export const endetOhneFrage = 10;

/** Whether so much would end that somebody has to say so. */
export function endsTooMuch({ bestand, endet }: Pick<Bilanz, 'bestand' | 'endet'>): boolean {
  return bestand > 0 && endet * 100 > bestand * endetOhneFrage;
}

/** Why a feed was not taken: with the place where it is broken. */
export interface Ablehnung {
  readonly code: string;
  readonly message: string;
  readonly zeile: number | null;
  readonly spalte: number | null;
}

/** Something in a feed that is kept but not understood. */
export interface Hinweis {
  readonly art: string;
  readonly was: string;
  readonly anzahl: number;
  readonly zeile: number;
}

export const hinweisLabel: Readonly<Record<string, string>> = {
  'unbekanntes-element': 'Element, das wir nicht kennen; es bleibt erhalten',
  'unbekanntes-objekt': 'Art von Objekt, die wir nicht auswerten; es bleibt erhalten',
  anweisung: 'Verarbeitungsanweisung; sie wird nicht übernommen',
  gebiet: 'Gebiet, das wir nicht erkennen; das Objekt gilt dort nicht',
  leika: 'LeiKa-Schlüssel, den der Katalog nicht kennt',
  link: 'Adresse, die nicht mit https beginnt; der Onlinedienst wird nicht gezeigt',
  rolle: 'Rolle, die wir nicht kennen; die Zuständigkeit wird nicht gezeigt',
};

/** One reading of a feed. */
export interface Einlesung {
  readonly nummer: number;
  readonly quelle: string;
  readonly umfang: Umfang;
  readonly zustand: EinlesungZustand;
  readonly dateiname: string;
  readonly datei: string | null;
  readonly dateiHash: string;
  readonly bytes: number;
  readonly fassung: string | null;
  /** The position: so many objects are kept, from so many bytes. */
  readonly gelesen: number;
  readonly gelesenBytes: number;
  readonly bilanz: Bilanz | null;
  readonly hinweise: readonly Hinweis[];
  readonly grund: Ablehnung | null;
  readonly angelegtAm: Date;
  readonly angelegtVon: string;
  readonly entschiedenAm: Date | null;
}

/** Where feeds come from. */
export interface Quelle {
  readonly id: string;
  readonly name: string;
  /** The area of what names none. */
  readonly ars: string;
}
