/**
 * What a search found. `online`: an Onlinedienst or a Leistung with one; `text`: released text; `hier`: the Kommune is
 * competent, but has said nothing yet; `anderswo`: another body is.
 */
export type TrefferArt = 'online' | 'text' | 'hier' | 'anderswo';

export interface Treffer {
  /** An Onlinedienst (`hund-anmelden`) or a Leistung (`L02950`). */
  readonly id: string;
  readonly name: string;
  readonly art: TrefferArt;
  /** Its page on this site; null where another body has it. */
  readonly href: string | null;
  /** The competent body, where it is not this Kommune. */
  readonly stelle: string | null;
}
