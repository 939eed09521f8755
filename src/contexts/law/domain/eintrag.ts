import type { LocalDate } from '#kernel';
import type { Belegt } from './belegt.ts';

export const registerNamen = ['schriftform', 'bescheid', 'nutzergruppe', 'nachweis', 'kennzahl'] as const;
export type RegisterName = (typeof registerNamen)[number];

/** Which Leistungen an entry reaches; the same shape as the rules of the Zuständigkeit have. */
export interface Reichweite {
  readonly ozgIds: readonly number[];
  readonly objekte: readonly string[];
  readonly verrichtungen: readonly string[];
  readonly schluessel: readonly string[];
  readonly leistungen: readonly string[];
}

/** One fact of a register: what a norm orders for which Leistungen, and what takes its place. */
export interface Eintrag extends Belegt {
  readonly id: string;
  readonly register: RegisterName;
  readonly titel: string;
  readonly norm: string;
  readonly art: string;
  readonly aussage: string;
  readonly ersatz: string | null;
  /** Null: a general rule, or one that no single Leistung is assigned to. */
  readonly reichweite: Reichweite | null;
  /** Which version of the norm's text was read. */
  readonly lesart: string | null;
}

export const verpflichtete = ['bund', 'bund-laender', 'alle'] as const;
export const bindungen = ['muss', 'soll'] as const;
export const betroffene = ['alle', 'digital-only', 'sdg', 'keine'] as const;

/** A day by which something is due, how long before one should begin, what to do, and who. */
export interface Frist extends Belegt {
  readonly id: string;
  readonly titel: string;
  readonly norm: string;
  readonly faelligAm: LocalDate;
  readonly verpflichtet: (typeof verpflichtete)[number];
  readonly bindung: (typeof bindungen)[number];
  readonly betrifft: (typeof betroffene)[number];
  /** What follows once the day is there: a rule that goes on, or a day that is over. */
  readonly nachTag: 'gilt' | 'vorbei';
  readonly tun: string;
  readonly wer: string;
  readonly vorlaufTage: number;
  readonly vorlaufGrund: string;
  readonly lesart: string | null;
}
