import type { Stelle } from '../xml-text/index.ts';

/** The versions of XDatenfelder that are read; written is 3.0.0. */
export type XdfFassung = '2' | '3.0.0';

/** `S00000000364` in version `1.0.0`; a working copy has no version. */
export interface XdfKennung {
  readonly id: string;
  readonly version: string | null;
}

/** A value of one of the standard's code lists, with the list that the file names. */
export interface XdfCode {
  readonly code: string;
  readonly listUri: string | null;
  readonly listVersion: string | null;
}

export interface XdfBezug {
  readonly text: string;
  readonly link: string | null;
}

export interface XdfStichwort {
  readonly text: string;
  readonly uri: string | null;
}

/** `ABL` derived from, `ERS` replaces, … another element. */
export interface XdfRelation {
  readonly praedikat: XdfCode;
  readonly objekt: XdfKennung;
}

/** What an element of version 2 says and version 3 has no element for; by the name of its element. */
export type XdfNurFassung2 = Readonly<Record<string, string>>;

/** A part of an element that no public source describes; kept as it stands. */
export interface XdfTeil {
  readonly name: string;
  readonly attribute: Readonly<Record<string, string>>;
  readonly kinder: readonly (XdfTeil | string)[];
}

/** What every element has. `null` is an element that is missing, an empty text one that is empty. */
export interface XdfAllgemein {
  readonly kennung: XdfKennung;
  readonly name: string;
  readonly beschreibung: string | null;
  readonly definition: string | null;
  readonly bezuege: readonly XdfBezug[];
  readonly freigabestatus: XdfCode;
  readonly statusGesetztAm: string | null;
  readonly statusGesetztDurch: string | null;
  readonly gueltigAb: string | null;
  readonly gueltigBis: string | null;
  readonly versionshinweis: string | null;
  readonly veroeffentlichungsdatum: string | null;
  readonly letzteAenderung: string | null;
  readonly relationen: readonly XdfRelation[];
  readonly stichworte: readonly XdfStichwort[];
  readonly nurFassung2: XdfNurFassung2;
  /** Where its tag begins. */
  readonly stelle: Stelle;
}

export interface XdfRegel {
  readonly kennung: XdfKennung;
  readonly name: string;
  readonly beschreibung: string | null;
  readonly freitextRegel: string | null;
  readonly bezuege: readonly XdfBezug[];
  readonly stichworte: readonly XdfStichwort[];
  readonly fachlicherErsteller: string | null;
  readonly letzteAenderung: string | null;
  readonly typ: XdfCode | null;
  readonly skript: string | null;
  /** `param`, `ziel`, `fehler` in their order. */
  readonly teile: readonly XdfTeil[];
  readonly nurFassung2: XdfNurFassung2;
  readonly stelle: Stelle;
}

/** `0:1`, `1:*`; `max` is `null` where there is no end. */
export interface XdfAnzahl {
  readonly min: number;
  readonly max: number | null;
}

/** A field or group where it stands, and how often. */
export interface XdfStruktur {
  readonly anzahl: XdfAnzahl;
  readonly bezuege: readonly XdfBezug[];
  readonly enthaelt: XdfDatenfeld | XdfDatenfeldgruppe;
}

interface XdfBaustein extends XdfAllgemein {
  readonly bezeichnungEingabe: string;
  readonly bezeichnungAusgabe: string | null;
  readonly schemaelementart: XdfCode;
  readonly hilfetextEingabe: string | null;
  readonly hilfetextAusgabe: string | null;
  readonly regeln: readonly XdfRegel[];
}

export interface XdfDatenfeldgruppe extends XdfBaustein {
  readonly art: 'gruppe';
  /** `X`: exactly one of its elements. */
  readonly gruppenart: XdfCode | null;
  readonly strukturen: readonly XdfStruktur[];
}

export interface XdfPraezisierung {
  readonly minLength: string | null;
  readonly maxLength: string | null;
  readonly minValue: string | null;
  readonly maxValue: string | null;
  readonly pattern: string | null;
  /** What stands between its tags. */
  readonly text: string;
}

export interface XdfWert {
  readonly code: string;
  readonly name: string;
  readonly hilfe: string | null;
}

/** A code list that stands outside of the file. */
export interface XdfCodelisteReferenz {
  /** The list's own id in version 2. */
  readonly id: string | null;
  readonly canonicalIdentification: string;
  readonly version: string | null;
  readonly canonicalVersionUri: string | null;
  readonly stelle: Stelle;
}

export interface XdfDatenfeld extends XdfBaustein {
  readonly art: 'feld';
  readonly feldart: XdfCode;
  readonly datentyp: XdfCode;
  readonly praezisierung: XdfPraezisierung | null;
  readonly inhalt: string | null;
  readonly vorbefuellung: XdfCode | null;
  readonly werte: readonly XdfWert[] | null;
  readonly codelisteReferenz: XdfCodelisteReferenz | null;
  readonly codeKey: string | null;
  readonly nameKey: string | null;
  readonly helpKey: string | null;
  readonly maxSize: string | null;
  readonly mediaTypes: readonly string[];
}

export interface XdfStammdatenschema extends XdfAllgemein {
  readonly art: 'schema';
  readonly bezeichnung: string;
  readonly hilfetext: string | null;
  readonly ableitungsmodifikationenStruktur: XdfCode | null;
  readonly ableitungsmodifikationenRepraesentation: XdfCode | null;
  readonly dokumentsteckbrief: XdfKennung | null;
  readonly regeln: readonly XdfRegel[];
  readonly strukturen: readonly XdfStruktur[];
}

/** The message around a schema or a group. */
export interface XdfKopf {
  readonly nachrichtId: string;
  readonly erstellungszeitpunkt: string;
  /** `xsi:schemaLocation` of the outermost element. */
  readonly schemaLocation: string | null;
}

export interface XdfNachricht {
  readonly fassung: XdfFassung;
  readonly kopf: XdfKopf;
  readonly inhalt: XdfStammdatenschema | XdfDatenfeldgruppe;
  /** What was not taken over because it says nothing about the schema: comments, processing instructions. */
  readonly hinweise: readonly XdfHinweis[];
}

export interface XdfHinweis {
  readonly art: 'kommentar' | 'anweisung';
  readonly was: string;
  readonly stelle: Stelle;
}
