import type { ThesaurusWort } from './finder-input.ts';

export const aktionen = ['dazu', 'weg'] as const;
export type Aktion = (typeof aktionen)[number];

export const entscheidungen = ['angenommen', 'abgelehnt', 'zurueckgezogen'] as const;
export type Entscheidung = (typeof entscheidungen)[number];

/** A word that shall be added to the thesaurus or taken out of it. */
export interface Wortaenderung extends ThesaurusWort {
  readonly aktion: Aktion;
}

/** Such a change, proposed by one person and decided by another. */
export interface Vorschlag extends Wortaenderung {
  readonly id: string;
  readonly tenant: string;
  readonly recipient: string;
  readonly begruendung: string;
  readonly haus: string;
  readonly vorgeschlagenAm: Date;
  readonly vorgeschlagenVon: string;
  readonly entscheidung: Entscheidung | null;
  readonly entschiedenAm: Date | null;
}
