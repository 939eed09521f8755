import type { EvidenceGrade, LocalDate, Source } from '#kernel';

export const verdictWords = [
  'selbst',
  'Kreis',
  'Land',
  'Bund',
  'andere Stelle',
  'nicht einschlägig',
  'offen',
] as const;

/** Who owes a Leistung, seen from one body. */
export type VerdictWord = (typeof verdictWords)[number];

/** The body that acts: one of ours with its AGS, or another one by name. */
export interface Stelle {
  readonly name: string;
  readonly ags: string | null;
}

export const openReasonLabel = {
  'typisierung-fehlt': 'Typisierung fehlt',
  'typisierung-unbekannt': 'Typisierung ohne bekannte Bedeutung',
  'keine-regel': 'keine belegte Regel',
  'norm-noch-nicht-in-kraft': 'Norm noch nicht in Kraft',
  'norm-ausser-kraft': 'Norm außer Kraft',
  vorbehalt: 'Vorbehalt',
  widerspruch: 'Widerspruch der Regeln',
  'widerspruch-typisierung': 'Widerspruch zur Typisierung',
  'koerperschaft-unbekannt': 'Körperschaft nicht bekannt',
  'groessenklasse-fehlt': 'Größenklasse fehlt',
  'verteilung-unklar': 'Verteilung unklar',
  'bestimmung-fehlt': 'hängt von einer Bestimmung ab',
  'bestimmung-widerspruch': 'Widerspruch der Bestimmungen',
  'kreis-fehlt': 'Kreis nicht bekannt',
  'stelle-fehlt': 'Stelle nicht benannt',
  'uebertragung-ungeklaert': 'Übertragung ungeklärt',
  'uebertragung-widerspruch': 'Widerspruch der Übertragungen',
  'gemeinden-offen': 'in den Gemeinden offen',
} as const;

export type OpenReasonCode = keyof typeof openReasonLabel;

/** Why nothing is decided: a stable code, its label, and a sentence for the reader. */
export interface OpenReason {
  readonly code: OpenReasonCode;
  readonly label: string;
  readonly text: string;
}

export type ChainStep =
  | 'ende'
  | 'typisierung'
  | 'norm'
  | 'groessenklasse'
  | 'bestimmung'
  | 'uebertragung'
  | 'stelle';

export const chainStepLabel: Readonly<Record<ChainStep, string>> = {
  ende: 'Ende der Leistung',
  typisierung: 'Typisierung',
  norm: 'Norm',
  groessenklasse: 'Größenklasse',
  bestimmung: 'Bestimmung',
  uebertragung: 'Übertragung',
  stelle: 'Stelle',
};

/** One reason in the chain of a verdict. Without the facts in `refs` the verdict or its reason would be another one. */
export interface ChainLink {
  readonly step: ChainStep;
  readonly text: string;
  readonly source: Source | null;
  readonly grade: EvidenceGrade;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly note: string | null;
  /** The facts behind the link: ids of rules, Bestimmungen, Übertragungen or Leistungen, the AGS of bodies. */
  readonly refs: readonly string[];
}

export interface Verdict {
  readonly verdict: VerdictWord;
  readonly stelle: Stelle | null;
  /** The grade of the weakest deciding link; null where nothing is decided. */
  readonly grade: EvidenceGrade | null;
  readonly open: OpenReason | null;
  readonly chain: readonly ChainLink[];
}
