import type { EvidenceGrade, LocalDate, Source } from '#kernel';
import type { Ars, BodyKey, KreisAgs } from '#standards/regional-keys';
import type { Groessenklasse } from './groessenklasse.ts';
import type { Lagepunkt } from './ort.ts';
import type { Schwelle } from './schwelle.ts';

export type { Groessenklasse };

export type BodyArt = 'gemeinde' | 'stadt' | 'kreis' | 'staedteregion';

/** A body that owes Leistungen (Gebietskörperschaft): Gemeinde, Stadt, Kreis or Städteregion. */
export interface Body {
  /** 8 digits for a Gemeinde, 5 for a Kreis or a Städteregion. */
  readonly ags: BodyKey;
  /** Null for Kreise, which have no key of twelve digits of their own. */
  readonly ars: Ars | null;
  /** The name people use: „Lemgo“, „Kreis Lippe“. */
  readonly name: string;
  /** The name in the Gemeindeverzeichnis: „Lügde, Stadt der Osterräder“, „Lippe“. */
  readonly officialName: string;
  readonly art: BodyArt;
  /** What the Gemeindeverzeichnis calls it: Stadt, Gemeinde, Markt, Kreis, Landkreis … */
  readonly bezeichnung: string;
  /** The Kreis (or Städteregion) above; null for kreisfreie Städte and for Kreise. */
  readonly kreisAgs: KreisAgs | null;
  readonly regierungsbezirk: string | null;
  /** Länderschlüssel, `05` for Nordrhein-Westfalen. */
  readonly land: string;
  /** A website as the source of 2019 names it, only where nothing speaks against it. */
  readonly website: string | null;
  readonly websiteStatus: string | null;
}

export type Koerperschaft = Body;

/** A status that a Körperschaft has from a day on, with its source. */
export interface GroessenklasseFact {
  readonly ags: BodyKey;
  readonly klasse: Groessenklasse;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly source: Source;
  readonly evidence: EvidenceGrade;
  readonly note: string | null;
}

/** The class on a day; before the state of its list the grade falls to `einschaetzung` and the note says so. */
export interface GroessenklasseOn {
  readonly klasse: Groessenklasse;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly source: Source;
  readonly grade: EvidenceGrade;
  readonly note: string | null;
}

export interface Einwohner {
  readonly stichtag: LocalDate;
  readonly zahl: number;
  readonly source: Source;
}

export interface Land {
  readonly code: string;
  readonly name: string;
  readonly kuerzel: string;
}

/** The extent of an import: Nordrhein-Westfalen, or everything else. */
export type Umfang = 'nrw' | 'uebriges-deutschland';

/** The state of one extent as it was last imported. */
export interface Bestand {
  readonly nummer: number;
  readonly umfang: Umfang;
  readonly stand: LocalDate;
  readonly titel: string;
  readonly quelle: string;
  readonly lizenz: string;
}

/** All bodies with their dated facts, in memory and immutable. */
export interface Territory {
  /** The number of the latest import. */
  readonly version: number;
  readonly bestaende: readonly Bestand[];
  readonly laender: readonly Land[];
  readonly bodies: readonly Body[];
  readonly bodyByAgs: ReadonlyMap<string, Body>;
  /** Every way to write a body's name, folded by `nameKey`; several bodies may share one. */
  readonly bodiesByName: ReadonlyMap<string, readonly Body[]>;
  /** The Gemeinden of a Kreis or a Städteregion, by its five-digit key. */
  readonly gemeindenByKreis: ReadonlyMap<string, readonly Body[]>;
  readonly klassenByAgs: ReadonlyMap<string, readonly GroessenklasseFact[]>;
  /** By AGS, newest first; for a Kreis the sum over its Gemeinden. */
  readonly einwohnerByAgs: ReadonlyMap<string, readonly Einwohner[]>;
  /** The thresholds of § 4 GO NRW in all versions of the law. */
  readonly schwellen: readonly Schwelle[];
  readonly plzByAgs: ReadonlyMap<string, readonly string[]>;
  readonly agsByPlz: ReadonlyMap<string, readonly string[]>;
  /** Where each Gemeinde lies; Kreise have no point. */
  readonly lagepunktByAgs: ReadonlyMap<string, Lagepunkt>;
}
