import type { JsonObject } from './json.ts';

/** What a package is about; its title is for people. */
export interface Paketkopf {
  readonly dienst: string;
  readonly version: number;
  readonly titel: string;
  /** What a portal must be able to do; null in format 1, which did not say so. */
  readonly faehigkeiten: readonly string[] | null;
}

/** The parts of a package in one format, by their names. */
export interface Paketinhalt {
  readonly format: number;
  readonly kopf: Paketkopf;
  readonly teile: Readonly<Record<string, JsonObject>>;
}

/** The three documents of an Onlinedienst, as the folder of one holds them. */
export interface Paketdokumente {
  readonly dienst: JsonObject;
  readonly formular: JsonObject;
  readonly testfaelle: JsonObject;
}
