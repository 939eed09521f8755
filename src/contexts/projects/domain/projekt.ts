import type { EvidenceGrade, LocalDate } from '#kernel';
import type { Abschluss, AllePhasen } from './phase.ts';

export const efaTypen = [
  'nachnutzung-in-klaerung',
  'nachnutzung-sicher',
  'entwicklung-land-nrw',
  'entwicklung-kdn',
  'entwicklung-in-klaerung',
  'kein-efa',
] as const;

/** Whether a project takes over an EfA service of another Land, builds one itself, or neither. */
export type EfaTyp = (typeof efaTypen)[number];

export const groessenklassen = [
  'kreisfreie-stadt',
  'grosse-kreisangehoerige-stadt',
  'mittlere-kreisangehoerige-stadt',
  'kreisangehoerige-gemeinde',
  'kreis',
  'staedteregion',
] as const;

/** The class of Kommunen that a project helps. */
export type Groessenklasse = (typeof groessenklassen)[number];

export interface Dokument {
  readonly titel: string;
  readonly url: string;
}

/** Where an entry that nobody here leads comes from. */
export interface Herkunft {
  readonly quelle: string;
  readonly url: string | null;
  readonly stand: LocalDate;
  readonly evidenz: EvidenceGrade;
}

/** What everybody may read of a project. Lists without entries mean „keine Angabe“. */
export interface Projektinhalt {
  readonly titel: string;
  readonly kurz: string;
  readonly themenfeldId: number | null;
  readonly efaTyp: EfaTyp | null;
  /** The organisation that leads, and its mailbox of a role: no person stands here. */
  readonly federfuehrung: string;
  readonly postfach: string | null;
  /** Organisations that have assured to work in the core team. */
  readonly kernteamFach: readonly string[];
  readonly kernteamIt: readonly string[];
  readonly leistungen: readonly string[];
  readonly loesungen: readonly string[];
  readonly groessenklassen: readonly Groessenklasse[];
  readonly portale: readonly string[];
  readonly phasen: AllePhasen;
  readonly abschluss: Abschluss | null;
  readonly foerderprogramm: string;
  readonly foerderVon: LocalDate | null;
  readonly foerderBis: LocalDate | null;
  readonly antragsfrist: LocalDate | null;
  readonly dokumente: readonly Dokument[];
  readonly notiz: string;
  readonly herkunft: Herkunft | null;
  readonly erfunden: boolean;
  /** Values of the leading IT-Dienstleister's own fields, by their key; everybody reads them. */
  readonly felder: Readonly<Record<string, string>>;
}

/** What only the leading IT-Dienstleister knows. */
export interface Projektintern {
  readonly kontakt: string;
  /** The funded share in hundredths of a percent: 8000 is 80 %. */
  readonly quoteBasispunkte: number | null;
  readonly betragCent: number | null;
  readonly nachweisFrist: LocalDate | null;
  readonly nachweisAm: LocalDate | null;
  readonly notiz: string;
}

export const ohneIntern: Projektintern = {
  kontakt: '',
  quoteBasispunkte: null,
  betragCent: null,
  nachweisFrist: null,
  nachweisAm: null,
  notiz: '',
};

/** A project as it stood after one change. */
export interface Projektfassung {
  readonly id: string;
  readonly fassung: number;
  /** Who leads it here; `null` for entries that the product ships. */
  readonly tenant: string | null;
  readonly haus: string;
  readonly inhalt: Projektinhalt;
  /** The day since which this is known here. */
  readonly stand: LocalDate;
  readonly angegebenAm: Date;
}
