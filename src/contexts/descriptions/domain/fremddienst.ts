/** A parameter that a portal adds to the link of an Onlinedienst: `typ` by the code list, `name` in the address. */
export interface Linkparameter {
  readonly typ: string;
  readonly name: string;
}

/** An Onlinedienst that somebody else runs. */
export interface Fremddienst {
  readonly id: string;
  readonly bezeichnung: string;
  /** https only. */
  readonly link: string;
  /** Our ids, as far as its Leistungen are in the catalogue. */
  readonly leistungen: readonly string[];
  /** Areas, twelve digits each. */
  readonly gebiete: readonly string[];
  readonly vertrauensniveau: string | null;
  readonly parameter: readonly Linkparameter[];
}

/** For what an Organisationseinheit is competent, and where. */
export interface Zustaendigkeit {
  readonly leistungId: string;
  readonly gebiete: readonly string[];
  /** `01` carries it out, `02` is whom to ask. */
  readonly rolle: '01' | '02';
  /** The signed FIT-Connect destination (JWS) of the Routing API, where one is named. */
  readonly destination: string | null;
}

/** An office as a feed describes it. */
export interface Organisationseinheit {
  readonly id: string;
  readonly name: string;
  readonly ars: readonly string[];
  readonly anschrift: string | null;
  readonly telefon: string | null;
  readonly email: string | null;
  readonly oeffnungszeiten: string | null;
  readonly zustaendigFuer: readonly Zustaendigkeit[];
}
