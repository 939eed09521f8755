/** Text in a language, as HTML or plain text. */
export interface SprachText {
  readonly sprache: string;
  readonly text: string;
}

/** A text of a Leistung by the code of its LeiKa text module; 95, 97 and 98 stand for duration, deadline and cost. */
export interface ModulText extends SprachText {
  readonly modul: string;
}

/** What we understand of a `leistung` or a `spezialisierung`. */
export interface XzufiLeistung {
  readonly agentur: string;
  readonly id: string;
  /** 14 digits each; a Leistung may stand for several. */
  readonly leika: readonly string[];
  /** The Leistung that a Spezialisierung makes special; null for a Leistung. */
  readonly leistungId: string | null;
  readonly texte: readonly ModulText[];
  readonly begriffe: readonly SprachText[];
  /** Areas as the message names them. */
  readonly gebiete: readonly string[];
  readonly herausgeber: string | null;
  /** ISO date-time. */
  readonly geaendertAm: string | null;
  readonly beginn: string | null;
  readonly ende: string | null;
}

/** For which Leistung somebody is competent, where, and in which role. */
export interface XzufiZustaendigkeit {
  readonly leistungId: string;
  readonly gebiete: readonly string[];
  /** `01` carries it out, `02` is whom to ask; `01` where nothing is said. */
  readonly rolle: string;
  /** The signed FIT-Connect destination among its further ids. */
  readonly destination: string | null;
}

export interface XzufiOrganisationseinheit {
  readonly agentur: string;
  readonly id: string;
  readonly namen: readonly SprachText[];
  readonly anschrift: readonly string[];
  readonly telefon: string | null;
  readonly email: string | null;
  readonly oeffnungszeiten: string | null;
  readonly zustaendig: readonly XzufiZustaendigkeit[];
  readonly geaendertAm: string | null;
}

export interface XzufiOnlinedienst {
  readonly agentur: string;
  readonly id: string;
  readonly bezeichnungen: readonly SprachText[];
  readonly link: string | null;
  readonly leistungen: readonly string[];
  readonly gebiete: readonly string[];
  readonly vertrauensniveau: string | null;
  readonly parameter: readonly { readonly typ: string; readonly name: string }[];
  readonly geaendertAm: string | null;
}
