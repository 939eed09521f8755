import type { Result } from '#kernel';
import type { Eintrag, StandAenderung } from '../domain/stand.ts';

/** One cell and what shall become of it. */
export interface StandWunsch {
  readonly leistungId: string;
  /** The fassung that the person had before their eyes; 0 where nothing was stated. */
  readonly grundlage: number;
  readonly aenderung: StandAenderung;
  /** Takes the statement back to „keine Angabe“ instead of changing it. */
  readonly zuruecknehmen?: { readonly grund: string | null };
  /** Joins the change with what others made of other fields meanwhile. */
  readonly zusammenfuehren?: boolean;
  /** States what holds once more, though nothing changes: it was looked at again. */
  readonly bestaetigen?: boolean;
  /** Takes the cell although required fields say nothing: what is moved or taken back was stated before. */
  readonly ohnePflicht?: boolean;
}

/** What became of a wish: the entry that holds now, whether it is new, or why nothing was written. */
export type StandErgebnis = Result<{ readonly stand: Eintrag; readonly neu: boolean }>;
