import type { LocalDate } from '#kernel';
import type { Anlass, LoesungInhalt } from './loesung.ts';

export const entscheidungen = ['uebernommen', 'abgelehnt', 'zurueckgezogen'] as const;
export type Entscheidung = (typeof entscheidungen)[number];

/** What stands in the queue: a draft, waiting, asked back, or decided. */
export type BeitragStand = 'entwurf' | 'wartet' | 'rueckfrage' | Entscheidung;

/** A question of the moderation about a contribution, or the answer to it. */
export interface BeitragNachricht {
  readonly vonModeration: boolean;
  readonly text: string;
  readonly haus: string;
  readonly geschriebenAm: Date;
}

/** What somebody contributes to the register, until and after a second person has decided on it. */
export interface Beitrag {
  readonly id: string;
  readonly tenant: string;
  readonly recipient: string;
  readonly art: Anlass;
  readonly loesungId: string;
  /** The hash of the version that was read; null for a new Lösung. */
  readonly grundlage: string | null;
  /** Null where a duplicate goes up in another Lösung. */
  readonly inhalt: LoesungInhalt | null;
  readonly inId: string | null;
  readonly giltAb: LocalDate;
  readonly begruendung: string;
  readonly version: number;
  readonly haus: string;
  readonly beigetragenAm: Date;
  readonly beigetragenVon: string;
  readonly eingereichtAm: Date | null;
  readonly entscheidung: Entscheidung | null;
  readonly entschiedenAm: Date | null;
  readonly antwort: string | null;
  readonly nachrichten: readonly BeitragNachricht[];
}

/** Where a contribution stands; a question counts until it is answered. */
export function beitragStand(beitrag: Beitrag): BeitragStand {
  if (beitrag.entscheidung !== null) return beitrag.entscheidung;
  if (beitrag.eingereichtAm === null) return 'entwurf';
  return beitrag.nachrichten.at(-1)?.vonModeration === true ? 'rueckfrage' : 'wartet';
}
