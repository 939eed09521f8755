import type { EvidenceGrade } from '#kernel';
import type { Bestimmung } from './bestimmung.ts';
import type { DutyBody } from './compiled-duties.ts';
import type { Ende } from './ende.ts';
import type { KlasseOn } from './groessenklasse.ts';
import type { Regel, Verteilungswert, Vorbehalt } from './regel.ts';
import type { Schritt, Uebertragung } from './uebertragung.ts';
import type { OpenReasonCode, Stelle, VerdictWord } from './verdict.ts';

/** How the Gemeinden of a Kreis stand to a task. */
export interface Gemeindelage {
  readonly handeltFuer: readonly DutyBody[];
  readonly offen: readonly DutyBody[];
  readonly andere: readonly DutyBody[];
}

/** A verdict without its sentences: the words, and the facts from which the chain is told on demand. */
export interface Decision {
  readonly verdict: VerdictWord;
  readonly stelle: Stelle | null;
  readonly grade: EvidenceGrade | null;
  readonly open: OpenReasonCode | null;
  /** The deciding rule; more than one where rules contradict each other. */
  readonly regeln: readonly Regel[];
  readonly vorbehalt: Vorbehalt | null;
  readonly wert: Verteilungswert | null;
  readonly klasse: KlasseOn | null;
  readonly bestimmungen: readonly Bestimmung[];
  readonly schritte: readonly Schritt[];
  /** Transfers that leave the matter open. */
  readonly strittig: readonly Uebertragung[];
  readonly gemeinden: Gemeindelage | null;
  /** That the Leistung exists no longer; then nothing else was asked. */
  readonly ende: Ende | null;
}

const nothing: Decision = {
  verdict: 'offen',
  stelle: null,
  grade: null,
  open: null,
  regeln: [],
  vorbehalt: null,
  wert: null,
  klasse: null,
  bestimmungen: [],
  schritte: [],
  strittig: [],
  gemeinden: null,
  ende: null,
};

export type Found = Partial<Omit<Decision, 'verdict' | 'grade' | 'open'>>;

export function offen(open: OpenReasonCode, found: Found = {}): Decision {
  return { ...nothing, ...found, verdict: 'offen', stelle: null, open };
}

export function decided(verdict: VerdictWord, grade: EvidenceGrade, found: Found = {}): Decision {
  return { ...nothing, ...found, verdict, grade };
}
