import type { EvidenceGrade, LocalDate } from '#kernel';
import type { LeikaKey } from '#standards/leika';
import type { FruehererName } from './fruehere-namen.ts';
import type { LeistungId } from './leistung-id.ts';
import type { Nachfolge } from './nachfolge.ts';

export type { LeistungId } from './leistung-id.ts';

/** What a legal basis is called, and where it can be read; `url` is http or https. */
export interface Rechtsgrundlage {
  readonly text: string;
  readonly url: string | null;
}

/** Whether a LeiKa entry names the object alone, with its Verrichtung, or with Verrichtung and detail. */
export type Leistungstyp = 'lo' | 'lov' | 'lovd';

/** One administrative service (Einzelleistung). */
export interface Leistung {
  readonly id: LeistungId;
  /** Null for the 436 Leistungen that have no LeiKa key. */
  readonly leika: LeikaKey | null;
  readonly name: string;
  /** Null for the 26 Leistungen that belong to no OZG-Leistung. */
  readonly ozgId: number | null;
  /** The code of the Typisierung as the catalogue has it: `1`, `2/3`, `4`, `5`, `1, 2/3`, `2`, `6`, `1, 2`; null for 8. */
  readonly typ: string | null;
  readonly leistungstyp: Leistungstyp | null;
  readonly gruppe: string | null;
  /** The first eight digits of the key, for example `99102013`. */
  readonly objekt: string | null;
  readonly verrichtung: string | null;
  readonly verrichtungName: string | null;
  readonly detail: string | null;
  /** The source's two marks for the Single Digital Gateway (Regulation (EU) 2018/1724); null where it has none. */
  readonly sdg1: boolean | null;
  readonly sdg2: boolean | null;
  readonly gesetze: readonly string[];
  readonly rechtsgrundlagen: readonly Rechtsgrundlage[];
  /** What else a rule may call it, because a Fassung changed its key, split or merged it. */
  readonly frueher?: readonly FruehererName[];
}

/** A bundle of Leistungen, number 10000–10601. */
export interface OzgLeistung {
  readonly ozgId: number;
  readonly name: string;
  readonly lageId: number;
}

/** A life or business situation inside a Themenfeld. */
export interface Lage {
  readonly id: number;
  readonly name: string;
  readonly themenfeldId: number;
}

export interface Themenfeld {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
}

/** What an activity code (Verrichtungskennung) of the LeiKa means; the label is derived, null where none could be. */
export interface Verrichtung {
  readonly code: string;
  readonly name: string | null;
}

/** Who makes the rule and who carries it out, by code of the Typisierung. */
export interface Typisierung {
  readonly code: string;
  readonly regelung: string | null;
  readonly vollzug: string | null;
  readonly erlaeuterung: string;
  readonly evidence: EvidenceGrade;
  readonly source: string;
}

/** One version of the catalogue as it was imported. */
export interface Fassung {
  readonly nummer: number;
  readonly stand: LocalDate;
  readonly titel: string;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly lizenz: string;
  readonly evidence: EvidenceGrade;
  readonly hinweis: string;
}

/** The tree, top down; the Leistungen without an OZG-Leistung stand in `Catalogue.ohneOzg`. */
export interface ThemenfeldNode {
  readonly themenfeld: Themenfeld;
  readonly lagen: readonly LageNode[];
  readonly leistungen: number;
}

export interface LageNode {
  readonly lage: Lage;
  readonly ozgLeistungen: readonly OzgNode[];
  readonly leistungen: number;
}

export interface OzgNode {
  readonly ozgLeistung: OzgLeistung;
  readonly leistungen: readonly Leistung[];
}

/** The whole catalogue of one version, in memory and immutable. */
export interface Catalogue {
  readonly fassung: Fassung;
  readonly themenfelder: readonly Themenfeld[];
  readonly lagen: readonly Lage[];
  readonly ozgLeistungen: readonly OzgLeistung[];
  readonly leistungen: readonly Leistung[];
  readonly themenfeldById: ReadonlyMap<number, Themenfeld>;
  readonly lageById: ReadonlyMap<number, Lage>;
  readonly ozgById: ReadonlyMap<number, OzgLeistung>;
  readonly leistungById: ReadonlyMap<LeistungId, Leistung>;
  readonly leistungByLeika: ReadonlyMap<string, Leistung>;
  readonly leistungenByOzg: ReadonlyMap<number, readonly Leistung[]>;
  readonly ohneOzg: readonly Leistung[];
  readonly typisierungByCode: ReadonlyMap<string, Typisierung>;
  readonly verrichtungByCode: ReadonlyMap<string, Verrichtung>;
  readonly tree: readonly ThemenfeldNode[];
  /** What every Fassung said about splits and merges, oldest first, those that were taken back too. */
  readonly nachfolgen: readonly Nachfolge[];
}
