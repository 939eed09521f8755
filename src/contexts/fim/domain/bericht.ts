/** How much a thing weighs that a form cannot carry: whether somebody must act before anything is published. */
export type Gewicht = 'hinweis' | 'arbeit' | 'luecke';

/** What of a schema stands differently in the form, or not at all. Nothing is left out without one. */
export interface Befund {
  readonly art: Befundart;
  readonly gewicht: Gewicht;
  /** `F60000000319`, `R00000002589`. */
  readonly fimId: string;
  /** Where it stands in the schema: names from outside in. */
  readonly ort: string;
  readonly zeile: number;
  readonly text: string;
}

export type Befundart =
  | 'codeliste-fehlt'
  | 'auswahl-zu-lang'
  | 'regel-offen'
  | 'regel-angenaehert'
  | 'muster'
  | 'laenge'
  | 'zahl'
  | 'vorbelegung'
  | 'vorgabewert'
  | 'verborgen'
  | 'gesperrt'
  | 'objekt'
  | 'dateiart'
  | 'wiederholung'
  | 'tiefe'
  | 'auswahlgruppe'
  | 'code'
  | 'text-gekuerzt'
  | 'ohne-inhalt'
  | 'kommentar'
  | 'fassung-2'
  | 'unbeschrieben';

/** Something that a person has to look at before the form may be used, with what the import made of it. */
export interface Arbeitspunkt {
  /** The same for the same cause in each version of the schema: `regel R00000002589`. */
  readonly schluessel: string;
  readonly art: 'regel' | 'codeliste' | 'feld';
  readonly fimId: string;
  readonly titel: string;
  /** What the schema says, in its words. */
  readonly text: string;
  readonly verstanden: 'ganz' | 'angenaehert' | 'teilweise' | 'nicht';
  readonly maschinenregeln: readonly Maschinenregel[];
  /** Places of the schema in which it counts. */
  readonly orte: readonly string[];
}

/** What the form does because of a rule, at one place. */
export interface Maschinenregel {
  readonly ort: string;
  /** Name of the part of the form that it changes. */
  readonly feld: string;
  readonly wirkung: 'erscheint wenn' | 'ist Pflicht wenn' | 'gilt wenn' | 'Auswahl';
  readonly ausdruck: string;
}
