import type { Zehntel } from './tage.ts';

/** Who does a part of the work. */
export type Seite = 'dienstleister' | 'kommune';

/** The days of one skill: once for the whole Massnahme, and again for each Kommune. */
export interface Aufwandszeile {
  readonly seite: Seite;
  readonly faehigkeit: string;
  readonly einmalig: Zehntel;
  readonly jeKommune: Zehntel;
}

/** What a kind of Massnahme usually takes. */
export interface VorlageInhalt {
  readonly name: string;
  readonly zeilen: readonly Aufwandszeile[];
  /** What a Kommune prepares before its quarter, step by step. */
  readonly vorbereitung: readonly string[];
  readonly beendet: boolean;
}

/** An effort template in its last Fassung. */
export interface Vorlage extends VorlageInhalt {
  readonly id: string;
  readonly fassung: number;
  readonly angegebenAm: Date;
}
