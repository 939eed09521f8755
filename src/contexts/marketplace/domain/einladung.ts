import { addDays, type LocalDate } from '#kernel';
import type { Bestellzustand } from './bestellung.ts';
import type { Interesse } from './interesse.ts';

/** A provider's word to a Kommune that showed interest: now you can order. */
export interface Einladung {
  readonly tenant: string;
  readonly dienst: string;
  readonly empfaenger: string;
  readonly nummer: number;
  readonly haus: string;
  readonly titel: string;
  readonly ags: string;
  readonly kommune: string;
  readonly nachricht: string;
  readonly stand: LocalDate;
  readonly eingeladenAm: Date;
}

/** How an interested Kommune stands with a provider. */
export const interessentenstaende = [
  'interessiert',
  'eingeladen',
  'bestellt',
  'vertrag',
  'zurueckgezogen',
] as const;
export type Interessentenstand = (typeof interessentenstaende)[number];

/** A Kommune that showed interest in a service, as its provider sees it. */
export interface Interessent extends Pick<Interesse, 'dienst' | 'ags' | 'kommune' | 'bemerkung'> {
  readonly tenant: string;
  readonly titel: string;
  /** Since when its last word counts. */
  readonly seit: LocalDate;
  readonly stand: Interessentenstand;
  readonly eingeladenAm: LocalDate | null;
}

/** For so many days nobody is invited again. */
export const einladungsruhe = 14;

/** How a Kommune stands: a contract before an order, that before an invitation that came after its word. */
export function standOf(
  interesse: Pick<Interesse, 'interessiert' | 'stand'>,
  bestellung: Bestellzustand | null,
  einladung: Pick<Einladung, 'stand'> | null,
): Interessentenstand {
  if (bestellung === 'angenommen') return 'vertrag';
  if (bestellung === 'gezeichnet') return 'bestellt';
  if (!interesse.interessiert) return 'zurueckgezogen';
  return einladung !== null && einladung.stand >= interesse.stand ? 'eingeladen' : 'interessiert';
}

/** Why a Kommune cannot be invited now; `null` where it can. */
export type Einladungshindernis = 'kein-interesse' | 'schon-bestellt' | 'gerade-eingeladen';

export function hindernisFuer(
  interessent: Pick<Interessent, 'stand' | 'eingeladenAm'> | undefined,
  today: LocalDate,
): Einladungshindernis | null {
  if (interessent === undefined || interessent.stand === 'zurueckgezogen') return 'kein-interesse';
  if (interessent.stand === 'bestellt' || interessent.stand === 'vertrag') return 'schon-bestellt';
  const { eingeladenAm, stand } = interessent;
  const recent = eingeladenAm !== null && addDays(eingeladenAm, einladungsruhe) > today;
  return stand === 'eingeladen' && recent ? 'gerade-eingeladen' : null;
}
