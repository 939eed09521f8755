import type { EvidenceGrade, LocalDate, Source } from '#kernel';
import type { Place } from './place.ts';

/** For whom somebody asks. */
export type Nutzergruppe = 'buerger' | 'unternehmen';

/** What a register says of for whom a Leistung is. */
export interface Zielgruppe {
  readonly art: string;
  readonly norm: string;
  readonly aussage: string;
  readonly quelle: Source;
  readonly evidenz: EvidenceGrade;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** The level on which the competent body stands. */
export type StellenArt = 'gemeinde' | 'kreis' | 'land' | 'bund' | 'andere';

/** One reason of a route: of the competence, of the office or of the Onlinedienst. */
export interface Reason {
  readonly schritt: string;
  readonly text: string;
  readonly quelle: Source | null;
  /** The German label of the grade; null where a fact needs none, such as what a Kommune says of itself. */
  readonly evidenz: string | null;
  readonly gueltigVon: LocalDate | null;
  readonly gueltigBis: LocalDate | null;
  readonly hinweis: string | null;
}

/** Where people turn; what is not known is null. */
export interface Anlaufstelle {
  readonly name: string;
  readonly anschrift: string | null;
  readonly telefon: string | null;
  readonly email: string | null;
  readonly zeiten: string | null;
  readonly website: string | null;
  /** Who says so: the Kommune for this Leistung, its Onlinedienst, a feed, or only the Kommune's general contact. */
  readonly herkunft: 'amt' | 'onlinedienst' | 'feed' | 'rathaus' | 'website';
}

/** An Onlinedienst that can be used now. */
export interface RouteDienst {
  readonly name: string;
  readonly href: string;
  readonly quelle: 'eigen' | 'fremd';
  readonly vertrauensniveau: string | null;
  readonly gebuehr: string | null;
}

export const alternativen = [
  'verwandt',
  'formular',
  'telefon',
  'email',
  'besuch',
  'website',
  'nachfragen',
] as const;

/** What to do where there is no Onlinedienst: the nearest way, by the rule that it names. */
export interface Alternative {
  readonly art: (typeof alternativen)[number];
  readonly text: string;
  readonly href: string | null;
  readonly regel: string;
}

/** Where an Antrag goes: the public part of a Zustellpunkt. */
export interface Zustellziel {
  readonly id: string;
  readonly name: string;
}

/** Who is competent for a Leistung at a place on a day, where to turn, and whether it works online; each with reasons. */
export interface Route {
  readonly leistungId: string;
  readonly leika: string | null;
  readonly leistung: string;
  readonly place: Place;
  readonly tag: LocalDate;
  readonly fuer: Nutzergruppe;
  readonly verdict: string;
  readonly stelle: {
    readonly name: string;
    readonly ags: string | null;
    readonly ars: string | null;
    readonly art: StellenArt;
  } | null;
  /** Why nobody can be named; null where the competence is decided. */
  readonly offen: string | null;
  readonly gruende: readonly Reason[];
  readonly amt: Anlaufstelle | null;
  readonly onlinedienst: RouteDienst | null;
  /** Why the Onlinedienst that is there cannot be used at present. */
  readonly ruht: string | null;
  readonly statt: Alternative | null;
  readonly destination: Zustellziel | null;
}

/** An Onlinedienst that a Kommune runs here, as far as everybody may know it. */
export interface LocalDienst {
  readonly dienst: string;
  readonly ags: string;
  readonly titel: string;
  /** The LeiKa keys of the Leistungen that it covers. */
  readonly leika: readonly string[];
  readonly seit: LocalDate;
  readonly ausgesetztGrund: string | null;
  /** The offices that answer for it, each from its day on, earliest first. */
  readonly stellen: readonly {
    readonly gueltigVon: LocalDate;
    readonly name: string;
    readonly anschrift: string;
    readonly telefon: string;
    readonly email: string;
    readonly oeffnungszeiten: string;
  }[];
  readonly gebuehr: string | null;
  /** Where its Anträge go, by LeiKa key. */
  readonly ziele: ReadonlyMap<string, Zustellziel>;
}

/** A Kommune's own site with its offices. */
export interface Auftritt {
  readonly ags: string;
  /** Scheme, host and port. */
  readonly origin: string;
  readonly veroeffentlichtAb: LocalDate | null;
  readonly rathaus: Kontakt;
  readonly aemter: readonly (Kontakt & { readonly leistungen: readonly string[] })[];
}

export interface Kontakt {
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly zeiten: string;
}

/** An Onlinedienst that somebody else runs, as a feed describes it. */
export interface FremderDienst {
  readonly bezeichnung: string;
  readonly link: string;
  readonly vertrauensniveau: string | null;
  readonly parameter: readonly { readonly typ: string; readonly name: string }[];
}

/** An office as a feed describes it. */
export interface FremdeStelle {
  readonly id: string;
  readonly name: string;
  readonly anschrift: string | null;
  readonly telefon: string | null;
  readonly email: string | null;
  readonly oeffnungszeiten: string | null;
  readonly zustaendigFuer: readonly {
    readonly rolle: '01' | '02';
    /** A signed FIT-Connect destination (JWS). */
    readonly destination: string | null;
  }[];
}

/** What feeds say for a Leistung in the areas of a place, the most special area first. */
export interface Fremdes {
  readonly dienste: readonly FremderDienst[];
  readonly stellen: readonly FremdeStelle[];
  /** Where a form can be had, as a description says it. */
  readonly formular: string | null;
  /** What it costs, as a description says it. */
  readonly kosten: string | null;
}

/** Nothing is known from feeds. */
export const nichtsFremdes: Fremdes = { dienste: [], stellen: [], formular: null, kosten: null };
