/**
 * What a search found. `online`: an Onlinedienst or a Leistung with one; `hier`: the Kommune is competent; `anderswo`:
 * another body is; `offen`: nobody knows who is.
 */
export type TrefferArt = 'online' | 'hier' | 'anderswo' | 'offen';

export interface Treffer {
  /** An Onlinedienst (`hund-anmelden`) or a Leistung (`L02950`). */
  readonly id: string;
  readonly name: string;
  readonly art: TrefferArt;
  /** Its page on this site. */
  readonly href: string;
  /** The competent body, where it is not this Kommune. */
  readonly stelle: string | null;
}
