import type { BeitragArt, Zustand } from './zustand.ts';

/** To whom a question goes: the own house, the IT-Dienstleister, the Kommune of the record, all Kommunen of the circle. */
export const adressaten = ['eigene', 'dienstleister', 'kommune', 'verbund'] as const;
export type Adressat = (typeof adressaten)[number];

/** Names a record: its kind and its id within the kind. */
export interface RecordKey {
  readonly art: string;
  readonly id: string;
}

/** A question, as everybody reads it who takes part. */
export interface Rueckfrage<Organisation extends string = string> {
  readonly id: string;
  /** Whose question it is. */
  readonly tenant: Organisation;
  /** Who answers: the asking house itself, another one, or the IT-Dienstleister of the circle. */
  readonly recipient: Organisation;
  /** The circle that reads along, named by its IT-Dienstleister. */
  readonly verbund: Organisation | null;
  readonly adressat: Adressat;
  readonly record: RecordKey & { readonly name: string; readonly href: string };
  /** Where a published answer stands for all. */
  readonly allgemein: RecordKey & { readonly name: string };
  readonly betreff: string;
  readonly haus: string;
  readonly empfaenger: string;
  readonly gestelltAm: Date;
}

/** A question in a list: where it stands, and what it is to the person who reads the list. */
export interface RueckfrageZeile extends Rueckfrage {
  readonly zustand: Zustand;
  readonly beitraege: number;
  readonly zuletztAm: Date;
  readonly zuletztVon: string;
  /** The text of the question itself, as last edited. */
  readonly frage: string;
  /** Somebody else wrote what concerns the person, and the person has not opened it since. */
  readonly ungelesen: boolean;
  /** What the person chose; `null` where nothing. */
  readonly folgt: boolean | null;
}

/** One version of the text of a contribution. */
export interface Fassung {
  readonly text: string;
  readonly am: Date;
}

/** A contribution with all its versions, oldest first. */
export interface Beitrag {
  readonly nr: number;
  readonly tenant: string;
  readonly haus: string;
  readonly person: string;
  readonly art: BeitragArt;
  readonly am: Date;
  readonly fassungen: readonly Fassung[];
}

/** An answer published for the Kommunen of an IT-Dienstleister. */
export interface GemeinsameAntwort {
  readonly id: string;
  readonly tenant: string;
  readonly rueckfrageId: string;
  readonly record: RecordKey & { readonly name: string };
  readonly frage: string;
  readonly antwort: string;
  readonly haus: string;
  readonly veroeffentlichtAm: Date;
}
